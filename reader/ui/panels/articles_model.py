"""The articles of the library as a list, newest first, filtered as a person types."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt

from reader.label import Language
from reader.model.article import ArticleSummary
from reader.text.controls import isolated
from reader.ui.panels.listing import Index, Listing
from reader.ui.panels.moments import date_in_words
from reader.ui.panels.prose import flat, tooltip


class ArticleRole(IntEnum):
    """What the list holds of an article, beside Qt's own roles."""

    UID = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2  # publisher and date, as one line
    COUNT = Qt.ItemDataRole.UserRole + 3  # "12 annotations"


class ArticlesModel(Listing[tuple[int, ArticleSummary]]):
    """Articles in the order in which the library gives them."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._answers: dict[int, Callable[[ArticleSummary], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._title,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ArticleRole.UID: attrgetter("article.uid"),
            ArticleRole.DETAIL: self._detail,
            ArticleRole.COUNT: self._count,
        }

    def follow(self, summaries: Iterable[ArticleSummary]) -> None:
        """Show these articles, in this order; what is there already stays where it is."""
        rows = [(one.article.uid, (number, one)) for number, one in enumerate(summaries)]
        staying = {uid for uid, _ in rows}
        self.merge(rows, [uid for uid in self._rows if uid not in staying])

    def summary_at(self, index: Index) -> ArticleSummary | None:
        """Return the article at an index."""
        value = self.value_at(index)
        return value[1] if value else None

    def key_of(self, value: tuple[int, ArticleSummary]) -> tuple[Any, ...]:
        """Return an article's place in the library's order."""
        return (value[0],)

    def words_of(self, value: tuple[int, ArticleSummary]) -> str:
        """Return an article's title, publisher and byline."""
        article = value[1].article
        return f"{article.title}\n{article.publisher}\n{article.byline}"

    def _title(self, one: ArticleSummary) -> str:
        return flat(one.article.title) or self.tr("Untitled")

    def _tip(self, one: ArticleSummary) -> str:
        return tooltip(one.article.title)

    def _detail(self, one: ArticleSummary) -> str:
        date = date_in_words(one.article.published, self._language)
        publisher = flat(one.article.publisher)
        return " · ".join(isolated(part) for part in (publisher, date) if part)

    def _count(self, one: ArticleSummary) -> str:
        return self.tr("%Ln annotation(s)", "", one.annotations)

    def _spoken(self, one: ArticleSummary) -> str:
        parts = (self._title(one), self._detail(one), self._count(one))
        return self.tr(", ").join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of an article."""
        one = self.summary_at(index)
        answer = self._answers.get(role)
        return answer(one) if answer is not None and one is not None else None
