"""Read an annotated article in a terminal."""

import shutil
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.commands.command import ARTICLE, DONE, Argument, Command
from reader.commands.library import open_library
from reader.commands.terminal import Terminal, one_line
from reader.label import Label, Language
from reader.model.article import Article
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.fields import fields_of, value_of
from reader.model.tags import Tag, tag_of
from reader.model.vocabulary import STATUSES, label_of
from reader.text.controls import printable
from reader.text.visual import visual_lines

_NOTE = Label("Note", "الملاحظة")
_INDENT = "   "


def _show(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        annotated = store.annotated(store.article(request.article).uid)
        tags = store.tags()
    language = terminal.language
    blocks = (
        "\n".join(_heading(annotated.article)),
        printable(marked_text(annotated, tags, language)),
        "\n".join(_legend(annotated.entries, tags, language)),
    )
    whole = "\n\n".join(block for block in blocks if block)
    if request.visual:
        whole = visual_lines(whole, shutil.get_terminal_size().columns)
    terminal.say(whole)
    return DONE


def marked_text(annotated: AnnotatedArticle, tags: Sequence[Tag], language: Language) -> str:
    """Return the text with `[1 Quote: ` before each annotation and ` 1]` after it.

    Annotations are numbered in reading order, the longer first; where one ends
    and another begins, the end comes first.
    """
    text = annotated.revision.text
    starts: defaultdict[int, str] = defaultdict(str)
    ends: defaultdict[int, str] = defaultdict(str)
    for number, entry in enumerate(annotated.entries, 1):
        annotation = entry.annotation
        label = tag_of(annotation.tag, tags).label.text(language)
        starts[annotation.start_cp] += f"[{number} {label}: "
        # The annotation that opened last closes first.
        ends[annotation.end_cp] = f" {number}]" + ends[annotation.end_cp]
    pieces: list[str] = []
    last = 0
    for place in sorted({*starts, *ends}):
        pieces += text[last:place], ends.get(place, ""), starts.get(place, "")
        last = place
    return "".join((*pieces, text[last:]))


def _heading(article: Article) -> Iterator[str]:
    facts = (article.byline, article.publisher, article.published, article.url)
    yield one_line(article.title)
    if any(facts):
        yield " · ".join(one_line(fact) for fact in facts if fact)


def _legend(entries: Sequence[Entry], tags: Sequence[Tag], language: Language) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        annotation = entry.annotation
        tag = tag_of(annotation.tag, tags).label.text(language)
        status = label_of(STATUSES, annotation.status).text(language)
        span = f"{annotation.start_cp}–{annotation.end_cp}"
        yield one_line(f"[{number}] {tag} · {span} · {status} · {annotation.uid}")
        for field in fields_of(annotation.tag):
            value = value_of(entry, field)
            if value:
                known = label_of(field.choices, value).text(language)
                yield f"{_INDENT}{field.label.text(language)}: {one_line(known)}"
        if annotation.note:
            yield f"{_INDENT}{_NOTE.text(language)}: {one_line(annotation.note)}"


SHOW = Command(
    "show",
    Label("print an article with its annotations marked", "طباعة مقال مع تعليقاته"),
    _show,
    (
        ARTICLE,
        Argument(
            ("--visual",),
            Label(
                "for terminals that cannot shape and order Arabic",
                "للطرفيات التي لا تصل الحروف العربية ولا ترتبها",
            ),
            {"action": "store_true"},
        ),
    ),
)
