"""JSON: each object is an article, one a line (JSONL) or in one list."""

import json
import re
from collections.abc import Iterator
from typing import Any

from reader.errors import ColumnsUncertain, SourceDamaged, SourceEmpty, SourceRefused
from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.rows import Row, contents_of, sampled, understood
from reader.label import Label

_MOST_KEYS = 1000
_TOO_WIDE = Label(
    f"its articles have more than {_MOST_KEYS} fields", f"حقول مقالاته أكثر من {_MOST_KEYS}"
)
_TOO_DEEP = Label("its lists are nested too deep", "قوائمه متداخلة أعمق مما يُقرأ")
_CODEBOOK = "hashiya-codebook"
_IS_CODEBOOK = Label(
    "it is a codebook: import it among the tags (Alt+5), or with `hashiya codebook import`",
    "هو دليل علامات: استورده من العلامات (Alt+5) أو بالأمر hashiya codebook import",
)
_BETWEEN = re.compile(r"[\s,\[\]]*")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of a list.

    Raises SourceEmpty, SourceDamaged, SourceRefused, what `decode` raises, and ColumnsUncertain
    where no key tells which value is the text.
    """
    decoded = decode(source, name, given.encoding)
    found = list(objects(decoded.text, name))
    keys = tuple(dict.fromkeys(key for one, _, _ in found for key in one))
    if not keys:
        raise SourceEmpty(name=name)
    if found[0][0].get("format") == _CODEBOOK:
        raise SourceRefused(name=name, reason=_IS_CODEBOOK)
    if len(keys) > _MOST_KEYS:
        raise SourceRefused(name=name, reason=_TOO_WIDE)
    rows = [Row([_said(one.get(key)) for key in keys], start, end) for one, start, end in found]
    columns = sampled(understood(keys, given), rows)
    if "text" not in columns.fields:
        raise ColumnsUncertain(name=name, source=source, headers=keys, samples=columns.samples)
    return contents_of(columns, rows, decoded, source, name)


def objects(text: str, name: str) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Yield objects with their places in code points.

    Raises SourceDamaged, naming the line, and SourceRefused.
    """
    decoder = json.JSONDecoder()
    at = _end_of_gap(text, 0)
    while at < len(text):
        try:
            found, end = decoder.raw_decode(text, at)
        except RecursionError as error:
            raise SourceRefused(name=name, reason=_TOO_DEEP) from error
        except ValueError as error:
            raise SourceDamaged(name=name, reason=_no_object(text, at)) from error
        if not isinstance(found, dict):
            raise SourceDamaged(name=name, reason=_no_object(text, at))
        yield found, at, end
        at = _end_of_gap(text, end)


def _end_of_gap(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _no_object(text: str, at: int) -> Label:
    line = text.count("\n", 0, at) + 1
    return Label(f"line {line} holds no JSON object", f"لا يحتوي السطر {line} كائن JSON")


def _said(value: object) -> str:
    """Return what a value says: itself, the names in a list, the name of a thing that has one."""
    if isinstance(value, dict):
        return _said(value.get("name"))
    if isinstance(value, list):
        return "، ".join(filter(None, map(_said, value)))
    return "" if value is None else str(value)
