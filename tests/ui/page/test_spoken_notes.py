"""Each note in the margin is an object of its own for assistive tools, and has its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from shiboken6 import isValid

from reader.model.annotation import QuoteFields
from tests.ui.page.test_accessible import TEXT, accessibles, document, said

__all__ = ("accessibles", "document", "said")  # fixtures
NOTE = QAccessible.Role.Note
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def noted(document, page, mark):
    """Return three annotations on a wide page, of which the first and the last have notes."""
    page.resize(1100, 500)
    page.set_notes_beside(True)
    some = [
        mark("لا إصابات", "claim", note="يُراجع مع الوزارة"),
        mark("سلمى", "entity"),
        mark("لن نتراجع", fields=QuoteFields(speaker="سلمى الحديدي"), note="قيل أمس"),
    ]
    page.set_annotations(some)
    assert page.notes_shown()
    return some


def notes(document) -> list:
    children = map(document.child, range(document.childCount()))
    return [one for one in children if one.role() == NOTE]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ar", ["ادعاء، يُراجع مع الوزارة", "اقتباس، سلمى الحديدي، قيل أمس"]),
        ("en", ["Claim, يُراجع مع الوزارة", "Quote, سلمى الحديدي, قيل أمس"]),
    ],
)
def test_a_note_says_what_it_is_of_whom_and_of_which_words(document, page, noted, language, names):
    page.language = language
    found = notes(document)
    assert [one.text(QAccessible.Text.Name) for one in found] == names
    words = [one.text(QAccessible.Text.Description) for one in found]
    assert words == ["لا إصابات", "لن نتراجع"]
    assert all(one.isValid() and one.childCount() == 0 for one in found)


def test_a_note_has_its_place_on_the_screen(document, page, noted):
    widgets = document.childCount() - 2
    for number, one in enumerate(notes(document)):
        box = page.note_box((noted[0], noted[2])[number].uid)
        assert one.rect().topLeft() == page.viewport().mapToGlobal(box.topLeft().toPoint())
        assert one.rect().size() == box.size().toSize()
        middle = one.rect().center()
        assert document.childAt(middle.x(), middle.y()) is one
        assert document.indexOfChild(one) == widgets + number
    assert document.childAt(-500, -500) is None


def test_a_note_belongs_to_its_page_and_describes_its_text(document, noted):
    described = QAccessible.RelationFlag.Described
    for one in notes(document):
        assert one.parent() is document
        assert one.relations(described) == [(document, described)]
        assert one.relations(QAccessible.RelationFlag.Label) == []


def test_only_the_action_interface_is_handed_out(document, noted):
    (first, _) = notes(document)
    assert first.actionInterface() is not None
    assert first.textInterface() is None
    assert first.valueInterface() is None


def test_a_note_is_chosen_by_its_action(document, page, noted, said):
    _, last = notes(document)
    assert last.state().selected == 0
    action = last.actionInterface()
    action.doAction("nonsense")
    assert page.current() is None
    action.doAction(action.actionNames()[0])
    assert page.current() == noted[2].uid
    assert page.caret() == noted[2].start_cp
    assert last.state().selected == 1
    assert any("قيل أمس" in one for one in said)


def test_alt_and_arrows_lead_from_note_to_note(document, page, noted, said):
    page.setFocus()
    page.select(0, 0)
    for key, uid in (
        (Qt.Key.Key_Down, noted[0].uid),
        (Qt.Key.Key_Down, noted[2].uid),
        (Qt.Key.Key_Down, noted[2].uid),
        (Qt.Key.Key_Up, noted[0].uid),
        (Qt.Key.Key_Up, noted[0].uid),
    ):
        QTest.keyClick(page, key, ALT)
        assert page.current() == uid
    told = [one for one in said if "يُراجع مع الوزارة" in one]
    assert len(told) == 2  # come to and come back to, and not at the keys that led nowhere


def test_a_verdict_beside_a_claim_is_named_and_announced(document, page, noted, said):
    page.set_verdicts({noted[0].uid: "كاذب"})
    assert notes(document)[0].text(QAccessible.Text.Name) == "ادعاء، كاذب، يُراجع مع الوزارة"
    page.set_current(noted[0].uid)
    assert "كاذب" in said[-1]


def test_a_note_that_is_gone_is_no_child_any_more(document, page, noted, qtbot):
    first, last = notes(document)
    page.remove_annotation(noted[0].uid)
    assert notes(document) == [last]
    qtbot.waitUntil(lambda: not isValid(first))
    page.set_notes_beside(False)
    assert notes(document) == []


def test_notes_that_find_no_room_stand_with_their_sign(document, page, mark, noted):
    crowd = [mark(TEXT[at : at + 3], note=f"ملاحظة {at}") for at in range(0, 24, 3)]
    page.set_annotations(crowd)
    (sign,) = [one for one in page.placed_notes() if one.folded]
    found = notes(document)
    assert len(found) == len(crowd)
    folded = found[-len(sign.folded) :]
    assert {(one.rect().width(), one.rect().y()) for one in folded} == {
        (sign.box.toRect().width(), page.viewport().mapToGlobal(sign.box.topLeft().toPoint()).y())
    }


def test_out_of_view_there_is_no_note_and_those_in_view_are_told_anew(document, page, noted):
    page.show_text(TEXT + "سطر من النص\n" * 400)
    page.set_annotations(noted)
    first, _ = notes(document)
    page.scroll_to(page.surface.text.length - 1)
    assert notes(document) == []
    assert not isValid(first) or first.state().offscreen == 1
