"""The one quiet place where long work is seen: what it is, how far it is, a way to stop it."""

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from reader.ui.panels.moments import percent_in_words
from reader.ui.theme import GRID

if TYPE_CHECKING:
    from reader.ui.icons import Icons
    from reader.ui.tasks import Task, Tasks

_LABEL_WIDTH = 64 * GRID
_BAR = QSize(36 * GRID, GRID)
_CROSS = 14


class TaskStrip(QWidget):
    """Shows the oldest long task in the status bar; hidden while there is none."""

    def __init__(self, tasks: "Tasks", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskStrip")
        self._tasks = tasks
        self._task: Task | None = None
        self.label = _words("taskLabel", self)
        self.share = _words("taskShare", self)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("taskBar")
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR)
        self.cancel_button = QToolButton(self)
        self.cancel_button.setObjectName("taskCancel")
        self.cancel_button.setIconSize(QSize(_CROSS, _CROSS))
        self.cancel_button.setAccessibleName(self.tr("Stop this"))
        self.cancel_button.setToolTip(self.tr("Stop this (Esc)"))
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, GRID, 0)
        row.setSpacing(GRID)
        for one in (self.label, self.bar, self.share, self.cancel_button):
            row.addWidget(one)
        # The digits change as the work goes on; the bar is not to move with them.
        self.share.setMinimumWidth(self.share.fontMetrics().horizontalAdvance("100%") + 4 * GRID)
        tasks.looked.connect(self._look)
        self.hide()

    def dress(self, icons: "Icons") -> None:
        """Draw the cross in the theme's colours."""
        self.cancel_button.setIcon(icons.icon("close"))

    def cancel(self) -> bool:
        """Give up the task on show; tell whether there was one."""
        if self._task is None:
            return False
        self._task.cancel()
        self._look()
        return True

    def _look(self) -> None:
        """Show what there is to see now."""
        task, count = self._tasks.shown()
        is_new = task is not None and task is not self._task
        self._task = task
        if task is None:
            self.hide()
            return
        self._tell(task, count)
        self.show()
        if is_new:
            told = QtGui.QAccessibleAnnouncementEvent(self, task.label)
            QtGui.QAccessible.updateAccessibility(told)

    def _tell(self, task: "Task", count: int) -> None:
        text = (
            self.tr("Stopping: %1").replace("%1", task.label) if task.is_cancelled else task.label
        )
        if count > 1:
            more = self.locale().toString(count - 1)
            text = self.tr("%1 (and %2 more)").replace("%2", more).replace("%1", text)
        shown = self.label.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideMiddle, _LABEL_WIDTH
        )
        self.label.setText(shown)
        self.label.setToolTip(text if shown != text else "")
        known = task.total > 0
        percent = min(100, 100 * task.done // task.total) if known else 0
        self.bar.setRange(0, 100 if known else 0)
        self.bar.setValue(percent)
        self.share.setText(percent_in_words(percent, self.locale()) if known else "")
        self.bar.setAccessibleName(text)
        self.cancel_button.setAccessibleName(self.tr("Stop: %1").replace("%1", task.label))
        self.cancel_button.setEnabled(not task.is_cancelled)


def _words(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
