"""A library with one of everything, and real faults to meet it with."""

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from reader.importers import from_text
from reader.label import Label
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields, Relation
from reader.model.article import Reading
from reader.model.change import Change, Edit, edit
from reader.model.claim import Evidence, Ruling
from reader.model.codebook import FIELD_KINDS, OwnField, Template, TemplateValue, with_own_value
from reader.model.collection import ArticleLabel, Collection
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.model.vocabulary import Choice
from reader.storage.driver import sqlite_driver
from reader.storage.opening import connection_to
from reader.storage.store import Store
from reader.text.anchoring import moved, new_annotation

TEXT = "قال الوزير 😀 إن «العدد 1,554».\nوأضاف: لا تعليق.\n" * 20
NOBODY = 65534
READ_WRITE = "mode=rw"


def fill(store: Store) -> None:
    """Put an article, its annotations and all that can hang on them into a library."""
    me = store.annotator("حنان", "hanan")

    def act(name: str, *edits: Edit, **more: Any) -> Change:
        change = Change(act=name, edits=edits, annotator_uid=me.uid, session_uid="window", **more)
        return store.apply(change)

    for title in ("first", "second"):
        article = store.add_article(from_text(TEXT, title), me.uid, "window")
    text = store.revision(article.uid)
    minister = Subject(kind="person", name="الوزير", other_names=("معالي الوزير", "وزير"))
    fields = QuoteFields(speaker="الوزير", speaker_uid=minister.uid, cue_start_cp=0, cue_end_cp=3)
    quote = new_annotation(text, 16, 29, "quote", me.uid, fields=fields)
    entity = new_annotation(
        text, 4, 10, "entity", me.uid, fields=EntityFields(subject_uid=minister.uid, value=1.5)
    )
    claim = new_annotation(text, 13, 29, "claim", me.uid, fields=ClaimFields(claimant="الوزير"))
    act("annotate", Edit(None, minister), Edit(None, quote))
    act("annotate", Edit(None, entity), Edit(None, claim))
    hanging = {"annotation_uid": claim.uid, "rated_by_uid": me.uid}
    ruling = Ruling(scale="afp", code="false", label="خطأ", normalised="false", **hanging)
    evidence = Evidence(annotation_uid=claim.uid, url="https://example.org/a")
    tie = Relation(from_uid=quote.uid, to_uid=claim.uid, type="source_of")
    act("field", Edit(None, ruling), Edit(None, evidence), Edit(None, tie))
    there = edit(entity, moved(entity, text.text, 0, 10))
    move = act("move", there)
    back = edit(there.after, entity)
    act("move", back, direction="undo", reverses=move.uid)
    desk, urgent = Collection(name="الشؤون المحلية"), ArticleLabel(name="عاجل")
    within = Collection(name="الصحة", parent_uid=desk.uid)
    act("collection", Edit(None, desk), Edit(None, within))
    act("edit_label", Edit(None, urgent))
    put = edit(article, replace(article, collection_uid=within.uid, label_uids=(urgent.uid,)))
    act("collect", put)
    store.note_reading(
        Reading(article_uid=article.uid, annotator_uid=me.uid, revision_uid=text.uid)
    )
    plain = new_annotation(text, 0, 3, "quote", me.uid)
    act("annotate", Edit(None, plain))
    act("delete", Edit(plain, None))
    fill_codebook(store, act)


def fill_codebook(store: Store, act: Callable[..., Change]) -> None:
    """Add a tag with a field of each kind, an annotation that fills them, and a template."""
    text = store.revision(store.articles()[0].article.uid)
    tag = Tag("context", Label("Context", "سياق"), "#2f9e44", "4", "wavy", 3)
    choices = (Choice("new", Label("New", "جديد")), Choice("old", Label("Old", "قديم")))
    made = [
        OwnField(tag="context", key=kind.key, label=kind.label, kind=kind.key, choices=some)
        for kind in FIELD_KINDS
        for some in ((choices,) if kind.key == "choice" else ((),))
    ]
    values = {"text": "سياق", "choice": "new", "number": "1.5", "date": "2026-01"}
    one = new_annotation(text, 30, 35, "context", store.annotators()[0].uid)
    for own in made:
        one = with_own_value(one, own, values[own.key])
    act("tag", Edit(None, tag), *(Edit(None, own) for own in made))
    act("annotate", Edit(None, one))
    value = TemplateValue(field="text", value="سياق")
    act("template", Edit(None, Template(name="سياق جديد", tag="context", values=(value,))))


@cache
def _sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sample.db")
        with Store.open(path) as store:
            fill(store)
        return path.read_bytes()


def library(path: Path) -> Path:
    """Put a closed library with one of everything at a path."""
    path.write_bytes(_sample())
    path.chmod(0o600)
    return path


def sql(path: Path, *statements: str) -> None:
    """Do to a library what any SQL tool could, and close it."""
    with connection_to(path, READ_WRITE) as connection:
        for statement in ("PRAGMA ignore_check_constraints = ON", *statements):
            connection.execute(statement).close()


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask a library something, and leave nothing behind."""
    with connection_to(path, "mode=ro&immutable=1") as connection:
        found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        return found


def open_connection(path: Path) -> Any:
    """Return a connection such as another program has, with autocommit and no patience."""
    module = sqlite_driver().module
    return module.connect(path, timeout=0.05, isolation_level=None, check_same_thread=False)


def another_process_can_write(path: Path) -> bool:
    """Tell whether a process of its own gets the write lock; locks bind processes, not handles."""
    code = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try:\n"
        "    connection.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError:\n"
        "    sys.exit(7)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert ended.returncode in (0, 7)
    return ended.returncode == 0


def foreign(path: Path, *statements: str) -> Path:
    """Make a database of another program at a path."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return the bytes, the time of change and the mode of each file in a folder."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.is_file():
            state = path.stat()
            found[path.name] = (path.read_bytes(), state.st_mtime_ns, state.st_mode)
    return found


@contextlib.contextmanager
def disk_with_room_for(size: int) -> Iterator[None]:
    """Refuse to write in any file beyond `size` bytes, as a full disk or a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def ordinary_user(folder: Path) -> Iterator[None]:
    """Work as a user whom modes bind: the superuser becomes nobody, who then owns the folder."""
    if os.geteuid() != 0:
        yield
        return
    for place in (folder, *folder.iterdir()):
        os.chown(place, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder that every user can reach, and remove it."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
