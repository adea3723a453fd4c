"""The ladder of encodings: what is certain, what is asked, what is no text."""

import codecs
import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import BadValue, EncodingUncertain, SourceNotText
from reader.importers.decoding import ENCODINGS, Decoded, decode
from tests import encodings
from tests.corpus import CORPUS, NEWS, names
from tests.encodings import PLAIN

KEYS = [one.key for one in ENCODINGS]


def slices(length: int, count: int = 100) -> list[str]:
    """Return pieces of a real text that have a few letters to tell the encoding by."""
    chance = random.Random(length)
    starts = (chance.randrange(len(PLAIN) - length) for _ in range(count))
    return [PLAIN[start : start + length] for start in starts]


def outcome(source: bytes) -> str:
    try:
        return decode(source, "x").encoding
    except EncodingUncertain as asked:
        return "asked" if asked.source == source and asked.candidates else "lost"


@pytest.mark.parametrize("text", [text for _, text in CORPUS], ids=names())
def test_utf8_is_told(text: str):
    source = text.encode("utf-8", "replace")
    assert decode(source, "x") == Decoded(source.decode().removeprefix("\ufeff"), "utf-8")


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", ["", "ق", NEWS, "Latin 😀", "\ufeffقال"])
def test_a_byte_order_mark_decides(mark: bytes, key: str, text: str):
    assert decode(mark + text.encode(key), "x") == Decoded(text, key)


@pytest.mark.parametrize("key", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [NEWS, "سلام", "قال نعم.\n", "x\n", "He said no.", "😀 قال نعم"])
def test_wide_encodings_are_told_without_a_mark(key: str, text: str):
    assert decode(text.encode(key), "x") == Decoded(text, key)


@pytest.mark.parametrize("length", [12, 20, 30, 60])
@pytest.mark.parametrize("key", ["utf-8", "utf-16-le", "utf-16-be"])
def test_short_pieces_of_unicode_are_always_told(key: str, length: int):
    for text in slices(length):
        assert decode(text.encode(key), "x") == Decoded(text, key)


# The shares are those of facts/arabic.md, 4; where a piece is not told it is asked about.
@pytest.mark.parametrize(
    ("key", "length", "least"),
    [("cp1256", 12, 97), ("cp1256", 30, 100), ("iso8859_6", 12, 31), ("iso8859_6", 30, 99)],
)
def test_old_arabic_pages_are_told_or_asked(key: str, length: int, least: int):
    told = [outcome(text.encode(key)) for text in slices(length)]
    assert set(told) <= {key, "asked"}
    assert told.count(key) >= least


@pytest.mark.parametrize("key", ["cp1256", "iso8859_6"])
def test_an_article_in_an_old_page_is_told(key: str):
    assert decode(PLAIN.encode(key), "x") == Decoded(PLAIN, key)
    assert decode(PLAIN.encode(key) * 2000, "x").text == PLAIN * 2000


def test_what_reads_alike_in_both_pages_is_not_asked():
    text = "احتجاجات 2018"
    assert text.encode("cp1256") == text.encode("iso8859_6")
    assert decode(text.encode("cp1256"), "x") == Decoded(text, "cp1256")


@pytest.mark.parametrize("key", ["mac_arabic", "cp720"])
def test_rarer_arabic_pages_are_asked_and_stand_first(key: str):
    text = re.sub("[،؛؟\r]", "", PLAIN)
    with pytest.raises(EncodingUncertain) as asked:
        decode(text.encode(key), "x")
    assert asked.value.candidates[0] == key
    assert decode(text.encode(key), "x", key) == Decoded(text, key)


@pytest.mark.parametrize(
    ("text", "key", "first"),
    [
        ("Ärger über Öl, sagte er. Das ist schön.", "cp1252", "cp1252"),
        ("Il a été reçu à la mairie près de Besançon", "latin-1", "cp1252"),
        ("لا", "cp1256", "cp1256"),
        ("نعم", "cp1256", "cp1256"),
    ],
)
def test_what_could_be_several_is_asked(text: str, key: str, first: str):
    with pytest.raises(EncodingUncertain) as asked:
        decode(text.encode(key), "x.txt")
    assert asked.value.candidates[0] == first
    assert asked.value.name == "x.txt"
    assert first in asked.value.sentence("ar")


@settings(deadline=None)
@given(st.integers(1, len(PLAIN.encode())))
def test_cut_utf8_is_asked_and_never_damaged_in_silence(size: int):
    source = PLAIN.encode()[:size]
    whole = source.decode(errors="ignore")
    if whole.encode() == source:
        assert decode(source, "x") == Decoded(whole, "utf-8")
        return
    with pytest.raises(EncodingUncertain) as asked:
        decode(source, "x")
    if size > 40:
        assert asked.value.candidates[0] == "utf-8"
        assert decode(source, "x", "utf-8").text == whole + "\ufffd"


