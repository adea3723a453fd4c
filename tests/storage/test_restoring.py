import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import (
    BackupFailed,
    DamagedLibrary,
    LibraryFull,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NewerLibrary,
    NotALibrary,
    OutputUnwritable,
)
from reader.storage.opening import SIDE_FILES, connection_to
from reader.storage.restoring import restore
from reader.storage.store import Store
from tests.nursery import Nursery
from tests.storage.care import (
    READ_WRITE,
    disk_with_room_for,
    foreign,
    library,
    open_connection,
    open_folder,
    ordinary_user,
    rows,
    snapshot,
    sql,
)

TITLES = "SELECT title FROM articles ORDER BY id"


@pytest.fixture
def source(tmp_path):
    (tmp_path / "copies").mkdir()
    return library(tmp_path / "copies" / "copy.db")


@pytest.fixture
def path(tmp_path):
    """Make a library that is another than the copy: it has one annotator more."""
    path = library(tmp_path / "a.db")
    with Store.open(path) as store:
        store.annotator("later", "")
    return path


def names(path: Path) -> set[str]:
    with connection_to(path, READ_WRITE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {name for (name,) in connection.execute("SELECT name FROM annotators")}


def others(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one.is_file() and one != path)


def test_the_copy_comes_and_the_old_library_is_kept(source, path):
    before = snapshot(source.parent)
    kept = restore(source, path)
    assert "later" not in names(path)
    assert kept is not None
    assert kept.name.startswith("a.db.before-restore-")
    assert "later" in names(kept)
    for one in (path, kept):
        with Store.open(one) as store:
            assert store.check().findings == ()
    assert snapshot(source.parent) == before
    assert path.stat().st_mode & 0o077 == 0


def test_what_was_still_in_the_log_is_kept_too(source, path, tmp_path):
    crashed = tmp_path / "crashed.db"
    with Store.open(path) as store:
        store.annotator("last words", "")
        for side in ("", "-wal"):
            shutil.copyfile(f"{path}{side}", f"{crashed}{side}")
    kept = restore(source, crashed)
    assert "last words" in names(kept)
    assert "last words" not in names(crashed)


@pytest.mark.parametrize("content", [None, b""], ids=["missing", "empty"])
def test_where_nothing_was_nothing_is_kept(source, tmp_path, content):
    path = tmp_path / "new.db"
    if content is not None:
        path.write_bytes(content)
    assert restore(source, path) is None
    assert others(path) == []
    assert names(path)


def garble_page(path: Path) -> None:
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'")
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(b"\xff" * 4096)


def garble_start(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.write(b"garbled and more than garbled")


def cut(path: Path) -> None:
    os.truncate(path, 10_000)


def add_trigger(path: Path) -> None:
    sql(path, "CREATE TRIGGER spy AFTER INSERT ON annotations BEGIN DELETE FROM tags; END")


@pytest.mark.parametrize("fault", [garble_page, garble_start, cut, add_trigger])
def test_a_damaged_library_is_set_aside_as_it_is(source, path, fault):
    fault(path)
    damaged = path.read_bytes()
    kept = restore(source, path)
    assert kept.name.startswith("a.db.damaged-")
    assert kept.read_bytes() == damaged
    assert others(path) == [kept.name]
    assert names(path)


def test_the_log_of_a_damaged_library_goes_with_it(source, path):
    cut(path)
    Path(f"{path}-wal").write_bytes(b"frames")
    kept = restore(source, path)
    assert Path(f"{kept}-wal").read_bytes() == b"frames"
    assert f"{kept.name}-wal" in others(path)
    assert f"{path.name}-wal" not in others(path)
    assert names(path)


def test_a_log_whose_library_was_lost_is_set_aside(source, path):
    path.unlink()
    Path(f"{path}-wal").write_bytes(b"frames")
    kept = restore(source, path)
    assert others(path) == [f"{kept.name}-wal"]
    assert names(path)


def test_two_restorations_in_one_second_keep_both(source, path):
    assert restore(source, path) != restore(source, path)
    assert len(others(path)) == 2


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (garble_page, DamagedLibrary),
        (garble_start, NotALibrary),
        (cut, DamagedLibrary),
        (Path.unlink, LibraryMissing),
        (lambda path: sql(path, "PRAGMA user_version = 99"), NewerLibrary),
        (lambda path: sql(path, "UPDATE annotations SET note = 'forged'"), BackupFailed),
        (lambda path: path.write_bytes(b""), LibraryMissing),
    ],
)
def test_a_bad_copy_changes_nothing(source, path, fault, expected):
    fault(source)
    before = snapshot(path.parent), snapshot(source.parent)
    with pytest.raises(expected):
        restore(source, path)
    assert (snapshot(path.parent), snapshot(source.parent)) == before


