"""The history of an annotation: who changed what, in words, and how a state comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from reader.label import Label
from reader.model.claim import Evidence, Review
from reader.model.codebook import own_value_of
from reader.model.history import part_brought_back
from reader.ui.claim_acts import ClaimActs, parts_of
from reader.ui.codebook_acts import CodebookActs
from reader.ui.relation_acts import relate
from tests.worked import wait


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def library(workspace):
    return workspace.library


@pytest.fixture
def one(workspace, library):
    """Make a quote the current one that was given a speaker, a note and another note."""
    made = library.annotate(workspace.articles.revision, 0, 7, "quote")
    library.set_fields(made.uid, {"speaker": "الوزيرة"})
    library.set_note(made.uid, "الأولى")
    library.set_note(made.uid, "الثانية")
    assert library.flush()
    workspace.annotations.open(made.uid)
    return made


@pytest.fixture
def section(workspace, one):
    found = workspace.details_panel.sections.section("history")
    found.header.click()
    return found


def told(card):
    return [label.text() for label in card.findChildren(QLabel)]


def press(card, name):
    button = card.findChild(QToolButton, name)
    wait(lambda: button.rect().isValid() and button.isVisible())  # laid out, or a click misses it
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_read_until_it_is_unfolded(workspace, one):
    section = workspace.details_panel.sections.section("history")
    assert section.cards == []


def test_each_act_is_told_newest_first_with_before_and_after(library, section):
    assert len(section.cards) == 4
    newest = " ".join(told(section.cards[0]))
    assert library.annotator.name in newest
    assert "تحرير الملاحظة" in newest
    assert "الأولى" in newest
    assert "الثانية" in newest
    assert any("القائل" in line and "الوزيرة" in line for line in told(section.cards[2]))


def test_a_state_is_looked_at_and_brought_back_as_a_new_act(workspace, library, one, section):
    card = section.cards[2]
    press(card, "historyLook")
    assert any("القائل" in line and "الوزيرة" in line for line in told(card))
    press(card, "historyBack")
    assert library.annotation(one.uid).note == ""
    assert library.annotation(one.uid).fields.speaker == "الوزيرة"
    assert library.flush()
    assert library.undo_label().en == "bring an earlier state back"
    assert "استعادة حالة سابقة" in " ".join(told(section.cards[0]))
    workspace.actions["undo"].trigger()
    assert library.annotation(one.uid).note == "الثانية"
    assert library.store.check().is_sound


def test_what_is_so_already_is_not_offered(section):
    assert section.cards[0].findChild(QToolButton, "historyBack") is None
    assert section.cards[1].findChild(QToolButton, "historyBack") is not None


def test_relations_are_told_too(workspace, library, one, section):
    other = library.annotate(workspace.articles.revision, 8, 12, "entity")
    relate(library, one.uid, other.uid, "about")
    library.flush()
    assert any("عن" in line for line in told(section.cards[0]))


def test_undo_is_told_as_undone(workspace, library, one, section):
    workspace.actions["undo"].trigger()
    library.flush()
    assert any("تراجع" in line for line in told(section.cards[0]))


def test_a_state_comes_back_without_a_field_that_is_gone(workspace, library, one, section):
    acts = CodebookActs(library)
    own = acts.add_field("quote", Label("Tone", "النبرة"))
    acts.set_own([one.uid], own.key, "هادئة")
    acts.set_own([one.uid], own.key, "")
    library.flush()
    assert any("هادئة" in line for line in told(section.cards[1]))
    acts.delete_field(own)
    library.flush()
    workspace.library.set_note(one.uid, "الثالثة")
    library.flush()
    press(section.cards[2], "historyBack")
    assert library.annotation(one.uid).note == "الثانية"
    assert own_value_of(library.annotation(one.uid), own) == ""
    assert library.flush()
    assert library.store.check().is_sound


@pytest.fixture
def claim(workspace, library):
    """Make a claim current whose evidence was told, told otherwise, and taken away."""
    made = library.annotate(workspace.articles.revision, 0, 7, "claim")
    acts = ClaimActs(library)
    part = acts.add_part(made.uid, "evidence")
    for title in ("العقد", "ملحق العقد"):
        (part,) = parts_of(library.entry(made.uid), "evidence")
        acts.set_part(part, "title", title)
    (part,) = parts_of(library.entry(made.uid), "evidence")
    acts.remove_part(part)
    assert library.flush()
    workspace.annotations.open(made.uid)
    workspace.details_panel.sections.section("history").header.click()
    return made


def titles(library, claim):
    return [one.title for one in parts_of(library.entry(claim.uid), "evidence")]


def test_evidence_that_was_taken_away_comes_back_as_it_was(workspace, library, claim):
    section = workspace.details_panel.sections.section("history")
    assert len(section.cards) == 5
    press(section.cards[0], "historyLook")
    assert any("ملحق العقد" in line for line in told(section.cards[0]))
    press(section.cards[0], "historyBack")
    assert titles(library, claim) == ["ملحق العقد"]
    assert library.flush()
    press(section.cards[3], "historyBack")
    assert titles(library, claim) == ["العقد"]
    assert library.flush()
    for expected in (["ملحق العقد"], []):
        workspace.actions["undo"].trigger()
        assert library.flush()
        assert titles(library, claim) == expected
    assert library.store.check().is_sound


def test_a_review_comes_back_with_its_verdict_only(library, claim):
    library.set_fields(claim.uid, {"verdict": "false"})
    ruling = library.entry(claim.uid).ruling
    review = Review(annotation_uid=claim.uid, ruling_uid=ruling.uid, version=3)
    assert part_brought_back(None, review, lambda *_: False) is None
    assert part_brought_back(None, review, lambda *_: True).version == 1


def test_evidence_comes_back_without_an_article_that_is_gone():
    cited = Evidence(annotation_uid="a", article_uid="gone", title="العقد")
    back = part_brought_back(None, cited, lambda *_: False)
    assert (back.article_uid, back.title) == (None, "العقد")
