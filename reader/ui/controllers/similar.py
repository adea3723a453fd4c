"""Finds earlier claims that are like the one on show, also as it is being typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from reader.model.change import LARGE, Change
from reader.model.claim_line import ClaimLine
from reader.progress import Progress
from reader.text.similar import SimilarTexts
from reader.ui.claim_lines import claims_in, line_of
from reader.ui.controllers.claims import ClaimsController
from reader.ui.desk.claim_words import verdict_colour
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.inputs import LongInput
from reader.ui.panels.similar_popup import SimilarPopup
from reader.ui.panels.similar_section import EarlierClaim, SimilarSection

_WAITS_MS = 150  # for the next letter
_MOST = 5


class SimilarController(QObject):
    """Answers "has this been claimed before?" in the details and beside what is typed.

    The index of all claims is made in a thread when a claim is first looked at, and
    follows every act from then on.
    """

    def __init__(
        self, window: MainWindow, library: Library, claims: ClaimsController, details: DetailsPanel
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._claims = claims
        self._details = details
        self._texts: SimilarTexts | None = None
        self._lines: dict[str, ClaimLine] = {}
        self._is_reading = False
        self._is_late = False
        self._section: SimilarSection | None = None
        self._popup: SimilarPopup | None = None
        self._typed: LongInput | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAITS_MS)
        self._timer.timeout.connect(self._look)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        details.sections.grown.connect(self._take_section)
        library.changed.connect(self._follow)
        library.articles_changed.connect(self._grow_stale)
        library.history_changed.connect(self._catch_up)

    def _take_section(self) -> None:
        """Serve the part of the details, and the field, once they are there."""
        section, row = self._details.sections.section("similar"), self._details.row("claim_text")
        if self._section is None and isinstance(section, SimilarSection):
            self._section = section
            section.asked.connect(self._look_soon)
            section.claim_chosen.connect(self._claims.open)
            self._read()
        if self._typed is None and row is not None and isinstance(row.field, LongInput):
            self._typed = row.field
            self._popup = SimilarPopup(row.field, self._window)
            self._popup.claim_chosen.connect(self._claims.open)
            row.field.textChanged.connect(self._wait)

    def _read(self) -> None:
        if not self._is_reading:
            self._is_reading = True
            job = partial(_indexed, self._library.store.claim_lines)
            label = self.tr("Reading the claims")
            self._window.tasks.run(label, job, partial(self._take, self._library.moment))

    def _take(self, moment: int, made: tuple[SimilarTexts, list[ClaimLine]]) -> None:
        self._is_reading = False
        if moment != self._library.moment and not self._library.waiting():
            self._read()  # what was saved meanwhile may be missing
            return
        self._texts = made[0]
        self._lines = {one.uid: one for one in made[1]}
        waiting = claims_in(self._library.waiting())
        # One by one, a large act that waits would hold the window: it is read once it is saved.
        self._is_late = len(waiting) > LARGE
        if not self._is_late:
            self._put(waiting)
        self._look()

    def _catch_up(self) -> None:
        if self._is_late and not self._library.waiting():
            self._is_late = False
            self._read()

    def _grow_stale(self) -> None:
        if self._section is not None:
            self._read()

    def _follow(self, change: Change) -> None:
        if self._texts is None:
            return
        if change.is_large:
            self._read()
        else:
            self._put(claims_in(change.edits))

    def _put(self, uids: set[str]) -> None:
        """Bring the index to what some claims are now."""
        texts = self._texts
        for uid in uids if texts is not None else ():
            line = line_of(self._library, uid)
            held = self._lines.pop(uid, None)
            if line is not None:
                self._lines[uid] = line
            if texts is not None and (line is None or held is None or line.text != held.text):
                texts.drop(uid)
                if line is not None:
                    texts.put(uid, line.text)

    def _wait(self) -> None:
        self._timer.start()

    def _look_soon(self, *_: object) -> None:
        """Let the details tell of the claim first: to look through all takes a while."""
        self._soon.start()

    def _look(self) -> None:
        """Look for what is typed now, or for the claim on show."""
        uid, typed = self._details.annotation_uid, self._typed
        if uid is None or self._section is None or self._section.uid != uid:
            return
        line = self._lines.get(uid)
        said = typed.text().strip() if typed is not None and typed.isVisible() else ""
        self._answer(said or (line.text if line is not None else ""), uid)
        is_typing = typed is not None and typed.hasFocus() and typed.document().isModified()
        if self._popup is not None and is_typing:
            self._popup.show_found([row.claim for row in self._section.rows])

    def _answer(self, text: str, uid: str) -> None:
        if self._section is None or self._texts is None:
            return
        found = self._texts.like(text, _MOST, without=uid)
        self._section.show_found(
            [self._earlier(self._lines[one.key]) for one in found if one.key in self._lines]
        )

    def _earlier(self, line: ClaimLine) -> EarlierClaim:
        scales = self._library.verdict_scales()
        return EarlierClaim(
            uid=line.uid,
            text=line.text,
            verdict=line.verdict,
            colour=verdict_colour(scales, line.scale, line.code, line.verdict_class),
            about=" · ".join(one for one in (line.claimant, line.article_title) if one),
        )


def _indexed(
    read: Callable[[Progress], list[ClaimLine]], progress: Progress
) -> tuple[SimilarTexts, list[ClaimLine]]:
    """Read all claims and make their index; `progress` may raise."""
    lines, texts = read(progress), SimilarTexts()
    for number, line in enumerate(lines):
        texts.put(line.uid, line.text)
        progress(number, len(lines))
    return texts, lines
