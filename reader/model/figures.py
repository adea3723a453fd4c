"""The figures of a claim as people type them: one a line, its number, then its unit.

What stands before a number says how sure it is: `~` that it is only about so, `>` `≥` `<` `≤`
that it is a limit, and two numbers with a dash are a range. Words that say the same are taken
too, in Arabic and in English, before a number or behind its unit; a percent sign or a sign of
money before the number is its unit. Files hold the signs, which are the same in each language
and stand in the order of reading; people are shown the words, which no direction mirrors.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from math import isfinite

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.label import Label, Language
from reader.model.annotation import Figure
from reader.model.typed import parse_number
from reader.model.vocabulary import BOUNDS, label_of

ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign before a number, and the words that are taken for it.

    `key` is ABOUT or one of BOUNDS; `before` are words in front of the number, `behind` words
    after the unit, with `_` for a space within them.
    """

    key: str
    sign: str
    before: str
    behind: str = ""


# What newsrooms put before a number that is not exact (newsroom facts, 1: NUMBER approx).
SIGNS = (
    Sign(
        ABOUT,
        "~",
        "≈ نحو حوالى قرابة زهاء ما_يقارب يقارب تقريبًا تقريبا"
        " about around approximately approx. circa nearly almost",
        "تقريبًا تقريبا approximately",
    ),
    Sign(
        "above",
        ">",
        "أكثر_من أزيد_من ما_يزيد_على ما_يزيد_عن يزيد_على يزيد_عن تزيد_على تزيد_عن ما_يربو_على"
        " يربو_على ما_يفوق يفوق تفوق فوق يتجاوز تتجاوز تجاوز تجاوزت more_than over above",
    ),
    Sign(
        "at_least",
        "≥",
        ">= ما_لا_يقل_عن لا_يقل_عن لا_تقل_عن على_الأقل at_least no_fewer_than no_less_than",
        "على_الأقل فأكثر أو_أكثر at_least or_more",
    ),
    Sign(
        "below",
        "<",
        "أقل_من ما_يقل_عن يقل_عن تقل_عن دون ما_دون less_than fewer_than under below",
    ),
    Sign(
        "at_most",
        "≤",
        "<= ما_لا_يزيد_على ما_لا_يزيد_عن لا_يزيد_على لا_يزيد_عن لا_تزيد_على لا_تزيد_عن"
        " ما_لا_يتجاوز لا_يتجاوز لا_تتجاوز حتى على_الأكثر at_most no_more_than up_to",
        "على_الأكثر فأقل أو_أقل at_most or_less or_fewer",
    ),
)
_SIGN_OF = {one.key: one.sign for one in SIGNS}
_ABOUT_WORDS = Label("about", "نحو")
_RANGE = "{value}–{up_to}"  # with an en dash
_RANGE_WORDS = Label("between {value} and {up_to}", "بين {value} و{up_to}")
_EXPECTED = Label(
    "one number a line with its unit, such as 1554 m³, more than 37 % or between 5 and 7 days",
    "المطلوب عدد ووحدته في كل سطر مثل 1554 مترًا مكعبًا أو أكثر من 37 ٪ أو بين 5 و7 أيام",
)

_NUMBER = r"[+\-−]?\d[\d.,٫٬]*(?<![.,٫٬])"
_MONEY = r"(?P<money>[%٪$€£]?)\s*"
_DASH = "[-−–—]"
# Words between quotation marks are a unit, whatever they say.
_UNIT = r'\s*(?:"(?P<raw>.*)"|(?P<unit>(?!e\d|و\s*[+\-−]?\d)[^\d\s.,٫٬+\-−–—/:<>≤≥=~"].*))?'
# Direction is a matter of how a line is shown (UAX #9, 2); what is pasted may bring such marks.
_UNSEEN = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_LETTERS = {"أ": "[أا]", "ى": "[ىي]", "ي": "[يى]", " ": r"\s+"}


def parse_figures(text: str, field: str) -> tuple[Figure, ...]:
    """Return the figures of some lines, none for nothing; raises BadValue, naming `field`."""
    lines = (" ".join(line.split()) for line in text.translate(_UNSEEN).split("\n"))
    return tuple(_figure(line, field) for line in lines if line)


def figure_typed(figure: Figure) -> str:
    """Return a figure as one line with signs, as files hold it; it can be typed again."""
    line = f"{_sign(figure)}{_numbers(figure, _RANGE)} {figure.unit}".rstrip()
    return line if _is_read_as(line, figure) else _quoted(line, figure)


def figure_in_words(figure: Figure, language: Language) -> str:
    """Return a figure as one line in a language; it can be typed again."""
    lead = f"{label_of(BOUNDS, figure.bound).text(language)} " if figure.bound else ""
    if figure.approximate:
        lead = f"{_ABOUT_WORDS.text(language)} "
    line = f"{lead}{_numbers(figure, _RANGE_WORDS.text(language))} {figure.unit}".rstrip()
    return line if _is_read_as(line, figure) else _quoted(line, figure)


