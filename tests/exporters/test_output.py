"""A file is written wholly or not at all, whatever goes wrong."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from reader.errors import OutputUnwritable
from reader.exporters.output import atomic_write
from reader.reasons import REASONS

OLD = "ما كان هنا من قبل".encode()
NEW = "الجديد 😀".encode()

# Runs in a process of its own: a limit, or a loss of rights, cannot be taken back.
CHILD = """
import os, resource, sys
from pathlib import Path
from reader.errors import OutputUnwritable
from reader.exporters.output import atomic_write

os.chdir(sys.argv[1])
if sys.argv[2] == "full":
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
elif os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with atomic_write(Path("out.csv")) as stream:
        for _ in range(1000):
            stream.write(b"x" * 100)
except OutputUnwritable as error:
    print(error.sentence("en"))
"""


def child(folder: Path, fault: str) -> str:
    """Return what a process under a fault says when it writes 100 kB to out.csv."""
    command = [sys.executable, "-c", CHILD, str(folder), fault]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def target(tmp_path):
    """Return a file that is already there, alone in its folder."""
    path = tmp_path / "out.csv"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(file.name for file in folder.iterdir())


def write_new(target: Path, then: Callable[[BinaryIO], object] = BinaryIO.fileno) -> None:
    """Write NEW to a file, and do one more thing before it is whole."""
    with atomic_write(target) as stream:
        stream.write(NEW)
        then(stream)


def assert_untouched(target: Path) -> None:
    """Assert that the old file is as it was and that nothing stands beside it."""
    assert target.read_bytes() == OLD
    assert names_in(target.parent) == [target.name]


def test_the_new_file_takes_the_place_of_the_old(target):
    with atomic_write(target) as stream:
        stream.write(NEW)
        assert target.read_bytes() == OLD
    assert target.read_bytes() == NEW
    assert names_in(target.parent) == [target.name]


def test_the_temporary_file_is_beside_it_and_private(target):
    with atomic_write(target) as stream:
        stream.write(NEW)
        (beside,) = set(target.parent.iterdir()) - {target}
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o027, 0o640)])
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        write_new(tmp_path / "new.csv")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_an_old_file_keeps_its_mode(target, mode):
    target.chmod(mode)
    write_new(target)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_bytes() == NEW


def test_a_link_is_replaced_and_its_victim_intact(target):
    link = target.with_name("link.csv")
    link.symlink_to(target)
    write_new(link)
    assert not link.is_symlink()
    assert link.read_bytes() == NEW
    assert target.read_bytes() == OLD


def test_a_link_to_nothing_is_replaced(tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "elsewhere.csv")
    write_new(link)
    assert link.read_bytes() == NEW
    assert names_in(tmp_path) == ["link.csv"]


@pytest.mark.parametrize("stop", [ZeroDivisionError, KeyboardInterrupt])
def test_any_end_of_the_block_but_a_good_one_changes_nothing(target, stop):
    def interrupt(stream: BinaryIO) -> None:
        raise stop

    with pytest.raises(stop):
        write_new(target, interrupt)
    assert_untouched(target)


def test_a_full_disk_leaves_the_old_file_whole(target):
    said = child(target.parent, "full")
    assert "the file would be too large" in said
    assert_untouched(target)


def test_a_folder_that_may_not_be_written(target):
    target.parent.chmod(0o555)
    said = child(target.parent, "read-only")
    target.parent.chmod(0o755)
    assert "permission denied" in said
    assert_untouched(target)


def test_bytes_that_are_missing_at_the_end_are_noticed(target):
    def lose(stream: BinaryIO) -> None:
        stream.flush()
        os.ftruncate(stream.fileno(), 1)

    with pytest.raises(OutputUnwritable) as refused:
        write_new(target, lose)
    assert refused.value.facts["reason"] == REASONS[errno.EIO]
    assert_untouched(target)


def test_a_disk_that_fails_to_sync(target, monkeypatch):
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputUnwritable) as refused:
        write_new(target)
    monkeypatch.undo()
    assert refused.value.facts["reason"] == REASONS[errno.ENOSPC]
    assert_untouched(target)


def test_bytes_reach_the_disk_before_the_name_does(target, monkeypatch):
    synced = []
    sync = os.fsync

    def note(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        synced.append((kind, target.read_bytes()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    write_new(target)
    assert synced == [("file", OLD), ("folder", NEW)]


def test_a_folder_made_there_meanwhile_is_not_replaced(tmp_path):
    target = tmp_path / "out.csv"
    with pytest.raises(OutputUnwritable):
        write_new(target, then=lambda stream: target.mkdir())
    assert target.is_dir()
    assert names_in(tmp_path) == ["out.csv"]


def bad_targets(folder: Path) -> dict[str, Path]:
    """Return paths where no file can be written."""
    (folder / "file").write_bytes(OLD)
    (folder / "loop").symlink_to(folder / "loop")
    os.mkfifo(folder / "pipe")
    (folder / "to-pipe").symlink_to(folder / "pipe")
    return {
        "it is a folder": folder,
        "there is no such file or folder": folder / "none" / "out.csv",
        "a part of the path is not a folder": folder / "file" / "out.csv",
        "the name is too long": folder / ("ط" * 300),
        "its links lead in a circle": folder / "loop" / "out.csv",
        "it is not an ordinary file": folder / "pipe",
    }


def test_targets_that_are_no_file_are_refused_in_words(tmp_path):
    targets = bad_targets(tmp_path)
    before = names_in(tmp_path)
    for reason, path in targets.items():
        with pytest.raises(OutputUnwritable, match=reason):
            write_new(path)
    assert names_in(tmp_path) == before


def test_a_pipe_or_a_device_stays_what_it_is(tmp_path):
    bad_targets(tmp_path)
    for name in ("pipe", "to-pipe"):
        with pytest.raises(OutputUnwritable):
            write_new(tmp_path / name)
        assert stat.S_ISFIFO((tmp_path / name).stat().st_mode)
