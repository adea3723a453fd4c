"""ClaimReview (schema.org): the verdicts of a desk, for search engines and fact-check lists.

One object a ruled claim, as JSON-LD; or the same within the `<script>` element that a page
carries them in. What is required is claimReviewed, reviewRating with alternateName, and url
(developers.google.com/search/docs/appearance/structured-data/factcheck).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from reader.exporters.exporter import Desk, ExportOptions, ExportReport, preset_named, watched
from reader.exporters.formats import CLAIM_REVIEW_PRESETS
from reader.exporters.links import link_of
from reader.exporters.media_review import media_review
from reader.label import Label
from reader.model.annotation import ClaimFields
from reader.model.article import Article
from reader.model.claim import Ruling, VerdictLabel
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.fields.claim import ADVISED_CP

_CONTEXT = "https://schema.org"
_OPENING = '<script type="application/ld+json">\n'
_CLOSING = "\n</script>\n"
# In a page, these could end the element or begin another (HTML, 4.12.1.3).
_IN_PAGE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# How ratings are told without a scale: one step for each class.
_CLASSES = {"true": 5, "partly_false": 3, "false": 1}
_KINDS = {"person": "Person", "organization": "Organization"}


def write_claim_review(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write the ruled claims as a JSON-LD array, or as a part of a page.

    Raises UnknownFormat for an unknown preset.
    """
    in_page = preset_named(CLAIM_REVIEW_PRESETS, options.preset).key == "page"
    stream.write((_OPENING if in_page else "").encode())
    rows = unruled = long = homeless = 0
    lead = "["
    for annotated in articles:
        for entry in watched(annotated.entries, options):
            if entry.annotation.tag != "claim":
                continue
            if entry.ruling is None:
                unruled += 1
                continue
            review = claim_review(annotated, entry, options)
            long += len(review["claimReviewed"]) >= ADVISED_CP
            homeless += "url" not in review
            for one in _with_media(review, entry):
                said = json.dumps(one, ensure_ascii=False, indent=1)
                said = said.translate(_IN_PAGE) if in_page else said
                stream.write(f"{lead}\n{said}".encode())
                lead = ","
            rows += 1
        options.told(len(annotated.entries))
    stream.write(("[]" if lead == "[" else "\n]").encode())
    stream.write((_CLOSING if in_page else "\n").encode())
    nameless = rows if not options.desk.name else 0
    return ExportReport(rows, tuple(_warnings(unruled, long, homeless, nameless)))


def _with_media(review: Mapping[str, Any], entry: Entry) -> Iterator[Mapping[str, Any]]:
    """Yield the review of a claim, and that of the image or video which it is about."""
    yield review
    ruling, fields = entry.ruling, entry.annotation.fields
    if ruling is not None and isinstance(fields, ClaimFields):
        media = media_review(review, ruling, fields)
        if media is not None:
            yield media


def claim_review(
    annotated: AnnotatedArticle, entry: Entry, options: ExportOptions
) -> Mapping[str, Any]:
    """Return a ruled claim as ClaimReview; keys of which nothing is known are left out."""
    ruling, fields = entry.ruling, entry.annotation.fields
    if ruling is None or not isinstance(fields, ClaimFields):
        raise ValueError("not a ruled claim")
    one = entry.annotation
    text = fields.claim_text or annotated.revision.text[one.start_cp : one.end_cp]
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "ClaimReview",
            "@id": f"urn:uuid:{ruling.uid}",
            "url": link_of(ruling.review_url) or link_of(fields.fact_check_url),
            "datePublished": ruling.rated_at.date().isoformat(),
            "inLanguage": annotated.article.language,
            "claimReviewed": " ".join(text.split()),
            "author": _author(options.desk),
            "reviewRating": _rating(ruling, options),
            "itemReviewed": _claim(annotated.article, entry, fields),
        }
    )


def _author(desk: Desk) -> Mapping[str, Any]:
    """Return who stands for the verdicts: the desk, never the person who typed one."""
    if not desk.name:
        return {}
    return _known({"@type": "Organization", "name": desk.name, "url": link_of(desk.url)})


def _rating(ruling: Ruling, options: ExportOptions) -> Mapping[str, Any]:
    value, best, worst = _rated(ruling, options)
    return _known(
        {
            "@type": "Rating",
            "alternateName": ruling.label,
            "ratingValue": value,
            "bestRating": best,
            "worstRating": worst,
            "ratingExplanation": ruling.explanation,
        }
    )


def _rated(ruling: Ruling, options: ExportOptions) -> tuple[int | None, ...]:
    """Return value, best and worst: those that the ruling keeps, else of its step or its class.

    A verdict that is no step of a scale (`resources/scales/README.md`) has none.
    """
    step = _step(ruling, options)
    known = _CLASSES.get(ruling.normalised)
    found: tuple[int | None, ...] = (ruling.rating, ruling.best, ruling.worst)
    if ruling.rating is None and step is not None:
        found = (step.rating, step.best, step.worst)
    elif ruling.rating is None and known is not None:
        found = (known, 5, 1)
    return found if found[1] != found[2] else (None, None, None)


def _step(ruling: Ruling, options: ExportOptions) -> VerdictLabel | None:
    scale = next((one for one in options.shared.scales if one.key == ruling.scale), None)
    steps = scale.labels if scale else ()
    return next((one for one in steps if one.code == ruling.code), None)


def _claim(article: Article, entry: Entry, fields: ClaimFields) -> Mapping[str, Any]:
    """Return the claim itself: who made it, when, where it stands, and what it was checked by."""
    subject = entry.subject
    name = fields.claimant or (subject.name if subject else "")
    appearance = {
        "@type": "NewsArticle",
        "url": link_of(article.url),
        "headline": article.title,
        "datePublished": article.published,
        "publisher": _named(article.publisher, "organization"),
    }
    first = link_of(fields.first_appearance_url)
    return _known(
        {
            "@type": "Claim",
            "author": _named(name, subject.kind if subject else "person"),
            "datePublished": fields.claimed_on,
            "appearance": _known(appearance),
            "firstAppearance": {"@type": "CreativeWork", "url": first} if first else {},
            "citation": [
                _known({"@type": "CreativeWork", "url": link_of(one.url), "name": one.title})
                for one in entry.evidence
                if link_of(one.url) or one.title
            ],
        }
    )


def _named(name: str, kind: str) -> Mapping[str, Any]:
    return {"@type": _KINDS.get(kind, "Organization"), "name": name} if name else {}


def _known(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value not in ("", {}, [], None)}


def _warnings(unruled: int, long: int, homeless: int, nameless: int) -> Iterator[Label]:
    if nameless:
        yield Label(
            f"Verdicts that do not say who publishes them: {nameless}. Give the desk a name in the"
            " settings, or with --desk.",
            f"عدد الأحكام التي لا تذكر ناشرها: {nameless}. سمِّ غرفة التحرير في الإعدادات أو بالخيار"
            " --desk.",
        )
    if unruled:
        yield Label(
            f"Claims without a verdict, left out: {unruled}.",
            f"عدد الادعاءات التي لم يصدر فيها حكم وقد تُركت: {unruled}.",
        )
    if long:
        yield Label(
            f"Claims of {ADVISED_CP} characters or more, which may be shown cut: {long}.",
            f"عدد الادعاءات التي لا تقل عن {ADVISED_CP} حرفًا وقد تُعرض مقتطعة: {long}.",
        )
    if homeless:
        yield Label(
            f"Verdicts without the address of a published check, which is required: {homeless}.",
            f"عدد الأحكام التي ينقصها رابط التحقق المنشور، وهو مطلوب: {homeless}.",
        )
