"""Start the program as its command does; end at one of three moments.

`painted`: an article is on the screen. `orm`: the library is open and the article was read
through it. `ready`: the panels are there too.

python -m tests.bench.scenes.start painted|orm|ready DATABASE
"""

import gc
import os
import sys

from reader.cli import main as command


def end(*_told) -> None:
    """End at once: how long it takes to tidy up is not measured."""
    os._exit(0)


def end_when(until: str) -> None:
    """Let the program end the process at a moment."""
    from reader.ui.plain_import import import_plainly

    gc.disable()
    import_plainly()  # as the command does, before it loads the window
    from reader.ui import app as building

    class Ending(building.Program):
        """The program, which ends the process."""

        def __init__(self, *arguments):
            super().__init__(*arguments)
            if until == "ready":
                self.opened.connect(end)

        def _go_on(self, *arguments):
            if until == "painted":
                os._exit(0 if self.page.text() else 1)
            super()._go_on(*arguments)

        def _take(self, sources, future):
            if until == "orm":
                os._exit(0 if future.result().first else 1)
            super()._take(sources, future)

    building.Program = Ending


def main(until: str, database: str) -> None:
    end_when(until)
    sys.exit(command(["--database", database, "open"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
