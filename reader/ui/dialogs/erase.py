"""Asks before the one act that cannot be undone."""

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from reader.ui.dialogs.form import FormDialog


class EraseDialog(FormDialog):
    """Says what goes when articles are deleted for good."""

    def __init__(self, articles: int, copies: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("eraseDialog")
        self.entitle(
            self.tr("Delete %Ln article(s) for good?", "", articles), self.tr("Delete for good")
        )
        self.add_words(
            self.tr(
                "Their texts and sources go, with every annotation, and what the history says of"
                " them. This cannot be undone."
            )
        )
        self._copies = QCheckBox(
            self.tr("Also the %Ln cop(ies) of the library that Hashiya has made", "", copies), self
        )
        self._copies.setObjectName("eraseCopies")
        self._copies.setVisible(copies > 0)
        self.add_widget(self._copies)
        self.add_cancel(default=True)
        self.finish()

    @classmethod
    def ask(cls, articles: int, copies: int, parent: QWidget) -> tuple[bool, bool]:
        """Return whether to delete so many articles, and whether the copies go too."""
        dialog = cls(articles, copies, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        with_copies = dialog.with_copies()
        dialog.deleteLater()
        return agreed, agreed and with_copies

    def with_copies(self) -> bool:
        """Tell whether the copies are to go too."""
        return self._copies.isChecked()
