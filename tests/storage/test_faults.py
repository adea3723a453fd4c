import errno
import os
import socket
import sqlite3
import threading

import psycopg
import psycopg.errors
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from reader.errors import (
    DamagedLibrary,
    DriverMissing,
    LibraryBusy,
    LibraryFull,
    LibraryGone,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NotALibrary,
    ReaderError,
    ServerUnreachable,
    StaleEdit,
)
from reader.storage.address import parse_address
from reader.storage.engine import make_engine, writing
from reader.storage.faults import FileWatch, failure_of, told
from tests.storage.care import (
    another_process_can_write,
    disk_with_room_for,
    library,
    open_connection,
)

LONG = "ق" * 100_000


@pytest.fixture
def path(tmp_path):
    return library(tmp_path / "a.db")


@pytest.fixture
def connection(path):
    connection = open_connection(path)
    yield connection
    connection.close()


@pytest.fixture
def engine(path):
    engine = make_engine(parse_address(path))
    yield engine
    engine.dispose()


def grow(connection) -> None:
    connection.execute("UPDATE articles SET byline = ?", (LONG,)).close()


def write(engine, byline: str) -> None:
    with writing(engine).begin() as opened:
        opened.execute(text("UPDATE articles SET byline = :byline"), {"byline": byline})


def test_our_own_errors_pass_through():
    with pytest.raises(StaleEdit), told("a"):
        raise StaleEdit(kind="annotation", ours=1, theirs=2)


def test_bugs_pass_through(connection, engine):
    with pytest.raises(ZeroDivisionError), told("a"):
        raise ZeroDivisionError
    with pytest.raises(type(engine.dialect.dbapi.OperationalError())), told("a"):
        connection.execute("SELECT no_such_column FROM articles")
    with pytest.raises(OperationalError), told("a"), engine.connect() as opened:
        opened.execute(text("SELECT no_such_column FROM articles"))
    with pytest.raises(ImportError), told("a"):
        raise ImportError("No module named 'reader.lost'", name="reader.lost")


def test_a_missing_driver_is_told():
    with pytest.raises(DriverMissing), told("a"):
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")
    with pytest.raises(DriverMissing), told("a"):
        raise ImportError("no pq wrapper available.")


def test_the_cause_is_kept(connection):
    connection.execute("PRAGMA query_only = ON").close()
    with pytest.raises(LibraryReadOnly) as caught, told("library"):
        grow(connection)
    assert caught.value.__cause__ is not None
    assert "library" in caught.value.sentence("ar")


def test_a_lock_of_another_window(path, connection):
    other = open_connection(path)
    other.execute("BEGIN EXCLUSIVE").close()
    with pytest.raises(LibraryBusy), told("a"):
        grow(connection)
    other.close()


def test_a_write_that_read_too_early_is_busy(path, connection):
    other = open_connection(path)
    for one in (connection, other):
        one.execute("PRAGMA journal_mode = WAL").close()
    connection.execute("BEGIN").close()
    connection.execute("SELECT count(*) FROM articles").fetchone()
    other.execute("UPDATE articles SET byline = 'x'").close()
    with pytest.raises(LibraryBusy), told("a"):
        grow(connection)
    other.close()


def test_no_page_is_left(connection):
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}").close()
    with pytest.raises(LibraryFull), told("a"):
        grow(connection)


def test_a_disk_that_refuses(path, engine):
    with disk_with_room_for(path.stat().st_size):
        for _ in range(2):
            with pytest.raises(LibraryUnwritable) as caught, told("a"):
                write(engine, LONG * 20)
            assert "القرص" in caught.value.sentence("ar")
    write(engine, "x")


def test_a_file_that_may_only_be_read(path):
    engine = make_engine(parse_address(path), read_only=True)
    with pytest.raises(LibraryReadOnly), told("a"), engine.connect() as opened:
        opened.execute(text("UPDATE articles SET byline = 'x'"))
    engine.dispose()


def test_a_file_that_is_not_there(tmp_path):
    engine = make_engine(parse_address(tmp_path / "lost.db"))
    with pytest.raises(LibraryUnwritable), told("a"), engine.connect():
        pass
    engine.dispose()
    assert not (tmp_path / "lost.db").exists()


def test_pages_that_make_no_sense(path, engine):
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(os.urandom(path.stat().st_size - 4096))
    with pytest.raises(DamagedLibrary), told("a"), engine.connect() as opened:
        opened.execute(text("SELECT * FROM annotations")).all()


def test_a_file_that_is_no_database(path, engine):
    path.write_bytes(b"words " * 2000)
    with pytest.raises(NotALibrary), told("a"), engine.connect() as opened:
        opened.execute(text("SELECT 1 FROM articles"))


def test_bytes_that_are_no_letters(connection, engine):
    connection.execute("UPDATE articles SET title = CAST(x'ff20fe' AS TEXT)").close()
    with pytest.raises(DamagedLibrary), told("a"), engine.connect() as opened:
        opened.execute(text("SELECT title FROM articles")).all()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1032, LibraryGone),
        (522, DamagedLibrary),
        (8458, DamagedLibrary),
        (778, LibraryUnwritable),
        (517, LibraryBusy),
        (776, LibraryReadOnly),
        (7, LibraryUnwritable),
        (267, DamagedLibrary),
    ],
)
def test_extended_codes_where_the_driver_tells_them(code, kind):
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    assert type(failure_of(error, "a")) is kind


