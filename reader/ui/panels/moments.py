"""Dates and times as a person reads them, in the language of the window."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

from reader.label import Language
from reader.model.dates import precision

_FORMATS = {"year": "yyyy", "month": "MMMM yyyy", "day": "d MMMM yyyy"}
_LANGUAGES = {"ar": QLocale.Language.Arabic, "en": QLocale.Language.English}


def locale_of(language: Language) -> QLocale:
    """Return the person's own locale where it speaks the language, else the language's.

    The country decides the names of months (آذار or مارس) and the digits.
    """
    own = QLocale()
    return own if own.language() == _LANGUAGES[language] else QLocale(_LANGUAGES[language])


def percent_in_words(share: int, locale: QLocale) -> str:
    """Return a share in percent.

    In Arabic a mark stands behind the sign, as in CLDR's pattern: without it a label takes digits
    alone for words from left to right, and puts ٪ on the wrong side.
    """
    return f"{locale.toString(share)}{percent_sign(locale)}"


def percent_sign(locale: QLocale) -> str:
    """Return what stands behind a share in percent."""
    return "٪\N{RIGHT-TO-LEFT MARK}" if locale.language() == QLocale.Language.Arabic else "%"


def date_in_words(published: str, language: Language) -> str:
    """Return an ISO 8601 date or time as a date in words, no more precise than it is."""
    partial = published[:10]
    parts = [int(part) for part in partial.split("-") if part.isdecimal()]
    year, month, day = (*parts, 1, 1)[:3] if parts else (0, 0, 0)
    date = QDate(year, month, day)
    if not date.isValid():
        return published
    return locale_of(language).toString(date, _FORMATS[precision(partial) or "day"])


def time_in_words(moment: datetime, language: Language) -> str:
    """Return a moment as a local date and time in words."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return locale_of(language).toString(
        local, "d MMMM yyyy, HH:mm" if language == "en" else "d MMMM yyyy، HH:mm"
    )
