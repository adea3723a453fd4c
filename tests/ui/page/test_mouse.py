"""The mouse: a drag selects exactly what it is drawn over, in any mix of directions."""

import random

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

TEXT = (
    "وزارة الصحة: لا إصابات\n"
    "قالت وزارة Health إن كوفيد-19 انتشر يوم 26/3/2020، وأضافت: «لن نتراجع»، وهل؟ نعم.\n"
    "😀 كَتَبَ الوَلَدُ 👨\u200d👩\u200d👧 دَرْسَه 𐤀𐤁 وبلغ 1,554 شخصًا أو ١٬٥٥٤ ثم كلمات كثيرة "
    "حتى يلتف السطر ويصير سطرين أو ثلاثة أسطر في العمود الواحد من الصفحة.\n"
    "The ministry of الصحة said 20% (لا غير) today."
)
SPANS = (
    "Health",
    "ealt",
    "وزارة Health إن",
    "زارة Hea",
    "lth إن كو",
    "كوفيد-19",
    "د-1",
    "26/3/2020",
    "6/3/20",
    "3/2020، وأضافت",
    "«لن نتراجع»،",
    "لن نتراجع",
    "هل؟",
    "كَتَبَ",
    "تَبَ الوَ",
    "👨\u200d👩\u200d👧 دَرْ",
    "😀 ك",
    "𐤀𐤁",
    "1,554",
    "55",
    "يلتف السطر ويصير سطرين أو ثلاثة أسطر",
    "إصابات\nقالت وزارة",
    "20% (لا غير",
    "of الصح",
    "ل",
)
SLOW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def snapped(words: str) -> str:
    """Return words as their whole graphemes are in the text."""
    start, end = TEXT.index(words), TEXT.index(words) + len(words)
    borders = {match.start() for match in regex.finditer(r"\X", TEXT)} | {len(TEXT)}
    return TEXT[max(b for b in borders if b <= start) : min(b for b in borders if b >= end)]


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT)
    page.set_popup_enabled(False)


@pytest.mark.parametrize("words", SPANS)
def test_a_drag_selects_exactly_its_words(hand, words):
    start = TEXT.index(words)
    hand.drag(start, start + len(words))
    assert hand.words == snapped(words)
    hand.drag(start + len(words), start)
    assert hand.words == snapped(words)
    assert hand.page.caret() == TEXT.index(hand.words)


@given(words=st.text(alphabet="لاأهبم H19/-.()«»َّ\u200d😀א\n", min_size=1, max_size=40))
@SLOW
def test_the_middle_of_each_grapheme_is_that_grapheme(page, words):
    page.show_text(words, headline=False)
    for match in regex.finditer(r"\X", words):
        for rect in page.rects_of(*match.span()):
            if rect.width() < 1:
                continue
            hit = page.surface.hit(rect.center())
            assert hit.over == match.start()
            assert match.start() <= hit.cp <= match.end()


def test_a_drag_over_a_line_break_takes_both_sides(hand):
    first = TEXT.index("يلتف")
    lines = {round(rect.top()) for rect in hand.page.rects_of(first, first + 40)}
    assert len(lines) > 1
    hand.drag(first, first + 40)
    assert hand.words == TEXT[first : first + 40]


def test_a_drag_below_the_text_reaches_its_end_and_above_it_its_start(hand):
    start = TEXT.index("وبلغ")
    height = hand.viewport.height()
    hand.press(hand.point(start))
    hand.move(QPoint(450, height - 2))
    hand.release(QPoint(450, height - 2))
    assert hand.words == TEXT[start:]
    hand.press(hand.point(start))
    hand.move(QPoint(450, 2))
    hand.release(QPoint(450, 2))
    assert hand.words == TEXT[:start]


def test_a_drag_beside_a_line_ends_before_the_space_of_the_wrap(hand):
    start = TEXT.index("كَتَبَ")
    box = hand.page.rects_of(start, start + 1)[0]
    far = QPoint(2, round(box.center().y()))
    hand.press(hand.point(start))
    hand.move(far)
    hand.release(far)
    assert hand.words == hand.words.strip()
    assert TEXT[hand.page.selection()[1]] == " "


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("لن", "لن"),
        ("نتراجع", "نتراجع"),
        ("هل", "وهل"),
        ("1,5", "1,554"),
        ("554", "1,554"),
        ("٥٥٤", "١٬٥٥٤"),
        ("Health", "Health"),
        ("كوفيد", "كوفيد"),
        ("الوَ", "الوَلَدُ"),
        ("👨", "👨\u200d👩\u200d👧"),
    ],
)
def test_a_double_click_selects_the_word(hand, at, word):
    hand.double_click(TEXT.index(at))
    assert hand.words == word


def test_a_third_click_selects_the_paragraph(hand):
    hand.double_click(TEXT.index("Health"))
    hand.click(TEXT.index("Health"))
    assert hand.words == TEXT.split("\n")[1]
    hand.click(TEXT.index("Health"))
    assert hand.words == ""


