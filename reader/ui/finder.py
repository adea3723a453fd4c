"""A search that never keeps the window waiting: a few milliseconds at a time, newest query wins."""

from collections.abc import Iterator
from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.text.boundaries import Span
from reader.text.pieces import PiecedText, Query

MOST_HITS = 100_000
_AT_ONCE_CP = 30_000  # no article of a newspaper is longer
_TURN_S = 0.012  # less than a frame of the screen


class Finder(QObject):
    """Looks for a query in one text.

    An ordinary article is searched before `start` returns; the rest of a long one comes
    between the window's own events. `grown` follows each turn, also the last.
    """

    grown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Span] = []
        self._text = PiecedText("")
        self._pieces: Iterator[list[Span]] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    @property
    def is_running(self) -> bool:
        """Tell whether more hits may come."""
        return self._pieces is not None

    @property
    def is_cut(self) -> bool:
        """Tell whether there are too many hits to look for them all."""
        return len(self.hits) >= MOST_HITS

    def look_in(self, text: str) -> None:
        """Search another text from now on."""
        self.stop()
        if text is not self._text.text:
            self._text = PiecedText(text)

    def start(self, query: Query) -> None:
        """Begin a search and forget the one before."""
        self.stop()
        if query.needle.strip():
            self._pieces = self._text.search(query)
            self._turns.start()
        short = len(self._text.text) <= _AT_ONCE_CP
        self._search_until(inf if short else perf_counter() + _TURN_S)

    def stop(self) -> None:
        """Give the search up, with what it has found."""
        self._end()
        self.hits = []

    def _end(self) -> None:
        self._turns.stop()
        self._pieces = None

    def _turn(self) -> None:
        self._search_until(perf_counter() + _TURN_S)

    def _search_until(self, until: float) -> None:
        """Search until a time of `perf_counter`, and tell what there is."""
        while self._pieces is not None and perf_counter() < until:
            found = next(self._pieces, None)
            self.hits.extend(found or ())
            if found is None or self.is_cut:
                self._end()
        self.grown.emit()
