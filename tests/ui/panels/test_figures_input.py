"""Numbers of a claim: typed with signs, shown in words, kept as they were where nothing changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.ui.panels.figures_input import FiguresInput
from reader.ui.panels.inputs import LineInput

KEPT = ">1554 م³\n~37 %\n5–7 كغ\n≤9"
WORDS = "أكثر من 1554 م³\nنحو 37 %\nبين 5 و7 كغ\nما لا يزيد على 9"
ENGLISH = "more than 1554 م³\nabout 37 %\nbetween 5 and 7 كغ\nat most 9"


@pytest.fixture
def around(shown):
    made = QWidget()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(400, 300)
    return shown(made)


def numbers(around, language="ar"):
    made = FiguresInput(language, around)
    made.setGeometry(0, 0, 380, 120)
    made.show()
    return made


@pytest.mark.parametrize(("language", "words"), [("ar", WORDS), ("en", ENGLISH)])
def test_what_is_kept_is_shown_in_words_and_given_back_as_it_was(around, language, words):
    made = numbers(around, language)
    made.set_text(KEPT)
    assert made.toPlainText() == words
    assert made.text() == KEPT
    made.set_text("5 mm at least\n")  # as somebody wrote it elsewhere
    assert made.text() == "5 mm at least\n"


def test_signs_that_were_typed_become_words_when_the_keyboard_leaves(around):
    made, beside = numbers(around), LineInput(around)
    beside.show()
    made.set_text("~37 %")
    made.setFocus()
    made.selectAll()
    made.insertPlainText("<1554 م³")
    assert made.toPlainText() == made.text() == "<1554 م³"
    beside.setFocus()
    assert made.toPlainText() == "أقل من 1554 م³"
    assert made.text() == "<1554 م³"


def test_what_is_no_number_stays_as_it_was_typed(around):
    made, beside = numbers(around), LineInput(around)
    beside.show()
    made.setFocus()
    made.insertPlainText(">كثير")
    beside.setFocus()
    assert made.toPlainText() == made.text() == ">كثير"
    made.set_text("")
    assert made.toPlainText() == made.text() == ""


def test_the_tip_shows_each_sign_beside_its_word_and_apart_from_it(around):
    """Isolated, a sign stands before its number and is not mirrored (UAX #9, L4)."""
    tip = numbers(around).toolTip()
    for sign in ("~37", ">37", "≥37", "<37", "≤37", "5–7"):
        assert f"\N{FIRST STRONG ISOLATE}{sign}\N{POP DIRECTIONAL ISOLATE}" in tip
