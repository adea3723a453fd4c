"""Mark a span of an article, and list what is marked."""

import argparse
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
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
from reader.commands.own import holds, own_meant, with_own_set
from reader.commands.shapes import annotation_object
from reader.commands.terminal import Terminal
from reader.errors import UnknownField
from reader.exporters.wanted import Wanted
from reader.label import Label
from reader.model.anchors import LOST
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.change import Change, Edit
from reader.model.codebook import OwnField
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
        own = store.own_fields()
        _edits(request, revision, tag, LibraryDesk(store, somebody()), own)
        annotator = me(store)
        edits = _edits(request, revision, tag, LibraryDesk(store, annotator), own)
        change = Change(
            act="annotate", edits=edits, annotator_uid=annotator.uid, session_uid=new_uid()
        )
        store.apply(change)
        uid = next(edit.uid for edit in edits if edit.kind == "annotation")
        if request.json:
            terminal.say_json(annotation_object(article, store.entry(uid), own))
        else:
            terminal.say(uid)
    return DONE


def _edits(
    request: Namespace,
    revision: Revision,
    tag: str,
    desk: LibraryDesk,
    own: Sequence[OwnField],
) -> tuple[Edit, ...]:
    """Return what makes the annotation; raises BadSpan, UnknownField and BadValue."""
    annotation = new_annotation(
        revision,
        request.start,
        request.end,
        tag,
        desk.annotator_uid(),
        note=request.note,
    )
    annotation, values = with_own_set(annotation, dict(request.values), own)
    edits = edits_for(Entry(annotation=annotation), values, desk)
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
        listed, own = list(_listed(store, request)), store.own_fields()
    if request.json:
        terminal.say_json([annotation_object(article, entry, own) for article, entry in listed])
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
    own, wanted = store.own_fields(), dict(request.holding)
    _refuse_unknown(wanted, sorted(tags) or [tag.key for tag in store.tags()], own)
    articles = store.annotated_articles(named_articles(store, request))
    for annotated in Wanted(tags=tags).among(articles):
        for entry in (*annotated.entries, *annotated.lost):
            if holds(entry, wanted, own):
                yield annotated.article, entry


def _refuse_unknown(keys: Iterable[str], tags: Sequence[str], own: Sequence[OwnField]) -> None:
    """Raise UnknownField for a key that none of some tags has a field of."""
    for key in keys:
        refusals = []
        for tag in tags:
            try:
                own_meant(own, tag, key)
            except UnknownField as error:
                refusals.append(error)
        if len(refusals) == len(tags):
            raise refusals[0]


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
            Label(
                "set a field, also one of your own; may be repeated",
                "ضبط حقل، ولو كان من حقولك؛ يمكن تكراره",
            ),
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
    (
        ONLY_ARTICLE,
        ONLY_TAG,
        Argument(
            ("--field",),
            Label(
                "only with this value in a field, also one of your own; may be repeated",
                "بهذه القيمة في حقل فقط، ولو كان من حقولك؛ يمكن تكراره",
            ),
            {
                "metavar": "FIELD=VALUE",
                "dest": "holding",
                "action": "append",
                "default": [],
                "type": _field_value,
            },
        ),
        JSON,
    ),
)
