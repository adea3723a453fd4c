"""The list of what was read: each article with its title and what is to be said of it."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.label import Label, Language
from reader.model.article import ImportedArticle
from reader.text.controls import guarded
from reader.ui.origins import Candidate
from reader.ui.panels.look import MARGIN, Look, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_title, fits, flat, tooltip
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_ROOT = QModelIndex()
_PAD = 2 * GRID  # px; above and below a row's words
_SIGN = 9  # px; the mark of a state
_LINES = 2  # of a title

STATES = {
    "ready": Label("Ready", "جاهز"),
    "check": Label("Please check", "يرجى التحقق"),
    "choose": Label("Needs your choice", "ينتظر اختيارك"),
    "same_text": Label("The same text: {title}", "النص نفسه: {title}"),
    "next_text": Label("Another text of: {title}", "نص آخر للمقال: {title}"),
    "failed": Label("Could not be read", "تعذرت قراءته"),
}
_SKIPPED = Label("Skipped · {state}", "متروك · {state}")


class CandidateRole(IntEnum):
    """What the list holds of a candidate, beside Qt's own roles."""

    STATE = Qt.ItemDataRole.UserRole + 1
    STATE_WORDS = Qt.ItemDataRole.UserRole + 2
    IS_LEFT = Qt.ItemDataRole.UserRole + 3  # it will not be kept


def state_words(one: Candidate, language: Language) -> str:
    """Return what a candidate's state is called."""
    title = flat(one.twin.title) if one.twin is not None else ""
    words = STATES[one.state].text(language).format(title=title)
    return _SKIPPED.text(language).format(state=words) if one.is_skipped else words


