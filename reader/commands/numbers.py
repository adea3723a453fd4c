"""Count: who is quoted, which claims have which verdict, what each tag was put on."""

from argparse import Namespace
from typing import Any

from reader.commands.command import DONE, JSON, ONLY_ARTICLE, Command
from reader.commands.filtering import FILTERS, filter_of, order_of
from reader.commands.library import named_articles, open_library
from reader.commands.terminal import Terminal
from reader.label import Label
from reader.model.article_filter import ArticleFilter
from reader.model.fields.values import as_text
from reader.model.numbers import Bar, Numbers, NumberTable

_ARTICLES, _ANNOTATIONS = Label("Articles", "المقالات"), Label("Annotations", "التعليقات")


def _numbers(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        wanted = filter_of(request, store)
        uids = named_articles(store, request) if request.articles else None
        if uids is None and wanted != ArticleFilter():
            uids = store.article_uids(wanted, order_of(request))
        found = store.numbers(uids)
    if request.json:
        terminal.say_json(_object(found))
    else:
        _say(found, terminal)
    return DONE


def _say(found: Numbers, terminal: Terminal) -> None:
    terminal.row(terminal.word(_ARTICLES), found.articles)
    terminal.row(terminal.word(_ANNOTATIONS), found.annotations)
    for table in found.tables:
        terminal.say("")
        terminal.row(table.label.text(terminal.language))
        for bar in table.bars:
            more = (as_text(float(bar.measure)),) if table.measured else ()
            terminal.row(bar.label.text(terminal.language), bar.count, *more)


def _object(found: Numbers) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "annotations": found.annotations,
        "tables": [_table(one) for one in found.tables],
    }


def _table(table: NumberTable) -> dict[str, Any]:
    return {
        "key": table.key,
        **_both(table.label),
        "rows": [_row(one, table) for one in table.bars],
    }


def _row(bar: Bar, table: NumberTable) -> dict[str, Any]:
    name = "sum" if table.key == "own_sums" else "characters"
    more = {name: bar.measure} if table.measured else {}
    return {"key": bar.key, **_both(bar.label), "count": bar.count, **more}


def _both(label: Label) -> dict[str, str]:
    return {"label_ar": label.ar, "label_en": label.en}


NUMBERS = Command(
    "numbers",
    Label(
        "count by tag, speaker, verdict, publisher and time",
        "إحصاء حسب العلامة والقائل والحكم والناشر والوقت",
    ),
    _numbers,
    (ONLY_ARTICLE, *FILTERS, JSON),
)
