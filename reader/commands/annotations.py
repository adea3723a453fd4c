"""Mark a span of an article, and list what is marked."""

import argparse
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.commands.command import (
    ARTICLE,
    DONE,
    JSON,
    ONLY_ARTICLE,
    ONLY_TAG,
    Argument,
    Command,
)
from reader.commands.library import (
    LibraryDesk,
    me,
    named_articles,
    named_tags,
    open_library,
    somebody,
)
from reader.commands.shapes import annotation_object
from reader.commands.terminal import Terminal
from reader.exporters.wanted import Wanted
from reader.label import Label
from reader.model.anchors import LOST
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.change import Change, Edit
from reader.model.entry import Entry
from reader.model.fields import edits_for
from reader.model.identity import new_uid
from reader.model.tags import known_tag
from reader.text.anchoring import new_annotation
from reader.text.canonical import canonical

if TYPE_CHECKING:
    from reader.storage import Store

_PREVIEW_CP = 60
_LOST = Label("lost", "بلا موضع")


def _annotate(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        article = store.article(request.article)
        revision = store.revision(article.uid)
        tag = known_tag(request.tag, store.tags()).key
        # A first try with an annotator who is not saved: bad input changes nothing.
        _edits(request, revision, tag, LibraryDesk(store, somebody()))
        annotator = me(store)
        edits = _edits(request, revision, tag, LibraryDesk(store, annotator))
        change = Change(
            act="annotate", edits=edits, annotator_uid=annotator.uid, session_uid=new_uid()
        )
        store.apply(change)
        uid = next(edit.uid for edit in edits if edit.kind == "annotation")
        if request.json:
            terminal.say_json(annotation_object(article, store.entry(uid)))
        else:
            terminal.say(uid)
    return DONE


def _edits(request: Namespace, revision: Revision, tag: str, desk: LibraryDesk) -> tuple[Edit, ...]:
    """Return what makes the annotation; raises BadSpan, UnknownField and BadValue."""
    annotation = new_annotation(
        revision,
        request.start,
        request.end,
        tag,
        desk.annotator_uid(),
        note=request.note,
    )
    edits = edits_for(Entry(annotation=annotation), dict(request.values), desk)
    set_annotation = next((edit.after for edit in edits if edit.kind == "annotation"), None)
    made = _new(set_annotation if isinstance(set_annotation, Annotation) else annotation)
    # The subject comes before the annotation that points to it, the ruling after.
    subjects = tuple(edit for edit in edits if edit.kind == "subject")
    rest = tuple(edit for edit in edits if edit.kind not in ("subject", "annotation"))
    return (*subjects, Edit(None, made), *rest)


def _new(annotation: Annotation) -> Annotation:
    return replace(annotation, version=1, updated_at=annotation.created_at)


def _annotations(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        listed = list(_listed(store, request))
    if request.json:
        terminal.say_json([annotation_object(article, entry) for article, entry in listed])
        return DONE
    for article, entry in listed:
        one = entry.annotation
        is_placed = one.anchor != LOST
        span = f"{one.start_cp}–{one.end_cp}" if is_placed else terminal.word(_LOST)
        words = one.exact if len(one.exact) <= _PREVIEW_CP else one.exact[:_PREVIEW_CP] + "…"
        terminal.row(one.uid, article.id, one.tag, span, words, one.note)
    return DONE


def _listed(store: "Store", request: Namespace) -> Iterator[tuple[Article, Entry]]:
    tags = named_tags(store, request)
    articles = store.annotated_articles(named_articles(store, request))
    for annotated in Wanted(tags=tags).among(articles):
        for entry in (*annotated.entries, *annotated.lost):
            yield annotated.article, entry


def _field_value(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise argparse.ArgumentTypeError(f"FIELD=VALUE: {text!r}")
    return canonical(key).strip(), canonical(value)


ANNOTATE = Command(
    "annotate",
    Label("mark a span of an article", "تعليم موضع من مقال"),
    _annotate,
    (
        ARTICLE,
        Argument(
            ("start",),
            Label("where it starts, in characters from 0", "بدايته، بعدد الحروف من 0"),
            {"metavar": "START", "type": int},
        ),
        Argument(
            ("end",),
            Label("where it ends, not included", "نهايته، غير مشمولة"),
            {"metavar": "END", "type": int},
        ),
        Argument(
            ("tag",),
            Label("quote, entity, claim or a tag of yours", "quote أو entity أو claim أو علامة لك"),
            {"metavar": "TAG", "type": canonical},
        ),
        Argument(
            ("--note",),
            Label("a note on it", "ملاحظة عليه"),
            {"metavar": "TEXT", "default": "", "type": canonical},
        ),
        Argument(
            ("--set",),
            Label("set a field; may be repeated", "ضبط حقل؛ يمكن تكراره"),
            {
                "metavar": "FIELD=VALUE",
                "dest": "values",
                "action": "append",
                "default": [],
                "type": _field_value,
            },
        ),
        JSON,
    ),
)
ANNOTATIONS = Command(
    "annotations",
    Label("list what is marked", "سرد التعليقات"),
    _annotations,
    (ONLY_ARTICLE, ONLY_TAG, JSON),
)
