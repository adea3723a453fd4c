"""The user's settings, typed: one line each in a table."""

from typing import Any, cast

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from reader.frozen import dataclass
from reader.label import Language
from reader.model.article_sorts import ARTICLE_SORTS
from reader.ui.theme import READING_FONTS


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, its default, and the values it may have.

    `allowed` is a tuple of values for a choice, a (low, high) pair for a number.
    """

    key: str
    default: Any
    allowed: tuple[Any, ...] = ()


SETTINGS = (
    Setting("language", "system", ("system", "ar", "en")),
    Setting("theme", "light", ("light", "sepia", "dark", "contrast")),
    Setting("zoom", 100, (50, 400)),
    Setting("reading_font", "Amiri", tuple(font.family for font in READING_FONTS)),
    Setting("reading_size", 18, (10, 40)),  # points at a zoom of 100
    Setting("line_height", 190, (140, 280)),  # percent of the size
    Setting("measure", 34, (16, 80)),  # ems
    Setting("side_margin", 14, (5, 80)),  # tenths of an em
    Setting("justified", False),
    Setting("margin_notes", True),
    Setting("show_relations", False),
    Setting("smooth_scrolling", True),
    Setting("tag_popup", True),
    Setting("annotator", ""),
    Setting("desk_name", ""),  # who publishes the verdicts, and where
    Setting("desk_url", ""),
    Setting("export_choice", ""),  # JSON: the format, and of each format the preset chosen last
    Setting("export_folder", ""),
    Setting("import_folder", ""),
    Setting("import_preview", False),  # also for a plain text that leaves no question
    Setting("import_columns", ""),  # JSON: which field a header of tables stood for
    Setting("last_tag", "quote"),
    Setting("articles/sort", "imported", tuple(sort.key for sort in ARTICLE_SORTS)),
    Setting("articles/reversed", False),
    Setting("articles/tree", True),
    Setting("session/article", ""),
    Setting("session/top_cp", 0),
    Setting("session/geometry", QByteArray()),
    Setting("session/state", QByteArray()),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings(QObject):
    """Reads and writes settings; what a damaged file holds falls back to the default."""

    changed = Signal(str)

    def __init__(self, file: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file

    def get(self, key: str) -> Any:
        """Return a setting's value, of the type of its default."""
        setting = _BY_KEY[key]
        value = _converted(self._file.value(key, setting.default), setting)
        return setting.default if value is None else value

    def set(self, key: str, value: Any) -> None:
        """Store a value; `changed` tells which."""
        if self.get(key) != value:
            self._file.setValue(_BY_KEY[key].key, value)
            self.changed.emit(key)

    def language(self) -> Language:
        """Return the language of the interface: the one set, else the system's."""
        chosen = self.get("language")
        if chosen == "system":
            arabic = QLocale.system().language() == QLocale.Language.Arabic
            return "ar" if arabic else "en"
        return cast("Language", chosen)

    def sync(self) -> None:
        """Write to the disk now."""
        self._file.sync()


def limits(key: str) -> tuple[int, int]:
    """Return the smallest and the largest value of a setting that is a number."""
    low, high = _BY_KEY[key].allowed
    return low, high


def _converted(value: Any, setting: Setting) -> Any:
    """Return a stored value in the default's type; None where it does not fit."""
    default = setting.default
    if isinstance(default, bool):
        return str(value).lower() in ("true", "1") if value is not None else None
    if isinstance(default, int):
        text = str(value)
        if not text.lstrip("-").isdecimal():
            return None
        number = int(text)
        inside = not setting.allowed or setting.allowed[0] <= number <= setting.allowed[1]
        return number if inside else None
    if isinstance(value, type(default)) and (not setting.allowed or value in setting.allowed):
        return value
    return None
