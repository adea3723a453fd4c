"""The settings that a person chooses; each takes effect as it is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from reader.ui.dialogs.form import FormDialog
from reader.ui.dialogs.page_section import PageSection
from reader.ui.panels.dropdown import Dropdown
from reader.ui.settings import Settings
from reader.ui.theme import GRID


class SettingsDialog(FormDialog):
    """Edits the settings in place: there is nothing to confirm."""

    def __init__(self, settings: Settings, annotator: str, parent: QWidget) -> None:
        super().__init__(parent, scrolls=True)
        self.setObjectName("settingsDialog")
        self.entitle(self.tr("Settings"), self.tr("Close"))
        self._settings = settings
        self._language = self._combo(
            "language",
            (("system", self.tr("As the system")), ("ar", "العربية"), ("en", "English")),
        )
        self.add_field(self.tr("Language of the interface"), self._language)
        self.add_words(self.tr("Another language is used from the next start on."))
        self._theme = self._combo(
            "theme",
            (
                ("light", self.tr("Light")),
                ("sepia", self.tr("Sepia")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ),
        )
        self.add_field(self.tr("Theme"), self._theme)
        self._annotator = QLineEdit(settings.get("annotator") or annotator, self)
        self._annotator.setObjectName("settingAnnotator")
        self._annotator.editingFinished.connect(self._keep_annotator)
        self.add_field(self.tr("Your name, as it stands beside your annotations"), self._annotator)
        self._add_desk()
        self._popup = self._switch("tag_popup", self.tr("Offer the tags beside a selection"))
        self._popup.setObjectName("settingPopup")
        self._popup.toggled.connect(self._keep_popup)
        self._preview = self._switch(
            "import_preview",
            self.tr("Look at every article before it is kept, also at plain texts"),
        )
        self._preview.setObjectName("settingPreview")
        self._preview.toggled.connect(self._keep_preview)
        self._column.addSpacing(4 * GRID)
        heading = self.add_words(self.tr("The page"))
        heading.setProperty("role", "heading")
        self._column.addWidget(PageSection(settings, self))
        self.finish()

    def _add_desk(self) -> None:
        self._desk, self._desk_url = self._line("desk_name"), self._line("desk_url")
        self.add_field(self.tr("Name of the desk that publishes verdicts"), self._desk)
        self._desk_url.setPlaceholderText("https://")
        self._desk_url.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add_field(self.tr("Its address on the web"), self._desk_url)

    def _combo(self, key: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = Dropdown(self)
        combo.setObjectName(f"setting_{key}")
        for value, words in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(combo.findData(self._settings.get(key)))
        combo.currentIndexChanged.connect(self._keep_choices)
        return combo

    def _line(self, key: str) -> QLineEdit:
        line = QLineEdit(self._settings.get(key), self)
        line.setObjectName(f"setting_{key}")
        line.editingFinished.connect(self._keep_desk)
        return line

    def _switch(self, key: str, words: str) -> QCheckBox:
        switch = QCheckBox(words, self)
        switch.setChecked(self._settings.get(key))
        self._column.addWidget(switch)
        return switch

    def _keep_choices(self) -> None:
        self._settings.set("language", self._language.currentData())
        self._settings.set("theme", self._theme.currentData())

    def _keep_annotator(self) -> None:
        self._settings.set("annotator", self._annotator.text().strip())

    def _keep_popup(self, checked: bool) -> None:
        self._settings.set("tag_popup", checked)

    def _keep_preview(self, checked: bool) -> None:
        self._settings.set("import_preview", checked)

    def _keep_desk(self) -> None:
        self._settings.set("desk_name", self._desk.text().strip())
        self._settings.set("desk_url", self._desk_url.text().strip())
