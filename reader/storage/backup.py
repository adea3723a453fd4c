"""Copies of a library, each whole and verified (REL-8).

SQLite's backup interface makes them, because a file copied while it is in use
lacks what its log holds. A library on a server is copied into a file. To put a
library back on a server is not for this program: `pg_dump` and `pg_restore` do
that better, and the copy remains a library of its own that can be opened.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, delete, func, insert, select

from reader.errors import BackupFailed
from reader.label import Label
from reader.model.identity import now
from reader.storage.address import Address
from reader.storage.contents import marks_of
from reader.storage.engine import make_engine, reading, writing
from reader.storage.faults import told
from reader.storage.migrating import migrate
from reader.storage.opening import connection_to, way_to_read
from reader.storage.placing import placed, told_as_output, unused
from reader.storage.schema import SCHEMA_VERSION, Row
from reader.storage.search.index import DOCUMENTS
from reader.storage.search.indexing import rebuild

# Rows that travel together from a server.
_TOGETHER = 1000
_OTHER_ROWS = Label("it does not hold the same rows", "لا تحتوي الصفوف نفسها")
_ANOTHER_KIND = Label("it does not bear the library's marks", "لا تحمل علامات المكتبة")

Counts = Mapping[str, int]


def backup(engine: Engine, target: Path, name: str) -> None:
    """Save a verified copy of a library at `target`, as it is at this moment.

    `name` is what to call the library in a sentence. Other windows may go on
    writing. Raises OutputUnwritable, BackupFailed, LibraryBusy, DamagedLibrary or
    ServerUnreachable; what was at `target` before is then unchanged.
    """
    with told(name):
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection, connection.begin():
                save_copy(connection.connection.driver_connection, target)
        else:
            with placed(target) as partial:
                _copy_from_server(engine, partial, target, name)


def backup_file(library: Path, target: Path) -> None:
    """Save a verified copy of the library in a file; raises as `backup` does."""
    with told(str(library)), connection_to(library, way_to_read(library)) as source:
        save_copy(source, target)


def before_migration(library: Path) -> Path:
    """Keep a copy of a library of an older schema beside it, and return its path."""
    target = unused(library, f"before-v{SCHEMA_VERSION}", now())
    backup_file(library, target)
    return target


def save_copy(source: Any, target: Path) -> None:
    """Save a verified copy of the database of an SQLite connection at `target`."""
    file = source.execute("PRAGMA database_list").fetchone()[2]
    with placed(target, Path(file) if file else None) as partial:
        copy_pages(source, partial, target)


def copy_pages(source: Any, partial: Path, target: Path) -> None:
    """Copy the database of an SQLite connection into an empty file, and verify the copy.

    The copy keeps no log, so that it is one file. `target` is what to call it.
    """
    began = not source.in_transaction
    if began:
        source.execute("BEGIN")
    try:
        # The first read holds the state that is counted and copied.
        counts, marks = row_counts(source), marks_of(source)
        with told_as_output(target), connection_to(partial, "mode=rw") as copy:
            # The file is brought to the disk when it is whole.
            copy.execute("PRAGMA synchronous = OFF")
            copy.execute("PRAGMA journal_mode = MEMORY").close()
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").close()
            verify(copy, target, counts, marks)
    finally:
        if began:
            source.execute("ROLLBACK")


def verify(copy: Any, target: Path, counts: Counts, marks: tuple[int, int]) -> None:
    """Raise BackupFailed unless a copy is sound and holds what it should."""
    (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    dangling = copy.execute("PRAGMA foreign_key_check").fetchone()
    if found != "ok" or dangling is not None:
        words = f"SQLite: {found}" if found != "ok" else f"SQLite: foreign_key_check {dangling[0]}"
        raise BackupFailed(name=target, reason=Label(words, words))
    if marks_of(copy) != marks:
        raise BackupFailed(name=target, reason=_ANOTHER_KIND)
    if row_counts(copy) != counts:
        raise BackupFailed(name=target, reason=_OTHER_ROWS)


def row_counts(connection: Any) -> Counts:
    """Return how many rows each table has, for an SQLite connection."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    ).fetchall()
    return {name: connection.execute(_count(name)).fetchone()[0] for (name,) in names}


def _count(table: str) -> str:
    quoted = table.replace('"', '""')
    return f'SELECT count(*) FROM "{quoted}"'  # noqa: S608  # a name from the schema, quoted


def _copy_from_server(engine: Engine, partial: Path, target: Path, name: str) -> None:
    """Copy all rows of a server's library, as they are at one moment, into a new library."""
    address = Address(str(target), path=partial)
    with told_as_output(target):
        copy = make_engine(address)
        try:
            migrate(copy, address.name)
            with reading(engine).connect() as source, writing(copy).begin() as into:
                counts = _copy_rows(source, into, name)
        finally:
            copy.dispose()
        with connection_to(partial, "mode=rw") as opened:
            opened.execute("PRAGMA journal_mode = DELETE").close()
            marks = marks_of(opened)
            found = row_counts(opened)
            verify(opened, target, {**found, **counts}, marks)


def _copy_rows(source: Connection, into: Connection, name: str) -> Counts:
    # The index is another one in a file; it is made from the rows.
    tables = [one for one in Row.metadata.sorted_tables if one is not DOCUMENTS]
    # A collection may come before the one that it lies in.
    into.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    # A new library comes with tags and scales; the server's take their place.
    for table in reversed(tables):
        into.execute(delete(table))
    for table in tables:
        for part in _parts(source, table, name):
            into.execute(insert(table), [dict(row) for row in part])
    rebuild(into)
    with told(name):
        counted = ((one.name, select(func.count()).select_from(one)) for one in tables)
        return {table: source.scalar(count) or 0 for table, count in counted}


def _parts(source: Connection, table: Table, name: str) -> Iterator[Sequence[RowMapping]]:
    """Yield the rows of a server's table, some at a time; what fails is the server's fault."""
    with told(name):
        rows = source.execute(select(table), execution_options={"yield_per": _TOGETHER})
        yield from rows.mappings().partitions()
