"""Everything that somebody said, in all articles."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.commands.command import DONE, JSON, Argument, Command
from reader.commands.library import open_library
from reader.commands.shapes import annotation_object
from reader.commands.terminal import Terminal
from reader.errors import UnknownSubject
from reader.label import Label
from reader.model.reference import Reference
from reader.model.subject import Subject
from reader.text.canonical import canonical
from reader.text.naming import candidates, named

if TYPE_CHECKING:
    from reader.storage import Store

_PREVIEW_CP = 100


def _said(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        subject = subject_of(store, request.name)
        said = [one for one in store.references(subject.uid) if one.annotation.tag == "quote"]
        if request.json:
            terminal.say_json([_object(store, one) for one in said])
            return DONE
    for one in said:
        _print(one, terminal)
    return DONE


def subject_of(store: "Store", name: str) -> Subject:
    """Return the subject that somebody means by a name, or by its uid.

    A last name is enough where one subject bears it. Raises UnknownSubject.
    """
    subjects = store.subjects()
    found = next((one for one in subjects if one.uid == name), None) or named(name, subjects)
    near = candidates(name, subjects)
    if found is None and len(near) != 1:
        listed = ", ".join(one.subject.name for one in near) or "–"
        raise UnknownSubject(name=name, near=listed)
    return found or near[0].subject


def _object(store: "Store", one: Reference) -> dict[str, object]:
    article = one.article
    source = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
    }
    return annotation_object(article, store.entry(one.annotation.uid), store.own_fields()) | source


def _print(one: Reference, terminal: Terminal) -> None:
    annotation, article = one.annotation, one.article
    words = annotation.exact
    shown = words if len(words) <= _PREVIEW_CP else words[:_PREVIEW_CP] + "…"
    span = f"{annotation.start_cp}–{annotation.end_cp}"
    source = (article.title, article.publisher, article.published, article.url)
    terminal.row(article.id, span, shown, *source)


SAID = Command(
    "said",
    Label(
        "list everything that somebody said, with its sources",
        "سرد كل ما قاله شخص أو جهة، مع مصادره",
    ),
    _said,
    (
        Argument(
            ("name",),
            Label("one of the speaker's names, in any spelling", "أحد أسماء القائل، بأي رسم"),
            {"metavar": "NAME", "type": canonical},
        ),
        JSON,
    ),
)
