"""Words are marked on the page at once; what tells of them beside it follows."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.article import Revision
from reader.ui.action_set import Actions
from reader.ui.afterwards import Afterwards
from reader.ui.library import Library
from reader.ui.page.view import PageView
from reader.ui.panels.annotations import AnnotationsPanel


class Marking(QObject):
    """Makes annotations of what is selected.

    `marked` carries the uid of a new annotation when everything beside the page may tell
    of it: soon after the page was painted and the act saved.
    """

    marked = Signal(str)

    def __init__(self, page: PageView, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._library = library
        self._after = Afterwards(library, self)
        self._list: AnnotationsPanel | None = None

    def take(self, annotations: AnnotationsPanel) -> None:
        """Let the list of annotations wait for the page too."""
        self._list = annotations

    def precede(self, actions: Actions) -> None:
        """Let every action find what an act before it has done: before it, nothing waits."""
        actions.precede(self._after.finish)

    def mark(self, revision: Revision, start_cp: int, end_cp: int, tag: str) -> None:
        """Mark a span and make it current; raises BadSpan, UnknownTag and what `act` does."""
        self._after.finish()
        if self._list is not None:
            self._list.following.hold_next()
            self._after.take(self._list.following.move_on)
        new = self._library.annotate(revision, start_cp, end_cp, tag)
        self._page.select(end_cp, end_cp, scroll=False)
        self._page.set_current(new.uid)
        self._after.take(partial(self._tell, new.uid))

    def _tell(self, uid: str) -> None:
        """Tell of a new annotation, unless another is current by now."""
        if self._page.current() == uid:
            self.marked.emit(uid)
