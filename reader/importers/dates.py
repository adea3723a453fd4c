"""Reads the dates that sources carry, as far as they are certain, into ISO 8601."""

import re
from datetime import date, datetime

from reader.text.folding import fold

# CLDR's Arabic month names for the regions of the Arab press, each row one month, then English.
_MONTHS = (
    "يناير كانون_الثاني جانفي january jan",
    "فبراير شباط فيفري february feb",
    "مارس آذار march mar",
    "أبريل إبريل نيسان أفريل april apr",
    "مايو أيار ماي may",
    "يونيو حزيران جوان june jun",
    "يوليو تموز جويلية يوليوز july jul",
    "أغسطس آب أوت غشت أغشت august aug",
    "سبتمبر أيلول شتنبر شتمبر september sep sept",
    "أكتوبر تشرين_الأول october oct",
    "نوفمبر تشرين_الثاني نونبر november nov",
    "ديسمبر كانون_الأول دجنبر دجمبر december dec",
)
_MONTH_NUMBERS = {
    fold(name.replace("_", " ")): number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names.split()
}
_NAMES = "|".join(sorted(map(re.escape, _MONTH_NUMBERS), key=len, reverse=True))
_PARTIAL = re.compile(r"\d{4}(-\d{2})?", re.ASCII)
# The patterns of a date, and in which of their groups year, month and day stand. The day
# comes before the month in the Arab press; where that makes no date, none is certain.
_FORMS = (
    (re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII), (3, 2, 1)),
    (re.compile(rf"(?:\w+,? )?(\d{{1,2}}) ({_NAMES})(?: ?/ ?\w+)?,? (\d{{4}})"), (3, 2, 1)),
    (re.compile(rf"(?:\w+,? )?({_NAMES}) (\d{{1,2}}),? (\d{{4}})"), (3, 1, 2)),
    (re.compile(rf"({_NAMES}),? (\d{{4}})"), (2, 1)),
)
# "26/03/2020 14:30": the time after a date that is not ISO's is left out.
_TIME = re.compile(r"[ ,t]+\d{1,2}:\d{2}(:\d{2})?.*")


def iso_moment(said: str) -> str:
    """Return a date or time as ISO 8601 of the precision that it has; "" for none that is certain.

    It takes ISO 8601 itself, year/month/day and day/month/year in any digits, and a
    day, or none, with the name of its month in Arabic or English, and a year.
    """
    plain = fold(said).strip()
    if _PARTIAL.fullmatch(plain):
        return plain if _is_date(plain + "-01" if len(plain) > 4 else f"{plain}-01-01") else ""
    upper = plain.upper()
    try:
        found = datetime.fromisoformat(upper)
    except ValueError:
        return _without_time(_TIME.sub("", plain))
    return found.date().isoformat() if len(upper) <= 10 else found.isoformat()


def _without_time(plain: str) -> str:
    for pattern, order in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            parts = [_number(match[group]) for group in order]
            iso = "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])
            return iso if _is_date(iso if len(parts) == len("ymd") else f"{iso}-01") else ""
    return ""


def _number(said: str) -> int:
    return _MONTH_NUMBERS.get(said) or int(said)


def _is_date(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