def figures_told(figures: Iterable[Figure]) -> Label:
    """Return figures as one line in each language."""
    listed = tuple(figures)
    return Label(
        "; ".join(figure_in_words(one, "en") for one in listed),
        "؛ ".join(figure_in_words(one, "ar") for one in listed),
    )


def is_sound(figure: Figure) -> bool:
    """Tell whether a figure has numbers, in their order, and is of one sort."""
    sorts = (figure.approximate, figure.bound != "", figure.up_to is not None)
    is_ordered = figure.up_to is None or figure.value < figure.up_to
    ends = (figure.value, figure.value if figure.up_to is None else figure.up_to)
    return all(map(isfinite, ends)) and is_ordered and sum(sorts) <= 1


def number_in_digits(value: float) -> str:
    """Return a number without an exponent, with no more digits than it needs."""
    return str(int(value)) if float(value).is_integer() else format(Decimal(repr(value)), "f")


# As it is written --------------------------------------------------------------------------


def _sign(figure: Figure) -> str:
    key = ABOUT if figure.approximate else figure.bound
    return _SIGN_OF.get(key, "")


def _numbers(figure: Figure, form: str) -> str:
    value = number_in_digits(figure.value)
    if figure.up_to is None:
        return value
    return form.format(value=value, up_to=number_in_digits(figure.up_to))


def _is_read_as(line: str, figure: Figure) -> bool:
    """Tell whether a line says what it is meant to: a unit can look like more than a unit."""
    try:
        return _figure(line, "") == figure
    except BadValue:
        return False


def _quoted(line: str, figure: Figure) -> str:
    """Return a line with its unit between quotation marks, which let it be a unit alone."""
    return f'{line.removesuffix(figure.unit)}"{figure.unit}"' if figure.unit else line


# As it is read -----------------------------------------------------------------------------


def _figure(line: str, field: str) -> Figure:
    made = next(_readings(line, field), None)
    if made is None or not is_sound(made):
        raise BadValue(field=field, value=line, expected=_EXPECTED)
    return made


def _readings(line: str, field: str) -> Iterator[Figure]:
    """Yield what a line says, in the form that takes it whole."""
    for pattern in _patterns():
        found = pattern.fullmatch(line)
        if found is not None:
            parts = found.groupdict()
            try:
                yield _of_parts(parts, field)
            except BadValue:
                return


def _of_parts(parts: dict[str, str | None], field: str) -> Figure:
    value = parse_number(parts["value"] or "", field)
    if value is None:
        raise BadValue(field=field, value="", expected=_EXPECTED)
    unit, sort = parts["unit"] or "", _sort_of(parts.get("before") or "")
    if parts["raw"] is None:
        unit, behind = _without_behind(unit)
        if sort and behind not in ("", sort):
            raise BadValue(field=field, value=unit, expected=_EXPECTED)
        sort = sort or behind
    else:
        unit = parts["raw"]
    return Figure(
        value=value,
        unit=" ".join(filter(None, (parts["money"], unit))),
        approximate=sort == ABOUT,
        bound="" if sort == ABOUT else sort,
        up_to=parse_number(parts.get("up_to") or "", field),
    )


def _sort_of(words: str) -> str:
    """Return which sign some words before a number stand for, "" for none."""
    return next((one.key for one in SIGNS if words and _before(one).fullmatch(words)), "")


def _without_behind(unit: str) -> tuple[str, str]:
    """Return a unit without words that say what its number is, and which sign they stand for."""
    for one in SIGNS:
        if one.behind and (found := _behind(one).search(unit)) is not None:
            return unit[: found.start()], one.key
    return unit, ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    before = "|".join(_before(one).pattern for one in SIGNS)
    number, up_to = f"(?P<value>{_NUMBER})", f"(?P<up_to>{_NUMBER})"
    forms = (
        rf"(?:ما\s+)?بين\s*{_MONEY}{number}\s*(?:و|{_DASH})\s*{up_to}{_UNIT}",
        rf"between\s*{_MONEY}{number}\s*(?:and|{_DASH})\s*{up_to}{_UNIT}",
        rf"(?:(?:من|from)\s+)?{_MONEY}{number}\s*(?:{_DASH}|[إا]لى|to)\s*{up_to}{_UNIT}",
        rf"(?:(?P<before>{before})\s*)?{_MONEY}{number}{_UNIT}",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in forms)


@cache
def _before(sign: Sign) -> re.Pattern[str]:
    return re.compile(_any_of(f"{sign.sign} {sign.before}"), re.IGNORECASE)


@cache
def _behind(sign: Sign) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s+)(?:{_any_of(sign.behind)})$", re.IGNORECASE)


def _any_of(words: str) -> str:
    """Return a pattern for words that are listed with spaces, the longest first."""
    listed = sorted((one.replace("_", " ") for one in words.split()), key=len, reverse=True)
    return "|".join(
        "".join(_LETTERS.get(sign) or re.escape(sign) for sign in one) for one in listed
    )
