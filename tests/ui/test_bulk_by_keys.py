"""Several annotations at once, by keys alone."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QMenu

from reader.label import Label
from reader.model.codebook import choices_from, own_value_of
from reader.model.fields import fields_of, value_of
from reader.sample import add_sample
from reader.storage import Store
from reader.ui.codebook_acts import CodebookActs
from reader.ui.panels.menus import MenuButton
from reader.ui.panels.tag_chip import TagChip
from tests import worked
from tests.ui.by_keys import Keys, controls, keys_in, picture, told
from tests.worked import CTRL, SHIFT, Key

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
    return path


@pytest.fixture
def keys(open_window, settings, database):
    settings.set("annotator", "ريم")
    return keys_in(open_window(database))


@pytest.fixture
def panel(keys):
    return keys.desk.annotations_panel


def choose(keys: Keys, panel, count: int, tag: str) -> list[str]:
    """Narrow the list to a tag, and choose its first rows by Shift and the arrow."""
    for chip in panel.findChildren(TagChip):
        if chip.isChecked() is (chip.tag_key == tag):
            continue
        keys.go_to(chip)
        keys.press(Key.Key_Space)
    library = keys.desk.library
    worked.wait(lambda: {library.annotation(uid).tag for uid in panel.visible_uids()} == {tag})
    keys.go_to(panel._list)
    keys.press(Key.Key_Home)
    for _ in range(count - 1):
        keys.press(Key.Key_Down, SHIFT)
    chosen = panel.chosen_uids()
    assert len(chosen) == count
    return chosen


def values(keys: Keys, uids: list[str], name: str) -> set[object]:
    return {getattr(keys.desk.library.annotation(uid).fields, name) for uid in uids}


def menu_button(panel, menu: QMenu) -> MenuButton:
    return next(one for one in panel._bar.findChildren(MenuButton) if one.menu() is menu)


def test_tab_comes_to_the_whole_bulk_bar_and_it_is_seen(keys, panel):
    choose(keys, panel, 3, "claim")
    seen = keys.round_trip()
    missing = [told(one) for one in controls(panel._bar) if one not in seen]
    assert missing == []
    choose(keys, panel, 3, "claim")
    for one in controls(panel._bar):
        keys.go_to(one)
        with_keyboard = picture(one)
        keys.press(Key.Key_Tab)
        assert picture(one) != with_keyboard, told(one)
    assert len(panel.chosen_uids()) == 3


def test_a_status_and_a_note_for_all(keys, panel):
    uids = choose(keys, panel, 3, "claim")
    keys.pick(menu_button(panel, panel._menus.statuses), "disputed")
    assert {keys.desk.library.annotation(uid).status for uid in uids} == {"disputed"}
    keys.go_to(panel._bar.note)
    keys.write("راجعوا المصدر")
    keys.press(Key.Key_Return)
    assert all(keys.desk.library.annotation(uid).note.endswith("راجعوا المصدر") for uid in uids)
    assert keys.window.focusWidget() is panel._bar.note
    assert panel.chosen_uids() == uids


def test_a_field_from_a_list_and_one_that_is_typed_and_emptied(keys, panel):
    uids = choose(keys, panel, 3, "claim")
    fields = panel._menus.fields
    fields.aboutToShow.emit()
    titles = {one.text(): one.menu() for one in fields.actions()}
    priority = next(
        (title, one.data()) for title, menu in titles.items() for one in menu.actions()
        if one.data()[:2] == ("check_worthiness", "high")
    )  # fmt: skip
    keys.pick(menu_button(panel, fields), *priority)
    assert values(keys, uids, "check_worthiness") == {"high"}
    assert panel.chosen_uids() == uids
    typed = next(
        (title, one.data()) for title, menu in titles.items() for one in menu.actions()
        if one.data()[:2] == ("topic", "\0")
    )  # fmt: skip
    keys.pick(menu_button(panel, fields), *typed)
    assert keys.window.focusWidget() is panel._bar.note
    keys.write("كلام واحد")
    keys.press(Key.Key_Return)
    worked.wait(lambda: values(keys, uids, "topic") == {"كلام واحد"})
    emptied = (typed[0], ("topic", "", typed[1][2]))
    keys.pick(menu_button(panel, fields), *emptied)
    assert values(keys, uids, "topic") == {""}


def test_another_tag_and_the_end_of_all(keys, panel):
    uids = choose(keys, panel, 2, "entity")
    keys.pick(menu_button(panel, panel._menus.tags), "quote")
    assert {keys.desk.library.annotation(uid).tag for uid in uids} == {"quote"}
    chosen = choose(keys, panel, 2, "claim")
    delete = next(one for one in panel._bar.findChildren(QAbstractButton) if "Del" in one.toolTip())
    keys.push(delete)
    assert keys.window.focusWidget() is panel._list
    assert [keys.desk.library.annotation(uid) for uid in chosen] == [None, None]
    assert keys.desk.library.flush()
    keys.press(Key.Key_Z, CTRL)
    worked.wait(lambda: all(keys.desk.library.annotation(uid) for uid in chosen))


# Each single field ------------------------------------------------------------------------

TYPED = {
    "text": "كلام واحد",
    "date": "٢٠٢٠-٠٣-٢٦",
    "moment": "2020-03-26 14:30",
    "language": "en",
    "number": "1554",
    "address": "https://example.org/a",
    "subject": "سلمى الحديدي",
}
OWN_KINDS = ("text", "choice", "number", "date")


def offered(panel) -> dict[str, QMenu]:
    """Return the menu of each field that all of the chosen rows have, by the field's key."""
    panel._menus.fields.aboutToShow.emit()
    menus = [one.menu() for one in panel._menus.fields.actions()]
    return {menu.actions()[0].data()[0]: menu for menu in menus}


