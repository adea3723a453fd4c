"""How a claim looks as a card, and as a row of the list."""

from collections.abc import Callable, Hashable
from functools import cached_property, partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.label import Language
from reader.model.claim import VerdictScale
from reader.model.claim_line import ClaimLine
from reader.model.vocabulary import CLAIM_STATES, label_of
from reader.text.controls import isolated
from reader.ui.desk.card_pictures import CardPictures
from reader.ui.desk.claim_words import ClaimWords, misses_evidence, verdict_colour, verdict_words
from reader.ui.desk.claims_model import ClaimRole
from reader.ui.panels.look import MARGIN, RADIUS, Look, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_own, draw_title, flat, listed
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; within a card
_GAP = GRID  # px; between two cards
_DOT = 8  # px
_SIGN = 8  # px; the sign of too little evidence
_STROKE = 3  # px; at the beginning of a card that comes first
_STATE_WIDTH = 30 * GRID  # px; in a row


class ClaimPainter(QStyledItemDelegate):
    """What cards and rows have in common. `scales` and `name_of` are asked as they are now."""

    def __init__(
        self,
        view: QTableView,
        scales: Callable[[], tuple[VerdictScale, ...]],
        name_of: Callable[[str], str],
        language: Language,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._scales = scales
        self._name_of = name_of
        self._language: Language = language
        self._words = ClaimWords(self)

    def _who(self, line: ClaimLine) -> str:
        return flat(self._name_of(line.assigned_to_uid)) if line.assigned_to_uid else ""

    def _paint_verdict(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: ClaimLine
    ) -> None:
        """Draw a dot in the verdict's colour and its words."""
        if not line.verdict:
            return
        colour = verdict_colour(self._scales(), line.scale, line.code, line.verdict_class)
        dot = QRect(room.left(), room.top() + (room.height() - _DOT) // 2, _DOT, _DOT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(place(option, dot)))
        painter.restore()
        words = room.adjusted(_DOT + GRID + 2, 0, 0, 0)
        painter.setFont(small(self._view.font(), QFont.Weight.Medium))
        painter.setPen(look_of(self._view).ink)
        said = verdict_words(self._scales(), line, self._language)
        draw_own(painter, place(option, words), flat(said), default=is_mirrored(option))

    def _paint_evidence(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, line: ClaimLine
    ) -> int:
        """Draw how many pieces there are at a line's end, with a sign where they are too few.

        Returns the px that it takes.
        """
        look = look_of(self._view)
        words = self._words.evidence(line)
        painter.setFont(small(self._view.font()))
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 1
        end = QRect(room.right() + 1 - width, room.top(), width, room.height())
        is_short = misses_evidence(line)
        painter.setPen(look.danger if is_short else look.muted)
        draw_line(painter, place(option, end), words, rtl=is_mirrored(option))
        if is_short:
            top = room.top() + (room.height() - _SIGN) // 2
            sign = QRect(end.left() - _SIGN - GRID, top, _SIGN, _SIGN)
            _draw_sign(painter, QRectF(place(option, sign)), look.danger)
        return width + (_SIGN + GRID if is_short else 0)


class CardDelegate(ClaimPainter):
    """Paints a claim as a card: what it says, whose it is, where, and how its check stands."""

    @cached_property
    def _pictures(self) -> CardPictures:
        return CardPictures()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card, as it was painted before where nothing of it is different."""
        line: ClaimLine = index.data(ClaimRole.LINE)
        draw = partial(self._draw, option=option, line=line)
        self._pictures.paint(painter, option.rect, self._told(option, line), draw)

    def _told(self, option: QStyleOptionViewItem, line: ClaimLine) -> Hashable:
        """Return all that a card's picture depends on beside its size."""
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        return (
            line,
            self._who(line),
            self._words.age(line),
            self._scales(),
            is_chosen,
            bool(option.state & QStyle.StateFlag.State_MouseOver),
            is_chosen and self._view.hasFocus(),
            is_mirrored(option),
            self._view.palette().cacheKey(),
            self._view.font().key(),
        )

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, line: ClaimLine) -> None:
        look, font = look_of(self._view), self._view.font()
        mirrored = is_mirrored(option)
        card = option.rect.adjusted(GRID, _GAP // 2, -GRID, -_GAP // 2)
        painter.save()
        self._paint_ground(painter, option, card, line)
        inside = card.adjusted(_PAD + _STROKE, _PAD, -_PAD, -_PAD)
        first, second = line_height(body(font)), line_height(small(font))
        painter.setFont(body(font))
        painter.setPen(look.ink)
        words = QRect(inside.left(), inside.top(), inside.width(), 2 * first)
        draw_title(painter, place(option, words), flat(line.text), default=mirrored)
        painter.setFont(small(font))
        top = inside.top() + 2 * first
        for text, ink in ((line.claimant, look.muted), (line.article_title, look.faint)):
            painter.setPen(ink)
            row = QRect(inside.left(), top, inside.width(), second)
            draw_own(painter, place(option, row), flat(text), default=mirrored)
            top += second
        self._paint_foot(painter, option, QRect(inside.left(), top, inside.width(), second), line)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, line: ClaimLine
    ) -> None:
        look, state = look_of(self._view), option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_active = is_chosen and self._view.hasFocus()
        ground = look.chosen if is_chosen else look.raised
        if not is_chosen and state & QStyle.StateFlag.State_MouseOver:
            ground = look.hover
        painter.fillRect(option.rect, look.surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.accent if is_active else look.line, 2 if is_active else 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if line.priority == "high":
            bar = QRect(card.left() + GRID, card.top() + _PAD, _STROKE, card.height() - 2 * _PAD)
            painter.fillRect(place(option, bar), look.danger)

    def _paint_foot(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, line: ClaimLine
    ) -> None:
        """Draw the verdict, and under it who checks it since when, and the evidence."""
        self._paint_verdict(painter, option, row, line)
        below = row.translated(0, row.height())
        used = self._paint_evidence(painter, option, below, line)
        painter.setFont(small(self._view.font()))
        painter.setPen(look_of(self._view).muted)
        room = place(option, below.adjusted(0, 0, -used - 2 * GRID, 0))
        since = self._since(line, QFontMetrics(painter.font()), room.width())
        draw_line(painter, room, since, rtl=is_mirrored(option))

    def _since(self, line: ClaimLine, metrics: QFontMetrics, width: int) -> str:
        """Return who checks a claim since when; of what is too wide (px), the name gives way."""
        who, age = self._who(line), self._words.age(line)
        since = listed((who, age), self._language)
        too_much = metrics.horizontalAdvance(since) - width
        if not who or too_much <= 0:
            return since
        left = metrics.horizontalAdvance(who) - too_much
        short = metrics.elidedText(who, Qt.TextElideMode.ElideRight, left)
        return listed((isolated(short), age), self._language) if len(short) > 1 else age

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size that every card has."""
        font = self._view.font()
        height = 2 * line_height(body(font)) + 4 * line_height(small(font))
        return QSize(self._view.viewport().width(), height + 2 * _PAD + _GAP)


class RowDelegate(ClaimPainter):
    """Paints a claim in two lines: what it says and its state, then the rest."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        line: ClaimLine = index.data(ClaimRole.LINE)
        look, font = look_of(self._view), self._view.font()
        painter.save()
        draw_ground(painter, option, look, marked=index == self._view.currentIndex())
        rect, mirrored = option.rect, is_mirrored(option)
        left, top = rect.left() + MARGIN, rect.top() + _PAD
        width = rect.width() - 2 * MARGIN
        first, second = line_height(body(font)), line_height(small(font))
        painter.setFont(body(font))
        painter.setPen(look.ink)
        words = QRect(left, top, width - _STATE_WIDTH, first)
        draw_own(painter, place(option, words), flat(line.text), default=mirrored)
        self._paint_state(painter, option, QRect(left, top, width, first), line)
        below = QRect(left, top + first, width, second)
        self._paint_second(painter, option, below, line, look)
        painter.restore()

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, line: ClaimLine
    ) -> None:
        look = look_of(self._view)
        painter.setFont(small(self._view.font(), QFont.Weight.Medium))
        painter.setPen(look.danger if line.priority == "high" else look.ink)
        state = label_of(CLAIM_STATES, line.state).text(self._language)
        width = QFontMetrics(painter.font()).horizontalAdvance(state) + 1
        end = QRect(row.right() + 1 - width, row.top(), width, row.height())
        draw_line(painter, place(option, end), state, rtl=is_mirrored(option))

    def _paint_second(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: QRect,
        line: ClaimLine,
        look: Look,
    ) -> None:
        mirrored = is_mirrored(option)
        quarter = row.width() // 4
        about = listed(map(flat, (line.claimant, line.article_title)), self._language)
        painter.setFont(small(self._view.font()))
        painter.setPen(look.muted)
        end_of_it = row.adjusted(0, 0, -2 * quarter - 2 * GRID, 0)  # before the verdict's dot
        draw_line(painter, place(option, end_of_it), about, rtl=mirrored)
        self._paint_verdict(
            painter, option, QRect(row.left() + 2 * quarter, row.top(), quarter, row.height()), line
        )
        painter.setFont(small(self._view.font()))
        end = QRect(row.left() + 3 * quarter, row.top(), quarter, row.height())
        self._paint_evidence(painter, option, end, line)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size that every row has."""
        font = self._view.font()
        height = line_height(body(font)) + line_height(small(font))
        return QSize(self._view.viewport().width(), height + 2 * _PAD + 1)


def _draw_sign(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Draw a triangle: too little, to whoever does not see its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = QPointF(square.center().x(), square.top())
    painter.drawPolygon(QPolygonF([top, square.bottomRight(), square.bottomLeft()]))
    painter.restore()
