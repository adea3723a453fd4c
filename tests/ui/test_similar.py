"""Has this been claimed before? In the details, beside what is typed, and as claims come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

EARLIER = "ارتفعت أسعار الخبز في بغداد بنسبة 30% خلال شهر"
TWIN = "أسعار الخبز ببغداد زادت 30 بالمئة في شهر"


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def claims(workspace):
    """Mark two claims, the earlier one with a verdict; return their uids."""
    library, revision = workspace.library, workspace.articles.revision
    uids = []
    for words in ("لا إصابات جديدة", "لن نتراجع"):
        start = revision.text.index(words)
        uids.append(library.annotate(revision, start, start + len(words), "claim").uid)
    library.set_fields(uids[0], {"claim_text": EARLIER, "verdict": "false"})
    return uids


@pytest.fixture
def section(qtbot, workspace, claims):
    workspace.annotations.open(claims[1])
    section = workspace.details_panel.sections.section("similar")
    qtbot.waitUntil(lambda: workspace.similar._texts is not None)
    return section


def found(section):
    return [(row.claim.text, row.claim.verdict) for row in section.rows]


def test_what_is_like_nothing_says_so(section):
    assert found(section) == []
    assert not section._hint.isHidden()


def test_a_claim_in_other_words_is_told_with_its_verdict(qtbot, workspace, claims, section):
    workspace.library.set_fields(claims[1], {"claim_text": TWIN})
    qtbot.waitUntil(lambda: found(section) == [(EARLIER, "زائف")])
    workspace.library.set_fields(claims[0], {"claim_text": "قول آخر تمامًا عن الماء"})
    workspace.annotations.open(claims[0])
    workspace.annotations.open(claims[1])
    qtbot.waitUntil(lambda: found(section) == [])


def test_it_is_told_beside_the_line_while_one_types_and_goes_at_esc(
    qtbot, workspace, claims, section
):
    field = workspace.details_panel.row("claim_text").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.insertPlainText(TWIN)
    popup = workspace.similar._popup
    qtbot.waitUntil(popup.isVisible)
    assert [row.claim.text for row in popup.rows] == [EARLIER]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert field.text() == TWIN  # the first Esc is the popup's


def test_a_click_shows_the_earlier_claim(qtbot, workspace, claims, section):
    workspace.library.set_fields(claims[1], {"claim_text": TWIN})
    qtbot.waitUntil(lambda: bool(section.rows))
    section.rows[0].click()
    assert workspace.details_panel.annotation_uid == claims[0]


def test_a_claim_that_is_gone_is_not_told_and_comes_back_with_an_undo(
    qtbot, workspace, claims, section
):
    workspace.library.set_fields(claims[1], {"claim_text": TWIN})
    workspace.library.delete([claims[0]])
    section.show_entry(workspace.library.entry(claims[1]))
    qtbot.waitUntil(lambda: found(section) == [])
    qtbot.waitUntil(workspace.library.flush)
    workspace.actions["undo"].trigger()
    workspace.annotations.open(claims[1])
    qtbot.waitUntil(lambda: found(section) == [(EARLIER, "زائف")])
