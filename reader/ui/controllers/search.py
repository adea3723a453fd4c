"""Searching the whole library, and going to what was found on the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from reader.errors import ReaderError
from reader.label import Language
from reader.model.article import Article, Revision
from reader.model.found import FoundArticle
from reader.model.searched import TEXT
from reader.text.boundaries import Span
from reader.text.pieces import LONGEST_QUERY_CP
from reader.ui.action_set import Actions
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.panels.found_model import Heading, HitRow
from reader.ui.panels.search import SearchPanel
from reader.ui.seeker import Found, Seeker

_SETTLES_MS = 700


class SearchController(QObject):
    """Ties the search panel to the library and to the page.

    The panel takes the place of the list of articles while a person searches; the
    page shows all hits of the article on it.
    """

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._articles = articles
        self._seeker = Seeker(library.store, self)
        self._has_hits = False
        self.panel = SearchPanel(library.tags(), language)
        window.dock("searchDock").setWidget(self.panel)
        self.panel.changed.connect(self._search)
        self.panel.more_wanted.connect(self._seeker.read_on)
        self.panel.hit_chosen.connect(self._go_to)
        self.panel.closed.connect(self.leave)
        self._seeker.found.connect(self._show)
        self._seeker.failed.connect(self._complain)
        # What is saved in a burst, as an import of many, is sought anew once.
        self._settled = QTimer(self, interval=_SETTLES_MS, singleShot=True)
        self._settled.timeout.connect(self._search)
        library.articles_changed.connect(self._settle)
        articles.shown.connect(self._follow_article)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"search_library": self.open}

    def take(self, _actions: Actions) -> None:
        """Follow the panel's own cross."""
        self._window.dock("searchDock").visibilityChanged.connect(self._follow_dock)

    def open(self) -> None:
        """Show the panel and seek the selected words, or else what was sought last."""
        words = ""
        if self._articles.revision is not None:
            start_cp, end_cp = self._page.selection()
            words = self._articles.revision.text[start_cp:end_cp]
        if len(words) > LONGEST_QUERY_CP or "\n" in words:
            words = ""
        self._window.put_search(shown=True)
        self.panel.open(words)

    def leave(self) -> None:
        """Give the place back to the list of articles, and the keyboard to the page."""
        self._forget_hits()
        self._window.put_search(shown=False)
        self._page.setFocus()

    def close(self) -> None:
        """Leave the panel as it is met at the next start, and end the search."""
        self._window.put_search(shown=False)
        self._settled.stop()
        self._seeker.close()

    def _search(self) -> None:
        query = self.panel.query()
        if query.is_empty and not query.unread:
            self._seeker.stop()
            self.panel.clear()
            return
        self._seeker.start(query)

    def _settle(self) -> None:
        if not self._window.dock("searchDock").isHidden():
            self._settled.start()

    def _show(self, found: Found) -> None:
        self.panel.show_found(found)

    def _complain(self, error: ReaderError) -> None:
        self._window.notices.complain(error)

    def _go_to(self, row: HitRow | Heading) -> None:
        """Show a hit on the page: its article, all that was found in it, the hit selected."""
        found = row.found
        if found is None:
            return
        number = row.number if isinstance(row, HitRow) else 0
        try:
            self._open(found)
        except ReaderError as error:  # somebody has deleted the article meanwhile
            self._window.notices.complain(error)
            return
        revision = self._articles.revision
        if revision is None or revision.uid != found.revision_uid:
            self._search()  # the text is another one by now
            return
        start_cp, end_cp = found.hits[number].place
        spans = [hit.place for hit in found.hits if hit.field == TEXT]
        place = (start_cp, end_cp)
        self._page.set_hits(spans, spans.index(place) if place in spans else None)
        self._has_hits = True
        self._page.scroll_to(end_cp)
        self._page.setFocus()
        self._page.select(*_selected(place, is_text=found.hits[number].field == TEXT))

    def _open(self, found: FoundArticle) -> None:
        article = self._articles.article
        if article is None or article.uid != found.article.uid:
            self._articles.show(found.article.uid)

    def _follow_article(self, article: Article, _revision: Revision) -> None:
        self._forget_hits()
        self.panel.show_current(article.uid)

    def _forget_hits(self) -> None:
        if self._has_hits:
            self._has_hits = False
            self._page.set_hits(())

    def _follow_dock(self) -> None:
        """Give the place back when the panel was hidden by its cross."""
        if self._window.dock("searchDock").isHidden():
            self._forget_hits()
            self._window.put_search(shown=False)


def _selected(place: Span, *, is_text: bool) -> Span:
    """Return what is selected: words of the text whole, of all else only where it stands."""
    return place if is_text else (place[0], place[0])
