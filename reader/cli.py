"""The command line: the words of the shell in, an exit status out.

0 is done; 1 a problem with what was given or with the world, told in one line on
standard error; 2 a wrong command; 130 Ctrl+C, as shells have it. Bad input never
ends in a traceback.
"""

import os
import sys
from collections.abc import Sequence

from reader.commands.command import DONE, FAILED, Command
from reader.commands.terminal import OutputBroken, Terminal, this_terminal
from reader.commands.window import OPEN, open_window
from reader.errors import ReaderError
from reader.label import Label

INTERRUPTED = 130
_OUTPUT_BROKEN = Label("The output breaks off: {reason}.", "انقطع المخرج: {reason}.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, of the shell's words if none are given; return the exit status."""
    terminal = this_terminal(os.environ)
    try:
        status = _status(argv, terminal)
        terminal.finish()
    except OutputBroken as broken:
        terminal.give_up()
        if broken.reason is None:
            return DONE
        terminal.warn(_OUTPUT_BROKEN, reason=broken.reason)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _status(argv: Sequence[str] | None, terminal: Terminal) -> int:
    try:
        words = sys.argv[1:] if argv is None else list(argv)
        if _means_the_window(words):
            return open_window(words[1] if len(words) > 1 else None, (), terminal)
        from reader.commands.usage import parser_of  # noqa: PLC0415 - the window starts without

        request = parser_of(_commands(words), terminal, OPEN).parse_args(words)
        status: int = request.run(request, terminal)
    except SystemExit as end:  # argparse has helped, or explained what is wrong
        return int(end.code or DONE)
    except ReaderError as error:
        terminal.complain(error)
        return FAILED
    return status


def _means_the_window(words: Sequence[str]) -> bool:
    """Tell whether words say no more than to open a library's window: somebody waits for it."""
    if words[-1:] == [OPEN.key] and len(words) in {1, 3}:
        words = words[:-1]
    named = len(words) == 2 and words[0] == "--database" and not words[1].startswith("-")
    return not words or named


def _commands(words: Sequence[str]) -> Sequence[Command]:
    """Return the commands that words may mean: where only the window can, the rest is not loaded.

    The other commands bring the readers and writers of all formats along, and somebody
    waits for the window.
    """
    first = 2 if words[:1] == ["--database"] else 0
    if words[first : first + 1] in ([], [OPEN.key]):
        return (OPEN,)
    from reader.commands.table import COMMANDS  # noqa: PLC0415

    return COMMANDS
