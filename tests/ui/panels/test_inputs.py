"""Lines, texts and choices: their direction, their size, and what keys and wheel do to them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.panels.inputs import ChoiceInput, LineInput, LongInput, Option
from reader.ui.theme import THEMES, apply_theme

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
OPTIONS = (Option("", "اختر…"), Option("a", "مباشر"), Option("b", "غير مباشر", "#2e8540"))


@pytest.fixture
def around(shown):
    return shown(QWidget())


def line(around: QWidget, text: str, direction, *, latin: bool = False) -> LineInput:
    around.setLayoutDirection(direction)
    made = LineInput(around, latin=latin)
    made.setGeometry(0, 0, 300, 32)
    made.show()
    made.set_text(text)
    return made


def ink(widget: QWidget) -> list[int]:
    """Return the columns that hold ink, the cursor's too."""
    image = widget.grab().toImage()
    ground = image.pixel(150, 1)
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(4, image.height() - 4))
    ]


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
@pytest.mark.parametrize(
    ("text", "from_right"),
    [("سلمى الحديدي", True), ("Health Ltd", False), ("COVID-19 قال الوزير", True)],
)
def test_a_line_runs_in_the_direction_of_most_letters(around, direction, text, from_right):
    made = line(around, text, direction)
    columns = ink(made)
    assert (columns[-1] > 290) is from_right
    assert (columns[0] < 10) is not from_right
    made.home(False)
    start = made.cursorRect().center().x()
    made.end(False)
    assert (made.cursorRect().center().x() < start) is from_right


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
def test_an_empty_line_waits_where_the_panel_begins(around, direction):
    made = line(around, "", direction)
    made.setFocus()
    assert made.hasFocus()
    assert [x > 290 for x in ink(made)] == [direction == RIGHT]


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
def test_an_id_runs_from_the_left_but_stands_where_the_panel_begins(around, direction):
    made = line(around, "Q796", direction, latin=True)
    columns = ink(made)
    assert (columns[-1] > 290) is (direction == RIGHT)
    assert (columns[0] < 10) is not (direction == RIGHT)
    made.home(False)
    start = made.cursorRect().center().x()
    made.end(False)
    assert made.cursorRect().center().x() > start


def directions(text: LongInput) -> list[Qt.LayoutDirection]:
    block, found = text.document().begin(), []
    while block.isValid():
        found.append(block.textDirection())
        block = block.next()
    return found


def test_each_paragraph_runs_in_its_own_direction(around):
    around.setLayoutDirection(LEFT)
    text = LongInput((1, 5), around)
    text.set_text("COVID-19 قال الوزير في مؤتمره الصحفي\nSaid the minister.\n2020")
    assert directions(text) == [RIGHT, LEFT, RIGHT]
    text.set_text("")
    assert directions(text) == [LEFT]


def test_turning_a_paragraph_is_no_step_of_its_own_in_undo(qtbot, around, write):
    around.setLayoutDirection(LEFT)
    text = LongInput((1, 5), around)
    text.show()
    text.setFocus()
    write(text, "ق")
    assert directions(text) == [RIGHT]
    text.set_text("")
    write(text, "قال")
    qtbot.keySequence(text, QKeySequence(QKeySequence.StandardKey.Undo))
    assert text.text() == ""
    qtbot.keySequence(text, QKeySequence(QKeySequence.StandardKey.Redo))
    assert (text.text(), directions(text)) == ("قال", [RIGHT])


def test_an_undo_within_a_text_of_two_directions_keeps_the_history(qtbot, around, write):
    text = LongInput((1, 5), around)
    text.show()
    text.setFocus()
    write(text, "قال الوزير في مؤتمره")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    write(text, "Said")
    assert directions(text) == [RIGHT, LEFT]
    whole = text.text()
    while text.document().isUndoAvailable():
        text.undo()
    assert text.text() == ""
    while text.document().isRedoAvailable():
        text.redo()
    assert (text.text(), directions(text)) == (whole, [RIGHT, LEFT])


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
def test_a_hint_stands_where_the_panel_begins(around, direction):
    around.setLayoutDirection(direction)
    text = LongInput((1, 5), around)
    text.setGeometry(0, 0, 300, 32)
    text.set_hint("2020")
    text.show()
    assert (ink(text)[0] > 150) is (direction == RIGHT)
    text.set_text("قال")
    assert ink(text)[0] > 150
    text.set_text("")
    text.set_hint("")
    assert ink(text) == []


