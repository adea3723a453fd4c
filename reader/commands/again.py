"""An article that is imported again from the command line: its next text is shown, and told."""

from typing import Any

from reader.frozen import dataclass
from reader.label import Label
from reader.model.article import ImportedArticle, Revision
from reader.model.change import Change
from reader.storage import Store
from reader.storage.bringing import Again, bring
from reader.text.revising import Revised

_SHOWN = Label(
    "it is in the library already, with this very text",
    "هو في المكتبة من قبل، وبهذا النص نفسه",
)
_NEXT = Label(
    "revision {number}; places changed: {places}; annotations that stayed: {stayed},"
    " moved: {moved}, to look at: {uncertain}, lost: {lost}, found again: {found_again}",
    "المراجعة {number}؛ المواضع المتغيرة: {places}؛ التعليقات الباقية: {stayed}، المنتقلة: {moved}،"
    " للمراجعة: {uncertain}، المفقودة: {lost}، ما عُثر عليه ثانية: {found_again}",
)


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import has come to: the text that its article shows now, and what to say of it.

    `again` is what `--json` tells of an article that was there already, None for a new one.
    """

    article_uid: str
    revision: Revision
    notes: tuple[Label, ...] = ()
    again: dict[str, Any] | None = None


def brought(
    store: Store, imported: ImportedArticle, annotator_uid: str, session_uid: str, *, as_new: bool
) -> Brought:
    """Add an import, or show it as the next text of its article, its annotations followed.

    Raises as `Store.add_article` and `Store.apply` do.
    """
    if as_new:
        article = store.add_article(imported, annotator_uid, session_uid)
        return Brought(article.uid, imported.revision)
    found = bring(store, imported, annotator_uid, session_uid)
    if not isinstance(found, Again):
        return Brought(found.uid, imported.revision)
    uid = found.article.uid
    if found.is_shown:
        told = {"revision": found.revision.number, "new": False}
        return Brought(uid, found.revision, (_SHOWN,), told)
    revised = store.revised(uid, found.revision.uid)
    change = Change(
        act="revise", edits=revised.edits, annotator_uid=annotator_uid, session_uid=session_uid
    )
    store.apply(change)
    return _revised(uid, found, revised)


def _revised(uid: str, found: Again, revised: Revised) -> Brought:
    keys = ("stayed", "moved", "uncertain", "lost", "found_again")
    counts = {key: getattr(revised, key) for key in keys}
    facts = {"number": found.revision.number, "places": found.places, **counts}
    note = Label(_NEXT.en.format(**facts), _NEXT.ar.format(**facts))
    told = {"revision": found.revision.number, "new": True, "places": found.places, **counts}
    return Brought(uid, found.revision, (note,), told)
