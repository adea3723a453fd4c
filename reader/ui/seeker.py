"""A search of the library beside the window's thread; the newest query wins."""

from concurrent.futures import Future
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.model.found import FoundPage
from reader.text.seeking import LibraryQuery
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from reader.storage.search.results import Search
    from reader.storage.store import Store

HITS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has come to.

    `is_first` for the first page of a query, `is_over` when there is no more;
    `candidates` is how many articles may hold what is sought.
    """

    page: FoundPage
    is_first: bool
    is_over: bool
    candidates: int


class Seeker(QObject):
    """Runs one search at a time and hands it over page by page.

    `found` carries a `Found`, `failed` a ReaderError.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, store: "Store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = Worker(self)
        self._stop = Event()
        self._search: Search | None = None
        self._is_reading = False

    @property
    def is_reading(self) -> bool:
        """Tell whether a page is on its way."""
        return self._is_reading

    def start(self, query: LibraryQuery) -> None:
        """Begin a search and give up the one before."""
        self.stop()
        self._is_reading = True
        job = partial(_begun, self._store, query, self._stop)
        self._worker.run(job, partial(self._take, self._stop, is_first=True))

    def read_on(self) -> None:
        """Ask for the next page, unless one is on its way or there is none."""
        if self._search is None or self._is_reading or self._search.is_over:
            return
        self._is_reading = True
        job = partial(_read_on, self._search, self._stop)
        self._worker.run(job, partial(self._take, self._stop, is_first=False))

    def stop(self) -> None:
        """Give the search up."""
        self._stop.set()
        self._stop = Event()
        self._search = None
        self._is_reading = False

    def close(self) -> None:
        """Give the search up and wait until the thread has stopped."""
        self._stop.set()
        self._worker.close()

    def _take(self, stop: Event, future: "Future[Any]", *, is_first: bool) -> None:
        if stop is not self._stop:
            return  # a newer query has taken its place
        self._is_reading = False
        try:
            search, page = future.result()
        except ReaderError as error:
            self.failed.emit(error)
            return
        self._search = search
        self.found.emit(Found(page, is_first, search.is_over, search.candidates))


def _begun(store: "Store", query: LibraryQuery, stop: Event) -> "tuple[Search, FoundPage]":
    search = store.search(query)
    return search, search.read_on(HITS_AT_ONCE, stop.is_set)


def _read_on(search: "Search", stop: Event) -> "tuple[Search, FoundPage]":
    return search, search.read_on(HITS_AT_ONCE, stop.is_set)
