"""Find words in all articles, notes and names, however they are spelt."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reader.commands.command import DONE, JSON, Argument, Command
from reader.commands.library import open_library
from reader.commands.terminal import Terminal
from reader.errors import BadValue
from reader.label import Label
from reader.model.found import FoundArticle, FoundPage, FoundSubject, Hit
from reader.text.canonical import canonical
from reader.text.seeking import LONGEST_QUERY_CP, LibraryQuery, parse_query

if TYPE_CHECKING:
    from reader.storage import Store

CONTEXT_CP = 30
# So many hits are read before they are printed.
_AT_ONCE = 1000
_EVERY_HIT = 1_000_000_000
_EXPECTED = Label(
    f"it takes 1 to {LONGEST_QUERY_CP} characters", f"المطلوب من حرف إلى {LONGEST_QUERY_CP} حرف"
)
_NO_DATE = Label(
    "“{date}” is no date such as 2021, 2021-03 or 2021-03-14, so it was left out.",
    "«{date}» ليس تاريخًا مثل 2021 أو 2021-03 أو 2021-03-14، ولذلك أُهمل.",
)


def _search(request: Namespace, terminal: Terminal) -> int:
    typed = request.query
    if not typed.strip() or len(typed) > LONGEST_QUERY_CP:
        raise BadValue(field="QUERY", value=typed[:LONGEST_QUERY_CP], expected=_EXPECTED)
    query = parse_query(typed, whole_words=request.whole_words, particles=not request.no_particles)
    for date in query.unread:
        terminal.warn(_NO_DATE, date=date)
    with open_library(request) as store:
        if request.json:
            terminal.say_json([one for page in _pages(store, query) for one in _objects(page)])
            return DONE
        for page in _pages(store, query):
            _print(page, terminal)
    return DONE


def _pages(store: "Store", query: LibraryQuery) -> Iterator[FoundPage]:
    search = store.search(query, _EVERY_HIT)
    while not search.is_over:
        yield search.read_on(_AT_ONCE)


def _print(page: FoundPage, terminal: Terminal) -> None:
    for one in page.subjects:
        for hit in one.hits:
            terminal.row(one.subject.uid, f"{hit.start_cp}–{hit.end_cp}", hit.field, _marked(hit))
    for found in page.articles:
        for hit in found.hits:
            start_cp, end_cp = hit.place
            terminal.row(found.article.id, f"{start_cp}–{end_cp}", _marked(hit))


def _marked(hit: Hit) -> str:
    return f"{_before(hit)}[{hit.words}]{_after(hit)}"


def _before(hit: Hit) -> str:
    return hit.before[-CONTEXT_CP:]


def _after(hit: Hit) -> str:
    return hit.after[:CONTEXT_CP]


def _objects(page: FoundPage) -> Iterator[dict[str, Any]]:
    for one in page.subjects:
        yield from (_of_subject(one, hit) for hit in one.hits)
    for found in page.articles:
        yield from (_of_article(found, hit) for hit in found.hits)


def _of_article(found: FoundArticle, hit: Hit) -> dict[str, Any]:
    """Return a hit; `start` and `end` are code points of the article's text, half-open.

    What is found elsewhere (`field`) has its own positions in `field_start` and
    `field_end`; then `start` and `end` are those of the annotation that it is said of.
    """
    start_cp, end_cp = hit.place
    return {
        "article": found.article.id,
        "article_uid": found.article.uid,
        "title": found.article.title,
        "start": start_cp,
        "end": end_cp,
        **_words_of(hit),
        "annotation": hit.annotation.uid if hit.annotation is not None else None,
    }


def _of_subject(found: FoundSubject, hit: Hit) -> dict[str, Any]:
    return {
        "subject": found.subject.uid,
        "name": found.subject.name,
        **_words_of(hit),
    }


def _words_of(hit: Hit) -> dict[str, Any]:
    return {
        "field": hit.field,
        "field_start": hit.start_cp,
        "field_end": hit.end_cp,
        "text": hit.words,
        "before": _before(hit),
        "after": _after(hit),
        "snippet": _marked(hit),
        "exact": hit.exact,
    }


SEARCH = Command(
    "search",
    Label(
        "find words in all articles, notes and names, however they are spelt",
        "البحث عن كلمات في كل المقالات والملاحظات والأسماء، أيًّا كان رسمها",
    ),
    _search,
    (
        Argument(
            ("query",),
            Label(
                'words, "a phrase", -word, tag:claim, speaker:"…", name:, publisher:,'
                " before:2021-03-14, after:2020",
                'كلمات، "عبارة"، -كلمة، علامة:ادعاء، القائل:"…"، اسم:، الناشر:،'
                " قبل:2021-03-14، بعد:2020",
            ),
            {"metavar": "QUERY", "type": canonical},
        ),
        Argument(
            ("--whole-words",),
            Label("no word that only begins so", "الكلمة كاملة، لا ما يبدأ بها"),
            {"action": "store_true"},
        ),
        Argument(
            ("--no-particles",),
            Label(
                "no word with a particle (wa, fa, bi, ka, li, al) joined to it",
                "لا الكلمة المتصلة بـ و ف ب ك ل ال",
            ),
            {"action": "store_true"},
        ),
        JSON,
    ),
)
