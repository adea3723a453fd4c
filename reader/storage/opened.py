"""A library that has been opened: its engine, and how a transaction on it begins and ends."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from reader.errors import LibraryMissing, LibraryReadOnly
from reader.storage.address import IN_MEMORY, Address, parse_address
from reader.storage.alone import Alone
from reader.storage.backup import before_migration
from reader.storage.driver import sqlite_driver
from reader.storage.engine import make_engine, reading, writing
from reader.storage.faults import FileWatch, told
from reader.storage.migrating import migrate
from reader.storage.opening import inspect_file
from reader.storage.schema import SCHEMA_VERSION
from reader.storage.search.index import suits
from reader.storage.search.indexing import rebuild
from reader.storage.versions import server_version


class OpenLibrary:
    """One open database, of the newest schema."""

    def __init__(
        self, address: Address, engine: Engine, *, read_only: bool, alone: Alone | None = None
    ) -> None:
        self._alone = alone
        self.address = address
        self.engine = engine
        self.read_only = read_only
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._watch = FileWatch(address.path, address.name) if address.path else None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the library."""
        with told(self.address.name, self._watch), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Open a transaction that holds the write lock, and commit it at the end of the block.

        Raises LibraryReadOnly, and LibraryGone when the file at the path is not the
        one that was opened: SQLite would write into a deleted file without a word.
        """
        if self.read_only:
            raise LibraryReadOnly(name=self.address.name)
        with told(self.address.name, self._watch):
            self.check_file()
            with self._writing.begin() as connection:
                yield connection
            self.check_file()

    def check_file(self) -> None:
        """Raise LibraryGone unless the library's file is still at its path."""
        if self._watch is not None:
            self._watch.check()

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()
        if self._alone is not None:
            self._alone.release()

    @property
    def is_alone(self) -> bool:
        """Tell whether an old SQLite keeps every other window out."""
        return self._alone is not None


def open_library(address: str | Path, *, create: bool, read_only: bool) -> OpenLibrary:
    """Open a library, and make or renew its tables where needed and allowed.

    Raises LibraryFailed children.
    """
    place = parse_address(address)
    if place.is_server:
        return _open_server(place, create=create, read_only=read_only)
    if place.path is None:
        engine = make_engine(place)
        migrate(engine, IN_MEMORY)
        return OpenLibrary(place, engine, read_only=read_only)
    return _open_file(place, place.path, create=create, read_only=read_only)


def _open_file(place: Address, path: Path, *, create: bool, read_only: bool) -> OpenLibrary:
    state = inspect_file(path, create=create, read_only=read_only)
    if state.read_only and state.needs_migration:
        raise LibraryReadOnly(name=place.name)
    if state.needs_migration:
        before_migration(state.path)
    driver = sqlite_driver()
    place = replace(place, path=state.path)
    engine = make_engine(
        place,
        read_only=state.read_only,
        immutable=state.immutable,
        driver=replace(driver, write_ahead=driver.write_ahead and state.write_ahead),
    )
    with _let_go_on_failure(engine) as stack:
        alone = None
        if not driver.write_ahead and not state.read_only:
            alone = Alone(state.path, place.name)
            stack.callback(alone.release)
        if state.version < SCHEMA_VERSION:
            _renew(engine, place)
        elif not state.read_only:
            _suit(engine, place)
        return OpenLibrary(place, engine, read_only=state.read_only, alone=alone)


def _open_server(place: Address, *, create: bool, read_only: bool) -> OpenLibrary:
    with told(place.name):
        engine = make_engine(place)
    with _let_go_on_failure(engine):
        with told(place.name), reading(engine).connect() as connection:
            version = server_version(connection, place.name)
        if version == 0 and (read_only or not create):
            raise LibraryMissing(name=place.name)
        if version < SCHEMA_VERSION and read_only:
            raise LibraryReadOnly(name=place.name)
        if version < SCHEMA_VERSION:
            _renew(engine, place)
        return OpenLibrary(place, engine, read_only=read_only)


@contextmanager
def _let_go_on_failure(engine: Engine) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        stack.callback(engine.dispose)
        yield stack
        stack.pop_all()


def _suit(engine: Engine, place: Address) -> None:
    """Make an index of words anew that another SQLite left in a form which ours cannot use."""
    with told(place.name):
        with reading(engine).connect() as connection:
            is_usable = suits(connection)
        if not is_usable:
            with writing(engine).begin() as connection:
                rebuild(connection)


def _renew(engine: Engine, place: Address) -> None:
    with told(place.name):
        migrate(engine, place.name)
