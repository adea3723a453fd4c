"""The numbers of a claim: typed with signs or with words, shown in words.

A sign such as `>` is mirrored where a line runs from right to left (UAX #9, L4), and a person
who sees it cannot tell which of the two it is; words are read alike in every direction.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from reader.errors import BadValue
from reader.label import Language
from reader.model.figures import figure_in_words, parse_figures
from reader.text.controls import isolated
from reader.ui.panels.inputs import LongInput

_LINES = (1, 5)
# What the tooltip shows of the signs; each before a number, so that its end shows its meaning.
_SIGNS = ("~37", ">37", "≥37", "<37", "≤37", "5–7")


class FiguresInput(LongInput):
    """Some numbers with their units, one a line; `text()` is as it is kept, or as it was typed."""

    _held = ""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(_LINES, parent)
        self._language = language
        self.set_hint(self.tr("More than 1554 m³; one a line"))
        tip = self.tr(
            "One number a line with its unit. Before it stands how sure it is: “about” or {0},"
            " “more than” or {1}, “at least” or {2}, “less than” or {3}, “at most” or {4};"
            " “between 5 and 7” or {5} for a range (Ctrl+Enter)"
        )
        self.setToolTip(tip.format(*(isolated(one, rtl=False) for one in _SIGNS)))

    def set_text(self, text: str) -> None:
        """Show numbers in words; what is no number as it is."""
        self._held = text
        super().set_text(self.words_of(text))

    def text(self) -> str:
        """Return the numbers that are held, or what was typed instead."""
        shown = super().text()
        return self._held if self._held and shown == self.words_of(self._held) else shown

    def words_of(self, value: str) -> str:
        """Return numbers as a person reads them."""
        try:
            figures = parse_figures(value, "")
        except BadValue:
            return value
        return "\n".join(figure_in_words(one, self._language) for one in figures)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say in words what was typed with signs."""
        super().focusOutEvent(event)
        shown = super().text()
        stays = event.reason() == Qt.FocusReason.PopupFocusReason
        if not stays and shown != self.words_of(shown):
            self.set_text(shown)
