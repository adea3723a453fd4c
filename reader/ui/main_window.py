"""The window: a frame for the page and its panels. It decides nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.label import Language
from reader.ui.action_spec import MENUS
from reader.ui.dock_title import DockTitle, PanelRoom, put_panel
from reader.ui.giving_way import GivingWay
from reader.ui.notices import NoticeBar
from reader.ui.status_rooms import StatusRoom, status_label
from reader.ui.task_strip import TaskStrip
from reader.ui.tasks import Tasks
from reader.ui.views import Views

if TYPE_CHECKING:
    from reader.ui.action_set import Actions
    from reader.ui.icons import Icons

_TOOLS = ("open_file", "", "undo", "redo", "", "@tags", "note", "delete", "", "zoom_out",
          "zoom_in", "next_theme", "@space", "export", "panels")  # fmt: skip
_STATE_VERSION = 2
_SIZE = QSize(1240, 820)
_ICON = QSize(20, 20)
_DOCK_WIDTH = 320
_DOCK_HEIGHT = 400


class MainWindow(QMainWindow):
    """Lays out the page, three docks, a tool bar and a status bar.

    `dropped` carries what was let fall on the window. `may_close` is asked before
    the window closes; `closed` tells that it has. `full_screen_changed` tells whether
    the page has the screen to itself.
    """

    dropped = Signal(object)
    closed = Signal()
    full_screen_changed = Signal(bool)

    def __init__(self, page: QWidget, language: Language) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.notices = NoticeBar(language, self)
        self.tasks = Tasks(self.notices.complain, self)
        self._around: list[QWidget] = []  # what full screen has hidden
        self._layout_before = QByteArray()
        self._may_close: Callable[[], bool] | None = None
        self._menus: dict[str, QMenu] = {}
        self._tools = QToolBar(self.tr("Tools"), self)
        self._add_bars()
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        self._docks: dict[str, QDockWidget] = {}
        self.views = Views(self, self._docks, page, self.layout_state)
        column.addWidget(self.views.stack, 1)
        self.setCentralWidget(centre)
        self._articles_gave_way = False
        self._titles: list[DockTitle] = []
        start, end = _sides(language)
        self._add_dock("articlesDock", self.tr("Articles"), start)
        self._add_dock("searchDock", self.tr("Search"), start)
        self._docks["searchDock"].hide()
        self._add_dock("annotationsDock", self.tr("Annotations"), end)
        self._add_dock("detailsDock", self.tr("Details"), end)
        gives, stays = self._docks["articlesDock"], self._docks["annotationsDock"]
        self._giving_way = GivingWay(self, gives, stays, self.views.allows)
        self.views.shown.connect(self._giving_way.look)
        self._fill_status_bar()

    def fill(self, panels: dict[str, QWidget]) -> None:
        """Put the panels into their docks, by the docks' names."""
        for name, panel in panels.items():
            put_panel(self._docks[name], panel)
        docks = list(self._docks.values())
        self.resizeDocks(docks, [_DOCK_WIDTH] * len(docks), Qt.Orientation.Horizontal)
        self.resizeDocks(docks[-2:], [_DOCK_HEIGHT] * 2, Qt.Orientation.Vertical)  # a column
        self._giving_way.look()

    def put_below_page(self, bar: QWidget) -> None:
        """Put a bar between the page and the status bar."""
        self.views.put_below_page(bar)

    def build(self, actions: "Actions") -> None:
        """Fill the menus and the tool bar from the table of actions."""
        for key, menu in self._menus.items():
            actions.fill(menu, key)
            if (above := self._menus.get(key.rpartition("/")[0])) is not None:
                above.addMenu(menu)
        self._tools.clear()
        for key in _TOOLS:
            self._add_tool(self._tools, key, actions)

    def dress(self, icons: "Icons") -> None:
        """Draw what is the window's own in the theme's colours."""
        self.setWindowIcon(icons.of_the_program())
        for title in self._titles:
            title.dress(icons)
        self.task_strip.dress(icons)
        for name in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):  # for what has no room
            for button in self.findChildren(QToolButton, name):
                button.setIcon(icons.icon("chevron"))
                button.setToolTip(self.tr("More"))

    def dock(self, name: str) -> QDockWidget:
        """Return a dock by its name."""
        return self._docks[name]

    def docks_visible(self) -> bool:
        """Tell whether any panel is on show."""
        return any(not dock.isHidden() for dock in self._docks.values())

    def show_docks(self, *, visible: bool) -> None:
        """Show or hide all panels."""
        self._articles_gave_way = False
        for name, dock in self._docks.items():
            # Who shows the panels wants the articles, not the last search.
            dock.setVisible(visible and name != "searchDock" and self.views.allows(name))

    def put_search(self, *, shown: bool) -> None:
        """Let the search take the place of the articles, or give it back."""
        articles, search = self._docks["articlesDock"], self._docks["searchDock"]
        if shown and search.isHidden():
            width = articles.width() if articles.isVisible() else _DOCK_WIDTH
            self._articles_gave_way = not articles.isHidden()
            articles.hide()
            search.show()
            self.resizeDocks([search], [max(width, _DOCK_WIDTH)], Qt.Orientation.Horizontal)
        elif not shown:
            search.hide()
            if self._articles_gave_way:
                articles.show()
            self._articles_gave_way = False

    def fill_screen(self, *, full: bool) -> None:
        """Give the page the whole screen, or bring back what was around it."""
        if full == self.isFullScreen():
            return
        if full:
            self._layout_before = self.layout_state()
            chrome: list[QWidget] = [self.menuBar(), self.statusBar(), *self._docks.values()]
            chrome += self.findChildren(QToolBar)
            self._around = [one for one in chrome if not one.isHidden()]
            for one in self._around:
                one.hide()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def layout_state(self) -> QByteArray:
        """Return where the panels are, to be kept; in full screen, where they were."""
        self._giving_way.give_back()  # what gave way is to be there at the next start
        kept = self.views.page_layout
        if kept.isEmpty():
            kept = self._layout_before if self._around else self.saveState(_STATE_VERSION)
        return kept

    def restore_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Put the window and its panels where they were; what does not fit is left out."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        if not state.isEmpty():
            self.restoreState(state, _STATE_VERSION)
        self._giving_way.look()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Let `may_close` decide whether the window closes."""
        self._may_close = may_close

    def _add_bars(self) -> None:
        """Add the bars, empty but as high as they will be: the page must not jump then."""
        for key, title in MENUS:
            above = self._menus.get(key.rpartition("/")[0]) or self.menuBar()
            menu = above.addMenu(QCoreApplication.translate("Menu", title))
            menu.setToolTipsVisible(True)
            self._menus[key] = menu
        view = QToolButton(self.menuBar())
        view.setProperty("role", "view")
        view.setText(" ")
        view.setEnabled(False)
        self.menuBar().setCornerWidget(view)
        view.show()
        self._tools.setObjectName("tools")
        self._tools.setMovable(False)
        self._tools.setIconSize(_ICON)
        for text in (" ", ""):  # the height of words, and that of icons
            held = QToolButton()
            held.setText(text)
            held.setEnabled(False)
            self._tools.addWidget(held)
        self.addToolBar(self._tools)

    def _add_dock(self, name: str, title: str, side: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(PanelRoom(QSize(_DOCK_WIDTH, _DOCK_HEIGHT)))
        self._titles.append(DockTitle(dock))
        dock.setTitleBarWidget(self._titles[-1])
        self.addDockWidget(side, dock)
        self._docks[name] = dock

    def _fill_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.status_saved = status_label("statusSaved")
        self.status_place = status_label("statusPlace")
        self.status_hidden = status_label("statusHidden")
        self.status_zoom = status_label("statusZoom")
        self.task_strip = TaskStrip(self.tasks, self)
        bar.addWidget(StatusRoom(self.status_saved))
        bar.addWidget(StatusRoom(self.status_place, takes_rest=True), 1)
        bar.addPermanentWidget(self.task_strip)
        bar.addPermanentWidget(self.status_hidden)
        bar.addPermanentWidget(self.status_zoom)

    def _add_tool(self, tools: QToolBar, key: str, actions: "Actions") -> None:
        if key == "":
            tools.addSeparator()
        elif key == "@space":
            space = QWidget(tools)
            space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            tools.addWidget(space)
        elif key == "@tags":
            for spec, action in actions.all():
                if spec.key.startswith("tag_"):
                    tools.addAction(action)
                    button = tools.widgetForAction(action)
                    if isinstance(button, QToolButton):
                        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        else:
            tools.addAction(actions[key])
            button = tools.widgetForAction(actions[key])
            button.setAccessibleName(actions[key].text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take in what may hold an article."""
        if _holds_article(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was let fall."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        """Bring back what is around the page whoever ended full screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            around = [] if self.isFullScreen() else self._around
            for one in around:
                one.show()
            if around:
                self._around = []
                self.views.place_docks()
            self.full_screen_changed.emit(self.isFullScreen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave full screen, or else stop the long work on show, at an Esc of no other use."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self.isFullScreen():
            self.fill_screen(full=False)
        elif not is_escape or not self.task_strip.cancel():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing would be lost."""
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()


def _sides(language: Language) -> tuple[Qt.DockWidgetArea, Qt.DockWidgetArea]:
    """Return where the line begins and ends: dock areas are physical and do not mirror."""
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    return (right, left) if language == "ar" else (left, right)


def _holds_article(mime: QMimeData) -> bool:
    return mime.hasUrls() or mime.hasText()
