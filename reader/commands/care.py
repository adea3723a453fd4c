"""Look after a library: check it, copy it, put a copy back."""

from argparse import Namespace
from pathlib import Path

from reader.commands.command import DONE, FAILED, Argument, Command
from reader.commands.library import address_of, open_library
from reader.commands.terminal import Terminal
from reader.label import Label

_SOUND = Label("The library {name} is sound.", "المكتبة {name} سليمة.")
_UNSOUND = Label("The library {name} is not sound.", "المكتبة {name} غير سليمة.")
_COPIED = Label("Copied to {path}, and verified.", "نُسخت إلى {path} وتُحقق من النسخة.")
_RESTORED = Label("The library {name} is as in {path}.", "صارت المكتبة {name} كما في {path}.")
_KEPT = Label("What was there is kept in {path}.", "حُفظ ما كان هناك في {path}.")


def _check(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        if request.reindex:
            store.reindex()
        report = store.check()
        name = store.address
    for finding in report.findings:
        terminal.row(finding.label.text(terminal.language), finding.count, *finding.examples)
    if not report.is_sound:
        terminal.warn(_UNSOUND, name=name)
        return FAILED
    terminal.say(terminal.word(_SOUND, name=name))
    return DONE


def _backup(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        store.backup(Path(request.path))
    terminal.say(terminal.word(_COPIED, path=request.path))
    return DONE


def _restore(request: Namespace, terminal: Terminal) -> int:
    from reader.storage import restore  # noqa: PLC0415 - the window paints before it is loaded

    address = address_of(request)
    kept = restore(Path(request.path), address)
    terminal.say(terminal.word(_RESTORED, name=address, path=request.path))
    if kept is not None:
        terminal.say(terminal.word(_KEPT, path=kept))
    return DONE


CHECK = Command(
    "check",
    Label("look for damage; exit status 0 only if there is none", "فحص سلامة المكتبة"),
    _check,
    (
        Argument(
            ("--reindex",),
            Label("make the index of words anew first", "إنشاء فهرس الكلمات من جديد أولًا"),
            {"action": "store_true"},
        ),
    ),
)
BACKUP = Command(
    "backup",
    Label("save a verified copy", "حفظ نسخة متحقق منها"),
    _backup,
    (Argument(("path",), Label("where to", "مكان النسخة"), {"metavar": "PATH"}),),
)
RESTORE = Command(
    "restore",
    Label(
        "put a copy in the library's place; what was there is kept",
        "وضع نسخة مكان المكتبة، مع حفظ ما كان هناك",
    ),
    _restore,
    (Argument(("path",), Label("the copy", "النسخة"), {"metavar": "PATH"}),),
)
