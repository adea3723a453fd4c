"""What happens when something happens that nobody foresaw: a report to copy.

The report names files, lines and functions of the program, never its words: no
article, quote or note leaves through it.
"""

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from reader import __version__
from reader.errors import ReaderError


class CrashGuard(QObject):
    """Catches what escaped: a foreseen failure becomes a notice, anything else a report.

    Both signals cross from whatever thread it happened in.
    """

    failure_met = Signal(object)
    bug_met = Signal(str)

    def install(self) -> None:
        """Take over the interpreter's hooks."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of one exception."""
        if isinstance(error, ReaderError):
            self.failure_met.emit(error)
        elif issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            import logging  # noqa: PLC0415 - seldom needed, and the window starts without

            report = report_of(error, trace)
            logging.getLogger("hashiya").error("%s", report)
            self.bug_met.emit(report)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)


def report_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return what a developer needs to know, without a word of anybody's text."""
    import platform  # noqa: PLC0415 - seldom needed, and the window starts without

    machine = f"{platform.system()} {platform.machine()}"
    lines = [
        f"Hashiya {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {machine}",
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {_short(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return "\n".join(lines)


def _short(path: str) -> str:
    """Return a path from the package's folder on, so that no user name is told."""
    parts = Path(path).parts
    for anchor in ("reader", "site-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) :])
    return parts[-1]
