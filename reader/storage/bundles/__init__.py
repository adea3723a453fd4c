"""The one door for annotations from outside: a bundle becomes one act, and changes nothing of ours.

What is here already is recognised: a record by its uid; an article also by its address
or its text, a person by name and login, a tag by its key, a collection or a label by its
name, a subject by its Wikidata id or by its kind and name. Records of the bundle then point
to what is here. What does not fit, or says otherwise, is listed and left out.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from reader.label import Label
from reader.model.annotation import Relation
from reader.model.bundle import BroughtIn, Bundle, BundledText, Misfit
from reader.model.change import RECORD_KINDS, Change, Edit, Record, edit, kind_of
from reader.model.claim import DeskRules, Ruling, VerdictScale, with_kept_rating
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel, Collection, in_order
from reader.model.places import from_outside_in
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.storage import queries, scales
from reader.storage.bundles.again import says_the_same
from reader.storage.bundles.articles import ArticleDoor
from reader.storage.bundles.fitting import misfit_of, name_of, named_in
from reader.storage.bundles.linking import LINK_LABELS, NEEDED, Uids, of_kind, ties_from
from reader.storage.bundles.people import (
    bring_annotators,
    new_tags,
    twin_fields,
    twin_shelves,
    twin_subjects,
)
from reader.storage.bundles.shipped import Renewal, edited_scales, edited_tags
from reader.storage.known import Known

Apply = Callable[[Change, Connection], Change]

_DIFFERS = Label(
    "it is here already with other content, which stays",
    "موجود هنا بمحتوى آخر، وقد بقي ما هنا على حاله",
)
_LOOSE = Label("what it belongs to is missing", "ما يتبع له غير موجود")
_UNLINKED = Label(
    "what it points to is missing, so it came without: {names}",
    "ما يشير إليه غير موجود، فاستُورد من دون: {names}",
)
_RING = Label(
    "it would be part of itself, so it came without what is around it",
    "يكون جزءًا من نفسه، فاستُورد من دون ما يضمه",
)
# These point to each other in this order; every other kind points to them.
_FIRST = ("collection", "label", "subject", "field", "template")
_APART = (*_FIRST, "tag", "article", "annotation", "scale", "desk", "relation")
_LAST = tuple(key for key, _, _ in RECORD_KINDS if key not in _APART)


def bring_in(
    bundle: Bundle,
    annotator_uid: str,
    session_uid: str,
    connection: Connection,
    *,
    apply: Apply,
    known: Known,
) -> BroughtIn:
    """Save what a bundle holds and the library has not, in the caller's transaction."""
    door = _Door(connection, bundle, annotator_uid, known)
    articles = ArticleDoor(connection, door.uids, (annotator_uid, session_uid))
    door.bring_shared()
    texts = _texts_of(bundle)
    for one in bundle.articles:
        articles.bring(one, sorted(texts.get(one.uid, ()), key=lambda text: text.revision.number))
    came = articles.came
    door.edits += came.edits
    door.bring_rest()
    change = None
    if door.edits:
        change = apply(
            Change(
                act="import_annotations",
                edits=tuple(door.edits),
                annotator_uid=annotator_uid,
                session_uid=session_uid,
            ),
            connection,
        )
    return BroughtIn(
        change=change,
        articles=tuple(came.added),
        known=tuple(came.known),
        added=dict(door.added),
        present=dict(door.present),
        misfits=(*bundle.misfits, *came.misfits, *door.misfits),
    )


def _with_rating(theirs: Record, ours: Record) -> Record:
    """Return a ruling that tells no rating with ours: it went out before there were any."""
    if isinstance(theirs, Ruling) and isinstance(ours, Ruling):
        return with_kept_rating(theirs, ours)
    return theirs


def _texts_of(bundle: Bundle) -> dict[str, list[BundledText]]:
    texts: dict[str, list[BundledText]] = {}
    for text in bundle.texts:
        texts.setdefault(text.revision.article_uid, []).append(text)
    return texts


class Rehearsed(Exception):
    """What would have come in: raised in the transaction, it takes everything back."""

    def __init__(self, came: BroughtIn) -> None:
        super().__init__()
        self.came = came


