"""Asks for the address of a page, and says who will see that it is fetched."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.importers.addresses import host_of
from reader.importers.fetching import VISIT
from reader.label import Language
from reader.text.controls import guarded, isolated
from reader.ui.dialogs.form import FormDialog

_LONGEST_HOST = 80
_VISIT_LINES = 4


class AddressDialog(FormDialog):
    """Nothing is fetched before its button is pressed: that is the person's word (SEC-10)."""

    def __init__(self, url: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("addressDialog")
        self.entitle(self.tr("Import a page by its address"), self.tr("Fetch"))
        self._language = language
        self._address = QLineEdit(self)
        # An address runs from left to right in every language.
        self._address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._address.setObjectName("pageAddress")
        self._address.setPlaceholderText("https://…")
        self.add_field(self.tr("Address"), self._address)
        self._visit = self.add_words("")
        self._visit.setObjectName("visitWords")
        # Room is kept for a long name, so that nothing moves while an address is typed.
        self._visit.setMinimumHeight(_VISIT_LINES * self._visit.fontMetrics().lineSpacing())
        self.add_cancel()
        self.finish()
        self._address.textChanged.connect(self._tell)
        self._address.setText(url)
        self._address.selectAll()
        self._address.setFocus()
        self._tell()

    def address(self) -> str:
        """Return the address as it was typed."""
        return self._address.text().strip()

    def _tell(self) -> None:
        """Name the site, and let only an address of the web be fetched."""
        host = host_of(self.address())
        self.accept_button.setEnabled(bool(host))
        named = isolated(guarded(host[:_LONGEST_HOST])) if host else self.tr("The site")
        self._visit.setText(VISIT.text(self._language).format(host=named))
