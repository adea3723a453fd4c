"""Finds out in which encoding a text was written, or asks.

The ladder: a byte order mark; the pattern of NUL bytes that UTF-16 without a mark
leaves (it must come before UTF-8, because such bytes are valid UTF-8); strict
UTF-8; then a guess between the two old Arabic code pages. A guess must earn its
place: what it decodes must look like Arabic words, otherwise a person chooses.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reader.errors import EncodingUncertain, SourceNotText
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding that a person can choose; `key` is Python's name for it."""

    key: str
    label: Label


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it came in."""

    text: str
    encoding: str


ENCODINGS = (
    Encoding("utf-8", Label("Unicode (UTF-8)", "يونيكود (UTF-8)")),
    Encoding("cp1256", Label("Arabic (Windows-1256)", "عربي (Windows-1256)")),
    Encoding("iso8859_6", Label("Arabic (ISO-8859-6)", "عربي (ISO-8859-6)")),
    Encoding("utf-16-le", Label("Unicode (UTF-16 LE)", "يونيكود (UTF-16 LE)")),
    Encoding("utf-16-be", Label("Unicode (UTF-16 BE)", "يونيكود (UTF-16 BE)")),
    Encoding("mac_arabic", Label("Arabic (Macintosh)", "عربي (ماكنتوش)")),
    Encoding("cp720", Label("Arabic (DOS-720)", "عربي (DOS-720)")),
    Encoding("cp864", Label("Arabic (DOS-864)", "عربي (DOS-864)")),
    Encoding("cp1252", Label("Western (Windows-1252)", "لاتيني (Windows-1252)")),
)
_GUESSED = ("cp1256", "iso8859_6")

# UTF-32 LE begins with the mark of UTF-16 LE, so the longer marks come first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BM\xf6",
    b"ID3", b"RIFF", b"OggS", b"\x00\x00\x01\x00", b"{\\rtf",
)  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02  # more than this, and it is no text
_WORD = re.compile(r"[ء-ي]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_SHARE = 0.6  # of the letters; less, and a guess has not earned its place
_LEAST_WORDS = 2
_SAMPLE_BYTES = 200_000


def decode(source: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of some bytes; `encoding` is what a person chose, None to find out.

    Raises SourceNotText for what is no text, or not in the encoding chosen, and
    EncodingUncertain where nothing is certain.
    """
    if encoding is not None:
        return _as_chosen(source, name, encoding)
    for mark, key in _MARKS:
        if source.startswith(mark):
            return _marked(source, name, key)
    if source.startswith(_SIGNATURES):
        raise SourceNotText(name=name)
    wide = _wide_encoding(source)
    if wide and (text := _decoded(source, wide)) is not None and _is_text(text):
        return Decoded(text, wide)
    if len(_CONTROLS.findall(source[:_SAMPLE_BYTES])) > _CONTROL_SHARE * len(
        source[:_SAMPLE_BYTES]
    ):
        raise SourceNotText(name=name)
    if (text := _decoded(source, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    return _guessed(source, name)


def _as_chosen(source: bytes, name: str, encoding: str) -> Decoded:
    """Decode as a person said; damaged places become U+FFFD, because they chose to read it."""
    keys = {one.key for one in ENCODINGS}
    try:
        key = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        key = ""
    known = {codecs.lookup(one).name: one for one in keys | {"utf-16", "utf-32"}}
    if key not in known:
        raise EncodingUncertain(name=name, source=source, candidates=tuple(sorted(keys)))
    text = source.decode(key, errors="replace")
    if text and text.count("\ufffd") > len(text) / 4:
        raise SourceNotText(name=name)
    return Decoded(text, known[key])


def _marked(source: bytes, name: str, key: str) -> Decoded:
    text = _decoded(source, key)
    if text is None:
        raise EncodingUncertain(name=name, source=source, candidates=_ranked(source, key))
    return Decoded(text, key)


def _decoded(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide_encoding(source: bytes) -> str:
    """Return the UTF-16 that the places of NUL bytes betray, or "".

    A text in UTF-16 has spaces and line ends, whose upper byte is NUL.
    """
    sample = source[:_SAMPLE_BYTES]
    if len(sample) % 2:
        sample = sample[:-1]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) == 0 or max(even, odd) < 8 * min(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    odd = sum(char < " " and char not in "\t\n\r\f\v" for char in sample)
    return odd <= _CONTROL_SHARE * len(sample)


def _guessed(source: bytes, name: str) -> Decoded:
    """Return the old code page that makes Arabic words of the bytes, if one does."""
    best = from_bytes(source[:_SAMPLE_BYTES], cp_isolation=list(_GUESSED)).best()
    key = best.encoding if best is not None else ""
    text = _decoded(source, key) if key in _GUESSED else None
    if text is None or not _looks_arabic(text) or _is_broken_utf8(source):
        raise EncodingUncertain(name=name, source=source, candidates=_ranked(source, key))
    return Decoded(text, key)


def _looks_arabic(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    letters = len(_LETTER.findall(sample))
    words = _WORD.findall(sample)
    arabic = sum(map(len, words))
    return len(words) >= _LEAST_WORDS and arabic >= _ARABIC_SHARE * letters


def _is_broken_utf8(source: bytes) -> bool:
    """Tell whether nearly all of it is UTF-8: a cut or damaged text, not a code page."""
    text = source[:_SAMPLE_BYTES].decode("utf-8", errors="replace")
    wide = sum(char > "\x7f" for char in text)
    return wide > 0 and text.count("\ufffd") <= 0.1 * wide


def _ranked(source: bytes, guess: str) -> tuple[str, ...]:
    """Return the encodings that decode the bytes, likeliest first."""
    first = ["utf-8"] if _is_broken_utf8(source) else []
    first += [guess] if guess in _GUESSED else []
    able = [one.key for one in ENCODINGS if _decoded(source, one.key) is not None]
    return tuple(dict.fromkeys((*first, *able))) or ("utf-8",)