def test_a_hint_in_words_runs_their_way_in_a_line_for_ids_too(around):
    right = Qt.LayoutDirection.RightToLeft
    own, latin = line(around, "", right), line(around, "", right, latin=True)
    for one in (own, latin):
        one.set_hint("أضف…")
    assert ink(latin) == ink(own)
    latin.set_hint("…أضف")  # a breach: the dots before the word
    assert ink(latin) != ink(own)


def test_a_text_gives_back_what_it_was_given(around):
    text = LongInput((1, 5), around)
    for given in ("", "فيه\u00a0فراغ", "سطر\n\nآخر\n", "😀 👨‍👩‍👧", "<b>ليس</b> &amp;"):
        text.set_text(given)
        assert text.text() == given


def test_a_text_grows_to_its_limit_and_then_scrolls(qtbot, around):
    text = LongInput((2, 5), around)
    text.resize(200, 10)
    text.show()
    line = text.fontMetrics().lineSpacing()
    heights = []
    for lines in (1, 2, 4, 9):
        text.set_text("\n".join("س" * lines))
        heights.append(text.height())
    assert heights[0] == heights[1] < heights[2] < heights[3]
    assert heights[3] <= 5 * line + 2
    assert text.verticalScrollBar().maximum() > 0


def choice(around: QWidget) -> ChoiceInput:
    made = ChoiceInput(OPTIONS, around)
    made.setGeometry(0, 0, 200, 32)
    made.show()
    made.setFocus()
    return made


def test_a_key_that_is_not_in_the_list_is_shown_as_it_is(around):
    made = choice(around)
    for key in ("b", "later", "", "later", "a"):
        made.set_text(key)
        assert made.text() == key
        assert made.count() == len(OPTIONS) + (key == "later")
    assert (made.words_of("a"), made.words_of("later")) == ("مباشر", "later")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_the_list_and_change_nothing(qtbot, around, key):
    made = choice(around)
    with qtbot.assertNotEmitted(made.taken):
        qtbot.keyClick(made, key)
    assert made.view().isVisible()
    made.hidePopup()


def test_the_wheel_changes_nothing(qtbot, around):
    made = choice(around)
    made.set_text("a")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.assertNotEmitted(made.taken):
        QApplication.sendEvent(made, event)
    assert made.text() == "a"
    assert not event.isAccepted()
    assert event.type() == QEvent.Type.Wheel


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
@pytest.mark.parametrize(("hint", "latin"), [("أضف…", False), ("Q796", True)])
def test_an_empty_line_says_what_to_type(around, direction, hint, latin):
    made = line(around, "", direction, latin=latin)
    assert ink(made) == []
    made.set_hint(hint)
    assert (ink(made)[0] > 150) is (direction == RIGHT)
    QApplication.sendEvent(made, QInputMethodEvent("ق", []))
    composing = ink(made)
    made.set_hint("")
    assert composing == ink(made)


@pytest.mark.parametrize("kind", ["line", "text"])
def test_a_hint_is_fainter_than_a_value_in_every_theme(qapp, around, kind):
    before = qapp.palette(), qapp.font()
    made = line(around, "", RIGHT) if kind == "line" else LongInput((1, 2), around)
    made.setGeometry(0, 0, 300, 32)
    made.show()
    for theme in THEMES:
        apply_theme(qapp, theme)
        qapp.processEvents()
        seen = {}
        for hint, value in (("ممممم", ""), ("", "ممممم")):
            made.set_hint(hint)
            made.set_text(value)
            image = around.grab(made.geometry()).toImage()
            ground = QColor(theme.surface).lightness()
            seen[hint] = max(
                abs(image.pixelColor(x, y).lightness() - ground)
                for x in range(image.width())
                for y in range(image.height())
            )
        assert 60 < seen["ممممم"] < seen[""], theme.key
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
@pytest.mark.parametrize("latin", [False, True])
def test_a_value_that_does_not_fit_ends_with_an_ellipsis_until_somebody_types(
    around, direction, latin
):
    long = ("https://a.example/" if latin else "الهيئة المشتركة لإدارة المياه ") * 20
    made = line(around, long, direction, latin=latin)
    cut, whole = made._is_cut(), line(around, "قصير", direction, latin=latin)._is_cut()
    assert (cut, whole) == (True, False)
    at_rest = made.grab().toImage()
    made.setFocus()
    assert made.grab().toImage() != at_rest
    assert not made._is_cut()
