"""The verdict scales that come with the program."""

import json
from dataclasses import replace

from reader.model.claim import VerdictScale
from reader.model.scale_format import scale_of
from reader.paths import resource


def shipped_scales() -> tuple[VerdictScale, ...]:
    """Return the scales that come with the program, the one to begin with first."""
    files = sorted(resource("scales").glob("*.json"))
    found = (scale_of(json.loads(one.read_text("utf-8"))) for one in files)
    return tuple(replace(one, position=place) for place, one in enumerate(found))
