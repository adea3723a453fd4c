"""The page as screen readers meet it, asked through Qt's own interfaces."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from reader.model.annotation import QuoteFields
from reader.ui.page.accessibles import Accessibles
from reader.ui.page.document import PageText
from reader.ui.page.look import PageLook
from reader.ui.page.spoken import PART_CP, SpokenPart
from reader.ui.page.surface import Surface

TEXT = (
    "الوزارة: لا إصابات جديدة 😀 اليوم\n"
    "قالت المديرة سلمى الحديدي: «لن نتراجع»، وأضافت أن كِتابًا طويلًا جدًا وصل من Health Ltd في "
    "يوم 2020/3/26، وأن العدد بلغ 1,554 شخصًا في ثلاث مدن من مدن البلاد كلها.\n"
)


@pytest.fixture(scope="session")
def accessibles(qapp) -> Accessibles:
    made = Accessibles()
    made.install()
    return made


@pytest.fixture
def document(page, accessibles):
    """Return the page's interface while an assistive tool listens."""
    QAccessible.setActive(True)
    page.setAccessibleName("المقال")
    page.show_text(TEXT)
    yield QAccessible.queryAccessibleInterface(page)
    QAccessible.setActive(False)


@pytest.fixture
def said(document) -> list[str]:
    heard: list[str] = []
    document.voice.announced.connect(heard.append)
    return heard


def unit(text: str, cp: int) -> int:
    """Return the UTF-16 offset of a position, the slow way."""
    return len(text[:cp].encode("utf-16-le")) // 2


def test_it_is_a_document_to_be_read(document, page):
    page.setFocus()
    state = document.state()
    assert document.role() == QAccessible.Role.Document
    assert document.text(QAccessible.Text.Name) == "المقال"
    assert (state.readOnly, state.multiLine, state.selectableText, state.focusable) == (1, 1, 1, 1)
    assert (state.editable, state.focused) == (0, 1)


def test_only_the_text_interface_is_handed_out(document):
    assert document.textInterface() is document.content
    assert document.valueInterface() is None
    assert document.actionInterface() is None
    assert document.editableTextInterface() is None


def test_the_same_page_has_one_interface(document, page):
    assert QAccessible.queryAccessibleInterface(page) is document


def test_an_interface_that_qt_asks_for_anew_speaks_with_the_same_voice(document, page, accessibles):
    another = accessibles.interface_of("PageView", page)
    assert another is not document
    assert another.voice is document.voice
    assert accessibles.interface_of("QWidget", page.viewport()) is None


def test_text_counts_in_utf16_units(document):
    text = document.textInterface()
    smile = TEXT.index("😀")
    assert text.characterCount() == len(TEXT.encode("utf-16-le")) // 2 == len(TEXT) + 1
    assert text.text(smile, smile + 2) == "😀"
    assert text.text(smile + 2, smile + 7) == " اليو"
    assert text.text(smile, smile + 1) == "😀"  # half of it is the whole
    assert text.text(0, 10_000).split() == TEXT.split()


def test_wrapped_lines_end_in_line_feeds_and_nothing_else_differs(document, page):
    page.set_look(PageLook(zoom=150))
    told = document.textInterface().text(0, 10_000)
    assert len(told) == len(TEXT)
    differing = [(was, now) for was, now in zip(TEXT, told, strict=True) if was != now]
    assert differing
    assert set(differing) == {(" ", "\n")}
    for cp in range(0, len(TEXT), 7):
        start, end = page.surface.line_of(cp, upstream=False)
        line = told[told.rfind("\n", 0, cp) + 1 :].split("\n")[0]
        assert line.rstrip() == TEXT[start:end].rstrip()


def test_the_caret_goes_where_it_is_put(document, page):
    text = document.textInterface()
    cp = TEXT.index("سلمى")
    text.setCursorPosition(unit(TEXT, cp))
    assert page.caret() == cp
    assert text.cursorPosition() == unit(TEXT, cp) == cp + 1
    assert page.selection() == (cp, cp)


def test_a_selection_is_made_and_given_up(document, page):
    text = document.textInterface()
    cp = TEXT.index("سلمى")
    text.setSelection(0, unit(TEXT, cp), unit(TEXT, cp + 4))
    assert page.selection() == (cp, cp + 4)
    # Qt would hand a meaningless range to who asks for the first one.
    assert text.selectionCount() == 0
    text.removeSelection(0)
    assert page.selection() == (cp + 4, cp + 4)


