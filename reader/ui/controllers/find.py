"""Finding words in the article on the page, and tagging them all."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from reader.errors import ReaderError
from reader.label import Language
from reader.model.change import Change
from reader.text.boundaries import Span
from reader.text.pieces import LONGEST_QUERY_CP
from reader.ui.action_set import Actions
from reader.ui.controllers.articles import ArticleController
from reader.ui.find_bar import FindBar
from reader.ui.finder import Finder
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView


class FindController(QObject):
    """Ties the find bar to the page.

    While a person types, the current hit is the first one from where the caret
    stood; from then on the steps go from hit to hit, and round at the ends.
    """

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        acts: LargeActs,
        articles: ArticleController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._acts = acts
        self._articles = articles
        self._finder = Finder(self)
        self._current: int | None = None
        self._from_cp = 0
        self._caret = 0  # where the last step has put it
        self.bar = FindBar(library.tags(), language, window)
        window.put_below_page(self.bar)
        self.bar.changed.connect(self._search)
        self.bar.next_wanted.connect(self.go_on)
        self.bar.previous_wanted.connect(self.go_back)
        self.bar.closed.connect(self.close)
        self.bar.annotate_wanted.connect(self.annotate_all)
        # The page keeps Esc for itself while it has a selection to give up.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.close)
        self._finder.grown.connect(self._follow)
        articles.shown.connect(self._follow_article)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"find": self.open, "find_next": self.go_on, "find_previous": self.go_back}

    def take(self, actions: Actions) -> None:
        """Show the steps in the bar."""
        self.bar.take(actions["find_previous"], actions["find_next"])

    def open(self) -> None:
        """Open the bar and seek the selected words, or else what was sought last."""
        revision = self._articles.revision
        if revision is None:
            return
        start_cp, end_cp = self._page.selection()
        words = revision.text[start_cp:end_cp]
        if len(words) > LONGEST_QUERY_CP or "\n" in words:
            words = ""
        self._from_cp = start_cp
        self._finder.look_in(revision.text)
        self._escape.setEnabled(True)
        self.bar.open(words)
        self._search()

    def close(self) -> None:
        """Close the bar; the hit that was come to stays selected on the page."""
        hit = self._current_hit()
        self._finder.stop()
        self._current = None
        self._escape.setEnabled(False)
        self.bar.hide()
        self._page.set_hits(())
        if hit is not None:
            self._page.select(*hit)
        self._page.setFocus()

    def go_on(self) -> None:
        """Go to the next hit, from the last on to the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the hit before, from the first on to the last."""
        self._step(-1)

    def annotate_all(self, tag: str) -> None:
        """Tag every hit, as one act, and say how many there were."""
        revision = self._articles.revision
        if revision is None or self._finder.is_running:
            return
        self._articles.filler.finish()
        try:
            self._acts.annotate_all(revision, self._finder.hits, tag, self._tell_annotated)
        except ReaderError as error:
            self._window.notices.complain(error)

    def _tell_annotated(self, change: Change | None) -> None:
        count = len(change.edits) if change is not None else 0
        said = self.tr("%Ln annotation(s) added", "", count)
        self.bar.say(said)
        self._window.status_place.setText(said)

    def _search(self) -> None:
        """Begin anew with what the bar asks for."""
        self._current = None
        self.bar.say("")
        self._finder.start(self.bar.query())

    def _follow(self) -> None:
        """Show what has been found so far."""
        if self.bar.isHidden():
            return
        if self._current is None:
            self._come_to(self._first_hit())
        else:
            self._show()

    def _follow_article(self, *_: object) -> None:
        """Seek the same words in another article."""
        revision = self._articles.revision
        self._from_cp = 0
        if revision is not None and not self.bar.isHidden():
            self._finder.look_in(revision.text)
            self._search()

    def _first_hit(self) -> int | None:
        """Return the first hit from where the search began; the first of all if it is through."""
        hits = self._finder.hits
        at = _first_from(hits, self._from_cp)
        if at < len(hits):
            return at
        return 0 if hits and not self._finder.is_running else None

    def _step(self, step: int) -> None:
        if self.bar.isHidden():
            self.open()
            return
        hits = self._finder.hits
        if not hits:
            return
        at, wrapped = self._stepped(step)
        if wrapped and self._finder.is_running:
            return
        said = ""
        if wrapped and step > 0:
            said = self.tr("Went on from the beginning")
        elif wrapped:
            said = self.tr("Went on from the end")
        self._come_to(at)
        self.bar.say(said)

    def _stepped(self, step: int) -> tuple[int, bool]:
        """Return the hit one step on, and whether the way led round the end of the text.

        Where the caret has left the current hit, the way begins at the caret.
        """
        count = len(self._finder.hits)
        caret = self._page.caret()
        if self._current is not None and caret == self._caret:
            at = self._current + step
        else:
            at = _first_from(self._finder.hits, caret) - (1 if step < 0 else 0)
        return at % count, not 0 <= at < count

    def _come_to(self, at: int | None) -> None:
        """Make a hit the current one and bring it in view."""
        self._current = at
        hit = self._current_hit()
        if hit is not None:
            self._from_cp = hit[0]
            self._page.scroll_to(hit[1])
            self._page.select(hit[0], hit[0])
            self._caret = self._page.caret()
        self._show()

    def _current_hit(self) -> Span | None:
        hits = self._finder.hits
        return None if self._current is None or not hits else hits[self._current]

    def _show(self) -> None:
        """Draw the hits and say how many they are."""
        finder = self._finder
        self._page.set_hits(finder.hits, self._current)
        self.bar.set_can_annotate(can=bool(finder.hits) and not finder.is_running)
        if not finder.hits:
            missing = bool(self.bar.query().needle.strip()) and not finder.is_running
            self.bar.show_count(self.tr("No hits") if missing else "", missing=missing)
            return
        place = 0 if self._current is None else self._current + 1
        more = "…" if finder.is_running else "+" if finder.is_cut else ""
        words = self.tr("%1 of %2")
        number = self._window.locale().toString
        words = words.replace("%1", number(place)).replace("%2", number(len(finder.hits)) + more)
        self.bar.show_count(words)


def _first_from(hits: list[Span], cp: int) -> int:
    """Return the index of the first hit that does not begin before a position."""
    return bisect_left(hits, (cp,))
