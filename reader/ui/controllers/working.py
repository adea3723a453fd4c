"""What makes the work fast: the queues, going back and forward, templates, many at once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Language
from reader.model.queue import QUEUES, Queue
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView

_LONGEST = 200  # places that are kept
_QUEUE = "queue"  # the topic of a notice


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place where one was: an article, and an annotation in it, "" for none."""

    article_uid: str
    uid: str


class WorkingController(QObject):
    """Goes to what waits, and back where one was."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._annotations = annotations
        self._language: Language = language
        self._stops: list[_Stop] = []
        self._at = -1
        self._is_going = False
        annotations.opened.connect(self._note)
        articles.tell_later(self._note_article)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        queues = {f"queue_{one.key}": partial(self._go_on, one) for one in QUEUES}
        return {**queues, "go_back": self.go_back, "go_forward": self.go_forward}

    def go_back(self) -> None:
        """Go to where one was before."""
        self._go(-1)

    def go_forward(self) -> None:
        """Go to where one was before going back."""
        self._go(1)

    def open(self, uid: str) -> None:
        """Go to an annotation, in whichever article it is."""
        one, here = self._library.annotation(uid), self._articles.revision
        if one is None:
            return
        if here is not None and here.uid == one.revision_uid:
            self._annotations.open(uid)
        else:
            revision = self._library.store.revision_by_uid(one.revision_uid)
            self._show(revision.article_uid, uid)

    def _go_on(self, queue: Queue, *_: object) -> None:
        """Go to the next that waits in a queue."""
        if not self._library.flush():
            return
        uid = self._library.store.next_in_queue(queue.key, self._here())
        if uid is None:
            self._window.notices.tell(queue.empty.text(self._language), topic=_QUEUE)
            return
        if self._window.notices.topic == _QUEUE:
            self._window.notices.dismiss()  # it spoke of another queue
        self._window.views.show_page()
        self.open(uid)

    def _here(self) -> tuple[int, int, str] | None:
        article = self._articles.article
        if article is None:
            return None
        current = self._page.current()
        one = self._library.annotation(current) if current else None
        if one is not None:
            return article.id, one.start_cp, one.uid
        return article.id, self._page.caret() - 1, ""

    def _go(self, step: int) -> None:
        """Go along the places, over those that are gone."""
        at = self._at + step
        while 0 <= at < len(self._stops):
            stop = self._stops[at]
            if self._is_there(stop):
                self._at = at
                self._return_to(stop)
                return
            at += step

    def _is_there(self, stop: _Stop) -> bool:
        if stop.uid:
            return self._library.annotation(stop.uid) is not None
        try:
            return self._library.article(stop.article_uid).deleted_at is None
        except ReaderError:
            return False

    def _return_to(self, stop: _Stop) -> None:
        here = self._articles.article
        self._window.views.show_page()
        if here is not None and here.uid == stop.article_uid:
            if stop.uid:
                self._is_going = True
                self._annotations.open(stop.uid)
                self._is_going = False
        else:
            self._show(stop.article_uid, stop.uid)

    def _show(self, article_uid: str, uid: str) -> None:
        self._is_going = True
        self._articles.show(article_uid, then=partial(self._arrive, uid))

    def _arrive(self, uid: str) -> None:
        if uid:
            self._annotations.open(uid)
        self._is_going = False
        self._note(uid)

    def _note_article(self, *_: object) -> None:
        self._note("")

    def _note(self, uid: str) -> None:
        """Keep where one has come to; what was ahead is no longer."""
        article = self._articles.article
        if article is None or self._is_going:
            return
        stop = _Stop(article.uid, uid)
        if self._stops and self._stops[self._at] == stop:
            return
        if not uid and self._stops and self._stops[self._at].article_uid == article.uid:
            return  # nothing is chosen: one is still there
        self._stops[self._at + 1 :] = [stop]
        self._stops = self._stops[-_LONGEST:]
        self._at = len(self._stops) - 1
