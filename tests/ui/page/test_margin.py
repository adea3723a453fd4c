"""Notes beside the words: level with their lines, apart from one another, under mouse and keys."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from reader.model.annotation import QuoteFields
from reader.ui.page.look import CONTRAST, DARK, LIGHT, SEPIA

PARAGRAPH = (
    "قالت المديرة سلمى الحديدي إن المحطة الجديدة ستعمل بكامل طاقتها قبل نهاية العام، وأضافت أن "
    "شركة Velmora Water سلّمت الوثائق يوم 26/3/2020 إلى الهيئة المشتركة في المدينة القديمة. "
)
TEXT = "محطة جديدة\n" + "\n".join([PARAGRAPH * 2] * 30)
ENGLISH = "A new station\n" + "\n".join(
    ["The director said that it would open in spring. " * 8] * 5
)
LONG = "حاشية طويلة تشرح كل ما جرى في ذلك اليوم وما قيل بعده في اللجنة. " * 12


@pytest.fixture(autouse=True)
def shown(page):
    page.resize(1200, 800)
    page.set_notes_beside(True)
    page.show_text(TEXT)


@pytest.fixture
def noted(page, mark):
    """Return a function that notes words of a paragraph, counted from 1."""

    def note(paragraph: int, words: str, sentence: str, tag: str = "quote", **facts):
        start = page.text().index(words, page.surface.text.start(paragraph))
        made = mark((start, start + len(words)), tag, note=sentence, **facts)
        page.put_annotation(made)
        return made

    return note


def box(page, made):
    return page.note_box(made.uid)


def line_of(page, made):
    return page.rects_of(made.start_cp, made.start_cp + 1)[0]


def click(page, made, *, twice=False):
    point = box(page, made).center().toPoint()
    press = QTest.mouseDClick if twice else QTest.mouseClick
    press(page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def colours_in(page, area):
    image = page.viewport().grab(area.toAlignedRect()).toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_note_stands_in_the_outer_margin_level_with_its_line(page, noted):
    made = noted(1, "سلمى الحديدي", "المديرة منذ عامين")
    place, line = box(page, made), line_of(page, made)
    assert place.right() < page.surface.left
    assert place.top() < line.center().y() < place.bottom()
    page.show_text(ENGLISH, direction_default_rtl=False)
    made = noted(1, "director", "since two years")
    assert box(page, made).left() > page.surface.left + page.surface.column


def test_notes_of_one_line_do_not_overlap_and_keep_their_order(page, noted):
    made = [noted(1, words, "حاشية قصيرة") for words in ("قالت", "المديرة", "سلمى", "الحديدي")]
    boxes = [box(page, one) for one in made]
    assert boxes == sorted(boxes, key=lambda one: one.top())
    for upper, lower in itertools.pairwise(boxes):
        assert upper.bottom() < lower.top()


def test_the_current_note_shows_all_its_lines(page, noted):
    made, beside = noted(1, "سلمى", LONG), noted(1, "القديمة", "قريبة")
    clipped = box(page, made).height()
    text = page._margin.texts().of(page._margin.remarks.get(made.uid))
    (placed,) = [one for one in page.placed_notes() if one.remark.uid == made.uid]
    assert text.is_cut(placed.lines)
    click(page, made)
    assert page.current() == made.uid
    assert box(page, made).height() > clipped
    (placed,) = [one for one in page.placed_notes() if one.remark.uid == made.uid]
    assert not text.is_cut(placed.lines)
    assert box(page, made).bottom() < box(page, beside).top()


def test_a_click_selects_and_a_double_click_asks_to_write(page, noted, qtbot):
    made = noted(2, "سلمى", "حاشية")
    with qtbot.waitSignal(page.annotation_clicked) as clicked:
        click(page, made)
    assert clicked.args == [made.uid]
    assert page.current() == made.uid
    assert page.caret() == made.start_cp
    assert page.selection()[0] == page.selection()[1]
    with qtbot.waitSignal(page.note_edit_requested) as asked:
        click(page, made, twice=True)
    assert asked.args == [made.uid]


def test_beside_a_note_the_page_selects_as_ever(page, noted, hand):
    noted(1, "سلمى", "حاشية")
    start = page.text().index("المحطة")
    hand.double_click(start + 1)
    assert hand.words == "المحطة"


def test_speaker_and_verdict_are_one_line_and_count_as_a_note(page, noted):
    quote = noted(1, "سلمى", "", fields=QuoteFields(speaker="سلمى الحديدي"))
    claim = noted(2, "الوثائق", "", "claim")
    bare = noted(3, "الوثائق", "", "entity")
    page.set_verdicts({claim.uid: "زائف"})
    told = {one.remark.uid: one.remark.heading for one in page.placed_notes()}
    assert told == {quote.uid: "سلمى الحديدي", claim.uid: "زائف"}
    assert box(page, bare) is None


def test_a_long_speaker_has_two_lines_where_there_is_room_and_one_beside_others(page, noted):
    name = "العميد المتقاعد عدنان الطيلساني قائد شرطة المدينة القديمة سابقًا"
    told = noted(1, "سلمى", "", fields=QuoteFields(speaker=name))
    endless = noted(2, "سلمى", "", fields=QuoteFields(speaker=f"{name} " * 9))
    short = noted(3, "سلمى", "", fields=QuoteFields(speaker="عدنان"))
    shown = {one.remark.uid: one.lines for one in page.placed_notes()}
    assert shown == {told.uid: 2, endless.uid: 2, short.uid: 1}
    crowd = [noted(4, word, "", fields=QuoteFields(speaker=name)) for word in PARAGRAPH.split()]
    page.scroll_to(crowd[0].start_cp)
    lines = [one.lines for one in page.placed_notes() if one.remark.uid in {c.uid for c in crowd}]
    assert set(lines) == {1}


@pytest.mark.parametrize(
    ("room", "heads", "notes"), [(1, 0, 1), (2, 1, 1), (3, 1, 2), (4, 2, 2), (9, 2, 2)]
)
def test_a_note_has_its_lines_before_a_heading_has_its_second(page, noted, room, heads, notes):
    speaker = "العميد المتقاعد عدنان الطيلساني قائد شرطة المدينة القديمة سابقًا"
    sentence = "حاشية لها سطران في الهامش كلما وقفت بجانب كلماتها"
    noted(1, "سلمى", sentence, fields=QuoteFields(speaker=speaker))
    (one,) = page.placed_notes()
    text = page._margin.texts().of(one.remark)
    assert text.lines == 4
    chosen = text._chosen(min(room, text.lines))
    assert [line.is_head for line, _ in chosen] == [True] * heads + [False] * notes
    cut = [is_cut for _, is_cut in chosen]
    assert cut == [heads == 1] * bool(heads) + [False] * max(0, heads - 1) + (
        [True] if notes == 1 else [False] * notes
    )


def test_a_narrow_page_has_signs_in_place_of_the_margin(page, noted):
    made = noted(1, "سلمى الحديدي", "المديرة")
    page.resize(560, 700)
    assert not page.notes_shown()
    assert page.placed_notes() == []
    above = line_of(page, made)
    end = page.rects_of(made.end_cp - 1, made.end_cp)[0]
    em = page.surface.em
    sign = end.adjusted(-em, -em / 2, 0, -end.height() * 0.6)
    with_sign = page.viewport().grab(sign.toAlignedRect()).toImage()
    page.put_annotation(replace(made, note=""))
    assert line_of(page, made) == above
    assert page.viewport().grab(sign.toAlignedRect()).toImage() != with_sign


def test_notes_move_with_their_words(page, noted):
    made = [noted(paragraph, "سلمى", LONG[: paragraph * 60]) for paragraph in range(1, 20)]
    page.scroll_to(made[8].start_cp)
    for step in (37, 211, -90, 400, -333):
        seen = {one.uid: box(page, one).top() - line_of(page, one).top()
                for one in made if box(page, one) is not None}  # fmt: skip
        page.scroll_by(step)
        for one in made:
            if one.uid in seen and (after := box(page, one)) is not None:
                assert after.top() - line_of(page, one).top() == pytest.approx(seen[one.uid])


def test_what_finds_no_line_is_folded_and_opens_when_it_is_current(page, noted):
    words = PARAGRAPH.split()
    made = [noted(3, word, "حاشية") for word in dict.fromkeys(words)]
    made += [noted(3, f"{one} {other}", "أخرى") for one, other in itertools.pairwise(words)]
    page.scroll_to(made[0].start_cp)
    (sign,) = [one for one in page.placed_notes() if one.folded]
    folded = page.annotation(sign.folded[-1])
    shown = [one for one in page.placed_notes() if not one.folded]
    assert len(shown) + len(sign.folded) == len(made)
    assert page.note_box(folded.uid) is None
    page.set_current(folded.uid)
    assert page.note_box(folded.uid) is not None


def test_only_what_is_seen_is_laid_out(page, mark):
    text = "\n".join(["كلمات من نص طويل نقرؤه"] * 10_000)
    page.show_text(text)
    starts = [number * 23 for number in range(10_000)]
    page.set_annotations([mark((start, start + 5), note=f"حاشية {start}") for start in starts])
    page.viewport().repaint()
    assert len(page.placed_notes()) < 40
    assert len(page._margin.texts()._kept) < 60
    assert page.surface.layouts.made < 80


def test_a_tooltip_tells_a_clipped_note(page, noted):
    made = noted(1, "سلمى", LONG)
    assert LONG[:200].strip() in page._told_at(box(page, made).center())


def test_a_note_is_plain_text_each_paragraph_in_its_own_direction(page, noted):
    made = noted(1, "سلمى", "<b>حاشية</b>\nChecked against p. 12\u202e")
    text = page._margin.texts().of(page._margin.remarks.get(made.uid))
    first, second = text._layouts
    assert first.text() == "<b>حاشية</b>"
    assert first.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
    assert second.textOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert "\u202e" not in second.text()


@pytest.mark.parametrize("colours", [LIGHT, SEPIA, DARK, CONTRAST])
def test_a_note_is_drawn_in_every_theme_and_hovering_ties_it_to_its_line(page, noted, colours):
    made = noted(1, "سلمى", "حاشية")
    page.set_look(replace(page.look, colours=colours))
    assert len(colours_in(page, box(page, made))) > 10
    before = page.viewport().grab().toImage()
    QTest.mouseMove(page.viewport(), QPoint(1, 1))
    QTest.mouseMove(page.viewport(), box(page, made).center().toPoint())
    assert page.viewport().grab().toImage() != before
    assert page.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_an_empty_margin_says_what_it_is_for(page, noted):
    columns = page.surface.columns
    top = page.viewport().rect().adjusted(columns.notes_left, 0, 0, -650)
    top.setWidth(columns.notes_width)
    empty = page.viewport().grab(top).toImage()
    noted(20, "سلمى", "حاشية")
    assert page.viewport().grab(top).toImage() != empty
    assert page._note_at(QPointF(top.center())) is None


def test_the_place_is_kept_when_the_margin_comes_and_goes(page):
    page.resize(900, 700)
    for share in (0, 3, 11):
        page.scroll_to(TEXT.index("Velmora", 3_000))
        page.scroll_by(31 * share)
        cp = page.top_position()
        for beside in (False, True, False, True):
            page.set_notes_beside(beside)
            start, _ = page.surface.line_of(cp, upstream=False)
            assert page.surface.anchor().cp == start
