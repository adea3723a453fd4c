"""Annotations that change in the list or elsewhere: notes, several at once, what is gone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_delegate import NoteEditor
from reader.ui.panels.annotations_model import AnnotationRole
from tests.ui.panels.hands import CONTROL, SHIFT, click, current, editor


def test_changes_are_followed_without_a_reset(qtbot, library, panel, mark, marks):
    panel.set_current(marks.quote)
    with qtbot.assertNotEmitted(panel._model.modelReset):
        new = mark("Health Ltd", "entity")
        library.set_status([marks.quote], "reviewed")
        library.delete([marks.title])
    assert panel.visible_uids() == [marks.speaker, marks.quote, new, marks.claim]
    assert panel._model.index_of(marks.quote).data(AnnotationRole.STATUS) == "مُراجَع"
    assert current(panel) == marks.quote


def test_a_new_name_of_a_subject_is_found(library, panel, marks, write):
    library.set_fields(marks.speaker, {"entity_name": "مهى القاسم"})
    write(panel._filters.box.line, "مها القاسم")
    assert panel.visible_uids() == []
    panel._filters.box.line.clear()
    write(panel._filters.box.line, "مهى")
    assert panel.visible_uids() == [marks.speaker]


def test_a_mark_in_another_text_is_not_listed(library, panel, revision, marks):
    stranger = library.annotation(marks.title)
    other = type(revision)(
        article_uid=revision.article_uid,
        text=revision.text,
        text_sha256="",
        canonical_version=1,
        source_sha256="",
    )
    panel.show_revision(other)
    assert panel.visible_uids() == []
    library.set_status([stranger.uid], "reviewed")
    library.delete([stranger.uid])
    assert panel.visible_uids() == []


def test_deleting_down_the_list_goes_on_with_the_next(qtbot, library, panel, marks, chosen):
    panel.delete_requested.connect(library.delete)
    panel._list.setFocus()
    panel.set_current(marks.speaker)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert chosen == [marks.quote]
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert panel.visible_uids() == [marks.title, marks.claim]
    panel.set_current(marks.claim)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert (current(panel), chosen[-1]) == (marks.title, marks.title)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert panel.visible_uids() == []


def test_deleting_elsewhere_chooses_nothing(library, panel, marks, chosen):
    panel.focus_filter()
    panel.set_current(marks.quote)
    library.delete([marks.quote])
    assert (current(panel), chosen) == ("", [])


def test_what_is_not_saved_is_marked(qtbot, library, database, panel, marks):
    library.flush()
    away = database.with_name("away.db")
    database.rename(away)
    library.set_note(marks.claim, "ملاحظة")
    index = panel._model.index_of(marks.claim)
    qtbot.waitUntil(lambda: index.data(AnnotationRole.UNSAVED))
    assert not panel._model.index_of(marks.quote).data(AnnotationRole.UNSAVED)
    assert "not saved" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    away.rename(database)
    library.retry()
    qtbot.waitUntil(lambda: not index.data(AnnotationRole.UNSAVED))


def begin_note(qtbot, panel: AnnotationsPanel, uid: str) -> NoteEditor:
    panel._list.setFocus()
    panel.set_current(uid)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(panel) is not None and editor(panel).hasFocus())
    return editor(panel)


def gone(qtbot, panel: AnnotationsPanel) -> None:
    qtbot.waitUntil(lambda: editor(panel) is None)


def test_enter_writes_the_note_in_its_place(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.quote)
    write(note, "قيل في بيان")
    qtbot.keyClick(note, Qt.Key.Key_Return, SHIFT)
    write(note, "مكتوب")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert library.annotation(marks.quote).note == "قيل في بيان\nمكتوب"
    gone(qtbot, panel)
    assert panel._list.hasFocus()


def test_esc_leaves_the_note_as_it_was(qtbot, library, panel, marks, write):
    library.set_note(marks.quote, "قديم")
    note = begin_note(qtbot, panel, marks.quote)
    assert note.text() == "قديم"
    write(note, " وجديد")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    gone(qtbot, panel)
    assert library.annotation(marks.quote).note == "قديم"


def test_an_unchanged_note_is_no_act(qtbot, library, panel, marks):
    library.set_note(marks.quote, "فيه\u00a0فراغ لا ينكسر")
    note = begin_note(qtbot, panel, marks.quote)
    with qtbot.assertNotEmitted(library.changed):
        qtbot.keyClick(note, Qt.Key.Key_Return)
        gone(qtbot, panel)


def test_a_change_elsewhere_leaves_what_is_being_typed(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.quote)
    write(note, "أكتب")
    library.set_note(marks.quote, "غيري كتب")
    library.set_status([marks.quote], "disputed")
    assert note.text() == "أكتب"


def test_tab_goes_on_to_the_next_note(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.title)
    write(note, "أولى")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: current(panel) == marks.speaker and editor(panel) is not None)
    assert library.annotation(marks.title).note == "أولى"


def test_the_note_box_stays_inside_the_list(qtbot, panel, marks, write):
    panel.resize(320, 300)
    note = begin_note(qtbot, panel, marks.claim)
    write(note, "سطر طويل من الكلام يملأ الصندوق ثم يزيد عليه " * 8)
    assert note.height() > 3 * note.fontMetrics().lineSpacing()
    assert note.geometry().bottom() <= panel._list.viewport().height()
    assert note.geometry().top() >= 0


@pytest.fixture
def requests(panel):
    heard = []

    def hear(*request) -> None:
        heard.append(request)

    panel.retag_requested.connect(hear)
    panel.status_requested.connect(hear)
    panel.delete_requested.connect(hear)
    return heard


def test_several_rows_are_retagged_and_given_a_status(qtbot, panel, marks, requests):
    click(qtbot, panel, marks.speaker)
    assert panel._bar.isHidden()
    click(qtbot, panel, marks.claim, SHIFT)
    click(qtbot, panel, marks.title, CONTROL)
    assert panel._bar.isVisible()
    uids = list(vars(marks).values())
    qtbot.keyClick(panel._list, "3")
    write_arabic_digit(panel)
    retag, status = (
        panel._menus.context.actions()[1].menu(),
        panel._menus.context.actions()[2].menu(),
    )
    retag.actions()[0].trigger()
    status.actions()[3].trigger()
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert requests == [
        (uids, "claim"),
        (uids, "entity"),
        (uids, "quote"),
        (uids, "rejected"),
        (uids,),
    ]


def write_arabic_digit(panel: AnnotationsPanel) -> None:
    """Press ٢ as a keyboard that writes Arabic digits sends it."""
    kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel._list, QKeyEvent(kind, ord("٢"), none, "٢"))


def test_showing_the_current_row_again_keeps_the_others_chosen(qtbot, panel, marks):
    panel.annotation_chosen.connect(panel.set_current)
    click(qtbot, panel, marks.title)
    click(qtbot, panel, marks.claim, CONTROL)
    assert panel.chosen_uids() == [marks.title, marks.claim]


def test_select_all(qtbot, panel):
    panel._list.setFocus()
    qtbot.keyClick(panel._list, "a", CONTROL)
    assert len(panel.chosen_uids()) == 4


def test_nothing_chosen_asks_for_nothing(qtbot, panel, requests):
    panel._list.setFocus()
    panel.set_current(None)
    for key in (Qt.Key.Key_Delete, "1"):
        qtbot.keyClick(panel._list, key)
    assert requests == []


def test_the_keys_are_the_lists_while_it_has_the_keyboard(
    qtbot, library, revision, marks, requests, panel, shown
):
    window = QMainWindow()
    fired = []
    for key in ("1", "Del", "Return", "Ctrl+A"):
        action = QAction(key, window)
        action.setShortcut(key)
        action.triggered.connect(fired.append)
        window.addAction(action)
    window.setCentralWidget(panel)
    shown(window)
    panel._list.setFocus()
    panel.set_current(marks.quote)
    qtbot.keyClick(panel._list, "1")
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    qtbot.keyClick(panel._list, "a", CONTROL)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert requests == [([marks.quote], "quote"), ([marks.quote],)]
    assert editor(panel) is not None
    assert fired == []
    window.takeCentralWidget()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_menu_opens_by_key_and_by_mouse(qtbot, panel, marks):
    panel._list.setFocus()
    panel.set_current(marks.claim)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        at = panel._list.visualRect(panel._model.index_of(marks.claim)).center()
        event = QContextMenuEvent(reason, at, panel._list.viewport().mapToGlobal(at))
        QApplication.sendEvent(panel._list.viewport(), event)
        assert panel._menus.context.isVisible()
        panel._menus.context.close()
