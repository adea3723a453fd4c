"""Ties an annotation to its words: the span, what it says, and what stands around it."""

from dataclasses import dataclass, replace

from reader.errors import BadSpan
from reader.model.annotation import Annotation, TypedFields
from reader.model.article import Revision
from reader.model.identity import now
from reader.text.boundaries import next_grapheme, previous_grapheme

CONTEXT_CP = 32  # at most, on either side; as much as W3C TextQuoteSelectors commonly carry


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a span and those around it (the W3C TextQuoteSelector)."""

    exact: str
    prefix: str
    suffix: str


def anchored(text: str, start_cp: int, end_cp: int) -> Anchor:
    """Return the anchor of a span; raises BadSpan.

    The context is up to `CONTEXT_CP` code points and cuts no grapheme.
    """
    if not 0 <= start_cp < end_cp <= len(text):
        raise BadSpan(start=start_cp, end=end_cp, length=len(text))
    return Anchor(
        exact=text[start_cp:end_cp],
        prefix=text[_context_start(text, start_cp) : start_cp],
        suffix=text[end_cp : _context_end(text, end_cp)],
    )


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
    """Return an annotation of a span of a revision's text; raises BadSpan."""
    anchor = anchored(revision.text, start_cp, end_cp)
    moment = now()
    return Annotation(
        revision_uid=revision.uid,
        tag=tag,
        start_cp=start_cp,
        end_cp=end_cp,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        note=note,
        origin=origin,
        annotator_uid=annotator_uid,
        created_at=moment,
        updated_at=moment,
        fields=fields,
    )


def moved(annotation: Annotation, text: str, start_cp: int, end_cp: int) -> Annotation:
    """Return an annotation with other ends in the same text; raises BadSpan."""
    anchor = anchored(text, start_cp, end_cp)
    return replace(
        annotation,
        start_cp=start_cp,
        end_cp=end_cp,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        updated_at=now(),
    )


def _context_start(text: str, start_cp: int) -> int:
    """Return where the context before a span begins, on the border of a grapheme."""
    wanted = max(0, start_cp - CONTEXT_CP)
    if wanted == 0:
        return 0
    border = previous_grapheme(text, wanted + 1)
    return wanted if border == wanted else min(start_cp, next_grapheme(text, border))


def _context_end(text: str, end_cp: int) -> int:
    """Return where the context behind a span ends, on the border of a grapheme."""
    wanted = min(len(text), end_cp + CONTEXT_CP)
    if wanted == len(text):
        return wanted
    border = previous_grapheme(text, wanted + 1)
    return wanted if border == wanted else max(end_cp, border)
