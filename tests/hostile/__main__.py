"""Print the table of hostile sources; the exit status is 0 only if none did harm."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.judging import SAMPLES, outcomes
from tests.hostile.library import Library
from tests.hostile.watching import Lures


def main() -> int:
    """Read all sources and print what came of them, and of what they named."""
    wrong, harmed, stall_ms = 0, 0, 0.0
    print("| source | what it does | outcome | library | s | stall, ms |")
    print("|---|---|---|---|---:|---:|")
    with TemporaryDirectory() as name:
        folder, baits = Path(name, "sources"), Path(name, "lures")
        folder.mkdir()
        baits.mkdir()
        with Lures(baits) as lures:
            library = Library(Path(name, "library.db"))
            for one, outcome in outcomes(folder, lures, library):
                fits = outcome.fits(one)
                wrong += not fits
                words = outcome.words() + ("" if fits else " **WRONG**")
                stall_ms = max(stall_ms, outcome.stall_ms)
                spent = f"{outcome.seconds:.2f} | {outcome.stall_ms:.0f}"
                told = f"{one.name} | {one.trick} | {words} | {outcome.of_library()}"
                harmed += bool(outcome.harm)
                print(f"| {told} | {spent} |", flush=True)
            print(
                f"\n{len(SAMPLES)} sources, {wrong} wrong, {lures.connections} connections, "
                f"{lures.opened} files of others opened, {harmed} libraries harmed, "
                f"longest stall {stall_ms:.0f} ms."
            )
            return int(bool(wrong or lures.connections or lures.opened))


if __name__ == "__main__":
    sys.exit(main())
