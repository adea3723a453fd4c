"""Annotate words of an article by the action: seconds until the act is committed and painted.

python -m tests.bench.scenes.annotate DATABASE
"""

import json
import sys
from statistics import median, quantiles
from time import perf_counter

from tests.bench.scenes.painted import hurried, settle, wait_until
from tests.bench.scenes.program import opening, program

_ACTS = 60
_APART_CP = 8


def main(database: str) -> None:
    with program(database) as workspace:
        opening(workspace)()
        settle(1500)
        page, library = workspace.page, workspace.library
        committed: list[float] = []

        def note(state) -> None:
            if state.kind == "saved":
                committed.append(perf_counter())

        library.save_state_changed.connect(note)
        took = []
        for number in range(hurried(_ACTS, 3)):
            page.select(number * _APART_CP, number * _APART_CP + _APART_CP - 2)
            settle(20)
            committed.clear()
            start, before = perf_counter(), page.paintings
            workspace.actions["tag_quote"].trigger()
            wait_until(lambda: bool(committed) and page.paintings > before)  # noqa: B023
            took.append(max(committed[0], page.painted_at) - start)
    print(json.dumps({"median": median(took), "p95": quantiles(took, n=100)[94]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
