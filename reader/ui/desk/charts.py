"""Statistics as charts: laid out like columns of a newspaper, painted by hand.

The same painting goes to the screen, into a picture and into SVG. In SVG words become
outlines, so that Arabic stands there as it does here, whatever fonts the reader has.
"""

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from reader.frozen import dataclass
from reader.label import Label, Language
from reader.model.numbers import Bar, Numbers, NumberTable
from reader.text.controls import guarded
from reader.text.direction import is_rtl
from reader.ui.panels.look import Look, body, small
from reader.ui.panels.moments import date_in_words
from reader.ui.theme import GRID

_MOST_BARS = 12
_OTHERS = Label("Others", "غيرها")
_CARD_WIDTH = 110 * GRID  # px; two stand side by side from twice as much on
_GAP = 8 * GRID
_TITLE, _ROW, _COLUMNS_HEIGHT = 9 * GRID, 6 * GRID, 32 * GRID  # px
_NAME_SHARE = 0.36
_LEAST_COLUMN = 6 * GRID  # px; of a chart in time


@dataclass(frozen=True, slots=True)
class Card:
    """One chart where it stands, in px; `bars` are those that are shown of its table."""

    table: NumberTable
    bars: tuple[Bar, ...]
    box: QRectF


@dataclass(frozen=True, slots=True)
class Chart:
    """All charts of some statistics, laid out for a width; `size` in px."""

    cards: tuple[Card, ...]
    size: QSize


@dataclass(frozen=True, slots=True)
class Style:
    """How charts are painted: colours, the font of the interface, and the language."""

    look: Look
    font: QFont
    language: Language
    outlined: bool = False

    @property
    def rtl(self) -> bool:
        """Tell whether charts begin at the right."""
        return self.language == "ar"


