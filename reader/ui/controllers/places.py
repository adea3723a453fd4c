"""Annotations whose place is not certain, or lost: a person says where they belong."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.model.anchors import LOST, UNCERTAIN
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.change import Change, edit
from reader.model.identity import now
from reader.text.anchoring import moved
from reader.text.revising import lost, placed
from reader.ui.action_set import Actions
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.panels.prose import flat
from reader.ui.place_bar import PlaceBar

_ACTS = ("confirm_place", "reattach_place", "lose_place", "next_uncertain")


class PlaceController(QObject):
    """Shows the bar for the annotation at hand, and does what a person decides."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._annotations = annotations
        self._actions: Actions | None = None
        self._uid = ""
        self.bar = PlaceBar(window)
        window.put_below_page(self.bar)
        annotations.opened.connect(self._ask)
        library.changed.connect(self._follow)
        articles.shown.connect(self._begin_anew)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "confirm_place": self.confirm,
            "reattach_place": self.reattach,
            "lose_place": self.lose,
            "next_uncertain": self.go_on,
        }

    def take(self, actions: Actions) -> None:
        """Take over the actions."""
        self._actions = actions
        self.bar.take([actions[key] for key in _ACTS])
        self._ask("")

    def confirm(self) -> None:
        """Let an annotation stay where it was found, and go on to the next."""
        one = self._asked()
        if one is not None and one.anchor == UNCERTAIN:
            text = self._library.store.revision_by_uid(one.revision_uid).text
            self._settle(one, moved(one, text, one.start_cp, one.end_cp), "reattach")
            self.go_on()

    def reattach(self) -> None:
        """Tie an annotation to the selected words."""
        one, shown = self._asked(), self._articles.revision
        start_cp, end_cp = self._page.selection()
        if one is None or shown is None:
            return
        if start_cp == end_cp:
            self._window.notices.tell(self.tr("Select its words on the page first."))
            return
        there = replace(placed(one, shown, start_cp, end_cp), updated_at=now())
        self._page.select(end_cp, end_cp, scroll=False)
        self._settle(one, there, "reattach")
        self._annotations.open_here(one.uid)

    def lose(self) -> None:
        """Put an annotation among the lost, with the words that it had."""
        one = self._asked()
        if one is None or one.anchor != UNCERTAIN:
            return
        certain = self._library.certain(one.uid)
        if certain is None or certain.revision_uid == one.revision_uid:
            self._window.notices.tell(self.tr("Nobody knows the words that it had."))
            return
        self._settle(one, lost(one, certain), "lose")
        self.go_on()

    def go_on(self) -> None:
        """Go to the next annotation that waits: in reading order, then through the lost."""
        article = self._articles.article
        if article is None:
            return
        waiting = [one.uid for one in self._page.annotations() if one.anchor == UNCERTAIN]
        waiting += [one.uid for one in self._library.lost(article.uid)]
        if not waiting:
            self._ask("")
            self._window.notices.tell(self.tr("No annotation waits to be looked at."))
            return
        at = waiting.index(self._uid) + 1 if self._uid in waiting else self._place_of(waiting)
        self._annotations.open(waiting[at % len(waiting)])

    def _place_of(self, waiting: list[str]) -> int:
        """Return the first of those that wait behind the caret; 0 for none."""
        caret = self._page.caret()
        for at, uid in enumerate(waiting):
            one = self._page.annotation(uid)
            if one is not None and one.start_cp >= caret:
                return at
        return 0

    def _settle(self, before: Annotation, after: Annotation, act: str) -> None:
        try:
            self._library.act(act, (edit(before, after),))
        except ReaderError as error:
            self._window.notices.complain(error)

    def _asked(self) -> Annotation | None:
        return self._library.annotation(self._uid) if self._uid else None

    def _ask(self, uid: str) -> None:
        """Show the bar for an annotation whose place is not certain, or hide it."""
        one = self._library.annotation(uid) if uid else None
        self._uid = uid if one is not None and one.anchor in (UNCERTAIN, LOST) else ""
        if self._actions is not None:
            is_unsure = bool(self._uid) and one is not None and one.anchor == UNCERTAIN
            self._actions["confirm_place"].setEnabled(is_unsure)
            self._actions["lose_place"].setEnabled(is_unsure)
            self._actions["reattach_place"].setEnabled(bool(self._uid))
        if one is None or not self._uid:
            self.bar.hide()
            return
        if one.anchor == LOST:
            hint = self.tr("Select its words on the page, then tie it to them.")
            self.bar.ask(self.tr("Lost its place"), hint, flat(one.exact))
            return
        certain = self._library.certain(uid)
        hint = self.tr("The text has changed here. Are these the words? They were:")
        self.bar.ask(self.tr("Uncertain"), hint, flat(certain.exact if certain else one.exact))

    def _follow(self, change: Change) -> None:
        if any(one.uid == self._uid for one in change.edits):
            self._ask(self._uid)

    def _begin_anew(self, _article: Article, _revision: Revision) -> None:
        self._ask("")
