"""The record of changes: written with each change, read as changes again."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
)

from reader.model.anchors import CERTAIN
from reader.model.annotation import Annotation
from reader.model.article import Revision
from reader.model.change import Change, Edit
from reader.model.history import Event
from reader.model.identity import new_uid
from reader.storage.mapping import table_of
from reader.storage.queries import chunks
from reader.storage.schema import ChangeRow
from reader.storage.snapshots import canonical_json, from_json, to_json

CHANGES = table_of(ChangeRow)

_HANGING = ("ruling", "evidence", "relation")
_APART = frozenset(("sequence", "digest", "before", "after"))
# Asked with every save, so written once.
_LAST_SEQUENCE = select(func.max(CHANGES.c.sequence))
_SEQUENCE_OF = _LAST_SEQUENCE.where(CHANGES.c.uid == bindparam("of"))
_LAST_DIGEST = select(CHANGES.c.digest).order_by(CHANGES.c.sequence.desc()).limit(1)
_INSERT = insert(CHANGES)


def last_sequence(connection: Connection) -> int:
    """Return the place of the newest change in the order of commits; 0 for none."""
    return connection.scalar(_LAST_SEQUENCE) or 0


def sequence_of(connection: Connection, uid: str) -> int | None:
    """Return the sequence under which a change is recorded, or None."""
    found: int | None = connection.scalar(_SEQUENCE_OF, {"of": uid})
    return found


def record(connection: Connection, change: Change, **more: Any) -> int:
    """Write one row for each edit and return the sequence of the last; 0 for no edits.

    `more` stands in the snapshots of what is there after. The caller holds the
    write lock, so the chain of digests follows the order of commits.
    """
    digest = connection.scalar(_LAST_DIGEST) or ""
    rows = []
    for position, edit in enumerate(change.edits):
        row = _row(change, edit, position, more)
        digest = digest_of(digest, row)
        rows.append(row | {"digest": digest})
    if not rows:
        return 0
    if len(rows) == 1:  # most acts: the database tells the number with the row
        (sequence,) = connection.execute(_INSERT, rows[0]).inserted_primary_key or (0,)
        return int(sequence)
    connection.execute(_INSERT, rows)
    return last_sequence(connection)


def record_import(
    connection: Connection, edit: Edit, text: Revision, annotator_uid: str, session_uid: str
) -> None:
    """Write that a text came into the library.

    An import is told from another by its text, unless that was here before and erased.
    """
    change = Change(
        uid=text.uid if sequence_of(connection, text.uid) is None else new_uid(),
        act="import",
        at=text.imported_at,
        edits=(edit,),
        annotator_uid=annotator_uid,
        session_uid=session_uid,
    )
    # The record tells the text by its digests; the text itself never changes.
    described = {key: value for key, value in asdict(text).items() if key != "text"}
    record(connection, change, revision=described)


def record_erasure(connection: Connection, change: Change, article_uids: Sequence[str]) -> int:
    """Write one row for each article that was erased, without any value of it."""
    digest = connection.scalar(_LAST_DIGEST) or ""
    rows = []
    for position, uid in enumerate(article_uids):
        row = _outline(change, position) | {"kind": "article", "record_uid": uid}
        row |= {"before": None, "after": None}
        digest = digest_of(digest, row)
        rows.append(row | {"digest": digest})
    connection.execute(_INSERT, rows)
    return last_sequence(connection)


def digest_of(previous: str, row: RowMapping | dict[str, Any]) -> str:
    """Return the sha256, in hex, of a row of the record chained to the one before.

    Over lines of UTF-8: `previous` ("" for the first row), the row as JSON with
    sorted keys but without its sequence, which the database gives, then the
    record before and the record after (empty for none).
    """
    content = {key: row[key] for key in row if key not in _APART}
    lines = (previous, canonical_json(content), row["before"] or "", row["after"] or "")
    return sha256("\n".join(lines).encode()).hexdigest()


def changes_after(connection: Connection, after: int, limit: int | None) -> list[Change]:
    """Return the changes that were committed after a sequence, oldest first, each of them whole."""
    first = select(CHANGES.c.uid).where(CHANGES.c.sequence > after)
    if limit is not None:
        newer = first.with_only_columns(CHANGES.c.uid, func.min(CHANGES.c.sequence).label("at"))
        part = newer.group_by(CHANGES.c.uid).order_by("at").limit(limit).subquery()
        first = select(part.c.uid)
    return _changes_where(connection, CHANGES.c.uid.in_(first))


def changes_of(connection: Connection, record_uid: str) -> list[Change]:
    """Return the changes that touched a record, oldest first, each of them whole."""
    touching = select(CHANGES.c.uid).where(CHANGES.c.record_uid == record_uid)
    return _changes_where(connection, CHANGES.c.uid.in_(touching))


def history_of(connection: Connection, annotation_uid: str) -> list[Event]:
    """Return what became of an annotation and of what hung on it, oldest first.

    Only the edits of these records: a change of many thousand is not read as a whole.
    """
    hanging = or_(
        *(
            column.contains(f'"{name}":"{annotation_uid}"', autoescape=True)
            for name in ("annotation_uid", "from_uid", "to_uid")
            for column in (CHANGES.c.before, CHANGES.c.after)
        )
    )
    mine = CHANGES.c.record_uid == annotation_uid
    query = select(CHANGES).where(or_(mine, and_(CHANGES.c.kind.in_(_HANGING), hanging)))
    rows = connection.execute(query.order_by(CHANGES.c.sequence)).all()
    return [
        Event(
            sequence=row.sequence,
            act=row.act,
            at=row.at,
            annotator_uid=row.annotator_uid,
            direction=row.direction,
            kind=row.kind,
            before=from_json(row.kind, row.before),
            after=from_json(row.kind, row.after),
        )
        for row in rows
        if row.before is not None or row.after is not None
    ]


def certain_before(connection: Connection, uids: Sequence[str]) -> dict[str, Annotation]:
    """Return annotations as they were when their place was last certain, by uid.

    Without those that never were.
    """
    found: dict[str, Annotation] = {}
    for part in chunks(uids):
        query = select(CHANGES.c.record_uid, CHANGES.c.after).where(
            CHANGES.c.record_uid.in_(part), CHANGES.c.after.is_not(None)
        )
        for uid, after in connection.execute(query.order_by(CHANGES.c.sequence.desc())):
            one = None if uid in found else from_json("annotation", after)
            if isinstance(one, Annotation) and one.anchor in CERTAIN:
                found[uid] = one
    return found


def _changes_where(connection: Connection, condition: ColumnElement[bool]) -> list[Change]:
    rows = connection.execute(select(CHANGES).where(condition).order_by(CHANGES.c.sequence))
    return [_change(group) for _, group in groupby(rows, attrgetter("uid"))]


def _row(change: Change, edit: Edit, position: int, more: dict[str, Any]) -> dict[str, Any]:
    return _outline(change, position) | {
        "kind": edit.kind,
        "record_uid": edit.uid,
        "before": to_json(edit.before),
        "after": to_json(edit.after, **more),
    }


def _outline(change: Change, position: int) -> dict[str, Any]:
    return {
        "uid": change.uid,
        "position": position,
        "act": change.act,
        "at": change.at.astimezone(UTC),
        "annotator_uid": change.annotator_uid,
        "session_uid": change.session_uid,
        "direction": change.direction,
        "reverses": change.reverses,
    }


def _change(rows: Iterable[Any]) -> Change:
    change: Change | None = None
    edits = []
    for row in rows:
        # Of what was erased the record knows no value.
        if row.before is not None or row.after is not None:
            edits.append(Edit(from_json(row.kind, row.before), from_json(row.kind, row.after)))
        change = change or Change(
            uid=row.uid,
            act=row.act,
            edits=(),
            annotator_uid=row.annotator_uid,
            session_uid=row.session_uid,
            at=row.at,
            direction=row.direction,
            reverses=row.reverses,
        )
        sequence = row.sequence
    if change is None:
        raise ValueError("a change of nothing")
    return replace(change, edits=tuple(edits), sequence=sequence)
