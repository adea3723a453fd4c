"""A bar on a person's terminal that says how far a long command has come."""

from types import TracebackType

from reader.commands.terminal import Terminal, one_line

_CELLS = 24
_NAME_CP = 40
# To the start of the line, and erase it (ECMA-48, CR and EL).
_CLEARED = "\r\x1b[K"


class Progress:
    """One line on standard error that is drawn anew; nothing where that is no terminal.

    Whatever else is printed is printed after `clear`.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._stream = terminal.err
        self._drawn = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def show(self, done: int, total: int, name: str) -> None:
        """Draw the bar: so many of all are done, and `name` is at hand."""
        if total > 1 and self._stream.isatty():
            cells = _CELLS * done // total
            bar = "█" * cells + "░" * (_CELLS - cells)
            line = f"{bar} {done}/{total} {one_line(name)[:_NAME_CP]}"
            print(f"{_CLEARED}{line}", end="", file=self._stream, flush=True)
            self._drawn = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            print(_CLEARED, end="", file=self._stream, flush=True)
            self._drawn = False
