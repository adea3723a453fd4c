"""What both lists have in common: a quiet frame, and keys of their own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTableView

Act = Callable[[], None]


class OwnKeys(QObject):
    """Answers keys for a list that has the keyboard.

    `act_of` returns what a key does there, or None. Such a key is kept from the
    window's actions: Delete in a list means the rows that are chosen in it.
    """

    def __init__(self, view: QAbstractItemView, act_of: Callable[[QKeyEvent], Act | None]) -> None:
        super().__init__(view)
        self._act_of = act_of
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept the list's keys before a shortcut does, and answer them."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().eventFilter(watched, event)
        act = self._act_of(event)
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            act()
        return True


def make_quiet(view: QAbstractItemView, name: str) -> None:
    """Take a list's frame away, let it scroll smoothly, and name it for assistive tools."""
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.viewport().setBackgroundRole(view.palette().ColorRole.Window)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)


def make_rows(view: QTableView, name: str) -> None:
    """Make a quiet table of one column that a person takes for a list of rows of one height.

    A list view would lay all its rows out anew whenever one of them changes.
    """
    make_quiet(view, name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.horizontalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(1)


def row_at_end(view: QTableView, way: QAbstractItemView.CursorAction) -> QModelIndex | None:
    """Return the first row for Home and the last for End, None for another key or no row.

    A table goes to the ends of a row; people see a list.
    """
    rows, ends = view.model().rowCount(), QAbstractItemView.CursorAction
    if not rows or way not in (ends.MoveHome, ends.MoveEnd):
        return None
    return view.model().index(0 if way == ends.MoveHome else rows - 1, 0)


def take_height(view: QTableView) -> None:
    """Give all rows the one height that the view's delegate needs."""
    size = view.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
    view.verticalHeader().setDefaultSectionSize(size.height())


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, on whichever side of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key is pressed alone, be it on the keypad."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key writes something, in whatever script."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & command
