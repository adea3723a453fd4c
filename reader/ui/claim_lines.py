"""The claims that an act touches, and what is told of each of them now."""

from collections.abc import Iterable

from reader.errors import UnknownArticle
from reader.model.annotation import Annotation
from reader.model.change import Edit, Record
from reader.model.claim import Appearance, Correction, Evidence, Review, Ruling
from reader.model.claim_line import ClaimLine, claim_line
from reader.ui.library import Library


def claims_in(edits: Iterable[Edit]) -> set[str]:
    """Return the uids of the claims, or of other annotations, that edits touch."""
    records = (record for one in edits for record in (one.before, one.after))
    return {uid for record in records if (uid := _annotation_of(record))}


def line_of(library: Library, uid: str) -> ClaimLine | None:
    """Return what is told of a claim now; None for no claim, and for one in the trash."""
    entry = library.entry(uid)
    if entry is None or entry.annotation.tag != "claim":
        return None
    try:
        article = library.article_of(entry.annotation.revision_uid)
    except UnknownArticle:
        return None
    return claim_line(entry, article) if article.deleted_at is None else None


def _annotation_of(record: Record | None) -> str:
    if isinstance(record, Annotation):
        return record.uid
    if isinstance(record, Ruling | Evidence | Review | Appearance | Correction):
        return record.annotation_uid
    return ""
