"""Asks for the encoding of a text that does not tell it, over a preview."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QWidget

from reader.errors import EncodingUncertain, ReaderError
from reader.importers.decoding import ENCODINGS, decode
from reader.label import Language
from reader.text.controls import guarded
from reader.text.direction import is_rtl
from reader.ui.dialogs.form import FormDialog

_PREVIEW_CP = 1500


class EncodingDialog(FormDialog):
    """Shows the beginning of a text as each encoding would read it."""

    def __init__(self, error: EncodingUncertain, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("encodingDialog")
        self.entitle(self.tr("Choose the encoding"), self.tr("Import"))
        self.resize(640, 520)
        self._error = error
        name = guarded(error.name)
        text = self.tr("How is %1 to be read? Choose what makes sense below.")
        self.add_words(text.replace("%1", name))
        self._choice = QComboBox(self)
        self._choice.setObjectName("encodingChoice")
        likeliest = [one for key in error.candidates for one in ENCODINGS if one.key == key]
        rest = [one for one in ENCODINGS if one not in likeliest]
        for one in (*likeliest, *rest):
            self._choice.addItem(one.label.text(language), one.key)
        self.add_field(self.tr("Encoding"), self._choice)
        self._preview = QPlainTextEdit(self)
        self._preview.setObjectName("encodingPreview")
        self._preview.setReadOnly(True)
        self.add_field(self.tr("Preview"), self._preview)
        self.add_cancel()
        self.finish()
        self._choice.currentIndexChanged.connect(self._show)
        self._show()

    @classmethod
    def ask(cls, error: EncodingUncertain, language: Language, parent: QWidget) -> str:
        """Return the encoding that a person chose, "" for none."""
        dialog = cls(error, language, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.encoding() if chosen else ""

    def encoding(self) -> str:
        """Return the key of the encoding on show."""
        return str(self._choice.currentData())

    def _show(self) -> None:
        try:
            text = decode(self._error.source, self._error.name, self.encoding()).text
        except ReaderError as error:
            text = ""
            self._preview.setPlaceholderText(error.sentence("ar" if self._is_rtl() else "en"))
        self.accept_button.setEnabled(bool(text))
        option = QTextOption()
        rtl = is_rtl(text[:_PREVIEW_CP])
        option.setTextDirection(_direction(rtl=rtl))
        self._preview.document().setDefaultTextOption(option)
        self._preview.setPlainText(text[:_PREVIEW_CP])

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == _direction(rtl=True)


def _direction(*, rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
