"""Acts on many annotations or articles: prepared in a thread, and then one act like any other."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Language
from reader.model.article import Revision
from reader.model.change import ACTS, LARGE, Change
from reader.progress import Progress
from reader.ui.annotation_acts import Planned
from reader.ui.library import Library
from reader.ui.main_window import MainWindow

Then = Callable[[Change | None], object]


@dataclass(frozen=True, slots=True)
class _Wish:
    """An act that was asked for: its key in ACTS, how to prepare it, and what follows it."""

    act: str
    plan: Callable[[], Planned]
    then: Then


class LargeActs(QObject):
    """Does what may touch many annotations or articles.

    Until a large act has been prepared no other begins (ActUnderWay), so that acts take
    effect in the order in which they were asked for.
    """

    def __init__(self, window: MainWindow, library: Library, language: Language) -> None:
        super().__init__(window)
        self._window = window
        self._language: Language = language
        self._library = library
        library.undo_due.connect(self.undo)
        library.do_by(self._do_planned)

    def annotate_all(
        self, revision: Revision, spans: Sequence[tuple[int, int]], tag: str, then: Then
    ) -> None:
        """Mark every span as one act; `then` is given the change, None for nothing new.

        Raises UnknownTag and BadSpan, of few spans; of many they are told.
        """
        plan = partial(self._library.tagged, revision, tuple(spans), tag)
        self._do(len(spans), _Wish("annotate_all", plan, then))

    def retag(self, uids: Collection[str], tag: str) -> None:
        """Give annotations another tag; the fields of the old one go."""
        plan = partial(self._library.retagged, uids, tag)
        self._do(len(uids), _Wish("retag", plan, _nothing))

    def set_status(self, uids: Collection[str], status: str) -> None:
        """Give annotations a status, a key of STATUSES."""
        plan = partial(self._library.with_status, uids, status)
        self._do(len(uids), _Wish("status", plan, _nothing))

    def do(
        self, act: str, size: int, plan: Callable[[], Planned], then: Then | None = None
    ) -> None:
        """Do what `plan` prepares for so many records; `act` is its key in ACTS.

        `then` is given the change.
        """
        self._do(size, _Wish(act, plan, then or _nothing))

    def delete(self, uids: Collection[str]) -> None:
        """Remove annotations, with what hangs on them."""
        self._do(len(uids), _Wish("delete", partial(self._library.deleted, uids), _nothing))

    def undo(self) -> None:
        """Take back the newest act; raises StaleEdit, of a small one."""
        self._go(self._library.next_undo(), "undo", self._library.undo)

    def redo(self) -> None:
        """Do again what was undone last; raises StaleEdit, of a small one."""
        self._go(self._library.next_redo(), "redo", self._library.redo)

    def _go(self, change: Change | None, direction: str, at_once: Callable[[], object]) -> None:
        if change is None or not change.is_large:
            at_once()
            return
        plan = partial(self._library.reversing, change, direction)
        self._do(len(change.edits), _Wish(change.act, plan, _nothing))

    def _do_planned(self, size: int, act: str, plan: Callable[[], Planned]) -> None:
        self._do(size, _Wish(act, plan, _nothing))

    def _do(self, size: int, wish: _Wish) -> None:
        if size <= LARGE:
            wish.then(self._library.carry_out(wish.plan()))
            return
        self._library.begin_preparing()
        self._prepare(wish)

    def _prepare(self, wish: _Wish) -> None:
        label = ACTS[wish.act].text(self._language)
        self._window.tasks.run(
            self.tr("Preparing: %1").replace("%1", label),
            partial(_prepared, wish.plan),
            partial(self._carry_out, wish, self._library.moment),
            cancelled=self._library.end_preparing,
            failed=self._fail,
        )

    def _carry_out(self, wish: _Wish, moment: int, planned: Planned) -> None:
        """Let a prepared act take effect; prepare it again where something else has."""
        if moment != self._library.moment:
            self._prepare(wish)
            return
        self._library.end_preparing()
        wish.then(self._library.carry_out(planned))

    def _fail(self, error: ReaderError) -> None:
        self._library.end_preparing()
        self._window.notices.complain(error)


def _prepared(plan: Callable[[], Planned], progress: Progress) -> Planned:
    progress(0, 0)
    planned = plan()
    progress(1, 1)
    return planned


def _nothing(_: Change | None) -> None:
    """Do nothing after an act that shows itself."""
