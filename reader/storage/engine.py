"""The engine: one set of connection settings for SQLite, one for PostgreSQL.

Reads and writes begin differently, and both databases are told so by one
execution option: SQLite takes its write lock at BEGIN (a deferred transaction
that reads first and writes then fails at once when another window has written),
and PostgreSQL lets one writer in at a time, so that the sequence of `changes`
is the order of commits.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import URL

from reader.errors import DriverMissing
from reader.storage.address import Address
from reader.storage.driver import SqliteDriver, sqlite_driver

BUSY_MS = 5000
_WRITES = "hashiya_writes"
_WRITERS_LOCK = 0x68617368  # "hash", the same number in every Hashiya

_Pragmas = tuple[tuple[str, str], ...]
_EVERY_CONNECTION: _Pragmas = (
    ("busy_timeout", str(BUSY_MS)),
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("secure_delete", "ON"),
    ("mmap_size", "0"),
    ("temp_store", "MEMORY"),
)
_WRITE_AHEAD: _Pragmas = (("journal_mode", "WAL"), ("synchronous", "FULL"))
_CAUTIOUS: _Pragmas = (("journal_mode", "DELETE"), ("synchronous", "EXTRA"))
_READ_ONLY: _Pragmas = (("query_only", "ON"),)
# Local names need no certificate: nobody stands between.
_LOCAL_HOSTS = ("", "localhost", "127.0.0.1", "::1")


def make_engine(
    address: Address,
    *,
    read_only: bool = False,
    immutable: bool = False,
    driver: SqliteDriver | None = None,
) -> Engine:
    """Return an engine for a library; nothing is opened until it is used.

    A file must exist already. `immutable` reads a file whose folder cannot take
    SQLite's side files; nobody may be writing in it. `driver` is for SQLite.
    Raises DriverMissing when PostgreSQL is asked for without psycopg.
    """
    if address.url is not None:
        return _server_engine(address.url)
    return _sqlite_engine(address, read_only or immutable, immutable, driver or sqlite_driver())


def reading(engine: Engine) -> Engine:
    """Return the view of an engine whose transactions see one state and change nothing."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: Engine) -> Engine:
    """Return the view of an engine whose transactions hold the write lock from their start."""
    return engine.execution_options(**{_WRITES: True})


def _sqlite_engine(
    address: Address, read_only: bool, immutable: bool, driver: SqliteDriver
) -> Engine:
    journal = _WRITE_AHEAD if driver.write_ahead else _CAUTIOUS
    pragmas = _EVERY_CONNECTION + (_READ_ONLY if read_only else journal)
    # Memory is gone with its connection, and a cautious library has one writer at most:
    # threads then wait for each other at the pool.
    alone = address.path is None or not driver.write_ahead
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver.module,
        creator=_opener(address, driver, "ro" if read_only else "rw", immutable),
        poolclass=QueuePool,
        pool_size=1 if alone else 5,
        max_overflow=0 if alone else 10,
        hide_parameters=True,
    )
    event.listen(engine, "connect", partial(_set_pragmas, pragmas))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _opener(
    address: Address, driver: SqliteDriver, mode: str, immutable: bool
) -> Callable[[], Any]:
    # "rw" and not "rwc": a library that was deleted must not come back empty.
    name = ":memory:"
    if address.path is not None:
        name = f"{address.path.as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
    return partial(
        driver.module.connect,
        name,
        timeout=BUSY_MS / 1000,
        isolation_level=None,  # we say BEGIN ourselves, so that DDL rolls back too
        check_same_thread=False,
        uri=True,
    )


def _set_pragmas(pragmas: _Pragmas, connection: Any, _record: object) -> None:
    for name, value in pragmas:
        connection.execute(f"PRAGMA {name} = {value}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server_engine(url: URL) -> Engine:
    try:
        engine = create_engine(
            url,
            connect_args=_server_settings(url),
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except ImportError as error:
        raise DriverMissing from error
    event.listen(engine, "begin", _begin_server)
    return engine


def _server_settings(url: URL) -> dict[str, object]:
    """Return libpq's settings that the URL leaves open."""
    settings: dict[str, object] = {
        "connect_timeout": 5,
        "tcp_user_timeout": 2 * BUSY_MS,  # ms; a server that vanished is noticed
        "application_name": "hashiya",
    }
    host = str(url.host or url.query.get("host", ""))
    if host not in _LOCAL_HOSTS and not host.startswith("/"):
        settings |= {"sslmode": "verify-full", "sslrootcert": "system"}
    given = url.query.keys() | ({"sslrootcert"} if "sslmode" in url.query else set())
    return {key: value for key, value in settings.items() if key not in given}


def _begin_server(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES, False):
        connection.exec_driver_sql(
            f"SET LOCAL lock_timeout = {BUSY_MS}; SELECT pg_advisory_xact_lock({_WRITERS_LOCK})"
        )
