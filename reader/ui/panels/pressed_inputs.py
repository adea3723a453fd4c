"""Values that are pressed rather than typed: yes or no, and steps from one to five."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QStyle, QWidget

from reader.ui.panels.look import input_height, look_of
from reader.ui.panels.own_line import begins_right
from reader.ui.panels.prose import draw_own
from reader.ui.theme import GRID

_BOX = 14  # px
_DOT = 12  # px
_DOT_STEP = _DOT + 2 * GRID  # px; from one dot to the next
_STEPS = 5
_DIGITS = "12345١٢٣٤٥"
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)


class FlagInput(QAbstractButton):
    """A box to tick: "yes" or nothing."""

    taken = Signal()
    enter: Qt.KeyboardModifier | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Tick the box for anything but nothing."""
        self.setChecked(bool(text))
        self.update()

    def words_of(self, value: str) -> str:
        """Return a value as a person reads it."""
        return self.tr("Yes") if value else self.tr("No")

    def set_fixed(self, fixed: bool) -> None:
        """Let the value only be read, or be edited."""
        self.setEnabled(not fixed)

    def _tell(self) -> None:
        self.taken.emit()

    def text(self) -> str:
        """Return "yes" or ""."""
        return "yes" if self.isChecked() else ""

    def sizeHint(self) -> QSize:
        """Return the size of a line of text."""
        return QSize(10 * GRID, input_height(self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick, and the word beside it."""
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BOX) // 2
        box = QRectF(self._placed(QRect(0, top, _BOX, _BOX))).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.accent if self.isChecked() else look.muted, 1))
        painter.setBrush(look.accent if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(look.surface, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            centre = box.center()
            painter.drawPolyline(
                [centre + QPointF(-3.5, 0), centre + QPointF(-1, 3), centre + QPointF(3.5, -3)]
            )
        painter.setPen(look.ink if self.isChecked() else look.faint)
        words = QRect(_BOX + 2 * GRID, 0, self.width() - _BOX - 2 * GRID, self.height())
        shown = self.words_of(self.text())
        draw_own(painter, self._placed(words), shown, default=begins_right(self))

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class StepsInput(QAbstractSlider):
    """One to five dots, or none: digits and arrows set them, the one that is set takes itself away.

    Qt's slider gives it its arrows, in either direction, and its voice.
    """

    taken = Signal()
    enter: Qt.KeyboardModifier | None = Qt.KeyboardModifier.NoModifier

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def text(self) -> str:
        """Return "1" to "5", or ""."""
        return str(self.value()) if self.value() else ""

    def set_text(self, text: str) -> None:
        """Show another value."""
        self.setValue(int(text) if text in ("1", "2", "3", "4", "5") else 0)

    def words_of(self, value: str) -> str:
        """Return a value as a person reads it."""
        return self.tr("{step} of 5").format(step=value) if value else ""

    def set_fixed(self, fixed: bool) -> None:
        """Let the value only be read, or be edited."""
        self.setEnabled(not fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a line of text."""
        return QSize(_STEPS * _DOT_STEP, input_height(self.font()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a step by its digit, on any layout; take it away."""
        if event.text() and event.text() in _DIGITS:
            self.setValue(_DIGITS.index(event.text()) % _STEPS + 1)
        elif event.key() in _CLEARING:
            self.setValue(0)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the step that is pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for step in range(1, _STEPS + 1):
            if (
                self._dot(step)
                .adjusted(-GRID, -GRID, GRID, GRID)
                .contains(event.position().toPoint())
            ):
                self.setValue(0 if self.value() == step else step)
                self.taken.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, those up to the value filled."""
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(1, _STEPS + 1):
            is_set = step <= self.value()
            painter.setPen(QPen(look.accent if is_set else look.muted, 1))
            painter.setBrush(look.accent if is_set else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self._dot(step)).adjusted(1, 1, -1, -1))

    def _dot(self, step: int) -> QRect:
        square = QRect((step - 1) * _DOT_STEP, (self.height() - _DOT) // 2, _DOT, _DOT)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), square)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Show what is set."""
        super().sliderChange(change)
        self.update()
