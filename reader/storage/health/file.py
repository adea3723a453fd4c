"""The database as a file: its pages, its tables, its marks, its rights."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

from reader.errors import DamagedLibrary, ForeignPart
from reader.storage.contents import marks_of, refuse_foreign, refuse_incomplete
from reader.storage.health.checks import Found
from reader.storage.opening import SIDE_FILES
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION, Row

# Findings of SQLite itself; more say nothing new.
_LIMIT = 20


def look_at_file(connection: Connection, path: Path | None) -> Iterator[Found]:
    """Yield what is wrong with the database as such; `path` is its file where it has one."""
    if connection.dialect.name == "sqlite":
        # The driver's own connection, inside of the one transaction of the look.
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").close()
        driver = connection.connection.driver_connection
        yield from _pages(driver)
        yield from _schema(driver)
    else:
        yield from _missing_columns(connection)
    if path is not None and hasattr(os, "geteuid"):
        yield from _rights(path)


def _pages(driver: Any) -> Iterator[Found]:
    try:
        rows = driver.execute(f"PRAGMA integrity_check({_LIMIT})").fetchall()
    except driver.OperationalError:  # busy, or the disk: says nothing of the pages
        raise
    except driver.DatabaseError as error:  # so garbled that the check itself stumbles
        yield "integrity", str(error)
        return
    for (found,) in rows:
        if found != "ok":
            yield "integrity", found


def _schema(driver: Any) -> Iterator[Found]:
    if marks_of(driver) != (APPLICATION_ID, SCHEMA_VERSION):
        yield "schema", "application_id, user_version = {}, {}".format(*marks_of(driver))
    try:
        refuse_foreign(driver, "")
        refuse_incomplete(driver, "")
    except ForeignPart as error:
        yield "schema", str(error.facts["part"])
    except DamagedLibrary as error:
        yield "schema", str(error.facts["missing"])


def _missing_columns(connection: Connection) -> Iterator[Found]:
    inspector = inspect(connection)
    there = set(inspector.get_table_names())
    for table in Row.metadata.sorted_tables:
        found = inspector.get_columns(table.name) if table.name in there else []
        names = {column["name"] for column in found}
        for column in table.columns:
            if column.name not in names:
                yield "schema", f"{table.name}.{column.name}"


def _rights(path: Path) -> Iterator[Found]:
    for place in (path, *(Path(f"{path}{side}") for side in SIDE_FILES)):
        try:
            mode = place.stat().st_mode
        except OSError:
            continue
        if mode & 0o077:
            yield "rights", str(place)
