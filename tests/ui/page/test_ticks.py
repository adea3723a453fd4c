"""The marks along the scroll bar: where they stand, what a click does, how little they cost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.model.tags import TAGS
from reader.ui.page.ticks import ROW, Starts

PARAGRAPH = "فقرة من نص طويل نقرؤه سطرًا بعد سطر حتى نصل إلى آخره وننتهي منه.\n"
COUNT = 400


@pytest.fixture
def ticks(page):
    page.show_text(PARAGRAPH * COUNT, headline=False)
    return page._ticks


def row_of(ticks, cp: int) -> int:
    """Return the row in which a position should stand, all paragraphs being alike."""
    return round(cp / (COUNT * len(PARAGRAPH)) * (ticks.height() / ROW))


def at(paragraph: int) -> tuple[int, int]:
    return paragraph * len(PARAGRAPH), paragraph * len(PARAGRAPH) + 4


def test_a_tick_stands_where_its_annotation_is_in_the_whole(page, ticks, mark):
    page.set_annotations([mark(at(100), "quote"), mark(at(300), "claim")])
    ticks.renew()
    rows = sorted(ticks.rows)
    assert len(rows) == 2
    assert abs(rows[0] - row_of(ticks, at(100)[0])) <= 3
    assert abs(rows[1] - row_of(ticks, at(300)[0])) <= 3
    colours = page.look.colours
    assert ticks.rows[rows[0]].tags == (colours.line_of(TAGS[0].colour),)
    assert ticks.rows[rows[1]].tags == (colours.line_of(TAGS[2].colour),)


def test_tags_in_one_row_share_it(page, ticks, mark):
    page.set_annotations([mark(at(9), tag.key) for tag in TAGS])
    ticks.renew()
    ((row,),) = [tuple(ticks.rows.values())]
    assert len(row.tags) == 3


def test_hits_and_annotations_come_and_go(page, ticks, mark):
    one = mark(at(50), "entity")
    page.put_annotation(one)
    page.set_hits([at(60)])
    ticks.renew()
    assert [row.hit for _, row in sorted(ticks.rows.items())] == [False, True]
    page.remove_annotation(one.uid)
    page.set_hits(())
    ticks.renew()
    assert ticks.rows == {}


def test_an_annotation_that_moves_takes_its_tick_along(page, ticks, mark):
    one = mark(at(50), "entity", uid="u")
    page.put_annotation(one)
    page.put_annotation(mark(at(350), "quote", uid="u"))
    ticks.renew()
    (row,) = ticks.rows
    assert abs(row - row_of(ticks, at(350)[0])) <= 3


def test_one_annotation_changes_its_own_row_at_once_as_all_anew_would(page, ticks, mark):
    page.set_annotations([mark(at(100), "quote"), mark(at(300), "claim", uid="u")])
    ticks.renew()
    page.put_annotation(mark(at(200), "entity"))
    page.put_annotation(mark(at(100), "claim", uid="u"))
    at_once = dict(ticks.rows)
    assert len(at_once) == 2
    ticks.renew()
    assert ticks.rows == at_once
    page.remove_annotation("u")
    at_once = dict(ticks.rows)
    ticks.renew()
    assert ticks.rows == at_once != {}


def test_an_annotation_waits_for_its_row_while_the_rows_stand_elsewhere(page, ticks, mark):
    ticks.renew()
    page.show_text(PARAGRAPH * COUNT * 2, headline=False)
    page.put_annotation(mark(at(COUNT), "quote"))
    ticks.renew()
    (row,) = ticks.rows
    assert abs(row - row_of(ticks, at(COUNT)[0]) / 2) <= 3


def test_ticks_follow_by_themselves(page, ticks, mark, qtbot):
    page.set_annotations([mark(at(200), "quote")])
    qtbot.waitUntil(lambda: bool(ticks.rows))
    before = dict(ticks.rows)
    page.resize(900, 400)
    qtbot.waitUntil(lambda: ticks.height() <= 400 and ticks.rows.keys() != before.keys())


def test_a_click_on_a_tick_goes_there(page, ticks, mark):
    page.set_annotations([mark(at(300), "quote")])
    ticks.renew()
    (row,) = ticks.rows
    bar = page.verticalScrollBar()
    assert not page.viewport().rect().intersects(page.rects_of(*at(300))[0].toRect())
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, row * ROW + 1))
    assert page.caret() == at(300)[0]
    assert page.viewport().rect().contains(page.rects_of(*at(300))[0].toRect())


def test_a_click_beside_every_tick_is_the_bar_s(page, ticks, mark):
    page.set_annotations([mark(at(100), "quote")])
    ticks.renew()
    bar = page.verticalScrollBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, bar.height() - 20))
    assert page.caret() == 0
    assert bar.value() > 0


def test_a_tick_under_the_handle_leaves_the_handle_alone(page, ticks, mark):
    page.set_annotations([mark((30, 34), "quote")])
    ticks.renew()
    (row,) = ticks.rows
    QTest.mouseClick(
        page.verticalScrollBar(), Qt.MouseButton.LeftButton, pos=QPoint(6, row * ROW + 1)
    )
    assert page.caret() == 0


def test_both_sides_are_painted(page, ticks, mark):
    page.set_annotations([mark(at(200), "claim")])
    page.set_hits([at(200)])
    ticks.renew()
    image = ticks.grab().toImage()
    (row,) = ticks.rows
    line = {image.pixel(x, row * ROW) for x in range(image.width())}
    colours = page.look.colours
    assert {colours.hit_line.rgb(), colours.line_of(TAGS[2].colour).rgb()} <= line


def test_a_hundred_thousand_cost_a_question_a_row(page, ticks, mark, monkeypatch):
    text = page.text()
    marks = [mark((cp, cp + 1), TAGS[cp % 3].key) for cp in range(len(text) - 1)]
    asked = []
    real = Starts.first_in
    monkeypatch.setattr(Starts, "first_in", lambda *args: asked.append(1) or real(*args))
    page.set_annotations(marks)
    ticks.renew()
    assert len(asked) == ticks.height() // ROW * len(TAGS)


def test_an_empty_page_has_none(page):
    page.show_text("")
    page._ticks.renew()
    assert page._ticks.rows == {}
