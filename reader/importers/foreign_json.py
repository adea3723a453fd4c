"""JSON from elsewhere: only so large, only the keys that are known, each of its kind and length.

What is wrong is named by its place, as in `tags[2].colour`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reader.errors import BadValue, SourceDamaged, SourceRefused
from reader.label import Label
from reader.text.canonical import canonical

MOST_BYTES = 4_000_000
_LONGEST_CP = 2000
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TOO_LARGE = Label("it is larger than 4 MB", "حجمه أكبر من 4 ميغابايت")
_TOO_DEEP = Label("its lists are nested too deep", "قوائمه متداخلة أعمق مما يُقرأ")
_NO_JSON = Label("it is no JSON: line {line}", "ليس JSON صحيحًا: السطر {line}")
_OBJECT = Label("an object as Hashiya writes it", "المطلوب كائن كما يكتبه «حاشية»")
_KNOWN = Label("there are {keys}", "المفاتيح هي {keys}")
_NEEDED = Label("it has to be there", "لا بد منه")
_LIST = Label("a list of at most {most}", "المطلوب قائمة لا تزيد على {most}")
_TEXT = Label("a text of at most {most} characters", "المطلوب نص لا يزيد على {most} حرفًا")
_LINE = Label("a text in one line", "المطلوب نص في سطر واحد")
_FORM = Label("a value such as {example}", "المطلوب قيمة مثل {example}")
_ONE_OF = Label("it takes {keys}", "القيم المقبولة {keys}")
_ONCE = Label("it stands there twice", "ورد مرتين")
_WORDS = Label("a name in Arabic or English", "المطلوب اسم بالعربية أو الإنجليزية")
_WHOLE = Label("a whole number", "المطلوب عدد صحيح")


def json_from(source: bytes, name: str) -> Any:
    """Return what JSON holds; raises SourceRefused and SourceDamaged."""
    if len(source) > MOST_BYTES:
        raise SourceRefused(name=name, reason=_TOO_LARGE)
    try:
        return json.loads(source.decode("utf-8-sig"))
    except RecursionError as error:
        raise SourceRefused(name=name, reason=_TOO_DEEP) from error
    except ValueError as error:  # no UTF-8, no JSON, or a number of thousands of digits
        line = getattr(error, "lineno", 1)
        raise SourceDamaged(name=name, reason=_filled(_NO_JSON, line=line)) from error


class Held:
    """An object of the JSON; `place` is where it stands. What it does not take raises BadValue."""

    def __init__(self, held: object, place: str, keys: Sequence[str]) -> None:
        self.place = place
        if not isinstance(held, dict):
            raise _bad(place or "JSON", held, _OBJECT)
        self._held: Mapping[str, Any] = held
        for key in held:
            if key not in keys:
                raise _bad(self._at(canonical(key)), key, _filled(_KNOWN, keys=", ".join(keys)))

    def line(self, key: str, *, most: int = _LONGEST_CP, needed: bool = True) -> str:
        """Return a text without line breaks and controls."""
        text = self.text(key, most=most)
        if _CONTROLS.search(text):
            raise _bad(self._at(key), text, _LINE)
        if needed and not text.strip():
            raise _bad(self._at(key), text, _NEEDED)
        return text

    def text(self, key: str, *, most: int) -> str:
        """Return a text of at most so many code points, in canonical form."""
        value = self._held.get(key, "")
        if not isinstance(value, str) or len(value) > most:
            raise _bad(self._at(key), value, _filled(_TEXT, most=most))
        return canonical(value)

    def formed(self, key: str, form: re.Pattern[str], example: str) -> str:
        """Return a text of a form."""
        text = self.text(key, most=_LONGEST_CP)
        if not form.fullmatch(text):
            raise _bad(self._at(key), text, _filled(_FORM, example=example))
        return text

    def one_of(self, key: str, keys: Sequence[str]) -> str:
        """Return one of the values that there are."""
        text = self.text(key, most=_LONGEST_CP)
        if text not in keys:
            raise _bad(self._at(key), text, _filled(_ONE_OF, keys=", ".join(filter(None, keys))))
        return text

    def label(self) -> Label:
        """Return a name in both languages; where one is not told, the other stands for it."""
        held = Held(self._held.get("label"), self._at("label"), ("en", "ar"))
        english, arabic = (held.line(key, needed=False).strip() for key in ("en", "ar"))
        if not (english or arabic):
            raise _bad(self._at("label"), "", _WORDS)
        return Label(english or arabic, arabic or english)

    def parts(self, key: str, keys: Sequence[str], most: int) -> Iterator["Held"]:
        """Yield the objects of a list."""
        listed = self._held.get(key, [])
        if not isinstance(listed, list) or len(listed) > most:
            raise _bad(self._at(key), listed, _filled(_LIST, most=most))
        for number, one in enumerate(listed):
            yield Held(one, f"{self._at(key)}[{number}]", keys)

    def whole(self, key: str) -> int:
        """Return a whole number."""
        value = self._held.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise _bad(self._at(key), value, _WHOLE)
        return value

    def is_version(self, number: int) -> bool:
        """Tell whether it says that it is of a version."""
        return self._held.get("version") == number

    def refuse_twice(self, key: str, value: str, met: Iterable[str]) -> None:
        """Refuse a value that an earlier part of the list has."""
        if value in met:
            raise _bad(self._at(key), value, _ONCE)

    def _at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def _bad(place: str, value: object, expected: Label) -> BadValue:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return BadValue(field=place, value=canonical(shown[:80]), expected=expected)


def _filled(label: Label, **facts: object) -> Label:
    return Label(label.en.format(**facts), label.ar.format(**facts))
