"""Finding words in the window, with real keys, on any layout."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from reader import importers
from reader.storage.store import Store
from reader.text.pieces import Query
from reader.ui.finder import MOST_HITS, Finder
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_model import AnnotationRole

NEWS = (
    "قالت سلمى إن الوزارة أعلنت الأمر\n"
    "وقال أحمد: «لن نتراجع»، وأضاف أن احمد الثاني قَالَ ذلك في ٣ مدن.\n"
    "وللوزارة رأي، وبالوزارة خلاف على 19 شخصًا و١٩ طفلًا.\n"
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "news.db"
    store = Store.open(path)
    me = store.annotator("me", "me")
    store.add_article(importers.from_text(NEWS, "news"), me.uid, "setup")
    store.close()
    opened = open_window(path)
    opened.page.activateWindow()
    opened.page.setFocus()
    return opened


@pytest.fixture
def bar(workspace):
    return workspace.find.bar


def key(widget, code, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, code, modifiers)


def seek(workspace, words: str) -> None:
    """Press Ctrl+F and type."""
    key(workspace.page, Qt.Key.Key_F, CTRL)
    line = workspace.find.bar.line
    assert QApplication.focusWidget() is line
    line.clear()
    for letter in words:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, line, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
        )


def words_of_hits(workspace) -> list[str]:
    return [NEWS[start:end] for start, end in workspace.find._finder.hits]


def child(bar, kind, name):
    return bar.findChild(kind, name)


def test_the_bar_opens_with_its_key_and_closes_with_esc(workspace, bar):
    assert bar.objectName() == "findBar"
    assert bar.isHidden()
    key(workspace.page, Qt.Key.Key_F, CTRL)
    assert bar.isVisible()
    key(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert QApplication.focusWidget() is workspace.page


def test_esc_on_the_page_gives_up_the_selection_first_and_then_the_bar(workspace, bar):
    seek(workspace, "احمد")
    workspace.page.setFocus()
    workspace.page.select(0, 4)
    key(workspace.page, Qt.Key.Key_Escape)
    assert bar.isVisible()
    key(workspace.page, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_the_keys_have_their_arabic_twins(workspace):
    for name, twin in (("find", "Ctrl+ب"), ("find_next", "Ctrl+ل")):
        assert QKeySequence(twin) in workspace.actions[name].shortcuts()
    assert QKeySequence("Ctrl+Shift+ل") in workspace.actions["find_previous"].shortcuts()


def test_hits_are_found_as_one_types_whatever_their_spelling(workspace, bar):
    seek(workspace, "احم")
    assert words_of_hits(workspace) == ["أحم", "احم"]
    seek(workspace, "قال")
    assert words_of_hits(workspace) == ["قال", "قال", "قَالَ"]
    seek(workspace, "19")
    assert words_of_hits(workspace) == ["19", "١٩"]
    assert bar.count.text() == workspace.find.tr("%1 of %2").replace("%1", "١").replace("%2", "٢")


def test_the_page_draws_them_and_the_caret_comes_along(workspace, bar):
    seek(workspace, "احمد")
    hits = workspace.page._painter._hits.hits
    assert hits.spans == workspace.find._finder.hits
    assert hits.current == 0
    assert workspace.page.caret() == NEWS.index("أحمد")


def test_enter_and_f3_go_on_and_back_and_round(workspace, bar):
    seek(workspace, "قال")
    places = [start for start, _ in workspace.find._finder.hits]
    page = workspace.page
    assert page.caret() == places[0]
    key(bar.line, Qt.Key.Key_Return)
    assert page.caret() == places[1]
    assert bar.line.hasFocus()
    key(bar.line, Qt.Key.Key_F3)
    assert page.caret() == places[2]
    assert bar.message.text() == ""
    key(bar.line, Qt.Key.Key_G, CTRL)
    assert page.caret() == places[0]
    assert bar.message.text() == workspace.find.tr("Went on from the beginning")
    key(bar.line, Qt.Key.Key_Return, SHIFT)
    assert page.caret() == places[2]
    assert bar.message.text() == workspace.find.tr("Went on from the end")
    key(bar.line, Qt.Key.Key_F3, SHIFT)
    key(bar.line, Qt.Key.Key_G, CTRL | SHIFT)
    assert page.caret() == places[0]
    assert bar.message.text() == ""


def test_the_search_begins_at_the_caret_and_a_longer_word_stays_there(workspace, bar):
    second = NEWS.index("احمد")
    workspace.page.select(second, second)
    seek(workspace, "اح")
    assert workspace.page.caret() == second
    seek(workspace, "احمد")
    assert workspace.page.caret() == second


def test_a_step_begins_where_the_person_has_gone(workspace, bar):
    seek(workspace, "قال")
    places = [start for start, _ in workspace.find._finder.hits]
    workspace.page.select(places[1] + 3, places[1] + 3)
    key(workspace.page, Qt.Key.Key_F3)
    assert workspace.page.caret() == places[2]
    workspace.page.select(places[1] - 1, places[1] - 1)
    key(workspace.page, Qt.Key.Key_F3, SHIFT)
    assert workspace.page.caret() == places[0]


def test_selected_words_become_the_query(workspace, bar):
    start = NEWS.index("الوزارة")
    workspace.page.select(start, start + len("الوزارة"))
    key(workspace.page, Qt.Key.Key_F, CTRL)
    assert bar.line.text() == "الوزارة"
    assert bar.line.selectedText() == "الوزارة"
    assert workspace.page.caret() == start


def test_a_selection_of_several_paragraphs_does_not(workspace, bar):
    workspace.page.select_all()
    key(workspace.page, Qt.Key.Key_F, CTRL)
    assert bar.line.text() == ""


def test_the_options_narrow_or_widen(workspace, bar):
    seek(workspace, "قال")
    child(bar, QToolButton, "findExact").click()
    assert words_of_hits(workspace) == ["قال", "قال"]
    child(bar, QToolButton, "findExact").click()
    child(bar, QToolButton, "findWhole").click()
    assert words_of_hits(workspace) == ["قَالَ"]
    child(bar, QToolButton, "findWhole").click()
    child(bar, QToolButton, "findParticles").click()
    seek(workspace, "الوزارة")
    assert len(words_of_hits(workspace)) == 3


def test_nothing_found_is_said_quietly(workspace, bar):
    seek(workspace, "غائب")
    assert bar.count.text() == workspace.find.tr("No hits")
    danger = bar.palette().brightText().color()
    below = bar.line.geometry()
    assert bar.grab().toImage().pixel(below.center().x(), below.bottom()) == danger.rgb()
    assert not child(bar, QToolButton, "findAnnotate").isEnabled()
    assert QApplication.activeModalWidget() is None
    key(bar.line, Qt.Key.Key_Return)
    seek(workspace, "قال")
    assert bar.grab().toImage().pixel(below.center().x(), below.bottom()) != danger.rgb()


def test_digits_are_typed_and_tag_nothing(workspace, bar, qtbot):
    workspace.page.select(0, 4)
    key(workspace.page, Qt.Key.Key_F, CTRL)
    key(bar.line, Qt.Key.Key_1)
    key(bar.line, Qt.Key.Key_Q)
    assert bar.line.text() == "1q"
    assert workspace.page.annotations() == []


def test_after_esc_the_hit_is_selected_and_a_digit_tags_it(workspace, bar):
    seek(workspace, "احمد")
    key(bar.line, Qt.Key.Key_Return)
    key(bar.line, Qt.Key.Key_Escape)
    assert workspace.page._painter._hits.hits.spans == ()
    key(workspace.page, Qt.Key.Key_2)
    (one,) = workspace.page.annotations()
    assert (one.tag, one.exact, one.start_cp) == ("entity", "احمد", NEWS.index("احمد"))


def test_all_hits_are_annotated_as_one_act(workspace, bar, qtbot):
    library = workspace.library
    seek(workspace, "احمد")
    key(bar.line, Qt.Key.Key_Escape)
    key(workspace.page, Qt.Key.Key_1)
    key(workspace.page, Qt.Key.Key_F3)
    bar.tag_button.menu().actions()[1].trigger()
    assert bar.tag_button.text() == library.tags()[1].label.text("ar")
    child(bar, QToolButton, "findAnnotate").click()
    made = [one for one in workspace.page.annotations() if one.origin == "propagated"]
    assert [(one.exact, one.tag) for one in made] == [("أحمد", "entity"), ("احمد", "entity")]
    listed = workspace.page.window().findChild(AnnotationsPanel)._model
    told = [listed.index_of(one.uid).data(AnnotationRole.STATUS) for one in made]
    assert all("مُعمَّم" in one for one in told)
    workspace.annotations.open(made[0].uid)
    assert "مُعمَّم" in workspace.page.window().findChild(QLabel, "provenance").text()
    said = workspace.find.tr("%Ln annotation(s) added", "", 2)
    assert workspace._window.status_place.text() == said
    assert child(bar, QLabel, "findMessage").text() == said
    child(bar, QToolButton, "findAnnotate").click()
    assert len(workspace.page.annotations()) == 3
    assert library.flush()
    assert str(library.undo_label().ar) == "تعليم الكل"
    key(workspace.page, Qt.Key.Key_Z, CTRL)
    assert [one.origin for one in workspace.page.annotations()] == ["manual"]
    assert library.flush()
    key(workspace.page, Qt.Key.Key_Y, CTRL)
    assert len(workspace.page.annotations()) == 3
    assert library.flush()
    held = library.store.annotations(workspace.articles.revision.uid)
    assert sorted(one.origin for one in held) == ["manual", "propagated", "propagated"]


def test_every_part_of_the_bar_can_be_reached_with_tab(workspace, bar):
    seek(workspace, "قال")
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget().objectName())
        key(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = {"findLine", "findExact", "findWhole", "findParticles", "findAnnotate", "findTag"}
    assert wanted | {"findClose"} <= set(seen)


def test_enter_presses_the_button_that_has_the_keyboard(workspace, bar):
    seek(workspace, "قال")
    switch = child(bar, QToolButton, "findExact")
    switch.setFocus()
    key(switch, Qt.Key.Key_Return)
    assert switch.isChecked()
    key(switch, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_f3_opens_a_closed_bar_with_what_was_sought(workspace, bar):
    seek(workspace, "احمد")
    key(bar.line, Qt.Key.Key_Escape)
    workspace.page.clear_selection()
    key(workspace.page, Qt.Key.Key_F3)
    assert bar.isVisible()
    assert len(words_of_hits(workspace)) == 2


def test_another_article_is_searched_too(workspace, bar, qtbot):
    seek(workspace, "احمد")
    with qtbot.waitSignal(workspace.articles.shown):
        workspace.library.note_added(
            [workspace.library.adder()(importers.from_text("خبر عن أحمد", "other"))]
        )
    assert workspace.find._finder.hits == [(7, 11)]
    assert workspace.page._painter._hits.hits.spans == [(7, 11)]


def test_a_long_search_lets_the_window_live_and_the_newest_query_wins(qtbot):
    finder = Finder()
    finder.look_in("قال أحمد شيئًا عن الماء\n" * 40_000)
    turns = []
    finder.grown.connect(lambda: turns.append(len(finder.hits)))
    finder.start(Query("ا"))
    assert finder.is_running
    finder.start(Query("احمد"))
    assert finder.is_running
    assert 0 < len(finder.hits) < 40_000
    qtbot.waitUntil(lambda: not finder.is_running)
    assert len(finder.hits) == 40_000
    assert {end - start for start, end in finder.hits} == {4}
    assert len(turns) > 3


def test_there_is_an_end_to_hits(qtbot):
    finder = Finder()
    finder.look_in("ا " * (MOST_HITS + 9_000))
    finder.start(Query("ا"))
    qtbot.waitUntil(lambda: not finder.is_running)
    assert finder.is_cut
    assert len(finder.hits) < MOST_HITS + 9_000


def test_an_ordinary_article_is_searched_at_once():
    finder = Finder()
    finder.look_in(NEWS * 100)
    finder.start(Query("احمد"))
    assert not finder.is_running
    assert len(finder.hits) == 200


def test_many_annotations_come_and_go_in_one_step(workspace, bar, qtbot):
    with qtbot.waitSignal(workspace.articles.shown):
        workspace.library.note_added(
            [workspace.library.adder()(importers.from_text("خبر عن أحمد وأحمد\n" * 150, "many"))]
        )
    seek(workspace, "احمد")
    child(bar, QToolButton, "findAnnotate").click()
    qtbot.waitUntil(lambda: len(workspace.page.annotations()) == 300)
    assert workspace.library.flush()
    key(workspace.page, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: workspace.page.annotations() == [])
    assert workspace.library.flush()
    assert workspace.library.store.annotations(workspace.articles.revision.uid) == []
