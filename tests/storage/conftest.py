"""Libraries for the tests: each test that asks for one runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, text
from sqlalchemy.engine import URL

from reader.storage.address import parse_address
from reader.storage.engine import make_engine
from reader.storage.schema import Row
from reader.storage.search.index import make_anew
from reader.storage.store import Store
from tests.storage.servers import Databases, address_of, databases
from tests.storage.values import Desk, desk_in

BOTH = ("sqlite", "postgresql")
# What a new library comes with stays; everything else goes after each test.
_SEEDED = frozenset(("tags", "verdict_scales", "verdict_labels"))
_COUNTED = {"articles": "id", "changes": "sequence"}


@pytest.fixture(scope="session")
def servers() -> Iterator[Databases]:
    """Run a real PostgreSQL server."""
    with databases() as place:
        yield place


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a new library as it lies on the disk."""
    path = tmp_path_factory.mktemp("made") / "annotations.db"
    Store.open(path).close()
    return path.read_bytes()


@pytest.fixture(scope="session")
def made_database(servers: Databases) -> Iterator[URL]:
    """Make a new library on the server, which the tests share and leave as they found it."""
    with servers.empty() as url:
        Store.open(address_of(url)).close()
        yield url


@pytest.fixture(scope="session", params=BOTH)
def shared_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Open a library of each database for many tests; to open one takes longer than most tests."""
    address = str(tmp_path_factory.mktemp("shared") / "annotations.db")
    if request.param == "postgresql":
        address = address_of(request.getfixturevalue("made_database"))
    with Store.open(address) as opened:
        yield opened


@pytest.fixture
def store(shared_store: Store) -> Iterator[Store]:
    """Give an empty library, on each database."""
    yield shared_store
    clear(shared_store)


def clear(store: Store) -> None:
    """Take everything out of a library but what a new one has."""
    with store._library.write() as connection:
        make_anew(connection)
        for table in reversed(Row.metadata.sorted_tables):
            if table.name not in _SEEDED:
                connection.execute(delete(table))
        connection.execute(text("DELETE FROM tags WHERE NOT built_in"))
        if not store.is_server:
            connection.execute(text("DELETE FROM sqlite_sequence"))
            return
        for table, column in _COUNTED.items():
            connection.execute(text(f"ALTER SEQUENCE {table}_{column}_seq RESTART"))


@pytest.fixture
def server_address(made_database: URL) -> Iterator[str]:
    """Give the address of an empty library on the server."""
    address = address_of(made_database)
    yield address
    with Store.open(address) as opened:
        clear(opened)


@pytest.fixture(params=BOTH)
def address(request: pytest.FixtureRequest, tmp_path: Path, made_file: bytes) -> str:
    """Return the address of an empty library, on each database."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("server_address"))
    path = tmp_path / "annotations.db"
    path.write_bytes(made_file)
    path.chmod(0o600)
    return str(path)


@pytest.fixture
def desk(store: Store) -> Desk:
    """Return a library with an article, on each database."""
    return desk_in(store)


@pytest.fixture
def file_desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a library with an article, in a file of its own."""
    with Store.open(tmp_path / "annotations.db") as store:
        yield desk_in(store)


@pytest.fixture(params=BOTH)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give an address where a library can be made, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "annotations.db")
        return
    with request.getfixturevalue("servers").empty() as url:
        yield address_of(url)


@pytest.fixture
def engine_at() -> Iterator[Callable[[str], Engine]]:
    """Make engines that are disposed of at the end; a missing file is made first, empty."""
    made: list[Engine] = []

    def make(address: str) -> Engine:
        place = parse_address(address)
        if place.path is not None:
            place.path.touch(mode=0o600)
        made.append(make_engine(place))
        return made[-1]

    yield make
    for engine in made:
        engine.dispose()