def state(library, uids: list[str]) -> list[tuple[object, ...]]:
    """Return what is kept of annotations, but for how often and when it was."""
    entries = map(library.entry, uids)
    return [
        (one.annotation.fields, one.annotation.own, one.annotation.note, one.subject)
        for one in entries
    ]


def put(keys: Keys, panel, key: str) -> None:
    """Put another value into a field of the chosen rows, by the keys for its kind."""
    menu = offered(panel)[key]
    rows = [one.data() for one in menu.actions()]
    button = menu_button(panel, panel._menus.fields)
    held = {value_in(keys.desk.library, uid, key) for uid in panel.chosen_uids()}
    chosen = [row for row in rows if row[1] not in {"", "\0", "\1"} | held]
    if chosen:
        keys.pick(button, menu.title(), chosen[-1])
        return
    kind = field_named(keys, panel, key).kind
    keys.pick(button, menu.title(), rows[0])
    keys.write(TYPED[kind])
    keys.press(Key.Key_Return)
    if isinstance(QApplication.activePopupWidget(), QListView):
        keys.press(Key.Key_Return)


def field_named(keys: Keys, panel, key: str):
    library = keys.desk.library
    tag = library.annotation(panel.chosen_uids()[0]).tag
    every = (*fields_of(tag), *library.codebook.fields_of(tag))
    return next(one for one in every if one.key == key)


def expected_fields(library, tag: str) -> set[str]:
    built_in = {
        one.key
        for one in fields_of(tag)
        if one.kind in {*TYPED, "choice", "pick", "flag", "steps", "annotator"}
    }
    return built_in | {one.key for one in library.codebook.fields_of(tag)}


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_each_field_is_set_in_all_by_keys_and_taken_back_by_one(keys, panel, tag):
    library = keys.desk.library
    acts = CodebookActs(library)
    for kind in OWN_KINDS:
        own = acts.add_field(tag, Label(kind, f"حقل {kind}"), kind)
        if kind == "choice":
            acts.edit_field(own, choices=choices_from("هادئة | Calm", ()))
    uids = choose(keys, panel, 2, tag)
    assert set(offered(panel)) == expected_fields(library, tag)
    for key in offered(panel):
        before = state(library, uids)
        put(keys, panel, key)
        worked.wait(lambda: state(library, uids) != before)  # noqa: B023 - waited for here
        held = {value_in(library, uid, key) for uid in uids}
        assert len(held) == 1, key
        assert held != {""}, key
        assert panel.chosen_uids() == uids, key
        held_by = keys.window.focusWidget()
        assert panel._bar.isAncestorOf(held_by), f"{key}: {told(held_by)}"
        assert library.flush()
        keys.press(Key.Key_Z, CTRL)
        worked.wait(lambda: state(library, uids) == before)  # noqa: B023 - waited for here
        assert library.flush()
    assert library.store.check().is_sound


