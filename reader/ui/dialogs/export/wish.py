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


@dataclass(frozen=True, slots=True)
class Remembered:
    """The format that was chosen last, of each its preset, and what was chosen for tables.

    What goes in is chosen anew each time: nothing is left out unseen.
    """

    format: str = EXPORTERS[0].key
    presets: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ""
    folded: bool = False

    def with_choice(self, wish: ExportWish) -> "Remembered":
        """Return it with what was chosen now; of other formats as it was."""
        key = wish.exporter.key
        presets = {**self.presets, key: wish.preset}
        delimiter = wish.delimiter if key == "csv" else self.delimiter
        folded = wish.folded if wish.exporter.shape == "table" else self.folded
        return Remembered(key, presets, delimiter, folded)

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
    except (ValueError, KeyError, TypeError, AttributeError):
        return Remembered()
    return Remembered(key, presets, delimiter, folded)
