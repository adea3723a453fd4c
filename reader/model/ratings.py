"""A rating as people type it: its value, then worst and best in brackets, such as 2 (1–5)."""

import re

from reader.errors import BadValue
from reader.label import Label
from reader.model.claim import Ruling
from reader.model.typed import ascii_digits

# Value, worst, best; all three or none.
Rating = tuple[int | None, int | None, int | None]
_RATING = re.compile(
    r"(?P<value>-?\d{1,6})(?:\s*\(\s*(?P<worst>-?\d{1,6})\s*[–—-]\s*(?P<best>-?\d{1,6})\s*\))?",
    re.ASCII,
)
_EXPECTED = Label(
    "a rating between the worst and the best, such as 2 (1–5)",
    "المطلوب درجة بين الأدنى والأعلى مثل 2 (1–5)",
)


def parse_rating(text: str, around: tuple[int | None, int | None], field: str) -> Rating:
    """Return a rating with its worst and best, which are `around` where they are not told.

    Nothing for nothing. Raises BadValue, naming `field`.
    """
    plain = ascii_digits(text).strip()
    if not plain:
        return None, None, None
    found = _RATING.fullmatch(plain)
    if found is not None:
        told = (found["worst"], found["best"])
        worst, best = map(int, told) if found["worst"] is not None else around
        value = int(found["value"])
        if worst is not None and best is not None and worst <= value <= best:
            return value, worst, best
    raise BadValue(field=field, value=text, expected=_EXPECTED)


def rating_in_words(ruling: Ruling) -> str:
    """Return the rating that a ruling keeps, "" for none and for a step outside its scale."""
    if ruling.rating is None or ruling.best == ruling.worst:
        return ""
    return f"{ruling.rating} ({ruling.worst}–{ruling.best})"
