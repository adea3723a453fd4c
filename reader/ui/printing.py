"""An article on paper or in a PDF, with its highlights, a key of the tags and numbered notes.

It is drawn a sheet at a time (`Tasks.step`), so the window answers meanwhile.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from reader.frozen import dataclass
from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.document import PageText
from reader.ui.page.look import PageColours, PageLook
from reader.ui.page.sheet import Sheets, Slice
from reader.ui.panels.moments import locale_of
from reader.ui.theme import INTERFACE_FAMILY

PDF_DOTS_PER_INCH = 300
PAPER = PageColours(
    paper="#ffffff",
    ink="#000000",
    muted="#555555",
    selection="#ffffff",
    selection_ink="#000000",
    current="#000000",
    accent="#000000",
    fill=0.16,
)
_TEXT_PT, BACK_PT, _EDGE_PT = 12.5, 10.0, 8.5
_MARGINS_MM = QMarginsF(22, 24, 22, 24)
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: an article's text and annotations, and the words around them."""

    title: str
    source: str
    text: str
    annotations: tuple[Annotation, ...]
    tags: tuple[Tag, ...]
    language: Language
    text_rtl: bool
    key_heading: str
    notes_heading: str


def paper_look(look: PageLook, family: str | None = None) -> PageLook:
    """Return the page's look on paper, in another family if one is named.

    A PDF is set in the interface's family: of the reading font's text no program
    could read the letters back. Nor could one read the digits that the family puts
    into Arabic lines ("locl"), so they are left as they are.
    """
    return replace(
        look,
        family=family or look.family,
        size_pt=_TEXT_PT,
        measure_em=1000.0,
        margin_em=0.0,
        zoom=100,
        colours=PAPER,
        fallback=(INTERFACE_FAMILY,),
        without=("locl",) if family else (),
    )


def pdf_device(buffer: QIODevice, title: str) -> QPdfWriter:
    """Return a device that writes a PDF on A4 into an open buffer."""
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("Hashiya")
    return writer


class PrintJob:
    """Draws an article on a device, one sheet at a time."""

    def __init__(self, printed: Printed, device: QPagedPaintDevice, look: PageLook) -> None:
        self._printed = printed
        self._device = device
        self._look = look
        self._painter = QPainter()

    def begin(self) -> bool:
        """Begin; return whether the device can be drawn on."""
        return begin_pdf(self._device, self._painter)

    def steps(self) -> Generator[tuple[int, int], None, None]:
        """Draw sheet after sheet; each gives the share that is done, in percent, and 100."""
        try:
            for share in self._draw():
                yield share, 100
        finally:
            self.end()

    def end(self) -> None:
        """Let go of the device, whole or not."""
        if self._painter.isActive():
            self._painter.end()

    def _draw(self) -> Iterator[int]:
        """Draw sheet after sheet; each yields the share that is done."""
        printed, size = self._printed, (self._device.width(), self._device.height())
        dots = self._device.logicalDpiY()
        noted = [one for one in printed.annotations if one.note.strip()]
        numbers = {one.uid: self._digits(number) for number, one in enumerate(noted, 1)}
        text = PageText(printed.text, default_rtl=printed.text_rtl, headline=True)
        body = Sheets(text, printed.annotations, printed.tags, self._look, dots, size, numbers)
        number = 0
        last: tuple[Slice, ...] = ()
        for sheet in body.cut():
            number, last = number + 1, sheet
            self._draw_sheet(body, sheet, number)
            yield round(95 * body.position_after(sheet) / max(1, text.length))
        if not printed.annotations:
            return
        back = self._back(noted, dots, size)
        room = body.foot(last) + round(3 * _TEXT_PT * dots / 72)
        for at, sheet in enumerate(back.cut(room)):
            if at == 0:
                back.draw(self._painter, sheet, QPointF(0, 0))
            elif sheet:
                number += 1
                self._draw_sheet(back, sheet, number)
            yield 98

    def _draw_sheet(self, sheets: Sheets, sheet: Sequence[Slice], number: int) -> None:
        if number > 1:
            self._device.newPage()
        sheets.draw(self._painter, tuple(sheet), QPointF(0, 0))
        self._draw_edges(number)

    def _back(self, noted: list[Annotation], dots: float, size: tuple[int, int]) -> Sheets:
        """Return the key and the notes, their examples marked as what they stand for is."""
        printed = self._printed
        used = {one.tag for one in printed.annotations}
        rows = [(printed.key_heading, "", "", "")]
        listed = [tag for tag in printed.tags if tag.key in used]
        rows += [("", tag.label.text(printed.language), "", tag.key) for tag in listed]
        if noted:
            rows += [("", "", "", ""), (printed.notes_heading, "", "", "")]
        for number, one in enumerate(noted, 1):
            words = " ".join(one.exact.split())
            short = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
            note = " ".join(one.note.split())
            rows.append((f"{self._digits(number)}. ", short, f"\n{note}", one.tag))
        text, marks = "", []
        rtl, numbered = printed.language == "ar", {}
        for before, words, after, tag in rows:
            start = len(text) + len(before)
            if before and words:
                # A number stands where the list's lines begin, whatever script follows it.
                numbered[len(text)] = rtl
            text += before + words + after + "\n"
            if tag and words:
                marks.append(_mark(start, words, tag))
        page = PageText(text.rstrip("\n"), default_rtl=rtl, directions=numbered)
        look = replace(self._look, size_pt=BACK_PT, justified=False)
        return Sheets(page, marks, printed.tags, look, dots, size)

    def _draw_edges(self, number: int) -> None:
        """Draw the page's number, and what is printed from its second page on."""
        head = self._printed.title if number > 1 else self._printed.source
        rtl = self._printed.language == "ar"
        draw_edges(self._painter, self._device, head, self._digits(number), rtl=rtl)

    def _digits(self, number: int) -> str:
        return locale_of(self._printed.language).toString(number)


def draw_edges(
    painter: QPainter, device: QPagedPaintDevice, head: str, foot: str, *, rtl: bool
) -> None:
    """Draw what stands above and below the words of a sheet."""
    dots = device.logicalDpiY()
    height, width = round(_EDGE_PT * 2 * dots / 72), device.width()
    font = QFont(INTERFACE_FAMILY)
    font.setPixelSize(round(_EDGE_PT * dots / 72))
    font.setFeature(QFont.Tag("locl"), 0)  # see `paper_look`
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(PAPER.muted))
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    below = QRectF(0, device.height() + height / 2, width, height)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, foot)
    above = QRectF(0, -2.4 * height, width, height)
    shown = painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, width)
    side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(above, side, shown)
    painter.restore()


def begin_pdf(device: QPagedPaintDevice, painter: QPainter) -> bool:
    """Begin to draw on sheets of A4 with our margins; tell whether the device can be drawn on."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    return painter.begin(device)


def _mark(start: int, words: str, tag: str) -> Annotation:
    """Return a mark of an example in the key, which stands in no library."""
    return Annotation(
        revision_uid="",
        annotator_uid="",
        tag=tag,
        start_cp=start,
        end_cp=start + len(words),
        exact=words,
    )


def open_buffer() -> QBuffer:
    """Return a buffer in memory that is open for writing."""
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
