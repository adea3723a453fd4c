import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count as counted_from

import psycopg.errors
import pytest
from sqlalchemy import event

from reader.errors import (
    LibraryBusy,
    LibraryFull,
    LibraryGone,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NotALibrary,
    ServerUnreachable,
)
from reader.model.annotation import QuoteFields
from reader.model.change import edit
from reader.model.subject import Subject
from reader.storage.driver import sqlite_driver
from reader.storage.store import Store
from tests.storage.values import SESSION, broken_links, desk_in, everything, imported, rows

MODULE = sqlite_driver().module


# Opening ----------------------------------------------------------------------


def test_library_is_there_again(address):
    with Store.open(address) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4, fields=QuoteFields(speaker="سعاد")))
        before = everything(desk)
    with Store.open(address, create=False) as store:
        assert everything(replace(desk, store=store)) == before


def test_library_in_memory_serves_many_threads():
    with Store.open(":memory:") as store:
        desk = desk_in(store)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda n: desk.add(desk.span(n, n + 2)), range(20)))
        assert len(store.annotations(desk.text.uid)) == 20
        assert store.path is None
        assert not store.is_server


def test_file_is_told_by_its_path_and_closed_without_remains(tmp_path):
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk_in(store)
        assert (store.address, store.path, store.is_server) == (str(path), path, False)
        assert not store.read_only
    assert [one.name for one in tmp_path.iterdir()] == ["annotations.db"]


def test_library_needs_no_sqlite_but_pythons_own(tmp_path, monkeypatch):
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk = desk_in(store)
    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    with Store.open(path) as store, Store.open(path) as other:
        desk = replace(desk, store=store)
        desk.add(desk.span(0, 4))
        replace(desk, store=other).add(desk.span(5, 9))
        assert len(store.annotations(desk.text.uid)) == 2
        assert store.check().is_sound


def test_server_is_told_without_its_password(server_address):
    with Store.open(server_address.replace("postgres@", "postgres:s3cret@")) as store:
        assert store.is_server
        assert store.path is None
        assert "s3cret" not in store.address


def test_missing_library_is_not_made_unasked(tmp_path):
    for how in ({"create": False}, {"read_only": True}):
        with pytest.raises(LibraryMissing):
            Store.open(tmp_path / "a.db", **how)
    assert not list(tmp_path.iterdir())


def test_server_that_does_not_answer_is_told():
    with pytest.raises(ServerUnreachable) as caught:
        Store.open("postgresql://me:s3cret@127.0.0.1:1/news")
    assert "postgresql://me@127.0.0.1:1/news" in caught.value.sentence("en")
    assert "s3cret" not in caught.value.sentence("en")


def test_other_database_is_no_library():
    with pytest.raises(NotALibrary):
        Store.open("mysql://localhost/news")


# Reading only -----------------------------------------------------------------


def test_reader_reads_and_every_write_is_refused(address):
    with Store.open(address) as store:
        desk = desk_in(store)
        one = desk.span(0, 4)
        desk.add(one)
        before = everything(desk)
    with Store.open(address, read_only=True) as store:
        assert store.read_only
        reader = replace(desk, store=store)
        writes = [
            lambda: reader.do(edit(one, replace(one, note="لا"))),
            lambda: store.add_article(imported(), desk.me.uid, SESSION),
            lambda: store.add_annotator(replace(desk.me, name="سعاد")),
        ]
        for write in writes:
            with pytest.raises(LibraryReadOnly):
                write()
        assert store.annotator("حنان", "hanan") == desk.me
        stranger = store.annotator("زائر", "guest")
        assert (stranger.name, stranger in store.annotators()) == ("زائر", False)
        assert everything(reader) == before


# When saving fails ------------------------------------------------------------

FAILURES = [
    (5, LibraryBusy),
    (8, LibraryReadOnly),
    (10, LibraryUnwritable),
    (13, LibraryFull),
]


def sqlite_failure(code):
    error = MODULE.OperationalError("told by SQLite")
    error.sqlite_errorcode = code
    return error


STATEMENTS = ("do_execute", "do_executemany", "do_execute_no_params")


@contextmanager
def failing_statement(engine, number, error):
    """Let one statement of the block fail, counted from 1; give the list of those that ran."""
    ran = []

    def step(_cursor, statement, *_rest):
        ran.append(statement)
        if len(ran) == number:
            raise error

    for name in STATEMENTS:
        event.listen(engine, name, step)
    yield ran
    for name in STATEMENTS:
        event.remove(engine, name, step)


