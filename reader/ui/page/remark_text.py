"""The words of a remark laid out in a narrow column, each paragraph in its own direction."""

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from reader.frozen import dataclass
from reader.text.controls import guarded
from reader.text.direction import is_rtl
from reader.ui.page.look import PageLook
from reader.ui.page.remarks import Remark

_SIZE, _HEAD_SIZE, _LEADING = 0.72, 0.6, 1.5
_SMALLEST = 9  # px; nothing is legible below
_KEPT = 300
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class RemarkSetting:
    """How remarks are set: their fonts, a width and the distance of lines in pixels."""

    font: QFont
    head_font: QFont
    width: int
    leading: int
    rtl: bool

    @classmethod
    def of(cls, look: PageLook, em: int, width: int, *, rtl: bool) -> "RemarkSetting":
        """Return the setting that goes with a page's look; `rtl` is that of words without any."""
        size = max(_SMALLEST, round(em * _SIZE))
        head = QFont()
        head.setFamilies([*look.fallback, look.family])
        head.setPixelSize(max(_SMALLEST, round(em * _HEAD_SIZE)))
        head.setWeight(QFont.Weight.Medium)
        return cls(look.font(size), head, width, round(size * _LEADING), rtl)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: the paragraph it is in, its number there, and whether it is the heading's."""

    paragraph: int
    number: int
    is_head: bool


class RemarkText:
    """A remark, laid out. Qt's layouts stay within."""

    def __init__(self, remark: Remark, setting: RemarkSetting) -> None:
        self._setting = setting
        self._layouts: list[QTextLayout] = []
        self._lines: list[_Line] = []
        self._cut: dict[_Line, QTextLayout] = {}
        if remark.heading:
            self._add(" ".join(remark.heading.split()), is_head=True)
        for paragraph in remark.note.split("\n"):
            if paragraph.strip() and len(self._lines) < _MOST_LINES:
                self._add(paragraph.strip(), is_head=False)

    @property
    def lines(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def draw(self, painter: QPainter, at: QPointF, shown: int, inks: tuple[QColor, QColor]) -> None:
        """Draw the first lines; the last of them ends in an ellipsis if more would follow.

        `inks` are those of the note and of its heading. Of a heading and a note that
        have one line together, the note is drawn.
        """
        first = self._first(shown)
        for place in range(shown):
            line = self._lines[first + place]
            painter.setPen(inks[1] if line.is_head else inks[0])
            corner = QPointF(at.x(), at.y() + place * self._setting.leading)
            cut = place == shown - 1 and first + shown < len(self._lines)
            self._draw_line(painter, line, corner, cut=cut)

    def is_cut(self, shown: int) -> bool:
        """Tell whether something is left out of so many lines."""
        return shown < len(self._lines)

    def _first(self, shown: int) -> int:
        has_note = bool(self._lines) and not self._lines[-1].is_head
        heads = sum(line.is_head for line in self._lines)
        return heads if has_note and shown <= heads else 0

    def _draw_line(self, painter: QPainter, line: _Line, at: QPointF, *, cut: bool) -> None:
        layout = self._layouts[line.paragraph]
        made = layout.lineAt(line.number)
        if cut:
            if line not in self._cut:
                rest = f"{layout.text()[made.textStart() :]}…"
                self._cut[line] = self._elided(rest, layout.font(), layout.textOption())
            made = self._cut[line].lineAt(0)
        middle = (self._setting.leading - made.height()) / 2
        made.draw(painter, QPointF(at.x(), at.y() + middle) - QPointF(0, made.y()))

    def _add(self, words: str, *, is_head: bool) -> None:
        rtl = is_rtl(words, self._setting.rtl)
        option = QTextOption()
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = self._setting.head_font if is_head else self._setting.font
        words = guarded(words)
        layout = (
            self._elided(words, font, option) if is_head else self._laid_out(words, font, option)
        )
        number = len(self._layouts)
        self._layouts.append(layout)
        self._lines += [_Line(number, each, is_head) for each in range(layout.lineCount())]

    def _laid_out(self, words: str, font: QFont, option: QTextOption) -> QTextLayout:
        layout = QTextLayout(words, font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while layout.lineCount() < _MOST_LINES and (made := layout.createLine()).isValid():
            made.setLineWidth(self._setting.width)
        layout.endLayout()
        return layout

    def _elided(self, words: str, font: QFont, option: QTextOption) -> QTextLayout:
        """Return the beginning of words in one line, an ellipsis at its end if they go on."""
        short = words[: self._setting.width]
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(short, Qt.TextElideMode.ElideRight, self._setting.width)
        single = QTextOption(option)
        single.setWrapMode(QTextOption.WrapMode.NoWrap)
        return self._laid_out(shown, font, single)


class RemarkTexts:
    """Keeps the remarks that were laid out last."""

    def __init__(self, setting: RemarkSetting) -> None:
        self.setting = setting
        self._kept: OrderedDict[Remark, RemarkText] = OrderedDict()

    def of(self, remark: Remark) -> RemarkText:
        """Return a remark, laid out now if it is not kept."""
        found = self._kept.pop(remark, None) or RemarkText(remark, self.setting)
        self._kept[remark] = found
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found
