"""A large act is shown in a turn of its own, a small one at once."""

from PySide6.QtCore import QObject

from reader.model.change import LARGE, Change, Edit
from reader.model.collection import ArticleLabel
from reader.ui.panels.large_later import LargeLater


def of(count):
    edits = tuple(Edit(None, ArticleLabel(name=str(number))) for number in range(count))
    return Change(act="edit_label", edits=edits, annotator_uid="me", session_uid="window")


def test_large_acts_come_in_the_next_turn_in_their_order(qtbot):
    shown, parent = [], QObject()
    later = LargeLater(shown.append, parent)
    large, small, other = of(LARGE + 1), of(LARGE), of(LARGE + 2)
    for change in (large, small, other):
        later.take(change)
    assert shown == [small]
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert shown == [small, large, other]
