"""Many annotations edited as one act, and templates that one key applies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.label import Label
from reader.model.codebook import TemplateValue, choices_from, own_value_of
from reader.ui.bulk_acts import closed_fields, typed_fields
from reader.ui.codebook_acts import CodebookActs

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def library(workspace):
    return workspace.library


@pytest.fixture
def acts(library):
    return CodebookActs(library)


@pytest.fixture
def three(workspace, library):
    """Make three quotes, and choose all of them in the list."""
    made = [library.annotate(workspace.articles.revision, at, at + 3, "quote") for at in (0, 4, 8)]
    library.set_note(made[0].uid, "ملاحظة")
    workspace.annotations_panel._list.selectAll()
    return [one.uid for one in made]


def note_line(workspace):
    return workspace.annotations_panel._bar.note


def test_words_are_added_to_all_notes_by_one_act(workspace, library, three):
    line = note_line(workspace)
    assert line.isVisible()
    line.insert("للمراجعة")
    QTest.keyClick(line, Qt.Key.Key_Return)
    notes = [library.annotation(uid).note for uid in three]
    assert notes == ["ملاحظة\nللمراجعة", "للمراجعة", "للمراجعة"]
    assert line.text() == ""
    assert library.flush()
    workspace.actions["undo"].trigger()
    assert [library.annotation(uid).note for uid in three] == ["ملاحظة", "", ""]


def test_a_field_with_a_list_is_filled_in_all(workspace, library, three):
    menus = workspace.annotations_panel._menus
    menus.fields.aboutToShow.emit()
    kinds = next(one for one in menus.fields.actions() if one.text() == "نوع الاقتباس").menu()
    next(one for one in kinds.actions() if one.text() == "مباشر").trigger()
    assert {library.annotation(uid).fields.quote_type for uid in three} == {"direct"}
    assert library.flush()
    assert library.undo_label().en == "edit several annotations"
    assert library.store.check().is_sound


def test_free_fields_are_offered_and_only_what_all_have(workspace, library, acts, three):
    own = acts.add_field("quote", Label("Tone", "النبرة"), "choice")
    acts.edit_field(own, choices=choices_from("هادئة | Calm", ()))
    assert own.key in [one.key for one in closed_fields(library, ["quote"])]
    assert own.key not in [one.key for one in closed_fields(library, ["quote", "claim"])]
    workspace.codebook.fill_field(three, own.key, "calm")
    (own,) = library.codebook.fields()
    assert {own_value_of(library.annotation(uid), own) for uid in three} == {"calm"}
    workspace.codebook.fill_field(three, own.key, "")
    assert {library.annotation(uid).own for uid in three} == {()}


def type_for(workspace, name, words):
    """Choose a field in the menu, and type a value for it."""
    menus = workspace.annotations_panel._menus
    menus.fields.aboutToShow.emit()
    menu = next(one for one in menus.fields.actions() if one.text() == name).menu()
    menu.actions()[0].trigger()
    line = note_line(workspace)
    line.insert(words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "bad"),
    [
        ("text", "هادئة", "هادئة", ""),
        ("number", "٢٫٥", "2.5", "كثير"),
        ("date", "2026-01", "2026-01", "أمس"),
    ],
)
def test_a_value_is_typed_for_all_of_them(workspace, library, acts, three, kind, typed, kept, bad):
    acts.add_field("quote", Label("Tone", "النبرة"), kind)
    (own,) = library.codebook.fields()
    if bad:
        line = type_for(workspace, "النبرة", bad)
        assert line.text() == bad
        assert {library.annotation(uid).own for uid in three} == {()}
        assert own.key in " ".join(
            one.text() for one in workspace.page.window().notices.findChildren(QLabel)
        )
    line = type_for(workspace, "النبرة", typed)
    assert {own_value_of(library.annotation(uid), own) for uid in three} == {kept}
    assert line.text() == ""
    assert library.flush()
    assert library.undo_label().en == "edit several annotations"
    assert [library.annotation(uid).note for uid in three] == ["ملاحظة", "", ""]
    workspace.actions["undo"].trigger()
    assert {library.annotation(uid).own for uid in three} == {()}
    assert library.store.check().is_sound


def test_escape_makes_the_line_one_for_notes_again(workspace, library, acts, three):
    acts.add_field("quote", Label("Tone", "النبرة"))
    line = type_for(workspace, "النبرة", "")
    assert "النبرة" in line.accessibleName()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert "النبرة" not in line.accessibleName()
    line.insert("للمراجعة")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert library.annotation(three[1]).note == "للمراجعة"
    assert library.annotation(three[1]).own == ()


def test_a_built_in_date_is_typed_for_all_claims(workspace, library):
    revision = workspace.articles.revision
    made = [library.annotate(revision, at, at + 3, "claim").uid for at in (0, 4)]
    workspace.codebook.fill_field(made, "claim_date", "٢٠٢٦-٠١")
    assert {library.annotation(uid).fields.claimed_on for uid in made} == {"2026-01"}
    assert "claim_date" in [one.key for one in typed_fields(library, ["claim"])]
    assert "claim_date" not in [one.key for one in typed_fields(library, ["claim", "quote"])]
    assert library.flush()
    assert library.store.check().is_sound


@pytest.fixture
def template(library, acts):
    """Make a template for quotes by one speaker, on Ctrl+4."""
    own = acts.add_field("quote", Label("Tone", "النبرة"))
    made = acts.add_template("تصريح رسمي", "quote")
    values = (
        TemplateValue(field="speaker", value="الوزيرة"),
        TemplateValue(field="quote_type", value="direct"),
        TemplateValue(field=own.key, value="رسمية"),
    )
    acts.edit_template(made, digit="4", status="reviewed", note="من البيان", values=values)
    return library.codebook.templates()[0]


def says(library, uid):
    one = library.annotation(uid)
    own = library.codebook.fields_of("quote")[0]
    return (
        one.tag,
        one.status,
        one.note,
        one.fields.speaker,
        one.fields.quote_type,
        own_value_of(one, own),
    )


SAID = ("quote", "reviewed", "من البيان", "الوزيرة", "direct", "رسمية")


def test_one_key_marks_the_selection_as_the_template_says(workspace, library, template):
    workspace.page.select(0, 7)
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_4, CONTROL)
    (one,) = library.annotations(workspace.articles.revision.uid)
    assert says(library, one.uid) == SAID
    assert library.entry(one.uid).subject.name == "الوزيرة"
    assert workspace.page.current() == one.uid
    assert library.flush()
    workspace.actions["undo"].trigger()
    assert library.annotations(workspace.articles.revision.uid) == []
    assert library.store.check().is_sound


def test_it_makes_the_current_annotation_so_even_of_another_tag(workspace, library, template):
    one = library.annotate(workspace.articles.revision, 0, 7, "entity")
    workspace.annotations.open(one.uid)
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_4, CONTROL)
    assert says(library, one.uid) == SAID
    assert library.flush()
    assert library.store.check().is_sound


def test_a_template_is_in_the_menu_and_goes_with_its_undo(workspace, library, template):
    name = f"template_{template.uid}"
    assert workspace.actions[name].text() == "تصريح رسمي"
    CodebookActs(library).delete_template(template)
    assert name not in [spec.key for spec, _ in workspace.actions.all()]
    assert library.flush()
    workspace.actions["undo"].trigger()
    assert name in [spec.key for spec, _ in workspace.actions.all()]


def test_a_value_that_is_not_taken_any_more_is_told(workspace, library, acts, template):
    values = (TemplateValue(field="quote_type", value="none of them"),)
    acts.edit_template(template, values=values)
    workspace.page.select(0, 7)
    workspace.actions[f"template_{template.uid}"].trigger()
    assert library.annotations(workspace.articles.revision.uid) == []
    assert workspace.page.window().notices.text()
