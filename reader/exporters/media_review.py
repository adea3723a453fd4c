"""MediaReview (schema.org): what became of an image or a video, beside the verdict on its claim.

The classes are those of schema.org's MediaManipulationRatingEnumeration; a step of the scale
`visual-content` stands for each (newsroom facts, 2). The vocabulary calls MediaReview a work in
progress, so the same verdict also leaves as ClaimReview, with its label as alternateName.
"""

from collections.abc import Mapping
from typing import Any

from reader.exporters.links import link_of
from reader.model.annotation import ClaimFields
from reader.model.claim import VISUAL_SCALE, Ruling

_CATEGORIES = {
    "original": "OriginalMediaContent",
    "decontextualized": "DecontextualizedContent",
    "edited_or_cropped": "EditedOrCroppedContent",
    "staged": "StagedContent",
    "transformed": "TransformedContent",
    "satire_or_parody": "SatireOrParodyContent",
}
_ENUMERATION = "https://schema.org/"
_SHARED = ("@context", "url", "datePublished", "inLanguage", "author", "reviewRating")


def media_review(
    review: Mapping[str, Any], ruling: Ruling, fields: ClaimFields
) -> dict[str, Any] | None:
    """Return the review of the image or video that a ClaimReview is about.

    None where the verdict is of another scale, or of a step that the vocabulary has no class for.
    """
    category = _CATEGORIES.get(ruling.code) if ruling.scale == VISUAL_SCALE else None
    if category is None:
        return None
    made = {key: review[key] for key in _SHARED if key in review}
    where = link_of(fields.first_appearance_url)
    return {
        **made,
        "@type": "MediaReview",
        "@id": f"{review['@id']}#media",
        "name": review["claimReviewed"],
        "mediaAuthenticityCategory": f"{_ENUMERATION}{category}",
        "itemReviewed": {"@type": "MediaObject", **({"url": where} if where else {})},
    }
