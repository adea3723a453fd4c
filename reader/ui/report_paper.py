"""The program that draws a report: articles come as lines of JSON, a PDF goes out.

It runs without a screen, in a process of its own (`exporters/report/sheets.py`).
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QFile, QIODevice, QPointF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPdfWriter

from reader.exporters.report.laid import LaidReport
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.document import PageText
from reader.ui.page.look import PageLook
from reader.ui.page.sheet import Sheets, Slice
from reader.ui.printing import BACK_PT, PAPER, begin_pdf, draw_edges, paper_look, pdf_device
from reader.ui.theme import INTERFACE_FAMILY, load_fonts

_STANDARD_OUTPUT = 1
_GAP_PT = 24.0
# A sheet of A4 on a screen, in dots of 1/96 inch.
_SHEET, _EDGE, _SCREEN_DPI, _SHARP = QSize(794, 1123), 83, 96, 2


def main() -> None:
    """Draw what comes in at standard input into standard output."""
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    target = QFile()
    mode = QIODevice.OpenModeFlag.WriteOnly
    if not target.open(_STANDARD_OUTPUT, mode):
        sys.exit(1)
    lines = iter(sys.stdin.buffer)
    head = json.loads(next(lines))
    writer = pdf_device(target, head["title"])
    painter = QPainter()
    if not begin_pdf(writer, painter):
        sys.exit(1)
    paper = ReportPaper(writer, painter, rtl=head["language"] == "ar")
    for line in lines:
        paper.draw(json.loads(line))
    painter.end()
    target.close()
    del app


class ReportPaper:
    """Draws articles one after another, each from a new sheet on."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, *, rtl: bool) -> None:
        self._writer = writer
        self._painter = painter
        self._rtl = rtl
        self._look = paper_look(PageLook(), INTERFACE_FAMILY)
        self._number = 0

    def draw(self, report: Mapping[str, Any]) -> None:
        """Draw an article: its text with its marks, then what is known of each."""
        tags = _tags(report["tags"])
        size, dots = (self._writer.width(), self._writer.height()), self._writer.logicalDpiY()
        marks = list(_marks(report["body"]["marks"]))
        numbers = {one.uid: one.note for one in marks}
        text = PageText(report["body"]["text"], default_rtl=self._rtl, headline=True)
        body = Sheets(text, marks, tags, self._look, dots, size, numbers)
        head = report["source"]
        last: tuple[Slice, ...] = ()
        for sheet in body.cut():
            self._begin(head)
            body.draw(self._painter, sheet, QPointF(0, 0))
            head, last = report["title"], sheet
        back = report["back"]
        look = replace(self._look, size_pt=BACK_PT, justified=False)
        directions = dict.fromkeys(back["lines"], self._rtl)
        text = PageText(back["text"], default_rtl=self._rtl, directions=directions)
        rest = Sheets(text, _marks(back["marks"]), tags, look, dots, size)
        room = body.foot(last) + round(_GAP_PT * dots / 72)
        for at, sheet in enumerate(rest.cut(room)):
            if at:
                self._begin(report["title"])
            rest.draw(self._painter, sheet, QPointF(0, 0))

    def _begin(self, head: str) -> None:
        self._number += 1
        if self._number > 1:
            self._writer.newPage()
        draw_edges(self._painter, self._writer, head, str(self._number), rtl=self._rtl)


def _tags(found: Iterable[tuple[str, str, str, str]]) -> tuple[Tag, ...]:
    return tuple(
        Tag(key, Label(name, name), colour, line=line) for key, name, colour, line in found
    )


def _marks(found: Iterable[tuple[int, int, str, int]]) -> Iterable[Annotation]:
    """Yield marks as annotations that stand in no library; the note is the number."""
    for start, end, tag, number in found:
        yield Annotation(
            revision_uid="",
            annotator_uid="",
            tag=tag,
            start_cp=start,
            end_cp=end,
            exact=" " * (end - start),
            note=str(number),
        )


def first_page(report: LaidReport, *, rtl: bool) -> QImage:
    """Return a picture of the first sheet of a report, twice as sharp as a screen's dots."""
    image = QImage(_SHEET * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    image.fill(QColor(PAPER.paper))
    tags = _tags(report.tags)
    size = (_SHEET.width() - 2 * _EDGE, _SHEET.height() - 2 * _EDGE)
    marks = list(_marks(report.body.marks))
    numbers = {one.uid: one.note for one in marks}
    look = paper_look(PageLook(), INTERFACE_FAMILY)
    text = PageText(report.body.text, default_rtl=rtl, headline=True)
    body = Sheets(text, marks, tags, look, _SCREEN_DPI, size, numbers)
    first = next(body.cut())
    painter = QPainter(image)
    body.draw(painter, first, QPointF(_EDGE, _EDGE))
    back = PageText(
        report.back.text, default_rtl=rtl, directions=dict.fromkeys(report.back.lines, rtl)
    )
    small = replace(look, size_pt=BACK_PT, justified=False)
    rest = Sheets(back, _marks(report.back.marks), tags, small, _SCREEN_DPI, size)
    foot = body.foot(first) + round(_GAP_PT)
    if foot < size[1] // 2:
        rest.draw(painter, next(rest.cut(foot)), QPointF(_EDGE, _EDGE))
    painter.end()
    return image
