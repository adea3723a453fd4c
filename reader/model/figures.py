"""The figures of a claim as people type them: one a line, its number, then its unit.

`~` before a number says that it is only about so; words that say the same are taken too,
and a percent sign or a sign of money before the number as its unit.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from reader.errors import BadValue
from reader.label import Label
from reader.model.annotation import Figure
from reader.model.typed import parse_number

ABOUT = "~"
# What newsrooms put before a number that is not exact (newsroom facts, 1: NUMBER approx).
_ABOUT_WORDS = (
    "~ ≈ نحو حوالي حوالى قرابة زهاء تقريبا تقريبًا about around approximately circa"
    " أكثر_من اكثر_من ما_يقارب ما_يزيد_على more_than over"
)
_ABOUT = "|".join(re.escape(word).replace("_", r"\s+") for word in _ABOUT_WORDS.split())
_LINE = re.compile(
    rf"(?P<about>(?:{_ABOUT})\s*)?(?P<sign>[%٪$€£]?)\s*"
    r"(?P<number>[+\-−]?\d[\d.,٫٬]*)(?<![.,٫٬])\s*(?P<unit>(?!e\d)[^\d\s.,٫٬+\-−/:].*)?",
    re.IGNORECASE,
)
_EXPECTED = Label(
    "one number a line with its unit, such as 1554 m³ or ~37 %",
    "المطلوب عدد ووحدته في كل سطر مثل 1554 مترًا مكعبًا أو ~37 ٪",
)


def parse_figures(text: str, field: str) -> tuple[Figure, ...]:
    """Return the figures of some lines, none for nothing; raises BadValue, naming `field`."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple(_figure(line, field) for line in lines if line)


def figure_in_words(figure: Figure) -> str:
    """Return a figure as one line, in the form in which it can be typed again."""
    about = ABOUT if figure.approximate else ""
    return f"{about}{number_in_digits(figure.value)} {figure.unit}".rstrip()


def figures_told(figures: Iterable[Figure]) -> Label:
    """Return figures as one line in each language."""
    lines = list(map(figure_in_words, figures))
    return Label("; ".join(lines), "؛ ".join(lines))


def number_in_digits(value: float) -> str:
    """Return a number without an exponent, with no more digits than it needs."""
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")


def _figure(line: str, field: str) -> Figure:
    found = _LINE.fullmatch(line)
    value = None
    if found is not None:
        try:
            value = parse_number(found["number"], field)
        except BadValue:
            value = None
    if found is None or value is None:
        raise BadValue(field=field, value=line, expected=_EXPECTED)
    unit = found["unit"] or ""
    unit = " ".join(filter(None, (found["sign"], unit)))
    return Figure(value=value, unit=unit, approximate=bool(found["about"]))
