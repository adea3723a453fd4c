"""Read the words of a command line, and explain them in either language."""

import argparse
import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NoReturn

from reader import __version__
from reader.commands.command import DONE, USAGE, Argument, Command
from reader.commands.terminal import PROGRAM, Terminal, one_line
from reader.label import Label, Language

_ABOUT = Label(
    "Read right-to-left articles and mark quotes, entities and claims in them.",
    "قراءة المقالات العربية وتعليم ما فيها من اقتباسات وكيانات وادعاءات.",
)
_USAGE = Label("usage: ", "الاستعمال: ")
_COMMANDS = Label("commands", "الأوامر")
_ARGUMENTS = Label("arguments", "المعطيات")
_OPTIONS = Label("options", "الخيارات")


def _say_version(_: argparse.Namespace, terminal: Terminal) -> int:
    terminal.say(f"{PROGRAM} {__version__}")
    return DONE


_HELP = Argument(
    ("-h", "--help"), Label("show this help", "إظهار هذه المساعدة"), {"action": "help"}
)
_VERSION = Argument(
    ("--version",),
    Label("show the version", "إظهار رقم الإصدار"),
    {"action": "store_const", "dest": "run", "const": _say_version},
)
_DATABASE = Argument(
    ("--database",),
    Label(
        "the library: a file, or the URL of a PostgreSQL database",
        "المكتبة: ملف، أو رابط قاعدة بيانات PostgreSQL",
    ),
    {"metavar": "PATH|URL"},
)
# After a command too, where it must not undo what was said before it.
_DATABASE_AGAIN = Argument(
    _DATABASE.flags, _DATABASE.help, {**(_DATABASE.settings or {}), "default": argparse.SUPPRESS}
)
# argparse explains itself in English; what is not here is shown as it says it.
_ARABIC = (
    (r"the following arguments are required: (.+)", "ينقص {0}"),
    (r"unrecognized arguments: (.+)", "لا معنى هنا لما يلي: {0}"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", "{0}: لا يوجد {1}؛ المتاح {2}"),
    (r"argument (.+?): expected (?:one|at least one) argument", "ينقص ما يلي {0}"),
    (r"argument (.+?): invalid int value: (.+)", "{0}: المطلوب عدد صحيح، لا {1}"),
    (r"argument (.+?): ignored explicit argument (.+)", "لا يأخذ {0} قيمة: {1}"),
)


def parser_of(
    commands: Iterable[Command], terminal: Terminal, otherwise: Command
) -> argparse.ArgumentParser:
    """Return what reads a command line; `otherwise` is meant where no command is named.

    What it reads has `database` (None where none is named), `run`, and the arguments
    of the command. It raises SystemExit once it has helped, or told what is wrong.
    """
    language = terminal.language
    parser = _Parser(terminal=terminal, prog=PROGRAM, description=_ABOUT.text(language))
    parser.add((_DATABASE, _HELP, _VERSION))
    parser.set_defaults(run=otherwise.run, sources=[])
    words = parser.add_subparsers(title=_COMMANDS.text(language), metavar="COMMAND")
    for command in commands:
        about = command.help.text(language)
        one = words.add_parser(command.key, terminal=terminal, help=about, description=about)
        one.add((*command.arguments, _DATABASE_AGAIN, _HELP))
        one.set_defaults(run=command.run)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language of its terminal."""

    def __init__(self, *, terminal: Terminal, **settings: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Formatter, language=terminal.language),
            **settings,
        )
        self._terminal = terminal
        self._language = terminal.language

    def add(self, arguments: Sequence[Argument]) -> None:
        """Add arguments under headings in our language."""
        positions = self.add_argument_group(_ARGUMENTS.text(self._language))
        options = self.add_argument_group(_OPTIONS.text(self._language))
        for argument in arguments:
            group = options if argument.flags[0].startswith("-") else positions
            words = argument.help.text(self._language)
            group.add_argument(*argument.flags, help=words, **(argument.settings or {}))

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's own signature
        """Print the help; argparse itself would not notice a full disk."""
        self._terminal.say(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Print how the command is used and what was wrong with it, and leave."""
        words = _in_arabic(message) if self._language == "ar" else message
        self.exit(USAGE, f"{self.format_usage()}{PROGRAM}: {one_line(words)}\n")


class _Formatter(argparse.HelpFormatter):
    """Help whose first word is in our language too."""

    def __init__(self, prog: str, *, language: Language) -> None:
        super().__init__(prog)
        self._first_word = _USAGE.text(language)

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        """Add the line that shows how the command is used."""
        super().add_usage(usage, actions, groups, self._first_word if prefix is None else prefix)


def _in_arabic(message: str) -> str:
    for pattern, arabic in _ARABIC:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return arabic.format(*match.groups())
    return message
