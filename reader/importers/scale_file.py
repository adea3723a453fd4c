"""A verdict scale from a file, in the JSON of `model/scale_format.py`."""

from pathlib import Path

from reader.importers.foreign_json import Held, json_from
from reader.importers.reading import read_bytes
from reader.model.claim import VerdictLabel, VerdictScale
from reader.model.scale_format import checked

MOST_STEPS = 100
_KEYS = ("key", "label", "labels")
_STEP_KEYS = ("code", "label", "normalised", "rating", "best", "worst", "colour")


def load_scale(path: Path) -> VerdictScale:
    """Return the scale in a file; raises children of ImportFailed, and BadValue."""
    return scale_from(read_bytes(path), path.name)


def scale_from(source: bytes, name: str) -> VerdictScale:
    """Return the scale in JSON; raises SourceRefused, SourceDamaged and BadValue."""
    held = Held(json_from(source, name), "", _KEYS)
    steps = tuple(map(_step, held.parts("labels", _STEP_KEYS, MOST_STEPS)))
    return checked(VerdictScale(key=held.line("key"), label=held.label(), labels=steps))


def _step(held: Held) -> VerdictLabel:
    return VerdictLabel(
        code=held.line("code"),
        label=held.label(),
        normalised=held.line("normalised"),
        rating=held.whole("rating"),
        best=held.whole("best"),
        worst=held.whole("worst"),
        colour=held.line("colour"),
    )
