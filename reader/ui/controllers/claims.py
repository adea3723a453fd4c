"""The claims of all articles: read, kept true, chosen and opened."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.errors import UnknownArticle
from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.change import Change, Edit, Record
from reader.model.claim import Evidence, Ruling
from reader.model.claim_line import ClaimLine, claim_line
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.desk.claims_view import ClaimsView
from reader.ui.library import Library
from reader.ui.main_window import MainWindow


class ClaimsController(QObject):
    """Ties the view of claims to the library, the details and the page."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._annotations = annotations
        self._language: Language = language
        self._view: ClaimsView | None = None
        self._is_stale = False
        window.views.add("claims", self.tr("Claims"), self._build, ("detailsDock",))
        window.views.shown.connect(self._follow_view)
        library.changed.connect(self._follow)
        library.articles_changed.connect(self._grow_stale)

    def _build(self) -> QWidget:
        self._view = ClaimsView(self._library, self._language)
        self._view.claim_chosen.connect(self._annotations.open_here)
        self._view.claim_opened.connect(self._open)
        self._read()
        return self._view

    def _read(self) -> None:
        """Read all claims in a thread; what happens meanwhile is laid over them."""
        self._is_stale = False
        moment = self._library.moment
        self._window.tasks.run(
            self.tr("Reading the claims"),
            self._library.store.claim_lines,
            partial(self._take, moment),
        )

    def _take(self, moment: int, lines: list[ClaimLine]) -> None:
        if self._view is None:
            return
        if moment != self._library.moment:
            self._read()
            return
        self._view.show_lines(lines)
        self._merge(_claims_of(self._library.waiting()))

    def _follow_view(self, key: str) -> None:
        if key == "claims" and self._view is not None:
            if self._is_stale:
                self._read()
            if self._view.current_uid():
                self._annotations.open_here(self._view.current_uid())
        elif key == "page":
            self._annotations.follow_page()

    def _grow_stale(self) -> None:
        """Read all claims again: now, or when they are looked at."""
        self._is_stale = True
        if self._view is not None and self._window.views.current == "claims":
            self._read()

    def _open(self, uid: str) -> None:
        """Show a claim in its article."""
        annotation = self._library.annotation(uid)
        if annotation is None:
            return
        self._window.views.show_page()
        here = self._articles.revision
        if here is not None and here.uid == annotation.revision_uid:
            self._annotations.open(uid)
            return
        revision = self._library.store.revision_by_uid(annotation.revision_uid)
        self._articles.show(revision.article_uid, then=partial(self._annotations.open, uid))

    def _follow(self, change: Change) -> None:
        """Bring the claims that a change has touched to what they are now."""
        if change.is_large:
            self._grow_stale()
        elif self._view is not None:
            self._merge(_claims_of(change.edits))

    def _merge(self, uids: set[str]) -> None:
        if self._view is None or not uids:
            return
        lines = [line for line in map(self._line, uids) if line is not None]
        self._view.merge(lines, uids - {one.uid for one in lines})

    def _line(self, uid: str) -> ClaimLine | None:
        entry = self._library.entry(uid)
        if entry is None or entry.annotation.tag != "claim":
            return None
        text = self._library.store.revision_by_uid(entry.annotation.revision_uid)
        try:
            article = self._library.article(text.article_uid)
        except UnknownArticle:
            return None
        return claim_line(entry, article) if article.deleted_at is None else None


def _claims_of(edits: Iterable[Edit]) -> set[str]:
    """Return the uids of the claims, or of other annotations, that edits touch."""
    records = (record for one in edits for record in (one.before, one.after))
    return {uid for record in records if (uid := _annotation_of(record))}


def _annotation_of(record: Record | None) -> str:
    if isinstance(record, Annotation):
        return record.uid
    return record.annotation_uid if isinstance(record, Ruling | Evidence) else ""
