"""The list separator that this computer's spreadsheet expects between cells."""

import sys
from contextlib import suppress

from reader.errors import UnknownFormat
from reader.frozen import dataclass
from reader.label import Label, Language

if sys.platform == "win32":
    import winreg


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A character that may stand between cells, and the word for it."""

    key: str
    character: str
    label: Label


# The Arabic comma and semicolon are not among them: no spreadsheet splits cells there.
DELIMITERS = (
    Delimiter("comma", ",", Label("Comma", "فاصلة")),
    Delimiter("semicolon", ";", Label("Semicolon", "فاصلة منقوطة")),
    Delimiter("tab", "\t", Label("Tab", "علامة جدولة")),
)
_WHAT = Label("delimiter", "فاصل")


def delimiter_named(name: str) -> str:
    """Return the character of a delimiter named by its key or itself; raises UnknownFormat."""
    for delimiter in DELIMITERS:
        if name in (delimiter.key, delimiter.character):
            return delimiter.character
    names = ", ".join(delimiter.key for delimiter in DELIMITERS)
    raise UnknownFormat(what=_WHAT, name=name, names=names)


def list_separator(language: Language) -> str:
    """Return the delimiter that a spreadsheet expects where nobody chose one.

    That is the system's own list separator on Windows; elsewhere `;` for Arabic,
    whose locales (ar-SA, ar-EG) have it there, and `,` otherwise.
    """
    expected = _system_separator()
    if any(expected == delimiter.character for delimiter in DELIMITERS):
        return expected
    return ";" if language == "ar" else ","


def _system_separator() -> str:
    if sys.platform == "win32":
        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key,
        ):
            return str(winreg.QueryValueEx(key, "sList")[0])
    return ""
