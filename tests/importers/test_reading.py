"""Bytes come from ordinary files only, and only so many."""

import errno
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.errors import SourceMissing, SourceNotAFile, SourceTooLarge, SourceUnreadable
from reader.importers.reading import LIMIT_BYTES, limited, read_bytes
from reader.model.package import FILE_BYTES, KIND, KIND_NAME
from reader.reasons import os_reason
from tests.makers import zipped

NOBODY = 65534


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def test_a_file_is_read_whole(tmp_path: Path):
    source = bytes(range(256)) * 9000
    (tmp_path / "مقال.txt").write_bytes(source)
    assert read_bytes(tmp_path / "مقال.txt") == source
    (tmp_path / "empty").touch()
    assert read_bytes(tmp_path / "empty") == b""


def test_a_link_is_followed(tmp_path: Path):
    (tmp_path / "target").write_bytes("قال".encode())
    (tmp_path / "link").symlink_to("target")
    assert read_bytes(tmp_path / "link") == "قال".encode()


@pytest.mark.parametrize("name", ["none", "none/inner", "dangling", "a\x00b"])
def test_a_missing_file(tmp_path: Path, name: str):
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(SourceMissing) as refused:
        read_bytes(tmp_path / name)
    assert Path(name).name in refused.value.sentence("ar")


def test_a_file_that_reports_no_size_is_read_all_the_same():
    assert len(read_bytes(Path("/proc/self/status"))) > Path("/proc/self/status").stat().st_size


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link to a folder").symlink_to("folder")
    with (
        tempfile.TemporaryDirectory(dir="/tmp") as short,
        socket.socket(socket.AF_UNIX) as listening,
    ):
        listening.bind(f"{short}/s")
        places = [tmp_path / "pipe", tmp_path / "folder", tmp_path / "link to a folder"]
        for path in (*places, Path("/dev/zero"), Path("/dev/null"), Path(short) / "s"):
            before = open_descriptors()
            with pytest.raises(SourceNotAFile):
                read_bytes(path)
            assert open_descriptors() == before


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "its links lead in a circle"),
        ("file/inner", "a part of the path is not a folder"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_a_path_that_leads_nowhere_says_why(tmp_path: Path, path: str, reason: str):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    with pytest.raises(SourceUnreadable) as refused:
        read_bytes(tmp_path / path)
    assert refused.value.sentence("en").endswith(f": {reason}.")


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Work as a user whom modes bind; the superuser may read everything."""
    before = os.geteuid()
    os.seteuid(before or NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize("name", ["secret.txt", "closed/inner.txt"])
def test_a_file_without_permission_says_so(name: str):
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        folder = Path(place)
        (folder / "closed").mkdir()
        (folder / name).write_text("سر", encoding="utf-8")
        (folder / name).chmod(0)
        (folder / "closed").chmod(0)
        folder.chmod(0o755)
        with ordinary_user(), pytest.raises(SourceUnreadable) as refused:
            read_bytes(folder / name)
        (folder / "closed").chmod(0o755)
    assert refused.value.facts["reason"] == os_reason(PermissionError(errno.EACCES, ""))


def test_the_limit_counts_bytes_that_are_read(tmp_path: Path):
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(LIMIT_BYTES)
    assert len(read_bytes(path)) == LIMIT_BYTES
    with path.open("r+b") as file:
        file.truncate(1 << 40)
    with pytest.raises(SourceTooLarge) as refused:
        read_bytes(path)
    assert refused.value.facts == {"name": "sparse", "limit": 50}
    assert limited(b"x", "stdin") == b"x"
    with pytest.raises(SourceTooLarge):
        limited(bytes(LIMIT_BYTES + 1), "stdin")


def test_a_package_may_be_larger_and_not_without_end(tmp_path: Path):
    path = tmp_path / "library.zip"
    with path.open("wb") as file:
        file.write(zipped({KIND_NAME: KIND}))
        file.truncate(LIMIT_BYTES + 1)
    assert len(read_bytes(path)) == LIMIT_BYTES + 1
    with path.open("r+b") as file:
        file.truncate(FILE_BYTES + 1)
    with pytest.raises(SourceTooLarge) as refused:
        read_bytes(path)
    assert "250" in refused.value.sentence("en")
