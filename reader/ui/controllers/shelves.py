"""What is done with articles: the list, the details, the trash, and what was read when."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.model.article import Article, Reading, Revision
from reader.model.change import Change
from reader.model.collection import Shelves
from reader.ui.controllers.articles import ArticleController
from reader.ui.dialogs.erase import EraseDialog
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.details import DetailsPanel

if TYPE_CHECKING:
    from reader.storage.store import Store


class ShelfController(QObject):
    """Ties the panel of articles to the page, the details and the library."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        panel: ArticlesPanel,
        details: DetailsPanel,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._panel = panel
        self._details = details
        self._left: Callable[[], None] | None = None  # notes where the last article was left
        panel.article_chosen.connect(articles.show)
        panel.details_wanted.connect(self.edit_details)
        panel.erase_wanted.connect(self.erase)
        panel.left_empty.connect(articles.show_nothing)
        details.article_chosen.connect(articles.show)
        articles.shown.connect(self._mark_opened)
        articles.tell_later(self._note_opening)
        articles.left.connect(self._note_place)
        articles.cleared.connect(self._mark_nothing)
        articles.kept.connect(panel.show_current)
        library.changed.connect(self._follow)
        library.articles_changed.connect(self._leave_what_is_gone)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "next_article": partial(self._step, 1),
            "previous_article": partial(self._step, -1),
            "article_details": self.edit_current,
            "trash_article": self.trash_current,
            "new_collection": self._make_collection,
        }

    def edit_details(self, uid: str) -> None:
        """Open an article, and go to its title in the details."""
        if self._articles.article is None or self._articles.article.uid != uid:
            self._articles.show(uid)
        self.edit_current()

    def edit_current(self) -> None:
        """Go to the title of the article on the page."""
        if self._articles.article is not None:
            self._articles.leave_annotation()
            self._window.dock("detailsDock").show()
            self._details.focus_article()

    def trash_current(self) -> None:
        """Put the article on the page into the trash."""
        self._panel.trash_open()

    def erase(self, uids: list[str]) -> None:
        """Delete articles for good, after a person has agreed."""
        agreed, copies = EraseDialog.ask(
            len(uids), self._library.store.copies_beside(), self._window
        )
        if agreed:
            me, session = self._library.annotator.uid, self._library.session_uid
            job = partial(self._library.store.erase, uids, me, session, copies=copies)
            self._library.run(job, self._erased)

    def _erased(self, future: "Future[Any]") -> None:
        try:
            gone = future.result()
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._library.forget_erased()
        if gone:
            self._window.notices.tell(self.tr("%Ln article(s) deleted for good.", "", len(gone)))

    def close(self) -> None:
        """Note where the article on the page is left, and the one before it if it was not yet."""
        self._note_left()
        article, revision = self._articles.article, self._articles.revision
        if article is not None and revision is not None:
            self._note(article, revision, self._articles.top_position())

    def _step(self, by: int, *_: object) -> None:
        self._panel.step(by)

    def _make_collection(self) -> None:
        self._window.dock("articlesDock").show()
        self._panel.new_collection()

    # Readings -----------------------------------------------------------------

    def _mark_opened(self, article: Article, _revision: Revision) -> None:
        self._panel.show_current(article)

    def _note_opening(self, article: Article, revision: Revision) -> None:
        self._note_left()
        self._note(article, revision, self._articles.top_position())

    def _mark_nothing(self) -> None:
        self._note_left()
        self._panel.show_current(None)

    def _note_place(self, article: Article, revision: Revision, top_cp: int) -> None:
        # It is noted with the opening of the next one: saving would hold up its painting.
        self._note_left()
        self._left = partial(self._note, article, revision, top_cp)

    def _note_left(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            left()

    def _note(self, article: Article, revision: Revision, top_cp: int) -> None:
        if self._library.store.read_only:
            return
        reading = Reading(
            article_uid=article.uid,
            annotator_uid=self._library.annotator.uid,
            revision_uid=revision.uid,
            top_cp=top_cp,
        )
        self._library.note(partial(_noted, self._library.store, reading), self._follow_reading)

    def _follow_reading(self, future: "Future[Any]") -> None:
        """Let the shelves follow; a place that could not be kept is no loss to tell of."""
        if future.exception() is None and future.result() is not None:
            self._panel.follow_shelves(future.result())

    # Following ----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        shown = self._articles.article
        for one in change.edits:
            if shown is not None and isinstance(one.after, Article) and one.uid == shown.uid:
                self._articles.follow(one.after)

    def _leave_what_is_gone(self) -> None:
        shown = self._articles.article
        if shown is not None and self._library.record("article", shown.uid) is None:
            self._articles.show_nothing()


def _noted(store: "Store", reading: Reading) -> Shelves | None:
    """Keep a reading; return the shelves where it is the first of its article, which they count."""
    is_first = store.reading(reading.article_uid, reading.annotator_uid) is None
    store.note_reading(reading)
    return store.shelves(reading.annotator_uid) if is_first else None
