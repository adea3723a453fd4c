"""The program at rest with a library's newest article open: bytes held.

python -m tests.bench.scenes.idle DATABASE
"""

import json
import sys

from reader.ui.plain_import import import_plainly
from tests.bench.scenes.memory import resident

_QUIET_MS = 3000


def main(database: str) -> None:
    import_plainly()  # as the command does, before it loads the window
    from tests.bench.scenes.painted import settle
    from tests.bench.scenes.program import program

    with program(database):
        settle(_QUIET_MS)
        print(json.dumps({"memory": resident()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
