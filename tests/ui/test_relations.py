"""Relations between annotations: made by key, click and list, drawn, followed, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader.ui.panels.menus import MenuButton
from reader.ui.relation_acts import relate


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def library(workspace):
    return workspace.library


@pytest.fixture
def two(workspace, library):
    """Two annotations on different lines; the first is the current one."""
    text = workspace.articles.revision
    second = text.text.index("لن نتراجع")
    made = [
        library.annotate(text, *span) for span in ((0, 7, "entity"), (second, second + 9, "quote"))
    ]
    workspace.annotations.open(made[0].uid)
    workspace.page.setFocus()
    return made


def section(workspace):
    return workspace.details_panel.sections.section("relations")


def click_on(page, one):
    where = page.rects_of(one.start_cp, one.end_cp)[0].center().toPoint()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_key_and_a_click_relate_two(workspace, library, two):
    first, second = two
    QTest.keyClick(workspace.page, Qt.Key.Key_R)
    assert workspace.relations.bar.isVisible()
    click_on(workspace.page, second)
    (made,) = library.relations(first.uid)
    assert (made.from_uid, made.to_uid, made.type) == (first.uid, second.uid, "speaker_of")
    assert workspace.page.current() == first.uid
    assert not workspace.relations.bar.isVisible()
    assert library.flush()
    assert library.store.entry(second.uid).relations == (made,)


def test_the_type_and_the_other_are_picked_from_lists(workspace, library, two):
    first, second = two
    QTest.keyClick(workspace.page, Qt.Key.Key_R)
    bar = workspace.relations.bar
    wanted = next(one for one in bar._types.actions() if one.data() == "about")
    wanted.trigger()
    (other,) = bar._others.actions()
    assert "لن نتراجع" in other.text()
    other.trigger()
    (made,) = library.relations(first.uid)
    assert (made.to_uid, made.type) == (second.uid, "about")


def test_esc_relates_nothing(workspace, library, two):
    QTest.keyClick(workspace.page, Qt.Key.Key_R)
    QTest.keyClick(workspace.relations.bar.type_button, Qt.Key.Key_Escape)
    assert not workspace.relations.bar.isVisible()
    click_on(workspace.page, two[1])
    assert library.relations(two[0].uid) == []


def test_details_list_it_on_both_sides_and_take_it_away(workspace, library, two):
    first, second = two
    relate(library, first.uid, second.uid, "speaker_of")
    assert len(section(workspace).lines) == 1
    workspace.annotations.open(second.uid)
    (line,) = section(workspace).lines
    assert line.findChild(MenuButton).text() == "قائل ←"
    QTest.mouseClick(line.findChild(QToolButton, "unrelate"), Qt.MouseButton.LeftButton)
    assert library.relations(first.uid) == []
    assert library.flush()
    workspace.actions["undo"].trigger()
    assert len(library.relations(first.uid)) == 1


def test_a_line_leads_to_the_other(workspace, library, two):
    first, second = two
    relate(library, first.uid, second.uid, "speaker_of")
    (line,) = section(workspace).lines
    button = next(one for one in line.findChildren(QToolButton) if "نتراجع" in one.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.page.current() == second.uid


def test_a_line_changes_its_type(workspace, library, two):
    first, second = two
    relate(library, first.uid, second.uid, "speaker_of")
    menu = section(workspace).lines[0].findChild(MenuButton).menu()
    next(one for one in menu.actions() if one.data() == "about").trigger()
    assert [one.type for one in library.relations(first.uid)] == ["about"]


def test_the_page_draws_those_of_the_current_one_or_all(workspace, library, two):
    first, second = two
    plain = workspace.page.viewport().grab().toImage()
    relate(library, first.uid, second.uid, "speaker_of")
    assert [tie.words for tie in workspace.page.relations()] == ["قائل"]
    assert workspace.page.viewport().grab().toImage() != plain
    workspace.page.set_current(None)
    workspace.annotations.opened.emit("")
    assert workspace.page.relations() == ()
    workspace.actions["show_relations"].trigger()
    assert len(workspace.page.relations()) == 1
    library.delete([second.uid])
    assert workspace.page.relations() == ()


def test_nothing_is_related_twice_or_to_itself(library, two):
    first, second = two
    assert relate(library, first.uid, first.uid, "about") is None
    assert relate(library, first.uid, second.uid, "about") is not None
    assert relate(library, first.uid, second.uid, "about") is None


def test_a_bracket_stands_beside_the_words_not_over_them(workspace, library, two):
    """Between the two lines nothing is drawn but beside the column."""
    first, second = two
    page = workspace.page
    before = page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    relate(library, first.uid, second.uid, "speaker_of")
    after = page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = page.devicePixelRatioF()
    edge = (page.surface.left + page.surface.columns.width) * ratio
    changed = [
        (x, y)
        for y in range(0, before.height(), 2)
        for x in range(0, before.width(), 2)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert any(x > edge for x, _ in changed)
    lines = {y for x, y in changed if x < edge - 4}
    assert len(lines) <= 6 * ratio
