"""What every new library begins with: the built-in tags and the verdict scales."""

import json
from collections.abc import Iterable, Mapping
from itertools import starmap
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from reader.model.tags import TAGS
from reader.paths import resource
from reader.storage.mapping import row_of, table_of
from reader.storage.schema import TagRow, VerdictLabelRow, VerdictScaleRow

_TAGS = table_of(TagRow)
_SCALES = table_of(VerdictScaleRow)
_LABELS = table_of(VerdictLabelRow)


def seed(connection: Connection) -> None:
    """Add the built-in tags and the shipped scales that the library has not; change none."""
    _add(connection, _TAGS, (row_of(_TAGS, one) for one in TAGS))
    scales = [json.loads(path.read_text("utf-8")) for path in _scale_files()]
    new = _add(connection, _SCALES, starmap(_scale_row, enumerate(scales)))
    labels = [row for scale in scales if scale["key"] in new for row in _label_rows(scale)]
    if labels:
        connection.execute(insert(_LABELS), labels)


def _add(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Insert the rows whose key is new; return those keys."""
    known = set(connection.scalars(select(table.c.key)))
    new = [row for row in rows if row["key"] not in known]
    if new:
        connection.execute(insert(table), new)
    return frozenset(row["key"] for row in new)


def _scale_files() -> list[Path]:
    return sorted(resource("scales").glob("*.json"))


def _scale_row(position: int, scale: Mapping[str, Any]) -> dict[str, Any]:
    label = scale["label"]
    return {
        "key": scale["key"],
        "position": position,
        "label_en": label["en"],
        "label_ar": label["ar"],
    }


def _label_rows(scale: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {key: step[key] for key in ("code", "normalised", "rating", "best", "worst", "colour")}
        | {"scale_key": scale["key"], "position": position}
        | {"label_en": step["label"]["en"], "label_ar": step["label"]["ar"]}
        for position, step in enumerate(scale["labels"])
    ]
