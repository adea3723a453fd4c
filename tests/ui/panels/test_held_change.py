"""One change may be shown later than the page, but never after the one that follows it."""

from PySide6.QtCore import QObject

from reader.model.change import Change
from reader.ui.panels.held_change import HeldChange


def change() -> Change:
    return Change(act="annotate", edits=(), annotator_uid="me", session_uid="window")


def test_one_is_held_until_it_may_be_shown():
    shown, parent = [], QObject()
    held = HeldChange(shown.append, parent)
    first, second = change(), change()
    held.take(first)
    held.hold_next()
    held.take(second)
    assert shown == [first]
    held.move_on()
    held.move_on()
    assert shown == [first, second]


def test_the_next_one_brings_the_held_one_along():
    shown, parent = [], QObject()
    held = HeldChange(shown.append, parent)
    some = [change() for _ in range(3)]
    held.hold_next()
    for one in some:
        held.take(one)
    assert shown == some


def test_nothing_is_held_for_an_act_that_failed():
    shown, parent = [], QObject()
    held = HeldChange(shown.append, parent)
    held.hold_next()
    held.move_on()
    held.take(change())
    assert len(shown) == 1
