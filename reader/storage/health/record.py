"""Whether the record of changes is whole, and leads to what the library holds."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, exists, not_, select

from reader.errors import BadSpan
from reader.model.change import Record
from reader.model.claim import Ruling
from reader.model.shipped_scales import shipped_scales
from reader.model.tags import TAGS
from reader.storage.codebook import OWN_VALUES
from reader.storage.health.chain import Last, look_at_chain
from reader.storage.health.checks import Found
from reader.storage.health.filled import Ratings
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.queries import ANNOTATIONS, FIGURES, REVISIONS, chunks, records, tags
from reader.storage.recording import CHANGES
from reader.storage.scales import verdict_scales
from reader.storage.snapshots import from_json
from reader.storage.types import UtcDateTime

# What a snapshot that was written by nobody can make of itself.
_NO_SNAPSHOT = (BadSpan, KeyError, TypeError, ValueError, AttributeError)


def look_at_record(connection: Connection) -> Iterator[Found]:
    """Yield rows of the record that were altered, and things that it does not lead to."""
    last: Last = {}
    yield from look_at_chain(connection, last)
    yield from _reversals(connection)
    yield from _imported_texts(connection)
    for kind in KINDS:
        recorded = {uid: sequence for (one, uid), sequence in last.items() if one == kind}
        yield from _leads_to(connection, kind, recorded)


def _reversals(connection: Connection) -> Iterator[Found]:
    earlier = CHANGES.alias()
    there = exists().where(
        earlier.c.uid == CHANGES.c.reverses, earlier.c.sequence < CHANGES.c.sequence
    )
    query = select(CHANGES.c.sequence).where(CHANGES.c.reverses.is_not(None), not_(there))
    for (sequence,) in connection.execute(query):
        yield "sequence", f"changes {sequence}"


def _imported_texts(connection: Connection) -> Iterator[Found]:
    """Yield texts that do not bear the digests which the record of their import names."""
    query = select(CHANGES.c.after).where(CHANGES.c.kind == "article", CHANGES.c.act == "import")
    columns = (REVISIONS.c.uid, REVISIONS.c.text_sha256, REVISIONS.c.source_sha256)
    for (after,) in connection.execute(query).all():
        try:
            text = json.loads(after or "{}").get("revision")
            expected = text and (text["uid"], text["text_sha256"], text["source_sha256"])
        except _NO_SNAPSHOT:
            continue  # the chain tells that the record was altered
        if expected:
            found = connection.execute(select(*columns).where(columns[0] == expected[0]))
            if found.one_or_none() != expected:
                yield "text_hash", f"revisions {expected[0]}"


def _leads_to(connection: Connection, kind: str, recorded: dict[str, int]) -> Iterator[Found]:
    """Yield things of a kind that are not what their last change made of them."""
    table = KINDS[kind].table
    there = set(connection.scalars(select(KINDS[kind].uid)))
    begun, ratings = _begun(connection, kind), Ratings(connection)
    for uid in sorted(there - recorded.keys() - begun):
        yield "record", f"{table.name} {uid}"
    for uids in chunks(sorted(recorded)):
        plain = _plain_annotations(connection, uids) if kind == "annotation" else {}
        after = dict(_snapshots(connection, [recorded[uid] for uid in uids]))
        # What is the same letter for letter needs no second look, and nearly all of it is.
        doubtful = [uid for uid in uids if not (uid in plain and _parsed(after, uid) == plain[uid])]
        held = _held(connection, kind, [uid for uid in doubtful if uid in there])
        for uid in doubtful:
            snapshot = after.get(uid)
            is_there = uid in there
            is_same = _same(kind, snapshot, held.get(uid), ratings)
            if (snapshot is not None) != is_there or not is_same:
                yield "record", f"{table.name} {uid}"


def _begun(connection: Connection, kind: str) -> frozenset[str]:
    """Return the keys of tags and scales that are as every library has them from its beginning."""
    if kind == "tag":
        return frozenset(one.key for one in tags(connection) if one in TAGS)
    if kind == "scale":
        shipped = shipped_scales()
        return frozenset(one.key for one in verdict_scales(connection) if one in shipped)
    return frozenset()


def _plain_annotations(connection: Connection, uids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return annotations as their snapshots say it: far quicker than values of the model."""
    fields: dict[str, dict[str, Any]] = {}
    for table in TABLE_OF_FIELDS.values():
        for row in _plain(connection, table, table.c.annotation_uid.in_(uids)):
            fields[row.pop("annotation_uid")] = row
    figures = _listed(connection, FIGURES, uids, "position")
    for row in chain.from_iterable(figures.values()):
        del row["position"]
    for uid, one in fields.items():
        if "claim_text" in one:
            one["numbers"] = figures.get(uid, [])
    own = _listed(connection, OWN_VALUES, uids, "field_uid")
    found = _plain(connection, ANNOTATIONS, ANNOTATIONS.c.uid.in_(uids))
    return {
        one["uid"]: one | {"fields": fields.get(one["uid"]), "own": own.get(one["uid"], [])}
        for one in found
    }


def _listed(
    connection: Connection, table: Table, uids: Sequence[str], order: str
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that annotations have in a table of many, by their uid."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _plain(connection, table, table.c.annotation_uid.in_(uids)):
        found.setdefault(row.pop("annotation_uid"), []).append(row)
    for some in found.values():
        some.sort(key=itemgetter(order))
    return found


def _plain(
    connection: Connection, table: Table, condition: ColumnElement[bool]
) -> list[dict[str, Any]]:
    names = table.columns.keys()
    moments = [column.key for column in table.columns if isinstance(column.type, UtcDateTime)]
    rows = connection.execute(select(table).where(condition)).all()
    found = [dict(zip(names, row, strict=True)) for row in rows]
    for one in found:
        for name in moments:
            if one[name] is not None:
                one[name] = one[name].isoformat()
    return found


def _parsed(after: Mapping[str, str | None], uid: str) -> object:
    try:
        found = json.loads(after.get(uid) or "null")
    except ValueError:
        return None
    if not isinstance(found, dict):
        return None
    # What was recorded before there were free fields, or numbers of claims, holds none.
    fields = found.get("fields")
    if isinstance(fields, dict) and "claim_text" in fields:
        found["fields"] = {"numbers": [], **fields}
    return {"own": [], **found}


def _snapshots(connection: Connection, sequences: Sequence[int]) -> Sequence[Any]:
    query = select(CHANGES.c.record_uid, CHANGES.c.after)
    return connection.execute(query.where(CHANGES.c.sequence.in_(sequences))).all()


def _held(connection: Connection, kind: str, uids: Sequence[str]) -> dict[str, Record]:
    try:
        return records(connection, kind, uids)
    except BadSpan:
        # One annotation that cannot be: the others are still to be held against the record.
        if len(uids) == 1:
            return {}
        middle = len(uids) // 2
        first, second = uids[:middle], uids[middle:]
        return _held(connection, kind, first) | _held(connection, kind, second)


def _same(kind: str, after: str | None, held: Record | None, ratings: Ratings) -> bool:
    try:
        if isinstance(held, Ruling) and after is not None:
            held = ratings.without_filled(after, held)
        return from_json(kind, after) == held
    except _NO_SNAPSHOT:
        return False
