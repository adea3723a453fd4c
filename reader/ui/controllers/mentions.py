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
class _Asked:
    """Whose mentions are sought, in all articles or in one, and as of which moment."""

    subject: Subject
    everywhere: bool
    moment: int


@dataclass(frozen=True, slots=True)
class _Found:
    """What would tag the mentions that were asked for, and in how many articles."""

    asked: _Asked
    edits: Sequence[Edit]
    articles: int

    def answers(self, subject: Subject, *, everywhere: bool) -> bool:
        """Tell whether this is what somebody asks for."""
        asked = self.asked
        return (asked.subject.uid, asked.everywhere) == (subject.uid, everywhere)


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
        self._offered: _Found | None = None
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
        elif (offered := self._on_offer()) and offered.answers(subject, everywhere=everywhere):
            self._tag(offered)  # the same key again says yes
        else:
            self.tag(subject, everywhere=everywhere)

    def _on_offer(self) -> _Found | None:
        """Return what the notice on show offers to tag."""
        return self._offered if self._window.notices.topic == TOPIC else None

    def tag(self, subject: Subject, *, everywhere: bool) -> None:
        """Find the mentions of a subject in the open article, or in all, and offer to tag them."""
        here = self._articles.article
        uids = [here.uid] if here is not None else []
        if everywhere:
            uids = [one.article.uid for one in self._library.articles()]
        self._library.flush()  # so that a thread reads what is on screen
        asked = _Asked(subject, everywhere, self._library.moment)
        job = partial(self._find, asked, self._library.subjects(), uids)
        self._window.tasks.run(self.tr("Finding mentions"), job, self._offer)

    def _find(
        self,
        asked: _Asked,
        register: Sequence[Subject],
        article_uids: Sequence[str],
        progress: Progress,
    ) -> _Found:
        subject = asked.subject
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
        return _Found(asked, edits, articles)

    def _offer(self, found: _Found) -> None:
        name = isolated(flat(found.asked.subject.name))
        if not found.edits:
            words = self.tr("No mention of {name} is left to be tagged.")
            self._window.notices.tell(words.format(name=name))
            return
        revision = self._articles.revision
        here = [one.after for one in found.edits if isinstance(one.after, Annotation)]
        if revision is not None:
            spans = [(one.start_cp, one.end_cp) for one in here if one.revision_uid == revision.uid]
            self._page.set_hits(sorted(spans))
        counted = self.tr("%Ln mention(s)", "", len(found.edits))
        where = self.tr("in %Ln article(s)", "", found.articles)
        words = f"{name}: {counted} {where}"
        digits = locale_of(self._language).toString(len(found.edits))
        key = "Ctrl+Alt+T" if found.asked.everywhere else "T"
        agreed = self.tr("Tag all {count} ({key})").format(count=digits, key=key)
        choices = (
            Choice(agreed, partial(self._tag, found)),
            Choice(self.tr("Leave it"), self._leave),
        )
        self._window.notices.tell(words, *choices, topic=TOPIC)
        self._offered = found

    def _tag(self, found: _Found) -> None:
        self._leave()
        if found.asked.moment != self._library.moment:
            # Something else has happened meanwhile: what was found may not hold any more.
            self.tag(found.asked.subject, everywhere=found.asked.everywhere)
            return
        try:
            self._library.act("mentions", tuple(found.edits))
        except ReaderError as error:
            self._window.notices.complain(error)

    def _leave(self) -> None:
        self._window.notices.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw what was found no longer than it is asked about, however that ends."""
        if event.type() == QEvent.Type.Hide and self._offered is not None:
            self._offered = None
            self._page.set_hits(())
        return super().eventFilter(watched, event)
