"""What a record keeps in other tables than its own: written with it, gone with it."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert

from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.change import Record
from reader.model.subject import Subject
from reader.storage.article_keys import ARTICLE_KEYS, keyed_by, keys_of
from reader.storage.mapping import fields_table, row_of
from reader.storage.queries import COLLECTED, LABELLED, SUBJECT_NAMES

_Rows = dict[Table, list[dict[str, Any]]]


def elsewhere(record: Record | None) -> object:
    """Return what of a record its other tables are made from; equal when they need no writing."""
    if isinstance(record, Annotation):
        return record.fields
    if isinstance(record, Subject):
        return record.other_names
    if isinstance(record, Article):
        return record.collection_uid, record.label_uids, keyed_by(record)
    return None


def insert_parts(connection: Connection, values: Sequence[Record]) -> None:
    """Insert what records keep elsewhere."""
    rows: _Rows = {}
    for one in values:
        for table, row in _rows_of(one):
            rows.setdefault(table, []).append(row)
    for table, some in rows.items():
        connection.execute(insert(table), some)


def delete_parts(connection: Connection, values: Sequence[Record]) -> None:
    """Delete what records keep elsewhere, to be written anew."""
    uids: dict[Table, list[str]] = {}
    for one in values:
        for table in _tables_of(one):
            uids.setdefault(table, []).append(one.uid)
    for table, some in uids.items():
        # The first column of each of them names the record.
        gone = delete(table).where(table.c[0] == bindparam("gone"))
        connection.execute(gone, [{"gone": uid} for uid in some])


def _tables_of(one: Record) -> tuple[Table, ...]:
    if isinstance(one, Annotation):
        table = fields_table(one)
        return () if table is None else (table,)
    if isinstance(one, Subject):
        return (SUBJECT_NAMES,)
    return (COLLECTED, LABELLED, ARTICLE_KEYS) if isinstance(one, Article) else ()


def _rows_of(one: Record) -> Iterator[tuple[Table, dict[str, Any]]]:
    if isinstance(one, Annotation):
        table = fields_table(one)
        if table is not None:
            yield table, row_of(table, one.fields, annotation_uid=one.uid)
    elif isinstance(one, Subject):
        for position, name in enumerate(one.other_names):
            yield SUBJECT_NAMES, {"subject_uid": one.uid, "position": position, "name": name}
    elif isinstance(one, Article):
        if one.collection_uid is not None:
            yield COLLECTED, {"article_uid": one.uid, "collection_uid": one.collection_uid}
        for position, label in enumerate(one.label_uids):
            yield LABELLED, {"article_uid": one.uid, "label_uid": label, "position": position}
        yield ARTICLE_KEYS, row_of(ARTICLE_KEYS, keys_of(one))
