"""What an article hides: counted in the status bar, shown on the page, warned of."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from reader.frozen import dataclass
from reader.label import Language
from reader.model.article import Article, Revision
from reader.text.controls import HIDDEN, hidden_counts
from reader.text.reordering import reordering
from reader.ui.action_set import Actions
from reader.ui.controllers.articles import ArticleController
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.page.view import PageView
from reader.ui.worker import Worker

_TOPIC = "hidden"
# These are no characters of their own: letters that are seen, and controls counted already.
_NOT_COUNTED = frozenset({"look_alike", "unclosed"})


@dataclass(frozen=True, slots=True)
class Findings:
    """What a text hides: numbers by the keys of HIDDEN, all of them and those that mislead."""

    counts: Mapping[str, int]
    misleading: Mapping[str, int]

    @property
    def total(self) -> int:
        """Return how many hidden characters there are."""
        return sum(count for key, count in self.counts.items() if key not in _NOT_COUNTED)


class HiddenController(QObject):
    """Looks for hidden characters in each article that is shown, beside the window's thread."""

    def __init__(
        self, window: MainWindow, page: PageView, articles: ArticleController, language: Language
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._language = language
        self._actions: Actions | None = None
        self._worker = Worker(self)
        self._wanted = ""
        articles.shown.connect(self._forget)
        # Not before: threads share one interpreter, and the panels would wait for this one.
        articles.told.connect(self._look)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"show_hidden": self.show_hidden}

    def take(self, actions: Actions) -> None:
        """Take over the actions."""
        self._actions = actions

    def show_hidden(self, shown: bool) -> None:
        """Draw the hidden characters on the page, or do not."""
        self._page.show_hidden(shown)

    def close(self) -> None:
        """Wait for the count at hand."""
        self._worker.close()

    def _forget(self, _article: Article, revision: Revision) -> None:
        self._wanted = revision.uid
        self._tell(Findings({}, {}))

    def _look(self, _article: Article, revision: Revision) -> None:
        job = partial(_findings_in, revision.text)
        self._worker.run(job, partial(self._take_findings, revision.uid))

    def _take_findings(self, revision_uid: str, future: "Future[Any]") -> None:
        findings: Findings = future.result()
        if revision_uid == self._wanted:
            self._tell(findings)

    def _tell(self, findings: Findings) -> None:
        label, notices = self._window.status_hidden, self._window.notices
        total = findings.total
        label.setText(self.tr("%Ln hidden character(s)", "", total) if total else "")
        label.setToolTip(self._listed(findings.counts))
        label.setVisible(bool(total))
        if notices.topic == _TOPIC:
            notices.dismiss()
        if findings.misleading:
            words = self.tr(
                "Invisible controls change the order in which this article is shown: %1."
            )
            show = Choice(self.tr("Show them"), self._show_them)
            sentence = words.replace("%1", self._in_words(findings.misleading))
            notices.tell(sentence, show, topic=_TOPIC, lasting=True)

    def _show_them(self) -> None:
        if self._actions is not None and not self._actions["show_hidden"].isChecked():
            self._actions["show_hidden"].trigger()
        self._window.notices.dismiss()

    def _kinds(self, counts: Mapping[str, int]) -> list[str]:
        """Return each kind with its number, in the order of HIDDEN."""
        number = self._window.locale().toString
        return [
            f"{kind.label.text(self._language)}: {number(counts[kind.key])}"
            for kind in HIDDEN
            if kind.key in counts
        ]

    def _listed(self, counts: Mapping[str, int]) -> str:
        return "\n".join(self._kinds(counts))

    def _in_words(self, counts: Mapping[str, int]) -> str:
        return ("، " if self._language == "ar" else ", ").join(self._kinds(counts))


def _findings_in(text: str) -> Findings:
    return Findings(hidden_counts(text), reordering(text))
