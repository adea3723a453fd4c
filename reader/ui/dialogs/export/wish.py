"""What a person chooses in the dialog of an export, and what of it is remembered."""

import json
from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path

from reader.exporters import EXPORTERS, Exporter, Wanted
from reader.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """One answer to "what": its key, its words and how many annotations it holds."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What a person chose."""

    scope: str
    exporter: Exporter
    preset: str
    delimiter: str
    path: Path
    wanted: Wanted = field(default_factory=Wanted)
    folded: bool = False
    days: int = (
        0  # how many of the last days are wanted, today among them; 0 where that is not said
    )


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen last: the format, of each its preset, what tables are like, what goes in.

    Tags, statuses and the last `days` (0 for any) stay; a day of the calendar does not: it
    would leave out ever more, unseen (docs/adr/0049).
    """

    format: str = EXPORTERS[0].key
    presets: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ""
    folded: bool = False
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    days: int = 0

    def with_choice(self, wish: ExportWish) -> "Remembered":
        """Return it with what was chosen now; of other formats as it was."""
        key = wish.exporter.key
        presets = {**self.presets, key: wish.preset}
        delimiter = wish.delimiter if key == "csv" else self.delimiter
        folded = wish.folded if wish.exporter.shape == "table" else self.folded
        tags, statuses = tuple(sorted(wish.wanted.tags)), tuple(sorted(wish.wanted.statuses))
        return Remembered(key, presets, delimiter, folded, tags, statuses, wish.days)

    def packed(self) -> str:
        """Return it as text, for the settings."""
        return json.dumps({**asdict(self), "presets": dict(self.presets)})


def remembered(packed: str) -> Remembered:
    """Return what the settings hold; the first of everything where that is nothing of ours."""
    try:
        found = json.loads(packed)
        presets = {str(key): str(value) for key, value in found["presets"].items()}
        known = {one.key for one in EXPORTERS}
        key = found["format"] if found["format"] in known else EXPORTERS[0].key
        delimiter, folded = str(found.get("delimiter", "")), found.get("folded") is True
        tags, statuses = (tuple(map(str, found.get(one, ()))) for one in ("tags", "statuses"))
        days = max(0, int(found.get("days", 0)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Remembered()
    return Remembered(key, presets, delimiter, folded, tags, statuses, days)
