"""Asks what to hand on, in which form, and where to; shows how it begins before it is written."""

from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporters import Exporter, Wanted
from reader.exporters.preview import Preview
from reader.exporters.separator import DELIMITERS
from reader.label import Language
from reader.model.tags import Tag
from reader.ui.dialogs.export.choice import ExportChoice
from reader.ui.dialogs.export.format_list import FormatList
from reader.ui.dialogs.export.preview import ExportPreview
from reader.ui.dialogs.export.wish import ExportWish, Remembered, Scope
from reader.ui.dialogs.form import FormDialog, plain_label
from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_SIZE = QSize(1080, 760)
_WAIT_MS = 150  # after the last choice, before the preview is asked for


class ExportDialog(FormDialog):
    """One dialog for the whole of an export.

    `preview_wanted` carries what is chosen, an `ExportWish`; whoever hears it gives
    `show_preview` what it found for it.
    """

    preview_wanted = Signal(object)

    def __init__(
        self,
        scopes: tuple[Scope, ...],
        tags: tuple[Tag, ...],
        remembered: Remembered,
        folder: Path,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.entitle(self.tr("Export"), self.tr("Export"))
        self._language: Language = language
        self._remembered = remembered
        self._formats = FormatList(language, self)
        self._scope = self._combo("exportScope", [(one.words, one.key) for one in scopes])
        self._preset = self._combo("exportPreset", [])
        delimiters = [(one.label.text(language), one.character) for one in DELIMITERS]
        as_it_is = (self.tr("As the form has it"), "")
        self._delimiter = self._combo("exportDelimiter", [as_it_is, *delimiters])
        self._delimiter.setCurrentIndex(max(0, self._delimiter.findData(remembered.delimiter)))
        self._folded = self._switch(remembered.folded)
        self._choice = ExportChoice(tags, language, self)
        self._preview = ExportPreview(self)
        self._lost = WrappedLabel(self)
        self._path = QLineEdit(str(folder / "annotations"), self)
        self._path.setObjectName("exportPath")
        self._path.setAccessibleName(self.tr("File"))
        self._replaces = plain_label("", self)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask_preview)
        self._lay_out()
        self._formats.currentRowChanged.connect(self._take_format)
        for combo in (self._scope, self._preset, self._delimiter):
            combo.currentIndexChanged.connect(self._follow)
        self._folded.toggled.connect(self._follow)
        self._choice.changed.connect(self._follow)
        self._path.textChanged.connect(self._check)
        self._formats.choose(remembered.format)
        self.resize(_SIZE)

    def wish(self) -> ExportWish:
        """Return what is chosen at the moment."""
        exporter = self._formats.exporter()
        path = Path(self._path.text().strip())
        if not path.suffix:
            path = path.with_name(path.name + exporter.suffix) if path.name else path
        return ExportWish(
            str(self._scope.currentData()),
            exporter,
            str(self._preset.currentData() or "").rpartition("/")[2],
            str(self._delimiter.currentData()) if exporter.key == "csv" else "",
            path,
            self._choice.wanted() or Wanted(),
            self._folded.isChecked() and exporter.shape == "table",
            self._choice.days(),
        )

    def remembered(self) -> Remembered:
        """Return what to remember of what is chosen."""
        return self._remembered.with_choice(self.wish())

    def show_preview(self, wish: ExportWish, preview: Preview) -> None:
        """Show how an export begins, unless something else is chosen by now."""
        if wish == self.wish():
            self._preview.show_preview(preview, rtl=self._language == "ar")

    # Building -----------------------------------------------------------------

    def _lay_out(self) -> None:
        last = self._remembered
        self._choice.choose(last.tags, last.statuses, last.days)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4 * GRID)
        line.addWidget(self._formats)
        line.addLayout(self._side(), 1)
        self.add_widget(row)
        self.add_cancel()
        self.finish(stretch=0)

    def _side(self) -> QVBoxLayout:
        """Lay out what belongs to the format that is chosen."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        self._delimiter_label = self._field(grid, 2, self.tr("Between the cells"), self._delimiter)
        self._preset_label = self._field(grid, 1, self.tr("Form"), self._preset)
        self._field(grid, 0, self.tr("What"), self._scope)
        side = QVBoxLayout()
        side.setSpacing(2 * GRID)
        side.addLayout(grid)
        side.addWidget(self._folded)
        side.addWidget(self._choice)
        frame = QFrame(self)
        frame.setObjectName("exportFrame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._preview)
        side.addWidget(frame, 1)
        self._lost.setProperty("role", "quiet")
        side.addWidget(self._lost)
        side.addWidget(self._path_row())
        self._replaces.setProperty("role", "quiet")
        side.addWidget(self._replaces)
        return side

    def _field(self, grid: QGridLayout, column: int, words: str, field: QWidget) -> QLabel:
        label = plain_label(words, self)
        label.setProperty("role", "field")
        label.setBuddy(field)
        field.setAccessibleName(words)
        grid.addWidget(label, 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
        return label

    def _combo(self, name: str, items: list[tuple[str, str]]) -> QComboBox:
        made = Dropdown(self)
        made.setObjectName(name)
        made.setMinimumContentsLength(12)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, data in items:
            made.addItem(words, data)
        return made

    def _switch(self, pressed: bool) -> QCheckBox:
        made = QCheckBox(self.tr("Also the text as search compares it"), self)
        made.setObjectName("exportFolded")
        made.setChecked(pressed)
        return made

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

    # Following ----------------------------------------------------------------

    def _take_format(self, _row: int) -> None:
        """Offer the forms of the format, and end the file's name as its files end."""
        exporter = self._formats.exporter()
        blocked = self._preset.blockSignals(True)
        self._preset.clear()
        for one in exporter.presets:
            self._preset.addItem(one.label.text(self._language), f"{exporter.key}/{one.key}")
        last = f"{exporter.key}/{self._remembered.presets.get(exporter.key, '')}"
        self._preset.setCurrentIndex(max(0, self._preset.findData(last)))
        self._preset.blockSignals(blocked)
        for widget in (self._preset, self._preset_label):
            widget.setVisible(bool(exporter.presets))
        for widget in (self._delimiter, self._delimiter_label):
            widget.setVisible(exporter.key == "csv")
        self._folded.setVisible(exporter.shape == "table")
        path = Path(self._path.text().strip())
        if path.name:
            self._path.setText(str(path.with_suffix(exporter.suffix)))
        self._lost.setText(self._told(exporter))
        self._follow()

    def _told(self, exporter: Exporter) -> str:
        """Return what to know of a format before it is chosen."""
        said = [self.tr("Not in it: %1.").replace("%1", exporter.lost.text(self._language))]
        if exporter.unit == "cp":
            said.append(self.tr("Positions are counted in code points."))
        elif exporter.unit == "utf16":
            said.append(self.tr("Positions are counted in UTF-16 units."))
        if exporter.two_way:
            said.append(self.tr("It can be imported again."))
        return " ".join(said)

    def _follow(self, *_: object) -> None:
        self._timer.start()
        self._check()

    def _ask_preview(self) -> None:
        self.preview_wanted.emit(self.wish())

    def _browse(self) -> None:
        wish = self.wish()
        pattern = f"{wish.exporter.label.text(self._language)} (*{wish.exporter.suffix})"
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export to"),
            self._path.text(),
            pattern,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._path.setText(name)

    def _check(self, *_: object) -> None:
        """Allow only what names a file and days that are some; say when a file is replaced."""
        named = bool(self._path.text().strip())
        are_days = self._choice.wanted() is not None
        self.accept_button.setEnabled(named and are_days)
        words = ""
        if not are_days:
            words = self.tr(
                "A day is written as 2026-01-31, or only its year or month; 7 is seven days back."
            )
        elif named and self.wish().path.is_file():
            words = self.tr("A file of this name is there; it will be replaced.")
        self._replaces.setText(words)
        self._replaces.setVisible(bool(words))
