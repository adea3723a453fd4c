"""The tags side by side, one of them in force."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.panels.look import MARGIN
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import GRID

_IN_A_ROW = 3


class TagSwitch(QWidget):
    """`tag_picked` carries the key of a tag that a person has picked."""

    tag_picked = Signal(str)

    def __init__(self, tags: tuple[Tag, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._group = QButtonGroup(self)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._rows.setSpacing(GRID + 2)
        self._group.buttonClicked.connect(self._tell)
        self._key = ""
        self._columns = _IN_A_ROW
        self.set_tags(tags)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer other tags; the one in force stays so."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        for tag in tags:
            chip = TagChip(tag, self._language, self)
            words = tag.label.text(self._language)
            chip.setAccessibleName(words)
            chip.setToolTip(f"{words} ({tag.digit})" if tag.digit else words)
            chip.set_digit(tag.digit)
            self._group.addButton(chip)
            chip.show()
        self._arrange()
        self.show_tag(self._key)

    def show_tag(self, key: str) -> None:
        """Show which tag is in force; none of them for a tag that we do not know."""
        self._key = key
        self._group.setExclusive(False)
        for chip in self._group.buttons():
            chip.setChecked(isinstance(chip, TagChip) and chip.tag_key == key)
        self._group.setExclusive(True)

    def last(self) -> QWidget:
        """Return the last of the buttons."""
        return self._group.buttons()[-1]

    def _arrange(self) -> None:
        """Put the buttons into as many columns of one width as there is room for."""
        for place, chip in enumerate(self._group.buttons()):
            self._rows.addWidget(chip, *divmod(place, self._columns))
        for column in range(_IN_A_ROW):
            self._rows.setColumnStretch(column, int(column < self._columns))

    def _widest(self) -> int:
        return max((one.minimumSizeHint().width() for one in self._group.buttons()), default=0)

    def _tell(self, chip: TagChip) -> None:
        self.tag_picked.emit(chip.tag_key)

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column, and the height of all rows."""
        return QSize(self._widest() + 2 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer columns."""
        super().resizeEvent(event)
        room = self.width() - 2 * MARGIN + self._rows.spacing()
        columns = room // (self._widest() + self._rows.spacing())
        columns = max(1, min(_IN_A_ROW, columns))
        if columns != self._columns:
            self._columns = columns
            self._arrange()
