"""Opens the zip files that documents are, in memory, and counts every byte that comes out.

What a zip file says of itself may be a lie, so only what is really unpacked counts
(CWE-409); names that would do harm on a disk are refused even though nothing is ever
written to one (CWE-22).
"""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, Any

from reader.errors import ImportFailed, SourceDamaged, SourceEncrypted, SourceRefused
from reader.frozen import dataclass
from reader.label import Label

RATIO = 200
# Small parts of one repeated line shrink more than that, and harm nobody.
_FREE_BYTES = 1_000_000
_CHUNK_BYTES = 1 << 16
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What Python's module raises over archives that are torn, or made by no archiver.
_UNZIPPABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
)  # fmt: skip
_HOSTILE = re.compile(
    r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]"
    r"|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)",
    re.IGNORECASE,
)
_TORN = Label("the archive that it is cannot be unpacked", "تعذر فك ضغط محتواه")
_MISSING = Label("a part that it needs is missing", "ينقصه جزء لا بد منه")
_TOO_MANY = Label("it has more than {most} parts", "أجزاءه أكثر من {most}")
_TOO_LARGE = Label("it unpacks to more than {most} MB", "حجمه بعد فك الضغط أكبر من {most} ميغابايت")
_PART_TOO_LARGE = Label(
    "a part of it unpacks to more than {most} MB",
    "فيه جزء حجمه بعد فك الضغط أكبر من {most} ميغابايت",
)
_BOMB = Label(
    f"a part of it unpacks to more than {RATIO} times its size",
    f"فيه جزء يتضخم عند فك ضغطه أكثر من {RATIO} مرة",
)
_BAD_NAME = Label(
    "one of its parts has a name that would reach outside of it",
    "فيه جزء اسمه يشير إلى خارجه",
)
_TWICE = Label("two of its parts have the same name", "فيه جزءان باسم واحد")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many parts an archive may have, and how large they and all of it may unpack to."""

    members: int = 2000
    member_bytes: int = 50_000_000
    archive_bytes: int = 200_000_000


BOUNDS = Bounds()


class Archive:
    """The parts of a zip file by name; raises SourceDamaged, SourceEncrypted, SourceRefused."""

    def __init__(self, source: bytes, name: str, bounds: Bounds = BOUNDS) -> None:
        self._name = name
        self._bounds = bounds
        self._unpacked = 0
        # A list of a million parts takes too long to be read; it can be counted first.
        if source.count(_ENTRY) > bounds.members:
            raise self._refused(_TOO_MANY, bounds.members)
        try:
            self._zip = zipfile.ZipFile(BytesIO(source))
        except _UNZIPPABLE as error:
            raise self._torn() from error
        self._parts = self._vetted()

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    def names(self) -> tuple[str, ...]:
        """Return the paths of all parts, in their order."""
        return tuple(self._parts)

    def part(self, path: str) -> bytes:
        """Return a part; raises SourceDamaged where it is missing or torn, SourceRefused."""
        with self.opened(path) as stream:
            return stream.read()

    @contextmanager
    def opened(self, path: str) -> Iterator[BufferedReader]:
        """Open a part to be read bit by bit; it and reading raise as `part` does."""
        if path not in self._parts:
            raise SourceDamaged(name=self._name, reason=_MISSING)
        info = self._parts[path]
        try:
            with self._zip.open(info) as stream:
                watched = Watched(stream, self._counting(info.compress_size))
                yield BufferedReader(watched, _CHUNK_BYTES)
        except _UNZIPPABLE as error:
            raise self._torn() from error

    def _counting(self, packed: int) -> Callable[[bytes], None]:
        """Return what notes the bytes of a part of a packed size; it raises SourceRefused."""
        size = 0

        def note(piece: bytes) -> None:
            nonlocal size
            size += len(piece)
            self._unpacked += len(piece)
            if size > self._bounds.member_bytes:
                raise self._refused(_PART_TOO_LARGE, self._bounds.member_bytes // 1_000_000)
            if self._unpacked > self._bounds.archive_bytes:
                raise self._refused(_TOO_LARGE, self._bounds.archive_bytes // 1_000_000)
            if size > max(RATIO * packed, _FREE_BYTES):
                raise SourceRefused(name=self._name, reason=_BOMB)

        return note

    def _refused(self, reason: Label, most: int) -> ImportFailed:
        said = Label(reason.en.format(most=most), reason.ar.format(most=most))
        return SourceRefused(name=self._name, reason=said)

    def _vetted(self) -> dict[str, zipfile.ZipInfo]:
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            # Python cuts a name at NUL, and on Windows turns its slashes.
            reason = _reason_against(info)
            if info.filename in parts:
                reason = _TWICE
            if reason is not None:
                raise SourceRefused(name=self._name, reason=reason)
            if info.flag_bits & _ENCRYPTED:
                raise SourceEncrypted(name=self._name)
            if info.compress_type not in _METHODS:
                raise self._torn()
            parts[info.filename] = info
        return parts

    def _torn(self) -> ImportFailed:
        return SourceDamaged(name=self._name, reason=_TORN)


class Watched(RawIOBase):
    """Passes on what is read of a stream, and shows each piece of it to somebody."""

    def __init__(self, stream: IO[bytes], seen: Callable[[bytes], object]) -> None:
        self._stream = stream
        self._seen = seen

    def readable(self) -> bool:
        """Tell that bytes can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read the next bytes; raises what who sees them does."""
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._seen(piece)
        return len(piece)


def _reason_against(info: zipfile.ZipInfo) -> Label | None:
    if _HOSTILE.search(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
        return _BAD_NAME
    return None
