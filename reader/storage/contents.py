"""What a library's file may hold, and what it must."""

import time
from typing import Any

from reader.errors import DamagedLibrary, ForeignPart
from reader.label import Label
from reader.storage.driver import sqlite_driver
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION, Row
from reader.storage.schema.search import INDEX_TABLES, SHADOW_TABLES

QUICK_CHECK_S = 2.0

# Alembic keeps the name of the newest migration there.
_TABLES_BESIDES_OURS = frozenset(("alembic_version",))
_STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 100_000


def marks_of(connection: Any) -> tuple[int, int]:
    """Return the application_id and the user_version of a database."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def is_empty(connection: Any) -> bool:
    """Tell whether a database has no tables yet: a library whose making was interrupted."""
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return marks_of(connection) in ((0, 0), (APPLICATION_ID, 0)) and not count


def refuse_damaged(connection: Any, name: str, seconds: float = QUICK_CHECK_S) -> None:
    """Raise DamagedLibrary with the first thing that SQLite finds wrong with the file.

    The look ends without a finding after `seconds`; `health.check` has no such limit.
    """
    deadline = time.monotonic() + seconds

    def is_late() -> bool:
        return time.monotonic() > deadline

    connection.set_progress_handler(is_late, _STEPS_BETWEEN_LOOKS_AT_THE_CLOCK)
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite_driver().module.OperationalError:
        if is_late():
            return
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if found != "ok":
        words = f"SQLite: {found}"
        raise DamagedLibrary(name=name, reason=Label(words, words))


def refuse_foreign(connection: Any, name: str) -> None:
    """Raise ForeignPart for the first trigger, view, table or index that is not of our making.

    A trigger of a stranger would run with our next save (SEC-12).
    """
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY rowid")
    tables = _TABLES_BESIDES_OURS | Row.metadata.tables.keys()
    virtual = INDEX_TABLES["sqlite"]
    tables = tables | SHADOW_TABLES
    indexes = {index.name for table in Row.metadata.tables.values() for index in table.indexes}
    allowed = {"table": tables, "index": indexes}
    for kind, part, sql in rows.fetchall():
        # SQLite makes what begins with its own name, and lets nobody else do so.
        is_known = part in allowed.get(kind, ()) or part.startswith("sqlite_")
        is_plain = kind == "index" or (sql or "").upper().startswith("CREATE TABLE")
        if not (is_known and is_plain) and sql != virtual.get(part):
            raise ForeignPart(name=name, part=part)


def refuse_incomplete(connection: Any, name: str) -> None:
    """Raise DamagedLibrary when a table or a column of the newest schema is missing."""
    if marks_of(connection)[1] != SCHEMA_VERSION:
        return
    found = set(
        connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
            " WHERE m.type = 'table'"
        ).fetchall()
    )
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in found:
                missing = f"{table.name}.{column.name}"
                reason = Label(f"it has no {missing}", f"لا يوجد فيها {missing}")
                raise DamagedLibrary(name=name, reason=reason, missing=missing)
