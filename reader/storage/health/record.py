"""Whether the record of changes is whole, and leads to what the library holds."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, exists, not_, select

from reader.errors import BadSpan
from reader.model.change import Record
from reader.storage.health.checks import Found
from reader.storage.mapping import KINDS
from reader.storage.queries import REVISIONS, chunks, records
from reader.storage.recording import CHANGES, digest_of
from reader.storage.snapshots import from_json

_ROWS_AT_ONCE = {"yield_per": 1000}
# What a snapshot that was written by nobody can make of itself.
_NO_SNAPSHOT = (BadSpan, KeyError, TypeError, ValueError, AttributeError)

# The last row of the record for each thing: by kind and uid, its sequence.
_Last = dict[tuple[str, str], int]


def look_at_record(connection: Connection) -> Iterator[Found]:
    """Yield rows of the record that were altered, and things that it does not lead to."""
    last: _Last = {}
    yield from _chain(connection, last)
    yield from _missing_end(connection, last)
    yield from _reversals(connection)
    yield from _imported_texts(connection)
    for kind in KINDS:
        recorded = {uid: sequence for (one, uid), sequence in last.items() if one == kind}
        yield from _leads_to(connection, kind, recorded)


def _chain(connection: Connection, last: _Last) -> Iterator[Found]:
    """Yield rows whose digest is not theirs or that stand in a wrong place; fill `last`."""
    query = select(CHANGES).order_by(CHANGES.c.sequence)
    digest, uid, position, seen = "", "", -1, set()
    for row in connection.execute(query, execution_options=_ROWS_AT_ONCE).mappings():
        if digest_of(digest, row) != row["digest"]:
            yield "chain", f"changes {row['sequence']}"
        # One altered row is one finding: the next is held against what stands there.
        digest = row["digest"]
        if row["uid"] != uid:
            uid, position = row["uid"], -1
            if uid in seen:
                yield "sequence", f"changes {row['sequence']}"
            seen.add(uid)
        position += 1
        if row["position"] != position:
            yield "sequence", f"changes {row['sequence']}"
        last[row["kind"], row["record_uid"]] = row["sequence"]


def _missing_end(connection: Connection, last: _Last) -> Iterator[Found]:
    """Yield a finding when the newest rows are gone: SQLite remembers the last number it gave."""
    if connection.dialect.name != "sqlite":
        return
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'changes'")
    newest = max(last.values(), default=0)
    if (given.scalar() or 0) > newest:
        yield "chain", f"changes {newest + 1}"


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
    query = select(CHANGES.c.after).where(CHANGES.c.kind == "article", CHANGES.c.before.is_(None))
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
    there = set(connection.scalars(select(table.c.uid)))
    for uid in sorted(there - recorded.keys()):
        yield "record", f"{table.name} {uid}"
    for uids in chunks(sorted(recorded)):
        held = _held(connection, kind, [uid for uid in uids if uid in there])
        for uid, after in _snapshots(connection, [recorded[uid] for uid in uids]):
            if (after is None) != (uid not in there) or not _same(kind, after, held.get(uid)):
                yield "record", f"{table.name} {uid}"


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


def _same(kind: str, after: str | None, held: Record | None) -> bool:
    try:
        return from_json(kind, after) == held
    except _NO_SNAPSHOT:
        return False
