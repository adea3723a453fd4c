"""One annotation edited in its place: what is shown, saved and refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit

from reader.model.fields import fields_of
from reader.model.tags import TAGS
from reader.storage.store import Store
from reader.ui.library import Library
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.figures_input import FiguresInput
from reader.ui.panels.inputs import ChoiceInput, LineInput, LongInput, MomentInput
from reader.ui.panels.pressed_inputs import FlagInput, StepsInput
from reader.ui.panels.subject_input import SubjectInput
from reader.ui.panels.verdict_input import VerdictInput
from tests.ui.panels.hands import CONTROL, begin, row, value

KINDS = {
    "text": LineInput,
    "verdict_label": LineInput,
    "date": LineInput,
    "wikidata": LineInput,
    "long": LongInput,
    "choice": ChoiceInput,
    "verdict": VerdictInput,
    "subject": SubjectInput,
    "address": LineInput,
    "language": LineInput,
    "number": LineInput,
    "moment": MomentInput,
    "flag": FlagInput,
    "steps": StepsInput,
    "numbers": FiguresInput,
    "rating": LineInput,
    "annotator": ChoiceInput,
    "pick": ChoiceInput,
    "state": ChoiceInput,
    "ruling_text": LongInput,
    "ruling_address": LineInput,
}


@pytest.mark.parametrize("name", ["quote", "speaker", "claim"])
def test_every_field_of_the_tag_is_there_in_its_kind(library, details, marks, name):
    details.show_annotation(getattr(marks, name))
    tag = library.annotation(getattr(marks, name)).tag
    expected = {one.key: KINDS[one.kind] for one in fields_of(tag) if one.is_settable}
    expected |= {"status": ChoiceInput, "note": LongInput}
    assert {one.key: type(one.field) for one in details._rows()} == expected


def test_it_shows_the_words_the_tag_and_where_they_come_from(library, details, marks):
    details.show_annotation(marks.quote)
    assert details._words.text() == "لن نتراجع"
    chips = details._switch.findChildren(QAbstractButton)
    assert [chip.isChecked() for chip in chips] == [True, False, False]
    assert [chip.toolTip()[-3:] for chip in chips] == ["(1)", "(2)", "(3)"]
    assert row(details, "speaker").field.text() == "المديرة سلمى الحديدي"
    assert "me" in details._provenance.text()
    assert "يدوي" in details._provenance.text()


def test_nothing_chosen_says_what_to_do(details, marks):
    assert details.annotation_uid is None
    details.show_annotation(marks.quote)
    assert details.annotation_uid == marks.quote
    for missing in (None, "no such uid"):
        details.show_annotation(missing)
        assert "1, 2" in details._hint.text()
        assert details._hint.isVisible()
        assert details.commit()
        details.focus_note()
        details.focus_first()


def test_long_words_scroll_and_controls_show(library, details, revision):
    whole = library.annotate(revision, 0, len(revision.text), "quote")
    details.show_annotation(whole.uid)
    text = details._words._text
    assert details._words.text() == revision.text
    details._words.show_words("سطر\n" * 40 + "\u202e", TAGS[0])
    assert details._words.text().endswith("‹202E›")
    assert text.height() <= 6 * QFontMetrics(text.font()).lineSpacing() + 1
    assert text.verticalScrollBar().maximum() > 0
    assert text.isReadOnly()


def test_enter_saves_one_act(qtbot, library, details, marks, write, acts):
    details.show_annotation(marks.quote)
    cue = begin(details, "cue")
    write(cue, " أضافت ")
    assert acts == []
    qtbot.keyClick(cue, Qt.Key.Key_Return)
    assert [change.act for change in acts] == ["field"]
    assert value(library, marks.quote, "cue") == "أضافت"
    assert cue.text() == "أضافت"


def test_leaving_a_field_saves_it(library, details, marks, write, acts):
    details.show_annotation(marks.quote)
    write(begin(details, "speaker_role"), "مديرة")
    begin(details, "cue")
    assert value(library, marks.quote, "speaker_role") == "مديرة"
    assert len(acts) == 1


def test_nothing_is_saved_where_nothing_changed(qtbot, library, details, marks, write, acts):
    library.set_note(marks.quote, "سطر\u00a0أول\n\nثالث ")
    acts.clear()
    details.show_annotation(marks.quote)
    for one in list(details._rows()):
        one.field.setFocus()
        qtbot.keyClick(one.field, Qt.Key.Key_Return, CONTROL)
    cue = begin(details, "cue")
    write(cue, "قال")
    cue.clear()
    qtbot.keyClick(cue, Qt.Key.Key_Return)
    assert details.commit()
    assert acts == []


def test_esc_restores(qtbot, library, details, marks, write, acts):
    details.show_annotation(marks.quote)
    speaker = begin(details, "speaker")
    write(speaker, "غيرها")
    qtbot.keyClick(speaker, Qt.Key.Key_Escape)
    assert speaker.text() == "المديرة سلمى الحديدي"
    begin(details, "cue")
    assert acts == []


def test_control_enter_saves_the_note_and_enter_begins_a_line(
    qtbot, library, details, marks, write, acts
):
    details.show_annotation(marks.claim)
    details.focus_note()
    note = row(details, "note").field
    assert note.hasFocus()
    write(note, "أول")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    write(note, "ثانٍ")
    assert acts == []
    qtbot.keyClick(note, Qt.Key.Key_Return, CONTROL)
    assert library.annotation(marks.claim).note == "أول\nثانٍ"
    assert [change.act for change in acts] == ["note"]


def test_a_choice_is_saved_when_it_is_made(qtbot, library, details, marks, acts):
    details.show_annotation(marks.claim)
    verdict = row(details, "verdict").field
    verdict.setCurrentIndex(3)
    verdict.activated.emit(3)
    step = library.verdict_scale().labels[2]
    assert value(library, marks.claim, "verdict") == step.code
    assert row(details, "verdict_label").field.text() == step.label.ar
    status = row(details, "status").field
    status.setCurrentIndex(1)
    status.activated.emit(1)
    assert library.annotation(marks.claim).status == "reviewed"
    assert [change.act for change in acts] == ["field", "status"]


def test_an_image_is_offered_the_verdicts_for_images(library, details, marks):
    details.show_annotation(marks.claim)
    verdict = row(details, "verdict").field
    before = verdict.count()
    assert verdict.findData("staged") < 0
    library.set_fields(marks.claim, {"claim_type": "media"})
    codes = [verdict.itemData(at) for at in range(verdict.count())]
    assert {"original", "decontextualized", "staged"} < set(codes[before:])
    assert len(set(codes)) == len(codes)
    verdict.setCurrentIndex(verdict.findData("staged"))
    verdict.activated.emit(verdict.currentIndex())
    assert value(library, marks.claim, "verdict") == "staged"
    assert verdict.currentText() == "مشهد مفتعل"
    library.set_fields(marks.claim, {"claim_type": "event"})
    assert verdict.currentText() == "مشهد مفتعل"
    assert verdict.count() == before + 1


def test_a_verdict_shows_its_colour(library, details, marks):
    details.show_annotation(marks.claim)
    verdict = row(details, "verdict").field
    colours = [
        verdict.itemIcon(place).pixmap(10, 10).toImage().pixelColor(5, 5).name()
        for place in range(1, verdict.count())
    ]
    assert colours == [step.colour for step in library.verdict_scale().labels]
    assert verdict.itemIcon(0).isNull()


def test_going_to_another_annotation_saves_what_is_being_typed(library, details, marks, write):
    details.show_annotation(marks.quote)
    write(begin(details, "cue"), "قالت")
    details.show_annotation(marks.claim)
    assert value(library, marks.quote, "cue") == "قالت"
    assert details.annotation_uid == marks.claim


def test_a_refusal_is_told_under_the_field_and_keeps_what_was_typed(
    qtbot, library, details, marks, write, acts
):
    details.show_annotation(marks.claim)
    date = begin(details, "claim_date")
    write(date, "أول أمس")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    told = row(details, "claim_date").message()
    assert "تاريخ الادعاء" in told
    assert "2020-03-26" in told
    assert "claim_date" not in told
    assert date.accessibleDescription() == told
    assert date.text() == "أول أمس"
    assert acts == []
    date.selectAll()
    write(date, "٢٠٢٠-٠٣")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert (row(details, "claim_date").message(), date.text()) == ("", "2020-03")
    assert value(library, marks.claim, "claim_date") == "2020-03"


def test_what_was_refused_is_there_when_one_comes_back(qtbot, details, marks, write, acts):
    details.show_annotation(marks.speaker)
    write(begin(details, "wikidata_id"), "796")
    details.show_annotation(marks.title)
    assert row(details, "wikidata_id").field.text() == ""
    assert row(details, "wikidata_id").message() == ""
    details.show_annotation(marks.speaker)
    assert row(details, "wikidata_id").field.text() == "796"
    assert "Q796" in row(details, "wikidata_id").message()
    assert not details.commit()
    qtbot.keyClick(row(details, "wikidata_id").field, Qt.Key.Key_Escape)
    assert row(details, "wikidata_id").field.text() == ""
    assert details.commit()
    assert acts == []


def test_the_same_value_in_other_digits_is_no_act(qtbot, library, details, marks, write, acts):
    library.set_fields(marks.claim, {"claim_date": "2020"})
    acts.clear()
    details.show_annotation(marks.claim)
    date = begin(details, "claim_date")
    write(date, "٢٠٢٠")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert (date.text(), acts) == ("2020", [])


def test_tab_goes_from_the_tags_through_the_fields_to_the_note(qtbot, details, marks):
    for uid in (marks.claim, marks.quote):
        details.show_annotation(uid)
        open_every_group(details)
        details.focus_first()
        stops = list(details._form.stops())
        for stop in stops:
            assert stop.hasFocus(), stop.accessibleName()
            qtbot.keyClick(stop, Qt.Key.Key_Tab)
        note = row(details, "note").field
        while not note.hasFocus():
            between = details.focusWidget()
            assert details.sections.isAncestorOf(between)
            qtbot.keyClick(between, Qt.Key.Key_Tab)
        details.focus_first()
        qtbot.keyClick(stops[0], Qt.Key.Key_Backtab)
        assert details._switch.last().hasFocus()


def open_every_group(details):
    for group in details._form.groups.values():
        if not group.header.isChecked():
            group.header.click()


def test_groups_are_folded_until_they_are_filled_or_opened(qtbot, library, details, mark, marks):
    details.show_annotation(marks.quote)
    groups = details._form.groups
    venue = row(details, "venue")
    assert not venue.isVisible()
    qtbot.keyClick(groups["occasion"].header, Qt.Key.Key_Return)
    assert venue.isVisible()
    begin(details, "venue").setText("مؤتمر")
    assert details.commit()
    assert value(library, marks.quote, "venue") == "مؤتمر"
    library.set_fields(marks.quote, {"verified_against": "audio"})
    assert row(details, "verification_url").isVisible()
    assert not row(details, "cue_class").isVisible()
    other = mark("كِتابًا", "quote")
    details.show_annotation(other)
    assert venue.isVisible()  # a person opened it
    assert not row(details, "verification_url").isVisible()
    assert groups["occasion"].header.accessibleDescription() == ""
    details.show_annotation(marks.quote)
    assert groups["occasion"].header.accessibleDescription() == "١"


def test_a_date_asks_for_its_fields(library, details, marks):
    details.show_annotation(marks.title)
    assert not row(details, "iso_value").isVisible()
    library.set_fields(marks.title, {"entity_type": "date"})
    assert row(details, "iso_value").isVisible()
    assert not row(details, "value").isVisible()
    library.set_fields(marks.title, {"entity_type": "money"})
    assert row(details, "value").isVisible()
    assert not row(details, "iso_value").isVisible()


def test_a_pressed_value_is_one_act(qtbot, library, details, marks, acts):
    details.show_annotation(marks.quote)
    open_every_group(details)
    flag = row(details, "is_translation").field
    qtbot.mouseClick(flag, Qt.MouseButton.LeftButton)
    assert value(library, marks.quote, "is_translation") == "yes"
    qtbot.keyClick(flag, Qt.Key.Key_Space)
    assert value(library, marks.quote, "is_translation") == ""
    assert [one.act for one in acts] == ["field", "field"]


def test_every_field_has_a_name_and_a_label(details, marks):
    details.show_annotation(marks.claim)
    buddies = {
        label.buddy(): label.text() for label in details.findChildren(QLabel) if label.buddy()
    }
    for kind in (QLineEdit, QTextEdit, QComboBox):
        for field in details.findChildren(kind):
            assert field.accessibleName(), field
    for one in details._rows():
        assert buddies[one.field] == one.field.accessibleName()


def test_labels_are_in_the_windows_language(library, marks, shown):
    details = shown(DetailsPanel(library, "en"))
    details.show_annotation(marks.claim)
    assert row(details, "claimant").field.accessibleName() == "Claimant"
    assert row(details, "status").field.currentText() == "Draft"


def test_a_library_that_is_only_read_cannot_be_edited(library, marks, database, shown):

    library.flush()
    store = Store.open(database, read_only=True)
    other = Library(store, library.annotator)
    details = shown(DetailsPanel(other, "ar"))
    details.show_annotation(marks.quote)
    assert row(details, "cue").field.isReadOnly()
    assert row(details, "note").field.isReadOnly()
    assert not row(details, "quote_type").field.isEnabled()
    assert not details._switch.isEnabled()
    other.close()


def test_the_message_is_one_label_of_plain_text(details, marks):
    details.show_annotation(marks.claim)
    for label in details.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
