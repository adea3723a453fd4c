"""Puts all annotations of a text on the page, where they are too many for one turn."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.annotation import Annotation
from reader.model.article import Revision
from reader.model.change import LARGE, Change, Edit
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.opening import Arranged, arranged, read_whole
from reader.ui.page.view import PageView


class Filler(QObject):
    """Reads or arranges annotations in a thread, and then shows them in one step.

    What takes effect meanwhile is laid over them. `filled` carries the text, what is on the
    page now, and the edits that were laid over it; `gave_up` the text whose annotations
    were not all read.
    """

    filled = Signal(object, object, object)
    gave_up = Signal(object)

    def __init__(self, window: MainWindow, page: PageView, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._revision: Revision | None = None  # the text that is being filled in
        self._turn = 0  # counts the fillings, so that one that is out of date is known
        self._late: list[Edit] = []
        library.changed.connect(self._note)

    @property
    def is_busy(self) -> bool:
        """Tell whether a text is being filled in."""
        return self._revision is not None

    def read(self, revision: Revision) -> None:
        """Read all annotations of a text of which the library holds a part."""
        self._begin(revision)
        self._window.tasks.run(
            self.tr("Reading the annotations"),
            partial(read_whole, self._library.store, revision),
            partial(self._take, self._turn),
            cancelled=partial(self._give_up, self._turn),
        )

    def arrange(self, revision: Revision) -> None:
        """Show what the library holds of a text, after many annotations have changed."""
        if self._library.is_part(revision.uid):
            return  # they are being read
        self._begin(revision)
        self._window.tasks.run(
            self.tr("Showing the annotations"),
            partial(arranged, revision, self._library.held(revision.uid)),
            partial(self._take, self._turn),
            cancelled=partial(self._finish, self._turn),
        )

    def finish(self) -> None:
        """Show at once what is being filled in, for an act that needs all of it."""
        self._finish(self._turn)

    def drop(self) -> None:
        """Leave the text that is being filled in."""
        self._revision = None
        self._turn += 1

    def _begin(self, revision: Revision) -> None:
        self.drop()
        self._revision = revision
        self._late = []

    def _note(self, change: Change) -> None:
        if self._revision is not None:
            self._late.extend(change.edits)

    def _take(self, turn: int, found: Arranged) -> None:
        """Show what a thread has arranged, unless another text is on the page by now."""
        if turn != self._turn or self._revision is None:
            return
        uid = self._revision.uid
        late: Sequence[Edit] = self._late
        if self._library.is_part(uid):
            late = self._library.complete(uid, found.annotations)
        if len(late) > LARGE or not self._library.is_whole(uid):
            self._finish(turn)
            return
        self._show(found, late)

    def _finish(self, turn: int) -> None:
        if turn != self._turn or self._revision is None:
            return
        self._show(arranged(self._revision, self._library.annotations(self._revision.uid)), ())

    def _give_up(self, turn: int) -> None:
        if turn == self._turn and self._revision is not None:
            revision = self._revision
            self.drop()
            self.gave_up.emit(revision)

    def _show(self, found: Arranged, late: Sequence[Edit]) -> None:
        revision = found.revision
        self.drop()
        self._page.set_marks(found.marks, found.starts)
        for one in late:
            if one.kind != "annotation":
                continue
            if isinstance(one.after, Annotation) and one.after.revision_uid == revision.uid:
                self._page.put_annotation(one.after)
            else:
                self._page.remove_annotation(one.uid)
        if self._page.annotation(self._page.current() or "") is None:
            self._page.set_current(None)
        self.filled.emit(revision, found, late)
