"""Bring a library to the newest schema: all of it in one transaction, or nothing.

The revisions in `migrations/versions` are numbered 0001, 0002, …; the number is
also SQLite's user_version, so that a file of a newer schema is told by a look.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from reader.errors import DamagedLibrary
from reader.label import Label
from reader.storage.article_keys import make_all
from reader.storage.engine import writing
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from reader.storage.search.indexing import prepare
from reader.storage.seeding import seed

# What no migration may lose rows of.
_KEPT = ("articles", "revisions", "annotations", "changes")


def migrate(engine: Engine, name: str) -> None:
    """Make or renew the tables of a library, called `name` in sentences.

    Two windows may try at once: the second waits, and finds nothing to do.
    Raises DamagedLibrary, with nothing changed, when rows would be lost.
    """
    with _without_foreign_keys(engine) as connection, connection.begin():
        before = _row_counts(connection)
        upgrade(connection)
        seed(connection)
        make_all(connection)
        prepare(connection)
        _refuse_losses(before, _row_counts(connection), name)
        if connection.dialect.name == "sqlite":
            _refuse_dangling(connection, name)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision within the connection's transaction."""
    _run("upgrade", connection, revision)


def downgrade(connection: Connection, revision: str = "base") -> None:
    """Take the migrations after a revision back within the connection's transaction."""
    _run("downgrade", connection, revision)


def _run(step: str, connection: Connection, revision: str) -> None:
    # A tenth of a second that only a library to be made or renewed should pay.
    from alembic import command, config  # noqa: PLC0415

    logging.getLogger("alembic").setLevel(logging.WARNING)
    settings = config.Config()
    folder = str(Path(__file__).parent / "migrations")
    settings.set_main_option("script_location", folder.replace("%", "%%"))
    settings.attributes["connection"] = connection
    getattr(command, step)(settings, revision)


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """Open a connection for DDL.

    SQLite changes a table by making another and dropping the first; with foreign
    keys on, the drop would cascade to all rows that point to it. The setting can
    only be changed outside a transaction, so the driver is asked directly.
    """
    with writing(engine).connect() as connection:
        if connection.dialect.name != "sqlite":
            yield connection
            return
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA foreign_keys = OFF")
        try:
            yield connection
        finally:
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.close()


def _row_counts(connection: Connection) -> dict[str, int]:
    there = set(inspect(connection).get_table_names()).intersection(_KEPT)
    query = "SELECT count(*) FROM {}"
    return {table: connection.scalar(text(query.format(table))) or 0 for table in there}


def _refuse_losses(before: dict[str, int], after: dict[str, int], name: str) -> None:
    for table, count in before.items():
        if after.get(table, 0) < count:
            reason = Label(f"rows of {table} would be lost", f"ستُفقد صفوف من {table}")
            raise DamagedLibrary(name=name, reason=reason)


def _refuse_dangling(connection: Connection, name: str) -> None:
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if found is not None:
        reason = Label(f"rows of {found[0]} point nowhere", f"صفوف في {found[0]} تشير إلى لا شيء")
        raise DamagedLibrary(name=name, reason=reason)
