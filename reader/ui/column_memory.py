"""What a person said that a table's columns hold, kept by their headers for the next table."""

import json

from reader.importers import Columns
from reader.importers.columns import FIELDS
from reader.ui.settings import Settings

_KEY = "import_columns"
_MOST_HEADERS = 200


def remembered(settings: Settings) -> Columns | None:
    """Return the columns that a person has named so far, the last ones last; None for none."""
    known = _known(settings)
    return Columns(tuple(known), tuple(known.values())) if known else None


def remember(settings: Settings, columns: Columns) -> None:
    """Keep what the headers of a table stand for; "" too, so that a wrong guess is not repeated."""
    known = _known(settings)
    for header, field in zip(columns.headers, columns.fields, strict=True):
        known.pop(header, None)
        known[header] = field
    latest = list(known.items())[-_MOST_HEADERS:]
    settings.set(_KEY, json.dumps(dict(latest), ensure_ascii=False))


def _known(settings: Settings) -> dict[str, str]:
    """Return headers and fields; what a damaged file of settings holds counts for nothing."""
    try:
        found = json.loads(settings.get(_KEY) or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {header: field for header, field in found.items() if field in ("", *FIELDS)}
