"""How an annotation looks in the list, and how its note is written there."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.panels.annotations_model import AnnotationRole
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, RADIUS, body, line_height, look_of, small
from reader.ui.panels.marks import MARK, draw_mark
from reader.ui.panels.own_text import OwnText
from reader.ui.panels.prose import draw_line, draw_own
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; above and below a row's words
_INDENT = MARGIN + MARK + 2 * GRID  # px; from the row's edge to its words


class AnnotationDelegate(QStyledItemDelegate):
    """Paints one annotation in two lines: its words, then its note and status."""

    def __init__(self, view: QAbstractItemView, unsaved: str) -> None:
        super().__init__(view)
        self._view = view
        self._unsaved = unsaved

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row: shape, words, note and status."""
        look = look_of(self._view)
        painter.save()
        draw_ground(painter, option, look, marked=index == self._view.currentIndex())
        rect = option.rect
        top = rect.top() + _PAD
        first, second = line_height(body(self._view.font())), line_height(small(self._view.font()))
        right = rect.right() + 1 - MARGIN
        mark = QRect(rect.left() + MARGIN, top + (first - MARK) // 2, MARK, MARK)
        draw_mark(painter, QRectF(place(option, mark)), index.data(AnnotationRole.TAG))
        painter.setFont(body(self._view.font()))
        painter.setPen(look.ink)
        words = QRect(rect.left() + _INDENT, top, right - rect.left() - _INDENT, first)
        mirrored = is_mirrored(option)
        draw_own(painter, place(option, words), index.data(), default=mirrored)
        painter.setFont(small(self._view.font()))
        status = QRect(rect.left() + _INDENT, top + first, words.width(), second)
        used = self._paint_status(painter, option, status, index)
        painter.setPen(look.muted)
        note = status.adjusted(0, 0, -used - 2 * GRID, 0)
        draw_own(painter, place(option, note), index.data(AnnotationRole.NOTE), default=mirrored)
        painter.restore()

    def _paint_status(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, index: Index
    ) -> int:
        """Draw the status at the far end of a line; return the px that it takes."""
        look = look_of(self._view)
        unsaved = index.data(AnnotationRole.UNSAVED)
        words = self._unsaved if unsaved else index.data(AnnotationRole.STATUS)
        painter.setPen(look.danger if unsaved or index.data(AnnotationRole.WAITS) else look.muted)
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 1
        end = QRect(line.right() + 1 - width, line.top(), width, line.height())
        draw_line(painter, place(option, end), words, rtl=is_mirrored(option))
        return width

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size that every row has."""
        font = self._view.font()
        height = line_height(body(font)) + line_height(small(font))
        return QSize(self._view.viewport().width(), height + 2 * _PAD + 1)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Return a box for the note."""
        editor = NoteEditor(parent)
        editor.setAccessibleName(self.tr("Note"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the note, once."""
        # The row may change elsewhere while a person types; what is typed stays.
        if isinstance(editor, NoteEditor) and not editor.document().isModified():
            editor.begin(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the note to the model."""
        if isinstance(editor, NoteEditor):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the box where the note stands."""
        if isinstance(editor, NoteEditor):
            top = option.rect.top() + _PAD + line_height(body(self._view.font()))
            row = QRect(option.rect.left(), top, option.rect.width() - GRID, editor.height())
            editor.stand_in(place(option, row.adjusted(_INDENT - 2 * GRID, 0, 0, 0)))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter keep the note, and Tab go on to the next one."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
            and (hint := _hint_of(event)) is not None
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, hint)
            return True
        return super().eventFilter(editor, event)


def _hint_of(event: QKeyEvent) -> QStyledItemDelegate.EndEditHint | None:
    """Return what comes after a key that ends a note; None for any other key."""
    hints = QStyledItemDelegate.EndEditHint
    if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return hints.NoHint
    following = {
        Qt.Key.Key_Tab.value: hints.EditNextItem,
        Qt.Key.Key_Backtab.value: hints.EditPreviousItem,
    }
    return following.get(event.key())


class NoteEditor(OwnText):
    """Where a note is written within the list; Enter keeps it, Shift+Enter begins a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__((1, 6), parent)
        self.setFont(small(parent.font()))
        self.setStyleSheet(
            "QTextEdit { background: palette(base); border: 1px solid palette(highlight);"
            f" border-radius: {RADIUS}px; padding: {GRID - 1}px {2 * GRID - 1}px; }}"
        )
        self.resized.connect(self._stay_inside)
        self.document().setModified(False)

    def begin(self, note: str) -> None:
        """Show the note as it is, the cursor at its end."""
        self.set_text(note)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().setModified(False)

    def stand_in(self, rect: QRect) -> None:
        """Stand at the top of a rectangle, as wide as it is."""
        self.setFixedWidth(rect.width())
        self.move(rect.topLeft())
        self._stay_inside()

    def _stay_inside(self) -> None:
        """Grow downwards as long as there is room, then upwards."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(self.x(), max(0, min(self.y(), parent.height() - self.height())))
