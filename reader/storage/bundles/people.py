"""The people, tags, shelves and subjects of a bundle, and who of them is here already."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from reader.errors import BadValue
from reader.label import Label
from reader.model.annotation import Annotator
from reader.model.bundle import Misfit
from reader.model.codebook import OwnField
from reader.model.collection import ArticleLabel, Collection, in_order
from reader.model.subject import Subject
from reader.model.subject_fields import SUBJECT_FIELDS
from reader.model.tags import Tag
from reader.storage import queries
from reader.storage.bundles.fitting import named_in
from reader.storage.bundles.linking import ANNOTATOR, Uids
from reader.storage.codebook import own_fields
from reader.storage.mapping import KINDS, row_of
from reader.storage.queries import ANNOTATORS
from reader.text.folding import same_name

_DETAILS = Label(
    "it is here with other details, which stay: {names}",
    "موجود هنا ببيانات أخرى وقد بقيت كما هي: {names}",
)
_SAID = (
    "kind",
    "latin_name",
    "latin_scheme",
    "role",
    "wikidata_id",
    "note",
    "country",
    "geonames_id",
)


def bring_annotators(
    connection: Connection, annotators: Iterable[Annotator], uids: Uids
) -> list[Misfit]:
    """Save annotators who are not here, under their uids."""
    misfits = []
    held = queries.annotators_where(connection)
    by_uid, by_name = {one.uid: one for one in held}, {(one.name, one.login): one for one in held}
    for one in annotators:
        found = by_uid.get(one.uid) or by_name.get((one.name, one.login))
        if found is None:
            try:
                connection.execute(insert(ANNOTATORS), row_of(ANNOTATORS, one))
            except BadValue as error:
                reason = Label(error.sentence("en"), error.sentence("ar"))
                misfits.append(Misfit(one.uid, reason))
                continue
            by_uid[one.uid] = by_name[one.name, one.login] = found = one
        uids.put(ANNOTATOR, one.uid, found.uid)
    return misfits


def new_tags(connection: Connection, tags: Iterable[Tag]) -> list[Tag]:
    """Return the tags whose keys are not here, after ours; a key that is taken applies ours."""
    held = queries.tags(connection)
    keys, digits = {one.key for one in held}, {one.digit for one in held}
    position = max((one.position for one in held), default=0)
    found = []
    for one in tags:
        if one.key in keys:
            continue
        position += 1
        digit = "" if one.digit in digits else one.digit
        found.append(replace(one, digit=digit, position=position, built_in=False))
        keys.add(one.key)
        digits.add(one.digit)
    return found


def twin_shelves(
    connection: Connection,
    collections: Iterable[Collection],
    labels: Iterable[ArticleLabel],
    uids: Uids,
) -> None:
    """Note which collections and labels are here under other uids: those of the same name."""
    table = KINDS["collection"].table
    rows = connection.execute(select(table.c.uid, table.c.name, table.c.parent_uid))
    held = {(row.name, row.parent_uid): row.uid for row in rows}
    here = set(held.values())
    for _, one in in_order(collections):
        parent = None if one.parent_uid is None else uids.ours("collection", one.parent_uid)
        twin = held.get((one.name, parent))
        if one.uid in here or twin is None:
            uids.put("collection", one.uid, one.uid)
        else:
            uids.put("collection", one.uid, twin)
    table = KINDS["label"].table
    found = {row.name: row.uid for row in connection.execute(select(table.c.uid, table.c.name))}
    here = set(found.values())
    for label in labels:
        uids.put(
            "label", label.uid, label.uid if label.uid in here else found.get(label.name, label.uid)
        )


def twin_fields(connection: Connection, fields: Iterable[OwnField], uids: Uids) -> None:
    """Note which free fields are here under other uids: of the same tag, with the same key."""
    held = {(one.tag, one.key): one for one in own_fields(connection)}
    here = {one.uid for one in held.values()}
    for one in fields:
        twin = None if one.uid in here else held.get((one.tag, one.key))
        is_same = twin is not None and (twin.kind, twin.choices) == (one.kind, one.choices)
        uids.put("field", one.uid, twin.uid if twin is not None and is_same else one.uid)


def twin_subjects(connection: Connection, subjects: Iterable[Subject], uids: Uids) -> list[Misfit]:
    """Note which subjects are here under other uids; return what theirs say otherwise.

    Those with the same Wikidata id, and those of the same kind and name, as search
    compares names, unless their Wikidata ids tell them apart.
    """
    held = queries.subjects_where(connection)
    here = {one.uid for one in held}
    by_id = {one.wikidata_id: one for one in held if one.wikidata_id}
    twins: list[tuple[Subject, Subject]] = []
    for one in subjects:
        twin = None
        if one.uid not in here:
            twin = by_id.get(one.wikidata_id) or next(
                (our for our in held if _is_same(one, our)), None
            )
        uids.put("subject", one.uid, one.uid if twin is None else twin.uid)
        if twin is not None:
            twins.append((one, twin))
    told = ((one, _said_otherwise(one, twin, uids)) for one, twin in twins)
    return [
        Misfit(one.name, named_in(_DETAILS, others, SUBJECT_FIELDS))
        for one, others in told
        if others
    ]


def _is_same(theirs: Subject, ours: Subject) -> bool:
    ids = {theirs.wikidata_id, ours.wikidata_id} - {""}
    return len(ids) < 2 and theirs.kind == ours.kind and same_name(theirs.name, ours.name)


def _said_otherwise(theirs: Subject, ours: Subject, uids: Uids) -> list[str]:
    """Return the fields in which theirs says what ours does not."""
    said = [name for name in _SAID if getattr(theirs, name) not in ("", getattr(ours, name))]
    places = [(one.latitude, one.longitude) for one in (theirs, ours)]
    said += ["coordinates"] if places[0] not in ((None, None), places[1]) else []
    around = theirs.part_of_uid
    if around is not None and uids.ours("subject", around) != ours.part_of_uid:
        said.append("part_of_uid")
    more = set(theirs.other_names) - {ours.name, *ours.other_names}
    return [*said, "other_names"] if more else said
