"""Stand-ins for characters without a picture, painted over the words.

They take no room: the text is laid out as if they were not shown.
"""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.frozen import dataclass
from reader.text.controls import HIDDEN
from reader.text.patterns import pattern
from reader.ui.page.geometry import Cells
from reader.ui.page.layouts import BlockLayout
from reader.ui.page.look import PageColours
from reader.ui.page.places import Seen
from reader.ui.page.surface import Surface

_ANY = pattern("|".join(kind.pattern for kind in HIDDEN if kind.pattern))
_REORDERING = pattern(r"[\u202a-\u202e\u2066-\u2069]")
_RUN = pattern(f"(?:{_ANY.pattern})+")
_NAMES = {
    0x00AD: "SHY",
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_MOST_NAMES = 3
_LETTERS = 0.36  # em
_ABOVE = 1.02  # em; from the baseline to the names
_DEEP = 0.42  # em; from the baseline to the foot of a mark
_MOST_LEVELS = 3
_KEPT_BLOCKS = 400


@dataclass(frozen=True, slots=True)
class UnseenRun:
    """Hidden characters in a row: x and the baseline's y in pixels of the block, their names.

    `reorders` tells that they change the order in which words are shown.
    """

    x: float
    baseline: int
    em: int
    names: str
    reorders: bool


class UnseenMarks:
    """Paints the stand-ins of what is in view, when they are `shown`."""

    def __init__(self, surface: Surface) -> None:
        self.shown = False
        self._surface = surface
        self._layouts = surface.layouts
        self._kept: dict[int, tuple[UnseenRun, ...]] = {}

    def runs(self, seen: Seen) -> tuple[UnseenRun, ...]:
        """Return the hidden characters of a block, found when it is first asked for."""
        if self._layouts is not self._surface.layouts or len(self._kept) > _KEPT_BLOCKS:
            self._layouts = self._surface.layouts
            self._kept.clear()
        if seen.block not in self._kept:
            self._kept[seen.block] = tuple(_runs_of(seen.layout))
        return self._kept[seen.block]

    def paint(self, painter: QPainter, area: QRectF, colours: PageColours) -> None:
        """Paint over what lies in an area of the viewport."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._surface.seen():
            if one.y < area.bottom() and one.y + one.layout.height > area.top():
                self._paint_block(painter, one, colours)
        painter.end()

    def _paint_block(self, painter: QPainter, seen: Seen, colours: PageColours) -> None:
        taken: list[QRectF] = []
        for run in self.runs(seen):
            colour = QColor(colours.accent if run.reorders else colours.muted)
            font = QFont(painter.font())
            font.setPixelSize(max(9, round(run.em * _LETTERS)))
            painter.setFont(font)
            metrics = QFontMetricsF(font)
            x, baseline = self._surface.left + run.x, seen.y + run.baseline
            width = metrics.horizontalAdvance(run.names) + run.em * 0.2
            high = metrics.height()
            box = QRectF(x - width / 2, baseline - run.em * _ABOVE - high, width, high)
            box = _free(_within(box, self._surface.width), taken)
            taken.append(box)
            painter.setPen(QPen(colour, max(1.0, run.em / 24)))
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, baseline + run.em * _DEEP))
            painter.setBrush(QColor(colours.paper))
            painter.drawRoundedRect(box, high / 5, high / 5)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, run.names)


def name_of(character: str) -> str:
    """Return the short name of a hidden character, as Unicode's code charts have it."""
    code = ord(character)
    if code in _NAMES:
        return _NAMES[code]
    return "TAG" if 0xE0000 <= code <= 0xE007F else "VS"


def names_of(characters: str) -> str:
    """Return the short names of hidden characters in a row, repeated ones counted."""
    grouped = [(name, len(list(same))) for name, same in groupby(map(name_of, characters))]
    told = [name if count == 1 else f"{name}×{count}" for name, count in grouped]
    return " ".join(told[:_MOST_NAMES]) + ("…" if len(told) > _MOST_NAMES else "")


def _runs_of(layout: BlockLayout) -> Iterator[UnseenRun]:
    for match in _RUN.finditer(layout.words):
        number = layout.line_of(match.start())
        line = layout.lines[number]
        x = _x_of(layout.cells(number), *match.span())
        reorders = _REORDERING.search(match.group()) is not None
        yield UnseenRun(x, line.baseline, line.em, names_of(match.group()), reorders)


def _x_of(cells: Cells, start: int, end: int) -> float:
    """Return where a run stands: in the middle of its own room, or behind what it belongs to."""
    inside = [cell for cell in cells.cells if cell.start < end and cell.end > start]
    if inside and inside[0].start < start:
        return inside[0].extent.trailing
    return cells.caret_at(start, upstream=False).x


def _within(box: QRectF, width: int) -> QRectF:
    """Return a box moved into the viewport's width."""
    return box.translated(max(0.0, -box.left()) - max(0.0, box.right() - width), 0)


def _free(box: QRectF, taken: list[QRectF]) -> QRectF:
    """Return a box lifted until it covers no other, within reason."""
    for _ in range(_MOST_LEVELS):
        if not any(box.intersects(other) for other in taken):
            break
        box = box.translated(0, -box.height())
    return box
