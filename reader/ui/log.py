"""The log: warnings and worse, Qt's too, without a word of anybody's text."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG = logging.getLogger("hashiya")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start_log(folder: Path) -> None:
    """Write warnings and worse to a small rotating file, readable by its owner only."""
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
