"""Which article is on the page."""

from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.model.article import Article, Reading, Revision
from reader.model.change import Change
from reader.text.following import place_of
from reader.ui.controllers.filling import Filler
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.newest import Newest
from reader.ui.opening import Contents, blocks_of, contents_of, opens_at_once
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.tasks import Task

Follower = Callable[[Article, Revision], object]


class ArticleController(QObject):
    """Shows articles.

    `shown` carries the article and its text, now on the page, and `told` the same once
    everybody beside the page knows; `kept` the one that stays there, None for none,
    because another was not opened after all. `left` carries those that were on it before,
    and where the reader was, in code points; `cleared` tells that no article is on the page.
    """

    shown = Signal(object, object)
    told = Signal(object, object)
    kept = Signal(object)
    left = Signal(object, object, int)
    cleared = Signal()

    def __init__(
        self, window: MainWindow, page: PageView, library: Library, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._settings = settings
        self.filler = Filler(window, page, library)
        self._followers: list[Follower] = []
        self._telling = Newest(self)
        # Nobody is told of what was read before being told of the article.
        self.filler.filled.connect(self.finish)
        self.filler.gave_up.connect(self.finish)
        self._opening: Task | None = None
        self._wanted = ""  # the uid of the article that is being opened
        self._article: Article | None = None
        self._revision: Revision | None = None
        self._reading: Reading | None = None
        library.article_added.connect(self._show_added)
        library.changed.connect(self._follow)

    @property
    def article(self) -> Article | None:
        """Return the article on the page."""
        return self._article

    @property
    def revision(self) -> Revision | None:
        """Return the text on the page."""
        return self._revision

    @property
    def reading(self) -> Reading | None:
        """Return where the reader was with the article on the page when it was opened, or None."""
        return self._reading

    def close(self) -> None:
        """Remember where the reader was."""
        self._telling.drop()
        if self._article is not None:
            self._settings.set("session/article", self._article.uid)
            self._settings.set("session/top_cp", self._page.top_position())

    def tell_later(self, follower: Follower) -> None:
        """Tell a follower what `shown` told in a turn of its own, after those that came before.

        For those that show it beside the page: they are told of what is on it by then.
        """
        self._followers.append(follower)

    def finish(self, *_: object) -> None:
        """Tell at once those who were not told yet what is on the page."""
        self._telling.finish()

    def show(
        self, article_uid: str, top_cp: int = 0, then: Callable[[], object] | None = None
    ) -> None:
        """Put an article on the page, from `top_cp` on, and then do `then`.

        A long one is read in a thread, and the former stays until it is there. Raises
        UnknownArticle, of an ordinary one.
        """
        self._give_up_opening()
        store, me = self._library.store, self._library.annotator.uid
        if opens_at_once(store, article_uid):
            self._put(contents_of(store, article_uid, me, top_cp), then)
            return
        self._wanted = article_uid
        self._opening = self._window.tasks.run(
            self.tr("Opening the article"),
            partial(contents_of, store, article_uid, me, top_cp),
            partial(self._take, self._library.moment, top_cp, then),
            cancelled=self._stay,
            failed=self._stay_with,
        )

    def show_first(self, contents: Contents | None) -> None:
        """Go back to where the last session ended, with what was read for it."""
        if contents is not None:
            self._put(contents, None)

    def _take(
        self, moment: int, top_cp: int, then: Callable[[], object] | None, contents: Contents
    ) -> None:
        """Put what a thread has read on the page, unless it is out of date by now."""
        if contents.article.uid != self._wanted or self._opening is None:
            return  # another was asked for meanwhile
        if self._opening.is_cancelled:
            self._stay()
        elif moment != self._library.moment:
            self.show(contents.article.uid, top_cp, then)
        else:
            self._put(contents, then)

    def _put(self, contents: Contents, then: Callable[[], object] | None) -> None:
        """Show an article; the panels follow once its words can be seen."""
        # What is edited and not saved yet is shown too.
        article, revision = self._library.as_edited(contents.article), contents.revision
        blocks, self._opening = contents.blocks, None
        former, former_cp = (self._article, self._revision), self._page.top_position()
        if article.revision_number == revision.number:
            self._library.hold(revision.uid, contents.annotations, is_whole=contents.is_whole)
        else:  # another text is shown as soon as the act that waits is saved
            revision = self._library.revision(article.uid)
            blocks = blocks_of(article, revision)
            self._library.annotations(revision.uid)
        is_there = self._article is None and self._page.text() == revision.text
        self._article, self._revision, self._reading = article, revision, contents.reading
        self.filler.drop()
        if not is_there:  # as a first look shows it, and somebody may be reading already
            self._page.show_blocks(blocks)
        self._page.set_annotations(self._library.held(revision.uid))
        if contents.top_cp and not is_there:
            self._page.restore_top(contents.top_cp)
        self._entitle(article)
        self._page.viewport().repaint()
        self._tell_left(*former, former_cp)
        self.shown.emit(article, revision)
        self._telling.begin(self._told())
        if not contents.is_whole:
            self.filler.read(revision)
        if then is not None:
            then()

    def show_nothing(self) -> None:
        """Leave the page empty."""
        self._give_up_opening()
        self._tell_left(self._article, self._revision, self._page.top_position())
        self.filler.drop()
        self._telling.drop()
        self._article = self._revision = self._reading = None
        self._page.show_text("")
        self._window.setWindowTitle(self.tr("Hashiya"))
        self.cleared.emit()

    def follow(self, article: Article) -> None:
        """Take other values of the article on the page."""
        if self._article is None or self._article.uid != article.uid:
            return
        turned = article.language != self._article.language
        self._article = article
        self._entitle(article)
        if turned:
            self.show(article.uid, self._page.top_position())

    def top_position(self) -> int:
        """Return the first code point that is seen on the page."""
        return self._page.top_position()

    def leave_annotation(self) -> None:
        """Let no annotation be the current one."""
        self._page.set_current(None)

    def _told(self) -> Generator[None, None, None]:
        for follower in self._followers:
            if self._article is not None and self._revision is not None:
                follower(self._article, self._revision)
            yield
        self.told.emit(self._article, self._revision)

    def _tell_left(self, article: Article | None, revision: Revision | None, top_cp: int) -> None:
        if article is not None and revision is not None:
            self.left.emit(article, revision, top_cp)

    def _entitle(self, article: Article) -> None:
        self._window.setWindowTitle(f"{article.title} — {self.tr('Hashiya')}")

    def _give_up_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None

    def _stay(self) -> None:
        """Go on with the former article, unless another is being opened."""
        if self._opening is None or self._opening.is_cancelled:
            self._opening = None
            self.kept.emit(self._article)

    def _stay_with(self, error: ReaderError) -> None:
        self._window.notices.complain(error)
        self._opening = None
        self.kept.emit(self._article)

    def _follow(self, change: Change) -> None:
        """Put another text of the article on the page when it is the one on show now."""
        shown, revision = self._article, self._revision
        for one in change.edits:
            now = one.after
            if not isinstance(now, Article) or shown is None or revision is None:
                continue
            if now.uid == shown.uid and now.revision_number != revision.number:
                text = self._library.revision(now.uid)
                top_cp = place_of(revision.text, text.text, self._page.top_position())
                every, blocks = self._library.annotations(text.uid), blocks_of(now, text)
                reading = self._library.reading(now.uid)
                self._put(Contents(now, text, every, blocks, top_cp, reading=reading), None)

    def _show_added(self, article: Article) -> None:
        self.show(article.uid)
