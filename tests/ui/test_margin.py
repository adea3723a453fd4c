"""Notes written in the margin: by key and by mouse, kept, given up, and safe from others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.annotation import Annotation
from reader.ui.panels.margin_editor import MarginEditor

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workspace(open_window, database):
    opened = open_window(database)
    opened.view.toggle_panels()
    return opened


@pytest.fixture
def noted(workspace) -> Annotation:
    """Return an annotation with a note, current."""
    revision = workspace.articles.revision
    start = revision.text.index("سلمى")
    made = workspace.library.annotate(revision, start, start + 12, "quote")
    workspace.library.set_note(made.uid, "المديرة")
    workspace.annotations.open(made.uid)
    return workspace.library.annotation(made.uid)


def editor_of(workspace) -> MarginEditor:
    return workspace.page.findChild(MarginEditor)


def note_of(workspace, made) -> str:
    return workspace.library.annotation(made.uid).note


def write(workspace, qtbot):
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_M)
    qtbot.waitUntil(editor_of(workspace).isVisible)
    return editor_of(workspace)


def test_m_writes_in_place_and_enter_keeps(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    box = workspace.page.note_box(noted.uid)
    assert editor.hasFocus()
    assert editor.text() == "المديرة"
    assert editor.geometry().intersects(box.toAlignedRect())
    assert "سلمى الحديدي" in editor.accessibleName()
    QTest.keyClicks(editor, " 2019")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert note_of(workspace, noted) == "المديرة 2019"
    assert not editor.isVisible()
    assert workspace.page.hasFocus()
    workspace.actions["undo"].trigger()
    assert note_of(workspace, noted) == "المديرة"


def test_a_double_click_writes_and_shift_enter_begins_a_line(workspace, noted, qtbot):
    point = workspace.page.note_box(noted.uid).center().toPoint()
    viewport = workspace.page.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, NO_KEY, point)
    editor = editor_of(workspace)
    qtbot.waitUntil(editor.isVisible)
    height = editor.height()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "12 3 a")
    qtbot.waitUntil(lambda: editor.height() > height)
    assert workspace.page.note_box(noted.uid).height() == editor.height()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NO_KEY, viewport.rect().center())
    workspace.page.setFocus()
    assert note_of(workspace, noted) == "المديرة\n12 3 a"
    assert workspace.library.annotation(noted.uid).tag == "quote"


def test_esc_gives_up_what_was_typed(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    QTest.keyClicks(editor, "xyz")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert note_of(workspace, noted) == "المديرة"


def test_an_annotation_without_a_note_gets_its_place_while_it_is_written(workspace, qtbot):
    revision = workspace.articles.revision
    made = workspace.library.annotate(revision, 0, 7, "entity")
    workspace.annotations.open(made.uid)
    assert workspace.page.note_box(made.uid) is None
    editor = write(workspace, qtbot)
    assert workspace.page.note_box(made.uid) is not None
    QTest.keyClicks(editor, "new")
    workspace.page.setFocus()
    assert note_of(workspace, made) == "new"


def test_what_is_typed_is_kept_when_the_margin_goes(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    QTest.keyClicks(editor, " ok")
    workspace.actions["margin_notes"].trigger()
    assert note_of(workspace, noted) == "المديرة ok"
    assert not workspace.page.notes_shown()
    assert not workspace.actions["margin_notes"].isChecked()


def test_without_a_margin_m_goes_to_the_details(workspace, noted, qtbot):
    workspace.actions["margin_notes"].trigger()
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_M)
    qtbot.waitUntil(workspace.details_panel._note.field.hasFocus)
    assert not editor_of(workspace).isVisible()


def test_closing_saves_what_is_being_written(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    QTest.keyClicks(editor, "!")
    assert workspace._finish_typing()
    assert note_of(workspace, noted) == "المديرة!"


def test_a_note_that_changed_elsewhere_is_not_overwritten_unasked(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    workspace.library.set_note(noted.uid, "من زميل")
    assert editor.text() == "من زميل"
    QTest.keyClicks(editor, " me")
    workspace.library.set_note(noted.uid, "مرة أخرى")
    assert editor.text() == "من زميل me"
    assert "مرة أخرى" in workspace.page.window().notices.text()
    assert not workspace.margin.commit()
    assert note_of(workspace, noted) == "مرة أخرى"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert note_of(workspace, noted) == "من زميل me"


def test_what_was_typed_on_a_deleted_annotation_is_told(workspace, noted, qtbot):
    editor = write(workspace, qtbot)
    QTest.keyClicks(editor, " 2020")
    workspace.library.delete([noted.uid])
    assert not editor.isVisible()
    assert "المديرة 2020" in workspace.page.window().notices.text()


def test_a_verdict_stands_in_the_margin_as_it_is_given(workspace, qtbot):
    revision = workspace.articles.revision
    start = revision.text.index("وبلغ")
    claim = workspace.library.annotate(revision, start, start + 16, "claim")
    scale = workspace.library.verdict_scale()
    for step in scale.labels[:2]:
        workspace.library.set_fields(claim.uid, {"verdict": step.code})
        (note,) = workspace.page.placed_notes()
        assert note.remark.heading == step.label.text("ar")
    assert workspace.library.flush()
    workspace.articles.show(revision.article_uid)
    (note,) = workspace.page.placed_notes()
    assert note.remark.heading == scale.labels[1].label.text("ar")
