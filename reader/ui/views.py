"""The views of the window's centre: the page, and others that are built when first shown."""

from collections.abc import Callable, Collection, Generator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.frozen import dataclass
from reader.ui.desk_actions import PAGE_FIRST, PAGE_ONLY
from reader.ui.newest import Newest
from reader.ui.theme import GRID

if TYPE_CHECKING:
    from reader.ui.action_set import Actions
    from reader.ui.desk.view import View

PAGE = "page"
Factory = Callable[[], "View"]


@dataclass(frozen=True, slots=True)
class _View:
    """One view: its word in the switcher, what builds it, and the docks that stay beside it."""

    title: str
    build: Factory
    docks: frozenset[str]


class Views(QObject):
    """Shows one view at a time in the centre of a window.

    `shown` carries the key of the view that is on show from now on. A view keeps the docks
    that it names; the others come back with the page. `layout_of` tells how the docks stand.
    """

    shown = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        docks: Mapping[str, QDockWidget],
        page: QWidget,
        layout_of: Callable[[], QByteArray],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._layout_of = layout_of
        self._page = page
        self._sheet = QWidget(window)  # the page and the bars below it
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        self._column = column
        self.stack = QStackedWidget(window)
        self.stack.addWidget(self._sheet)
        self._views: dict[str, _View] = {}
        self._built: dict[str, QWidget] = {PAGE: self._sheet}
        self._desk: dict[str, View] = {}
        self._away: set[str] = set()  # the docks that come back with the page
        self._actions: Actions | None = None
        self._painting = Newest(self)
        self.current = PAGE
        self.page_layout = QByteArray()  # how the docks stood when the page was left

    def put_below_page(self, bar: QWidget) -> None:
        """Put a bar under the page; it goes and comes with it."""
        self._column.addWidget(bar)

    def add(self, key: str, title: str, build: Factory, docks: Collection[str] = ()) -> None:
        """Offer a view, built when it is first shown.

        The action `view_` and its key shows it; `docks` are the names of those that stay.
        """
        self._views[key] = _View(title, build, frozenset(docks))

    def take(self, actions: "Actions", page_title: str) -> None:
        """Take over the actions, and put the switcher into the corner of the menu bar."""
        self._actions = actions
        titles = {PAGE: page_title} | {key: one.title for key, one in self._views.items()}
        bar = self._window.menuBar()
        switcher = _Switcher(bar)
        for key, title in titles.items():
            action = actions[f"view_{key}"]
            action.setData(key)
            action.setCheckable(True)
            action.setIconText(title)
            switcher.add(action)
            action.triggered.connect(self._follow_action)
        for key in PAGE_FIRST:
            actions[key].triggered.connect(self.show_page)
        if held := bar.cornerWidget():
            held.deleteLater()
        bar.setCornerWidget(switcher, Qt.Corner.TopRightCorner)
        switcher.show()
        self._mark()

    def widget(self, key: str) -> QWidget | None:
        """Return a view, None for one that was not shown yet."""
        return self._built.get(key)

    def allows(self, dock: str) -> bool:
        """Tell whether a dock may stand beside the view on show."""
        return self.current == PAGE or dock in self._views[self.current].docks

    def show_page(self) -> None:
        """Show the page."""
        self.show(PAGE)

    def show(self, key: str) -> None:
        """Show a view, with the docks that belong beside it, and give it the keyboard."""
        if key == self.current:
            self._mark()
            return
        if self.current == PAGE:
            self.page_layout = self._layout_of()
        if key != PAGE and key not in self._desk:
            self._built[key] = self._desk[key] = self._made(key)
        self.current = key
        self.stack.setCurrentWidget(self._built[key])
        self.place_docks()
        self._mark()
        if key == PAGE:
            self.page_layout = QByteArray()
        if key == PAGE:
            self._page.setFocus()
        else:
            self._desk[key].take_keyboard()
        self.shown.emit(key)

    def place_docks(self) -> None:
        """Hide the docks that do not belong beside the view, and bring back those that do."""
        if self._window.isFullScreen():
            return
        for name, dock in self._docks.items():
            if self.allows(name):
                if name in self._away:
                    dock.setUpdatesEnabled(False)
                    dock.show()
                self._away.discard(name)
            elif not dock.isHidden():
                self._away.add(name)
                dock.hide()
        self._painting.begin(self._painting_docks())

    def _painting_docks(self) -> Generator[None, None, None]:
        """Let the docks that come back be painted after what is read, each in a turn of its own."""
        for dock in self._docks.values():
            if not dock.updatesEnabled():
                dock.setUpdatesEnabled(True)
                yield

    def _made(self, key: str) -> "View":
        widget = self._views[key].build()
        self.stack.addWidget(widget)
        return widget

    def _follow_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show(str(action.data()))

    def _mark(self) -> None:
        """Keep the switcher true, and the page's own actions off while it is not on show."""
        if self._actions is None:
            return
        for key in (PAGE, *self._views):
            self._actions[f"view_{key}"].setChecked(key == self.current)
        for spec, action in self._actions.all():
            if spec.key in PAGE_ONLY or spec.key.startswith("tag_"):
                action.setEnabled(self.current == PAGE)


class _Switcher(QWidget):
    """The names of the views, the current one underlined."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self.setObjectName("viewSwitcher")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._row.setSpacing(GRID)

    def add(self, action: QAction) -> None:
        """Add the name of one view, as its action has it."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("role", "view")
        button.setObjectName(f"switch_{action.objectName()}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
