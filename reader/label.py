"""A short text in both languages of the program.

Words that the data itself speaks (tags, fields, statuses, columns, failures)
are labels, because exports and the command line need them without Qt. What
only the window says goes through Qt's translations (`resources/i18n`).
"""

from typing import Literal

from reader.frozen import dataclass

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class Label:
    """One meaning, in English and in Arabic."""

    en: str
    ar: str

    def text(self, language: Language) -> str:
        """Return the label in a language."""
        return self.ar if language == "ar" else self.en
