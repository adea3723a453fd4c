"""What a command of the command line is: a word, its arguments, and what runs it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reader.commands.terminal import Terminal
from reader.frozen import dataclass
from reader.label import Label
from reader.text.canonical import canonical

if TYPE_CHECKING:
    from argparse import Namespace

DONE = 0
FAILED = 1
USAGE = 2


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its name or its options, its help, and what argparse should know."""

    flags: tuple[str, ...]
    help: Label
    settings: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `run` returns the exit status and raises ReaderError."""

    key: str
    help: Label
    run: "Callable[[Namespace, Terminal], int]"
    arguments: tuple[Argument, ...] = ()


# What is typed becomes canonical text, as articles are: no lone surrogate, no NUL.
REPEATED: Mapping[str, Any] = {"action": "append", "default": [], "type": canonical}
ARTICLE = Argument(
    ("article",),
    Label("the id or uid that “articles” prints", "الرقم أو المعرّف الذي يطبعه الأمر articles"),
    {"metavar": "ARTICLE", "type": canonical},
)
JSON = Argument(
    ("--json",),
    Label("print one JSON value", "طباعة قيمة JSON واحدة"),
    {"action": "store_true"},
)
ONLY_ARTICLE = Argument(
    ("--article",),
    Label("only of this article; may be repeated", "من هذا المقال فقط؛ يمكن تكراره"),
    {**REPEATED, "metavar": "ARTICLE", "dest": "articles"},
)
ONLY_TAG = Argument(
    ("--tag",),
    Label("only of this tag; may be repeated", "بهذه العلامة فقط؛ يمكن تكراره"),
    {**REPEATED, "metavar": "TAG", "dest": "tags"},
)