def test_a_copy_whose_rights_are_loose_is_taken(source, path):
    source.chmod(0o644)
    assert restore(source, path)


def test_the_library_is_no_copy_of_itself(path, tmp_path):
    (tmp_path / "link.db").symlink_to(path)
    for one, other in ((path, path), (tmp_path / "link.db", path), (path, tmp_path / "link.db")):
        with pytest.raises(BackupFailed):
            restore(one, other)
    assert "later" in names(path)


def test_a_library_that_is_open_is_left(source, path):
    with Store.open(path) as store:
        store.articles()
        with pytest.raises(BackupFailed) as caught:
            restore(source, path)
        assert "another window" in caught.value.sentence("en")
        store.annotator("still here", "")
    assert others(path) == []
    assert {"later", "still here"} <= names(path)


def test_a_library_that_another_process_has_open_is_left(source, path):
    code = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('SELECT count(*) FROM tags').fetchone()\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    window = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with window:
        window.stdout.readline()
        with pytest.raises(BackupFailed):
            restore(source, path)
        window.stdin.close()
    assert restore(source, path)


def test_a_window_that_only_reads_a_journal_waits_for_nothing(source, path):
    """Without a log, an idle window holds no lock; it sees the new content at its next look."""
    sql(path, "PRAGMA journal_mode = DELETE")
    window = open_connection(path)
    window.execute("SELECT count(*) FROM tags").fetchone()
    restore(source, path)
    query = "SELECT count(*) FROM annotators WHERE name = 'later'"
    assert window.execute(query).fetchone() == (0,)
    window.close()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(source, tmp_path, make):
    make(tmp_path / "place")
    with pytest.raises(NotALibrary):
        restore(source, tmp_path / "place")


def test_the_database_of_another_program_is_not_replaced(source, tmp_path):
    path = foreign(tmp_path / "other.db", "CREATE TABLE t(a)")
    before = snapshot(tmp_path)
    with pytest.raises(NotALibrary):
        restore(source, path)
    assert snapshot(tmp_path) == before


def test_a_newer_library_is_not_replaced(source, path):
    sql(path, "PRAGMA user_version = 99")
    with pytest.raises(NewerLibrary):
        restore(source, path)


def test_a_library_that_may_only_be_read_is_left():
    with open_folder() as folder:
        path, source = library(folder / "a.db"), library(folder / "copy.db")
        path.chmod(0o400)
        with ordinary_user(folder), pytest.raises(LibraryReadOnly):
            restore(source, path)


def test_a_full_disk_leaves_the_library(source, path):
    with disk_with_room_for(60_000), pytest.raises(OutputUnwritable):
        restore(source, path)
    assert others(path) == []
    assert "later" in names(path)


def test_a_full_disk_leaves_a_damaged_library(source, path):
    cut(path)
    before = path.read_bytes()
    with disk_with_room_for(60_000), pytest.raises(OutputUnwritable):
        restore(source, path)
    assert path.read_bytes() == before
    assert others(path) == []


def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_content(source, path):
    """The kept copy still fits; the library itself, which has to grow, does not."""
    with Store.open(source) as store:
        store.annotator("ق" * 400_000, "")
    room = path.stat().st_size + 40_000
    with disk_with_room_for(room), pytest.raises((LibraryUnwritable, LibraryFull)):
        restore(source, path)
    assert "later" in names(path)
    (kept,) = others(path)
    assert "later" in names(path.with_name(kept))


def restore_slowly(source: str, path: str, log: str) -> None:
    """Say that it begins, put a copy in a library's place, and wait to be killed."""
    Path(log).write_text("began")
    restore(Path(source), Path(path))
    time.sleep(60)


def test_a_kill_in_the_middle_leaves_one_or_the_other(source, path, tmp_path):
    """Killed at moments spread over its run, a restoration never leaves half a library."""
    rng = random.Random(1)
    old, log = path.read_bytes(), tmp_path / "log"
    with Nursery("tests.storage.test_restoring:restore_slowly") as nursery:
        for _ in range(6):
            log.unlink(missing_ok=True)
            path.write_bytes(old)
            pid = nursery.start(str(source), str(path), str(log))
            limit = time.monotonic() + 30
            while not log.exists():
                assert time.monotonic() < limit
                time.sleep(0.001)
            time.sleep(rng.uniform(0, 0.12))
            nursery.kill(pid)
            with Store.open(path) as store:
                assert len(store.articles()) == 2
            assert rows(path, "PRAGMA integrity_check") == [("ok",)]
            for side in SIDE_FILES:
                Path(f"{path}{side}").unlink(missing_ok=True)