@pytest.mark.parametrize(("code", "failure"), FAILURES)
def test_failure_at_any_statement_of_a_save_leaves_nothing(file_desk, code, failure):
    desk = file_desk
    one = desk.span(0, 4, fields=QuoteFields(speaker="سعاد"))
    desk.add(one)
    change = desk.change(
        edit(one, replace(one, note="م", fields=QuoteFields())),
        edit(None, Subject(name="س", other_names=("ص",))),
        edit(None, desk.span(7, 9)),
    )
    before = everything(desk)
    for number in counted_from(1):
        failing = failing_statement(desk.store._library.engine, number, sqlite_failure(code))
        with failing as ran, suppress(failure):
            desk.store.apply(change)
        if len(ran) < number:
            break
        assert everything(desk) == before
    assert number > 9
    assert desk.store.changes()[-1].uid == change.uid
    assert broken_links(rows(desk)) == []


def test_failure_of_the_commit_leaves_nothing(file_desk):
    before = everything(file_desk)

    def fail(_connection):
        raise sqlite_failure(13)

    engine = file_desk.store._library.engine
    event.listen(engine, "commit", fail)
    with pytest.raises(LibraryFull):
        file_desk.add(file_desk.span(0, 4))
    event.remove(engine, "commit", fail)
    assert everything(file_desk) == before
    file_desk.add(file_desk.span(0, 4))


def test_full_disk_of_a_server_leaves_nothing(server_address):
    with Store.open(server_address) as store:
        desk = desk_in(store)
        before = everything(desk)
        for number in counted_from(1):
            failing = failing_statement(
                store._library.engine, number, psycopg.errors.DiskFull("full")
            )
            with failing as ran, suppress(LibraryFull):
                desk.add(desk.span(0, 4))
            if len(ran) < number:
                break
            assert everything(desk) == before
        assert number > 5
        assert everything(desk) != before


def test_lock_of_another_program_is_told(file_desk):
    with file_desk.store._library.read() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = MODULE.connect(file_desk.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = everything(file_desk)
    with pytest.raises(LibraryBusy):
        file_desk.add(file_desk.span(0, 4))
    assert everything(file_desk) == before
    other.execute("ROLLBACK")
    other.close()
    file_desk.add(file_desk.span(0, 4))


@pytest.mark.parametrize("replaced", [False, True])
def test_loss_of_the_file_is_told_and_what_was_read_stays(file_desk, tmp_path, replaced):
    desk = file_desk
    desk.add(desk.span(0, 4))
    before = everything(desk)[:3]
    path = desk.store.path
    path.rename(tmp_path / "elsewhere.db")
    if replaced:
        path.write_bytes(b"another")
    with pytest.raises(LibraryGone):
        desk.add(desk.span(5, 9))
    with pytest.raises(LibraryGone):
        desk.store.changes()
    assert everything_but_the_record(desk) == before
    assert path.exists() == replaced
    if replaced:
        assert path.read_bytes() == b"another"


def everything_but_the_record(desk):
    store = desk.store
    return store.articles(), store.annotations(desk.text.uid), store.subjects()


def test_loss_of_the_file_during_a_save_is_told(file_desk):
    path = file_desk.store.path

    def lose(_connection):
        if path.exists():
            path.unlink()

    event.listen(file_desk.store._library.engine, "commit", lose)
    with pytest.raises(LibraryGone):
        file_desk.add(file_desk.span(0, 4))


# When the server goes away ----------------------------------------------------


def test_save_after_a_restart_of_the_server_is_made(servers, server_address):
    with Store.open(server_address) as store:
        desk = desk_in(store)
        servers.interrupt()
        one = desk.span(0, 4)
        desk.add(one)
        servers.interrupt()
        assert store.annotations(desk.text.uid) == [one]


@pytest.mark.parametrize("moment", ["INSERT INTO annotations", "INSERT INTO changes", "commit"])
def test_save_during_a_restart_of_the_server_is_made_once(servers, server_address, moment):
    with Store.open(server_address) as store:
        desk = desk_in(store)
        engine = store._library.engine
        left = [moment]

        def interrupt_at(_connection, _cursor, statement, *_rest):
            if left and statement.startswith(left[0]):
                left.clear()
                servers.interrupt()

        def interrupt_commit(_connection):
            if left == ["commit"]:
                left.clear()
                servers.interrupt()

        event.listen(engine, "before_cursor_execute", interrupt_at)
        event.listen(engine, "commit", interrupt_commit)
        one = desk.span(0, 4)
        saved = desk.add(one)
        assert left == []
        assert store.annotations(desk.text.uid) == [one]
        assert store.changes_of(one.uid) == [saved]
        assert broken_links(rows(desk)) == []
