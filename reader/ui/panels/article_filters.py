"""What stands over the list of articles: the shelf on show, its filters as chips, the order."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reader.frozen import dataclass
from reader.label import Label, Language
from reader.model.article_filter import CRITERIA, ArticleFilter, ArticleOrder
from reader.model.article_sorts import ARTICLE_SORTS
from reader.model.dates import parse_partial_date
from reader.model.vocabulary import STATUSES
from reader.ui.library import Library
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.inputs import LineInput
from reader.ui.panels.look import MARGIN
from reader.ui.panels.menus import MenuButton, choice_menu
from reader.ui.panels.prose import flat
from reader.ui.panels.shelf_button import FilterChip, ShelfButton
from reader.ui.theme import GRID

_MOST_PUBLISHERS = 40
_DATES = (("published_from", "from"), ("published_to", "to"))
_LABELS: Mapping[str, Label] = {one.key: one.label for one in CRITERIA}


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A filter that is set: the field of ArticleFilter, and what its chip says."""

    key: str
    words: str


class ArticleFilters(QWidget):
    """Says which shelf is on show, narrows it, and orders it.

    `changed` tells that `wanted()` or `order()` is another, `tree_toggled` whether
    the tree of shelves is to be seen.
    """

    changed = Signal()
    tree_toggled = Signal(bool)

    def __init__(
        self, library: Library, language: Language, order: ArticleOrder, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._order = order
        self._wanted = ArticleFilter()
        self.shelf_button = ShelfButton(self)
        self.shelf_button.toggled.connect(self.tree_toggled)
        self._filter_menu = QMenu(self)
        self._filter_menu.aboutToShow.connect(self._fill_filters)
        self._filter = MenuButton(self.tr("Filter"), self._filter_menu, self)
        self._filter.setToolTip(self.tr("Narrow the list (Space)"))
        self._sort = MenuButton("", self._sort_menu(), self)
        self._sort.setAccessibleName(self.tr("Order of the articles"))
        self._sort.setToolTip(self.tr("Order of the list (Space)"))
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(0)
        row.addWidget(self.shelf_button, 1)
        row.addWidget(self._filter)
        row.addWidget(self._sort)
        self._chips = QWidget(self)
        self._chip_row = FlowLayout(self._chips, GRID)
        self._chip_row.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self._dates = {key: self._date_row(key, name) for key, name in _DATES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._chips)
        for one in self._dates.values():
            column.addWidget(one)
            one.hide()
        self._show()

    def wanted(self) -> ArticleFilter:
        """Return what is asked for beside the shelf and the words in the box."""
        return self._wanted

    def order(self) -> ArticleOrder:
        """Return the order of the list."""
        return self._order

    def clear(self) -> None:
        """Ask for everything again."""
        for row in self._dates.values():
            row.restore("", None)
            row.hide()
        self._want(ArticleFilter())

    def _want(self, wanted: ArticleFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()
            self.changed.emit()

    def _want_value(self, key: str, value: Any) -> None:
        self._want(replace(self._wanted, **{key: value}))

    def _show(self) -> None:
        """Show a chip for each filter, and the order on its button."""
        while item := self._chip_row.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chosen = self._chosen()
        for one in chosen:
            chip = FilterChip(one.words, self._chips)
            chip.setAccessibleName(self.tr("Remove the filter: {words}").format(words=one.words))
            chip.setToolTip(self.tr("Remove the filter (Space)"))
            chip.clicked.connect(partial(self._remove, one.key))
            self._chip_row.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(chosen))
        sort = next(one for one in ARTICLE_SORTS if one.key == self._order.key)
        self._sort.setText(sort.label.text(self._language))

    def _chosen(self) -> list[_Chosen]:
        wanted, language = self._wanted, self._language
        tags = {one.key: one.label.text(language) for one in self._library.tags()}
        statuses = {one.key: one.label.text(language) for one in STATUSES}
        values = {
            "publisher": flat(wanted.publisher),
            "tag": tags.get(wanted.tag, ""),
            "status": statuses.get(wanted.status, ""),
        }
        return [_Chosen(key, value) for key, value in values.items() if value]

    def _remove(self, key: str, *_: object) -> None:
        self._want_value(key, "")

    # The menus ----------------------------------------------------------------

    def _fill_filters(self) -> None:
        """Offer the publishers, tags and statuses that there are, and dates."""
        self._filter_menu.clear()
        publishers = self._library.store.publishers()[:_MOST_PUBLISHERS]
        rows = {
            "publisher": [(one, flat(one), "") for one in publishers],
            "tag": [(one.key, one.label.text(self._language), "") for one in self._library.tags()],
            "status": [(one.key, one.label.text(self._language), "") for one in STATUSES],
        }
        for key, choices in rows.items():
            title = _LABELS[key].text(self._language)
            menu = choice_menu(title, choices, self._filter_menu, exclusive=True)
            for action in menu.actions():
                action.setChecked(action.data() == getattr(self._wanted, key))
            menu.triggered.connect(partial(self._take, key))
            menu.setEnabled(bool(choices))
            self._filter_menu.addMenu(menu)
        self._filter_menu.addAction(self.tr("Date of publication…")).triggered.connect(
            self._ask_dates
        )
        if self._wanted != ArticleFilter():
            self._filter_menu.addSeparator()
            self._filter_menu.addAction(self.tr("Remove all filters")).triggered.connect(self.clear)

    def _take(self, key: str, action: QAction) -> None:
        self._want_value(key, action.data())

    def _sort_menu(self) -> QMenu:
        rows = [(one.key, one.label.text(self._language), "") for one in ARTICLE_SORTS]
        menu = choice_menu(self.tr("Order"), rows, self, exclusive=True)
        for action in menu.actions():
            action.setChecked(action.data() == self._order.key)
        menu.addSeparator()
        turn = menu.addAction(self.tr("The other way round"))
        turn.setCheckable(True)
        turn.setChecked(self._order.reversed)
        menu.triggered.connect(self._take_order)
        return menu

    def _take_order(self, action: QAction) -> None:
        if action.data():
            self._order = replace(self._order, key=action.data())
        else:
            self._order = replace(self._order, reversed=action.isChecked())
        self._show()
        self.changed.emit()

    # Dates --------------------------------------------------------------------

    def _date_row(self, key: str, name: str) -> FieldRow:
        field = LineInput(self, latin=True)
        field.set_hint("2020-03")
        field.setObjectName(key)
        width = 24 * GRID
        return FieldRow(key, _LABELS[name], field, self._set_date, self._language, width)

    def _ask_dates(self) -> None:
        for row in self._dates.values():
            row.show()
        self._dates["published_from"].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_date(self, key: str, text: str) -> None:
        """Take a date; raises BadValue, which is told under the field."""
        value = parse_partial_date(text, key)
        row = self._dates[key]
        row.show_value(value)
        self._want_value(key, value)