class _Door:
    """Takes the records of a bundle one kind after another, and makes edits of those that fit."""

    def __init__(
        self, connection: Connection, bundle: Bundle, annotator_uid: str, known: Known
    ) -> None:
        self._connection = connection
        self._bundle = bundle
        self._known = known
        self._tags: set[str] = set()
        self.uids = Uids(connection, annotator_uid)
        self.edits: list[Edit] = []
        self.misfits: list[Misfit] = []
        self.added: Counter[str] = Counter()
        self.present: Counter[str] = Counter()

    def bring_shared(self) -> None:
        """Bring what all articles share: people, tags, shelves and subjects."""
        records = self._bundle.records
        self.misfits += bring_annotators(self._connection, self._bundle.annotators, self.uids)
        self._tags |= {one.key for one in queries.tags(self._connection)}
        # They come as a part of a bundle, or among its records.
        tags = (*self._bundle.tags, *of_kind(records, Tag))
        self.stage("tag", new_tags(self._connection, tags))
        self._renew("tag", edited_tags(self._connection, tags))
        self._tags |= {one.uid for one in self.edits if one.kind == "tag"}
        every = list(of_kind(records, Collection))
        collections = [one for _, one in in_order(every)]
        # Those that lie in themselves are in no order.
        lost = [one for one in every if one not in collections]
        self.misfits += [Misfit(name_of(one), _LOOSE) for one in lost]
        labels, found = list(of_kind(records, ArticleLabel)), list(of_kind(records, Subject))
        turns = from_outside_in(found)
        subjects = [one for turn in turns for one in turn]
        cut = {one.uid for one in subjects if one.part_of_uid is None}
        rings = [one for one in found if one.uid in cut and one.part_of_uid is not None]
        self.misfits += [Misfit(name_of(one), _RING) for one in rings]
        twin_shelves(self._connection, collections, labels, self.uids)
        self.misfits += twin_subjects(self._connection, subjects, self.uids)
        self.stage("collection", collections)
        self.stage("label", labels)
        for turn in turns:
            self.stage("subject", turn)
        own = list(of_kind(records, OwnField))
        twin_fields(self._connection, own, self.uids)
        self.stage("field", own)
        self.stage("template", list(of_kind(records, Template)))
        self._stage_desk()

    def bring_rest(self) -> None:
        """Bring annotations and what hangs on them."""
        by_kind: dict[str, list[Record]] = {}
        for one in self._bundle.records:
            by_kind.setdefault(kind_of(one), []).append(one)
        for kind in ("annotation", *_LAST):
            self.stage(kind, by_kind.get(kind, []))
        self._stage_relations(list(of_kind(self._bundle.records, Relation)))

    def _stage_desk(self) -> None:
        """Bring scales, and rules of the desk where there are none and their scale is known."""
        records = self._bundle.records
        came = list(of_kind(records, VerdictScale))
        edited = edited_scales(self._connection, came)
        known = {here.uid for here, _ in edited}
        self.stage("scale", [one for one in came if one.uid not in known])
        self._renew("scale", edited)
        keys = {one.uid for one in self.edits if one.kind == "scale"}
        keys |= {one.key for one in scales.verdict_scales(self._connection)} | {""}
        rules = list(of_kind(records, DeskRules))
        self.stage("desk", [one for one in rules if one.scale in keys])
        self.misfits += [Misfit(name_of(one), _LOOSE) for one in rules if one.scale not in keys]

    def _renew(self, kind: str, renewals: Sequence[Renewal]) -> None:
        """Take over what was edited elsewhere and is as shipped here; tell what stays."""
        for here, after in renewals:
            misfit = misfit_of(self._connection, after, self._known, self._tags)
            if here is after:
                misfit = Misfit(name_of(here), _DIFFERS)
            if misfit is not None:
                self.misfits.append(misfit)
            else:
                self.added[kind] += 1
                self.edits.append(edit(here, after))

    def _stage_relations(self, relations: Sequence[Relation]) -> None:
        """Bring relations, but none of a type that ties the same two annotations here already."""
        here = ties_from(self._connection, {one.from_uid for one in relations})
        new = [
            one
            for one in relations
            if here.get((one.from_uid, one.to_uid, one.type), one.uid) == one.uid
        ]
        if len(new) < len(relations):
            self.present["relation"] = len(relations) - len(new)
        self.stage("relation", new)

    def stage(self, kind: str, records: Sequence[Record]) -> None:
        """Make edits of the records of a kind that are not here and fit."""
        linked = [(found, one) for one in records if (found := self._linked(one)) is not None]
        ours = {self._ours(kind, one) for one, _ in linked}
        held = queries.records(self._connection, kind, ours)
        taken: dict[str, Record] = {}
        for one, as_told in linked:
            here = held.get(self._ours(kind, one)) or taken.get(one.uid)
            if here is None:
                self._take(kind, one)
                taken[one.uid] = one
            elif here.uid != one.uid or says_the_same(here, _with_rating(one, here), as_told):
                self.present[kind] += 1
            else:
                self.misfits.append(Misfit(name_of(one), _DIFFERS))

    def _take(self, kind: str, one: Record) -> None:
        misfit = misfit_of(self._connection, one, self._known, self._tags)
        if misfit is not None:
            self.uids.drop(kind, one.uid)
            self.misfits.append(misfit)
            return
        self.uids.put(kind, one.uid, one.uid)
        self.added[kind] += 1
        self.edits.append(Edit(None, one))

    def _ours(self, kind: str, one: Record) -> str:
        """Return the uid that the library has for a record: its own, or its twin's."""
        return (self.uids.ours(kind, one.uid) or one.uid) if kind in _FIRST else one.uid

    def _linked(self, one: Record) -> Record | None:
        linked, loose = self.uids.linked(one)
        if NEEDED.intersection(loose):
            self.misfits.append(Misfit(name_of(one), _LOOSE))
            return None
        if loose:
            self.misfits.append(Misfit(name_of(one), named_in(_UNLINKED, loose, LINK_LABELS)))
        record: Record = linked
        return record
