"""A letter that is named at its mark too comes once; one that is named there alone stays."""

from reader.importers.pdf_echoes import without_echoes
from reader.importers.pdf_words import Glyph

LETTER, ABOVE, BELOW = (0.0, 6.0), (11.0, 15.0), (-6.0, -2.0)


def named(text: str, left: float, upright: tuple[float, float]) -> list[Glyph]:
    """Return the letters of one cluster, at one glyph of a font of 14 points."""
    return [
        Glyph(
            text=one,
            origin=left,
            loose=(left, left + 5),
            tight=(left, left + 5),
            upright=upright,
            baseline=300.0,
            size=14.0,
            place=0.5,
            word=0,
            line=0,
        )
        for one in text
    ]


def test_a_cluster_named_at_its_letter_and_at_its_mark_comes_once():
    for mark, place in (("ً", ABOVE), ("ِ", BELOW)):
        letter = named(f"ح{mark}", 100, LETTER)
        glyphs = [letter[0], *named("ا", 95, LETTER), letter[1], *named(f"ح{mark}", 98, place)]
        assert without_echoes(glyphs) == glyphs[:3]


def test_a_cluster_named_at_its_mark_alone_stays():
    glyphs = [*named("ل", 100, LETTER), *named("لً", 96, ABOVE)]
    assert without_echoes(glyphs) == glyphs


def test_two_equal_letters_side_by_side_stay():
    glyphs = [*named("لَ", 100, LETTER), *named("لَ", 95, LETTER)]
    assert without_echoes(glyphs) == glyphs


def test_the_mark_of_another_word_is_no_echo():
    glyphs = [*named("لَ", 100, LETTER), *named("لَ", 200, ABOVE)]
    assert without_echoes(glyphs) == glyphs