def laid_out(numbers: Numbers, width: int) -> Chart:
    """Return the charts in as many columns as a width has room for, each filled in turn."""
    columns = max(1, min(2, (width + _GAP) // (_CARD_WIDTH + _GAP)))
    room = (width - (columns - 1) * _GAP) / columns
    ends = [0.0] * columns
    cards = []
    for table in numbers.tables:
        bars = _shown(table)
        height = _TITLE + (_COLUMNS_HEIGHT if _is_in_columns(table, room) else _ROW * len(bars))
        at = ends.index(min(ends))
        cards.append(Card(table, bars, QRectF(at * (room + _GAP), ends[at], room, height)))
        ends[at] += height + _GAP
    return Chart(tuple(cards), QSize(width, round(max(0.0, *ends) if cards else 0)))


def paint(painter: QPainter, chart: Chart, style: Style) -> None:
    """Paint the charts with their upper left at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for card in chart.cards:
        _Painting(painter, style, chart.size.width()).paint(card)


def paint_caption(painter: QPainter, words: str, room: QRectF, style: Style) -> None:
    """Paint a line of words that stands for all charts, from where the language begins."""
    font = body(style.font, QFont.Weight.DemiBold)
    _Painting(painter, style, round(room.width())).text(room, words, font, style.look.ink)


def spoken(numbers: Numbers, language: Language) -> str:
    """Return the charts as words, for those who cannot see them."""
    lines = []
    for table in numbers.tables:
        told = ", ".join(f"{_name(one, table, language)} {one.count}" for one in _shown(table))
        lines.append(f"{table.label.text(language)}: {told}")
    return "\n".join(lines)


class _Painting:
    """Paints one card, from the side where the language begins."""

    def __init__(self, painter: QPainter, style: Style, width: int) -> None:
        self._painter = painter
        self._style = style
        self._width = width
        self._locale = QLocale(QLocale.Language.Arabic if style.rtl else QLocale.Language.English)
        if style.rtl:
            self._locale = QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt)

    def paint(self, card: Card) -> None:
        """Paint the title with its rule, then bars or columns."""
        look, box = self._style.look, card.box
        font = body(self._style.font, QFont.Weight.DemiBold)
        title = QRectF(box.left(), box.top(), box.width(), _TITLE - 2 * GRID)
        self.text(title, card.table.label.text(self._style.language), font, look.ink)
        total = self._number(card.table.total)
        self.text(title, total, small(self._style.font), look.muted, at_end=True)
        line = QRectF(box.left(), box.top() + _TITLE - 2 * GRID, box.width(), 1)
        self._painter.fillRect(self._placed(line), look.line)
        rest = box.adjusted(0, _TITLE, 0, 0)
        if _is_in_columns(card.table, box.width()):
            self._columns(card.bars, rest)
        else:
            self._bars(card, rest)

    def _bars(self, card: Card, rest: QRectF) -> None:
        most = max((one.count for one in card.bars), default=1) or 1
        name_width = rest.width() * _NAME_SHARE
        look, font = self._style.look, small(self._style.font)
        widest = max(
            (
                QFontMetricsF(font).horizontalAdvance(self._beside(one, card.table))
                for one in card.bars
            ),
            default=0.0,
        )
        room = rest.width() - name_width - widest - 4 * GRID
        for place, bar in enumerate(card.bars):
            row = QRectF(rest.left(), rest.top() + place * _ROW, rest.width(), _ROW)
            name = QRectF(row.left(), row.top(), name_width, _ROW)
            self.text(name, _name(bar, card.table, self._style.language), font, look.ink)
            length = max(2.0, room * bar.count / most)
            start = row.left() + name_width + 2 * GRID
            strip = QRectF(start, row.top() + GRID, length, _ROW - 2 * GRID)
            self._fill(strip, bar)
            beside = QRectF(start + length + GRID, row.top(), widest + 2, _ROW)
            self.text(beside, self._beside(bar, card.table), font, look.muted)

    def _columns(self, bars: tuple[Bar, ...], rest: QRectF) -> None:
        """Paint bars that follow each other in time, in the direction of reading."""
        most = max((one.count for one in bars), default=1) or 1
        look, font = self._style.look, small(self._style.font)
        step = rest.width() / len(bars)
        high = rest.height() - 2 * _ROW
        for place, bar in enumerate(bars):
            height = max(2.0, high * bar.count / most)
            left = rest.left() + place * step + step * 0.15
            top = rest.top() + _ROW + high - height
            self._fill(QRectF(left, top, step * 0.7, height), bar)
            over = QRectF(rest.left() + place * step, top - _ROW, step, _ROW)
            self.text(over, self._number(bar.count), font, look.muted, centred=True)
            under = QRectF(rest.left() + place * step, rest.bottom() - _ROW, step, _ROW)
            month = bar.label.text(self._style.language)
            self.text(under, month, font, look.ink, centred=True)

    def _fill(self, strip: QRectF, bar: Bar) -> None:
        colour = QColor(bar.colour) if bar.colour else self._style.look.accent
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(self._placed(strip), 2, 2)

    def _beside(self, bar: Bar, table: NumberTable) -> str:
        count = self._number(bar.count)
        if table.key == "own_sums":
            return self._summed(bar)
        if not table.total:
            return count
        share = self._locale.toString(round(100 * bar.count / table.total))
        percent = "٪" if self._style.rtl else "%"
        told = f"{count} ({share}{percent})"  # a middle dot beside digits reads as the zero ٠
        if table.measured is None:
            return told
        length = self._number(bar.measure)
        return f"{told}، المحارف: {length}" if self._style.rtl else f"{told}, {length} characters"

    def _summed(self, bar: Bar) -> str:
        """Return a sum of numbers, and of how many: no share, since nothing is a part here."""
        total = self._locale.toString(bar.measure, "f", 0 if bar.measure == int(bar.measure) else 2)
        count = self._number(bar.count)
        if self._style.rtl:
            return f"المجموع {total} من {count}"
        return f"sum {total} of {count}"

    def _number(self, count: float) -> str:
        return self._locale.toString(int(count))

    def _placed(self, rect: QRectF) -> QRectF:
        """Return a rectangle, mirrored where charts begin at the right."""
        if not self._style.rtl:
            return rect
        return QRectF(self._width - rect.right(), rect.top(), rect.width(), rect.height())

    def text(
        self,
        rect: QRectF,
        text: str,
        font: QFont,
        colour: QColor,
        *,
        at_end: bool = False,
        centred: bool = False,
    ) -> None:
        """Write one line, cut where it does not fit, at the beginning or the end of a room."""
        placed, metrics = self._placed(rect), QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, placed.width())
        width = metrics.horizontalAdvance(shown)
        x = placed.left()
        if centred:
            x = placed.center().x() - width / 2
        elif self._style.rtl != at_end:
            x = placed.right() - width
        baseline = placed.center().y() + (metrics.ascent() - metrics.descent()) / 2
        # What stands alone takes its own direction from a mark (UAX #9, 5.6).
        mark = (
            "\N{RIGHT-TO-LEFT MARK}" if is_rtl(shown, self._style.rtl) else "\N{LEFT-TO-RIGHT MARK}"
        )
        if self._style.outlined:
            path = QPainterPath()
            path.addText(QPointF(x, baseline), font, f"{mark}{shown}{mark}")
            self._painter.fillPath(path, colour)
        else:
            self._painter.setFont(font)
            self._painter.setPen(colour)
            self._painter.drawText(QPointF(x, baseline), f"{mark}{shown}{mark}")


def _shown(table: NumberTable) -> tuple[Bar, ...]:
    """Return the bars of a table; the smallest of very many are one bar together."""
    if table.in_time or len(table.bars) <= _MOST_BARS:
        return table.bars[-2 * _MOST_BARS :]
    rest = table.bars[_MOST_BARS - 1 :]
    others = Bar(
        key="",
        label=_OTHERS,
        count=sum(one.count for one in rest),
        measure=sum(one.measure for one in rest),
    )
    return (*table.bars[: _MOST_BARS - 1], others)


def _is_in_columns(table: NumberTable, width: float) -> bool:
    return table.in_time and len(table.bars) > 1 and width / len(_shown(table)) >= _LEAST_COLUMN


def _name(bar: Bar, table: NumberTable, language: Language) -> str:
    if table.in_time and bar.key:
        return date_in_words(bar.key, language)
    return guarded(" ".join(bar.label.text(language).split()))
