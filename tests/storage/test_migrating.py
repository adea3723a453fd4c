import logging
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

import reader.storage
from reader.errors import DamagedLibrary
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.storage.engine import reading, writing
from reader.storage.migrating import _without_foreign_keys, downgrade, migrate, upgrade
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION, Row
from reader.storage.schema.search import INDEX_TABLES, SHADOW_TABLES
from reader.storage.store import Store
from tests.storage.values import TEXT, desk_in

VERSIONS = Path(reader.storage.__file__).parent / "migrations" / "versions"
OURS = set(Row.metadata.tables)
# Alembic does not know the index of words: each database has its own.
INDEX = {name for tables in INDEX_TABLES.values() for name in tables} | SHADOW_TABLES
# What SQL does not show of a rule: how a server writes it down.
RULES = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    ORDER BY 1, 2
"""
DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"


def tables(engine):
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def is_compared(name, kind, parents):
    return kind != "table" or name not in INDEX


def rules(engine):
    """Return how the database writes down its tables with every rule."""
    query = DEFINITIONS if engine.dialect.name == "sqlite" else RULES
    with engine.connect() as connection:
        found = connection.execute(text(query)).all()
    beside = ("alembic_version", "sqlite_sequence")
    return [tuple(row) for row in found if row[0] not in beside]


def test_migrations_make_what_the_models_say(empty_address, engine_at):
    engine = engine_at(empty_address)
    migrate(engine, "a")
    with engine.connect() as connection:
        opts = {"compare_server_default": True, "include_name": is_compared}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Row.metadata) == []


def test_migrations_make_every_rule_of_the_models(empty_address, engine_at):
    """Alembic compares neither CHECKs nor what is deleted with what."""
    engine = engine_at(empty_address)
    migrate(engine, "a")
    migrated = rules(engine)
    with writing(engine).begin() as connection:
        Row.metadata.drop_all(connection)
    assert rules(engine) == []
    with writing(engine).begin() as connection:
        Row.metadata.create_all(connection)
    assert rules(engine) == migrated
    assert len(migrated) > len(OURS)


def test_migrations_go_down_and_up_again(empty_address, engine_at):
    engine = engine_at(empty_address)
    migrate(engine, "a")
    first = rules(engine)
    with writing(engine).begin() as connection:
        downgrade(connection)
    assert tables(engine) == {"alembic_version"}
    with writing(engine).begin() as connection:
        upgrade(connection)
    assert rules(engine) == first


def test_newest_migration_bears_the_number_of_the_schema():
    numbers = sorted(int(path.stem.partition("_")[0]) for path in VERSIONS.glob("*.py"))
    assert numbers == list(range(1, SCHEMA_VERSION + 1))


def test_file_bears_its_marks(tmp_path, engine_at):
    engine = engine_at(str(tmp_path / "a.db"))
    migrate(engine, "a")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_second_time_changes_nothing(address, engine_at):
    with Store.open(address) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4))
        before = (store.annotations(desk.text.uid), store.changes(), store.tags())
        migrate(engine_at(address), "a")
        assert (store.annotations(desk.text.uid), store.changes(), store.tags()) == before


def test_failed_migration_leaves_nothing(empty_address, engine_at):
    engine = engine_at(empty_address)
    with writing(engine).begin() as connection:
        # In the way of the last but some table.
        connection.exec_driver_sql("CREATE TABLE claims (mine INTEGER)")
    with pytest.raises(DBAPIError):
        migrate(engine, "a")
    assert tables(engine) == {"claims"}
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(mine) FROM claims").scalar() == 0
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 0
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_rows_that_point_nowhere_stop_a_migration(tmp_path, engine_at):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4))
    engine = engine_at(str(path))
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("PRAGMA user_version = 0")
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM revisions")
        connection.commit()
        connection.connection.cursor().execute("PRAGMA foreign_keys = ON")
    with pytest.raises(DamagedLibrary) as caught:
        migrate(engine, "a")
    assert "annotations" in caught.value.sentence("en")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 0


def test_lost_rows_stop_a_migration(tmp_path, engine_at):
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4))
    engine = engine_at(str(path))
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("DELETE FROM tags WHERE key = 'claim'")
        # Something that a migration does takes rows along.
        connection.exec_driver_sql(
            "CREATE TRIGGER t AFTER INSERT ON tags BEGIN DELETE FROM annotations; END"
        )
    with pytest.raises(DamagedLibrary) as caught:
        migrate(engine, "a")
    assert "annotations" in caught.value.sentence("ar")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM annotations").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM tags").scalar() == 2


def test_rows_survive_a_table_that_is_made_anew(tmp_path, engine_at):
    """SQLite drops the old table; with foreign keys on, all that points to it would go too."""
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4))
    engine = engine_at(str(path))
    with _without_foreign_keys(engine) as connection, connection.begin():
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("articles", recreate="always"):
            pass
    with Store.open(path) as store:
        assert len(store.annotations(desk.text.uid)) == 1
        assert store.revision(desk.article.uid).text == TEXT


def test_a_library_of_the_first_schema_is_renewed(empty_address, engine_at):
    """What was recorded stays, letter for letter; articles are listed by what they say."""
    with Store.open(empty_address) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4))
        before = (store.articles(), store.annotations(desk.text.uid), store.changes())
    engine = engine_at(empty_address)
    with _without_foreign_keys(engine) as connection, connection.begin():
        downgrade(connection, "0001")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA user_version = 1")
            connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 7 WHERE name = 'changes'")
    assert "article_keys" not in tables(engine)
    engine.dispose()
    with Store.open(empty_address) as store:
        assert (store.articles(), store.annotations(desk.text.uid), store.changes()) == before
        wanted = ArticleFilter(text="خبر")
        assert store.article_uids(wanted, ArticleOrder("title")) == [desk.article.uid]
        found = {finding.check for finding in store.check().findings}
        # SQLite had given a seventh number; that its row is gone must still show.
        assert found == (set() if store.is_server else {"removed"})


def test_migration_says_nothing_and_leaves_the_loggers_alone(tmp_path, caplog, capfd):
    ours = logging.getLogger("reader")
    with caplog.at_level(logging.DEBUG):
        Store.open(tmp_path / "a.db").close()
    assert [one for one in caplog.records if one.name.startswith(("alembic", "sqlalchemy"))] == []
    assert capfd.readouterr() == ("", "")
    assert not ours.disabled


def test_views_of_the_engine_share_its_connections(address, engine_at):
    engine = engine_at(address)
    assert reading(engine).pool is engine.pool is writing(engine).pool
