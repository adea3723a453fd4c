"""Find words in all articles, however they are spelt."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.commands.command import DONE, JSON, Argument, Command
from reader.commands.library import open_library
from reader.commands.terminal import Terminal
from reader.errors import BadValue
from reader.label import Label
from reader.model.article import Article
from reader.text.canonical import canonical
from reader.text.folding import find

if TYPE_CHECKING:
    from reader.storage import Store

CONTEXT_CP = 30
LONGEST_QUERY = 1000
_EXPECTED = Label(
    f"it takes 1 to {LONGEST_QUERY} characters", f"المطلوب من حرف إلى {LONGEST_QUERY} حرف"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: `text[start_cp:end_cp]` of an article."""

    article: Article
    text: str
    start_cp: int
    end_cp: int

    @property
    def words(self) -> str:
        """Return the words as the article has them."""
        return self.text[self.start_cp : self.end_cp]

    @property
    def before(self) -> str:
        """Return what is read just before, at most CONTEXT_CP code points."""
        return self.text[max(0, self.start_cp - CONTEXT_CP) : self.start_cp]

    @property
    def after(self) -> str:
        """Return what is read just after, at most CONTEXT_CP code points."""
        return self.text[self.end_cp : self.end_cp + CONTEXT_CP]


def _search(request: Namespace, terminal: Terminal) -> int:
    query = request.query
    if not query.strip() or len(query) > LONGEST_QUERY:
        raise BadValue(field="QUERY", value=query[:LONGEST_QUERY], expected=_EXPECTED)
    with open_library(request) as store:
        if request.json:
            terminal.say_json([_object(hit) for hit in _hits(store, query)])
            return DONE
        for hit in _hits(store, query):
            terminal.row(
                hit.article.id,
                f"{hit.start_cp}–{hit.end_cp}",
                f"{hit.before}[{hit.words}]{hit.after}",
            )
    return DONE


def _hits(store: "Store", query: str) -> Iterator[Hit]:
    for summary in store.articles():
        text = store.revision(summary.article.uid).text
        for start_cp, end_cp in find(query, text):
            yield Hit(summary.article, text, start_cp, end_cp)


def _object(hit: Hit) -> dict[str, Any]:
    return {
        "article": hit.article.id,
        "article_uid": hit.article.uid,
        "start": hit.start_cp,
        "end": hit.end_cp,
        "text": hit.words,
        "before": hit.before,
        "after": hit.after,
    }


SEARCH = Command(
    "search",
    Label(
        "find words in all articles, however they are spelt",
        "البحث عن كلمات في كل المقالات، أيًّا كان رسمها",
    ),
    _search,
    (
        Argument(
            ("query",),
            Label("the words", "الكلمات المطلوبة"),
            {"metavar": "QUERY", "type": canonical},
        ),
        JSON,
    ),
)
