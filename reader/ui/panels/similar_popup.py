"""Earlier claims beside the line in which a claim is being typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.similar_section import EarlierClaim, EarlierRow
from reader.ui.theme import GRID

_MOST = 3


class SimilarPopup(QFrame):
    """Stands under a field while one types there; Esc and leaving the field take it away.

    It never takes the keyboard: what it shows stands in the details too.
    `claim_chosen` carries the uid of a claim that was clicked.
    """

    claim_chosen = Signal(str)

    def __init__(self, field: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("similarPopup")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._field = field
        heading = QLabel(self.tr("Claimed before?"), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(small(self.font()))
        heading.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        heading.setContentsMargins(MARGIN, GRID, MARGIN, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, GRID)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self.rows: list[EarlierRow] = []
        field.installEventFilter(self)
        self.hide()

    def show_found(self, found: Sequence[EarlierClaim]) -> None:
        """Show the first claims under the field; nothing where there are none."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in found[:_MOST] if self._field.hasFocus() else ():
            row = EarlierRow(one, self)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.clicked.connect(partial(self._choose, one.uid))
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))
        if self.rows:
            self._stand()

    def _stand(self) -> None:
        """Stand under the field, as wide as it is, within the window."""
        window = self.parentWidget()
        if window is None:
            return
        self.setFixedWidth(self._field.width() + 2 * MARGIN)
        self.adjustSize()
        under = self._field.mapTo(window, QPoint(-MARGIN, self._field.height() + 2 * GRID))
        left = max(0, min(under.x(), window.width() - self.width()))
        self.move(left, max(0, min(under.y(), window.height() - self.height())))
        self.raise_()

    def _choose(self, uid: str, *_: object) -> None:
        self.hide()
        self.claim_chosen.emit(uid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field is left, and at Esc before anything else does."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.hide()
            return True
        return super().eventFilter(watched, event)
