"""Delete for good: nothing of an article is left anywhere, and the record stays whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.annotation import Relation
from reader.model.article_filter import ArticleFilter
from reader.model.change import edit
from reader.model.claim import Evidence
from reader.model.subject import Subject
from reader.storage.rotation import copies_of, rotate
from reader.storage.schema import Row
from reader.storage.store import Store
from tests.storage.values import (
    AT,
    SESSION,
    broken_links,
    counted,
    desk_in,
    imported,
    put_away,
    rows,
)

WORDS = "سرّ لا يبقى"
TABLES = (
    "revisions",
    "article_keys",
    "article_labels",
    "collection_articles",
    "readings",
    "quotes",
)


@pytest.fixture
def witness(desk):
    """Return a desk whose article has all that can hang on it, and the uid of another article."""
    other = desk.store.add_article(imported("نص باقٍ", "باقٍ"), desk.me.uid, SESSION)
    quote = desk.span(0, 4, "quote", note=WORDS)
    deleted = desk.span(5, 9, "claim", note=WORDS)
    text = desk.store.revision(other.uid)
    kept = replace(desk.span(0, 3), revision_uid=text.uid, exact="نص ")
    proof = Evidence(annotation_uid=deleted.uid, title=WORDS)
    desk.add(Subject(name="شاهد"), quote, deleted, kept, proof)
    desk.add(Relation(from_uid=kept.uid, to_uid=quote.uid, type="repeats"))
    desk.do(edit(proof, None), edit(deleted, None), act="delete")
    put_away(desk)
    return desk, other.uid


def throw_away(desk):
    article = desk.store.article(desk.article.uid)
    desk.do(edit(article, replace(article, deleted_at=AT)), act="trash")


def erase(desk, *uids, **more):
    return desk.store.erase(uids or [desk.article.uid], desk.me.uid, SESSION, **more)


def test_what_is_not_in_the_trash_stays(witness):
    desk, other = witness
    before = desk.store.changes()
    assert erase(desk, desk.article.uid, other, "nothing") == []
    assert desk.store.changes() == before
    assert len(desk.store.articles()) == 2


def test_nothing_of_an_article_is_left(witness):
    desk, other = witness
    throw_away(desk)
    assert erase(desk, desk.article.uid, other) == [desk.article.uid]
    assert [one.article.uid for one in desk.store.articles()] == [other]
    assert desk.store.articles(ArticleFilter(trashed=True)) == []
    assert {table: counted(desk, table) for table in TABLES} == dict.fromkeys(TABLES, 0) | {
        "revisions": 1,
        "article_keys": 1,
        "quotes": 0,
    }
    assert counted(desk, "annotations") == 1
    assert counted(desk, "relations") == 0
    assert counted(desk, "subjects") == 1
    told = "".join(f"{row['before']}{row['after']}" for row in rows(desk))
    assert WORDS not in told
    assert desk.article.uid not in told
    assert "باقٍ" in told


def test_the_record_stays_whole_and_tells_who_erased_what(witness):
    desk, _ = witness
    throw_away(desk)
    count = len(rows(desk))
    erase(desk)
    record = rows(desk)
    assert len(record) == count + 1
    assert broken_links(record) == []
    last = record[-1]
    assert (last["act"], last["record_uid"]) == ("erase", desk.article.uid)
    assert last["annotator_uid"] == desk.me.uid
    assert desk.store.check().findings == ()
    assert desk.store.changes()[-1].edits == ()
    desk.add(Subject(name="بعد ذلك"))
    assert desk.store.check().is_sound


def test_a_value_put_back_into_the_record_is_seen(witness):
    desk, _ = witness
    throw_away(desk)
    erase(desk)
    with desk.store._library.write() as connection:
        table = Row.metadata.tables["changes"]
        blank = table.update().where(table.c.record_uid == desk.article.uid)
        connection.execute(blank.values(after='{"title":"x"}'))
    assert not desk.store.check().is_sound


def test_an_act_on_several_is_left_with_what_remains(desk):
    more = [
        desk.store.add_article(imported(str(number)), desk.me.uid, SESSION) for number in range(3)
    ]
    desk.do(*(edit(one, replace(one, deleted_at=AT)) for one in more), act="trash")
    erase(desk, more[1].uid)
    trash = next(one for one in desk.store.changes() if one.act == "trash")
    assert [one.uid for one in trash.edits] == [more[0].uid, more[2].uid]


def test_no_byte_is_left_in_the_file_its_log_or_its_copies(tmp_path):
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk = desk_in(store, text=f"{WORDS} في النص")
        desk.add(desk.span(0, 4))
        aside = path.with_name("annotations.db.before-v9-20260102T030405Z")
        aside.write_bytes(path.read_bytes())
        assert rotate(path)
        throw_away(desk)
        assert WORDS.encode() in whole(tmp_path)
        erase(desk)
        assert WORDS.encode() not in b"".join(
            one.read_bytes() for one in tmp_path.iterdir() if one.is_file() and one != aside
        )
        assert WORDS.encode() in whole(tmp_path)
        other = store.add_article(imported("x", deleted_at=AT), desk.me.uid, SESSION)
        erase(desk, other.uid, copies=True)
        assert WORDS.encode() not in whole(tmp_path)
        assert not aside.exists()
        (copy,) = copies_of(path).values()
    with Store.open(copy) as copied:
        assert copied.check().is_sound
        assert copied.articles() == []


def whole(folder: Path) -> bytes:
    """Return the bytes of every file below a folder."""
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_a_copy_from_a_server_holds_collections_made_in_any_order(desk, tmp_path):
    collection, _, _ = put_away(desk)
    above = replace(collection, uid="0" * 36, name="فوقها", version=1)
    desk.add(above)
    desk.do(edit(collection, replace(collection, parent_uid=above.uid)), act="collection")
    desk.store.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.shelves().collections == desk.store.shelves().collections