def test_a_drag_after_a_double_click_goes_by_words(hand):
    hand.press_twice(hand.point(TEXT.index("Health")))
    hand.move(hand.point(TEXT.index("نتشر")))
    assert hand.words == "Health إن كوفيد-19 انتشر"
    hand.move(hand.point(TEXT.index("قالت") + 1))
    assert hand.words == "قالت وزارة Health"
    assert hand.page.caret() == TEXT.index("قالت")


def test_alt_frees_a_drag_from_words(hand):
    hand.press_twice(hand.point(TEXT.index("Health")))
    point = hand.point(TEXT.index("فيد-19"), after=True)
    hand.send(QEvent.Type.MouseMove, point, Qt.KeyboardModifier.AltModifier)
    assert hand.words == "Health إن كوف"


def test_shift_click_extends_from_the_anchor(hand):
    hand.click(TEXT.index("وزارة Health"))
    hand.click(TEXT.index("انتشر"), Qt.KeyboardModifier.ShiftModifier)
    assert hand.words == "وزارة Health إن كوفيد-19 "
    hand.click(TEXT.index("قالت"), Qt.KeyboardModifier.ShiftModifier)
    assert hand.words == "قالت "


def test_a_click_that_slips_selects_nothing(hand):
    point = hand.point(TEXT.index("وزارة"))
    hand.press(point)
    hand.move(point + QPoint(1, 1))
    hand.release(point + QPoint(1, 1))
    assert hand.words == ""


def test_signals_of_a_drag(hand, qtbot):
    changes, finished = [], []
    hand.page.selection_changed.connect(lambda *span: changes.append(span))
    hand.page.selection_finished.connect(lambda *span: finished.append(span))
    start = TEXT.index("Health")
    hand.drag(start, start + 6)
    assert changes[-1] == finished[-1] == (start, start + 6)
    assert len(finished) == 1


def test_a_held_drag_below_the_edge_scrolls_and_selects(hand, qtbot):
    page = hand.page
    page.show_text("\n".join(f"فقرة رقم {number} من نص طويل" for number in range(200)))
    hand.press(hand.point(0))
    hand.move(QPoint(300, page.viewport().height() + 60))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 600)
    assert page.selection()[0] == 0
    reached = page.selection()[1]
    qtbot.waitUntil(lambda: page.selection()[1] > reached)
    hand.release(QPoint(300, 100))
    stopped = page.verticalScrollBar().value()
    hand.move(QPoint(300, page.viewport().height() + 60))
    assert page.verticalScrollBar().value() == stopped


def test_a_click_opens_the_smallest_annotation_and_beside_it_none(hand, mark):
    page = hand.page
    wide, small = mark("وزارة Health إن كوفيد-19", uid="wide"), mark("Health", uid="small")
    page.set_annotations([wide, small])
    clicked, current = [], []
    page.annotation_clicked.connect(clicked.append)
    page.current_changed.connect(current.append)
    hand.click(TEXT.index("Health"))
    hand.click(TEXT.index("وزارة Health"))
    hand.click(TEXT.index("قالت"))
    assert clicked == ["small", "wide"]
    assert current == ["small", "wide", ""]
    assert page.current() is None


def test_the_pointer_shows_what_a_click_would_do(hand, mark):
    hand.page.set_annotations([mark("Health")])
    hand.move(hand.point(TEXT.index("Health")))
    assert hand.viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hand.press(hand.point(TEXT.index("قالت")))
    hand.move(hand.point(TEXT.index("Health")))
    assert hand.viewport.cursor().shape() == Qt.CursorShape.IBeamCursor
    hand.release(hand.point(TEXT.index("Health")))


def test_the_menu_is_asked_for_where_the_pointer_is(hand):
    asked = []
    hand.page.context_menu_requested.connect(lambda point, cp: asked.append(cp))
    start = TEXT.index("Health")
    hand.drag(start, start + 6)
    for cp in (start + 2, TEXT.index("قالت")):
        point = hand.point(cp)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, hand.viewport.mapToGlobal(point)
        )
        QApplication.sendEvent(hand.viewport, event)
        assert asked[-1] == cp
        assert hand.words == ("Health" if cp == start + 2 else "")


def test_ctrl_and_the_wheel_ask_for_zoom_and_do_not_scroll(hand):
    page, asked = hand.page, []
    page.zoom_requested.connect(asked.append)
    for angle in (120, 60, 60, -240):
        centre = QPointF(300, 300)
        event = QWheelEvent(
            centre,
            page.viewport().mapToGlobal(centre),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.viewport(), event)
    assert asked == [1, 1, -2]
    assert page.verticalScrollBar().value() == 0


def test_random_drags_select_what_lies_between_their_ends(hand):
    rng = random.Random(3)
    borders = [match.start() for match in regex.finditer(r"\X", TEXT)]
    visible = [cp for cp in borders if not TEXT[cp].isspace()]
    for _ in range(40):
        start, last = sorted(rng.sample(visible, 2))
        end = min(b for b in [*borders, len(TEXT)] if b > last)
        hand.drag(start, end)
        assert hand.page.selection() == (start, end)
