"""Which record of the library each record of a bundle points to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.change import Record
from reader.model.codebook import in_own_order
from reader.storage import queries
from reader.storage.mapping import KINDS
from reader.storage.queries import ANNOTATORS

RELATIONS = KINDS["relation"].table
TEXT, ANNOTATOR = "text", "annotator"
# What the uid in each field names: a kind of record, a text or an annotator.
LINKS: Mapping[str, str] = {
    "annotator_uid": ANNOTATOR,
    "reviewed_by_uid": ANNOTATOR,
    "verified_by_uid": ANNOTATOR,
    "assigned_to_uid": ANNOTATOR,
    "rated_by_uid": ANNOTATOR,
    "reviewer_uid": ANNOTATOR,
    "speaker_uid": "subject",
    "subject_uid": "subject",
    "claimant_uid": "subject",
    "revision_uid": TEXT,
    "annotation_uid": "annotation",
    "ruling_uid": "ruling",
    "from_uid": "annotation",
    "to_uid": "annotation",
    "article_uid": "article",
    "collection_uid": "collection",
    "parent_uid": "collection",
    "part_of_uid": "subject",
    "label_uids": "label",
}


@dataclass(frozen=True, slots=True)
class LinkLabel:
    """What people call a link."""

    key: str
    label: Label


LINK_LABELS = (
    LinkLabel("annotator_uid", Label("who annotated", "من علّق")),
    LinkLabel("reviewed_by_uid", Label("who reviewed it", "من راجعه")),
    LinkLabel("verified_by_uid", Label("who verified it", "من تحقق منه")),
    LinkLabel("assigned_to_uid", Label("whom it was given", "المكلَّف به")),
    LinkLabel("rated_by_uid", Label("who judged", "من أصدر الحكم")),
    LinkLabel("reviewer_uid", Label("the reviewer", "المُراجِع")),
    LinkLabel("speaker_uid", Label("the speaker", "القائل")),
    LinkLabel("subject_uid", Label("the subject", "العَلَم")),
    LinkLabel("claimant_uid", Label("the claimant", "صاحب الادعاء")),
    LinkLabel("article_uid", Label("the article that is the evidence", "المقال الذي هو الدليل")),
    LinkLabel("collection_uid", Label("the collection", "المجموعة")),
    LinkLabel("parent_uid", Label("the collection around it", "المجموعة التي تضمها")),
    LinkLabel("part_of_uid", Label("the place around it", "المكان الذي يضمه")),
    LinkLabel("label_uids", Label("labels", "الوسوم")),
    LinkLabel("own", Label("free fields", "الحقول الإضافية")),
)
# Without these a record is nothing; every other link may be missing.
NEEDED = frozenset(("revision_uid", "annotation_uid", "ruling_uid", "from_uid", "to_uid"))


class Uids:
    """The uids that the library has for what the bundle names; `importer_uid` is who imports."""

    def __init__(self, connection: Connection, importer_uid: str) -> None:
        self._connection = connection
        self._importer_uid = importer_uid
        self._known: dict[tuple[str, str], str | None] = {}

    def put(self, kind: str, theirs: str, ours: str) -> None:
        """Note that what the bundle calls `theirs` is `ours` in the library."""
        self._known[kind, theirs] = ours

    def drop(self, kind: str, theirs: str) -> None:
        """Note that the library does not take what the bundle calls `theirs`."""
        self._known[kind, theirs] = None

    def ours(self, kind: str, theirs: str) -> str | None:
        """Return the library's uid for the bundle's, None where there is no such thing."""
        key = kind, theirs
        if key not in self._known:
            self._known[key] = theirs if self._is_here(kind, theirs) else None
        return self._known[key]

    def linked(self, record: Any) -> tuple[Any, tuple[str, ...]]:
        """Return a record that points to what is here, and the links that lead nowhere."""
        new, loose = self._links_of(record)
        if isinstance(record, Annotation):
            if record.fields is not None:
                typed, more = self._links_of(record.fields)
                new["fields"] = replace(record.fields, **typed)
                loose += more
            own = [(one, self.ours("field", one.field_uid)) for one in record.own]
            held = [replace(one, field_uid=uid) for one, uid in own if uid is not None]
            new["own"] = in_own_order(held)
            loose += ("own",) if len(held) < len(own) else ()
        return replace(record, **new), loose

    def _links_of(self, value: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
        new: dict[str, Any] = {}
        loose = []
        cls: type = type(value)
        for name in _links_in(cls):
            held = getattr(value, name)
            if isinstance(held, tuple):
                found = [self.ours(LINKS[name], one) for one in held]
                new[name] = tuple(one for one in found if one is not None)
                is_loose = None in found
            else:
                new[name] = self._one(name, held)
                is_loose = held is not None and new[name] is None
            if is_loose:
                loose.append(name)
        return new, tuple(loose)

    def _one(self, name: str, theirs: str | None) -> str | None:
        if theirs is None:
            return None
        found = self.ours(LINKS[name], theirs)
        return self._importer_uid if found is None and name == "annotator_uid" else found

    def _is_here(self, kind: str, uid: str) -> bool:
        if kind == TEXT:
            return queries.revision(self._connection, uid) is not None
        if kind == ANNOTATOR:
            return bool(queries.annotators_where(self._connection, ANNOTATORS.c.uid == uid))
        return bool(queries.records(self._connection, kind, [uid]))


@cache
def _links_in(cls: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.name in LINKS)


def of_kind(records: tuple[Record, ...], cls: type) -> Iterator[Any]:
    """Yield the records of one class."""
    return (one for one in records if isinstance(one, cls))


def ties_from(connection: Connection, uids: Iterable[str]) -> dict[tuple[str, str, str], str]:
    """Return the relations that go from some annotations: their uids by both ends and type."""
    columns = (RELATIONS.c.uid, RELATIONS.c.from_uid, RELATIONS.c.to_uid, RELATIONS.c.type)
    found: dict[tuple[str, str, str], str] = {}
    for some in queries.chunks(sorted(uids)):
        query = select(*columns).where(RELATIONS.c.from_uid.in_(some))
        for row in connection.execute(query):
            found[row.from_uid, row.to_uid, row.type] = row.uid
    return found
