import pytest
from sqlalchemy import text

from reader.errors import LibraryMissing, NewerLibrary, NotALibrary
from reader.storage.engine import writing
from reader.storage.schema import SCHEMA_VERSION
from reader.storage.store import Store
from tests.storage.servers import address_of


@pytest.fixture
def fresh(servers):
    with servers.empty() as url:
        yield address_of(url)


def run(engine, *statements):
    with writing(engine).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def everything(servers, address):
    """Return the names of all tables and the rows of one."""
    database = address.partition("?")[0].rpartition("/")[2]
    names = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    return sorted(servers.say(names, database))


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_empty_database_is_no_library_yet(servers, fresh, how):
    with pytest.raises(LibraryMissing):
        Store.open(fresh, **how)
    assert everything(servers, fresh) == []


def test_database_of_another_program_is_left_alone(servers, fresh, engine_at):
    run(engine_at(fresh), "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(NotALibrary):
        Store.open(fresh)
    assert everything(servers, fresh) == [("recipes",)]


@pytest.mark.parametrize("mark", ["f00dbabe", "0001"])
def test_migrations_of_another_program_are_not_taken_for_ours(servers, fresh, engine_at, mark):
    run(
        engine_at(fresh),
        "CREATE TABLE alembic_version (version_num TEXT)",
        f"INSERT INTO alembic_version VALUES ('{mark}')",  # noqa: S608 - from above
    )
    with pytest.raises(NotALibrary):
        Store.open(fresh)
    assert everything(servers, fresh) == [("alembic_version",)]


@pytest.mark.parametrize(
    ("mark", "failure"),
    [(f"{SCHEMA_VERSION + 98:04}", NewerLibrary), ("draft", NotALibrary)],
)
def test_library_of_another_schema_is_refused_as_it_is(fresh, engine_at, mark, failure):
    Store.open(fresh).close()
    engine = engine_at(fresh)
    run(engine, f"UPDATE alembic_version SET version_num = '{mark}'")  # noqa: S608 - from above
    with pytest.raises(failure):
        Store.open(fresh)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == mark


def test_library_with_a_table_missing_is_refused(fresh, engine_at):
    Store.open(fresh).close()
    run(engine_at(fresh), "DROP TABLE relations")
    with pytest.raises(NotALibrary):
        Store.open(fresh)
