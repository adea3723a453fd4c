"""Reads every hostile source as the program does, and says what came of it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import ImportFailed
from reader.importers import Child, load
from tests.hostile.archives import ARCHIVES
from tests.hostile.pages import PAGES
from tests.hostile.sample import Place, Sample
from tests.hostile.texts import PLACES, TEXTS
from tests.hostile.watching import Lures, Ticks

SAMPLES: tuple[Sample | Place, ...] = (*ARCHIVES, *PAGES, *TEXTS, *PLACES)
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a source: the failure, or the text that was read, and how long it took.

    `stall_ms` is the longest time for which another thread of the program could not work.
    """

    failure: ImportFailed | None
    text: str
    seconds: float
    stall_ms: float = 0.0

    def fits(self, one: Sample | Place) -> bool:
        """Tell whether this may come of a source."""
        if self.failure is not None:
            return isinstance(self.failure, one.refusals) and self.seconds < SECONDS + 1
        return isinstance(one, Sample) and bool(one.holds) and one.holds in self.text

    def words(self) -> str:
        """Return the sentence that a person is told."""
        return self.failure.sentence("en") if self.failure is not None else "read as an article"


def laid(one: Sample | Place, folder: Path, lures: Lures) -> Path:
    """Put a source into a folder and return where it is."""
    if isinstance(one, Place):
        return one.lay(folder)
    path = folder / one.name
    path.write_bytes(one.make(lures))
    return path


def outcome_of(path: Path, child: Child) -> Outcome:
    """Read a source in the child, and see how long others had to wait meanwhile."""
    with Ticks() as ticks:
        outcome = _outcome_of(path, child)
    return replace(outcome, stall_ms=ticks.longest_ms)


def _outcome_of(path: Path, child: Child) -> Outcome:
    start = time.monotonic()
    try:
        text = load(path, child=child).articles[0].revision.text
    except ImportFailed as error:
        return Outcome(error, "", time.monotonic() - start)
    return Outcome(None, text, time.monotonic() - start)


def outcomes(folder: Path, lures: Lures) -> Iterator[tuple[Sample | Place, Outcome]]:
    """Yield all hostile sources with what came of each."""
    with Child() as child:
        for one in SAMPLES:
            yield one, outcome_of(laid(one, folder, lures), child)
