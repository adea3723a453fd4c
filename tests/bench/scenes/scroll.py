"""Scroll through an article by small steps: seconds of most steps, and of almost all.

python -m tests.bench.scenes.scroll DATABASE
"""

import json
import sys
from statistics import quantiles

from tests.bench.scenes.painted import hurried, scroll_on, seconds_to_paint, settle
from tests.bench.scenes.program import opening, program

# A fast and a slow time of the machine both last longer than 200 steps, and of those the tenth
# slowest, their p95, would be one of the first, which load what the others have.
_STEPS = 1_000
_PIXELS = 120


def main(database: str) -> None:
    with program(database) as workspace:
        opening(workspace)()
        settle(1500)
        page = workspace.page
        took = [
            seconds_to_paint(page, lambda: scroll_on(page, _PIXELS))
            for _ in range(hurried(_STEPS, 3))
        ]
    hundredths = quantiles(took, n=100)
    print(json.dumps({"p50": hundredths[49], "p95": hundredths[94]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
