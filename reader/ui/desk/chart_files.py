"""Charts as files: PNG, and SVG with words as outlines; a line above says what was counted."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from reader.ui.desk.charts import Chart, Style, paint, paint_caption
from reader.ui.theme import GRID

_MARGIN, _CAPTION = 8 * GRID, 10 * GRID  # px


def save_png(chart: Chart, style: Style, caption: str, ratio: float = 2.0) -> bytes:
    """Return the charts as a PNG picture, on the theme's paper; `ratio` px a px."""
    image = QImage(_size(chart) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(style.look.raised)
    painter = QPainter(image)
    _paint(painter, chart, style, caption)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def save_svg(chart: Chart, style: Style, caption: str) -> bytes:
    """Return the charts as SVG, words as outlines; the caption is its title too."""
    # Only who saves one pays for the module.
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415

    size = _size(chart)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(caption)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.look.raised)
    outlined = Style(style.look, style.font, style.language, outlined=True)
    _paint(painter, chart, outlined, caption)
    painter.end()
    return bytes(buffer.data().data())


def _size(chart: Chart) -> QSize:
    return chart.size + QSize(2 * _MARGIN, 2 * _MARGIN + _CAPTION)


def _paint(painter: QPainter, chart: Chart, style: Style, caption: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_MARGIN, _MARGIN)
    room = QRectF(0, 0, chart.size.width(), _CAPTION - 4 * GRID)
    paint_caption(painter, caption, room, style)
    painter.translate(0, _CAPTION)
    paint(painter, chart, style)
