"""The register and its pages, opened from anywhere: who said what, in all articles."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from reader.errors import ReaderError
from reader.label import Language
from reader.model.change import Change
from reader.model.fields import subject_uid_of
from reader.model.reference import Reference
from reader.model.subject import Subject
from reader.text.naming import twins
from reader.ui.citation import cited
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.controllers.mentions import MentionController
from reader.ui.controllers.speaking import SpeakingController
from reader.ui.desk.subjects_view import SubjectsView
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.subject_acts import add_subject, delete_subject, merge_subjects, split_subject
from reader.ui.subject_reading import references, referred, subject_of

VIEW = "subjects"
_LONGEST_NAME_CP = 80


class SubjectsController(QObject):
    """Ties the view of subjects to the library and to the page."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self.mentions = MentionController(window, page, library, articles, language)
        self.speaking = SpeakingController(window, page, library, articles, annotations)
        self._library = library
        self._annotations = annotations
        self._language: Language = language
        self._view: SubjectsView | None = None
        self._wanted = ""  # the uid of the subject to be shown
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        window.views.add(VIEW, self.tr("Names"), self._build)
        window.views.shown.connect(self._follow_view)
        library.changed.connect(self._follow)
        library.articles_changed.connect(self._grow_stale)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "subject_page": self.open_current,
            **self.mentions.handlers(),
            **self.speaking.handlers(),
        }

    @property
    def view(self) -> SubjectsView | None:
        """Return the view, None for one that was not shown yet."""
        return self._view

    def open_current(self) -> None:
        """Show everything that the speaker of the current annotation said."""
        current = self._library.annotation(self._page.current() or "")
        uid = subject_uid_of(current) if current is not None else None
        if uid is None:
            words = self.tr("The current annotation points to nobody yet; press S on a name.")
            self._window.notices.tell(words)
            return
        self.open(uid, "quote" if current is not None and current.tag == "quote" else "")

    def open(self, uid: str, tag: str = "") -> None:
        """Show the page of a subject, narrowed to one sort of what points to it."""
        self._wanted = uid
        self._window.views.show(VIEW)
        if self._view is not None:
            self._view.register.box.line.clear()
            self._view.page.references.keep(tag)
        self._show()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        return self._view is None or self._view.page.commit()

    def _build(self) -> SubjectsView:
        self._view = view = SubjectsView(self._library, self._language)
        view.register.subject_chosen.connect(self._choose)
        view.register.new_wished.connect(self._add)
        view.register.merge_wished.connect(self._merge)
        view.register.delete_wished.connect(self._delete)
        view.register.list.entered_on.connect(view.page.focus_name)
        view.page.reference_chosen.connect(self._go_to)
        view.page.parts.place_chosen.connect(self.open)
        view.page.parts.reach_changed.connect(self._grow_stale)
        view.page.copy_wished.connect(self._copy)
        view.page.split_wished.connect(self._split)
        view.page.twin_wished.connect(self._merge_twin)
        view.page.delete_wished.connect(self._delete_shown)
        view.page.mentions_wished.connect(self._tag_mentions)
        self._show()
        return view

    def _show(self) -> None:
        """Bring the view to what the library holds now."""
        if self._view is None:
            return
        subjects = self._library.subjects()
        if not self._wanted and subjects:
            self._wanted = self._view.register.current_uid()
        counts, parts = referred(self._library), self._view.page.parts
        self._view.register.show_subjects(subjects, counts, self._wanted)
        shown = next((one for one in subjects if one.uid == self._wanted), None)
        parts.show_place(shown, subjects, counts)
        pointing = references(self._library, *parts.reached(subjects)) if shown else []
        self._view.page.show_subject(shown, pointing, _twin_of(shown, subjects))

    def _follow_view(self, key: str) -> None:
        if key == VIEW:
            self._show()
        elif self._view is not None:
            self._view.page.commit()

    def _follow(self, change: Change) -> None:
        if any(one.kind in ("subject", "annotation", "article") for one in change.edits):
            self._grow_stale()

    def _grow_stale(self) -> None:
        """Show what is new at the next turn, once for however many acts."""
        if self._view is not None and self._window.views.current == VIEW:
            self._later.start(0)

    def _choose(self, uid: str) -> None:
        if uid != self._wanted:
            self._wanted = uid
            self._later.start(0)

    def _add(self, name: str) -> None:
        try:
            new = add_subject(self._library, name or self.tr("New name"))
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self.open(new.uid)
        if self._view is not None:
            self._view.page.focus_name()

    def _merge(self, kept: str, gone: str) -> None:
        self._wanted = kept
        self._try(partial(merge_subjects, self._library, kept, gone))

    def _merge_twin(self, gone: str) -> None:
        if self._view is not None:
            self._merge(self._view.page.subject_uid, gone)

    def _split(self, uids: Sequence[str]) -> None:
        first = self._library.annotation(uids[0]) if uids else None
        if first is not None and self._view is not None:
            name = getattr(first.fields, "speaker", "") or first.exact
            shown = self._view.page.subject_uid
            self._try(partial(self._split_off, shown, name[:_LONGEST_NAME_CP], uids))

    def _split_off(self, uid: str, name: str, uids: Sequence[str]) -> None:
        new = split_subject(self._library, uid, name, uids)
        if new is not None:
            self.open(new.uid)

    def _delete(self, uid: str) -> None:
        if self._try(partial(delete_subject, self._library, uid)):
            self._wanted = ""

    def _delete_shown(self) -> None:
        if self._view is not None:
            self._delete(self._view.page.subject_uid)

    def _tag_mentions(self, everywhere: bool) -> None:
        shown = self._view.page.subject_uid if self._view is not None else ""
        subject = subject_of(self._library, shown) if shown else None
        if subject is not None:
            self.mentions.tag(subject, everywhere=everywhere)

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReaderError as error:
            self._window.notices.complain(error)
            return False
        return True

    def _go_to(self, uid: str) -> None:
        """Show an annotation in its article."""
        if self._library.annotation(uid) is not None:
            self._window.views.show_page()
            self._annotations.open_anywhere(uid)

    def _copy(self, shown: Sequence[Reference]) -> None:
        """Put all that is on show on the clipboard, each with its source."""
        blocks = [self._cited(one) for one in shown]
        QGuiApplication.clipboard().setText("\n\n".join(blocks))
        self._window.notices.tell(self.tr("%Ln copied with sources", "", len(blocks)))

    def _cited(self, one: Reference) -> str:
        # With what is said of a place's parts, not all on show points to whom the page is of.
        subject = subject_of(self._library, subject_uid_of(one.annotation) or "")
        said = one.annotation.tag in ("quote", "claim") and subject is not None
        speaker = subject.name if said and subject is not None else ""
        return cited(one.annotation.exact, one.article, self._language, speaker)


def _twin_of(shown: Subject | None, subjects: Sequence[Subject]) -> str:
    """Return the uid of a subject that bears a name of the one on show, "" for none."""
    if shown is None:
        return ""
    pairs = (pair for pair in twins(subjects) if shown in pair)
    return next((one.uid for pair in pairs for one in pair if one is not shown), "")
