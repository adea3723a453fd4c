"""Menus of tags and statuses, and the quiet button that opens one."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QToolButton, QWidget

from reader.ui.panels.look import look_of, small
from reader.ui.panels.marks import draw_chevron
from reader.ui.theme import GRID

_CHEVRON = 10  # px
PLAIN_BUTTON = f"QToolButton {{ padding: {GRID}px {2 * GRID}px; }}"
# The edge is its own, so it has to say by itself where the keyboard is.
SWITCH = (
    PLAIN_BUTTON
    + "QToolButton { border: 1px solid palette(mid); }"
    + "QToolButton:focus { border: 1px solid palette(highlight); }"
)


def choice_menu(
    title: str, rows: Iterable[tuple[str, str, str]], parent: QWidget, *, exclusive: bool = False
) -> QMenu:
    """Return a menu of (key, words, keyboard key) rows; a chosen action's data is its key."""
    menu = QMenu(title, parent)
    refill(menu, rows, exclusive=exclusive)
    return menu


def refill(menu: QMenu, rows: Iterable[tuple[str, str, str]], *, exclusive: bool = False) -> None:
    """Give a menu of choices other rows."""
    menu.clear()
    group = QActionGroup(menu)
    for key, words, keyboard in rows:
        # The key stands behind a tab, as a menu shows it; the list itself answers it.
        plain = words.replace("&", "&&")
        action = menu.addAction(f"{plain}\t{keyboard}" if keyboard else plain)
        action.setData(key)
        if exclusive:
            action.setCheckable(True)
            group.addAction(action)


def plain_button(words: str, parent: QWidget) -> QToolButton:
    """Return a quiet button of words alone, reached by Tab."""
    button = QToolButton(parent)
    button.setText(words)
    button.setFont(small(parent.font()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setStyleSheet(PLAIN_BUTTON)
    return button


class MenuButton(QToolButton):
    """Words with a chevron behind them; Space, Enter or a click opens the menu."""

    def __init__(self, name: str, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setAccessibleName(name)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(small(self.font()))
        self.setStyleSheet(PLAIN_BUTTON)

    def sizeHint(self) -> QSize:
        """Return the size of the words and the chevron."""
        return super().sizeHint() + QSize(_CHEVRON + GRID, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the chevron."""
        super().paintEvent(event)
        square = QRectF(
            self.width() - _CHEVRON - GRID, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON
        )
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), square.toRect())
        draw_chevron(QPainter(self), QRectF(placed), look_of(self).muted)
