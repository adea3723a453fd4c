"""Menus of tags and statuses, and the quiet button that opens one."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from reader.ui.panels.look import look_of, small
from reader.ui.panels.marks import draw_chevron
from reader.ui.theme import GRID

_CHEVRON = 10  # px
_LEAST = 12 * GRID  # px; of a button that gives way
PLAIN_BUTTON = f"QToolButton {{ padding: {GRID}px {2 * GRID}px; }}"
INSET = 2 * GRID + 1  # px; from the edge of a plain button to its words: its frame and padding
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


class ElidingButton(QToolButton):
    """A button whose words end with an ellipsis where there is no room for them.

    Its size policy says whether it gives way at all: by itself it does not.
    """

    def _cut(self, option: QStyleOptionToolButton, room: int) -> None:
        """Let the words of an option be no wider than a button of so many px has room for."""
        if room < self.sizeHint().width():
            side = Qt.TextElideMode.ElideRight
            inside = room - 2 * INSET
            option.text = self.fontMetrics().elidedText(option.text, side, inside)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which something is read."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button with as much of its words as there is room for."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        self._cut(option, self.width())
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class _PlainButton(ElidingButton):
    """A button whose words begin INSET from its edge; Qt gives them more room than that."""

    def sizeHint(self) -> QSize:
        """Return the size of the words, the padding and the frame."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(words.width() + 2 * INSET, super().sizeHint().height())


def plain_button(words: str, parent: QWidget) -> QToolButton:
    """Return a quiet button of words alone, reached by Tab."""
    button = _PlainButton(parent)
    button.setText(words)
    button.setFont(small(parent.font()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setStyleSheet(PLAIN_BUTTON)
    return button


def switch_button(words: str, parent: QWidget, *, checkable: bool = False) -> QToolButton:
    """Return a button of words within an edge, reached by Tab; it may be pressed to stay so."""
    button = QToolButton(parent)
    button.setText(words)
    button.setCheckable(checkable)
    button.setFont(small(parent.font()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setStyleSheet(SWITCH)
    return button


class MenuButton(_PlainButton):
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words where a plain button has them, and the chevron behind them."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        self._cut(option, self.width())
        words, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        room = QRect(0, 0, self.width() - _CHEVRON - GRID, self.height())
        option.text = words
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        painter.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, option)
        square = QRectF(
            self.width() - _CHEVRON - GRID, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON
        )
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), square.toRect())
        draw_chevron(painter, QRectF(placed), look_of(self).muted)
