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
_HEAD_LINES = 2


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

        `inks` are those of the note and of its heading. A note has the first line there is,
        a heading a second one only where the note needs none.
        """
        for place, (line, cut) in enumerate(self._chosen(shown)):
            painter.setPen(inks[1] if line.is_head else inks[0])
            corner = QPointF(at.x(), at.y() + place * self._setting.leading)
            self._draw_line(painter, line, corner, cut=cut)

    def is_cut(self, shown: int) -> bool:
        """Tell whether something is left out of so many lines."""
        return shown < len(self._lines)

    def _chosen(self, shown: int) -> list[tuple[_Line, bool]]:
        """Return the lines to be drawn, each with whether it has to tell that more would follow."""
        heads = [line for line in self._lines if line.is_head]
        notes = self._lines[len(heads) :]
        most = len(heads) if not notes else min(len(heads), max(1, shown - len(notes)))
        led = heads[: 0 if notes and shown < 2 else min(most, shown)]
        told = notes[: shown - len(led)]
        found = [(line, False) for line in (*led, *told)]
        if led and len(led) < len(heads):
            found[len(led) - 1] = (led[-1], True)
        if told and len(told) < len(notes):
            found[-1] = (told[-1], True)
        return found

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
        layout = (self._heading if is_head else self._laid_out)(words, font, option)
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

    def _heading(self, words: str, font: QFont, option: QTextOption) -> QTextLayout:
        """Return a heading in as many lines as it may have, its end cut."""
        short = words[: _HEAD_LINES * self._setting.width]
        layout = self._laid_out(short, font, option)
        if layout.lineCount() <= _HEAD_LINES and short == words:
            return layout
        last = min(layout.lineCount(), _HEAD_LINES) - 1
        start = layout.lineAt(last).textStart()
        metrics = QFontMetricsF(font)
        rest = metrics.elidedText(
            f"{layout.text()[start:]}…", Qt.TextElideMode.ElideRight, self._setting.width
        )
        return self._laid_out(f"{layout.text()[:start]}{rest}", font, option)

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
