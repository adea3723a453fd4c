"""The tags side by side, one of them in force."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.panels.look import MARGIN
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import GRID


class TagSwitch(QWidget):
    """`tag_picked` carries the key of a tag that a person has picked."""

    tag_picked = Signal(str)

    def __init__(self, tags: tuple[Tag, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GRID + 2)
        for tag in tags:
            chip = TagChip(tag, language, self)
            words = tag.label.text(language)
            chip.setAccessibleName(words)
            chip.setToolTip(f"{words} ({tag.digit})" if tag.digit else words)
            chip.set_beside(tag.digit)
            self._group.addButton(chip)
            row.addWidget(chip, 1)
        self._group.buttonClicked.connect(self._tell)

    def show_tag(self, key: str) -> None:
        """Show which tag is in force; none of them for a tag that we do not know."""
        self._group.setExclusive(False)
        for chip in self._group.buttons():
            chip.setChecked(isinstance(chip, TagChip) and chip.tag_key == key)
        self._group.setExclusive(True)

    def last(self) -> QWidget:
        """Return the last of the buttons."""
        return self._group.buttons()[-1]

    def _tell(self, chip: TagChip) -> None:
        self.tag_picked.emit(chip.tag_key)
