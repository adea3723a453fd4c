"""The quiet heading of a panel: its name, and a cross that hides it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui.theme import GRID

if TYPE_CHECKING:
    from reader.ui.icons import Icons

_CROSS = 14


class DockTitle(QWidget):
    """Stands in for Qt's own title bar; the panel can be dragged by it all the same."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName(f"{dock.objectName()}Title")
        name = QLabel(dock.windowTitle(), self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "panel")
        self._cross = QToolButton(self)
        self._cross.setIconSize(QSize(_CROSS, _CROSS))
        words = self.tr("Hide this panel (F9 hides or shows all)")
        self._cross.setToolTip(words)
        self._cross.setAccessibleName(words)
        self._cross.clicked.connect(dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2 * GRID, 0, GRID)
        row.setSpacing(0)
        row.addSpacing(3 * GRID)  # margins do not mirror
        row.addWidget(name, 1)
        row.addWidget(self._cross)
        row.addSpacing(2 * GRID)

    def dress(self, icons: "Icons") -> None:
        """Draw the cross in the theme's colours."""
        self._cross.setIcon(icons.icon("close"))


class PanelRoom(QWidget):
    """Holds the room of a panel until it is there: the page is as wide before it as after.

    Not in a window too narrow for two panels beside the page: one of them will give way.
    """

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size

    def sizeHint(self) -> QSize:
        """Return the size that the panel will have."""
        wide = self._size.width()
        return QSize(wide if self.window().width() >= 3 * wide else 0, self._size.height())


def put_panel(dock: QDockWidget, panel: QWidget) -> None:
    """Put a panel into its dock, in place of the room that was held for it."""
    held = dock.widget()
    dock.setWidget(panel)
    held.deleteLater()
