"""Finds out in which encoding a text was written, or asks.

The ladder: a byte order mark; the zero bytes of UTF-32 and UTF-16 without a mark
(they come before UTF-8, because such bytes are valid UTF-8 too); strict UTF-8; then
a guess between the two old Arabic code pages. A guess has to earn its place: it must
read as Arabic, and clearly better than the other page does. Otherwise a person
chooses, over a preview. Nothing is ever replaced without being asked for.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from reader.errors import BadValue, EncodingUncertain, ImportFailed, SourceNotText
from reader.frozen import dataclass
from reader.importers.likelihood import is_mostly_arabic, is_mostly_latin, log_likelihood
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding that a person can choose; `key` is Python's name for it."""

    key: str
    label: Label


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, without its byte order mark, and the encoding it came in."""

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
    Encoding("utf-32-le", Label("Unicode (UTF-32 LE)", "يونيكود (UTF-32 LE)")),
    Encoding("utf-32-be", Label("Unicode (UTF-32 BE)", "يونيكود (UTF-32 BE)")),
)

# UTF-32 LE begins with the mark of UTF-16 LE, so the longer marks come first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"\x7fELF",
    b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd", b"Rar!\x1a\x07", b"{\\rtf",
)  # fmt: skip

_SAMPLE_BYTES = 200_000
# TAB, the line ends, and what terminals and old editors leave (SUB, ESC) are no sign.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MAX_DAMAGE = 0.1  # the share of U+FFFD from which a chosen encoding is the wrong one

# What makes up most of any text of ours: Arabic in all its blocks, ASCII, and punctuation.
_USUAL = re.compile("[\t\n\r -~\xa0\xab\xbb\u0600-\u06ff\u2000-\u206f\ufb50-\ufdff\ufe70-\ufefc]")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_EMPTY_PLANES = "\U00020000"
_BROKEN_FROM = 5  # so many whole characters to one damaged place are no accident

_GUESSED = ("cp1256", "iso8859_6")
_OTHER = {"cp1256": "iso8859_6", "iso8859_6": "cp1256"}
_OLD = ("cp1256", "iso8859_6", "mac_arabic", "cp720", "cp864", "cp1252")
_LEAST_LETTERS = 6
# Of twenty old Arabic files one may be ISO-8859-6; a reading must then be e⁴ = 55 times likelier.
_LOG_PRIOR = {"cp1256": 3.0}
_LEAST_MARGIN = 4.0


def decode(source: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of some bytes; `encoding` is what a person chose, None to find out.

    Raises SourceNotText, EncodingUncertain where nothing is certain or the chosen
    encoding does not fit, and BadValue for an encoding that is not in the table.
    """
    if source.startswith(_SIGNATURES):
        raise SourceNotText(name=name)
    if encoding is not None:
        return _as_chosen(source, name, encoding)
    decoded = next(_readings(source), None) or _guessed(source, name)
    if _is_binary(decoded.text):
        raise _no_text(source, name)
    return decoded


def _readings(source: bytes) -> Iterator[Decoded]:
    """Yield what strict Unicode makes of the bytes, the surest sign first."""
    for mark, key in _MARKS:
        # U+FFFE at the start of UTF-16 looks like the other mark; then the letters tell.
        if source.startswith(mark) and _wide_encoding(source[len(mark) :]) in {"", key}:
            yield from _strictly(source[len(mark) :], key)
    if 0 in source[:_SAMPLE_BYTES]:
        for key in ("utf-32-le", "utf-32-be"):
            # Two characters of UTF-16 can make one of UTF-32, but in a plane that is empty.
            found = _strictly(source, key)
            yield from (one for one in found if max(one.text, default="") < _EMPTY_PLANES)
    wide = _wide_encoding(source)
    if wide:
        yield from _strictly(source, wide)
    elif not _mark_of(source):
        yield from _strictly(source, "utf-8")


def _strictly(source: bytes, key: str) -> Iterator[Decoded]:
    with suppress(UnicodeDecodeError):
        yield Decoded(source.decode(key), key)


def _mark_of(source: bytes) -> str:
    """Return the encoding that a byte order mark names, or ""."""
    return next((key for mark, key in _MARKS if source.startswith(mark)), "")


