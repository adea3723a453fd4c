"""An old SQLite lets one window at a time have a library (REL-2)."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import LibraryInUse
from reader.storage import Store
from reader.storage.alone import Alone

HOLD = """
import sys
from pathlib import Path
from reader.storage.alone import Alone
Alone(Path(sys.argv[1]), "held")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def old_sqlite(monkeypatch):
    """Let the program find no SQLite but one that is too old."""
    monkeypatch.setattr("reader.storage.driver.SAFE_SQLITE", (99, 0, 0))


def test_a_second_window_is_refused_in_words_until_the_first_is_closed(old_sqlite, tmp_path):
    path = tmp_path / "a.db"
    with Store.open(path) as first:
        assert first.is_alone
        with pytest.raises(LibraryInUse, match="open in another window"):
            Store.open(path)
    with Store.open(path) as second:
        assert second.is_alone


def test_a_failed_opening_lets_go(old_sqlite, tmp_path, monkeypatch):
    path = tmp_path / "a.db"
    Store.open(path).close()
    first = Alone(path, "a.db")
    with pytest.raises(LibraryInUse):
        Store.open(path)
    first.release()
    Store.open(path).close()


def test_reading_needs_no_lock(old_sqlite, tmp_path):
    path = tmp_path / "a.db"
    with Store.open(path), Store.open(path, read_only=True) as reader:
        assert not reader.is_alone


def test_the_lock_goes_with_a_killed_program(tmp_path):
    path: Path = tmp_path / "a.db"
    program = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "held\n"
    with pytest.raises(LibraryInUse):
        Alone(path, "a.db")
    program.kill()
    program.communicate()
    Alone(path, "a.db").release()


def test_a_new_sqlite_keeps_nobody_out(tmp_path):
    path = tmp_path / "a.db"
    with Store.open(path) as one, Store.open(path) as other:
        assert not one.is_alone
        assert not other.is_alone
