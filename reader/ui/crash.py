"""What happens when something happens that nobody foresaw: a log, and a report to copy.

The report names files, lines and functions of the program, never its words: no
article, quote or note leaves through it.
"""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from reader import __version__
from reader.errors import ReaderError

_LOG = logging.getLogger("hashiya")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


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
            report = report_of(error, trace)
            _LOG.error("%s", report)
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


def start_log(folder: Path) -> None:
    """Write warnings and worse to a small rotating file, readable by its owner only."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - behind the first paint

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "hashiya.log"
    file.touch(mode=0o600, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=200_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.WARNING)
    _LOG.propagate = False
    qInstallMessageHandler(_qt_said)


def _qt_said(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    _LOG.log(_LEVELS[kind], "Qt: %s", message or "")


def _short(path: str) -> str:
    """Return a path from the package's folder on, so that no user name is told."""
    parts = Path(path).parts
    for anchor in ("reader", "site-packages"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) :])
    return parts[-1]