class CandidatesModel(QAbstractListModel):
    """Candidates in the order in which they were read."""

    def __init__(
        self, candidates: Sequence[Candidate], language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rows = list(candidates)
        self._language: Language = language

    def all(self) -> Sequence[Candidate]:
        """Return every candidate."""
        return self._rows

    def at(self, row: int) -> Candidate | None:
        """Return the candidate of a row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Return the row of a candidate, -1 where it is gone."""
        return next((row for row, one in enumerate(self._rows) if one.key == key), -1)

    def wanted(self) -> list[ImportedArticle]:
        """Return the articles that are kept with all others."""
        return [one.imported for one in self._rows if one.imported and one.is_wanted()]

    def put(self, one: Candidate) -> None:
        """Show a candidate's other values."""
        row = self.row_of(one.key)
        self._rows[row] = one
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def skip(self, row: int) -> None:
        """Leave an article out, or take it in again."""
        one = self._rows[row]
        if one.imported is not None:
            self.put(replace(one, is_skipped=not one.is_skipped, is_tentative=False))

    def remove(self, row: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(_ROOT, row, row)
        del self._rows[row]
        self.endRemoveRows()

    def add(self, candidates: Sequence[Candidate]) -> None:
        """Show more candidates, after the others."""
        self.beginResetModel()
        self._rows.extend(candidates)
        self.endResetModel()

    def exchange(self, key: str, candidates: Sequence[Candidate]) -> int:
        """Show what a source gives now in place of what it gave; return the first row of it.

        What a person has typed stays, in the same places.
        """
        old = self.at(self.row_of(key))
        if old is None:
            return -1
        self.beginResetModel()
        first = next(row for row, one in enumerate(self._rows) if one.origin is old.origin)
        former = [one for one in self._rows[first:] if one.origin is old.origin]
        rest = [one for one in self._rows[first:] if one.origin is not old.origin]
        self._rows[first:] = [*_as_typed(former, candidates), *rest]
        self.endResetModel()
        return first

    def _title(self, one: Candidate) -> str:
        if one.imported is None:
            return flat(one.origin.name)
        return flat(one.imported.article.title)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of candidates."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and says."""
        one = self.at(index.row()) if index.isValid() else None
        if one is None:
            return None
        words = state_words(one, self._language)
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: self._title(one),
            Qt.ItemDataRole.ToolTipRole: tooltip(one.origin.name),
            Qt.ItemDataRole.AccessibleTextRole: f"{self._title(one)}\n{words}",
            CandidateRole.STATE: one.state,
            CandidateRole.STATE_WORDS: guarded(words),
            CandidateRole.IS_LEFT: not one.is_wanted(),
        }
        return answers.get(role)


def _as_typed(former: Sequence[Candidate], now: Sequence[Candidate]) -> list[Candidate]:
    """Return what a source gives now, with what was typed for what it gave before.

    As many articles are taken for the same ones, read another way.
    """
    typed = former[0].waiting or tuple(one.typed for one in former)
    if len(typed) != len(now):
        return [replace(one, waiting=typed) for one in now[:1]] + list(now[1:])
    keys = [one.key for one in former] if len(former) == len(now) else [one.key for one in now]
    places = zip(now, typed, keys, strict=True)
    return [replace(one.corrected(own), key=key) for one, own, key in places]


class CandidateDelegate(QStyledItemDelegate):
    """Paints one candidate: its title, and under it a mark and the words of its state."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def _fonts(self) -> tuple[QFont, QFont]:
        font = self._view.font()
        return body(font, QFont.Weight.Medium), small(font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        look = look_of(self._view)
        painter.save()
        is_current = index.row() == self._view.currentIndex().row()
        draw_ground(painter, option, look, marked=is_current)
        room = option.rect.adjusted(MARGIN, _PAD, -MARGIN, -_PAD - 1)
        title_font, detail_font = self._fonts()
        line = line_height(title_font)
        text = index.data() or ""
        painter.setFont(title_font)
        painter.setPen(look.muted if index.data(CandidateRole.IS_LEFT) else look.ink)
        lines = 1 if fits(text, title_font, room.width()) else _LINES
        top = room.top() + (_LINES - lines) * line // 2
        title = QRect(room.left(), top, room.width(), lines * line)
        draw_title(painter, title, text, default=is_mirrored(option))
        painter.setFont(detail_font)
        height = line_height(detail_font)
        under = QRect(room.left(), title.bottom() + 1, room.width(), height)
        state = index.data(CandidateRole.STATE)
        mark = QRect(under.left(), under.center().y() - _SIGN // 2, _SIGN, _SIGN)
        _draw_sign(painter, QRectF(place(option, mark)), state, look)
        painter.setPen(look.danger if state == "failed" else look.muted)
        words = under.adjusted(_SIGN + 2 * GRID, 0, 0, 0)
        said = index.data(CandidateRole.STATE_WORDS) or ""
        draw_line(painter, place(option, words), said, rtl=is_mirrored(option))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a row with two lines of title."""
        title_font, detail_font = self._fonts()
        height = _LINES * line_height(title_font) + line_height(detail_font)
        return QSize(self._view.viewport().width(), height + 2 * _PAD + 1)


def _draw_sign(painter: QPainter, box: QRectF, state: str, look: Look) -> None:
    """Draw a state's mark; each has a shape of its own, so that colour alone says nothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.danger if state == "failed" else look.accent
    if state in ("same_text", "next_text"):
        colour = look.muted
    painter.setPen(QPen(colour, 1.6))
    inner = box.adjusted(1, 1, -1, -1)
    if state == "ready":
        painter.setBrush(colour)
        painter.drawEllipse(inner)
    elif state == "check":
        painter.drawEllipse(inner)
    elif state == "failed":
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif state == "choose":
        painter.drawRect(inner)
    else:
        _draw_pair(painter, inner, colour)
    painter.restore()


def _draw_pair(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw two sheets, one over the other."""
    painter.setPen(QPen(colour, 1.2))
    painter.drawRect(box.adjusted(0, 0, -2, -2))
    painter.drawRect(box.adjusted(2, 2, 0, 0))
