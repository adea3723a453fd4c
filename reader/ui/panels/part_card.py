"""One piece of evidence, appearance or correction: a line that opens to its fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.claim import Appearance, Correction, Evidence
from reader.model.claim_parts import Part, part_fields, part_value
from reader.model.fields import Field
from reader.model.vocabulary import STANCES, label_of
from reader.ui.panels.article_offers import ArticleOffers
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.fold_header import FoldHeader
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, LongInput, Option
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.offered_input import KeyedInput
from reader.ui.panels.pressed_inputs import FlagInput
from reader.ui.panels.prose import flat
from reader.ui.theme import GRID

_WIDEST_LABEL = 36 * GRID  # px
_EXAMPLES = {"date": "2020-03-26", "address": "https://"}
_TYPES: dict[str, type] = {"evidence": Evidence, "appearance": Appearance, "correction": Correction}


class PartCard(QWidget):
    """One part: a line that tells of it, and its fields under it.

    The fields are made when somebody first opens the line: a claim may have many parts.
    `grown` tells that they have been made, `article_wanted` carries the uid of the article
    that evidence is, to be opened. Del on the line takes the part away, Alt and the arrows
    move it (`shift_wanted`: -1, 1).
    """

    remove_wanted = Signal()
    shift_wanted = Signal(int)
    article_wanted = Signal(str)
    grown = Signal()

    def __init__(
        self,
        kind: str,
        save: Callable[[Part, str, str], None],
        articles: ArticleOffers,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.part: Part | None = None
        self._kind = kind
        self._save = save
        self._articles = articles
        self._language: Language = language
        self._fields = part_fields(kind)
        self.header = FoldHeader("", self)
        self.header.installEventFilter(self)
        self.header.setToolTip(self.tr("Open (Enter), take away (Del), move (Alt+↑↓)"))
        self._inside = QWidget(self)
        self._inside.hide()
        self._fixed = False
        self._rows: dict[str, FieldRow] = {}
        self._remove = QToolButton(self._inside)
        self.open_article = QToolButton(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inside)
        self.header.toggled.connect(self._show_inside)

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Return the rows by their fields' keys; they are made with the first wish for them."""
        if not self._rows:
            inside = QVBoxLayout(self._inside)
            inside.setContentsMargins(2 * GRID, 0, 0, GRID)
            inside.setSpacing(0)
            for field in self._fields:
                inside.addWidget(self._row(field))
            inside.addLayout(self._foot())
            self.set_fixed(self._fixed)
            self._fill(anew=True)
            self.grown.emit()
        return self._rows

    def _show_inside(self, is_open: bool) -> None:
        if is_open:
            _ = self.rows
        self._inside.setVisible(is_open)

    def _fill(self, *, anew: bool) -> None:
        """Let the rows that there are show what the part holds."""
        if self.part is None:
            return
        for field in self._fields if self._rows else ():
            row, value = self._rows[field.key], part_value(self.part, field)
            if anew:
                row.restore(value, None)
            else:
                row.show_value(value)

    def _row(self, field: Field) -> FieldRow:
        width = 0 if field.kind == "long" else self._label_width()
        edited: Input
        if field.kind == "article":
            edited = KeyedInput(self._articles.offers, self._articles.words_of, self)
            edited.set_hint(self.tr("Type a few letters of its title"))
        else:
            edited = part_input(field, self._language, self)
        edited.setObjectName(f"{self._kind}_{field.key}")
        row = FieldRow(field.key, field.label, edited, self._keep, self._language, width)
        self._rows[field.key] = row
        return row

    def _label_width(self) -> int:
        """Return the px that the widest label needs, so that all stand alike."""
        metrics = QFontMetrics(small(self.font()))
        labels = (one.label.text(self._language) for one in self._fields if one.kind != "long")
        return min(max(map(metrics.horizontalAdvance, labels)) + 2 * GRID, _WIDEST_LABEL)

    def _foot(self) -> QHBoxLayout:
        self._remove.setText(self.tr("Take away"))
        self._remove.setToolTip(self.tr("Take away (Del)"))
        self._remove.setFont(small(self.font()))
        self._remove.clicked.connect(self.remove_wanted)
        self.open_article.setText(self.tr("Open the article"))
        self.open_article.setToolTip(self.tr("Open the article (Space)"))
        self.open_article.setFont(small(self.font()))
        self.open_article.clicked.connect(self._want_article)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addSpacing(MARGIN - 2 * GRID)  # margins do not mirror
        foot.addWidget(self.open_article)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        return foot

    def show_part(self, part: Part, nameless: str) -> None:
        """Show a part; of the same part, what has changed of it."""
        is_new, self.part = self.part is None, part
        self._fill(anew=is_new)
        self.header.setText(flat(_name_of(part)) or nameless)
        self.header.setAccessibleName(self.header.text())
        self.open_article.setHidden(not (isinstance(part, Evidence) and part.article_uid))
        beside = ""
        if isinstance(part, Evidence):
            beside = label_of(STANCES, part.stance).text(self._language)
        self.header.set_count(beside)

    def open(self) -> None:
        """Show the fields, and give the first one the keyboard."""
        self.header.setChecked(True)
        first = next(iter(self.rows.values()))
        first.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self._rows.values() if not row.commit()]
        return not left

    def set_fixed(self, fixed: bool) -> None:
        """Let the part only be read, or be edited."""
        self._fixed = fixed
        self._remove.setHidden(fixed)
        for row in self._rows.values():
            row.field.set_fixed(fixed)

    def _want_article(self) -> None:
        if isinstance(self.part, Evidence) and self.part.article_uid:
            self.article_wanted.emit(self.part.article_uid)

    def _keep(self, key: str, text: str) -> None:
        if self.part is not None:
            self._save(self.part, key, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the part away at Del, and move it at Alt and an arrow."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().eventFilter(watched, event)
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        by = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        is_delete = event.key() == Qt.Key.Key_Delete and not has_alt
        if self._remove.isHidden() or not (is_delete or (has_alt and by)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif is_delete:
            self.remove_wanted.emit()
        else:
            self.shift_wanted.emit(by)
        return True


def part_input(field: Field, language: Language, parent: QWidget) -> Input:
    """Return what a field of a part is typed or chosen in."""
    if field.kind == "pick":
        options = (Option(one.key, one.label.text(language)) for one in field.choices)
        return ChoiceInput(options, parent)
    if field.kind == "flag":
        return FlagInput(parent)
    if field.kind == "long":
        return LongInput((1, 5), parent)
    line = LineInput(parent, latin=field.kind in _EXAMPLES)
    line.set_hint(_EXAMPLES.get(field.kind, ""))
    return line


def _name_of(part: Part) -> str:
    if isinstance(part, Evidence):
        return part.title or part.publisher or part.url
    if isinstance(part, Appearance):
        return part.outlet or part.url
    return part.what or part.corrected_on
