"""The margin painted: each note beside its line, tied to it by its tag's line and a number."""

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reader.model.tags import TAGS, Tag
from reader.ui.page.legible import mixed
from reader.ui.page.look import PageColours
from reader.ui.page.margin import NoteMargin, PlacedNote
from reader.ui.page.marks import Marks
from reader.ui.page.places import Seen
from reader.ui.page.renewing import has_words
from reader.ui.page.shapes import MarkShapes
from reader.ui.page.strokes import DrawnStretch, Inks
from reader.ui.page.surface import Surface
from reader.ui.page.tiles import LineTiles

_BAR, _BAR_OFF = 0.09, 0.32  # ems; the line of a tag, and its distance from the words
_NUMBER, _NUMBER_ABOVE = 0.5, 0.93  # ems
_SIGN = 0.26  # ems; where there is no margin
_LEVEL = 5  # px; a note that stands so near its line is level with it
_GROUND, _HOVERED = 0.07, 0.035  # shares of ink in the paper


class MarginPainter:
    """Paints notes in the margin, and on the words the signs of those that have one."""

    def __init__(self, surface: Surface, margin: NoteMargin, colours: PageColours) -> None:
        self.hovered: str | None = None
        self._surface = surface
        self._margin = margin
        self._tags: tuple[Tag, ...] = TAGS
        self._tiles: LineTiles | None = None
        self._shapes = MarkShapes(surface, Marks())
        self._locale = QLocale()
        self._number_font = QFont()
        self.set_colours(colours)

    def set_locale(self, locale: QLocale) -> None:
        """Write numbers in the digits of a language."""
        self._locale = locale

    def set_shapes(self, shapes: MarkShapes) -> None:
        """Put the signs on other marks from now on."""
        self._shapes = shapes

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Paint with the colours and lines of other tags."""
        self._tags = tags
        self._inks = Inks(tags, self._colours)

    def set_colours(self, colours: PageColours) -> None:
        """Paint in another theme."""
        self._colours = colours
        self._inks = Inks(self._tags, colours)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies in an area of the viewport."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._number_font = QFont(self._margin.texts().setting.head_font)
        self._number_font.setPixelSize(max(8, self._px(_NUMBER)))
        self._number_font.setWeight(QFont.Weight.DemiBold)
        if has_words(self._surface, area):
            self._paint_signs(painter, area)
        if self._margin.is_shown:
            columns = self._surface.columns
            band = QRectF(columns.notes_left, 0, columns.notes_width, self._surface.height)
            reach = columns.gutter
            if band.adjusted(-reach, 0, reach, 0).intersects(area):
                self._paint_notes(painter, area)
        painter.restore()

    def _paint_notes(self, painter: QPainter, area: QRectF) -> None:
        placed = self._margin.placed()
        if not placed and not self._margin.remarks.any():
            self._paint_hint(painter)
        for note in placed:
            if note.box.bottom() > area.top() - 2 and note.box.top() < area.bottom() + 2:
                self._paint_note(painter, note)
        for note in placed:
            if note.remark.uid in (self._margin.current, self.hovered) and not note.folded:
                self._paint_leader(painter, note)

    def _paint_note(self, painter: QPainter, note: PlacedNote) -> None:
        colours, is_current = self._colours, note.remark.uid == self._margin.current
        if note.folded:
            self._paint_fold(painter, note)
            return
        if is_current or note.remark.uid == self.hovered:
            share = _GROUND if is_current else _HOVERED
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(colours.paper, colours.ink, share))
            wide = self._px(_BAR_OFF)
            painter.drawRoundedRect(note.box.adjusted(-wide, 0, wide, 0), 4, 4)
        self._paint_bar(painter, note)
        text, edited = self._margin.texts().of(note.remark), self._margin.edited
        if text.lines and (edited is None or edited[0] != note.remark.uid):
            line = self._margin.texts().setting.leading
            top = note.box.top() + max(0.0, (note.box.height() - note.lines * line) / 2)
            inks = QColor(colours.ink), QColor(colours.muted)
            text.draw(painter, QPointF(note.box.left(), top), note.lines, inks)

    def _paint_bar(self, painter: QPainter, note: PlacedNote) -> None:
        """Draw the tag's line upright at the side of the words, and the number beside it."""
        ink = self._inks.of(note.remark.tag)
        thick = max(2.0, self._surface.em * _BAR)
        tile = self._tiles_for(painter).of(ink.style, ink.line, thick)
        depth = tile.deviceIndependentSize().height()
        painter.save()
        painter.translate(QPointF(self._bar_x(note.box) + depth / 2, note.box.top() + 2))
        painter.rotate(90)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawTiledPixmap(QRectF(0, 0, note.box.height() - 4, depth), tile)
        painter.restore()
        if note.number:
            line = self._margin.texts().setting.leading
            number = QRectF(0, 0, self._px(1), line)
            x = self._bar_x(note.box) + self._towards_words() * self._px(_NUMBER + 0.1)
            number.moveCenter(QPointF(x, note.box.top() + line / 2 + 1))
            self._paint_number(painter, number, note.number, ink.line)

    def _paint_leader(self, painter: QPainter, note: PlacedNote) -> None:
        """Draw a fine rule from a note to its line."""
        ink = self._inks.of(note.remark.tag)
        painter.setPen(QPen(ink.line, max(1.0, self._surface.em / 22)))
        way, columns = self._towards_words(), self._surface.columns
        start = self._bar_x(note.box) + way * self._px(_NUMBER * 2 + 0.2)
        end = columns.left + columns.width if way < 0 else columns.left
        end -= way * self._px(0.12)
        first = note.box.top() + self._margin.texts().setting.leading / 2 + 1
        if abs(first - note.line_y) < _LEVEL:
            first = note.line_y
        bend = (start + end) / 2
        painter.drawPolyline(
            [
                QPointF(start, first),
                QPointF(bend, first),
                QPointF(bend, note.line_y),
                QPointF(end, note.line_y),
            ]
        )

    def _paint_fold(self, painter: QPainter, note: PlacedNote) -> None:
        words = f"+{self._locale.toString(len(note.folded))} …"
        painter.setFont(self._margin.texts().setting.head_font)
        painter.setPen(QColor(self._colours.muted))
        painter.drawText(note.box, self._begins() | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_hint(self, painter: QPainter) -> None:
        """Say, in an empty margin, what it is for."""
        words = QCoreApplication.translate(
            "NoteMargin", "Notes stand here, beside the words. Press M on an annotation."
        )
        columns = self._surface.columns
        box = QRectF(columns.notes_left, self._px(1.5), columns.notes_width, self._px(8))
        painter.setFont(self._margin.texts().setting.head_font)
        painter.setPen(QColor(self._colours.muted))
        painter.drawText(box, int(self._begins() | Qt.TextFlag.TextWordWrap), words)

    def _paint_signs(self, painter: QPainter, area: QRectF) -> None:
        em = self._surface.em
        for one in self._surface.seen():
            if one.y - em < area.bottom() and one.y + one.layout.height + em > area.top():
                self._paint_signs_in(painter, one)

    def _paint_signs_in(self, painter: QPainter, seen: Seen) -> None:
        base = self._surface.text.start(seen.block)
        taken: list[QRectF] = []
        for drawn in self._shapes.of(seen).marks:
            mark = self._shapes.mark(drawn.uid)
            if mark is None or not drawn.stretches or self._margin.remarks.of(mark) is None:
                continue
            ends_here = mark.end_cp - base <= len(seen.layout.words)
            stretch = drawn.stretches[-1]
            if ends_here and stretch.shape.caps:
                number = 0
                if self._margin.is_shown:
                    number = self._margin.number_of(mark.uid, mark.start_cp)
                self._paint_sign(painter, stretch, seen.y, number, drawn.tag, taken)

    def _paint_sign(
        self,
        painter: QPainter,
        stretch: DrawnStretch,
        y: int,
        number: int,
        tag: str,
        taken: list[QRectF],
    ) -> None:
        """Draw at the end of a span its number in the margin, or a dot where there is none."""
        em, cap = stretch.band.em, stretch.shape.caps[-1]
        ink = self._inks.of(tag)
        bottom = y + stretch.band.baseline - round(em * _NUMBER_ABOVE)
        size = em * (_NUMBER if number else _SIGN)
        box = QRectF(0, 0, size * (1.3 if number else 1.0), size)
        box.moveCenter(QPointF(self._surface.left + cap.x, bottom - size / 2))
        while any(box.intersects(other) for other in taken):
            box.moveLeft(box.left() + cap.inward * box.width())
        taken.append(box)
        if number:
            self._paint_number(painter, box.adjusted(-em, -em, em, em), number, ink.line)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.line)
            painter.drawEllipse(box)

    def _paint_number(self, painter: QPainter, box: QRectF, number: int, colour: QColor) -> None:
        painter.setFont(self._number_font)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._locale.toString(number))

    def _tiles_for(self, painter: QPainter) -> LineTiles:
        ratio = painter.device().devicePixelRatio()
        if self._tiles is None or self._tiles.pixel_ratio != ratio:
            self._tiles = LineTiles(ratio)
        return self._tiles

    def _bar_x(self, box: QRectF) -> float:
        off = self._px(_BAR_OFF)
        return box.right() + off if self._towards_words() > 0 else box.left() - off

    def _towards_words(self) -> int:
        columns = self._surface.columns
        return 1 if columns.notes_left < columns.left else -1

    def _begins(self) -> Qt.AlignmentFlag:
        """Return the side at which words of the margin begin: that of a right-to-left article."""
        rtl = self._margin.texts().setting.rtl
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _px(self, ems: float) -> int:
        return round(self._surface.em * ems)
