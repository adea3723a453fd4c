"""The first lines of an export: a table, words, or a page."""

from typing import Any

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.exporters.preview import Preview
from reader.text.controls import isolated
from reader.ui.panels.look import look_of, small
from reader.ui.panels.prose import flat
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.report_paper import first_page
from reader.ui.theme import GRID

_WIDEST = 48 * GRID  # px; of a column


class ExportPreview(QStackedWidget):
    """Shows a `Preview`; it takes no focus, since nothing in it can be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportPreview")
        self.setAccessibleName(self.tr("Preview"))
        self.setMinimumHeight(60 * GRID)
        self._nothing = WrappedLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setText(self.tr("Nothing is chosen. Press fewer switches, or choose more."))
        self._table = self._made_table()
        self._words = QPlainTextEdit(self)
        self._words.setReadOnly(True)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(small(self.font()).pointSizeF())
        self._words.setFont(fixed)
        self._page = _Page(self)
        for one in (self._nothing, self._table, self._words, self._page):
            self.addWidget(one)

    def show_preview(self, preview: Preview, *, rtl: bool) -> None:
        """Put a preview on show."""
        if preview.page is not None:
            self._page.show_image(first_page(preview.page, rtl=rtl))
            self.setCurrentWidget(self._page)
        elif len(preview.rows) > 1:
            self._fill(preview.rows)
            self.setCurrentWidget(self._table)
        elif preview.text:
            self._words.setPlainText(preview.text)
            self.setCurrentWidget(self._words)
        else:
            self.setCurrentWidget(self._nothing)

    def _made_table(self) -> QTableWidget:
        made = QTableWidget(self)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        made.horizontalHeader().setHighlightSections(False)
        made.setFont(small(self.font()))
        made.setItemDelegate(_OwnWay(made))
        return made

    def _fill(self, rows: tuple[tuple[str, ...], ...]) -> None:
        headers, *lines = rows
        self._table.setColumnCount(len(headers))
        self._table.setRowCount(len(lines))
        self._table.setHorizontalHeaderLabels([flat(one) for one in headers])
        for row, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                self._table.setItem(row, column, QTableWidgetItem(flat(cell)))
        header = self._table.horizontalHeader()
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(len(headers)):
            header.resizeSection(column, min(_WIDEST, header.sectionSize(column)))


class _OwnWay(QStyledItemDelegate):
    """Shows each cell in its own direction, so that what does not fit is cut at its own end."""

    def displayText(self, value: Any, _locale: QLocale | QLocale.Language) -> str:
        """Return the words of a cell, apart from the direction of the table."""
        return isolated(str(value)) if value else ""


class _Page(QWidget):
    """A sheet of paper, as large as there is room for its beginning."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Put the picture of a sheet on show."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which words can be made out."""
        return QSize(110 * GRID, 80 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet from its top, in the middle."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width() - 4 * GRID, self._image.deviceIndependentSize().width())
        height = width * self._image.height() / self._image.width()
        sheet = QRectF((self.width() - width) / 2, 2 * GRID, width, height)
        painter.drawImage(sheet, self._image)
        painter.setPen(look_of(self).line)
        painter.drawRect(sheet)
