"""The view of statistics: what to count over, and the charts."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.numbers import Numbers
from reader.ui.desk.charts import Chart, Style, laid_out, paint, spoken
from reader.ui.desk.numbers_scope import ARTICLE, LIBRARY, OF_ROWS, SHOWN, Rows, ScopeWords
from reader.ui.desk.record_form import Buttons
from reader.ui.desk.view import View
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.frames import scrolling
from reader.ui.panels.look import MARGIN, heading, look_of, small
from reader.ui.panels.menus import MenuButton, choice_menu, refill
from reader.ui.theme import GRID

_EDGE = 8 * GRID  # px
_WIDEST = 250 * GRID  # px

# A list's rows, by the key of a scope of rows; None where there is no such list.
RowsOf = Callable[[str], Rows | None]


class NumbersView(View):
    """Shows statistics; `scope_changed` carries a key of what is to be counted over.

    `save_wanted` carries "png", "svg" or "csv".
    """

    scope_changed = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, rows_of: RowsOf, language: Language) -> None:
        super().__init__()
        self.setObjectName("numbersView")
        self._language: Language = language
        self._rows_of = rows_of
        self._words = ScopeWords(self)
        self.scope = LIBRARY
        self.rows = Rows()  # those that are counted, of a scope of rows
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

    def caption(self) -> str:
        """Return what was counted over, in one line."""
        scope, counted = self.scope_button.text(), self._count.text()
        return self.tr("Numbers: {scope} ({counted})").format(scope=scope, counted=counted)

    def scope_name(self) -> str:
        """Return the name of what was counted over."""
        return self.scope_button.text()

    def take_rows(self) -> None:
        """Count over the rows as they are now, where it is a scope of rows."""
        rows = self._rows_of(self.scope)
        if self.scope in OF_ROWS and rows is None:
            self.scope = LIBRARY
        self.rows = rows or Rows()
        self.scope_button.setText(self._words.name(self.scope, self.rows))
        self.scope_button.setAccessibleName(self.scope_button.text())

    def keyboard_stop(self) -> QWidget:
        """Return the charts, which the arrows scroll."""
        return self._area

    def chart(self) -> tuple[Chart, Style]:
        """Return the charts as they are on show, and how they are painted."""
        return self.canvas.chart, self.canvas.style_now()

    def _lay_out(self) -> None:
        menu = choice_menu(self.tr("Count over"), self._scopes(), self, exclusive=True)
        menu.aboutToShow.connect(self._offer_scopes)
        menu.triggered.connect(self._take_scope)
        self.scope_button = MenuButton(self._words.name(self.scope, self.rows), menu, self)
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
        head = QWidget(self)
        head.setMaximumWidth(_WIDEST + 2 * _EDGE)  # as wide as the charts
        row = QHBoxLayout(head)
        row.setContentsMargins(_EDGE, 4 * GRID, _EDGE, 2 * GRID)
        row.setSpacing(3 * GRID)
        for widget in (self._title, self._count, self.scope_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(said)
        row.addWidget(saving)
        row.addSpacing(-MARGIN)  # the last button's own padding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _scopes(self) -> list[tuple[str, str, str]]:
        """Return what can be counted over now: of rows, where there are such."""
        found: list[tuple[str, Rows]] = [(key, Rows()) for key in (LIBRARY, SHOWN, ARTICLE)]
        for key in OF_ROWS:
            rows = self._rows_of(key)
            if rows is not None and rows.uids:
                found.append((key, rows))
        return [(key, self._words.name(key, rows), "") for key, rows in found]

    def _offer_scopes(self) -> None:
        """Offer what there is to be counted over, and how much, as it is now."""
        menu = self.scope_button.menu()
        refill(menu, self._scopes(), exclusive=True)
        for action in menu.actions():
            action.setChecked(action.data() == self.scope)

    def _take_scope(self, action: QAction) -> None:
        self.scope = str(action.data())
        self.take_rows()
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
