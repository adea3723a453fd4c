"""Tags of one's own in the window: made, edited, used, undone, and followed by another window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from reader.errors import StillUsed
from reader.label import Label
from reader.model.codebook import choices_from, own_value_of
from reader.model.tags import TAGS
from reader.ui.codebook_acts import CodebookActs
from reader.ui.panels.tag_chip import TagChip

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def window(workspace):
    return workspace.page.window()


@pytest.fixture
def acts(workspace):
    return CodebookActs(workspace.library)


@pytest.fixture
def view(window):
    QTest.keyClick(window, Qt.Key.Key_5, ALT)
    return window.views.widget("codebook")


def press(parent, name):
    QTest.mouseClick(parent.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def type_into(row, words):
    row.field.setFocus()
    row.field.selectAll()
    row.field.insert(words)
    QTest.keyClick(row.field, Qt.Key.Key_Return)


def test_a_tag_is_made_named_and_given_a_key_by_hand(workspace, window, view):
    press(view, "tagNew")
    rows = view.editor._form.rows
    type_into(rows["ar"], "سياق")
    type_into(rows["en"], "Context")
    rows["digit"].field.set_text("4")
    rows["digit"].field.taken.emit()
    made = workspace.library.tags()[-1]
    assert (made.label, made.digit) == (Label("Context", "سياق"), "4")
    assert workspace.library.flush()
    assert workspace.library.store.tags()[-1] == made
    assert workspace.library.undo_label().en == "edit the tag"


def test_its_key_tags_words_at_once_and_everything_shows_it(workspace, window, acts):
    made = acts.add_tag(Label("Context", "سياق"), digit="4")
    workspace.page.select(0, 7)
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_4)
    (one,) = workspace.library.annotations(workspace.articles.revision.uid)
    assert one.tag == made.key
    assert made in workspace.page.tags
    chips = {chip.tag_key for chip in window.findChildren(TagChip) if not chip.isHidden()}
    assert made.key in chips
    assert workspace.actions[f"tag_{made.key}"] in window.actions()


def test_undo_takes_the_tag_out_of_everything(workspace, window, acts):
    made = acts.add_tag(Label("Context", "سياق"), digit="4")
    assert workspace.library.flush()
    workspace.actions["undo"].trigger()
    assert workspace.library.tags() == TAGS
    assert workspace.page.tags == TAGS
    assert f"tag_{made.key}" not in [spec.key for spec, _ in workspace.actions.all()]
    workspace.library.flush()
    workspace.actions["redo"].trigger()
    assert workspace.page.tags[-1].key == made.key


def test_another_window_follows(qtbot, workspace, open_library):
    other = open_library("other")
    made = CodebookActs(other).add_tag(Label("Context", "سياق"))
    assert other.flush()
    qtbot.waitUntil(lambda: made in workspace.page.tags)


def test_a_key_that_another_tag_has_is_taken_from_it(workspace, acts):
    first = acts.add_tag(Label("First", "أول"), digit="4")
    second = acts.add_tag(Label("Second", "ثان"))
    acts.edit_tag(second.key, digit="4")
    held = {tag.key: tag.digit for tag in workspace.library.tags()}
    assert (held[first.key], held[second.key]) == ("", "4")


def test_tags_are_put_in_another_order_by_key(workspace, view, acts):
    made = acts.add_tag(Label("Context", "سياق"))
    view.list.setFocus()
    view.list.set_current(made.key)
    QTest.keyClick(view.list, Qt.Key.Key_Up, ALT)
    assert [tag.key for tag in workspace.library.tags()].index(made.key) == 2


def test_a_used_tag_is_not_deleted_and_it_is_said_how_often(workspace, window, view, acts):
    made = acts.add_tag(Label("Context", "سياق"))
    workspace.library.annotate(workspace.articles.revision, 0, 7, made.key)
    view.list.set_current(made.key)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert made.key in [tag.key for tag in workspace.library.tags()]
    said = " ".join(one.text() for one in window.notices.findChildren(QLabel))
    assert "سياق" in said
    with pytest.raises(StillUsed):
        acts.delete_tag(made.key)


def test_an_unused_tag_goes_with_its_fields_and_comes_back(workspace, view, acts):
    made = acts.add_tag(Label("Context", "سياق"))
    own = acts.add_field(made.key, Label("Tone", "النبرة"))
    view.list.set_current(made.key)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert workspace.library.tags() == TAGS
    assert workspace.library.flush()
    workspace.actions["undo"].trigger()
    assert workspace.library.codebook.fields() == (own,)


def test_a_field_is_filled_among_the_details(workspace, acts):
    own = acts.add_field("quote", Label("Tone", "النبرة"), "number")
    one = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    workspace.annotations.open(one.uid)
    row = workspace.details_panel.sections.section("own_fields").rows[own.key]
    type_into(row, "كثير")
    assert row.message()
    type_into(row, "٢٫٥")
    assert own_value_of(workspace.library.annotation(one.uid), own) == "2.5"
    assert workspace.library.flush()
    workspace.actions["undo"].trigger()
    assert row.field.text() == ""


def test_what_was_typed_waits_where_it_was_typed(workspace, acts):
    own = acts.add_field("quote", Label("Count", "العدد"), "number")
    revision = workspace.articles.revision
    first, second = (workspace.library.annotate(revision, at, at + 3, "quote") for at in (0, 4))
    workspace.annotations.open(first.uid)
    row = workspace.details_panel.sections.section("own_fields").rows[own.key]
    row.field.setFocus()
    row.field.insert("كثير")
    workspace.annotations.open(second.uid)
    assert row.field.text() == ""
    workspace.annotations.open(first.uid)
    assert row.field.text() == "كثير"


def test_another_tag_takes_its_own_fields_along(workspace, acts):
    own = acts.add_field("quote", Label("Tone", "النبرة"))
    one = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    acts.set_own([one.uid], own.key, "هادئة")
    workspace.library.retag([one.uid], "entity")
    assert workspace.library.annotation(one.uid).own == ()
    assert workspace.library.flush()
    assert workspace.library.store.check().is_sound


def test_choices_keep_their_keys_when_they_are_renamed_or_moved():
    first = choices_from("هادئة | Calm\nحادة | Sharp", ())
    assert [one.key for one in first] == ["calm", "sharp"]
    renamed = choices_from("هادئة | Quiet\nحادة | Sharp", first)
    assert [one.key for one in renamed] == ["calm", "sharp"]
    turned = choices_from("حادة | Sharp\nجديدة\nهادئة | Calm", first)
    assert [one.key for one in turned] == ["sharp", "choice", "calm"]


def test_a_choice_that_is_held_stays_in_its_list(workspace, acts):
    own = acts.add_field("quote", Label("Tone", "النبرة"), "choice")
    acts.edit_field(own, choices=choices_from("هادئة | Calm\nحادة | Sharp", ()))
    (own,) = workspace.library.codebook.fields()
    one = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    acts.set_own([one.uid], own.key, "sharp")
    with pytest.raises(StillUsed):
        acts.edit_field(own, choices=own.choices[:1])
    acts.edit_field(own, choices=own.choices[1:])
    assert [choice.key for choice in workspace.library.codebook.fields()[0].choices] == ["sharp"]
