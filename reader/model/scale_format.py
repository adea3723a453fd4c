"""A verdict scale as the JSON in which it is shipped, imported and exported.

The keys are those of `resources/scales/README.md`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reader.errors import BadValue
from reader.label import Label
from reader.model.claim import VerdictLabel, VerdictScale
from reader.model.typed import ascii_digits
from reader.model.vocabulary import NORMALISED_VERDICTS

_KEY = re.compile("[a-z0-9]+(?:[_-][a-z0-9]+)*")
_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,6}", re.ASCII)
_MOST = 999_999  # of six digits, as a ruling's rating takes them; INTEGER of PostgreSQL holds it
_CLASSES = tuple(one.key for one in NORMALISED_VERDICTS)
_KEY_EXPECTED = Label(
    "small Latin letters, digits and hyphens", "المطلوب حروف لاتينية صغيرة وأرقام وشرطات"
)
_COLOUR_EXPECTED = Label("a colour such as #2e8540", "المطلوب لون مثل #2e8540")
_WORDS_EXPECTED = Label("a label in Arabic or English", "المطلوب تسمية بالعربية أو الإنجليزية")
_RATING_EXPECTED = Label(
    "a rating between the worst and the best", "المطلوب درجة بين الأدنى والأعلى"
)
_NUMBER_EXPECTED = Label(
    "a whole number of at most six digits", "المطلوب عدد صحيح من ست خانات على الأكثر"
)
_UNIQUE_EXPECTED = Label("a code that no other step has", "المطلوب رمز لا تحمله درجة أخرى")
_STEPS_EXPECTED = Label("at least one step", "المطلوب درجة واحدة على الأقل")


def scale_content(scale: VerdictScale) -> dict[str, Any]:
    """Return a scale as JSON takes it."""
    return {
        "key": scale.key,
        "label": {"en": scale.label.en, "ar": scale.label.ar},
        "labels": [
            {
                "code": step.code,
                "label": {"en": step.label.en, "ar": step.label.ar},
                "normalised": step.normalised,
                "rating": step.rating,
                "best": step.best,
                "worst": step.worst,
                "colour": step.colour,
            }
            for step in scale.labels
        ],
    }


def scale_of(content: Mapping[str, Any]) -> VerdictScale:
    """Return the scale that JSON of ours holds; what comes from elsewhere, importers read."""
    steps: Sequence[Mapping[str, Any]] = content["labels"]
    return checked(
        VerdictScale(
            key=content["key"], label=Label(**content["label"]), labels=tuple(map(_step, steps))
        )
    )


def step_number(text: str, field: str) -> int:
    """Return a rating, a best or a worst as people type it, in any digits; raises BadValue."""
    plain = ascii_digits(text).strip().replace("−", "-")
    _require(bool(_NUMBER.fullmatch(plain)), field, text, _NUMBER_EXPECTED)
    return int(plain)


def checked(scale: VerdictScale) -> VerdictScale:
    """Return a scale that can be kept; raises BadValue, naming what is wrong."""
    _require(bool(_KEY.fullmatch(scale.key)), "key", scale.key, _KEY_EXPECTED)
    _require(bool(scale.label.en.strip() or scale.label.ar.strip()), "label", "", _WORDS_EXPECTED)
    _require(bool(scale.labels), "labels", "", _STEPS_EXPECTED)
    codes = [step.code for step in scale.labels]
    for step in scale.labels:
        _require(bool(_KEY.fullmatch(step.code)), "code", step.code, _KEY_EXPECTED)
        _require(codes.count(step.code) == 1, "code", step.code, _UNIQUE_EXPECTED)
        said = step.label.en.strip() or step.label.ar.strip()
        _require(bool(said), "label", step.code, _WORDS_EXPECTED)
        expected = Label(f"one of {', '.join(_CLASSES)}", f"القيم المقبولة {', '.join(_CLASSES)}")
        _require(step.normalised in _CLASSES, "normalised", step.normalised, expected)
        for field, number in (("best", step.best), ("worst", step.worst)):
            _require(abs(number) <= _MOST, field, str(number), _NUMBER_EXPECTED)
        inside = step.worst <= step.rating <= step.best
        _require(inside, "rating", str(step.rating), _RATING_EXPECTED)
        _require(bool(_COLOUR.fullmatch(step.colour)), "colour", step.colour, _COLOUR_EXPECTED)
    return scale


def _require(holds: bool, field: str, value: str, expected: Label) -> None:
    if not holds:
        raise BadValue(field=field, value=value, expected=expected)


def _step(content: Mapping[str, Any]) -> VerdictLabel:
    return VerdictLabel(**{**content, "label": Label(**content["label"])})
