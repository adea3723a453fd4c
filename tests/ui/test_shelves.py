"""Articles in the whole window: going through them, putting them away, deleting them for good."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader import importers
from reader.model.article_filter import ArticleFilter
from reader.storage.rotation import rotate
from reader.storage.store import Store
from reader.ui.dialogs.erase import EraseDialog


@pytest.fixture
def workspace(open_window, database):
    with Store.open(database) as store:
        me = store.annotator("me", "me")
        for number in (2, 3):
            made = importers.from_text(f"مقال رقم {number}.\n" * 80, "text")
            article = replace(made.article, title=f"مقال {number}")
            store.add_article(replace(made, article=article), me.uid, "setup")
    return open_window(database)


def title(workspace) -> str:
    return workspace.articles.article.title if workspace.articles.article else ""


def answer(qtbot, agree: bool, copies: bool = False) -> list[str]:
    """Answer the next dialog; the list it returns holds what the dialog said."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EraseDialog)
        said.append(dialog.windowTitle())
        assert not dialog.accept_button.isDefault()
        dialog._copies.setChecked(copies)
        dialog.accept() if agree else dialog.reject()

    QTimer.singleShot(0, look)
    return said


def test_letters_go_through_the_articles_on_any_layout(qtbot, workspace):
    assert title(workspace) == "مقال 3"
    for key, expected in (("J", "مقال 2"), ("K", "مقال 3"), ("K", "مقال 3")):
        qtbot.keyClick(workspace.page, key)
        assert title(workspace) == expected
    for key, twin in (("next_article", "ت"), ("previous_article", "ن")):
        assert twin in [one.toString() for one in workspace.actions[key].shortcuts()]


def test_ctrl_and_the_page_keys_do_so_from_any_field(qtbot, workspace):
    workspace.articles_panel.focus_filter()
    qtbot.keyClick(
        workspace.articles_panel._box.line, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier
    )
    assert title(workspace) == "مقال 2"


def test_f2_on_the_page_edits_the_title_and_the_window_follows(qtbot, workspace):
    qtbot.keyClick(workspace.page, Qt.Key.Key_F2)
    field = workspace.details_panel._about.rows[0].field
    assert field.hasFocus()
    field.set_text("عنوان جديد")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace._window.windowTitle().startswith("عنوان جديد")
    workspace.library.flush()
    workspace.library.undo()
    assert workspace._window.windowTitle().startswith("مقال 3")


def test_a_text_is_opened_where_it_was_left(qtbot, workspace):
    workspace.page.restore_top(400)
    where = workspace.page.top_position()
    assert where > 0
    first = workspace.articles.article
    workspace.articles_panel.step(1)
    workspace.library.flush()

    def is_noted() -> bool:
        reading = workspace.library.reading(first.uid)
        return reading is not None and reading.top_cp == where

    qtbot.waitUntil(is_noted)
    workspace.articles_panel.step(-1)
    assert workspace.articles.article.uid == first.uid
    assert workspace.page.top_position() == where


def test_where_a_text_was_left_is_kept_when_the_window_closes_at_once(workspace, database):
    workspace.page.restore_top(400)
    where, first = workspace.page.top_position(), workspace.articles.article
    workspace.articles_panel.step(1)
    assert workspace.articles.article.uid != first.uid
    me = workspace.library.annotator.uid
    workspace.page.window().close()
    with Store.open(database) as store:
        assert store.reading(first.uid, me).top_cp == where


def test_where_the_text_on_the_page_was_left_is_kept_too(workspace, database):
    workspace.articles_panel.step(1)
    workspace.page.restore_top(400)
    where, second = workspace.page.top_position(), workspace.articles.article
    me = workspace.library.annotator.uid
    for _ in range(50):  # the places wait behind what the library is asked meanwhile
        workspace.library.note(workspace.library.store.annotators, lambda _: None)
    workspace.page.window().close()
    assert where > 0
    with Store.open(database) as store:
        assert store.reading(second.uid, me).top_cp == where


def test_what_was_opened_is_recent(qtbot, workspace):
    workspace.articles_panel.step(1)
    read = ArticleFilter(recent=True)
    qtbot.waitUntil(lambda: len(workspace.library.articles(read)) == 2)


def test_the_article_on_the_page_goes_to_the_trash_and_comes_back(qtbot, workspace):
    gone = workspace.articles.article
    qtbot.keyClick(workspace.page, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert title(workspace) == "مقال 2"
    workspace.library.flush()
    qtbot.keyClick(workspace.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.library.article(gone.uid).deleted_at is None
    assert workspace.articles_panel.chosen() == [gone.uid]


def test_an_empty_page_when_the_last_one_is_gone(qtbot, workspace):
    for _ in range(3):
        workspace.shelves.trash_current()
    assert workspace.articles.article is None
    assert workspace.page.annotations() == []
    assert not workspace.details_panel._about.isVisible()
    for key in ("J", "F2", "1"):
        qtbot.keyClick(workspace.page, Qt.Key.Key_F2 if key == "F2" else key)
    workspace.library.flush()
    workspace.library.undo()
    workspace.articles_panel.step(1)
    assert title(workspace) == "الوزارة: لا إصابات جديدة 😀"


def test_deleting_for_good_asks_and_no_is_no(qtbot, workspace):
    uid = workspace.articles.article.uid
    workspace.shelves.trash_current()
    workspace.library.flush()
    said = answer(qtbot, agree=False)
    workspace.shelves.erase([uid])
    assert said == ["أتحذف المقال نهائيًا؟"]
    assert workspace.library.article(uid).deleted_at is not None


def test_deleted_for_good_is_out_of_the_history_too(qtbot, workspace, database):
    rotate(database)
    first, second = (workspace.articles.article.uid, "")
    workspace.shelves.trash_current()
    second = workspace.articles.article.uid
    workspace.library.trash([second])
    workspace.library.flush()
    answer(qtbot, agree=True, copies=True)
    with qtbot.waitSignal(workspace.library.articles_changed):
        workspace.shelves.erase([first, second])
    assert workspace.library.undo_label() is None
    assert workspace.library.undo() is None
    assert workspace.articles.article is None
    assert len(workspace.library.articles()) == 1
    assert workspace.library.store.check().is_sound
    words = "مقال رقم 3".encode()
    folder = database.parent
    files = [one for one in folder.rglob("*") if one.is_file() and one.suffix != ".ini"]
    assert not [one.name for one in files if words in one.read_bytes()]


def test_another_window_lets_go_of_what_was_erased(qtbot, workspace, open_library):
    other = open_library("somebody")
    uid = workspace.articles.article.uid
    other.trash([uid])
    other.flush()
    other.store.erase([uid], other.annotator.uid, other.session_uid)
    qtbot.waitUntil(lambda: workspace.articles.article is None)
