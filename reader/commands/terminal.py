"""The terminal that a command speaks to: its language, and what may be printed there."""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import BinaryIO, TextIO, cast

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Label, Language
from reader.reasons import os_reason
from reader.text.controls import guarded

PROGRAM = "hashiya"
LANGUAGE_VARIABLE = "HASHIYA_LANGUAGE"
# The order in which POSIX reads the language of messages.
_LANGUAGE_VARIABLES = (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
_ARABIC = re.compile(r"ar(?![a-z])", re.IGNORECASE)
_PART_BYTES = 1 << 16
# json.dumps escapes C0 itself; DEL and C1 mean something to a terminal as well.
_RAW_CONTROLS = re.compile(r"[\x7f-\x9f]")


class OutputBroken(Exception):
    """The output takes nothing more: whoever read it has gone, or its disk is full.

    Attributes:
        reason: why, as the system says; None where its reader simply had enough.

    """

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.reason = None if isinstance(error, BrokenPipeError) else os_reason(error)


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes; every word on it is safe to print."""

    language: Language
    source: TextIO
    out: TextIO
    err: TextIO

    def say(self, text: str = "") -> None:
        """Print a text that holds no control but line ends and tabs; raises OutputBroken."""
        with self._writing():
            print(text, file=self.out)

    def row(self, *cells: object) -> None:
        """Print one line of cells, with tabs between them."""
        self.say("\t".join(one_line(str(cell)) for cell in cells))

    def say_json(self, value: object) -> None:
        """Print one JSON value (RFC 8259): Arabic as it is, controls escaped."""
        import json  # noqa: PLC0415 - few commands print any, and the window is one of the others

        text = json.dumps(value, ensure_ascii=False, indent=2)
        self.say(_RAW_CONTROLS.sub(_escaped, text))

    def word(self, label: Label, **facts: object) -> str:
        """Return a label in this terminal's language, with its facts made safe."""
        shown = {
            key: fact.text(self.language) if isinstance(fact, Label) else one_line(str(fact))
            for key, fact in facts.items()
        }
        return label.text(self.language).format(**shown)

    def warn(self, label: Label, **facts: object) -> None:
        """Print one line for a person, beside the output proper."""
        print(f"{PROGRAM}: {self.word(label, **facts)}", file=self.err)

    def complain(self, error: ReaderError) -> None:
        """Print a failure, in one line."""
        print(f"{PROGRAM}: {error.sentence(self.language, one_line)}", file=self.err)

    def finish(self) -> None:
        """Send on what was printed so far; raises OutputBroken."""
        with self._writing():
            self.out.flush()

    @contextmanager
    def bytes_out(self) -> Iterator[BinaryIO]:
        """Give the output as a stream of bytes, after what was printed; raises OutputBroken."""
        with self._writing():
            self.out.flush()
            yield self.out.buffer
            self.out.buffer.flush()

    def bytes_in(self, most: int) -> bytes:
        """Return what stands on standard input, at most so many bytes."""
        stream = cast("io.BufferedIOBase", self.source.buffer)
        found = bytearray()
        # One long read would not hear Ctrl+C between two parts.
        while len(found) < most and (part := stream.read1(_PART_BYTES)):
            found += part
        return bytes(found[:most])

    def give_up(self) -> None:
        """Send what is still to be printed to nowhere, so that the program ends quietly."""
        with suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.out.fileno())
            os.close(nowhere)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputBroken(error) from error


def this_terminal(environment: Mapping[str, str]) -> Terminal:
    """Return the terminal that the program was started from.

    What it writes is UTF-8 whatever the locale says: Arabic has no ASCII.
    """
    # Python has None for a stream that the shell has closed.
    streams = [stream or _nowhere() for stream in (sys.stdin, sys.stdout, sys.stderr)]
    for stream in streams[1:]:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return Terminal(language_of(environment), *streams)


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of messages, as the environment has it."""
    chosen = next((environment[name] for name in _LANGUAGE_VARIABLES if environment.get(name)), "")
    return "ar" if _ARABIC.match(chosen) else "en"


def one_line(text: str) -> str:
    """Return a text as one printable line, its controls shown."""
    return guarded(" ".join(text.split("\n")).replace("\t", " "))


def _nowhere() -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
