"""What was understood of one article: its fields, edited in place, and what to say of it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.errors import ColumnsUncertain
from reader.importers import IMPORTERS
from reader.importers.decoding import ENCODINGS
from reader.label import Label, Language
from reader.model.article_fields import ARTICLE_FIELDS, ArticleField
from reader.text.controls import guarded, isolated
from reader.ui.dialogs.preview.candidates import state_words
from reader.ui.origins import Candidate, Origin
from reader.ui.panels.article_details import TitleInput
from reader.ui.panels.field_row import Draft, FieldRow
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, Option
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.prose import flat, listed, numbers_kept
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_LABEL_WIDTH = 22 * GRID  # px
_EXAMPLES = {"date": "2020-03-26", "address": "https://…", "language": "ar"}
_FIELDS = tuple(one for one in ARTICLE_FIELDS if one.key != "archive_url")
# The formats that are made of letters alone, so that an encoding can be chosen for them.
_ENCODED = ("text", "markdown", "csv", "json", "html")
_ENCODING = Label("Encoding", "الترميز")
_READ_AS = Label("Read as", "يُقرأ على أنه")
_PAGE, _TEXT = Label("Web page", "صفحة ويب"), Label("Plain text", "نص عادي")


class CandidateFields(QScrollArea):
    """Shows one candidate.

    `corrected` carries it with other values; `reading_wanted` its origin, to be read again
    with another encoding, or as text.
    """

    corrected = Signal(object)
    reading_wanted = Signal(object)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importFields")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._language: Language = language
        self._candidate: Candidate | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2 * GRID, 0, 2 * GRID)
        column.setSpacing(0)
        self._state = _words("importState", inner, QFont.Weight.DemiBold)
        self._notes = _words("importNotes", inner)
        for label in (self._state, self._notes):
            column.addWidget(label)
        column.addSpacing(GRID)
        self.rows = {field.key: self._row(field, inner) for field in _FIELDS}
        self.rows["encoding"] = self._choice("encoding", _ENCODING, _encodings(language), inner)
        ways = (Option("", _PAGE.text(language)), Option("text", _TEXT.text(language)))
        self.rows["read_as"] = self._choice("read_as", _READ_AS, ways, inner)
        for row in self.rows.values():
            column.addWidget(row)
        self._source = _words("importSource", inner)
        column.addWidget(self._source)
        column.addStretch(1)
        self.setWidget(inner)

    @property
    def candidate(self) -> Candidate | None:
        """Return the candidate on show."""
        return self._candidate

    def show_candidate(self, one: Candidate | None) -> None:
        """Show a candidate, or none; what is typed for the former is taken or remembered."""
        self._leave()
        self._candidate = one
        if one is None:
            return
        self._tell(one)
        article = one.imported.article if one.imported is not None else None
        for field in _FIELDS:
            row = self.rows[field.key]
            row.setVisible(article is not None)
            if article is not None:
                draft = self._drafts.pop((one.key, field.key), None)
                row.restore(getattr(article, field.key), draft)
        self._show_choices(one)

    def update_state(self, one: Candidate) -> None:
        """Show another state of the candidate on show."""
        self._candidate = one
        self._tell(one)

    def commit(self) -> bool:
        """Take what is being typed; tell whether all of it could be taken."""
        rows = [row for row in self.rows.values() if not row.isHidden()]
        refused = [row for row in rows if self._candidate is not None and not row.commit()]
        return not refused

    def refused(self) -> str:
        """Return the key of a candidate with a value that could not be taken, "" for none."""
        return next((key for key, _ in self._drafts), "")

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Forget what was typed for candidates that are gone; `keys` are those that are there."""
        self._drafts = {which: one for which, one in self._drafts.items() if which[0] in keys}

    def focus_first(self) -> None:
        """Let the person edit the first field, or choose what has to be chosen."""
        shown = [row for row in self.rows.values() if not row.isHidden()]
        if shown:
            shown[0].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        if self._candidate is None or self._candidate.imported is None:
            return
        self.commit()
        for row in self.rows.values():
            draft = row.draft()
            if draft is not None and not row.isHidden():
                self._drafts[self._candidate.key, row.key] = draft

    def _tell(self, one: Candidate) -> None:
        """Say what state it is in, what to check, and what it was read from."""
        is_bad = one.state == "failed"
        self._state.setText(state_words(one, self._language))
        role = QPalette.ColorRole.BrightText if is_bad else QPalette.ColorRole.WindowText
        self._state.setForegroundRole(role)
        lines = [note.text(self._language) for note in one.notes]
        if one.error is not None:
            lines.insert(0, one.error.sentence(self._language, guarded))
        self._notes.setText(numbers_kept("\n".join(lines)))
        self._notes.setVisible(bool(lines))
        self._source.setText(self._source_of(one))

    def _source_of(self, one: Candidate) -> str:
        name = isolated(flat(one.origin.name))
        if one.imported is None:
            return name
        key = one.imported.revision.format
        kind = next(
            (known.label.text(self._language) for known in IMPORTERS if known.key == key), key
        )
        length = self.tr("%Ln character(s)", "", len(one.imported.revision.text))
        return listed((name, isolated(kind), length), self._language)

    def _show_choices(self, one: Candidate) -> None:
        """Offer the encodings where there is one, and the plain words of a copied page."""
        revision = one.imported.revision if one.imported is not None else None
        origin = one.origin
        has_encoding = origin.source is not None and not origin.as_text
        known = revision is None or revision.format in _ENCODED
        known = known and not isinstance(one.error, ColumnsUncertain) and one.state != "failed"
        self.rows["encoding"].setVisible(has_encoding and known)
        if has_encoding:
            encoding = revision.encoding if revision is not None else origin.given.encoding
            self.rows["encoding"].restore(_plain_key(encoding or ""), None)
        has_words = origin.source is not None and bool((origin.text or "").strip())
        self.rows["read_as"].setVisible(has_words)
        self.rows["read_as"].restore("text" if origin.as_text else "", None)

    def _row(self, field: ArticleField, parent: QWidget) -> FieldRow:
        is_long = field.kind == "long"
        edited: Input
        if is_long:
            edited = TitleInput((1, 4), parent)
        else:
            edited = LineInput(parent, latin=field.kind in _EXAMPLES)
        edited.set_hint(_EXAMPLES.get(field.kind, self.tr("Add…")))
        edited.setObjectName(f"import_{field.key}")
        width = 0 if is_long else _LABEL_WIDTH
        return FieldRow(field.key, field.label, edited, self._correct, self._language, width)

    def _choice(
        self, key: str, label: Label, options: tuple[Option, ...], parent: QWidget
    ) -> FieldRow:
        edited = ChoiceInput(options, parent)
        edited.setObjectName(f"import_{key}")
        return FieldRow(key, label, edited, self._choose, self._language, _LABEL_WIDTH)

    def _correct(self, key: str, text: str) -> None:
        """Take another value of a field; raises BadValue."""
        one = self._candidate
        if one is None or one.imported is None:
            return
        self._candidate = corrected = one.corrected({**one.typed, key: text})
        if corrected.imported is not None:
            self.rows[key].show_value(getattr(corrected.imported.article, key))
        self.corrected.emit(corrected)

    def _choose(self, key: str, value: str) -> None:
        """Have the source read another way."""
        if self._candidate is None:
            return
        origin: Origin = self._candidate.origin
        self.rows[key].show_value(value)
        if key == "read_as":
            origin = replace(origin, as_text=bool(value))
        else:
            origin = replace(origin, given=replace(origin.given, encoding=value or None))
        self.reading_wanted.emit(origin)


def _encodings(language: Language) -> tuple[Option, ...]:
    return tuple(Option(one.key, one.label.text(language)) for one in ENCODINGS)


def _plain_key(encoding: str) -> str:
    """Return the key under which an encoding is offered."""
    plain = encoding.replace("_", "-").casefold()
    known = (one.key for one in ENCODINGS if one.key.replace("_", "-") == plain)
    return next(known, encoding)


def _words(name: str, parent: QWidget, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
    label = WrappedLabel(parent)
    label.setObjectName(name)
    label.setFont(small(parent.font(), weight))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
    return label
