"""What the program is, and the report of a bug."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader import __version__
from reader.ui.dialogs.form import FormDialog


class AboutDialog(FormDialog):
    """The program's name, version, licence and the library that is open."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.entitle(self.tr("Hashiya"), self.tr("Close"))
        self.add_words(self.tr("A reader and annotator for right-to-left articles."))
        self.add_words(self.tr("Version %1, under the MIT licence.").replace("%1", __version__))
        self.add_words(self.tr("The open library: %1").replace("%1", address))
        self.finish()


class BugDialog(FormDialog):
    """Shows the report of something nobody foresaw, to be copied."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("bugDialog")
        self.entitle(self.tr("Something unexpected happened"), self.tr("Copy the report"))
        self.resize(600, 400)
        self.add_words(
            self.tr(
                "Your work is saved act by act. The report below names places in the program, "
                "and no word of your articles; please send it to the developers."
            )
        )
        self._report = QPlainTextEdit(report, self)
        self._report.setObjectName("bugReport")
        self._report.setReadOnly(True)
        self.add_field(self.tr("Report"), self._report)
        self.add_cancel()
        self.finish()
        self.accepted.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
