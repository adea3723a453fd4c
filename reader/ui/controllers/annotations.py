"""What is done with annotations: on the page, in the list and in the details."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from reader.errors import ReaderError
from reader.model.annotation import Annotation
from reader.model.change import Change
from reader.ui.action_set import Actions
from reader.ui.controllers.articles import ArticleController
from reader.ui.controllers.copying import Copying
from reader.ui.controllers.listing import ListFiller
from reader.ui.controllers.margin import MarginController
from reader.ui.controllers.marking import Marking
from reader.ui.controllers.page_menu import page_menu
from reader.ui.controllers.telling import Telling
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.details import DetailsPanel
from reader.ui.settings import Settings
from reader.ui.views import PAGE


class AnnotationController(QObject):
    """Ties the page and the two annotation panels to the library.

    `opened` carries the uid that is current everywhere from now on, "" for none.
    """

    opened = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        acts: LargeActs,
        articles: ArticleController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._acts = acts
        self._articles = articles
        self._settings = settings
        self._actions: Actions | None = None
        self._list: AnnotationsPanel | None = None
        self._details: DetailsPanel | None = None
        self._margin: MarginController | None = None
        self._copying = Copying(page, library, articles, self)
        self._marking = Marking(page, library, self)
        self._telling = Telling(library, self)
        self._telling.told.connect(self.opened)
        self._marking.marked.connect(self._telling.tell)
        page.set_tags(library.tags())
        page.tag_requested.connect(self.apply_tag)
        page.annotation_clicked.connect(self.open_here)
        page.current_changed.connect(self._follow_page)
        page.ends_moved.connect(self.move_ends)
        page.selection_changed.connect(self._show_place)
        page.context_menu_requested.connect(self._show_menu)
        library.changed.connect(self._follow)
        library.save_state_changed.connect(self._mark_unsaved)
        articles.shown.connect(self._leave_current)
        articles.cleared.connect(self._article_left)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "repeat_tag": self.repeat_tag,
            "note": self.write_note,
            "edit_details": self.edit_details,
            "delete": self.delete,
            "cycle": self._page.cycle_overlaps,
            "next_annotation": self._next,
            "previous_annotation": self._previous,
            "select_all": self.select_all,
            "select_sentence": self._page.select_sentence,
            **self._copying.handlers(),
        }

    def take(
        self,
        actions: Actions,
        annotations: AnnotationsPanel,
        details: DetailsPanel,
        margin: MarginController,
    ) -> None:
        """Take over the actions, the panels and the margin."""
        self._actions = actions
        self._margin = margin
        self._list = annotations
        self._details = details
        self._marking.take(annotations)
        self._telling.take(annotations, details)
        self._listing = ListFiller(self._window, self._library, self._articles, annotations)
        self._listing.listed.connect(self._show_current)
        annotations.annotation_chosen.connect(self.open)
        annotations.delete_requested.connect(self._acts.delete)
        annotations.retag_requested.connect(self._acts.retag)
        annotations.status_requested.connect(self._acts.set_status)
        details.retag_requested.connect(self._library.retag)
        self._articles.tell_later(details.show_article)

    def precede(self, actions: Actions) -> None:
        """Come before whatever else actions do: they find the panels as the last act left them."""
        actions.precede(self._articles.finish)
        actions.precede(self._telling.finish)
        self._marking.precede(actions)

    def apply_tag(self, tag: str, *_: object) -> None:
        """Tag the selection; without one, retag the current annotation."""
        revision = self._articles.revision
        if revision is None:
            return
        start_cp, end_cp = self._page.selection()
        current = self._page.current()
        if start_cp < end_cp:
            try:
                self._marking.mark(revision, start_cp, end_cp, tag)
            except ReaderError as error:
                self._window.notices.complain(error)
                return
        elif current is not None:
            self._library.retag([current], tag)
        else:
            self._window.notices.tell(self.tr("Select words first, then press the tag's key."))
        self._settings.set("last_tag", tag)

    def repeat_tag(self) -> None:
        """Tag with the tag that was used last."""
        self.apply_tag(self._settings.get("last_tag"))

    def open(self, uid: str) -> None:
        """Make an annotation the current one, everywhere, and go to it on the page."""
        annotation, revision = self._library.annotation(uid), self._articles.revision
        if annotation is None:
            return
        if revision is not None and annotation.revision_uid == revision.uid:
            self._page.scroll_to(annotation.start_cp)
        self.open_here(uid)

    def open_anywhere(self, uid: str) -> None:
        """Open an annotation in whichever article it is; that article is shown first."""
        annotation, here = self._library.annotation(uid), self._articles.revision
        if annotation is None:
            return
        if here is not None and here.uid == annotation.revision_uid:
            self.open(uid)
            return
        revision = self._library.store.revision_by_uid(annotation.revision_uid)
        self._articles.show(revision.article_uid, then=partial(self.open, uid))

    def open_here(self, uid: str) -> None:
        """Make an annotation the current one where the reader is looking at it already."""
        if self._library.annotation(uid) is None:
            return
        self._page.set_current(uid if self._page.annotation(uid) else None)
        self._telling.tell(uid)

    def open_soon(self, uid: str) -> None:
        """Make an annotation current as `open_here` does; what tells of it follows."""
        if self._library.annotation(uid) is not None:
            self._page.set_current(uid if self._page.annotation(uid) else None)
            self._telling.tell_soon(uid)

    def follow_page(self) -> None:
        """Let the panels tell of what is current on the page, nothing else, in turns to come."""
        self._telling.tell_soon(self._page.current() or "")

    def _follow_page(self, uid: str) -> None:
        """Let the panels follow what the page has made current, or left."""
        if uid:
            self.open_here(uid)
        else:
            self._telling.tell("")

    def move_ends(self, uid: str, start_cp: int, end_cp: int) -> None:
        """Give an annotation other ends."""
        try:
            self._library.move_ends(uid, start_cp, end_cp)
        except ReaderError as error:
            self._window.notices.complain(error)

    def write_note(self) -> None:
        """Go to the current annotation's note, in the margin or else among the details."""
        current = self._page.current()
        if current is None or (self._margin is not None and self._margin.write(current)):
            return
        if self._details is not None:
            self._window.dock("detailsDock").show()
            self._details.focus_note()

    def current_uid(self) -> str:
        """Return what is current on the page, "" for nothing."""
        return self._page.current() or ""

    def edit_details(self) -> None:
        """Go to the current annotation's first field."""
        if self._details is not None and self._page.current() is not None:
            self._window.dock("detailsDock").show()
            self._details.focus_first()

    def delete(self) -> None:
        """Remove the current annotation."""
        if current := self._page.current():
            self._library.delete([current])

    def select_all(self) -> None:
        """Select the whole article."""
        revision = self._articles.revision
        if revision is not None:
            self._page.select(0, len(revision.text), scroll=False)

    def _leave_current(self, *_: object) -> None:
        self._telling.drop()
        self._page.set_current(None)
        self._mark_unsaved()
        if self._details is not None:
            self._details.show_annotation(None)

    def _article_left(self) -> None:
        if self._list is not None and self._details is not None:
            self._list.show_revision(None)
            self._details.show_annotation(None)
            self._details.show_article(None, None)

    def _show_current(self) -> None:
        """Let the list show what became current before it was listed."""
        if self._list is not None and self._details is not None:
            self._list.set_current(self._page.current() or self._details.annotation_uid)

    def _next(self) -> None:
        self._articles.filler.finish()
        self._page.next_annotation()

    def _previous(self) -> None:
        self._articles.filler.finish()
        self._page.previous_annotation()

    def _follow(self, change: Change) -> None:
        """Repaint what a change has touched; follow an undo to where it happened."""
        revision = self._articles.revision
        annotations = [one for one in change.edits if one.kind == "annotation"]
        if revision is not None and change.is_large and annotations:
            self._articles.filler.arrange(revision)
            annotations = []
        here = revision.uid if revision is not None else ""
        for one in annotations:
            if isinstance(one.after, Annotation) and one.after.revision_uid == here:
                self._page.put_annotation(one.after)
            else:
                self._page.remove_annotation(one.uid)
        self._mark_unsaved()
        own = change.session_uid == self._library.session_uid
        if own and change.direction != "do" and self._window.views.current == PAGE:
            self._go_to(change)

    def _go_to(self, change: Change) -> None:
        """Show the annotation that an undo or redo has touched, in its article."""
        if change.act == "revise":
            self._show_revised(change)
            return
        for one in change.edits:
            if isinstance(one.after, Annotation):
                self.open_anywhere(one.uid)
                return

    def _show_revised(self, change: Change) -> None:
        """Show the article of which another text is shown now; on the page it is there already."""
        here = self._articles.article
        for one in change.edits:
            if one.kind == "article" and (here is None or here.uid != one.uid):
                self._articles.show(one.uid)

    def _mark_unsaved(self, *_: object) -> None:
        self._page.set_unsaved(self._library.unsaved())

    def _show_place(self, start_cp: int, end_cp: int) -> None:
        revision = self._articles.revision
        if revision is None or start_cp == end_cp:
            self._window.status_place.setText("")
            return
        words = len(revision.text[start_cp:end_cp].split())
        self._window.status_place.setText(self.tr("%Ln word(s) selected", "", words))

    def _show_menu(self, where: QPoint, cp: int) -> None:
        if self._actions is None:
            return
        uids = self._page.annotations_at(cp)
        if uids and self._page.selection()[0] == self._page.selection()[1]:
            self.open_here(uids[0])
        page_menu(self._actions, self._page).exec(where)
