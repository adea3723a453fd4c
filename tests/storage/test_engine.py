import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from reader.errors import DriverMissing
from reader.storage.address import parse_address
from reader.storage.driver import SAFE_SQLITE, SqliteDriver, sqlite_driver
from reader.storage.engine import make_engine, reading, writing

EVERY = {
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "mmap_size": 0,
    "temp_store": 2,
}
DRIVER = sqlite_driver()
CAUTIOUS = SqliteDriver(DRIVER.module, write_ahead=False)
POOLED = 7


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "خبر ?#%41 كتبة.db"
    path.touch()
    return path


@pytest.fixture
def engine(file):
    made = make_engine(parse_address(file))
    yield made
    made.dispose()


def settings(connection, names):
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}


def test_installed_driver_is_safe_for_the_log():
    assert DRIVER.write_ahead
    assert DRIVER.module.sqlite_version_info >= SAFE_SQLITE


def test_driver_is_the_first_that_is_new_enough():
    assert sqlite_driver(("no.such.module", "pysqlite3.dbapi2")) == DRIVER


def test_without_a_safe_driver_pythons_own_goes_without_the_log():
    assert sqlite_driver(("no.such.module",)) == SqliteDriver(sqlite3, write_ahead=False)


@pytest.mark.parametrize(
    ("driver", "expected"),
    [
        (DRIVER, {"journal_mode": "wal", "synchronous": 2}),
        (CAUTIOUS, {"journal_mode": "delete", "synchronous": 3}),
        (sqlite_driver(()), {"journal_mode": "delete", "synchronous": 3}),
    ],
)
def test_settings_hold_on_every_pooled_connection(file, driver, expected):
    engine = make_engine(parse_address(file), driver=driver)
    count = POOLED if driver.write_ahead else 1
    connections = [engine.connect() for _ in range(count)]
    for connection in connections:
        assert settings(connection, EVERY | expected) == EVERY | expected
        connection.close()
    engine.dispose()


def test_settings_of_a_reader_change_nothing_in_the_file(file, engine):
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    engine.dispose()
    before = file.read_bytes()
    reader = make_engine(parse_address(file), read_only=True)
    with reader.connect() as connection:
        expected = EVERY | {"query_only": 1}
        assert settings(connection, expected) == expected
        with pytest.raises(OperationalError):
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    reader.dispose()
    assert file.read_bytes() == before


def test_immutable_reader_needs_no_side_files(file, engine):
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    engine.dispose()
    reader = make_engine(parse_address(file), immutable=True)
    with reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
        assert [one.name for one in file.parent.iterdir()] == [file.name]
    reader.dispose()


def test_missing_file_is_not_made(tmp_path):
    engine = make_engine(parse_address(tmp_path / "gone.db"))
    with pytest.raises(OperationalError), engine.connect():
        pass
    engine.dispose()
    assert not list(tmp_path.iterdir())


def test_memory_stays_while_its_engine_is_open():
    engine = make_engine(parse_address(":memory:"))
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
    engine.dispose()


def test_ddl_rolls_back(engine):
    with writing(engine).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
        connection.rollback()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM sqlite_master").all() == []


def test_writer_holds_the_lock_from_its_beginning_and_readers_do_not(file, engine):
    other = DRIVER.module.connect(file, timeout=0, isolation_level=None)
    locked = pytest.raises(DRIVER.module.OperationalError, match="locked")
    with writing(engine).connect() as connection, connection.begin(), locked:
        other.execute("BEGIN IMMEDIATE")
    with reading(engine).connect() as connection, connection.begin():
        connection.exec_driver_sql("SELECT * FROM sqlite_master").all()
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_reader_sees_one_state(engine):
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    with reading(engine).connect() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
        with writing(engine).begin() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        assert reader.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0


@pytest.mark.parametrize("place", ["file", "server_address"])
def test_errors_do_not_tell_what_was_written(request, place):
    engine = make_engine(parse_address(request.getfixturevalue(place)))
    with engine.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(text("SELECT :a FROM nowhere"), {"a": "سر المحرر"})
    engine.dispose()
    assert "سر المحرر" not in str(caught.value)


def begin_to_write(engine):
    with writing(engine).begin():
        pass


def test_server_lets_one_writer_in(server_address):
    engine = make_engine(parse_address(server_address))
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with ThreadPoolExecutor() as pool, writing(engine).connect() as first:
        first.begin()
        second = pool.submit(begin_to_write, engine)
        while not first.scalar(waiting):
            assert not second.done()
        first.rollback()
        second.result()
    engine.dispose()


def test_server_shows_a_reader_one_state(server_address):
    engine = make_engine(parse_address(server_address))
    with reading(engine).connect() as connection:
        level = connection.exec_driver_sql("SHOW transaction_isolation").scalar()
        only = connection.exec_driver_sql("SHOW transaction_read_only").scalar()
    engine.dispose()
    assert (level, only) == ("repeatable read", "on")


def asked_of_libpq(url):
    """Return the settings that a connection to a server would be opened with."""
    asked = {}

    def connect(_dialect, _record, args, more):
        asked.update(more)
        raise ConnectionRefusedError

    engine = make_engine(parse_address(url))
    event.listen(engine, "do_connect", connect)
    with pytest.raises(ConnectionRefusedError), engine.connect():
        pass
    return asked


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", ""])
def test_server_on_this_computer_needs_no_certificate(host):
    asked = asked_of_libpq(f"postgresql://me@{host}/news")
    assert "sslmode" not in asked
    assert asked["connect_timeout"] == 5


@pytest.mark.parametrize("address", ["me@db.example/news", "/news?host=db.example&user=me"])
def test_server_elsewhere_must_prove_who_it_is(address):
    asked = asked_of_libpq(f"postgresql://{address}")
    assert (asked["sslmode"], asked["sslrootcert"]) == ("verify-full", "system")


def test_settings_in_the_address_go_first():
    asked = asked_of_libpq("postgresql://db.example/news?sslmode=disable&connect_timeout=9")
    assert asked["sslmode"] == "disable"
    assert "sslrootcert" not in asked
    assert str(asked["connect_timeout"]) == "9"


def test_missing_driver_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DriverMissing):
        make_engine(parse_address("postgresql://localhost/news"))


def test_password_is_in_no_address_that_is_shown():
    engine = make_engine(parse_address("postgresql://me:s3cret@localhost/news"))
    assert "s3cret" not in repr(engine)
    assert make_url("postgresql+psycopg://me:s3cret@localhost/news") == engine.url
