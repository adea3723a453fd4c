"""The views of the window's centre: what stands beside them, what keys do there, what is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader.sample import add_sample
from reader.storage import Store
from tests.ui.painted import Paintings

ALT = Qt.KeyboardModifier.AltModifier
DOCKS = ("articlesDock", "annotationsDock", "detailsDock")


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
    return path


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def window(workspace):
    return workspace.page.window()


@pytest.fixture
def claims(qtbot, window):
    """Show the claims by their key; return the view, filled."""
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    view = window.views.widget("claims")
    qtbot.waitUntil(lambda: any(view.lines()))
    return view


def texts_of(view):
    return [line.text for line in view.lines()]


def docks_of(window):
    return tuple(name for name in DOCKS if not window.dock(name).isHidden())


def test_claims_keep_the_details_only_and_the_page_brings_the_panels_back(window, claims):
    assert docks_of(window) == ("detailsDock",)
    assert claims.isVisible()
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    assert docks_of(window) == DOCKS
    assert window.findChild(type(claims), "claimsView").isHidden()


def test_the_page_is_painted_before_the_panels_that_come_back_with_it(
    qtbot, window, workspace, claims
):
    panels = {name: window.dock(name).widget() for name in DOCKS[:2]}
    paintings = Paintings({**panels, "page": workspace.page.viewport()}, window)
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: len(paintings.first) == 3)
    page, articles, annotations = (paintings.first[name] for name in ("page", *DOCKS[:2]))
    assert page < articles < annotations
    assert all(window.dock(name).updatesEnabled() for name in DOCKS)


def test_panels_that_go_before_they_were_painted_are_painted_when_they_come_again(
    qtbot, window, claims
):
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1):
        QTest.keyClick(window, key, ALT)
    qtbot.waitUntil(lambda: all(window.dock(name).updatesEnabled() for name in DOCKS))


def test_a_panel_that_was_hidden_stays_hidden(qtbot, window, workspace):
    window.dock("articlesDock").hide()
    workspace.actions["view_claims"].trigger()
    workspace.actions["view_page"].trigger()
    assert docks_of(window) == ("annotationsDock", "detailsDock")


def test_f9_beside_the_claims_means_the_details(window, claims):
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert docks_of(window) == ()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert docks_of(window) == ("detailsDock",)


def test_the_switcher_shows_where_one_is(window, claims):
    names = {
        one.text(): one.isChecked()
        for one in window.menuBar().cornerWidget().findChildren(QToolButton)
    }
    assert names["الصفحة"] is False
    assert names["الادعاءات"] is True


def test_keys_of_the_page_do_nothing_unseen(workspace, window, claims):
    before = workspace.library.store.last_sequence()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Q):
        QTest.keyClick(window, key)
    assert workspace.library.flush()
    assert workspace.library.store.last_sequence() == before
    assert not workspace.actions["tag_quote"].isEnabled()
    workspace.actions["view_page"].trigger()
    assert workspace.actions["tag_quote"].isEnabled()


def test_what_happens_on_the_page_shows_the_page(workspace, window, claims):
    workspace.actions["find"].trigger()
    assert window.views.current == "page"


def test_full_screen_from_the_claims_and_back_over_the_page(workspace, window, claims, qtbot):
    workspace.actions["full_screen"].trigger()
    workspace.actions["view_page"].trigger()
    workspace.actions["full_screen"].trigger()
    qtbot.waitUntil(lambda: docks_of(window) == DOCKS)


def test_the_session_keeps_the_panels_of_the_page(open_window, database, window, claims):
    window.close()
    again = open_window(database).page.window()
    again.resize(1240, 820)  # the screen of the tests is narrower: the list has given way
    assert docks_of(again) == DOCKS


def test_a_claim_is_told_in_the_details_and_opened_in_its_article(qtbot, workspace, window, claims):
    claims.focus_claims()
    uid = claims.current_uid()
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == uid)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.views.current == "page"
    assert workspace.page.current() == uid


def test_undo_stays_at_the_claims(workspace, window, claims, qtbot):
    uid = next(iter(claims.lines())).uid
    workspace.library.set_fields(uid, {"claim_text": "نص آخر"})
    assert "نص آخر" in texts_of(claims)
    qtbot.waitUntil(workspace.library.flush)
    workspace.actions["undo"].trigger()
    assert window.views.current == "claims"
    assert "نص آخر" not in texts_of(claims)


def test_the_claims_are_shown_at_the_one_that_is_current_on_the_page(qtbot, workspace, window):
    text = workspace.articles.revision.uid
    first, second = [one for one in workspace.library.annotations(text) if one.tag == "claim"][-2:]
    workspace.annotations.open(second.uid)
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    view = window.views.widget("claims")
    qtbot.waitUntil(lambda: view.current_uid() == second.uid)
    for as_list in (False, True):
        view.show_board(not as_list)
        QTest.keyClick(window, Qt.Key.Key_1, ALT)
        workspace.annotations.open(first.uid)
        QTest.keyClick(window, Qt.Key.Key_2, ALT)
        assert view.current_uid() == first.uid
        assert workspace.details_panel.annotation_uid == first.uid
        first, second = second, first
