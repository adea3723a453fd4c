"""The view of statistics: what to count over, and the charts."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.numbers import Numbers
from reader.ui.desk.charts import Chart, Style, laid_out, paint, spoken
from reader.ui.desk.record_form import Buttons
from reader.ui.desk.view import View
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.frames import scrolling
from reader.ui.panels.look import heading, look_of, small
from reader.ui.panels.menus import MenuButton, choice_menu
from reader.ui.theme import GRID

_EDGE = 8 * GRID  # px
_WIDEST = 250 * GRID  # px

# The keys of what can be counted over.
LIBRARY, SHOWN, ARTICLE = "library", "shown", "article"


class NumbersView(View):
    """Shows statistics; `scope_changed` carries a key of what is to be counted over.

    `save_wanted` carries "png", "svg" or "csv".
    """

    scope_changed = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("numbersView")
        self._language: Language = language
        self.scope = LIBRARY
        self.numbers = Numbers()
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(heading(self.font(), QFont.Weight.DemiBold))
        self._count = self._quiet("")
        self.canvas = Canvas(language, self)
        self._hint = EmptyHint(self)
        self._hint.say(
            self.tr("Nothing to count yet. Select words in an article and press 1, 2 or 3.")
        )
        self._area: QScrollArea = scrolling(self.canvas, self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._hint)
        self._lay_out()

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(small(self.font()))
        label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        return label

    def show_numbers(self, numbers: Numbers) -> None:
        """Show other statistics."""
        self.numbers = numbers
        self.canvas.show_numbers(numbers)
        articles = self.tr("%Ln article(s)", "", numbers.articles)
        annotations = self.tr("%Ln annotation(s)", "", numbers.annotations)
        comma = "،" if self._language == "ar" else ","  # a middle dot reads as the zero ٠
        self._count.setText(f"{articles}{comma} {annotations}")
        self._stack.setCurrentIndex(0 if numbers.tables else 1)

    def keyboard_stop(self) -> QWidget:
        """Return the charts, which the arrows scroll."""
        return self._area

    def chart(self) -> tuple[Chart, Style]:
        """Return the charts as they are on show, and how they are painted."""
        return self.canvas.chart, self.canvas.style_now()

    def _lay_out(self) -> None:
        scopes = self._scopes()
        menu = choice_menu(self.tr("Count over"), scopes, self, exclusive=True)
        menu.actions()[0].setChecked(True)
        menu.triggered.connect(self._take_scope)
        self.scope_button = MenuButton(scopes[0][1], menu, self)
        self.scope_button.setObjectName("numbersScope")
        self.scope_button.setToolTip(self.tr("What is counted over (Space)"))
        self._title.setText(self.tr("Numbers"))
        said = self._quiet(self.tr("Save as"))
        saving = Buttons(self)
        for key, words in (("png", "PNG"), ("svg", "SVG"), ("csv", "CSV")):
            tip = self.tr("Save the charts as %1 (Space)").replace("%1", words)
            button = saving.add(f"save_{key}", words, tip)
            button.setProperty("format", key)
            button.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setContentsMargins(_EDGE, 4 * GRID, _EDGE, 2 * GRID)
        row.setSpacing(3 * GRID)
        for widget in (self._title, self._count, self.scope_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(said)
        row.addWidget(saving)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _scopes(self) -> Sequence[tuple[str, str, str]]:
        return (
            (LIBRARY, self.tr("The whole library"), ""),
            (SHOWN, self.tr("The articles that the list shows"), ""),
            (ARTICLE, self.tr("The article on the page"), ""),
        )

    def _take_scope(self, action: QAction) -> None:
        self.scope = str(action.data())
        self.scope_button.setText(action.text())
        self.scope_button.setAccessibleName(action.text())
        self.scope_changed.emit(self.scope)

    def _save(self) -> None:
        button = self.sender()
        if button is not None:
            self.save_wanted.emit(str(button.property("format")))


class Canvas(QWidget):
    """What the charts are painted on, as high as they need."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("numbersCanvas")
        self._language: Language = language
        self._numbers = Numbers()
        self.chart = Chart((), QSize())

    def show_numbers(self, numbers: Numbers) -> None:
        """Paint other statistics."""
        self._numbers = numbers
        self.setAccessibleName(spoken(numbers, self._language))
        self._arrange()

    def style_now(self) -> Style:
        """Return how charts are painted in the theme of now."""
        return Style(look_of(self), self.font(), self._language)

    def _arrange(self) -> None:
        width = max(1, min(_WIDEST, self.width() - 2 * _EDGE))
        self.chart = laid_out(self._numbers, width)
        self.setMinimumHeight(self.chart.size.height() + 2 * _EDGE)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the charts out for another width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the charts from where the language begins."""
        painter = QPainter(self)
        left = _EDGE if self._language != "ar" else self.width() - _EDGE - self.chart.size.width()
        painter.fillRect(QRectF(self.rect()), look_of(self).surface)
        painter.translate(left, _EDGE / 2)
        paint(painter, self.chart, self.style_now())
