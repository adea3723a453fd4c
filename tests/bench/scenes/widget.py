"""Qt's own widgets, or the page, with one text: open to paint, jump to the end, scroll, memory.

python -m tests.bench.scenes.widget page|QTextBrowser|QPlainTextEdit FILE
"""

import json
import sys
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QTextBrowser

from reader.ui.page.look import PageLook
from reader.ui.page.view import PageView
from reader.ui.theme import load_fonts
from tests.bench.scenes.memory import resident
from tests.bench.scenes.painted import Painted, hurried, scroll_on, seconds_to_paint, settle

_STEPS = 100
_WIDTH, _HEIGHT = 900, 800
_QUIET_MS = 1000


class Page(Painted, PageView):
    def show_words(self, text: str) -> None:
        self.show_text(text)


class Browser(Painted, QTextBrowser):
    def show_words(self, text: str) -> None:
        self.setPlainText(text)


class PlainEdit(Painted, QPlainTextEdit):
    def show_words(self, text: str) -> None:
        self.setPlainText(text)


KINDS = {"page": Page, "QTextBrowser": Browser, "QPlainTextEdit": PlainEdit}


def dressed(view: QAbstractScrollArea) -> QAbstractScrollArea:
    """Give Qt's own widgets the page's font and direction."""
    if not isinstance(view, PageView):
        look = PageLook()
        view.setFont(look.font(look.em(view.logicalDpiY())))
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        view.document().setDefaultTextOption(option)
    return view


def main(kind: str, file: str) -> None:
    QApplication(sys.argv[:1])
    load_fonts()
    text = Path(file).read_text(encoding="utf-8")
    view = dressed(KINDS[kind]())
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    seconds_to_paint(view, lambda: view.show_words(text[:400]))
    settle(_QUIET_MS)
    before = resident()
    opened = seconds_to_paint(view, lambda: view.show_words(text))
    bar = view.verticalScrollBar()
    # QPlainTextEdit counts lines, the others pixels.
    step = 3 if isinstance(view, QPlainTextEdit) else 120
    scrolled = [
        seconds_to_paint(view, lambda: scroll_on(view, step)) for _ in range(hurried(_STEPS, 3))
    ]
    bar.setValue(0)
    settle(_QUIET_MS)
    jumped = seconds_to_paint(view, lambda: scroll_on(view, bar.maximum()))
    settle(_QUIET_MS)
    figures = {
        "open to paint": opened,
        "jump to the end": jumped,
        "scroll p50": median(scrolled),
        "scroll p95": quantiles(scrolled, n=100)[94],
        "memory": resident() - before,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
