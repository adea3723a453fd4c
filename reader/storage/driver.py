"""Which SQLite there is; known before SQLAlchemy is loaded."""

from importlib import import_module
from typing import Any

from reader.frozen import dataclass

# SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that two connections write.
SAFE_SQLITE = (3, 51, 3)


@dataclass(frozen=True, slots=True)
class SqliteDriver:
    """An SQLite module (DB-API 2) and whether it may be trusted with WAL."""

    module: Any
    write_ahead: bool


def sqlite_driver(names: tuple[str, ...] = ("pysqlite3.dbapi2", "sqlite3")) -> SqliteDriver:
    """Return the first of the modules that is new enough, else Python's own without WAL."""
    for name in names:
        try:
            module = import_module(name)
        except ImportError:
            continue
        if module.sqlite_version_info >= SAFE_SQLITE:
            return SqliteDriver(module, write_ahead=True)
    return SqliteDriver(import_module("sqlite3"), write_ahead=False)