def value_in(library, uid: str, key: str) -> str:
    entry = library.entry(uid)
    own = next(
        (one for one in library.codebook.fields_of(entry.annotation.tag) if one.key == key), None
    )
    if own is not None:
        return own_value_of(entry.annotation, own)
    return value_of(entry, next(one for one in fields_of(entry.annotation.tag) if one.key == key))


def test_a_new_name_makes_one_subject_for_all(keys, panel):
    library = keys.desk.library
    uids = choose(keys, panel, 3, "quote")
    count = len(library.subjects())
    keys.pick(menu_button(panel, panel._menus.fields), *name_row(panel, "speaker"))
    namer = keys.window.focusWidget()
    assert namer.accessibleName() == "القائل في التعليقات المختارة"
    keys.write("ناطقة لم يسمع بها أحد")
    keys.press(Key.Key_Return)
    worked.wait(lambda: len({library.annotation(uid).fields.speaker_uid for uid in uids}) == 1)
    assert len(library.subjects()) == count + 1
    assert keys.window.focusWidget() is panel._bar.note
    assert library.flush()
    keys.press(Key.Key_Z, CTRL)
    worked.wait(lambda: len(library.subjects()) == count)
    assert library.store.check().is_sound


def test_a_few_letters_offer_the_names_that_are_known(keys, panel):
    library = keys.desk.library
    known = library.subjects()[0]
    uids = choose(keys, panel, 2, "quote")
    keys.pick(menu_button(panel, panel._menus.fields), *name_row(panel, "speaker"))
    keys.write(known.name[:5])
    worked.wait(lambda: isinstance(QApplication.activePopupWidget(), QListView))
    keys.press(Key.Key_Down)
    name = keys._keyboard().currentIndex().data()
    keys.press(Key.Key_Return)
    meant = library.subject_named(name).uid
    worked.wait(lambda: {library.annotation(one).fields.speaker_uid for one in uids} == {meant})


def test_esc_leaves_the_line_for_a_name_to_the_notes(keys, panel):
    uids = choose(keys, panel, 2, "quote")
    keys.pick(menu_button(panel, panel._menus.fields), *name_row(panel, "speaker"))
    assert panel._bar.note.isHidden()
    keys.press(Key.Key_Escape)
    assert keys.window.focusWidget() is panel._bar.note
    assert panel.chosen_uids() == uids


def name_row(panel, key: str) -> tuple[object, ...]:
    menu = offered(panel)[key]
    return menu.title(), menu.actions()[0].data()


def test_what_does_not_fit_stays_in_the_line(keys, panel):
    uids = choose(keys, panel, 2, "claim")
    keys.pick(menu_button(panel, panel._menus.fields), *name_row(panel, "claim_date"))
    keys.write("أمس")
    keys.press(Key.Key_Return)
    line = keys.window.focusWidget()
    assert (line, line.text()) == (panel._bar.note, "أمس")
    assert panel.chosen_uids() == uids
    keys.press(Key.Key_A, CTRL)
    keys.write("2020-03")
    keys.press(Key.Key_Return)
    worked.wait(lambda: values(keys, uids, "claimed_on") == {"2020-03"})


def test_who_verified_and_when_is_kept_with_what_was_verified_against(keys, panel):
    library = keys.desk.library
    uids = choose(keys, panel, 2, "quote")
    menu = offered(panel)["verified_against"]
    keys.pick(menu_button(panel, panel._menus.fields), menu.title(), menu.actions()[1].data())
    kept = [library.annotation(uid).fields for uid in uids]
    assert {one.verified_by_uid for one in kept} == {library.annotator.uid}
    assert all(one.verified_at is not None for one in kept)