def test_characters_have_their_places_on_the_screen(document, page):
    text = document.textInterface()
    for cp in (0, TEXT.index("😀"), TEXT.index("Health"), TEXT.index("2020")):
        box = text.characterRect(unit(TEXT, cp))
        (drawn,) = page.rects_of(*page.surface.text.snapped(cp, cp + 1))
        corner = page.viewport().mapToGlobal(drawn.topLeft().toPoint())
        assert box.topLeft() == corner
        assert text.offsetAtPoint(box.center()) == unit(TEXT, cp)


def test_where_no_character_is_there_is_no_offset(document, page):
    text = document.textInterface()
    outside = page.mapToGlobal(QPoint(-50, 10))
    below = page.viewport().mapToGlobal(QPoint(30, page.viewport().height() - 3))
    assert text.offsetAtPoint(outside) == -1
    assert text.offsetAtPoint(below) == -1
    assert text.characterRect(text.characterCount()).height() > 0


def test_coming_to_an_annotation_and_leaving_it_is_announced(document, page, mark, said):
    fields = QuoteFields(speaker="سلمى الحديدي")
    annotation = mark("لن نتراجع", fields=fields, note="قيل\nأمس")
    page.set_annotations([annotation])
    page.select(annotation.start_cp + 2, annotation.start_cp + 2)
    assert said == ["اقتباس، سلمى الحديدي، قيل أمس"]
    assert document.text(QAccessible.Text.Description) == said[0]
    page.select(annotation.start_cp + 3, annotation.start_cp + 3)
    assert len(said) == 1
    page.select(0, 0)
    assert said[1].endswith("اقتباس")
    assert document.text(QAccessible.Text.Description) == ""


def test_the_current_annotation_is_announced_once_with_its_words(document, page, mark, said):
    annotation = mark("سلمى الحديدي", "entity", note="وزيرة")
    page.put_annotation(annotation)
    page.set_current(annotation.uid)
    page.set_current(annotation.uid)
    page.select(annotation.start_cp, annotation.start_cp)
    assert said == ["كيان: سلمى الحديدي. وزيرة"]


def test_a_finished_selection_is_announced(document, page, hand, said):
    start = TEXT.index("سلمى")
    hand.drag(start, start + 4)
    assert [one for one in said if "سلمى" in one] == [said[-1]]


def test_nothing_is_announced_where_nobody_listens(document, page, mark, said):
    QAccessible.setActive(False)
    annotation = mark("سلمى", "entity")
    page.put_annotation(annotation)
    page.set_current(annotation.uid)
    page.select(annotation.start_cp, annotation.end_cp)
    assert said == []


def test_a_million_words_are_told_in_parts(document, page):
    text = "كلمة أخرى من النص الطويل جدًا. " * 12 + "\n"
    page.show_text(text * (1_000_000 // 72))
    told = document.textInterface()
    made = page.surface.layouts.made
    assert told.characterCount() < 2 * PART_CP
    page.select(page.surface.text.length // 2, page.surface.text.length // 2)
    caret = told.cursorPosition()
    assert told.text(caret, caret + 9) == page.text()[page.caret() : page.caret() + 9]
    assert page.surface.layouts.made - made < 3 * PART_CP / len(text) + 50


@pytest.mark.parametrize(
    "words",
    ["", "ا", "س😀\n" * 9_000, "ab اب\n\n" * 6_000, "ا" * 50_000, "نص " * 30_000],
    ids=["nothing", "a letter", "short", "blank lines", "no space", "one paragraph"],
)
def test_parts_cover_a_text_without_gap_or_overlap(qapp, words):
    surface = Surface(PageLook(), 96)
    surface.resize(600, 400)
    surface.show(PageText(words))
    end = 0
    for _ in range(2 + len(words) // PART_CP):
        part = SpokenPart(surface, end)
        assert part.start_cp == end
        assert part.holds(surface, end)
        end = part.end_cp
        assert len(part.words) == end - part.start_cp
        for cp in range(part.start_cp, end, 997):
            assert part.cp_of(part.unit_of(cp)) == cp
        if end == len(words):
            break
    assert end == len(words)