@pytest.mark.parametrize("key", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_cut_utf16_is_asked(key: str, *, mark: bool):
    source = (codecs.BOM_UTF16_LE if key.endswith("le") else codecs.BOM_UTF16_BE) * mark
    source += PLAIN.encode(key)[:-1]
    with pytest.raises(EncodingUncertain) as asked:
        decode(source, "x")
    assert asked.value.candidates == (key,)
    assert decode(source, "x", key).text == PLAIN[:-1] + "\ufffd"


def test_a_byte_that_does_not_fit_is_found_wherever_it_stands():
    source = PLAIN.encode("iso8859_6") * 1000
    assert decode(source, "x").encoding == "iso8859_6"
    with pytest.raises(EncodingUncertain) as asked:
        decode(source + b"\xff", "x")
    assert "iso8859_6" in asked.value.candidates
    assert decode(source + b"\xff", "x", "iso8859_6").text.endswith("\ufffd")


def test_two_encodings_in_one_file_are_asked():
    source = PLAIN.encode() * 3 + "قال العميد".encode("cp1256")
    with pytest.raises(EncodingUncertain) as asked:
        decode(source, "x")
    assert asked.value.candidates[0] == "utf-8"


@pytest.mark.parametrize(
    "source",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x7fELF\x02\x01\x01\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a\x01\x00\x01\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"SQLite format 3\x00",
        b"\x1f\x8b\x08\x00",
        b"{\\rtf1\\ansi",
        b"\x00",
        b"\x00" * 4096,
        bytes(range(32)) * 4,
        random.Random(1).randbytes(4096),
        codecs.BOM_UTF8 + b"\x01\x02\x03" * 20,
        (b"\x7fELF" + random.Random(2).randbytes(4096))[100:],
        b"nv\x00__memcpy_chk\x00unsetenv\x00fwrite\x00stderr\x00puts\x00",
    ],
)
@pytest.mark.parametrize("encoding", [None, "cp1256"])
def test_what_is_no_text_is_refused(source: bytes, encoding: str | None):
    with pytest.raises(SourceNotText):
        decode(source, "x", encoding)


@pytest.mark.parametrize("text", ["قال\x00نعم", "قال\x0cنعم\x1a", "\x1b[31mقال\x1b[0m نعم\x07"])
def test_a_few_controls_make_no_binary(text: str):
    assert decode(text.encode(), "x") == Decoded(text, "utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_every_encoding_can_be_chosen(key: str):
    text = "قال نعم" if key not in {"cp1252", "cp864"} else "He said no"
    assert decode(text.encode(key), "x", key) == Decoded(text, key)


def test_other_names_of_an_encoding_are_taken():
    source = "قال".encode("cp1256")
    assert decode(source, "x", "Windows-1256") == Decoded("قال", "cp1256")
    assert decode(source, "x", "WINDOWS_1256").encoding == "cp1256"
    assert decode("قال".encode("utf-8-sig"), "x", "UTF8") == Decoded("قال", "utf-8")


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "hex", "", "utf-7", "a\x00b"])
def test_an_encoding_that_is_not_offered_is_refused(encoding: str):
    with pytest.raises(BadValue) as refused:
        decode(b"x", "x", encoding)
    assert "cp1256" in refused.value.sentence("ar")


def test_a_choice_that_does_not_fit_is_asked_again():
    with pytest.raises(EncodingUncertain) as asked:
        decode(PLAIN.encode("cp1256"), "x", "utf-8")
    assert asked.value.candidates[0] == "cp1256"


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, *KEYS]))
def test_any_bytes_are_read_or_refused_in_words(source: bytes, encoding: str | None):
    try:
        decoded = decode(source, "x", encoding)
    except (SourceNotText, EncodingUncertain):
        return
    again = decoded.text.encode(decoded.encoding, "replace")
    assert encoding is not None or source.endswith(again)
    assert decoded.encoding == (encoding or decoded.encoding)
    assert decoded.encoding in KEYS


def test_every_text_in_every_encoding_is_right_or_asked():
    found = encodings.counted()
    noise = found.pop("random bytes")
    assert set(noise) == {encodings.REFUSED}
    assert {one for outcomes in found.values() for one in outcomes} == {
        encodings.RIGHT,
        encodings.ASKED,
    }
    assert sum(map(Counter.total, found.values())) > 4000
    for group, outcomes in found.items():
        if "BOM" in group or (group.startswith(("UTF-8,", "utf-")) and "cut" not in group):
            assert set(outcomes) == {encodings.RIGHT}, group


def test_a_text_that_came_in_as_another_would_be_noticed():
    assert encodings.Case("x", "قال".encode(), "قال").outcome() == encodings.RIGHT
    assert encodings.Case("x", "قال".encode(), "نعم").outcome() == encodings.WRONG
    assert encodings.Case("x", b"\x89PNG\r\n\x1a\n", None).outcome() == encodings.REFUSED


@pytest.mark.parametrize("key", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["😀 قال 😀", "قال\x00نعم", "\ufffeقال"])
def test_a_short_text_that_hides_its_width_is_asked_and_not_refused(key: str, text: str):
    with pytest.raises(EncodingUncertain) as asked:
        decode(text.encode(key), "x")
    assert key in asked.value.candidates
    assert decode(text.encode(key), "x", key).text == text