def _wide_encoding(source: bytes) -> str:
    """Return the UTF-16 that the upper bytes betray, or "".

    In Arabic they are 06 for letters and 00 for spaces, digits and Latin. Neither is
    a common lower byte, and in a text of single bytes neither occurs at all.
    """
    sample = source[: _SAMPLE_BYTES // 2 * 2]
    even, odd = (half.count(0) + half.count(6) for half in (sample[0::2], sample[1::2]))
    most, few = 0.8 * (len(sample) // 2), 0.1 * (len(sample) // 2)
    if most and odd >= most and even <= few:
        return "utf-16-le"
    return "utf-16-be" if most and even >= most and odd <= few else ""


def _no_text(source: bytes, name: str) -> ImportFailed:
    """Return what to say of bytes that are no text, unless they are one in a wide encoding."""
    if _likely_wide(source[:_SAMPLE_BYTES]):
        return EncodingUncertain(name=name, source=source, candidates=_candidates(source))
    return SourceNotText(name=name)


def _likely_wide(sample: bytes) -> list[str]:
    """Return the wide encodings that make a text of bytes in which too little betrays them.

    Emoji and rare letters do that to a short one: so nothing is sure, and it is asked.
    """
    readings = [Decoded(sample.decode(key, errors="replace"), key) for key in _WIDE]
    return [
        one.encoding
        for one in readings
        if len(_USUAL.findall(one.text)) * 3 > len(one.text)
        and not _is_binary(one.text)
        # A U+FFFD may have been in the text all along.
        and not (_is_damaged(one.text) and one.text.encode(one.encoding) != sample)
    ]


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    controls = len(_CONTROLS.findall(sample))
    return controls * 4 > len(sample) or (controls > 4 and controls * 50 > len(sample))


def _is_damaged(text: str) -> bool:
    return text.count("\ufffd") > _MAX_DAMAGE * len(text)


def _as_chosen(source: bytes, name: str, encoding: str) -> Decoded:
    """Decode as a person said; the damage that they saw in the preview becomes U+FFFD."""
    keys = {codecs.lookup(one.key).name: one.key for one in ENCODINGS}
    try:
        key = keys[codecs.lookup(encoding).name]
    except (LookupError, ValueError):
        known = ", ".join(one.key for one in ENCODINGS)
        expected = Label(f"it takes {known}", f"القيم المقبولة {known}")
        raise BadValue(field="encoding", value=encoding, expected=expected) from None
    mark = next((mark for mark, marked in _MARKS if marked == key), b"")
    text = source.removeprefix(mark).decode(key, errors="replace")
    if _is_binary(text):
        raise SourceNotText(name=name)
    if _is_damaged(text):
        raise EncodingUncertain(name=name, source=source, candidates=_candidates(source))
    return Decoded(text, key)


def _guessed(source: bytes, name: str) -> Decoded:
    """Return what the old Arabic code page makes of the bytes, if it is clear which one."""
    sample = source[:_SAMPLE_BYTES]
    unicode_once = _mark_of(source) or _wide_encoding(source) or _is_broken_utf8(sample)
    if not unicode_once:
        if _is_binary(sample.decode("latin-1")):
            raise _no_text(source, name)
        guess = _guess(sample)
        if guess in _GUESSED and _has_earned(guess, sample):
            for decoded in _strictly(source, guess):
                return decoded
    raise EncodingUncertain(name=name, source=source, candidates=_candidates(source))


def _guess(sample: bytes) -> str:
    # Only old files need it, and the window should not wait for it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    return best.encoding if best is not None else ""


def _has_earned(guess: str, sample: bytes) -> bool:
    """Tell whether a guess reads as Arabic, and better than the other code page would."""
    text, rival = (sample.decode(key, errors="replace") for key in (guess, _OTHER[guess]))
    letters = sum("\u0621" <= char <= "\u064a" for char in text)
    # Old Macintosh text reads as ISO-8859-6, but each of its spaces is a no-break space.
    if letters < _LEAST_LETTERS or text.count("\u00a0") > text.count(" "):
        return False
    margin = log_likelihood(text) - log_likelihood(rival)
    margin += _LOG_PRIOR.get(guess, 0.0) - _LOG_PRIOR.get(_OTHER[guess], 0.0)
    return is_mostly_arabic(text) and (margin >= _LEAST_MARGIN or text == rival)


def _is_broken_utf8(sample: bytes) -> bool:
    """Tell whether nearly all of it is UTF-8: a cut or damaged text, not a code page."""
    text = sample.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    wide = sum(char > "\x7f" for char in text) - damaged
    return damaged > 0 and wide >= _BROKEN_FROM * damaged


def _candidates(source: bytes) -> tuple[str, ...]:
    """Return the encodings that make text of the bytes, likeliest first."""
    sample = source[:_SAMPLE_BYTES]
    first = [_mark_of(source), _wide_encoding(source), *_likely_wide(sample)]
    first += ["utf-8"] if _is_broken_utf8(sample) else []
    readings = [Decoded(sample.decode(key, errors="replace"), key) for key in _OLD]
    able = [one for one in readings if not (_is_binary(one.text) or _is_damaged(one.text))]
    able.sort(key=_rank, reverse=True)
    return tuple(dict.fromkeys(filter(None, [*first, *(one.encoding for one in able)])))


def _rank(decoded: Decoded) -> tuple[bool, float]:
    """Return how well an old code page fits; Western stands first where Arabic is the less."""
    arabic = is_mostly_arabic(decoded.text)
    western = decoded.encoding == "cp1252" and is_mostly_latin(decoded.text)
    prior = _LOG_PRIOR.get(decoded.encoding, 0.0)
    return arabic or western, log_likelihood(decoded.text) + prior
