"""Whether the record of changes is whole: what was altered, taken out, or put elsewhere."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from reader.storage.health.checks import Found
from reader.storage.recording import CHANGES, digest_of

_ROWS_AT_ONCE = {"yield_per": 1000}
# So many broken links are looked at closely; more say nothing new.
_MOST_BROKEN = 20

# The last row of the record for each thing: by kind and uid, its sequence.
Last = dict[tuple[str, str], int]


def look_at_chain(connection: Connection, last: Last) -> Iterator[Found]:
    """Yield rows whose digest does not follow from the one before, and why; fill `last`.

    Each digest is made of the one before it and of its own row. A row that follows from
    a digest which stands elsewhere was put elsewhere; where a number is missing just before
    it, a row was taken out; otherwise the row itself was altered.
    """
    query = select(CHANGES).order_by(CHANGES.c.sequence)
    digest, uid, position, seen, before = "", "", -1, set(), 0
    broken: list[tuple[dict[str, Any], int]] = []
    for row in connection.execute(query, execution_options=_ROWS_AT_ONCE).mappings():
        if digest_of(digest, row) != row["digest"]:
            broken.append((dict(row), before))
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
        last[row["kind"], row["record_uid"]] = before = row["sequence"]
    yield from _told(connection, broken)
    yield from _missing_end(connection, before)


def _told(connection: Connection, broken: list[tuple[dict[str, Any], int]]) -> Iterator[Found]:
    """Yield what each broken link tells."""
    if not broken:
        return
    digests = ["", *connection.scalars(select(CHANGES.c.digest))]
    for place, (row, before) in enumerate(broken):
        sequence = row["sequence"]
        is_close = place < _MOST_BROKEN
        if is_close and any(digest_of(one, row) == row["digest"] for one in digests):
            yield "reordered", f"changes {sequence}"
        elif sequence > before + 1:
            yield "removed", f"changes {before + 1}"
        else:
            yield "chain", f"changes {sequence}"


def _missing_end(connection: Connection, newest: int) -> Iterator[Found]:
    """Yield a finding when the newest rows are gone: SQLite remembers the last number it gave.

    A server counts on when a save fails, so there only what the rows led to tells of it.
    """
    if connection.dialect.name != "sqlite":
        return
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'changes'")
    if (given.scalar() or 0) > newest:
        yield "removed", f"changes {newest + 1}"
