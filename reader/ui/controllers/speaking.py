"""Speaker and cue of the current quote, said with the words that are selected, and drawn."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.model.annotation import Annotation, QuoteFields
from reader.model.change import Change
from reader.text.controls import isolated
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.linking_acts import claim_of, nest_quote, quote_of
from reader.ui.main_window import MainWindow
from reader.ui.page.ties import Ties
from reader.ui.page.view import PageView
from reader.ui.panels.prose import flat
from reader.ui.speaking import accept, continue_quote, set_cue, set_speaker, suggested

_PLACES = (("speaker_start_cp", "speaker_end_cp"), ("cue_start_cp", "cue_end_cp"))


class SpeakingController(QObject):
    """Ties what is selected on the page to the current quote."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._quote_uid = ""  # the quote that was current last, while its speaker is selected
        annotations.opened.connect(self.follow_current)
        library.changed.connect(self._follow)
        articles.shown.connect(self._forget)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "set_speaker": self.set_speaker,
            "set_cue": self.set_cue,
            "continue_quote": self.continue_quote,
            "nest_quote": self.nest_quote,
            "link_twin": self.link_twin,
            "accept_subject": self.accept,
        }

    def set_speaker(self) -> None:
        """Let the selected words be the speaker of the current quote."""
        self._with_words(self._take_speaker)

    def set_cue(self) -> None:
        """Let the selected words be the cue of the current quote."""
        self._with_words(self._take_cue)

    def continue_quote(self) -> None:
        """Let the current quote continue the one before it, or no longer."""
        quote = self._quote()
        if quote is None:
            return
        self._try(partial(self._continue, quote))

    def _continue(self, quote: Annotation) -> None:
        self._tell(
            continue_quote(self._library, quote),
            self.tr("There is no quote before this one."),
            self.tr("It continues the previous quote now."),
        )

    def nest_quote(self) -> None:
        """Let the current quote be one within the quote around it, or no longer."""
        quote = self._quote()
        if quote is not None:
            self._try(partial(self._nest, quote))

    def _nest(self, quote: Annotation) -> None:
        self._tell(
            nest_quote(self._library, quote),
            self.tr("No quote stands around this one."),
            self.tr("It is quoted within the quote around it now."),
        )

    def _tell(self, done: bool | None, missing: str, tied: str) -> None:
        """Say what came of a tie: nothing to tie to, tied, or taken away."""
        words = missing if done is None else tied if done else self.tr("It stands for itself now.")
        self._window.notices.tell(words)

    def link_twin(self) -> None:
        """Make the quote of a claim's words, or the claim of a quote's, and link the two."""
        one = self._library.annotation(self._page.current() or "")
        if one is None or one.tag not in ("quote", "claim"):
            self._window.notices.tell(self.tr("Go to a quote or a claim first."))
            return
        make = quote_of if one.tag == "claim" else claim_of
        if self._try(partial(make, self._library, one)):
            self._window.notices.tell(self.tr("Quote and claim are linked."))

    def accept(self) -> None:
        """Take the best of the names that are suggested for the current annotation."""
        current = self._library.annotation(self._page.current() or "")
        offers = suggested(self._library, current) if current is not None else []
        if current is None or not offers:
            self._window.notices.tell(self.tr("No name is suggested here."))
            return
        if self._try(partial(accept, self._library, current, offers[0].subject)):
            name = isolated(flat(offers[0].subject.name))
            self._window.notices.tell(self.tr("Taken: {name}").format(name=name))

    def follow_current(self, uid: str) -> None:
        """Draw what belongs to the annotation that is current now."""
        annotation = self._library.annotation(uid) if uid else None
        if annotation is not None and isinstance(annotation.fields, QuoteFields):
            self._quote_uid = uid
        self._draw(annotation)

    def _with_words(self, act: Callable[[Annotation, tuple[int, int]], None]) -> None:
        quote, span = self._quote(), self._page.selection()
        if quote is None:
            return
        if span[0] == span[1]:
            words = self.tr("Select the words in the text first; the quote stays current.")
            self._window.notices.tell(words)
            return
        if not self._try(partial(act, quote, span)):
            return
        self._page.select(span[1], span[1], scroll=False)
        self._page.set_current(quote.uid)
        self.follow_current(quote.uid)

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReaderError as error:
            self._window.notices.complain(error)
            return False
        return True

    def _take_speaker(self, quote: Annotation, span: tuple[int, int]) -> None:
        revision = self._articles.revision
        if revision is not None:
            subject = set_speaker(self._library, quote, revision, span)
            name = isolated(flat(subject.name))
            self._window.notices.tell(self.tr("Speaker: {name}").format(name=name))

    def _take_cue(self, quote: Annotation, span: tuple[int, int]) -> None:
        revision = self._articles.revision
        if revision is not None:
            set_cue(self._library, quote, revision, span)

    def _quote(self) -> Annotation | None:
        """Return the current quote, or the one that was current last; tell if there is none."""
        for uid in (self._page.current(), self._quote_uid):
            found = self._library.annotation(uid) if uid else None
            if found is not None and isinstance(found.fields, QuoteFields):
                return found
        self._window.notices.tell(self.tr("Go to a quote first, then select its speaker."))
        return None

    def _draw(self, annotation: Annotation | None) -> None:
        fields = annotation.fields if annotation is not None else None
        if annotation is None or not isinstance(fields, QuoteFields):
            self._page.set_ties(Ties())
            return
        spans = []
        for start, end in _PLACES:
            place = (getattr(fields, start), getattr(fields, end))
            if place[0] is not None and place[1] is not None:
                spans.append(place)
        quote = (annotation.start_cp, annotation.end_cp)
        self._page.set_ties(Ties(tuple(spans), quote) if spans else Ties())

    def _follow(self, change: Change) -> None:
        current = self._page.current()
        if any(one.uid == current for one in change.edits):
            self._draw(self._library.annotation(current or ""))

    def _forget(self, *_: object) -> None:
        self._quote_uid = ""
        self._page.set_ties(Ties())
