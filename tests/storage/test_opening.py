import os
import shutil
import stat
from pathlib import Path

import pytest

from reader.errors import (
    DamagedLibrary,
    ForeignPart,
    LibraryMissing,
    LibraryUnwritable,
    NewerLibrary,
    NotALibrary,
)
from reader.paths import data_folder
from reader.storage.contents import refuse_damaged
from reader.storage.opening import connection_to, inspect_file, may_write
from reader.storage.schema import SCHEMA_VERSION
from reader.storage.store import Store
from tests.storage.care import (
    NOBODY,
    READ_WRITE,
    another_process_can_write,
    foreign,
    library,
    open_connection,
    open_folder,
    ordinary_user,
    rows,
    snapshot,
    sql,
)


def look(path, *, create=True, read_only=False):
    return inspect_file(path, create=create, read_only=read_only)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_library_is_described_and_left_as_it_was(tmp_path):
    path = library(tmp_path / "a.db")
    before = snapshot(tmp_path)
    state = look(path)
    assert (state.exists, state.version, state.read_only) == (True, SCHEMA_VERSION, False)
    assert not state.needs_migration
    assert not state.immutable
    assert state.write_ahead
    assert snapshot(tmp_path) == before


def test_a_missing_library_is_made_empty_and_private(tmp_path):
    umask = os.umask(0o022)
    try:
        state = look(tmp_path / "new.db")
    finally:
        os.umask(umask)
    assert not state.exists
    assert not state.needs_migration
    assert mode_of(state.path) == 0o600
    assert state.path.stat().st_size == 0


@pytest.mark.parametrize(("create", "read_only"), [(False, False), (True, True)])
def test_a_missing_library_is_not_made_unasked(tmp_path, create, read_only):
    with pytest.raises(LibraryMissing):
        look(tmp_path / "new.db", create=create, read_only=read_only)
    assert not list(tmp_path.iterdir())


def test_the_data_folder_is_made_private():
    state = look(data_folder() / "annotations.db")
    assert mode_of(data_folder()) == 0o700
    assert not state.exists


def test_another_missing_folder_is_a_drive_that_is_not_there(tmp_path):
    with pytest.raises(LibraryMissing):
        look(tmp_path / "drive" / "a.db")
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_a_new_library(tmp_path):
    path = tmp_path / "a.db"
    path.touch(mode=0o644)
    assert not look(path).exists
    assert mode_of(path) == 0o600


def test_an_empty_file_with_a_log_is_damage(tmp_path):
    path = tmp_path / "a.db"
    path.touch()
    Path(f"{path}-wal").write_bytes(b"frames")
    with pytest.raises(DamagedLibrary):
        look(path)
    assert Path(f"{path}-wal").read_bytes() == b"frames"


def test_a_making_that_was_interrupted_begins_again(tmp_path):
    path = tmp_path / "a.db"
    look(path)
    connection = open_connection(path)
    connection.execute("PRAGMA journal_mode = WAL").close()
    assert path.stat().st_size
    assert not look(path).exists
    connection.close()
    assert not look(path).exists
    with pytest.raises(LibraryMissing):
        look(path, create=False)


def test_rights_are_taken_from_others(tmp_path):
    path = library(tmp_path / "a.db")
    path.chmod(0o644)
    look(path, read_only=True)
    assert mode_of(path) == 0o644
    look(path)
    assert mode_of(path) == 0o600


def test_side_files_are_private_too(tmp_path):
    path = library(tmp_path / "a.db")
    connection = open_connection(path)
    connection.execute("SELECT * FROM tags").close()
    sides = [Path(f"{path}{side}") for side in ("-wal", "-shm")]
    for side in sides:
        side.chmod(0o644)
    look(path)
    assert [mode_of(side) for side in sides] == [0o600, 0o600]
    connection.close()


def test_a_link_is_followed_once(tmp_path):
    path = library(tmp_path / "real.db")
    link = tmp_path / "link.db"
    link.symlink_to(path)
    assert look(link).path == path.resolve()


def test_a_link_to_nothing_makes_nothing(tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "nothing.db")
    with pytest.raises(LibraryMissing):
        look(link)
    assert not (tmp_path / "nothing.db").exists()


def test_links_in_a_circle(tmp_path):
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / one).symlink_to(tmp_path / other)
    with pytest.raises(LibraryUnwritable):
        look(tmp_path / "a")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_no_library(tmp_path, make):
    make(tmp_path / "a.db")
    with pytest.raises(NotALibrary):
        look(tmp_path / "a.db")


