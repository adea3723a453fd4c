"""A first look into a library: the same article as later, or nothing."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.importers import from_text
from reader.model.annotation import Annotation
from reader.model.change import Change, edit
from reader.model.identity import now
from reader.storage import Store
from reader.storage.glance import glance
from reader.text.anchoring import new_annotation
from tests.corpus import NEWS

SESSION = "s"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "خبر %41.db"
    with Store.open(path) as store:
        who = store.annotator("سعاد", "suad")
        for number in range(2):
            article = store.add_article(from_text(f"{number}\n{NEWS}", "a.txt"), who.uid, SESSION)
            revision = store.revision(article.uid)
            made = tuple(
                edit(None, new_annotation(revision, at, at + 4, "claim", who.uid, note="حاشية"))
                for at in (3, 20)
            )
            act = Change(act="annotate", edits=made, annotator_uid=who.uid, session_uid=SESSION)
            store.apply(act)
    return path


def plain(annotation: Annotation) -> tuple[object, ...]:
    """Return what a look at an annotation tells."""
    one = annotation
    return one.uid, one.tag, one.start_cp, one.end_cp, one.exact, one.note, one.status


@pytest.mark.parametrize("number", ["1", "2"])
def test_what_is_seen_is_what_the_library_holds(library: Path, number: str):
    with Store.open(library) as store:
        held = store.annotated(store.article(number).uid)
    seen = glance(library, held.article.uid, 0)
    assert seen is not None
    assert (seen.article_uid, seen.title) == (held.article.uid, held.article.title)
    assert seen.text == held.revision.text
    assert list(map(plain, seen.annotations)) == [plain(e.annotation) for e in held.entries]


def test_without_a_last_article_the_newest_is_seen(library: Path):
    seen = glance(library, "gone", 0)
    assert seen is not None
    assert seen.text.startswith("1\n")


def test_an_article_in_the_trash_is_not_seen(library: Path):
    with Store.open(library) as store:
        article = store.article("2")
        who = store.annotator("سعاد", "suad")
        gone = edit(article, replace(article, deleted_at=now()))
        store.apply(
            Change(act="article", edits=(gone,), annotator_uid=who.uid, session_uid=SESSION)
        )
    seen = glance(library, article.uid, 0)
    assert seen is not None
    assert seen.article_uid != article.uid


def test_the_revision_that_is_shown_is_seen(library: Path):
    with Store.open(library) as store:
        article = store.article("2")
        who = store.annotator("سعاد", "suad")
        later = from_text(f"عنوان آخر\n{NEWS}", "a.txt")
        store.add_revision(later, article.uid, who.uid, SESSION)
        before = glance(library, article.uid, 0)
        edits = (edit(article, replace(article, revision_number=2)),)
        store.apply(Change(act="article", edits=edits, annotator_uid=who.uid, session_uid=SESSION))
        after = glance(library, article.uid, 0)
    assert before is not None
    assert after is not None
    assert before.text.startswith("1\n")
    assert after.text.startswith("عنوان آخر")


def test_a_library_that_is_written_is_seen_as_it_was(library: Path):
    with Store.open(library) as store:
        before = library.stat().st_mtime_ns
        assert glance(library, "", 0) is not None
        assert store.articles()
    assert library.stat().st_mtime_ns >= before


@pytest.mark.parametrize("content", [b"", b"no library", b"SQLite format 3\x00" + bytes(100)])
def test_what_is_no_library_is_not_seen(tmp_path: Path, content: bytes):
    path = tmp_path / "x.db"
    path.write_bytes(content)
    assert glance(path, "", 0) is None
    assert path.read_bytes() == content
    assert glance(tmp_path / "nothing.db", "", 0) is None
    assert not (tmp_path / "nothing.db").exists()
    assert glance(tmp_path, "", 0) is None


def test_an_empty_library_shows_nothing(tmp_path: Path):
    Store.open(tmp_path / "a.db").close()
    assert glance(tmp_path / "a.db", "", 0) is None


def test_a_look_loads_neither_sqlalchemy_nor_qt():
    code = (
        "import sys, reader.storage.glance;"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'alembic', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
