"""How the page is set: font, size, lines, measure, margins. The page itself is the preview."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from reader.frozen import dataclass
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.dialogs.form import number_box, plain_label
from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.moments import percent_sign
from reader.ui.settings import Settings, limits
from reader.ui.theme import GRID, READING_FONTS


@dataclass(frozen=True, slots=True)
class Measure:
    """One number that a person sets: its setting, its name, its step and its unit."""

    key: str
    name: str
    step: int
    unit: str = ""


MEASURES = (
    Measure("reading_size", QT_TRANSLATE_NOOP("PageSection", "Size in points"), 1),
    Measure("line_height", QT_TRANSLATE_NOOP("PageSection", "Line height"), 10, "%"),
    Measure("measure", QT_TRANSLATE_NOOP("PageSection", "Longest line, in widths of a letter"), 2),
    Measure("side_margin", QT_TRANSLATE_NOOP("PageSection", "Side margins, in tenths of it"), 2),
)


class PageSection(QWidget):
    """Sets the page's look; each choice takes effect as it is made."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pageSection")
        self._settings = settings
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * GRID)
        self._grid.setVerticalSpacing(2 * GRID)
        self._font = Dropdown(self)
        self._font.setObjectName("setting_reading_font")
        for font in READING_FONTS:
            self._font.addItem(font.label.text(settings.language()), font.family)
        self._font.setCurrentIndex(self._font.findData(settings.get("reading_font")))
        self._font.currentIndexChanged.connect(self._keep)
        self._add(self.tr("Reading font"), self._font)
        self._numbers = {one.key: self._number(one) for one in MEASURES}
        self._switches = {
            "justified": self._switch("justified", self.tr("Fill the lines to both edges")),
            "margin_notes": self._switch(
                "margin_notes", self.tr("Notes in the margin, where there is room (F4)")
            ),
            "smooth_scrolling": self._switch(
                "smooth_scrolling", self.tr("Scroll smoothly with the wheel")
            ),
        }

    def _switch(self, key: str, words: str) -> QCheckBox:
        switch = QCheckBox(words, self)
        switch.setObjectName(f"setting_{key}")
        switch.setChecked(self._settings.get(key))
        switch.toggled.connect(self._keep)
        self._grid.addWidget(switch, self._grid.rowCount(), 0, 1, 2)
        return switch

    def _number(self, one: Measure) -> QSpinBox:
        spin = number_box(self)
        spin.setObjectName(f"setting_{one.key}")
        spin.setRange(*limits(one.key))
        spin.setSingleStep(one.step)
        spin.setSuffix(percent_sign(spin.locale()) if one.unit == "%" else one.unit)
        spin.setValue(self._settings.get(one.key))
        spin.valueChanged.connect(self._keep)
        self._add(QCoreApplication.translate("PageSection", one.name), spin)
        return spin

    def _add(self, name: str, field: QWidget) -> None:
        label = plain_label(name, self)
        label.setProperty("role", "field")
        label.setBuddy(field)
        field.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, row, 1)

    def _keep(self, *_: object) -> None:
        self._settings.set("reading_font", self._font.currentData())
        for key, spin in self._numbers.items():
            self._settings.set(key, spin.value())
        for key, switch in self._switches.items():
            self._settings.set(key, switch.isChecked())
