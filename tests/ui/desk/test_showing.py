"""Showing the claims of all articles holds the window in no single turn."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.vocabulary import CLAIM_STATES
from tests.ui.painted import Paintings, Turns

ALT = Qt.KeyboardModifier.AltModifier


def test_nothing_is_read_before_the_columns_are_made(qtbot, window, uids):
    tasks, seen = window.tasks, []
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    view = window.views.widget("claims")
    Turns(view, lambda: seen.append((len(view.board._columns), bool(tasks._tasks))))
    qtbot.waitUntil(lambda: len(list(view.lines())) == len(uids))
    assert (len(CLAIM_STATES), True) in seen
    assert [count for count, is_reading in seen if is_reading and count < len(CLAIM_STATES)] == []


def test_columns_with_cards_are_painted_each_in_a_turn_of_its_own(
    qtbot, view, columns, uids, workspace
):
    for uid, state in zip(uids, ("assigned", "checking"), strict=False):
        workspace.library.set_fields(uid, {"state": state})
    workspace.library.flush()
    filled = set(columns())
    viewports = {state: view.board.column(state).cards.viewport() for state in filled}
    paintings = Paintings(viewports, view)
    assert len(filled) == 3
    lines = list(view.lines())
    for _ in view.showing(lines):
        pass
    qtbot.waitUntil(lambda: filled <= set(paintings.first))
    turns = [paintings.first[state] for state in filled]
    assert len(set(turns)) == len(turns)


def test_claims_that_come_anew_before_all_columns_are_painted_leave_none_unpainted(
    qtbot, view, columns, uids, workspace
):
    workspace.library.set_fields(uids[0], {"state": "checking"})
    lines = list(view.lines())
    for _ in range(3):
        for _ in view.showing(lines):
            pass
    cards = [view.board.column(state).cards for state in columns()]
    assert not all(one.updatesEnabled() for one in cards)
    qtbot.waitUntil(lambda: all(one.updatesEnabled() for one in cards))
