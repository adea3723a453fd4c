"""Vowel marks behind the words of each page, in a PDF that Qt has written.

A PDF holds glyphs at places. Where the glyph of a mark stands among those of a word, programs
that read the letters back end the word there, or put the mark into a line of its own: none of
them finds the word again. The marks are drawn last instead, each where it stood and in its
ink, and said to be no text (`ActualText`, ISO 32000-1, 14.9.4). No letter moves on paper.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reader.frozen import dataclass

_DRAWN = re.compile(rb"(-?[\d.]+) (-?[\d.]+) Td <([0-9A-F]+)> Tj")
_FONT = re.compile(rb"/F(\d+) ")
_CONTENTS = re.compile(rb"/Type /Page\n.*?/Contents (\d+) 0 R", re.DOTALL)
_LETTERS = re.compile(rb"/ToUnicode (\d+) 0 R")
_RANGE = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)> (\[[^\]]*\]|<[0-9A-F]+>)", re.IGNORECASE)
_HEX = re.compile(rb"<([0-9A-F]+)>", re.IGNORECASE)
_TAIL = 64  # bytes; the end of a file says where its table of objects begins
_NO_TEXT = b"/Span <</ActualText <FEFF>>> BDC"

Spoken = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class _Stored:
    """An object of a PDF: its number, and where its bytes begin and end."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """A glyph that is drawn last: its ink, its font, and the step from the page's origin."""

    ink: bytes
    font: bytes
    step: bytes


class _File:
    """A PDF as Qt writes it: one table of objects, and no object within another."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        size = source.seek(0, 2)
        source.seek(max(0, size - _TAIL))
        table_at = int(source.read().rpartition(b"startxref\n")[2].split()[0])
        source.seek(table_at)
        table, _, rest = source.read().partition(b"trailer")
        self.trailer = rest.rpartition(b"startxref")[0]
        rows = [row.split() for row in table.split(b"\n")[2:]]
        starts = sorted((int(row[0]), at) for at, row in enumerate(rows) if row[2:] == [b"n"])
        ends = [start for start, _ in starts[1:]] + [table_at]
        self.objects = [
            _Stored(number, start, end) for (start, number), end in zip(starts, ends, strict=True)
        ]

    def head(self) -> bytes:
        """Return what stands before the first object."""
        return self._bytes(0, self.objects[0].start)

    def body(self, one: _Stored) -> bytes:
        """Return the bytes of an object."""
        return self._bytes(one.start, one.end)

    def _bytes(self, start: int, end: int) -> bytes:
        self._source.seek(start)
        return self._source.read(end - start)


def set_marks_apart(source: BinaryIO, target: BinaryIO) -> None:
    """Write a PDF of Qt anew with the marks of each page behind its words; page by page.

    `source` can be sought in; `target` is written from its start on.
    """
    file = _File(source)
    spoken, pages = _spoken_and_pages(file)
    position = target.write(file.head())
    placed: dict[int, int] = {}
    for one in file.objects:
        placed[one.number] = position
        body = file.body(one)
        position += target.write(
            _page_of(one.number, body, spoken) if one.number in pages else body
        )
    size = max(placed) + 1
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        free = b"0000000000 65535 f \n"
        target.write(b"%010d 00000 n \n" % placed[number] if number in placed else free)
    target.write(b"trailer%bstartxref\n%d\n%%%%EOF\n" % (file.trailer, position))


def _spoken_and_pages(file: _File) -> tuple[Spoken, frozenset[int]]:
    """Return the glyphs of letters, by the number of their font, and the pages' contents."""
    pages, tables = set(), {}
    for one in file.objects:
        body = file.body(one)
        if found := _CONTENTS.search(body):
            pages.add(int(found[1]))
        if found := _LETTERS.search(body):
            tables[one.number] = int(found[1])
    bodies = {one.number: one for one in file.objects if one.number in tables.values()}
    spoken = {font: _spoken(_stream(file.body(bodies[at]))) for font, at in tables.items()}
    return spoken, frozenset(pages)


def _spoken(table: bytes) -> frozenset[int]:
    """Return the glyphs for which a font's table (ISO 32000-1, 9.10.3) has more than marks.

    Two marks drawn as one glyph are not in it at all.
    """
    return frozenset(glyph for glyph, words in _letters(table) if not _is_mark(words))


def _letters(table: bytes) -> Iterator[tuple[int, str]]:
    for first, last, given in _RANGE.findall(table):
        words = _HEX.findall(given)
        for step, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
            if given.startswith(b"["):
                yield glyph, bytes.fromhex(words[step].decode()).decode("utf-16-be", "replace")
            else:
                yield glyph, chr(int(words[0], 16) + step)


def _is_mark(words: str) -> bool:
    """Tell whether letters are marks alone; the forms of two at once stand on a space."""
    plain = unicodedata.normalize("NFKC", words).strip()
    return bool(plain) and all(unicodedata.category(letter) == "Mn" for letter in plain)


def _stream(body: bytes) -> bytes:
    told, _, packed = body.partition(b"stream\n")
    if b"/FlateDecode" in told:
        return zlib.decompressobj().decompress(packed)
    return packed.rpartition(b"endstream")[0]


def _page_of(number: int, body: bytes, spoken: Spoken) -> bytes:
    packed = zlib.compress(_apart(_stream(body), spoken))
    return (
        b"%d 0 obj\n<<\n/Length %d\n/Filter /FlateDecode\n>>\nstream\n%b\nendstream\nendobj\n"
        % (number, len(packed), packed)
    )


def _apart(content: bytes, spoken: Spoken) -> bytes:
    """Return the operators of a page with the glyphs of marks at their end."""
    lines, late = _sorted_out(content, spoken)
    if not late:
        return content
    drawn = [b"q\n%b\n/GSa gs\nBT\n%b\n%b\nET\nQ" % (one.ink, one.font, one.step) for one in late]
    # Qt leaves two states saved under all that it draws and takes them back at the end.
    ending = len(lines) - next(at for at, line in enumerate(reversed(lines)) if line.strip()) - 1
    before = b"\n".join([*lines[:ending], _NO_TEXT, *drawn, b"EMC"])
    return before + b"\n" + b"\n".join(lines[ending:])


def _sorted_out(content: bytes, spoken: Spoken) -> tuple[list[bytes], list[_Mark]]:
    """Return the operators without the marks, each later step as long as both were, and these."""
    lines: list[bytes] = []
    late: list[_Mark] = []
    ink = font = b""
    here, kept = (0.0, 0.0), (0.0, 0.0)
    glyphs: frozenset[int] | None = None
    for line in content.split(b"\n"):
        if line == b"BT":
            here = kept = (0.0, 0.0)
        elif line.endswith((b" scn", b" sc")):
            ink = line
        elif named := _FONT.match(line):
            font, glyphs = line, spoken.get(int(named[1]))
        elif drawn := _DRAWN.fullmatch(line):
            here = here[0] + float(drawn[1]), here[1] + float(drawn[2])
            if glyphs is not None and int(drawn[3], 16) not in glyphs:
                late.append(_Mark(b"/CSp cs\n" + ink, font, _step(here, (0.0, 0.0), drawn[3])))
                continue
            line, kept = _step(here, kept, drawn[3]), here  # noqa: PLW2901
        lines.append(line)
    return lines, late


def _step(to: tuple[float, float], of: tuple[float, float], glyph: bytes) -> bytes:
    return b"%.5f %.5f Td <%b> Tj" % (to[0] - of[0], to[1] - of[1], glyph)
