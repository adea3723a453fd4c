"""Tag all mentions: find a name, tell how often it stands there, tag as one act."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.change import Edit
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.progress import Progress
from reader.text.controls import isolated
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.mention_acts import mention_edits, sought
from reader.ui.notices import Choice
from reader.ui.page.view import PageView
from reader.ui.panels.moments import locale_of
from reader.ui.panels.prose import flat
from reader.ui.subject_reading import subject_of

TOPIC = "mentions"


@dataclass(frozen=True, slots=True)
class _Found:
    """What would tag the mentions of a subject, in how many articles, and as of which moment."""

    subject: Subject
    edits: Sequence[Edit]
    articles: int
    moment: int


class MentionController(QObject):
    """Finds mentions in a thread, shows how many there are, and tags them when told to."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._language: Language = language
        self._is_offering = False
        window.notices.installEventFilter(self)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "mentions_here": partial(self.tag_current, everywhere=False),
            "mentions_everywhere": partial(self.tag_current, everywhere=True),
        }

    def tag_current(self, *_: object, everywhere: bool) -> None:
        """Find the mentions of whom the current annotation points to."""
        current = self._library.annotation(self._page.current() or "")
        uid = subject_uid_of(current) if current is not None else None
        subject = subject_of(self._library, uid) if uid else None
        if subject is None:
            words = self.tr("Say first whom it means: a name in the details, or Y takes one.")
            self._window.notices.tell(words)
            return
        self.tag(subject, everywhere=everywhere)

    def tag(self, subject: Subject, *, everywhere: bool) -> None:
        """Find the mentions of a subject in the open article, or in all, and offer to tag them."""
        here = self._articles.article
        uids = [here.uid] if here is not None else []
        if everywhere:
            uids = [one.article.uid for one in self._library.articles()]
        self._library.flush()  # so that a thread reads what is on screen
        job = partial(self._find, subject, self._library.subjects(), uids, self._library.moment)
        self._window.tasks.run(self.tr("Finding mentions"), job, self._offer)

    def _find(
        self,
        subject: Subject,
        register: Sequence[Subject],
        article_uids: Sequence[str],
        moment: int,
        progress: Progress,
    ) -> _Found:
        name = sought(subject, register)
        store, me = self._library.store, self._library.annotator.uid
        edits: list[Edit] = []
        articles = 0
        for number, uid in enumerate(article_uids):
            progress(number, len(article_uids))
            revision = store.revision(uid)
            held = store.annotations(revision.uid)
            new = mention_edits(subject, name, revision, held, me)
            articles += bool(new)
            edits += new
        return _Found(subject, edits, articles, moment)

    def _offer(self, found: _Found) -> None:
        name = isolated(flat(found.subject.name))
        if not found.edits:
            words = self.tr("No mention of {name} is left to be tagged.")
            self._window.notices.tell(words.format(name=name))
            return
        revision = self._articles.revision
        here = [one.after for one in found.edits if isinstance(one.after, Annotation)]
        if revision is not None:
            spans = [(one.start_cp, one.end_cp) for one in here if one.revision_uid == revision.uid]
            self._page.set_hits(sorted(spans))
            self._is_offering = True
        counted = self.tr("%Ln mention(s)", "", len(found.edits))
        where = self.tr("in %Ln article(s)", "", found.articles)
        words = f"{name}: {counted} {where}"
        digits = locale_of(self._language).toString(len(found.edits))
        choices = (
            Choice(self.tr("Tag all {count}").format(count=digits), partial(self._tag, found)),
            Choice(self.tr("Leave it"), self._leave),
        )
        self._window.notices.tell(words, *choices, topic=TOPIC)

    def _tag(self, found: _Found) -> None:
        self._leave()
        if found.moment != self._library.moment:
            # Something else has happened meanwhile: what was found may not hold any more.
            self.tag(found.subject, everywhere=found.articles > 1)
            return
        try:
            self._library.act("mentions", tuple(found.edits))
        except ReaderError as error:
            self._window.notices.complain(error)

    def _leave(self) -> None:
        self._window.notices.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw what was found no longer than it is asked about, however that ends."""
        if event.type() == QEvent.Type.Hide and self._is_offering:
            self._is_offering = False
            self._page.set_hits(())
        return super().eventFilter(watched, event)