@pytest.mark.parametrize("content", [b"x", b"words " * 5000, bytes(8192), os.urandom(9000)])
def test_other_bytes_are_no_library(tmp_path, content):
    path = tmp_path / "a.db"
    path.write_bytes(content)
    before = snapshot(tmp_path)
    with pytest.raises(NotALibrary):
        look(path)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
@pytest.mark.parametrize("mark", [0, 7])
def test_the_database_of_another_program_is_not_touched(tmp_path, mode, mark):
    path = tmp_path / "a.db"
    foreign(
        path,
        f"PRAGMA journal_mode = {mode}",
        f"PRAGMA application_id = {mark}",
        "CREATE TABLE t(a)",
    )
    before = snapshot(tmp_path)
    with pytest.raises(NotALibrary):
        look(path)
    assert snapshot(tmp_path) == before


def test_a_newer_library_is_refused_byte_for_byte(tmp_path):
    path = library(tmp_path / "a.db")
    sql(path, "PRAGMA user_version = 99")
    path.chmod(0o644)
    before = snapshot(tmp_path)
    with pytest.raises(NewerLibrary) as caught:
        look(path)
    assert caught.value.facts["found"] == 99
    assert snapshot(tmp_path) == before
    assert list(before) == ["a.db"]


def test_a_newer_version_that_is_still_in_the_log_is_seen(tmp_path):
    path = library(tmp_path / "a.db")
    other = open_connection(path)
    other.execute("PRAGMA journal_mode = WAL").close()
    other.execute("PRAGMA user_version = 99").close()
    before = path.read_bytes()
    with pytest.raises(NewerLibrary):
        look(path)
    assert path.read_bytes() == before
    other.close()


def test_an_older_library_needs_migration(tmp_path):
    path = library(tmp_path / "a.db")
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerLibrary):
        look(path)
    sql(path, "PRAGMA user_version = 0")
    with pytest.raises(NotALibrary):
        look(path)


def test_a_library_of_a_crashed_window_is_read_with_its_log(tmp_path):
    path = library(tmp_path / "a.db")
    other = open_connection(path)
    other.execute("PRAGMA journal_mode = WAL").close()
    other.execute("DELETE FROM relations").close()
    crashed = tmp_path / "crashed.db"
    for side in ("", "-wal"):
        shutil.copyfile(f"{path}{side}", f"{crashed}{side}")
    other.close()
    assert look(crashed).exists
    with connection_to(crashed, READ_WRITE) as connection:
        assert connection.execute("SELECT count(*) FROM relations").fetchone() == (0,)


def test_a_journal_that_a_crash_left_is_rolled_back(tmp_path):
    path = library(tmp_path / "a.db")
    sql(path, "PRAGMA journal_mode = DELETE")
    before = rows(path, "SELECT * FROM changes ORDER BY sequence")
    crashed = tmp_path / "crashed.db"
    other = open_connection(path)
    other.execute("PRAGMA cache_size = 1").close()
    other.execute("BEGIN").close()
    other.execute("UPDATE changes SET before = hex(randomblob(3000))").close()
    for side in ("", "-journal"):
        shutil.copyfile(f"{path}{side}", f"{crashed}{side}")
    other.close()
    assert crashed.read_bytes() != path.read_bytes()
    assert look(crashed).exists
    assert rows(crashed, "SELECT * FROM changes ORDER BY sequence") == before


def damage(path: Path, start: int, content: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)


def test_a_file_cut_short_is_damaged(tmp_path):
    path = library(tmp_path / "a.db")
    os.truncate(path, path.stat().st_size // 2)
    before = snapshot(tmp_path)
    with pytest.raises(DamagedLibrary):
        look(path)
    assert snapshot(tmp_path) == before


def test_a_page_of_garbage_is_damage(tmp_path):
    path = library(tmp_path / "a.db")
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'")
    damage(path, (page - 1) * 4096, b"\xff" * 64)
    with pytest.raises(DamagedLibrary) as caught:
        look(path)
    assert "SQLite" in caught.value.sentence("ar") or "صفحات" in caught.value.sentence("ar")


def test_garbled_marks_are_no_library(tmp_path):
    path = library(tmp_path / "a.db")
    damage(path, 0, b"garbled")
    with pytest.raises(NotALibrary):
        look(path)


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("CREATE TRIGGER spy AFTER INSERT ON annotations BEGIN DELETE FROM changes; END", "spy"),
        ("CREATE VIEW bomb AS SELECT a.* FROM changes a, changes b, changes c", "bomb"),
        ("CREATE TABLE extra(a)", "extra"),
        ("CREATE UNIQUE INDEX one_tag ON annotations(tag, revision_uid, start_cp)", "one_tag"),
        ("CREATE VIRTUAL TABLE words USING fts5(a)", "words"),
    ],
)
def test_what_is_not_of_our_making_is_named_and_refused(tmp_path, statement, part):
    path = library(tmp_path / "a.db")
    sql(path, statement)
    with pytest.raises(ForeignPart) as caught:
        look(path)
    assert caught.value.facts["part"] == part


