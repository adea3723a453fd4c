"""Libraries of earlier schemas, with the record that programs of then wrote."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select, update

from reader.storage.migrating import _without_foreign_keys, downgrade
from reader.storage.recording import CHANGES, digest_of
from reader.storage.store import Store


def renewed(address: Any, engine_at: Any, schema: int, as_before: Callable[[str], str]) -> Store:
    """Take a library back to a schema and its record, and let it be renewed.

    `as_before` turns a snapshot into what was written then.
    """
    engine = engine_at(address)
    with _without_foreign_keys(engine) as connection, connection.begin():
        digest = ""
        for row in connection.execute(select(CHANGES).order_by(CHANGES.c.sequence)).mappings():
            told = {key: row[key] and as_before(row[key]) for key in ("before", "after")}
            digest = digest_of(digest, {**row, **told})
            here = CHANGES.c.sequence == row["sequence"]
            connection.execute(update(CHANGES).where(here).values(digest=digest, **told))
        downgrade(connection, f"{schema:04d}")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
    engine.dispose()
    return Store.open(address)
