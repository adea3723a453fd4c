"""Stand-ins for hidden characters: over the words, in their places, taking no room."""

import pytest
from PySide6.QtCore import QPointF

from reader.text.controls import HIDDEN
from reader.ui.page.look import PageLook
from reader.ui.page.unseen import name_of, names_of

TEXT = "قال \u2067John\u2069 إن كل\u200bمة\u202egpj.exe\u202c هنا"


def runs(page):
    """Return what stands in for what in the first block."""
    (seen,) = page.surface.seen()
    return page._unseen.runs(seen)


def test_each_stands_where_its_character_does(page):
    page.show_text(TEXT, headline=False)
    found = runs(page)
    assert [one.names for one in found] == ["RLI", "PDI", "ZWSP", "RLO", "PDF"]
    assert [one.reorders for one in found] == [True, True, False, True, True]
    (zero_width,) = [one for one in found if one.names == "ZWSP"]
    here, _ = page.surface.caret(TEXT.index("\u200b"), upstream=False)
    assert page.surface.left + zero_width.x == pytest.approx(here.center().x())


def test_showing_them_draws_and_moves_nothing(page, qtbot):
    page.show_text(TEXT, headline=False)
    page.clearFocus()
    plain = page.viewport().grab().toImage()
    places = page.rects_of(0, len(TEXT))
    page.show_hidden(True)
    shown = page.viewport().grab().toImage()
    assert shown != plain
    assert page.rects_of(0, len(TEXT)) == places
    page.show_hidden(False)
    assert page.viewport().grab().toImage() == plain


def test_a_text_without_them_looks_the_same(page):
    page.show_text("قال إنه لا شيء هنا", headline=False)
    page.clearFocus()
    plain = page.viewport().grab().toImage()
    page.show_hidden(True)
    assert page.viewport().grab().toImage() == plain


def test_they_follow_another_size(page):
    page.show_text(TEXT, headline=False)
    before = runs(page)
    page.set_look(PageLook(zoom=200))
    after = runs(page)
    assert after[0].em == 2 * before[0].em
    assert [one.names for one in after] == [one.names for one in before]


def test_a_click_still_means_the_character_under_it(page, hand):
    page.show_text(TEXT, headline=False)
    page.show_hidden(True)
    hand.click(TEXT.index("إن"))
    assert page.surface.hit(QPointF(hand.point(TEXT.index("إن")))).over == TEXT.index("إن")
    assert page.caret() == TEXT.index("إن")


@pytest.mark.parametrize(
    ("characters", "names"),
    [
        ("\u202e", "RLO"),
        ("\u202e\u202e\u202c", "RLO×2 PDF"),
        ("\U000e0067\U000e007f", "TAG×2"),
        ("\ufe0f", "VS"),
        ("\u200b\u2060\u00ad\ufeff", "ZWSP WJ SHY…"),
    ],
)
def test_names_are_short(characters, names):
    assert names_of(characters) == names


def test_every_counted_character_has_a_name():
    singles = "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff\u202a\u202d\u2066\u2069"
    assert len({name_of(one) for one in singles}) == len(singles)
    assert {kind.key for kind in HIDDEN if kind.pattern} == {
        "override", "embedding", "isolate", "zero_width", "tag", "variation", "mark",
    }  # fmt: skip
