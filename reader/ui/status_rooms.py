"""Words in the status bar that change with every act and move nothing around them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def status_label(name: str) -> QLabel:
    """Return a label of plain text for the status bar."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class StatusRoom(QWidget):
    """The room of a label: it widens for longer words and never narrows again.

    With `takes_rest` it is as wide as the bar leaves it, whatever the label says. A label
    straight in the bar would lay the whole window out anew whenever its words change.
    """

    def __init__(self, label: QLabel, *, takes_rest: bool = False) -> None:
        super().__init__()
        self._label = label
        self._takes_rest = takes_rest
        label.setParent(self)
        policy = QSizePolicy.Policy
        across = policy.Ignored if takes_rest else policy.Fixed
        self.setSizePolicy(across, policy.Fixed)
        self._room = label.sizeHint()

    def sizeHint(self) -> QSize:
        """Return the most that the words have needed."""
        return self._room

    def minimumSizeHint(self) -> QSize:
        """Return what the bar must leave."""
        return QSize(0, self._room.height()) if self._takes_rest else self._room

    def event(self, event: QEvent) -> bool:
        """Widen when the label needs more."""
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self._room.expandedTo(self._label.sizeHint())
            grows = needed.height() > self._room.height() if self._takes_rest else True
            if needed != self._room and grows:
                self._room = needed
                self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the label all of it."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
