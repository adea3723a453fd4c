"""Showing the claims of all articles holds the window in no single turn."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from reader.model.vocabulary import CLAIM_STATES

ALT = Qt.KeyboardModifier.AltModifier


class Turns(QObject):
    """Counts the turns of the event loop; `look` is called in each."""

    def __init__(self, parent: QObject, look: Callable[[], object] = int) -> None:
        super().__init__(parent)
        self.count = 0
        self._look = look
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        self.count += 1
        self._look()


class Paintings(QObject):
    """Notes in which turn each column was painted first."""

    def __init__(self, view) -> None:
        super().__init__(view)
        self._turns = Turns(self)
        self._states = {}
        for one in CLAIM_STATES:
            viewport = view.board.column(one.key).cards.viewport()
            self._states[viewport] = one.key
            viewport.installEventFilter(self)
        self.first: dict[str, int] = {}

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.first.setdefault(self._states[watched], self._turns.count)
        return False


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
    paintings = Paintings(view)
    filled = set(columns())
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
