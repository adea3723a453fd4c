"""What can be done with what was read: the buttons under it, each naming its key."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.ui.theme import GRID

SHOW_COLUMNS_KEY = "F4"
KEEP_THIS_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class PreviewButtons(QWidget):
    """The row of buttons; what each does is the dialog's affair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.skip = self._button("importSkip", self.tr("Skip"), self.tr("(Del, in the list)"))
        self.keep_this = self._button("importKeepThis", self.tr("Keep this"), "(Ctrl+Enter)")
        self.columns = self._button(
            "importShowColumns", self.tr("Columns"), f"({SHOW_COLUMNS_KEY})"
        )
        self.columns.setCheckable(True)
        self.cancel = self._button("importCancel", self.tr("Keep nothing"), "(Esc)")
        self.keep = self._button("importKeep", self.tr("Keep"), "(Enter)")
        self.keep.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * GRID, 3 * GRID, 6 * GRID, 4 * GRID)
        row.setSpacing(2 * GRID)
        for one in (self.skip, self.keep_this, self.columns):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self.cancel, self.keep):
            row.addWidget(one)

    def tell(self, *, is_single: bool, can_keep: bool, is_left: bool, wanted: int) -> None:
        """Name what they do now; `wanted` articles are kept with one press."""
        for button in (self.skip, self.keep_this):
            button.setVisible(not is_single)
            button.setEnabled(can_keep)
        self.skip.setText(self.tr("Take in") if is_left else self.tr("Skip"))
        self.keep.setText(self.tr("Keep") if is_single else self.tr("Keep %Ln", "", wanted))

    def _button(self, name: str, words: str, keys: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(f"{words} {keys}")
        button.setAutoDefault(False)
        return button
