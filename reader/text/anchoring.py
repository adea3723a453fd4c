"""How an annotation is tied to its text: by position, by its words, by what stands around it.

The words and their surroundings are the W3C TextQuoteSelector; with them a span
is found again in another revision. All positions are in code points.
"""

from dataclasses import replace
from typing import TypedDict

from reader.errors import BadSpan
from reader.model.annotation import Annotation, TypedFields, empty_fields
from reader.model.article import Revision
from reader.model.identity import now
from reader.text.boundaries import snap
from reader.text.quote_marks import with_marks

CONTEXT_CP = 32


class Anchor(TypedDict):
    """The words of a span and what stands before and after them."""

    exact: str
    prefix: str
    suffix: str


def anchored(text: str, start_cp: int, end_cp: int) -> Anchor:
    """Return the anchor of `text[start_cp:end_cp]`; raises BadSpan if that marks nothing.

    The surroundings are at most 32 code points long, less where they would cut a
    grapheme.
    """
    if not 0 <= start_cp < end_cp <= len(text):
        raise BadSpan(start=start_cp, end=end_cp, length=len(text))
    first = max(0, start_cp - CONTEXT_CP)
    if snap(text, first, first) != (first, first):
        first = min(start_cp, snap(text, first, first + 1)[1])
    last = min(len(text), end_cp + CONTEXT_CP)
    last = max(end_cp, snap(text, last, last)[0])
    return {
        "exact": text[start_cp:end_cp],
        "prefix": text[first:start_cp],
        "suffix": text[end_cp:last],
    }


def new_annotation(
    revision: Revision,
    start_cp: int,
    end_cp: int,
    tag: str,
    annotator_uid: str,
    *,
    note: str = "",
    fields: TypedFields | None = None,
    origin: str = "manual",
) -> Annotation:
    """Return an annotation of a span of a revision; raises BadSpan.

    Without `fields` it has the tag's own, unset.
    """
    new = Annotation(
        revision_uid=revision.uid,
        tag=tag,
        start_cp=start_cp,
        end_cp=end_cp,
        **anchored(revision.text, start_cp, end_cp),
        note=note,
        origin=origin,
        annotator_uid=annotator_uid,
        fields=empty_fields(tag) if fields is None else fields,
    )
    return with_marks(new)


def moved(annotation: Annotation, text: str, start_cp: int, end_cp: int) -> Annotation:
    """Return the annotation at another span of its text; raises BadSpan.

    Somebody has said where it belongs, so its anchor is exact again.
    """
    new = replace(
        annotation,
        start_cp=start_cp,
        end_cp=end_cp,
        **anchored(text, start_cp, end_cp),
        anchor="exact",
        updated_at=now(),
    )
    return with_marks(new)
