"""Annotate words of an article by the action: seconds until the act is committed and painted.

By the clock, and what the window's own thread has worked for it: what else the machine does
meanwhile makes the one longer, but hardly the other.

python -m tests.bench.scenes.annotate DATABASE
"""

import json
import sys
from statistics import median, quantiles
from time import perf_counter, thread_time

from tests.bench.scenes.painted import hurried, settle, wait_until
from tests.bench.scenes.program import opening, program

ACTS = 60
APART_CP = 8
REST_MS = 150  # between two acts: what follows one in later turns is over by then


def almost_all(seconds: list[float]) -> float:
    return quantiles(seconds, n=100)[94]


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
        took, worked = [], []
        for number in range(hurried(ACTS, 3)):
            page.select(number * APART_CP, number * APART_CP + APART_CP - 2)
            settle(REST_MS)
            committed.clear()
            start, work, before = perf_counter(), thread_time(), page.paintings
            workspace.actions["tag_quote"].trigger()
            wait_until(lambda: bool(committed) and page.paintings > before)  # noqa: B023
            worked.append(thread_time() - work)
            took.append(max(committed[0], page.painted_at) - start)
    figures = {"median": median(took), "p95": almost_all(took)}
    print(json.dumps(figures | {"work": median(worked), "work p95": almost_all(worked)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
