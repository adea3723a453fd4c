"""Zip files: the same content is the same bytes, on any stream, and a failure leaves none."""

import io
import zipfile

import pytest

from reader.exporters.zipped import Zipped


class Pipe(io.BytesIO):
    """A stream in which nobody can go back, as standard output may be one."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError

    def tell(self) -> int:
        raise OSError


def write(stream: io.BytesIO) -> bytes:
    """Write a zip file of each kind of part and return its bytes."""
    with Zipped(stream) as archive:
        archive.add("نص.txt", "قال")
        archive.add_stream("source.bin", io.BytesIO(bytes(100_000)))
        archive.add_lines("lines.jsonl", (f"{number}" for number in range(3)))
    return stream.getvalue()


@pytest.mark.parametrize("kind", [io.BytesIO, Pipe])
def test_parts_come_back_from_any_stream(kind):
    archive = zipfile.ZipFile(io.BytesIO(write(kind())))
    assert archive.testzip() is None
    assert archive.read("نص.txt").decode() == "قال"
    assert archive.read("source.bin") == bytes(100_000)
    assert archive.read("lines.jsonl") == b"0\n1\n2\n"


def test_the_same_content_is_the_same_bytes():
    assert write(io.BytesIO()) == write(io.BytesIO())


def test_what_failed_is_no_zip_file():
    stream = io.BytesIO()
    with pytest.raises(KeyError):
        write_and_fail(stream)
    assert stream.getvalue()
    assert not zipfile.is_zipfile(stream)


def write_and_fail(stream: io.BytesIO) -> None:
    """Begin a zip file and fail."""
    with Zipped(stream) as archive:
        archive.add("a", "b")
        raise KeyError
