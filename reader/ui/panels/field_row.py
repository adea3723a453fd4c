"""One field of the details: a label, a value edited in its place, and a line for trouble."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Label, Language
from reader.text.controls import guarded, isolated
from reader.ui.panels.inputs import Input, LongInput
from reader.ui.panels.length_advice import LengthAdvice
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, RADIUS, look_of, small
from reader.ui.panels.prose import flat, numbers_kept
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; between a field's edge and its words

Save = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is not in the library, and what was said about it."""

    text: str
    message: str
    is_error: bool


class FieldRow(QWidget):
    """Keeps what is typed apart from what the library holds.

    `save` takes the field's key and the text, and raises ReaderError for a text
    that is not taken; that is told under the field, and what was typed stays. A
    value that changes elsewhere while it is edited here is told there too: then
    only Enter overwrites it, and Esc takes it. A row with a `label_width` (px) has
    its label beside the field, one without has it above.
    """

    def __init__(
        self,
        key: str,
        label: Label,
        field: Input,
        save: Save,
        language: Language,
        label_width: int = 0,
    ) -> None:
        super().__init__(field.parentWidget())
        self.key = key
        self.field = field
        self._name = label
        self._language = language
        self._save = save
        self._stored = ""
        self._shown = ""  # how the field gives back what is stored, without anybody typing
        self._saving = False
        self._contested = False
        self._is_error = False
        self._advice: LengthAdvice | None = None
        self._frame = _Frame(field, self)
        self._message = WrappedLabel(self)
        self._message.setObjectName("fieldMessage")
        self._message.setContentsMargins(_PAD, 0, _PAD, GRID)
        self._message.setFont(small(self.font()))
        self._message.hide()
        self._lay_out(label.text(language), label_width)
        field.setAccessibleName(label.text(language))
        field.installEventFilter(self)
        field.taken.connect(self._take)

    def advise(self, advised_cp: int) -> None:
        """Count what is typed, and say quietly where it is longer than is advised."""
        if isinstance(self.field, LongInput):
            self._advice = LengthAdvice(advised_cp, self._language, self)
            self._advice.setContentsMargins(_PAD, 0, _PAD, GRID)
            self._advice.count.setContentsMargins(_PAD, 0, _PAD, 0)
            self._grid.addWidget(self._advice.count, 0, 2, Qt.AlignmentFlag.AlignTrailing)
            self._grid.addWidget(self._advice, 3, 0, 1, 3)
            self._advice.told.connect(self._describe)
            self.field.textChanged.connect(self._count)

    def message(self) -> str:
        """Return what is said under the field, "" for nothing."""
        return "" if self._message.isHidden() else self._message.text()

    def is_touched(self) -> bool:
        """Tell whether somebody has typed something else than the library holds."""
        return self._meant() != self._shown

    def show_value(self, value: str) -> None:
        """Show what the library holds now, unless something else is being typed."""
        if self._saving:
            self._stored = value
        elif not self.is_touched() or self._meant() == value:
            self._settle(value)
        elif value != self._stored:
            self._stored = value
            self._contested = True
            words = self.tr("Now: {value}. Enter keeps yours, Esc takes this.")
            self._say(
                words.format(value=isolated(flat(self.field.words_of(value)) or "–")),
                is_error=False,
            )

    def commit(self, *, by_key: bool = False) -> bool:
        """Save what was typed; tell whether nothing is left unsaved."""
        if not self.is_touched():
            self._settle(self._stored)
            return True
        if self._contested and not by_key:
            return False
        self._saving = True
        try:
            self._save(self.key, self._meant())
        except ReaderError as error:
            self._say(self._sentence(error), is_error=True)
            return False
        finally:
            self._saving = False
        self._settle(self._stored)
        return True

    def revert(self) -> None:
        """Throw away what was typed."""
        self._settle(self._stored)

    def draft(self) -> Draft | None:
        """Return what was typed and is not saved, to be shown again later."""
        if not self.is_touched():
            return None
        return Draft(self.field.text(), self.message(), self._is_error)

    def restore(self, value: str, draft: Draft | None) -> None:
        """Show another annotation's value, and what was typed there before."""
        self._settle(value)
        if draft is not None:
            self.field.set_text(draft.text)
            self._contested = not draft.is_error
            self._say(draft.message, is_error=draft.is_error)

    def _meant(self) -> str:
        text = self.field.text()
        return text if isinstance(self.field, LongInput) else text.strip()

    def _take(self) -> None:
        self.commit(by_key=True)

    def _settle(self, value: str) -> None:
        """Hold and show a value; there is nothing more to say about it."""
        self._stored = value
        self._contested = False
        if self.field.text() != value:
            self.field.set_text(value)
        self._shown = self._meant()
        self._message.hide()
        self._describe()
        self._frame.show_error(False)

    def _say(self, sentence: str, *, is_error: bool) -> None:
        role = QPalette.ColorRole.BrightText if is_error else QPalette.ColorRole.PlaceholderText
        self._message.setForegroundRole(role)
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self._is_error = is_error
        self._describe()
        self._frame.show_error(is_error)

    def _count(self) -> None:
        if self._advice is not None:
            self._advice.show_text(self.field.text())

    def _describe(self) -> None:
        """Let a screen reader tell what stands under the field."""
        advice = self._advice.advice() if self._advice is not None else ""
        self.field.setAccessibleDescription(self.message() or advice)

    def _sentence(self, error: ReaderError) -> str:
        """Return a failure's sentence, naming the field as it is labelled here."""
        facts = {**error.facts, "field": self._name} if "field" in error.facts else error.facts
        return numbers_kept(type(error)(**facts).sentence(self._language, guarded))

    def _lay_out(self, words: str, label_width: int) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.field)
        label.setFont(small(self.font()))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # Margins do not mirror, columns do: the frame's own padding is a column here.
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN - _PAD, 0, MARGIN - _PAD, 0)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, _PAD)
        grid.setColumnStretch(2, 1)
        if label_width:
            label.setFixedWidth(label_width)
            grid.addWidget(label, 0, 1)
            grid.addWidget(self._frame, 0, 2)
            grid.addWidget(self._message, 1, 2)
        else:
            grid.addWidget(label, 0, 1, 1, 2)
            grid.addWidget(self._frame, 1, 0, 1, 3)
            grid.addWidget(self._message, 2, 0, 1, 3)

    def _restored_by(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.is_touched()

    def _ended_by(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_enter(event) and modifiers == self.field.enter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save at Enter and when the keyboard leaves; restore at Esc."""
        if isinstance(event, QFocusEvent):
            self._frame.update()
            popup = event.reason() == Qt.FocusReason.PopupFocusReason
            if event.lostFocus() and not popup:
                self.commit()
            return False
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        restored, ended = self._restored_by(event), self._ended_by(event)
        if not restored and not ended:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and restored:
            self.revert()
        elif event.type() == QEvent.Type.KeyPress:
            self.commit(by_key=True)
        return True


class _Frame(QWidget):
    """The ground of a field: nothing to see until the mouse or the keyboard is there."""

    def __init__(self, field: Input, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._has_error = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, GRID, _PAD, GRID)
        column.addWidget(field)

    def show_error(self, has_error: bool) -> None:
        """Draw the edge as that of a field with trouble, or not."""
        self._has_error = has_error
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the height of the field, and no width: in a narrow panel its words are cut."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground while the field is in use."""
        look = look_of(self)
        focused, hovered = self._field.hasFocus(), self.underMouse()
        if not (focused or hovered or self._has_error):
            return
        edge = look.accent if focused else look.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.danger if self._has_error else edge, 1))
        painter.setBrush(look.raised if focused else look.hover)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