def test_a_constraint_is_a_bug(connection):
    with pytest.raises(Exception, match="NOT NULL") as caught:
        connection.execute("UPDATE articles SET title = NULL")
    assert failure_of(caught.value, "a") is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, LibraryFull),
        (errno.EDQUOT, LibraryFull),
        (errno.EROFS, LibraryReadOnly),
        (errno.ENOENT, LibraryMissing),
        (errno.ESTALE, LibraryGone),
        (errno.EACCES, LibraryUnwritable),
        (errno.EIO, LibraryUnwritable),
    ],
)
def test_the_system_is_told_by_its_number(code, kind):
    with pytest.raises(kind) as caught, told("a"):
        raise OSError(code, os.strerror(code))
    assert type(caught.value) is kind
    assert "{" not in caught.value.sentence("ar") + caught.value.sentence("en")


def test_threads_that_wait_for_each_other_too_long():
    assert isinstance(failure_of(PoolTimeout(), "a"), LibraryBusy)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("55P03", LibraryBusy),
        ("40001", LibraryBusy),
        ("57014", LibraryBusy),
        ("57P01", ServerUnreachable),
        ("53100", LibraryFull),
        ("53300", ServerUnreachable),
        ("25006", LibraryReadOnly),
        ("42501", LibraryReadOnly),
        ("28P01", ServerUnreachable),
        ("3D000", ServerUnreachable),
        ("42P01", NotALibrary),
        ("XX001", DamagedLibrary),
        ("23505", None),
        ("42601", None),
    ],
)
def test_a_server_is_told_by_its_state(state, kind):
    cause = psycopg.errors.lookup(state)("words of the server")
    failure = failure_of(OperationalError("SELECT", {}, cause), "a")
    assert (type(failure) if failure else None) is kind


def server(port: int, query: str = "") -> object:
    return make_engine(parse_address(f"postgresql://me:secret@127.0.0.1:{port}/desk{query}"))


def refused(engine) -> ServerUnreachable:
    with pytest.raises(ServerUnreachable) as caught, told("the server"), engine.connect():
        pass
    engine.dispose()
    for language in ("en", "ar"):
        assert "secret" not in caught.value.sentence(language)
    return caught.value


def test_nothing_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        failure = refused(server(taken.getsockname()[1]))
    assert "لا شيء يعمل" in failure.sentence("ar")


def test_a_server_that_never_answers_is_given_up():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        failure = refused(server(silent.getsockname()[1], "?connect_timeout=2"))
    assert "no answer" in failure.sentence("en")


def test_a_server_that_speaks_another_language():
    def answer(listener: socket.socket) -> None:
        with listener.accept()[0] as client:
            client.recv(100)
            client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        thread = threading.Thread(target=answer, args=(other,))
        thread.start()
        refused(server(other.getsockname()[1]))
        thread.join()


def test_a_host_that_is_not():
    failure = refused(make_engine(parse_address("postgresql://me:secret@nowhere.invalid/desk")))
    assert "no host" in failure.sentence("en")


def test_what_the_driver_says_without_a_code_is_a_bug_unless_the_connection_is_lost():
    lost = psycopg.OperationalError("server closed the connection unexpectedly")
    assert isinstance(failure_of(OperationalError("SELECT", {}, lost), "a"), ServerUnreachable)
    nul = psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    assert failure_of(nul, "a") is None


class TestFileWatch:
    def test_the_same_file_is_content(self, path):
        watch = FileWatch(path)
        path.write_bytes(path.read_bytes())
        watch.check()

    @pytest.mark.parametrize("fault", ["deleted", "replaced", "moved", "folder gone"])
    def test_another_or_none_is_told(self, tmp_path, fault):
        folder = tmp_path / "drive"
        folder.mkdir()
        path = library(folder / "a.db")
        watch = FileWatch(path, "the library")
        acts = {
            "deleted": path.unlink,
            "replaced": lambda: library(folder / "b.db").replace(path),
            "moved": lambda: path.rename(folder / "b.db"),
            "folder gone": lambda: folder.rename(tmp_path / "elsewhere"),
        }
        acts[fault]()
        with pytest.raises(LibraryGone) as caught:
            watch.check()
        assert "the library" in caught.value.sentence("en")

    def test_nothing_to_watch(self, tmp_path):
        with pytest.raises(LibraryGone):
            FileWatch(tmp_path / "lost.db")

    def test_it_keeps_the_locks_of_this_process(self, path, connection):
        connection.execute("PRAGMA journal_mode = DELETE").close()
        watch = FileWatch(path)
        connection.execute("BEGIN IMMEDIATE").close()
        watch.check()
        assert not another_process_can_write(path)

    def test_a_fault_of_a_lost_file_is_told_as_its_loss(self, path):
        watch = FileWatch(path)
        path.unlink()
        with pytest.raises(LibraryGone), told("a", watch):
            raise OSError(errno.EIO, "")

    def test_our_own_errors_are_not_asked_about(self, path):
        watch = FileWatch(path)
        path.unlink()
        with pytest.raises(ReaderError) as caught, told("a", watch):
            raise StaleEdit(kind="annotation", ours=1, theirs=2)
        assert isinstance(caught.value, StaleEdit)
