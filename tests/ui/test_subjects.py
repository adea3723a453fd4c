"""Speakers, cues and the register, worked from the window alone."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from reader import importers
from reader.errors import BadValue, SubjectInUse
from reader.model.fields import subject_uid_of
from reader.storage.store import Store
from reader.ui.controllers.page_menu import page_menu
from reader.ui.desk.register_model import RegisterRole
from reader.ui.subject_acts import (
    add_subject,
    delete_subject,
    merge_subjects,
    set_subject_fields,
)
from reader.ui.subject_reading import references

TEXT = (
    "المدينة تفتتح الجسر\n"
    "قالت المهندسة سلمى الحديدي: «لن نتراجع»، وأضافت الحديدي أن «الجسر آمن».\n"
    "وزار الوفد العراق، وفي بغداد قال كريم إن لسلمى الحديدي وللعراق شأنا، وبالعراق جسور.\n"
)
SECOND = "خبر آخر\nشكرت سلمى الحديدي أهل العراق، وقالت: «نعود».\n"


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        for text in (SECOND, TEXT):
            store.add_article(importers.from_text(text, "text"), me.uid, "setup")
    return path


@pytest.fixture
def desk(open_window, database, qtbot):
    workspace = open_window(database)
    workspace.page.setFocus()
    uid = next(one.article.uid for one in workspace.library.articles() if one.article.id == 2)
    workspace.articles.show(uid)
    qtbot.waitUntil(lambda: workspace.articles.revision.text == TEXT)
    return workspace


def select(desk, words: str, nth: int = 1) -> None:
    text, at = desk.articles.revision.text, -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    desk.page.select(at, at + len(words))


def press(desk, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(desk.page, key, modifier)


def quote(desk, words: str = "«لن نتراجع»") -> str:
    select(desk, words)
    press(desk, Qt.Key.Key_1)
    return desk.page.current()


def spoken(desk, qtbot):
    """Return the part of the details that tells who is meant, once they follow the page."""
    details = desk.details_panel
    qtbot.waitUntil(lambda: details.annotation_uid == desk.page.current())
    return details.sections.section("spoken")


def fields(desk, uid: str):
    return desk.library.annotation(uid).fields


def named(desk, name: str):
    return next(one for one in desk.library.subjects() if one.name == name)


def say_speaker(desk, words: str = "سلمى الحديدي") -> str:
    uid = quote(desk)
    select(desk, words)
    press(desk, Qt.Key.Key_S)
    return uid


def notice(desk) -> str:
    return desk.page.window().notices.text()


def choose(desk, beginning: str) -> None:
    bar = desk.page.window().notices
    buttons = bar.findChildren(QAbstractButton)
    next(one for one in reversed(buttons) if one.text().startswith(beginning)).click()


# The page -----------------------------------------------------------------------


def test_the_selected_name_becomes_the_speaker_and_is_drawn_beside_the_quote(desk):
    uid = say_speaker(desk)
    held, start = fields(desk, uid), TEXT.index("سلمى")
    assert (held.speaker, held.speaker_start_cp) == ("سلمى الحديدي", start)
    assert held.speaker_uid == named(desk, "سلمى الحديدي").uid
    assert desk.page.current() == uid
    assert desk.page._ties.ties.spans == ((start, start + 12),)
    desk.library.flush()
    assert desk.library.undo().act == "speaker"
    assert fields(desk, uid).speaker == ""
    assert desk.library.subjects() == []
    assert desk.page._ties.ties.spans == ()


def test_the_cue_is_tied_too_and_other_words_untie_it(desk):
    uid = say_speaker(desk)
    select(desk, "قالت")
    press(desk, Qt.Key.Key_D)
    held = fields(desk, uid)
    assert (held.cue, TEXT[held.cue_start_cp : held.cue_end_cp]) == ("قالت", "قالت")
    assert len(desk.page._ties.ties.spans) == 2
    desk.library.set_fields(uid, {"cue": "أكدت"})
    assert fields(desk, uid).cue_start_cp is None
    assert len(desk.page._ties.ties.spans) == 1


def test_the_ties_are_seen(desk, qtbot):
    uid = say_speaker(desk)
    desk.page.set_current(None)
    desk.subjects.speaking.follow_current("")
    without = desk.page.viewport().grab().toImage()
    desk.page.set_current(None)
    desk.subjects.speaking.follow_current(uid)
    assert desk.page.viewport().grab().toImage() != without


def test_a_last_name_means_the_one_who_bears_it(desk):
    say_speaker(desk)
    uid = quote(desk, "«الجسر آمن»")
    select(desk, "الحديدي", 2)
    press(desk, Qt.Key.Key_S)
    assert fields(desk, uid).speaker == "الحديدي"
    assert fields(desk, uid).speaker_uid == named(desk, "سلمى الحديدي").uid
    assert len(desk.library.subjects()) == 1


def test_a_quote_continues_the_one_before_with_its_speaker(desk):
    first = say_speaker(desk)
    second = quote(desk, "«الجسر آمن»")
    press(desk, Qt.Key.Key_P)
    assert fields(desk, second).speaker_uid == fields(desk, first).speaker_uid
    (tie,) = desk.library.dependents([second])
    assert (tie.type, tie.from_uid, tie.to_uid) == ("continues", second, first)
    press(desk, Qt.Key.Key_P)
    assert desk.library.dependents([second]) == []
    desk.library.flush()
    desk.library.undo()
    assert len(desk.library.dependents([second])) == 1


def test_without_a_quote_or_words_it_says_what_to_do(desk):
    press(desk, Qt.Key.Key_S)
    assert "اقتباس" in notice(desk)
    quote(desk)
    press(desk, Qt.Key.Key_S)
    assert "اختر الكلمات" in notice(desk)
    press(desk, Qt.Key.Key_P)
    assert "لا اقتباس" in notice(desk)


@pytest.mark.parametrize("words", ["الحديدي", "سلمى الحديدي"])
def test_a_mention_is_offered_whom_it_may_mean(desk, words, qtbot):
    say_speaker(desk)
    select(desk, words)
    press(desk, Qt.Key.Key_2)
    uid = desk.page.current()
    section = spoken(desk, qtbot)
    assert "سلمى الحديدي" in section.offers[0].text()
    press(desk, Qt.Key.Key_Y)
    assert subject_uid_of(desk.library.annotation(uid)) == named(desk, "سلمى الحديدي").uid
    assert section.offers == []


def test_an_offer_that_is_taken_removes_who_was_made_for_it_alone(desk, qtbot):
    say_speaker(desk)
    uid = quote(desk, "«الجسر آمن»")
    desk.library.set_fields(uid, {"speaker": "الحديدي"})
    assert len(desk.library.subjects()) == 2
    section = spoken(desk, qtbot)
    QTest.mouseClick(section.offers[0], Qt.MouseButton.LeftButton)
    assert [one.name for one in desk.library.subjects()] == ["سلمى الحديدي"]
    desk.library.flush()
    desk.library.undo()
    assert len(desk.library.subjects()) == 2


def test_the_state_of_the_marks_is_told(desk, qtbot):
    quote(desk)
    section = spoken(desk, qtbot)
    assert "متوازنة" in section.state.text()
    quote(desk, "«الجسر")
    assert "غير مغلقة" in spoken(desk, qtbot).state.text()


def test_the_menu_of_a_quote_leads_to_all_that_was_said(desk, qtbot):
    uid = say_speaker(desk)
    menu = page_menu(desk.actions, desk.page)
    (found,) = [one for one in menu.actions() if one.objectName() == "subject_page"]
    found.trigger()
    assert desk.page.window().views.current == "subjects"
    shown = desk.subjects.view.page.references.shown()
    assert [one.annotation.uid for one in shown] == [uid]
    menu.deleteLater()


# Mentions -------------------------------------------------------------------------


def tag_iraq(desk) -> str:
    select(desk, "العراق")
    press(desk, Qt.Key.Key_2)
    uid = desk.page.current()
    desk.library.set_fields(uid, {"entity_type": "place", "entity_name": "العراق"})
    return uid


def test_all_mentions_are_counted_shown_and_tagged_as_one_act(desk, qtbot):
    tag_iraq(desk)
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    assert len(desk.page._painter._hits.hits.spans) == 2
    choose(desk, "علّمها")
    new = [one for one in desk.page.annotations() if one.origin == "propagated"]
    assert [one.exact for one in new] == ["لعراق", "العراق"]
    assert {subject_uid_of(one) for one in new} == {named(desk, "العراق").uid}
    assert {one.fields.entity_type for one in new} == {"place"}
    desk.library.flush()
    assert desk.library.undo().act == "mentions"
    assert [one.origin for one in desk.page.annotations()] == ["manual"]


def test_mentions_are_found_in_all_articles_and_not_twice(desk, qtbot):
    tag_iraq(desk)
    press(desk, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "مقالين" in notice(desk))
    choose(desk, "علّمها")
    assert len(references(desk.library, named(desk, "العراق").uid)) == 4
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "لم يبقَ" in notice(desk))


def test_the_same_key_again_tags_what_it_found(desk, qtbot):
    tag_iraq(desk)
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    desk.page.window().notices.tell("خبر آخر")
    press(desk, Qt.Key.Key_T)  # what nobody sees is not agreed to
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    assert len(desk.page.annotations()) == 1
    press(desk, Qt.Key.Key_T)
    assert len(desk.page.annotations()) == 3
    desk.library.flush()
    assert desk.library.undo().act == "mentions"


def test_what_is_left_alone_stays_as_it_was(desk, qtbot):
    tag_iraq(desk)
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    choose(desk, "اتركها")
    assert len(desk.page.annotations()) == 1
    assert len(desk.page._painter._hits.hits.spans) == 0


def test_what_was_found_is_drawn_no_longer_than_it_is_asked_about(desk, qtbot):
    tag_iraq(desk)
    press(desk, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    assert len(desk.page._painter._hits.hits.spans) == 2
    desk.page.window().notices.dismiss()
    assert len(desk.page._painter._hits.hits.spans) == 0
    assert len(desk.page.annotations()) == 1


def test_a_name_within_a_tagged_one_is_not_tagged_again(desk, qtbot):
    uid = say_speaker(desk)
    subject = named(desk, "سلمى الحديدي")
    desk.subjects.mentions.tag(subject, everywhere=False)
    qtbot.waitUntil(lambda: "موضعان" in notice(desk))
    choose(desk, "علّمها")
    assert fields(desk, uid).speaker_uid == subject.uid
    desk.subjects.mentions.tag(subject, everywhere=False)
    qtbot.waitUntil(lambda: "لم يبقَ" in notice(desk))


# The register ----------------------------------------------------------------------


def open_view(desk, qtbot):
    press(desk, Qt.Key.Key_G)
    view = desk.subjects.view
    qtbot.waitUntil(view.isVisible)
    return view


def test_everything_that_a_speaker_said_is_one_key_away(desk, qtbot):
    say_speaker(desk)
    view = open_view(desk, qtbot)
    assert view.page.subject_uid == named(desk, "سلمى الحديدي").uid
    assert [one.annotation.exact for one in view.page.references.shown()] == ["«لن نتراجع»"]
    QTest.mouseClick(view.page.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "«لن نتراجع»" in copied
    assert "سلمى الحديدي" in copied
    assert "المدينة تفتتح الجسر" in copied


def test_a_reference_leads_back_to_its_place(desk, qtbot):
    uid = say_speaker(desk)
    view = open_view(desk, qtbot)
    view.page.references.chosen.emit(uid)
    assert desk.page.window().views.current == "page"
    assert desk.page.current() == uid


def test_the_register_is_found_by_a_few_folded_letters(desk, qtbot):
    say_speaker(desk)
    tag_iraq(desk)
    view = open_view(desk, qtbot)
    assert view.register._model.rowCount() == 2
    QTest.keyClicks(view.register.box.line, "")
    view.register.box.line.setText("سلمي")
    assert view.register._model.rowCount() == 1
    view.register.box.line.setText("زيد")
    assert view.register._model.rowCount() == 0
    QTest.keyClick(view.register.box.line, Qt.Key.Key_Return)
    assert named(desk, "زيد").kind == "person"


def test_a_subject_is_edited_in_its_place(desk, qtbot):
    say_speaker(desk)
    view = open_view(desk, qtbot)
    view.page.rows["latin_name"].field.setText("Salma al-Hadidi")
    view.page.rows["roles"].field.set_text("مديرة (2019 –)")
    assert view.page.commit()
    held = named(desk, "سلمى الحديدي")
    assert held.latin_name == "Salma al-Hadidi"
    assert held.roles[0].since == "2019"
    view.page.rows["wikidata_id"].field.setText("42")
    assert not view.page.commit()
    assert "Q796" in view.page.rows["wikidata_id"].message()
    view.page.rows["wikidata_id"].revert()


def test_what_a_field_does_not_take_waits_for_its_subject(desk, qtbot):
    tag_iraq(desk)
    say_speaker(desk)
    view = open_view(desk, qtbot)
    field = view.page.rows["wikidata_id"].field
    field.setText("42")
    view.register.go_to(named(desk, "العراق").uid)
    qtbot.waitUntil(lambda: view.page.subject_uid == named(desk, "العراق").uid)
    assert field.text() == ""
    view.register.go_to(named(desk, "سلمى الحديدي").uid)
    qtbot.waitUntil(lambda: field.text() == "42")
    assert "Q796" in view.page.rows["wikidata_id"].message()
    view.page.rows["wikidata_id"].revert()


def two(desk, qtbot):
    """Let two quotes have speakers that are perhaps one; return view and subjects."""
    say_speaker(desk)
    uid = quote(desk, "«الجسر آمن»")
    desk.library.set_fields(uid, {"speaker": "هدى الحديدي"})
    view = open_view(desk, qtbot)
    return view, named(desk, "سلمى الحديدي"), named(desk, "هدى الحديدي"), uid


def test_two_that_are_chosen_become_one_and_two_again(desk, qtbot):
    view, salma, huda, uid = two(desk, qtbot)
    rows = view.register.list
    flag = QItemSelectionModel.SelectionFlag
    rows.setCurrentIndex(view.register._model.index_of(salma.uid))
    rows.selectionModel().select(view.register._model.index_of(huda.uid), flag.Select)
    assert view.register.merge.isVisible()
    QTest.mouseClick(view.register.merge, Qt.MouseButton.LeftButton)
    (only,) = desk.library.subjects()
    assert (only.uid, only.other_names) == (salma.uid, ("هدى الحديدي",))
    assert fields(desk, uid).speaker_uid == salma.uid
    qtbot.waitUntil(lambda: len(view.page.references.shown()) == 2)
    desk.library.flush()
    assert desk.library.undo().act == "merge_subjects"
    assert {one.name for one in desk.library.subjects()} == {"سلمى الحديدي", "هدى الحديدي"}
    assert fields(desk, uid).speaker_uid == huda.uid
    desk.library.flush()
    desk.library.redo()
    assert len(desk.library.subjects()) == 1


def test_a_double_is_told_and_merged_from_its_page(desk, qtbot):
    say_speaker(desk)
    view = open_view(desk, qtbot)
    view.register.new_wished.emit("سلمي الحديدى")
    qtbot.waitUntil(lambda: view.register._model.twins() == 2)
    assert view.register.twins.isVisible()
    view.register.go_to(named(desk, "سلمى الحديدي").uid)
    qtbot.waitUntil(view.page.twin.isVisible)
    QTest.mouseClick(view.page.twin, Qt.MouseButton.LeftButton)
    (only,) = desk.library.subjects()
    assert "سلمي الحديدى" in (only.name, *only.other_names)


def test_what_is_chosen_is_split_off(desk, qtbot):
    uid = say_speaker(desk)
    view = open_view(desk, qtbot)
    references_ = view.page.references
    references_.list.setCurrentIndex(references_._model.first_hit())
    assert references_.marked_uids() == [uid]
    QTest.mouseClick(view.page.split, Qt.MouseButton.LeftButton)
    assert len(desk.library.subjects()) == 2
    assert subject_uid_of(desk.library.annotation(uid)) == view.page.subject_uid
    desk.library.flush()
    assert desk.library.undo().act == "split_subject"
    assert len(desk.library.subjects()) == 1


def test_only_whom_nothing_points_to_can_be_deleted(desk, qtbot):
    say_speaker(desk)
    view = open_view(desk, qtbot)
    view.register.list.setFocus()
    QTest.keyClick(view.register.list, Qt.Key.Key_Delete)
    assert len(desk.library.subjects()) == 1
    assert "ادمجه" in notice(desk)
    view.register.new_wished.emit("زيد")
    qtbot.waitUntil(view.page.delete.isVisible)
    QTest.mouseClick(view.page.delete, Qt.MouseButton.LeftButton)
    assert [one.name for one in desk.library.subjects()] == ["سلمى الحديدي"]


def test_the_register_says_what_to_do_while_it_is_empty(desk, qtbot):
    desk.page.window().views.show("subjects")
    assert "علّم اسمًا" in desk.subjects.view.register._hint.text()
    assert desk.subjects.view.register.list.currentIndex().data(RegisterRole.UID) is None


def test_while_a_large_act_is_prepared_each_act_is_refused_in_words(desk, qtbot):
    uid = say_speaker(desk)
    second = quote(desk, "«الجسر آمن»")
    desk.library.set_fields(second, {"speaker": "الحديدي"})
    before = fields(desk, uid), fields(desk, second), desk.library.subjects()
    desk.library.begin_preparing()
    for key in (Qt.Key.Key_P, Qt.Key.Key_Y):
        desk.page.window().notices.dismiss()
        press(desk, key)
        assert notice(desk), key
    for key in (Qt.Key.Key_S, Qt.Key.Key_D):
        select(desk, "سلمى")
        press(desk, key)
        assert notice(desk), key
    view = open_view(desk, qtbot)
    view.register.new_wished.emit("زيد")
    view.page.split_wished.emit([uid])
    view.register.merge_wished.emit(*[one.uid for one in desk.library.subjects()])
    desk.library.end_preparing()
    assert (fields(desk, uid), fields(desk, second), desk.library.subjects()) == before


def test_what_points_to_a_name_stands_under_its_fields_where_room_is_short(desk, qtbot):
    quote(desk)
    select(desk, "المهندسة سلمى الحديدي")
    press(desk, Qt.Key.Key_S)
    press(desk, Qt.Key.Key_G)
    window = desk.page.window()
    page = window.views.widget("subjects").page

    def is_under() -> bool:
        form = page.rows["name"].mapTo(page, page.rows["name"].rect().topLeft())
        return page.references.mapTo(page, page.references.rect().topLeft()).y() > form.y() + 100

    qtbot.waitUntil(lambda: page.references.height() > 0 and not is_under())
    window.resize(720, 700)
    qtbot.waitUntil(is_under)


@pytest.fixture
def places(desk, qtbot):
    """Put two places into the register and show the inner one."""
    iraq = add_subject(desk.library, "العراق", "place")
    basra = add_subject(desk.library, "البصرة", "place")
    desk.page.window().views.show("subjects")
    view = desk.subjects.view
    qtbot.waitUntil(view.isVisible)
    view.register.go_to(basra.uid)
    qtbot.waitUntil(lambda: view.page.subject_uid == basra.uid)
    return view, iraq, basra


def test_a_place_is_part_of_another_by_a_few_letters_and_undone(desk, places, qtbot):
    view, iraq, basra = places
    field = view.page.rows["part_of_uid"].field
    field.setText("العراق")
    assert view.page.commit()
    assert desk.library.record("subject", basra.uid).part_of_uid == iraq.uid
    qtbot.waitUntil(lambda: field.displayText() == "العراق")
    desk.library.flush()
    desk.library.undo()
    assert desk.library.record("subject", basra.uid).part_of_uid is None
    qtbot.waitUntil(lambda: field.displayText() == "")


def test_a_place_is_no_part_of_itself_nor_of_what_is_within_it(desk, places, qtbot):
    view, iraq, basra = places
    set_subject_fields(desk.library, basra.uid, {"part_of_uid": iraq.uid})
    offers = view.page.rows["part_of_uid"].field._offered
    assert [one.words for one in offers()] == ["العراق"]
    view.register.go_to(iraq.uid)
    qtbot.waitUntil(lambda: view.page.subject_uid == iraq.uid)
    assert offers() == []
    with pytest.raises(BadValue) as refused:
        set_subject_fields(desk.library, iraq.uid, {"part_of_uid": basra.uid})
    assert refused.value.facts["value"] == "البصرة"
    field = view.page.rows["part_of_uid"].field
    field.setText("بلاد الرافدين")
    assert not view.page.commit()
    assert "مكان" in view.page.rows["part_of_uid"].message()
    view.page.rows["part_of_uid"].revert()


def test_a_place_around_others_stays_until_they_are_elsewhere(desk, places):
    _, iraq, basra = places
    set_subject_fields(desk.library, basra.uid, {"part_of_uid": iraq.uid})
    with pytest.raises(SubjectInUse):
        delete_subject(desk.library, iraq.uid)
    merge_subjects(desk.library, basra.uid, iraq.uid)
    assert desk.library.record("subject", basra.uid).part_of_uid is None
    assert [one.name for one in desk.library.subjects()] == ["البصرة"]


def test_a_long_name_around_a_place_is_painted_as_it_is_read(desk, places):
    view, iraq, basra = places
    row = view.page.rows["part_of_uid"]
    set_subject_fields(desk.library, basra.uid, {"part_of_uid": iraq.uid})
    row.field.setFixedWidth(120)  # px; too little for the uid, and enough for the name
    assert not row.field._is_cut()
