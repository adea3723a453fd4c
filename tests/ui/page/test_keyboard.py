"""The keyboard alone: arrows by the paragraph's direction, words, lines, sentences, ends."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from reader.ui.page.keys import PAGE_KEYS
from reader.ui.page.view import PageView

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

TEXT = (
    "الخبر\n"
    "قالت وزارة Health في 26/3/2020 إن كَتَبَ 😀 العدد 1,554. ثم سكتت؟ نعم، د. أحمد هنا.\n"
    "The end, تمت.\n"
    "كلمات كثيرة حتى يلتف السطر ويصير سطرين أو ثلاثة أسطر في العمود الواحد من الصفحة الأولى "
    "ثم تأتي كلمات أخرى لا تنتهي إلا بعد حين."
)


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT, headline=False)
    page.set_popup_enabled(False)


def go(page, words: str) -> int:
    start = TEXT.index(words)
    page.select(start, start)
    return start


@pytest.mark.parametrize(
    ("at", "key", "times", "words"),
    [
        ("وزارة", KEY.Key_Left, 5, "وزارة"),
        ("وزارة", KEY.Key_Left, 12, "وزارة Health"),
        ("Health", KEY.Key_Left, 2, "He"),
        ("26/3", KEY.Key_Left, 9, "26/3/2020"),
        ("كَتَبَ", KEY.Key_Left, 3, "كَتَبَ"),
        ("😀", KEY.Key_Left, 2, "😀 "),
        (" Health", KEY.Key_Right, 5, "وزارة"),
        ("The", KEY.Key_Right, 3, "The"),
        ("end,", KEY.Key_Left, 4, "The "),
        ("تمت", KEY.Key_Right, 3, "تمت"),
    ],
)
def test_shift_and_arrows_follow_the_paragraph(hand, at, key, times, words):
    go(hand.page, at)
    hand.key(key, SHIFT, times)
    assert hand.words == words


def test_an_arrow_and_back_is_where_one_was(hand):
    start = go(hand.page, "وزارة")
    hand.key(KEY.Key_Left, times=30)
    assert hand.page.caret() > start
    hand.key(KEY.Key_Right, times=30)
    assert hand.page.caret() == start


def test_an_arrow_gives_a_selection_up_at_the_side_it_points_to(hand):
    page, start = hand.page, TEXT.index("وزارة")
    page.select(start, start + 5)
    hand.key(KEY.Key_Left)
    assert page.selection() == (start + 5, start + 5)
    page.select(start, start + 5)
    hand.key(KEY.Key_Right)
    assert page.selection() == (start, start)


@pytest.mark.parametrize(
    ("at", "key", "times", "words"),
    [
        ("وزارة", KEY.Key_Left, 1, "وزارة"),
        ("وزارة", KEY.Key_Left, 2, "وزارة Health"),
        ("العدد", KEY.Key_Left, 2, "العدد 1,554"),
        (" Health", KEY.Key_Right, 1, "وزارة"),
        ("The", KEY.Key_Right, 2, "The end"),
    ],
)
def test_ctrl_goes_by_words(hand, at, key, times, words):
    go(hand.page, at)
    hand.key(key, SHIFT | CTRL, times)
    assert hand.words == words


def test_home_and_end_of_the_line_and_of_the_text(hand):
    page, start = hand.page, go(hand.page, "كلمات كثيرة")
    hand.key(KEY.Key_End, SHIFT)
    assert TEXT[page.caret()] == " "
    assert len({round(rect.top()) for rect in page.rects_of(*page.selection())}) == 1
    hand.key(KEY.Key_End)
    hand.key(KEY.Key_End)
    wrap = page.caret()
    hand.key(KEY.Key_Home)
    assert page.caret() == start < wrap
    hand.key(KEY.Key_Home, CTRL | SHIFT)
    assert hand.words == TEXT[:start]
    hand.key(KEY.Key_End, CTRL)
    assert page.selection() == (len(TEXT), len(TEXT))
    hand.key(KEY.Key_Home, CTRL)
    assert page.caret() == 0


def test_up_and_down_keep_their_x_over_short_lines(hand):
    page = hand.page
    go(page, "1,554")
    x = page.caret_rect().center().x()
    hand.key(KEY.Key_Up)
    assert TEXT[: page.caret()].count("\n") == 0
    hand.key(KEY.Key_Down)
    assert page.caret_rect().center().x() == pytest.approx(x, abs=12)
    hand.key(KEY.Key_Down, times=20)
    assert page.caret() == len(TEXT)
    hand.key(KEY.Key_Up, SHIFT, times=20)
    assert page.selection() == (0, len(TEXT))


def test_pages_turn_and_end(hand):
    page = hand.page
    page.show_text("\n".join(f"فقرة رقم {number} من نص طويل" for number in range(300)))
    hand.key(KEY.Key_PageDown)
    assert page.verticalScrollBar().value() > page.viewport().height() / 2
    assert 0 <= page.caret_rect().center().y() < page.viewport().height()
    first = page.caret()
    hand.key(KEY.Key_PageDown)
    hand.key(KEY.Key_PageUp)
    assert page.caret() == first
    for _ in range(100):
        hand.key(KEY.Key_PageDown, SHIFT)
    assert page.selection() == (first, len(page.text()))
    for _ in range(100):
        hand.key(KEY.Key_PageUp)
    assert page.selection() == (0, 0)


def test_ctrl_up_and_down_go_by_paragraphs(hand):
    page = hand.page
    go(page, "وزارة")
    hand.key(KEY.Key_Down, CTRL | SHIFT)
    assert hand.words == TEXT[TEXT.index("وزارة") : TEXT.index("\nThe")]
    hand.key(KEY.Key_Up, CTRL)
    hand.key(KEY.Key_Up, CTRL)
    assert page.caret() == 0


def test_f8_takes_the_sentence_then_the_paragraph(hand):
    go(hand.page, "سكتت")
    hand.key(KEY.Key_F8)
    assert hand.words == "ثم سكتت؟"
    hand.key(KEY.Key_F8)
    assert hand.words == TEXT.split("\n")[1]
    start = TEXT.index("554. ثم")
    hand.page.select(start, start + 8)
    hand.key(KEY.Key_F8)
    assert hand.words == TEXT[TEXT.index("قالت") : TEXT.index(" نعم")]


def test_words_and_paragraphs_by_act(page):
    start = go(page, "Health") + 2
    page.select(start, start)
    page.select_word()
    assert TEXT[slice(*page.selection())] == "Health"
    page.select_paragraph()
    assert TEXT[slice(*page.selection())] == TEXT.split("\n")[1]
    page.select_all()
    assert page.selection() == (0, len(TEXT))


def test_escape_closes_the_popup_then_gives_the_selection_up(hand, qtbot):
    page = hand.page
    page.set_popup_enabled(True)
    start = TEXT.index("Health")
    hand.drag(start, start + 6)
    assert page._popup.isVisible()
    hand.key(KEY.Key_Escape)
    assert not page._popup.isVisible()
    assert hand.words == "Health"
    hand.key(KEY.Key_Escape)
    assert page.selection() == (start + 6, start + 6)


def test_a_selection_by_keys_is_finished_when_shift_is_let_go(hand, qtbot):
    page, finished = hand.page, []
    page.selection_finished.connect(lambda *span: finished.append(span))
    start = go(page, "وزارة")
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind in (press, release) * 5:
        QApplication.sendEvent(page, QKeyEvent(kind, KEY.Key_Left, SHIFT))
    assert finished == []
    QApplication.sendEvent(page, QKeyEvent(release, KEY.Key_Shift, NONE))
    assert finished == [(start, start + 5)]


def test_a_selection_by_keys_is_finished_after_a_moment(hand, qtbot):
    go(hand.page, "سكتت")
    with qtbot.waitSignal(hand.page.selection_finished) as finished:
        hand.key(KEY.Key_F8)
    assert finished.args == list(hand.page.selection())


@pytest.mark.parametrize(
    ("keys", "key", "words"),
    [
        (ALT, KEY.Key_Left, "وزارة Health "),
        (ALT, KEY.Key_Right, "وزارة Healt"),
        (ALT | SHIFT, KEY.Key_Left, "زارة Health"),
        (ALT | SHIFT, KEY.Key_Right, " وزارة Health"),
        (ALT | CTRL, KEY.Key_Left, "وزارة Health في"),
        (ALT | CTRL, KEY.Key_Right, "وزارة"),
        (ALT | CTRL | SHIFT, KEY.Key_Left, "Health"),
        (ALT | CTRL | SHIFT, KEY.Key_Right, "قالت وزارة Health"),
    ],
)
def test_alt_and_arrows_ask_for_other_ends(hand, mark, keys, key, words):
    page = hand.page
    annotation = mark("وزارة Health", uid="u")
    page.set_annotations([annotation])
    asked = []
    page.ends_moved.connect(lambda *ends: asked.append(ends))
    hand.key(key, keys)
    assert asked == []
    page.set_current("u")
    hand.key(key, keys)
    ((uid, start, end),) = asked
    assert (uid, TEXT[start:end]) == ("u", words)
    assert page.annotations() == [annotation]


def test_ends_go_over_whole_graphemes_and_never_meet(hand, mark):
    page = hand.page
    asked = []
    page.ends_moved.connect(lambda _uid, start, end: asked.append(TEXT[start:end]))
    page.set_annotations([mark("كَتَ", uid="u")])
    page.set_current("u")
    hand.key(KEY.Key_Left, ALT)
    hand.key(KEY.Key_Right, ALT)
    assert asked == ["كَتَبَ", "كَ"]
    page.put_annotation(mark("كَ", uid="u"))
    hand.key(KEY.Key_Right, ALT)
    hand.key(KEY.Key_Left, ALT | SHIFT)
    assert len(asked) == 2


def test_keys_that_are_not_the_pages_go_on_to_the_window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    view = PageView("ar")
    window.setCentralWidget(view)
    fired: list[str] = []
    for shortcut in ("1", "Alt+Left", "Escape", "Left"):
        action = QAction(shortcut, window)
        action.setShortcut(shortcut)
        action.triggered.connect(partial(fired.append, shortcut))
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show_text(TEXT)
    view.setFocus()
    for key, keys in ((KEY.Key_1, NONE), (KEY.Key_Left, ALT), (KEY.Key_Escape, NONE)):
        QTest.keyClick(view, key, keys)
    assert fired == ["1", "Alt+Left", "Escape"]
    QTest.keyClick(view, KEY.Key_Left)
    assert view.caret() == 1
    view.select(0, 3)
    QTest.keyClick(view, KEY.Key_Escape)
    assert view.selection() == (3, 3)
    assert fired == ["1", "Alt+Left", "Escape"]


def test_no_key_of_the_table_is_a_letter_and_none_stands_twice():
    assert all(row.key.value >= 0x01000000 for row in PAGE_KEYS)
    assert len({(row.key, row.modifiers) for row in PAGE_KEYS}) == len(PAGE_KEYS)


def test_an_empty_page_lets_all_keys_pass(hand):
    hand.page.show_text("")
    for row in PAGE_KEYS:
        hand.key(row.key, row.modifiers)
    assert hand.page.selection() == (0, 0)
