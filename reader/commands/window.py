"""Open the window: the only command that needs Qt."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.commands.command import FAILED, Argument, Command
from reader.commands.terminal import Terminal
from reader.label import Label

if TYPE_CHECKING:
    from argparse import Namespace

_NO_QT = Label(
    "The window cannot be opened, because {reason}.", "تعذر فتح النافذة، والسبب: {reason}."
)
_NO_SCREEN = Label(
    "There is no screen to open the window on; “make run” brings one of its own.",
    "لا توجد شاشة تُفتح عليها النافذة؛ الأمر make run يأتي بشاشة افتراضية.",
)
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(database: str | None, sources: Sequence[str], terminal: Terminal) -> int:
    """Open the window on a library and import sources; return the exit status."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        terminal.warn(_NO_SCREEN)
        return FAILED
    try:
        # Qt is loaded for this command only.
        from reader.ui.plain_import import import_plainly  # noqa: PLC0415

        gc.disable()  # nothing that is loaded is garbage; the window's own collector takes over
        import_plainly()
        from reader.ui.app import run  # noqa: PLC0415
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        terminal.warn(_NO_QT, reason=error.msg)
        return FAILED
    return run(database, sources)


def _open(request: "Namespace", terminal: Terminal) -> int:
    return open_window(request.database, request.sources, terminal)


OPEN = Command(
    "open",
    Label("open the window (also with no command)", "فتح النافذة (وكذلك بلا أمر)"),
    _open,
    (
        Argument(
            ("sources",),
            Label("files to import first", "ملفات تُستورد أولًا"),
            {"metavar": "SOURCE", "nargs": "*"},
        ),
    ),
)
