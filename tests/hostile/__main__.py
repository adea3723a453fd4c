"""Print the table of hostile sources; the exit status is 0 only if none did harm."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.judging import SAMPLES, outcomes
from tests.hostile.watching import Lures


def main() -> int:
    """Read all sources and print what came of them, and of what they named."""
    wrong, stall_ms = 0, 0.0
    print("| source | what it does | outcome | s | stall, ms |\n|---|---|---|---:|---:|")
    with TemporaryDirectory() as name:
        folder, baits = Path(name, "sources"), Path(name, "lures")
        folder.mkdir()
        baits.mkdir()
        with Lures(baits) as lures:
            for one, outcome in outcomes(folder, lures):
                fits = outcome.fits(one)
                wrong += not fits
                words = outcome.words() + ("" if fits else " **WRONG**")
                stall_ms = max(stall_ms, outcome.stall_ms)
                spent = f"{outcome.seconds:.2f} | {outcome.stall_ms:.0f}"
                print(f"| {one.name} | {one.trick} | {words} | {spent} |", flush=True)
            print(
                f"\n{len(SAMPLES)} sources, {wrong} wrong, {lures.connections} connections, "
                f"{lures.opened} files of others opened, longest stall {stall_ms:.0f} ms."
            )
            return int(bool(wrong or lures.connections or lures.opened))


if __name__ == "__main__":
    sys.exit(main())
