"""Imports every hostile source as the program does, and says what came of it and of the library."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError
from reader.importers import Child
from tests.hostile.annotated import ANNOTATED
from tests.hostile.archives import ARCHIVES
from tests.hostile.library import Library
from tests.hostile.pages import PAGES
from tests.hostile.sample import Place, Sample
from tests.hostile.texts import PLACES, TEXTS
from tests.hostile.watching import Lures, Ticks

SAMPLES: tuple[Sample | Place, ...] = (*ANNOTATED, *ARCHIVES, *PAGES, *TEXTS, *PLACES)
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a source: the failure, or the text that is kept, and how long it took.

    `stall_ms` is the longest time for which another thread of the program could not work,
    `harm` what the library lost.
    """

    failure: ReaderError | None
    text: str
    seconds: float
    stall_ms: float = 0.0
    harm: str = ""

    def fits(self, one: Sample | Place) -> bool:
        """Tell whether this may come of a source."""
        if self.harm:
            return False
        if self.failure is not None:
            return isinstance(self.failure, one.refusals) and self.seconds < SECONDS + 1
        return isinstance(one, Sample) and bool(one.holds) and one.holds in self.text

    def words(self) -> str:
        """Return the sentence that a person is told."""
        return self.failure.sentence("en") if self.failure is not None else "read as an article"

    def of_library(self) -> str:
        """Say what became of the library."""
        return self.harm or ("unchanged" if self.failure is not None else "one article more")


def laid(one: Sample | Place, folder: Path, lures: Lures) -> Path:
    """Put a source into a folder and return where it is."""
    if isinstance(one, Place):
        return one.lay(folder)
    path = folder / one.name
    path.write_bytes(one.make(lures))
    return path


def outcome_of(path: Path, child: Child, library: Library) -> Outcome:
    """Import a source; see how long others had to wait meanwhile, and what the library holds."""
    with Ticks() as ticks:
        start = time.monotonic()
        failure, text = library.take(path, child)
        seconds = time.monotonic() - start
    return Outcome(failure, text, seconds, ticks.longest_ms, library.harm())


def outcomes(
    folder: Path, lures: Lures, library: Library
) -> Iterator[tuple[Sample | Place, Outcome]]:
    """Yield all hostile sources with what came of each."""
    with Child() as child:
        for one in SAMPLES:
            yield one, outcome_of(laid(one, folder, lures), child, library)
