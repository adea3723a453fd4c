"""How what was found looks in the list: headings of articles, snippets with the hit marked."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from reader.frozen import dataclass
from reader.model.found import Hit
from reader.text.controls import guarded
from reader.text.direction import is_rtl
from reader.ui.page.legible import ground_for
from reader.ui.page.look import HIT_HUE
from reader.ui.panels.found_model import (
    FoundRole,
    FoundRow,
    Heading,
    HitRow,
    Index,
    NameRow,
    RestRow,
)
from reader.ui.panels.look import MARGIN, Look, body, line_height, look_of, small
from reader.ui.panels.marks import MARK, draw_mark
from reader.ui.panels.own_line import way
from reader.ui.panels.prose import draw_line, draw_own, draw_title, fits, flat
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.theme import GRID

_PAD = GRID  # px; above and below a row's words
_ABOVE = 3 * GRID  # px; above a heading
_INDENT = MARGIN + MARK + GRID  # px; from a row's edge to its snippet
_LINES = 2
_BEFORE_CP = 28  # so that the hit stands on the first line
_AFTER_CP = 140
_SHARE = 0.46  # of the hue in the ground of a hit; on a dark panel less, as on a dark page
_ON_DARK = 0.65


@dataclass(frozen=True, slots=True)
class _Snippet:
    """A snippet for display: where in it the hit stands, in units of UTF-16, as Qt counts."""

    text: str
    start_unit: int
    length_units: int


class FoundDelegate(QStyledItemDelegate):
    """Paints a row of what was found.

    `open_uid` names the article on the page; `marks` tells whether hits are marked.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.open_uid = ""
        self.marks = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        row: FoundRow = index.data(FoundRole.ROW)
        look = look_of(self._view)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row, look)
        elif isinstance(row, RestRow):
            painter.setFont(small(self._view.font()))
            painter.setPen(look.muted)
            room = option.rect.adjusted(_INDENT, 0, -MARGIN, 0)
            draw_line(painter, place(option, room), row.words, rtl=is_mirrored(option))
        else:
            self._paint_hit(painter, option, row, look)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row: the snippet has two lines at most."""
        row: FoundRow = index.data(FoundRole.ROW)
        width = self._view.viewport().width()
        font = self._view.font()
        plain = line_height(small(font))
        if isinstance(row, Heading):
            title = body(font, QFont.Weight.Medium)
            lines = 1 if fits(row.title, title, width - 2 * MARGIN) else 2
            more = plain if row.detail or row.count else 0
            return QSize(width, _ABOVE + lines * line_height(title) + more + _PAD)
        if isinstance(row, RestRow):
            return QSize(width, plain + _PAD)
        # To know the number of lines nothing has to be laid out, which would take long for many.
        lines = 1 if fits(_shown(row.hit).text, body(font), width - _INDENT - MARGIN) else _LINES
        height = lines * line_height(body(font)) + (plain if row.label else 0)
        return QSize(width, height + 2 * _PAD + 1)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Heading, look: Look
    ) -> None:
        marked = row.found is not None and row.found.article.uid == self.open_uid
        draw_ground(painter, option, look, marked=marked)
        mirrored = is_mirrored(option)
        font = self._view.font()
        room = option.rect.adjusted(MARGIN, _ABOVE, -MARGIN, -_PAD)
        detail = line_height(small(font)) if row.detail or row.count else 0
        painter.setFont(body(font, QFont.Weight.Medium))
        painter.setPen(look.ink if row.found is not None else look.muted)
        draw_title(painter, room.adjusted(0, 0, 0, -detail), row.title, default=mirrored)
        painter.setFont(small(font))
        painter.setPen(look.muted)
        width = QFontMetrics(painter.font()).horizontalAdvance(row.count) + GRID
        top = room.bottom() + 1 - detail
        start = QRect(room.left(), top, room.width() - width - 2 * GRID, detail)
        end = QRect(room.right() + 1 - width, top, width, detail)
        draw_line(painter, place(option, start), row.detail, rtl=mirrored)
        draw_line(painter, place(option, end), row.count, rtl=mirrored, from_right=not mirrored)

    def _paint_hit(
        self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow | NameRow, look: Look
    ) -> None:
        draw_ground(painter, option, look, marked=False)
        room = option.rect.adjusted(_INDENT, _PAD, -MARGIN, -_PAD - 1)
        font = self._view.font()
        line = line_height(body(font))
        if isinstance(row, HitRow) and row.tag is not None:
            middle = room.top() + (line - MARK) // 2
            mark = QRect(option.rect.left() + MARGIN, middle, MARK, MARK)
            draw_mark(painter, QRectF(place(option, mark)), row.tag)
        if row.label:
            label = QRect(room.left(), room.top(), room.width(), line_height(small(font)))
            painter.setFont(small(font))
            painter.setPen(look.muted)
            name = flat(row.found.subject.name) if isinstance(row, NameRow) else ""
            words = f"{name} · {row.label}" if name and row.hit.field != "name" else row.label
            draw_own(painter, place(option, label), words, default=is_mirrored(option))
            room = room.adjusted(0, label.height(), 0, 0)
        shown = _shown(row.hit)
        layout = self._laid_out(shown, room.width())
        corner = QPointF(place(option, room).topLeft())
        ground = self._ground_of_hits()
        for piece in _pieces(layout, shown) if self.marks else ():
            painter.fillRect(piece.translated(corner).adjusted(-1, 0, 1, 0), ground)
        painter.setPen(look.ink)
        layout.draw(painter, corner)

    def _ground_of_hits(self) -> QColor:
        """Return the ground of a hit, in the hue that hits have on the page."""
        look = look_of(self._view)
        dark = look.surface.lightness() < look.ink.lightness()
        share = _SHARE * _ON_DARK if dark else _SHARE
        return ground_for(look.ink.name(), look.surface.name(), HIT_HUE, share)

    def _laid_out(self, shown: _Snippet, width: int) -> QTextLayout:
        """Return a snippet on its lines, in its own direction; the last one is cut."""
        font = body(self._view.font())
        layout = _lines_of(shown.text, font, width)
        if layout.lineCount() <= _LINES:
            return layout
        last = layout.lineAt(_LINES - 1)
        first = _units_prefix(shown.text, last.textStart())
        rest = QFontMetrics(font).elidedText(
            shown.text[len(first) :], Qt.TextElideMode.ElideRight, width - 2 * GRID
        )
        whole, space, _ = rest.rpartition(" ")
        return _lines_of(f"{first}{whole or rest}{space and '…'}", font, width, most=_LINES)


def _shown(hit: Hit) -> _Snippet:
    """Return the words around a hit as one line, cut between words, controls shown."""
    before = _one_line(hit.before)
    if len(before) > _BEFORE_CP:
        cut = before.find(" ", len(before) - _BEFORE_CP)
        before = f"…{before[cut:] if cut >= 0 else before[-_BEFORE_CP:]}"
    words = _one_line(_cut(hit.words)) or ("…" if hit.words else "")
    after = _one_line(_cut(hit.after))
    return _Snippet(f"{before}{words}{after}", _units(before), _units(words))


def _cut(text: str) -> str:
    """Return a text no longer than what is shown of it, cut behind a word where it has words."""
    if len(text) <= _AFTER_CP:
        return text
    whole, space, _ = text[:_AFTER_CP].rpartition(" ")
    return f"{whole}…" if space else text[:_AFTER_CP]


def _one_line(text: str) -> str:
    """Return a text with every run of spaces and line ends as one space, controls shown."""
    inner = " ".join(text.split())
    lead = " " if text[:1].isspace() else ""
    trail = " " if text[-1:].isspace() and inner else ""
    return guarded(f"{lead}{inner}{trail}")


def _lines_of(text: str, font: QFont, width: int, most: int = _LINES + 1) -> QTextLayout:
    layout = QTextLayout(text, font)
    rtl = is_rtl(text, True)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(way(rtl))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = line_height(font)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout


def _pieces(layout: QTextLayout, shown: _Snippet) -> list[QRectF]:
    """Return where the hit stands: a rectangle for each run of it, so no letter changes."""
    found = []
    start, end = shown.start_unit, shown.start_unit + shown.length_units
    for number in range(min(layout.lineCount(), _LINES)):
        line = layout.lineAt(number)
        low = max(start, line.textStart())
        high = min(end, line.textStart() + line.textLength())
        if low < high:
            for run in line.glyphRuns(low, high - low):
                box = run.boundingRect()
                found.append(QRectF(box.left(), line.y(), box.width(), line.height()))
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _units_prefix(text: str, units: int) -> str:
    """Return the beginning of a text that so many units of UTF-16 hold."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
