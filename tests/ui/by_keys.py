"""A person who has a keyboard and nothing else: every control, by the keys that lead to it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QScrollBar,
    QTextEdit,
    QToolBar,
    QWidget,
)

from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.inputs import ChoiceInput, LongInput
from reader.ui.panels.offered_input import KeyedInput
from reader.ui.panels.pressed_inputs import FlagInput, StepsInput
from reader.ui.workspace import Workspace
from tests.worked import CTRL, SHIFT, Hands, Key, wait

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
NONE = Qt.KeyboardModifier.NoModifier
_MOST_STOPS = 400  # Tabs; more of them means that the keyboard goes round without end
_AROUND = 12  # px; how far from a control what shows its focus may stand


class Keys(Hands):
    """Presses keys, and finds out where that leads."""

    def round_trip(self, *, back: bool = False) -> list[QWidget]:
        """Press Tab, or Shift+Tab, until the keyboard is where it was; return all it came to."""
        arranging = self.desk.details_panel._arranging
        wait(lambda: not arranging.isActive())  # its stops are set a turn after the fields
        start, seen = self.window.focusWidget(), []
        while len(seen) < _MOST_STOPS:
            self.press(Key.Key_Backtab, SHIFT) if back else self.press(Key.Key_Tab)
            seen.append(self.window.focusWidget())
            if seen[-1] is start:
                return seen
            if seen[-1] in seen[:-1]:
                break
        raise AssertionError(f"caught at {told(seen[-1])}")

    def fill(self, field: QWidget, value: str) -> None:
        """Tab to a field of any kind, and give it a value by its own keys."""
        self.go_to(field)
        name = field.accessibleName()
        if isinstance(field, FlagInput):
            if field.text() != value:
                self.press(Key.Key_Space)
        elif isinstance(field, StepsInput):
            self.write(value)
            self.press(Key.Key_Return)
        elif isinstance(field, KeyedInput):
            self._take_offer(field, value)
        elif isinstance(field, ChoiceInput):
            self._choose(field, value)
        else:
            self.press(Key.Key_A, CTRL)
            self.write(value)
            self.press(Key.Key_Return, CTRL if isinstance(field, LongInput) else NONE)
        held = self.window.focusWidget()
        if held is None or held.accessibleName() != name:
            raise AssertionError(f"the keyboard went from {name!r} to {told(held)}")

    def fill_rows(self, rows: Callable[[], dict[str, FieldRow]], values: dict[str, str]) -> None:
        """Fill rows by their keys, in the order of the values; an act may make them anew."""
        for key, value in values.items():
            self.fill(rows()[key].field, value)
            if rows()[key].message():
                raise AssertionError(f"{key}: {rows()[key].message()}")

    def _take_offer(self, field: KeyedInput, letters: str) -> None:
        """Type a few letters, and take the first thing that is offered."""
        self.write(letters)
        wait(lambda: QApplication.activePopupWidget() is not None)
        self.press(Key.Key_Down)
        self.press(Key.Key_Return)

    def unfold(self, header: QAbstractButton) -> None:
        """Tab to the line of a group, and open it."""
        self.go_to(header)
        if not header.isChecked():
            self.press(Key.Key_Space)

    def push(self, button: QWidget) -> None:
        """Tab to a button, and press it."""
        self.go_to(button)
        self.press(Key.Key_Space)

    def pick(self, button: QWidget, *path: object) -> None:
        """Tab to a button with a menu, open it, and go to a row by the arrows.

        `path` is the row's data; of a menu in the menu, that menu's title comes first.
        """
        self.go_to(button)
        left = list(path)
        waiting = QTimer(self.window, interval=10)
        waiting.timeout.connect(partial(_walk_menu, left, waiting))
        waiting.start()
        self.press(Key.Key_Space)  # comes back when the menu has closed
        waiting.stop()
        if left:
            raise AssertionError(f"{told(button)} has no {left}")


def keys_in(workspace: Workspace) -> Keys:
    """Return the keyboard of a window, which is on its page."""
    keys = Keys(workspace)
    keys.window.activateWindow()
    keys.page.setFocus()
    return keys


def _walk_menu(path: list[object], waiting: QTimer) -> None:
    """Go along the menu, once it is open, to each step of a path; it stays open for nobody."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return
    waiting.stop()
    while path and isinstance(menu, QMenu) and _go_to_row(menu, path[0]):
        del path[0]
        QTest.keyClick(menu, Key.Key_Return)
        menu = QApplication.activePopupWidget()
    while menu is not None:
        menu.close()
        menu = QApplication.activePopupWidget()


def _go_to_row(menu: QMenu, step: object) -> bool:
    for _ in menu.actions():
        QTest.keyClick(menu, Key.Key_Down)
        active = menu.activeAction()
        if active is not None and step in (active.data(), active.text()):
            return True
    return False


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield every control of a window that is on show and can be used."""
    for kind in CONTROLS:
        for one in window.findChildren(kind):
            if one.isVisible() and one.isEnabled() and _is_own(one):
                yield one


def _is_own(one: QWidget) -> bool:
    """Tell whether a control is one by itself, and no part of Qt's own, or of a tool bar.

    What a tool bar shows are actions, and each has its key or its menu.
    """
    if isinstance(one, QScrollBar) or one.objectName().startswith("qt_"):
        return False
    return not isinstance(one.parentWidget(), QToolBar | QAbstractSpinBox | QComboBox)


def told(one: QWidget | None) -> str:
    """Return what a control is called, for whoever reads a failed test."""
    if one is None:
        return "nothing"
    return f"{type(one).__name__} {one.objectName() or one.accessibleName()!r}"


def picture(one: QWidget) -> QImage:
    """Return what is painted at a control and closely around it."""
    window = one.window()
    place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    around = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return window.grab(around.intersected(window.rect())).toImage()