@pytest.mark.parametrize(
    "statement", ["DROP TABLE relations", "ALTER TABLE quotes DROP COLUMN cue"]
)
def test_what_is_missing_is_damage(tmp_path, statement):
    path = library(tmp_path / "a.db")
    sql(path, statement)
    with pytest.raises(DamagedLibrary):
        look(path)


def test_the_quick_check_gives_up_in_time(tmp_path):
    path = library(tmp_path / "a.db")
    sql(
        path,
        "CREATE TABLE big(a)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000)"
        " INSERT INTO big SELECT i FROM n",
        "INSERT INTO big VALUES(NULL)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE big(a NOT NULL)' WHERE name = 'big'",
    )
    with connection_to(path, READ_WRITE) as connection:
        refuse_damaged(connection, "a", seconds=0)
        with pytest.raises(DamagedLibrary):
            refuse_damaged(connection, "a", seconds=60)


def test_a_file_that_may_not_be_written_is_read(tmp_path):
    with open_folder() as folder:
        path = library(folder / "a.db")
        path.chmod(0o400)
        with ordinary_user(folder):
            state = look(path)
            before = snapshot(folder)
            with Store.open(path) as store:
                assert store.read_only
                assert len(store.articles()) == 2
            assert snapshot(folder) == before
        assert state.read_only
        assert state.immutable


def test_a_folder_that_may_not_be_written_is_read(tmp_path):
    with open_folder() as folder:
        path = library(folder / "a.db")
        with ordinary_user(folder):
            folder.chmod(0o555)
            assert look(path).immutable
            with Store.open(path) as store:
                assert store.read_only
                assert len(store.articles()) == 2
            assert list(snapshot(folder)) == ["a.db"]


def annotations_of(store: Store) -> list[str]:
    texts = [one.revision_uid for one in store.articles()]
    return [one.uid for text in texts for one in store.annotations(text)]


def test_the_log_is_read_where_nothing_may_be_written():
    with open_folder() as folder:
        path = library(folder / "a.db")
        window = open_connection(path)
        window.execute("DELETE FROM relations").close()
        with Store.open(path) as store:
            hanging = store.dependents(annotations_of(store))
        with ordinary_user(folder):
            folder.chmod(0o555)
            state = look(path)
            assert state.read_only
            assert not state.immutable
            with Store.open(path) as store:
                assert store.dependents(annotations_of(store)) == hanging
        window.close()


def test_a_new_library_in_a_folder_that_may_not_be_written():
    with open_folder() as folder, ordinary_user(folder):
        folder.chmod(0o555)
        with pytest.raises(LibraryUnwritable):
            look(folder / "a.db")


def test_a_file_that_may_not_be_read(tmp_path):
    with open_folder() as folder:
        path = library(folder / "a.db")
        path.chmod(0)
        with ordinary_user(folder), pytest.raises(LibraryUnwritable):
            look(path)


def test_a_library_of_somebody_else_is_only_read():
    with open_folder() as folder:
        shared = folder / "shared"
        shared.mkdir(mode=0o777)
        path = library(shared / "a.db")
        path.chmod(0o666)
        if os.geteuid() == 0:
            os.chown(path, NOBODY - 1, NOBODY - 1)
        else:  # only the superuser can give a file away; this one is not ours either
            path = Path("/etc/passwd")
        with ordinary_user(folder):
            assert not may_write(path)


def test_another_window_in_the_midst_of_writing_is_no_damage(tmp_path):
    path = library(tmp_path / "a.db")
    with Store.open(path) as store:
        other = open_connection(path)
        other.execute("BEGIN IMMEDIATE").close()
        other.execute("DELETE FROM relations").close()
        assert look(path).exists
        other.execute("ROLLBACK").close()
        other.close()
        store.annotator("another", "another")


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_look_drops_no_lock_of_this_process(tmp_path, mode):
    path = library(tmp_path / "a.db")
    sql(path, f"PRAGMA journal_mode = {mode}")
    holder = open_connection(path)
    assert another_process_can_write(path)
    holder.execute("BEGIN IMMEDIATE").close()
    assert look(path).exists
    assert not another_process_can_write(path)
    holder.close()
