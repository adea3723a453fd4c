"""List the articles."""

from argparse import Namespace

from reader.commands.command import DONE, JSON, Command
from reader.commands.filtering import FILTERS, filter_of, order_of
from reader.commands.library import known_me, open_library
from reader.commands.shapes import article_object
from reader.commands.terminal import Terminal
from reader.label import Label
from reader.model.article import ArticleSummary


def article_row(summary: ArticleSummary, terminal: Terminal) -> None:
    """Print an article as one line of the list."""
    article = summary.article
    terminal.row(article.id, article.title, article.published, summary.annotations)


def _articles(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        wanted, order = filter_of(request, store), order_of(request)
        summaries = store.articles(wanted, order, known_me(store))
        shelves = store.shelves()
    if request.json:
        terminal.say_json([article_object(summary, shelves) for summary in summaries])
        return DONE
    for summary in summaries:
        article_row(summary, terminal)
    return DONE


ARTICLES = Command(
    "articles",
    Label("list the articles, newest first or as asked", "سرد المقالات، الأحدث أولًا أو كما يُطلب"),
    _articles,
    (*FILTERS, JSON),
)
