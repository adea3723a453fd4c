"""A claim and its quote, a quote within a quote, evidence that is an article: in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader import importers
from reader.errors import BadValue
from reader.ui.claim_acts import ClaimActs
from reader.ui.linking_acts import link_quote, linked_to, quote_around

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def library(workspace):
    return workspace.library


def marked(workspace, words, tag):
    """Mark words of the article, and make them the current annotation."""
    text = workspace.articles.revision
    start = text.text.index(words)
    made = workspace.library.annotate(text, start, start + len(words), tag)
    workspace.annotations.open(made.uid)
    workspace.page.setFocus()
    return made


def section(workspace, key="linked"):
    return workspace.details_panel.sections.section(key)


def test_a_claims_quote_is_chosen_by_typing_and_told_at_both_ends(workspace, library, write):
    quote = marked(workspace, "لن نتراجع", "quote")
    claim = marked(workspace, "وصل من Health Ltd", "claim")
    choice = section(workspace).choice
    choice.setFocus()
    write(choice, "نتراجع")
    QTest.keyClick(choice._offers, Qt.Key.Key_Down)
    QTest.keyClick(choice._offers, Qt.Key.Key_Return)
    (tie,) = linked_to(library, claim.uid)
    assert (tie.from_uid, tie.to_uid, tie.type) == (claim.uid, quote.uid, "linked_quote")
    assert not choice.isVisibleTo(workspace.details_panel)
    workspace.annotations.open(quote.uid)
    (line,) = section(workspace).lines
    line.findChildren(QToolButton)[0].click()
    assert workspace.page.current() == claim.uid
    section(workspace).lines[0].findChild(QToolButton, "unlink").click()
    assert linked_to(library, claim.uid) == []
    assert library.flush()
    library.undo()
    assert [one.uid for one in linked_to(library, claim.uid)] == [tie.uid]


@pytest.mark.parametrize(("tag", "other"), [("claim", "quote"), ("quote", "claim")])
def test_one_key_makes_the_other_of_the_same_words_in_one_act(workspace, library, tag, other):
    one = marked(workspace, "لن نتراجع", tag)
    key = {"claim": "claimant", "quote": "speaker"}
    library.set_fields(one.uid, {key[tag]: "سلمى الحديدي"})
    assert library.flush()
    QTest.keyClick(workspace.page, Qt.Key.Key_L)
    (tie,) = linked_to(library, one.uid)
    twin = library.annotation(tie.to_uid if tag == "claim" else tie.from_uid)
    assert (twin.tag, twin.exact) == (other, one.exact)
    assert getattr(twin.fields, key[other]) == "سلمى الحديدي"
    QTest.keyClick(workspace.page, Qt.Key.Key_L)  # once more changes nothing
    assert [found.uid for found in linked_to(library, one.uid)] == [tie.uid]
    assert library.flush()
    library.undo()
    assert library.annotation(twin.uid) is None
    assert linked_to(library, one.uid) == []


def test_words_that_are_no_quote_are_refused_where_they_were_typed(workspace, library, write):
    claim = marked(workspace, "وصل من Health Ltd", "claim")
    choice = section(workspace).choice
    choice.setFocus()
    write(choice, "لا شيء")
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert "اقتباس في هذا المقال" in section(workspace).row.message()
    assert linked_to(library, claim.uid) == []


def test_a_claim_has_one_quote_and_another_takes_its_place(workspace, library):
    first = marked(workspace, "لن نتراجع", "quote")
    second = marked(workspace, "لا إصابات جديدة", "quote")
    claim = marked(workspace, "وصل من Health Ltd", "claim")
    for quote in (first, second):
        link_quote(library, claim.uid, quote.uid)
    (tie,) = linked_to(library, claim.uid)
    assert tie.to_uid == second.uid


def test_a_quote_is_one_within_the_quote_around_it(workspace, library):
    outer = marked(workspace, "وأضافت أن كِتابًا وصل من Health Ltd", "quote")
    inner = marked(workspace, "كِتابًا وصل", "quote")
    assert quote_around(library, inner).uid == outer.uid
    assert section(workspace, "spoken").nested.isVisibleTo(workspace.details_panel)
    QTest.keyClick(workspace.page, Qt.Key.Key_I)
    (tie,) = library.entry(inner.uid).relations
    assert (tie.to_uid, tie.type) == (outer.uid, "nested_in")
    QTest.keyClick(workspace.page, Qt.Key.Key_I)
    assert library.entry(inner.uid).relations == ()
    workspace.annotations.open(outer.uid)
    QTest.keyClick(workspace.page, Qt.Key.Key_I)
    assert library.entry(outer.uid).relations == ()
    assert "لا اقتباس يحيط" in workspace.page.window().notices.text()


def test_evidence_is_an_article_of_the_library(workspace, library, write):
    imported = importers.from_text("بيان الوزارة\nلم تسجل الوزارة أي إصابة.\n", "text")
    other = library.adder()(imported)
    library.note_added([other])
    first = next(one.article for one in library.articles() if one.article.uid != other.uid)
    workspace.articles.show(first.uid)
    claim = marked(workspace, "لا إصابات جديدة", "claim")
    part = ClaimActs(library).add_part(claim.uid, "evidence")
    (card,) = section(workspace, "evidence").cards()
    card.open()
    line = card.rows["article_uid"].field
    line.setFocus()
    write(line, "بيان الوزا")
    QTest.keyClick(line._offers, Qt.Key.Key_Down)
    QTest.keyClick(line._offers, Qt.Key.Key_Return)
    (held,) = library.entry(claim.uid).evidence
    assert (held.uid, held.article_uid, held.title) == (part.uid, other.uid, other.title)
    card.open_article.click()
    assert workspace.articles.article.uid == other.uid


def test_evidence_outlives_its_article_and_says_that_it_is_gone(workspace, library):
    claim = marked(workspace, "لا إصابات جديدة", "claim")
    part = ClaimActs(library).add_part(claim.uid, "evidence")
    gone = "0b4cbb1e-52b7-4a0c-9d2c-6f0d6f5d4a11"
    with pytest.raises(BadValue):
        ClaimActs(library).set_part(part, "article_uid", gone)
    with pytest.raises(BadValue):
        ClaimActs(library).set_part(part, "article_uid", "لا عنوان كهذا")
    assert section(workspace, "evidence").cards()[0].rows["article_uid"].field.words_of(gone)


def test_the_kind_of_an_entity_is_taken_with_the_suggested_name(workspace, library):
    known = marked(workspace, "المديرة سلمى الحديدي", "entity")
    library.set_fields(known.uid, {"entity_type": "person", "entity_name": "سلمى الحديدي"})
    other = marked(workspace, "سلمى الحديدي", "entity")
    QTest.keyClick(workspace.page, Qt.Key.Key_Y)
    assert library.annotation(other.uid).fields.entity_type == "person"
