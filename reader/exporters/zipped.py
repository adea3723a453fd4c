"""Write a format of several files as one zip file, always the same bytes for the same content."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

# A moment of the export would make every file another; 1980 is the earliest that zip knows.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_CHUNK_BYTES = 1 << 16


class Zipped:
    """A zip file on a stream in which nobody goes back; its parts are written one by one.

    To be used with `with`: its list of parts is written at the end, and nothing after
    a failure. Names are given by us and never taken from an article.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> "Zipped":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._zip.close()
        else:
            self._zip.fp = None  # or the half of it would be closed when it is collected

    def add(self, name: str, content: bytes | str) -> None:
        """Write a part; text is in UTF-8."""
        self._zip.writestr(_described(name), content)

    def add_stored(self, name: str, content: bytes) -> None:
        """Write a part as it is, so that the first bytes of the file tell what it is."""
        described = _described(name)
        described.compress_type = zipfile.ZIP_STORED
        self._zip.writestr(described, content)

    def add_stream(self, name: str, content: IO[bytes]) -> None:
        """Write a part from a stream that is read from where it stands."""
        with self.part(name) as part:
            while chunk := content.read(_CHUNK_BYTES):
                part.write(chunk)

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """Give a stream for one part; no other can be written until it is closed."""
        with self._zip.open(_described(name), "w", force_zip64=True) as part:
            yield part

    def add_lines(self, name: str, lines: Iterable[str]) -> None:
        """Write a part line by line, in UTF-8."""
        with self.part(name) as part:
            for line in lines:
                part.write(line.encode() + b"\n")


def _described(name: str) -> zipfile.ZipInfo:
    described = zipfile.ZipInfo(name, _MOMENT)
    described.compress_type = zipfile.ZIP_DEFLATED
    described.external_attr = _PLAIN_FILE
    return described
