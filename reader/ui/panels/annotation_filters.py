"""What stands over the list of annotations: a filter box, a chip for each tag, the order."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.codebook import Codebook
from reader.ui.panels.annotations_model import SortOrder
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import MenuButton, choice_menu, switch_button
from reader.ui.panels.moments import locale_of
from reader.ui.panels.own_filter import OwnFilter
from reader.ui.panels.search_box import SearchBox
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import GRID

_ORDERS = (
    (SortOrder.POSITION, QT_TRANSLATE_NOOP("SortOrder", "By position")),
    (SortOrder.TAG, QT_TRANSLATE_NOOP("SortOrder", "By tag")),
    (SortOrder.STATUS, QT_TRANSLATE_NOOP("SortOrder", "By status")),
    (SortOrder.TEXT, QT_TRANSLATE_NOOP("SortOrder", "By text")),
)


class AnnotationFilters(QWidget):
    """Says what the list shows, and in which order.

    `text_changed` carries what is typed, `tags_changed` the keys of the chips that
    are pressed, `order_changed` a SortOrder; `moved_on` tells that the list is wanted.
    `waiting_changed` tells whether only what a person should look at is wanted.
    """

    text_changed = Signal(str)
    tags_changed = Signal(object)
    order_changed = Signal(object)
    waiting_changed = Signal(bool)
    moved_on = Signal()

    def __init__(
        self,
        tags: tuple[Tag, ...],
        codebook: Codebook,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.box = SearchBox(self.tr("Filter the annotations"), "Ctrl+Shift+L", self)
        self.box.changed.connect(self.text_changed)
        self.box.moved_on.connect(self.moved_on)
        self._own = OwnFilter(codebook, self.box, language, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.box)
        self._chips: list[TagChip] = []
        self._chip_row = QWidget(self)
        self._flow = FlowLayout(self._chip_row, GRID + 2)
        self._flow.setContentsMargins(MARGIN, GRID, MARGIN, 0)
        self.set_tags(tags)
        column.addWidget(self._chip_row)
        column.addLayout(self._count_row())

    def show_counts(self, shown: int, total: int, of_tags: Mapping[str, int]) -> None:
        """Say how many annotations are on show, and how many each tag has."""
        digits = locale_of(self._language)
        if shown == total:
            self._count.setText(self.tr("%Ln annotation(s)", "", total))
        else:
            words = self.tr("{shown} of {total}") if shown else self.tr("None of {total}")
            self._count.setText(
                words.format(shown=digits.toString(shown), total=digits.toString(total))
            )
        for chip in self._chips:
            of_tag = of_tags.get(chip.tag_key, 0)
            chip.set_beside(digits.toString(of_tag) if of_tag else "")  # ٠ alone is a speck

    def show_waiting(self, count: int) -> None:
        """Offer to show only those whose place a person should look at, while there are any."""
        self._waiting.setVisible(count > 0 or self._waiting.isChecked())
        words = self.tr("To look at: %1").replace("%1", locale_of(self._language).toString(count))
        self._waiting.setText(words)

    def text(self) -> str:
        """Return what is typed in the filter box."""
        return self.box.text()

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer a chip for each tag; what is pressed stays so where its tag is still there."""
        pressed = {one.tag_key for one in self._chips if one.isChecked()}
        for old in self._chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = []
        for tag in tags:
            chip = TagChip(tag, self._language, self._chip_row)
            chip.setChecked(tag.key in pressed)
            words = self.tr("Show only: {tag}").format(tag=tag.label.text(self._language))
            chip.setAccessibleName(words)
            if tag.digit:
                chip.setShortcut(f"Ctrl+Alt+{tag.digit}")
            chip.setToolTip(f"{words} (Ctrl+Alt+{tag.digit})" if tag.digit else words)
            chip.toggled.connect(self._tell_tags)
            self._flow.addWidget(chip)
            self._chips.append(chip)
            chip.show()
        if pressed - {tag.key for tag in tags}:
            self._tell_tags()

    def add_narrowing(self, button: QWidget) -> None:
        """Take in a button by which the list is narrowed further."""
        self._row.insertWidget(self._row.indexOf(self._own), button)

    def _count_row(self) -> QHBoxLayout:
        self._count = QLabel(self)
        self._count.setObjectName("annotationCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(small(self.font()))
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._waiting = self._waiting_switch()
        rows = [(order.value, _order_words(order), "") for order, _ in _ORDERS]
        orders = choice_menu(self.tr("Order"), rows, self, exclusive=True)
        orders.actions()[0].setChecked(True)
        orders.triggered.connect(self._take_order)
        self._sort = MenuButton(_order_words(SortOrder.POSITION), orders, self)
        self._sort.setAccessibleName(self.tr("Order of the list"))
        self._sort.setToolTip(self.tr("Order of the list (Space)"))
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.addSpacing(MARGIN - GRID)
        row.addWidget(self._count, 1)
        row.addWidget(self._waiting)
        row.addWidget(self._own)
        row.addWidget(self._sort)
        self._row = row
        return row

    def _waiting_switch(self) -> QToolButton:
        switch = switch_button("", self, checkable=True)
        switch.setObjectName("waitingFilter")
        switch.setAccessibleName(self.tr("Show only what waits to be looked at"))
        switch.setToolTip(self.tr("Uncertain and lost ones only (Alt+0)"))
        switch.setShortcut("Alt+0")
        switch.toggled.connect(self.waiting_changed)
        switch.hide()
        return switch

    def _tell_tags(self) -> None:
        self.tags_changed.emit(frozenset(one.tag_key for one in self._chips if one.isChecked()))

    def _take_order(self, action: QAction) -> None:
        order = SortOrder(action.data())
        self._sort.setText(_order_words(order))
        self.order_changed.emit(order)


def _order_words(order: SortOrder) -> str:
    return QCoreApplication.translate("SortOrder", dict(_ORDERS)[order])
