"""Articles that come again: which text is shown, and what changed since it was read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.model.article import Article, ImportedArticle, Revision
from reader.model.change import Change
from reader.model.identity import new_uid
from reader.progress import Progress
from reader.text.revising import Held, Revised, revise
from reader.ui.controllers.articles import ArticleController
from reader.ui.controllers.importing import ImportController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.page.view import PageView
from reader.ui.panels.prose import flat
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.storage.bringing import Again

Told = Callable[[Revised, Change | None], object]


class RevisionController(QObject):
    """Shows another text of an article, and two of them side by side.

    It is made before the shelves, which note at each opening what is read now.
    """

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        importing: ImportController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._importing = importing
        self._language = settings.language()
        # By article: the text that was read before the one on show.
        self._read: dict[str, str] = {}
        self._here = ""  # the uid of the article on the page
        importing.came_again.connect(self._take_again)
        articles.shown.connect(self._tell_changed)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"what_changed": self.show_changes, "revisions": self.show_revisions}

    def show_changes(self) -> None:
        """Show what changed since the article was read last, else since its revision before."""
        article, revision = self._articles.article, self._articles.revision
        if article is None or revision is None:
            return
        lines = self._library.store.revisions(article.uid)
        if len(lines) == 1:
            words = self.tr("This text has not changed: it was imported once.")
            self._window.notices.tell(words)
            return
        at = next(place for place, one in enumerate(lines) if one.uid == revision.uid)
        before = self._read.get(article.uid) or lines[at - 1 if at else 1].uid
        self._open(article, before, revision.uid)

    def show_revisions(self) -> None:
        """List the revisions of the article on the page; the one on show can be read."""
        article, revision = self._articles.article, self._articles.revision
        if article is not None and revision is not None:
            self._open(article, revision.uid, revision.uid)

    def show_text(self, article_uid: str, revision_uid: str, told: Told) -> None:
        """Let an article show one of its texts; its annotations are followed in a thread."""
        try:
            article = self._library.article(article_uid)
            shown = self._library.store.revision_by_uid(revision_uid)
            held = self._library.followed(article_uid)
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._window.tasks.run(
            self.tr("Following the annotations"),
            partial(_revised, article, shown, held),
            partial(self._take_revised, self._library.moment, article_uid, revision_uid, told),
        )

    def _take_revised(
        self, moment: int, article_uid: str, revision_uid: str, told: Told, revised: Revised
    ) -> None:
        """Carry out what a thread has found, unless something happened meanwhile."""
        if moment != self._library.moment:
            self.show_text(article_uid, revision_uid, told)
            return
        try:
            change = self._library.act("revise", revised.edits)
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        told(revised, change)

    # Imported again ---------------------------------------------------------------

    def _take_again(self, came: Sequence["Again"]) -> None:
        """Show the texts that came, and say what that did."""
        known = [one for one in came if one.is_shown]
        new = [one for one in came if not one.is_shown]
        if len(came) == 1:
            self._show_one(came[0])
            return
        for one in new:
            self.show_text(one.article.uid, one.revision.uid, _say_nothing)
        words = self.tr("%Ln article(s) came again with another text.", "", len(new))
        also = self.tr("%Ln article(s) were there already.", "", len(known))
        told = [words] * bool(new) + [also] * bool(known)
        self._window.notices.tell("\n".join(told), lasting=True)

    def _show_one(self, came: "Again") -> None:
        here = self._articles.article
        if here is not None and here.uid == came.article.uid:
            self._take_one(came)
        else:
            self._articles.show(came.article.uid, then=partial(self._take_one, came))

    def _take_one(self, came: "Again") -> None:
        if came.is_shown:
            words = self.tr("“%1” is in the library already, with this very text.")
            apart = Choice(self.tr("Add it all the same"), partial(self._add, came.imported))
            told = words.replace("%1", flat(came.article.title))
            self._window.notices.tell(told, apart, lasting=True)
        else:
            self.show_text(came.article.uid, came.revision.uid, partial(self._tell_one, came))

    def _tell_one(self, came: "Again", revised: Revised, change: Change | None) -> None:
        self._window.notices.tell(
            self._told(came, revised),
            Choice(self.tr("What changed"), self.show_changes),
            Choice(self.tr("Keep as an article of its own"), partial(self._part, came, change)),
            lasting=True,
        )

    def _told(self, came: "Again", revised: Revised) -> str:
        number = self._window.locale().toString(came.revision.number)
        words = self.tr("Revision %1 of “%2”: %3")
        counts = (
            (self.tr("%Ln annotation(s) stayed", "", revised.stayed), revised.stayed),
            (self.tr("%Ln moved", "", revised.moved), revised.moved),
            (self.tr("%Ln to look at", "", revised.uncertain), revised.uncertain),
            (self.tr("%Ln lost", "", revised.lost), revised.lost),
            (self.tr("%Ln found again", "", revised.found_again), revised.found_again),
        )
        parts = [self.tr("%Ln place(s) changed", "", came.places)]
        parts += [told for told, count in counts if count]
        said = self.tr("; ").join(parts)
        return (
            words.replace("%1", number).replace("%2", flat(came.article.title)).replace("%3", said)
        )

    def _part(self, came: "Again", change: Change | None) -> None:
        """Take the revision back, and add what came as an article of its own."""
        self._window.notices.dismiss()
        try:
            if change is not None:
                self._library.carry_out(self._library.reversing(change, "undo"))
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._add(came.imported)

    def _add(self, imported: ImportedArticle) -> None:
        self._window.notices.dismiss()
        article = replace(imported.article, uid=new_uid())
        text = replace(imported.revision, uid=new_uid(), article_uid=article.uid)
        self._importing.import_as_new(replace(imported, article=article, revision=text))

    # Reading --------------------------------------------------------------------------

    def _tell_changed(self, article: Article, revision: Revision) -> None:
        """Tell that the text is another than the one that was read; then it is the one read."""
        reading = self._articles.reading
        if reading is not None and reading.revision_uid != revision.uid:
            self._read[article.uid] = reading.revision_uid
            if article.uid != self._here:  # else it changed under the reader's eyes
                self._window.notices.tell(
                    self.tr("This text has changed since you read it."),
                    Choice(self.tr("What changed"), self.show_changes),
                )
        self._here = article.uid

    def _open(self, article: Article, old_uid: str, new_uid: str) -> None:
        from reader.ui.dialogs.difference import DifferenceDialog  # noqa: PLC0415 - when needed

        dialog = DifferenceDialog(
            self._library.store,
            article,
            self._window.tasks,
            self._page.look,
            self._language,
            self._window,
        )
        dialog.show_wanted.connect(partial(self._show_wanted, article.uid))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.compare(old_uid, new_uid)

    def _show_wanted(self, article_uid: str, revision_uid: str) -> None:
        self.show_text(article_uid, revision_uid, _say_nothing)


def _revised(article: Article, shown: Revision, held: Held, progress: Progress) -> Revised:
    return revise(article, shown, held, progress)


def _say_nothing(_revised: Revised, _change: Change | None) -> None:
    pass
