"""What changes elsewhere, or under another tag, while somebody types: nothing is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.panels.hands import begin, row, value


def test_an_undo_refreshes_what_nobody_is_editing(library, details, marks, write):
    library.set_fields(marks.quote, {"speaker_role": "مديرة"})
    library.flush()
    details.show_annotation(marks.quote)
    cue = begin(details, "cue")
    write(cue, "قالت")
    library.undo()
    assert row(details, "speaker_role").field.text() == ""
    assert (cue.text(), row(details, "cue").message()) == ("قالت", "")


def test_a_field_that_changes_elsewhere_shows_both(qtbot, library, details, marks, write, acts):
    details.show_annotation(marks.quote)
    cue = begin(details, "cue")
    write(cue, "قالت")
    library.set_fields(marks.quote, {"cue": "أكدت"})
    assert cue.text() == "قالت"
    assert "أكدت" in row(details, "cue").message()
    begin(details, "speaker_role")
    assert value(library, marks.quote, "cue") == "أكدت"
    assert cue.text() == "قالت"
    begin(details, "cue")
    qtbot.keyClick(cue, Qt.Key.Key_Return)
    assert value(library, marks.quote, "cue") == "قالت"
    assert row(details, "cue").message() == ""


def test_esc_takes_what_came_from_elsewhere(qtbot, library, details, marks, write):
    details.show_annotation(marks.quote)
    details.focus_note()
    note = row(details, "note").field
    write(note, "لي")
    library.set_note(marks.quote, "لغيري")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert (note.text(), row(details, "note").message()) == ("لغيري", "")


def test_a_contested_field_stays_so_when_one_comes_back(library, details, marks, write):
    details.show_annotation(marks.quote)
    write(begin(details, "cue"), "قالت")
    library.set_fields(marks.quote, {"cue": "أكدت"})
    details.show_annotation(marks.claim)
    assert value(library, marks.quote, "cue") == "أكدت"
    details.show_annotation(marks.quote)
    assert row(details, "cue").field.text() == "قالت"
    assert "أكدت" in row(details, "cue").message()


def test_a_choice_that_changes_elsewhere_is_told_in_words(library, details, marks):
    details.show_annotation(marks.quote)
    kind = row(details, "quote_type").field
    kind.setCurrentIndex(2)
    library.set_fields(marks.quote, {"quote_type": "mixed"})
    assert "مختلط" in row(details, "quote_type").message()


def test_another_window_is_followed(qtbot, open_library, library, details, marks):
    library.flush()
    details.show_annotation(marks.quote)
    other = open_library("other")
    other.set_note(marks.quote, "من نافذة أخرى")
    other.flush()
    note = row(details, "note").field
    qtbot.waitUntil(lambda: note.text() == "من نافذة أخرى")


def test_a_subject_or_ruling_that_changes_is_shown(library, details, marks):
    details.show_annotation(marks.speaker)
    library.set_fields(marks.speaker, {"wikidata_id": "Q1"})
    assert row(details, "wikidata_id").field.text() == "Q1"
    details.show_annotation(marks.claim)
    library.set_fields(marks.claim, {"verdict": "false"})
    library.set_fields(marks.claim, {"verdict_label": "زائف تمامًا"})
    assert row(details, "verdict_label").field.text() == "زائف تمامًا"
    library.set_fields(marks.claim, {"verdict": ""})
    assert row(details, "verdict_label").field.text() == ""


def test_what_was_typed_outlives_a_deletion(library, details, marks, write):
    library.flush()
    details.show_annotation(marks.quote)
    write(begin(details, "cue"), "قالت وهي تغادر")
    library.delete([marks.quote])
    assert details.annotation_uid is None
    assert "قالت وهي تغادر" in details._hint.text()
    library.flush()
    library.undo()
    details.show_annotation(marks.quote)
    assert row(details, "cue").field.text() == "قالت وهي تغادر"


def test_another_tag_is_asked_for_and_shown_when_it_is_so(qtbot, library, details, marks, write):
    details.show_annotation(marks.quote)
    note = row(details, "note").field
    details.focus_note()
    write(note, "تُكتب")
    claim = details._switch.findChildren(QAbstractButton)[2]
    with qtbot.waitSignal(details.retag_requested) as asked:
        qtbot.mouseClick(claim, Qt.MouseButton.LeftButton)
    assert asked.args == [[marks.quote], "claim"]
    assert library.annotation(marks.quote).tag == "claim"
    assert library.annotation(marks.quote).note == "تُكتب"
    assert next(one.key for one in details._rows()) == "claim_text"
    assert claim.isChecked()
    with qtbot.assertNotEmitted(details.retag_requested):
        qtbot.mouseClick(claim, Qt.MouseButton.LeftButton)
    assert claim.isChecked()


def test_a_refused_retag_leaves_the_tag_on_show(qtbot, library, details, marks):
    details.retag_requested.disconnect(library.retag)
    details.show_annotation(marks.quote)
    quote, _, claim = details._switch.findChildren(QAbstractButton)
    qtbot.mouseClick(claim, Qt.MouseButton.LeftButton)
    assert (quote.isChecked(), claim.isChecked()) == (True, False)


def test_an_unknown_tag_has_words_note_and_status(library, details, marks, monkeypatch):
    entry = library.entry(marks.quote)
    stranger = type(entry.annotation)(
        revision_uid="r", tag="irony", start_cp=0, end_cp=1, exact="ا", annotator_uid="a"
    )
    details._show_other(type(entry)(annotation=stranger))
    assert [one.key for one in details._rows()] == ["status", "note"]


def test_words_typed_under_another_tag_come_back_with_it(library, details, marks, write):
    details.show_annotation(marks.speaker)
    write(begin(details, "wikidata_id"), "796")
    details._note.field.setFocus()
    library.retag([marks.speaker], "claim")
    library.retag([marks.speaker], "entity")
    assert row(details, "wikidata_id").field.text() == "796"
