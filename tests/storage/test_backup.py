import os
import shutil
import stat
import threading
from pathlib import Path

import pytest

from reader.errors import BackupFailed, DamagedLibrary, OutputUnwritable
from reader.importers import from_text
from reader.model.change import Change, Edit
from reader.model.subject import Subject
from reader.storage.address import parse_address
from reader.storage.backup import backup, backup_file, before_migration, row_counts, verify
from reader.storage.contents import marks_of
from reader.storage.engine import make_engine
from reader.storage.health import check
from reader.storage.opening import connection_to
from reader.storage.store import Store
from tests.storage.care import (
    READ_WRITE,
    disk_with_room_for,
    fill,
    library,
    open_connection,
    open_folder,
    ordinary_user,
    rows,
    snapshot,
    sql,
)

CHANGES = "SELECT sequence, uid, digest FROM changes ORDER BY sequence"


@pytest.fixture
def path(tmp_path):
    return library(tmp_path / "a.db")


def test_a_copy_is_the_library_itself(path, tmp_path):
    before = snapshot(tmp_path)
    backup_file(path, tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db", CHANGES) == rows(path, CHANGES)
    after = snapshot(tmp_path)
    assert stat.S_IMODE(after.pop("copy.db")[2]) == 0o600
    assert after == before
    with Store.open(tmp_path / "copy.db") as copy:
        assert check(copy._library.engine, copy.path).findings == ()


def test_a_copy_holds_what_is_still_in_the_log(path, tmp_path):
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        subject = Subject(name="جديد")
        change = Change(
            act="field", edits=(Edit(None, subject),), annotator_uid=me.uid, session_uid="s"
        )
        store.apply(change)
        assert rows(path, "SELECT count(*) FROM subjects WHERE name = 'جديد'") == [(0,)]
        backup(store._library.engine, tmp_path / "copy.db", store.address)
    assert rows(tmp_path / "copy.db", "SELECT uid FROM subjects WHERE name = 'جديد'") == [
        (subject.uid,)
    ]


def test_a_library_in_memory_is_copied(tmp_path):
    with Store.open(":memory:") as store:
        fill(store)
        backup(store._library.engine, tmp_path / "copy.db", store.address)
        expected = [change.uid for change in store.changes()]
    with Store.open(tmp_path / "copy.db") as copy:
        assert [change.uid for change in copy.changes()] == expected


def test_a_copy_made_while_another_window_writes_is_of_one_moment(path, tmp_path):
    stop = threading.Event()

    def write() -> None:
        with Store.open(path) as store:
            me = store.annotator("me", "me").uid
            while not stop.is_set():
                edits = (Edit(None, Subject(name="a")), Edit(None, Subject(name="b")))
                store.apply(Change(act="field", edits=edits, annotator_uid=me, session_uid="s"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            copy = tmp_path / f"{number}.db"
            backup_file(path, copy)
            ((ones,),) = rows(copy, "SELECT count(*) FROM subjects WHERE name = 'a'")
            assert rows(copy, "SELECT count(*) FROM subjects WHERE name = 'b'") == [(ones,)]
    finally:
        stop.set()
        writer.join()


def test_an_old_copy_is_replaced(path, tmp_path):
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    backup_file(path, target)
    assert rows(target, CHANGES) == rows(path, CHANGES)


def test_a_link_is_replaced_and_not_what_it_points_to(path, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    target = tmp_path / "copy.db"
    target.symlink_to(victim)
    backup_file(path, target)
    assert not target.is_symlink()
    assert victim.read_text() == "mine"


def names_of_the_library(path: Path, tmp_path: Path) -> list[Path]:
    (tmp_path / "link.db").symlink_to(path)
    os.link(path, tmp_path / "hard.db")
    return [
        path,
        tmp_path / "link.db",
        tmp_path / "hard.db",
        tmp_path / "nothing" / ".." / path.name,
        Path(f"{path}-wal"),
        Path(f"{path}-journal"),
    ]


def test_the_library_is_not_overwritten_by_its_copy(path, tmp_path):
    for target in names_of_the_library(path, tmp_path):
        before = snapshot(tmp_path)
        with pytest.raises(BackupFailed):
            backup_file(path, target)
        assert snapshot(tmp_path) == before


def test_a_library_in_use_is_not_replaced(path, tmp_path):
    target = library(tmp_path / "other.db")
    with Store.open(target) as other:
        other.annotator("me", "me")
        with pytest.raises(BackupFailed):
            backup_file(path, target)
        other.annotator("another", "another")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_target_that_is_no_file(path, tmp_path, make):
    make(tmp_path / "target")
    with pytest.raises(OutputUnwritable):
        backup_file(path, tmp_path / "target")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.db", "target"]


def test_a_folder_that_is_not_there(path, tmp_path):
    with pytest.raises(OutputUnwritable) as caught:
        backup_file(path, tmp_path / "drive" / "copy.db")
    assert "drive" in caught.value.sentence("ar")


def test_a_folder_that_may_not_be_written(path):
    with open_folder() as folder:
        target = folder / "copy.db"
        target.write_bytes(b"old")
        source = library(folder / "a.db")
        with ordinary_user(folder):
            folder.chmod(0o555)
            with pytest.raises(OutputUnwritable):
                backup_file(source, target)
            assert target.read_bytes() == b"old"


@pytest.mark.parametrize("room", [0, 5000, 60_000])
def test_a_full_disk_leaves_the_old_copy(path, tmp_path, room):
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    assert path.stat().st_size > room
    with Store.open(path) as store:
        store.articles()
        before = snapshot(tmp_path)
        with disk_with_room_for(room), pytest.raises(OutputUnwritable) as caught:
            backup(store._library.engine, target, store.address)
        assert "القرص" in caught.value.sentence("ar")
        assert snapshot(tmp_path) == before


def test_a_damaged_library_makes_no_copy(path, tmp_path):
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'")
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(os.urandom(4096))
    before = snapshot(tmp_path)
    with pytest.raises((BackupFailed, DamagedLibrary)):
        backup_file(path, tmp_path / "copy.db")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "fault",
    ["DELETE FROM relations", "PRAGMA user_version = 7", "DELETE FROM subjects"],
    ids=["a row less", "another version", "a row that points nowhere"],
)
def test_a_copy_that_is_another_is_found_out(path, tmp_path, fault):
    copy = shutil.copyfile(path, tmp_path / "copy.db")
    with connection_to(path, READ_WRITE) as connection:
        counts, marks = row_counts(connection), marks_of(connection)
    with connection_to(copy, READ_WRITE) as connection:
        verify(connection, copy, counts, marks)
    sql(copy, fault)
    with connection_to(copy, READ_WRITE) as connection, pytest.raises(BackupFailed):
        verify(connection, copy, counts, marks)


def test_a_library_that_may_only_be_read_is_copied(tmp_path):
    with open_folder() as folder:
        source = library(folder / "a.db")
        target = folder / "copies"
        target.mkdir()
        with ordinary_user(folder):
            source.chmod(0o400)
            backup_file(source, target / "copy.db")
            assert rows(target / "copy.db", CHANGES) == rows(source, CHANGES)


def test_the_copy_before_a_migration_stands_beside(path):
    first, second = before_migration(path), before_migration(path)
    assert first != second
    for copy in (first, second):
        assert copy.parent == path.parent
        assert copy.name.startswith("a.db.before-v")
        assert rows(copy, CHANGES) == rows(path, CHANGES)


def test_a_reader_does_not_wait_for_a_writer(path, tmp_path):
    with Store.open(path) as store:
        other = open_connection(path)
        other.execute("BEGIN IMMEDIATE").close()
        other.execute("DELETE FROM relations").close()
        backup(store._library.engine, tmp_path / "copy.db", store.address)
        other.close()
    assert rows(tmp_path / "copy.db", "SELECT count(*) FROM relations") == [(1,)]


def test_a_library_made_for_the_copy_only(tmp_path):
    engine = make_engine(parse_address(":memory:"))
    with pytest.raises(OutputUnwritable):
        backup(engine, tmp_path / "drive" / "copy.db", ":memory:")
    engine.dispose()


def test_both_databases_are_copied_into_a_file(store, tmp_path):
    fill(store)
    backup(store._library.engine, tmp_path / "copy.db", store.address)
    assert [one.name for one in tmp_path.iterdir() if "copy" in one.name] == ["copy.db"]
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.changes() == store.changes()
        assert copy.articles() == store.articles()
        assert list(copy.annotated_articles()) == list(store.annotated_articles())
        assert copy.tags() == store.tags()
        assert copy.verdict_scales() == store.verdict_scales()
        assert check(copy._library.engine, copy.path).findings == ()
        # Numbers go on where they were.
        assert copy.add_article(from_text("نص", "new"), copy.annotators()[0].uid, "s").id == 3


def test_a_failing_copy_of_either_leaves_the_old_one(store, tmp_path):
    fill(store)
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    store.articles()
    with disk_with_room_for(50_000), pytest.raises(OutputUnwritable):
        backup(store._library.engine, target, store.address)
    assert target.read_bytes() == b"old"
    assert not [one for one in tmp_path.iterdir() if ".part" in one.name]
