"""The claims of all articles: read, kept true, chosen and opened."""

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from reader.errors import NoDropReason, NoReviewer, ReaderError
from reader.label import Language
from reader.model.change import Change
from reader.model.claim_line import ClaimLine
from reader.model.shipped_scales import shipped_scales
from reader.text.controls import guarded
from reader.ui.claim_acts import ClaimActs
from reader.ui.claim_lines import claims_in, line_of
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.desk.ask_bar import Answer
from reader.ui.desk.claims_view import ClaimsView
from reader.ui.dialogs.scales import ScalesDialog
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.details import DetailsPanel
from reader.ui.tasks import Task
from reader.ui.turns import Turns


class ClaimsController(QObject):
    """Ties the view of claims to the library, the details and the page."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        annotations: AnnotationController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._annotations = annotations
        self._language: Language = language
        self._view: ClaimsView | None = None
        self._is_stale = False
        self._at = ""  # what was current on the page that was left
        self._filling: Task | None = None
        self._acts = ClaimActs(library)
        window.views.add("claims", self.tr("Claims"), self._build, ("detailsDock",))
        window.views.shown.connect(self._follow_view)
        library.changed.connect(self._follow)
        library.articles_changed.connect(self._grow_stale)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"filter_claims": self.find, "verdict_scales": self.show_scales}

    def show_scales(self) -> None:
        """Let the desk edit its verdict scales and how many review a verdict."""
        shipped = frozenset(one.key for one in shipped_scales())
        ScalesDialog(self._library, shipped, self._language, self._window).exec()

    def find(self) -> None:
        """Show the claims, and let the person type what is looked for."""
        self._window.views.show("claims")
        if self._view is not None:
            self._view.focus_filter()

    def move(self, uid: str, state: str) -> None:
        """Put a claim into another state; ask in its place for what the desk's rules miss."""
        try:
            self._move(uid, state)
        except NoDropReason as error:
            self._ask(error, partial(self._drop, uid))
        except NoReviewer as error:
            self._ask(error, partial(self._name_reviewer, uid), self._names(uid))
        except ReaderError as error:
            self._window.notices.complain(error, topic="claims")

    def _move(self, uid: str, state: str, **more: str) -> None:
        self._acts.move(uid, state, **more)
        if self._window.notices.topic == "claims":
            self._window.notices.dismiss()
        if self._view is not None:
            self._view.go_to(uid)

    def _drop(self, uid: str, reason: str) -> None:
        self._move(uid, "dropped", reason=reason)

    def _name_reviewer(self, uid: str, name: str) -> None:
        """Let somebody review a claim; a name that is new here is that of a new annotator."""
        if not name:
            raise NoReviewer(rater=self._rater(uid))
        known = self._library.annotator_named(name)
        reviewer = known or self._library.store.annotator(name, "").uid
        self._move(uid, "second_review", reviewer_uid=reviewer)

    def _ask(self, error: ReaderError, answer: Answer, known: Sequence[str] = ()) -> None:
        if self._view is not None:
            self._view.ask_bar.ask(error.sentence(self._language, guarded), answer, known)

    def _names(self, uid: str) -> list[str]:
        rater = self._rater(uid)
        return [name for name in self._library.annotator_names().values() if name != rater]

    def _rater(self, uid: str) -> str:
        entry = self._library.entry(uid)
        rated_by = entry.ruling.rated_by_uid if entry is not None and entry.ruling else None
        return self._library.annotator_name(rated_by) if rated_by else ""

    def _build(self) -> ClaimsView:
        self._view = ClaimsView(self._library, self._language)
        self._view.claim_chosen.connect(self._annotations.open_soon)
        self._view.claim_opened.connect(self.open)
        self._view.move_wanted.connect(self.move)
        self._is_stale = False
        Turns(self._beginning(self._view), self)
        return self._view

    def _beginning(self, view: ClaimsView) -> Generator[None, None, None]:
        """Make the columns once the empty view was painted, and only then begin to read.

        A thread that reads has half of the interpreter, and each making would take twice as
        long. The form of a claim is made meanwhile: the first card would wait for it.
        """
        yield
        yield from view.building()
        self._read()
        details = self._window.dock("detailsDock").widget()
        if isinstance(details, DetailsPanel):
            yield from details.preparing("claim")

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
        self._stop_filling()
        label, steps = self.tr("Reading the claims"), self._view.showing(lines)
        self._filling = self._window.tasks.step(label, steps, self._note_shown)

    def _stop_filling(self) -> None:
        """Let newer claims come in the place of those that are just being shown."""
        if self._filling is not None:
            self._filling.cancel()
            self._filling = None

    def _note_shown(self, _: object) -> None:
        """Go on when the claims are on show."""
        self._filling = None
        if self._view is None:
            return
        self._merge(claims_in(self._library.waiting()))
        if self._window.views.current == "claims":
            self._go_to_where_the_page_is()
        steps = self._view.folding()
        self._window.tasks.step(self.tr("Reading the claims"), steps, self._note_folded)

    def _note_folded(self, _: object) -> None:
        """Nothing is to be told: the filter only finds its words ready."""

    def _follow_view(self, key: str) -> None:
        if key == "claims" and self._view is not None:
            if self._is_stale:
                self._read()
            self._at = self._annotations.current_uid()
            self._go_to_where_the_page_is()
            if self._view.current_uid():
                self._annotations.open_soon(self._view.current_uid())
        elif key == "page":
            self._annotations.follow_page()

    def _go_to_where_the_page_is(self) -> None:
        """Be at the claim that was current on the page, as soon as the claims are here."""
        if self._view is not None and any(self._view.lines()):
            self._view.go_to(self._at)
            self._at = ""

    def _grow_stale(self) -> None:
        """Read all claims again: now, or when they are looked at."""
        self._is_stale = True
        if self._view is not None and self._window.views.current == "claims":
            self._read()

    def open(self, uid: str) -> None:
        """Show a claim in its article."""
        if self._library.annotation(uid) is not None:
            self._window.views.show_page()
            self._annotations.open_anywhere(uid)

    def _follow(self, change: Change) -> None:
        """Bring the claims that a change has touched to what they are now."""
        if self._view is not None and any(one.kind == "subject" for one in change.edits):
            self._view.filters.follow_places()
        if change.is_large:
            self._grow_stale()
        elif self._view is not None:
            self._merge(claims_in(change.edits))

    def _merge(self, uids: set[str]) -> None:
        if self._view is None or not uids:
            return
        lines = [line for line in (line_of(self._library, uid) for uid in uids) if line is not None]
        self._view.merge(lines, uids - {one.uid for one in lines})
