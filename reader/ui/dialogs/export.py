"""Asks what to hand on, in which form, and where to."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reader.exporters import EXPORTERS
from reader.exporters.exporter import Exporter
from reader.exporters.separator import DELIMITERS
from reader.label import Language
from reader.ui.dialogs.form import FormDialog
from reader.ui.theme import GRID


@dataclass(frozen=True, slots=True)
class Scope:
    """One answer to "what": its key, its words and how many annotations it holds."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What a person chose."""

    scope: str
    exporter: Exporter
    preset: str
    delimiter: str
    path: Path


class ExportDialog(FormDialog):
    """One dialog for the whole of an export."""

    def __init__(
        self,
        scopes: tuple[Scope, ...],
        preset: str,
        path: Path,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.entitle(self.tr("Export"), self.tr("Export"))
        self._scope = QComboBox(self)
        self._scope.setObjectName("exportScope")
        for scope in scopes:
            self._scope.addItem(scope.words, scope.key)
        self.add_field(self.tr("What"), self._scope)
        self._preset = QComboBox(self)
        self._preset.setObjectName("exportPreset")
        for exporter in EXPORTERS:
            for one in exporter.presets:
                words = f"{exporter.label.text(language)} — {one.label.text(language)}"
                self._preset.addItem(words, f"{exporter.key}/{one.key}")
                if one.key == preset:
                    self._preset.setCurrentIndex(self._preset.count() - 1)
        self.add_field(self.tr("Form"), self._preset)
        self._delimiter = QComboBox(self)
        self._delimiter.setObjectName("exportDelimiter")
        self._delimiter.addItem(self.tr("As the form has it"), "")
        for delimiter in DELIMITERS:
            self._delimiter.addItem(delimiter.label.text(language), delimiter.character)
        self.add_field(self.tr("Between the cells"), self._delimiter)
        self._path = QLineEdit(str(path), self)
        self._path.setObjectName("exportPath")
        self.add_field(self.tr("File"), self._path_row())
        self._path.setAccessibleName(self.tr("File"))
        self._replaces = self.add_words("")
        self.add_cancel()
        self.finish()
        self._path.textChanged.connect(self._check)
        self._check()

    @classmethod
    def ask(
        cls,
        scopes: tuple[Scope, ...],
        preset: str,
        path: Path,
        language: Language,
        parent: QWidget,
    ) -> ExportWish | None:
        """Return what a person chose, None for nothing."""
        dialog = cls(scopes, preset, path, language, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.wish() if accepted else None

    def wish(self) -> ExportWish:
        """Return what is chosen at the moment."""
        key, _, preset = str(self._preset.currentData()).partition("/")
        exporter = next(one for one in EXPORTERS if one.key == key)
        path = Path(self._path.text().strip())
        if not path.suffix:
            path = path.with_name(path.name + exporter.suffix)
        delimiter = str(self._delimiter.currentData())
        return ExportWish(str(self._scope.currentData()), exporter, preset, delimiter, path)

    def _path_row(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID)
        browse = QPushButton(self.tr("Choose…"), row)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line.addWidget(self._path, 1)
        line.addWidget(browse)
        row.setFocusProxy(self._path)
        return row

    def _browse(self) -> None:
        wish = self.wish()
        pattern = f"{wish.exporter.suffix.lstrip('.').upper()} (*{wish.exporter.suffix})"
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export to"),
            self._path.text(),
            pattern,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._path.setText(name)

    def _check(self) -> None:
        """Allow only what names a file, and say when one will be replaced."""
        named = bool(self._path.text().strip())
        self.accept_button.setEnabled(named)
        replaces = named and self.wish().path.is_file()
        words = self.tr("A file of this name is there; it will be replaced.")
        self._replaces.setText(words)
        self._replaces.setVisible(replaces)
