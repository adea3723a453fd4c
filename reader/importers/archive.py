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
from io import BytesIO

from reader.errors import ImportFailed, SourceDamaged, SourceEncrypted, SourceRefused
from reader.label import Label

MEMBER_BYTES = 50_000_000
ARCHIVE_BYTES = 200_000_000
MEMBERS = 2000
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
_TOO_MANY = Label(f"it has more than {MEMBERS} parts", f"أجزاءه أكثر من {MEMBERS}")
_TOO_LARGE = Label(
    f"it unpacks to more than {ARCHIVE_BYTES // 1_000_000} MB",
    f"حجمه بعد فك الضغط أكبر من {ARCHIVE_BYTES // 1_000_000} ميغابايت",
)
_PART_TOO_LARGE = Label(
    f"a part of it unpacks to more than {MEMBER_BYTES // 1_000_000} MB",
    f"فيه جزء حجمه بعد فك الضغط أكبر من {MEMBER_BYTES // 1_000_000} ميغابايت",
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


class Archive:
    """The parts of a zip file by name; raises SourceDamaged, SourceEncrypted, SourceRefused."""

    def __init__(self, source: bytes, name: str, *, members: int | None = None) -> None:
        self._name = name
        self._unpacked = 0
        # A list of a million parts takes too long to be read; it can be counted first.
        if source.count(_ENTRY) > (MEMBERS if members is None else members):
            raise SourceRefused(name=name, reason=_TOO_MANY)
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
        if path not in self._parts:
            raise SourceDamaged(name=self._name, reason=_MISSING)
        info = self._parts[path]
        content = bytearray()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    content += chunk
                    self._count(len(chunk), len(content), info.compress_size)
        except _UNZIPPABLE as error:
            raise self._torn() from error
        return bytes(content)

    def _count(self, more: int, size: int, packed: int) -> None:
        self._unpacked += more
        reason = None
        if size > MEMBER_BYTES:
            reason = _PART_TOO_LARGE
        elif self._unpacked > ARCHIVE_BYTES:
            reason = _TOO_LARGE
        elif size > max(RATIO * packed, _FREE_BYTES):
            reason = _BOMB
        if reason is not None:
            raise SourceRefused(name=self._name, reason=reason)

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


def _reason_against(info: zipfile.ZipInfo) -> Label | None:
    if _HOSTILE.search(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
        return _BAD_NAME
    return None
