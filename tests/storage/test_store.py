import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count as counted_from
from pathlib import Path

import psycopg.errors
import pytest
from sqlalchemy import event

from reader.errors import (
    BackupFailed,
    BadValue,
    LibraryBusy,
    LibraryFull,
    LibraryGone,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NotALibrary,
    ServerUnreachable,
    StaleEdit,
)
from reader.model.annotation import QuoteFields
from reader.model.change import edit
from reader.model.subject import Subject
from reader.storage import restore
from reader.storage.engine import sqlite_driver
from reader.storage.store import Store
from tests.storage.counting import count
from tests.storage.test_recording import broken_links, rows
from tests.storage.values import SESSION, TEXT, desk_in, imported

TOP = Path(__file__).parents[2]
MODULE = sqlite_driver().module


@pytest.fixture
def file_desk(tmp_path):
    with Store.open(tmp_path / "annotations.db") as store:
        yield desk_in(store)


def everything(desk):
    """Return all that can be read of a library."""
    store = desk.store
    return store.articles(), store.annotations(desk.text.uid), store.subjects(), store.changes()


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


# Articles and people ----------------------------------------------------------


def test_article_that_is_added_twice_is_there_once(desk):
    again = imported()
    first = desk.store.add_article(again, desk.me.uid, SESSION)
    before = everything(desk)
    assert desk.store.add_article(again, desk.me.uid, SESSION) == first
    assert everything(desk) == before


def test_other_text_under_the_same_uid_is_stale(desk):
    other = imported("نص آخر")
    article = replace(other.article, uid=desk.article.uid)
    revision = replace(other.revision, article_uid=article.uid)
    before = everything(desk)
    with pytest.raises(StaleEdit) as caught:
        desk.store.add_article(
            replace(other, article=article, revision=revision), desk.me.uid, SESSION
        )
    assert caught.value.theirs == desk.article
    assert everything(desk) == before


def test_article_with_what_is_no_text_is_refused_whole(desk):
    before = everything(desk)
    with pytest.raises(BadValue):
        desk.store.add_article(imported(TEXT + "\0"), desk.me.uid, SESSION)
    with pytest.raises(BadValue):
        desk.store.add_article(imported(title="\udcff"), desk.me.uid, SESSION)
    assert everything(desk) == before


def test_number_of_an_article_is_never_given_twice(file_desk):
    with file_desk.store._library.write() as connection:
        connection.exec_driver_sql("DELETE FROM articles")
    assert file_desk.store.add_article(imported(), file_desk.me.uid, SESSION).id == 2


# Many at once -----------------------------------------------------------------


def test_window_reads_while_its_worker_writes(desk):
    times = 30
    with ThreadPoolExecutor(1) as worker:
        acts = [
            worker.submit(desk.add, desk.span(n, n + 2), desk.span(n, n + 3)) for n in range(times)
        ]
        seen = 0
        while not acts[-1].done():
            found = len(desk.store.annotations(desk.text.uid))
            assert found % 2 == 0
            assert found >= seen
            seen = found
        sequences = [act.result().sequence for act in acts]
    assert sequences == sorted(sequences)
    assert len(desk.store.annotations(desk.text.uid)) == 2 * times


@contextmanager
def counting_elsewhere(address, uid, times):
    """Count in another program at the same time; to a server every connection is one."""
    if "://" in address:
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(count, address, uid, times)
            yield
            other.result()
        return
    command = [sys.executable, "-m", "tests.storage.counting", address, uid, str(times)]
    with subprocess.Popen(command, cwd=TOP, stderr=subprocess.PIPE, text=True) as program:
        yield
        assert program.communicate() == (None, "")


def test_two_programs_lose_no_update(address):
    with Store.open(address) as store:
        desk = desk_in(store)
        one = desk.span(0, 4, note="0")
        desk.add(one)
        with counting_elsewhere(address, one.uid, 20):
            while store.last_sequence() < 3:
                pass  # the other has not begun yet
            count(address, one.uid, 20)
        counted = store.annotation(one.uid)
        assert (counted.note, counted.version) == ("40", 41)
        notes = [change.edits[0].after.note for change in store.changes_of(one.uid)]
        assert notes == [str(number) for number in range(41)]
        assert broken_links(rows(desk)) == []


def test_two_windows_may_make_a_library_at_once(empty_address):
    with ThreadPoolExecutor(2) as pool:
        stores = list(pool.map(Store.open, [empty_address, empty_address]))
    for store in stores:
        assert [tag.key for tag in store.tags()] == ["quote", "entity", "claim"]
    desk_in(stores[0]).add(Subject(name="سعاد"))
    assert stores[1].subjects()[0].name == "سعاد"
    for store in stores:
        store.close()


def test_two_windows_make_one_annotator(address):
    with Store.open(address) as one, Store.open(address) as other, ThreadPoolExecutor(2) as pool:
        names = ["سعاد"] * 10
        made = list(pool.map(lambda store: [store.annotator(n, "") for n in names], (one, other)))
        assert len({annotator.uid for some in made for annotator in some}) == 1


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
        for number in range(1, 8):
            full = psycopg.errors.DiskFull("full")
            with failing_statement(store._library.engine, number, full), pytest.raises(LibraryFull):
                desk.add(desk.span(0, 4))
            assert everything(desk) == before


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


# Care -------------------------------------------------------------------------


def test_library_is_sound_after_work(desk):
    one = desk.span(0, 4, fields=QuoteFields(speaker="سعاد"))
    desk.add(one, Subject(name="سعاد"))
    desk.do(edit(one, replace(one, note="م")))
    report = desk.store.check()
    assert report.is_sound, report.findings


def test_copy_holds_what_could_not_be_saved(desk, tmp_path):
    desk.add(desk.span(0, 4))
    before = everything(desk)
    waiting = [desk.change(edit(None, desk.span(n, n + 3))) for n in range(3)]
    target = tmp_path / "copy.db"
    desk.store.copy_with(target, waiting)
    assert everything(desk) == before
    with Store.open(target) as copy:
        assert len(copy.annotations(desk.text.uid)) == 4
        assert [one.uid for one in copy.changes()[-3:]] == [one.uid for one in waiting]
        assert copy.check().is_sound


def test_copy_can_be_saved_of_a_library_that_is_gone(file_desk, tmp_path):
    file_desk.add(file_desk.span(0, 4))
    file_desk.store.path.unlink()
    target = tmp_path / "rescued.db"
    file_desk.store.copy_with(target, [file_desk.change(edit(None, file_desk.span(5, 9)))])
    with Store.open(target) as copy:
        assert len(copy.annotations(file_desk.text.uid)) == 2


def test_backup_comes_back(desk, tmp_path):
    desk.add(desk.span(0, 4))
    copy = tmp_path / "copy.db"
    desk.store.backup(copy)
    assert restore(copy, tmp_path / "other.db") is None
    with Store.open(tmp_path / "other.db") as store:
        assert everything(replace(desk, store=store)) == everything(desk)


@pytest.mark.parametrize("address", [":memory:", "postgresql://localhost/news"])
def test_only_a_file_is_replaced(tmp_path, address):
    with pytest.raises(BackupFailed):
        restore(tmp_path / "copy.db", address)
