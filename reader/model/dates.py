"""Dates as a newsroom knows them: often only the year, or the month."""

import re
from datetime import date

from reader.errors import BadValue
from reader.label import Label

# ISO 8601-1:2019, 5.2.2: a date of reduced precision leaves out what is not known.
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_EXPECTED = Label(
    "a date such as 2020, 2020-03 or 2020-03-26", "المطلوب تاريخ مثل 2020 أو 2020-03 أو 2020-03-26"
)
_DIGITS = {ord(digit): str(i % 10) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def parse_partial_date(text: str, field: str) -> str:
    """Return `text` as an ISO 8601 date of year, month or day precision; "" for nothing.

    Arabic and Persian digits are taken too. Raises BadValue, naming `field`.
    """
    plain = text.strip().translate(_DIGITS)
    if not plain:
        return ""
    match = _PARTIAL.fullmatch(plain)
    if match:
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            match = None
    if match is None:
        raise BadValue(field=field, value=text, expected=_EXPECTED)
    return plain


def precision(partial: str) -> str:
    """Return "year", "month" or "day" for an ISO date; "" for no date."""
    return {0: "", 4: "year", 7: "month"}.get(len(partial), "day")
