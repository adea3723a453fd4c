"""Lists of articles, on both databases: which, in which order, in how many statements."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnknownSort
from reader.model.article import Duplicate, Reading
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.article_sorts import ARTICLE_SORTS
from reader.model.change import edit
from reader.model.collection import ArticleLabel, Collection, within
from reader.storage.article_filtering import _ORDERS, RECENT
from reader.storage.article_keys import days_of
from tests.storage.values import AT, SESSION, TEXT, imported

# Title, publisher, published, text; the first is imported first.
ARTICLES = (
    ("«بغداد» تستعد", "وكالة سَلام", "2020-03-26", "أ"),
    ("أحمد يفوز", "وكالة سلام", "2020", "ب"),
    ("ليبيا اليوم", "BBC", "2021-05", "ت"),
    ("پاريس", "", "", "ث"),
    ("خبر 100%_\\", "شفق", "2020-03-26T18:30:00+03:00", "ج"),
    ("BBC reports", "شفق", "1999-12-31", "ح"),
)


@pytest.fixture
def shelf(desk):
    """Return a desk whose article of its own is in the trash, and the six others."""
    desk.do(edit(desk.article, replace(desk.article, deleted_at=AT)), act="trash")
    added = [
        desk.store.add_article(
            imported(text, title, publisher=publisher, published=published), desk.me.uid, SESSION
        )
        for title, publisher, published, text in ARTICLES
    ]
    return desk, added


def numbers(shelf, order=None, **wanted):
    """Return which of the six a list shows, in its order."""
    desk, added = shelf
    found = desk.store.article_uids(ArticleFilter(**wanted), order or ArticleOrder(), desk.me.uid)
    place = {one.uid: number for number, one in enumerate(added)}
    return [place[uid] for uid in found]


def mark(shelf, number, tag, status, start=0):
    desk, added = shelf
    text = desk.store.revision(added[number].uid)
    span = desk.span(start, start + 1, tag, status=status)
    desk.add(replace(span, revision_uid=text.uid, exact=text.text[start : start + 1]))


def read(shelf, number, minutes):
    desk, added = shelf
    reading = Reading(
        article_uid=added[number].uid,
        annotator_uid=desk.me.uid,
        revision_uid=desk.store.revision(added[number].uid).uid,
        read_at=AT + timedelta(minutes=minutes),
        top_cp=number,
    )
    desk.store.note_reading(reading)
    return reading


@pytest.mark.parametrize(
    ("key", "straight"),
    [
        ("imported", [5, 4, 3, 2, 1, 0]),
        ("published", [2, 4, 0, 1, 5, 3]),
        ("title", [1, 0, 3, 4, 2, 5]),
        ("publisher", [5, 4, 1, 0, 2, 3]),
        ("annotations", [2, 4, 5, 3, 1, 0]),
        ("read", [0, 4, 5, 3, 2, 1]),
    ],
)
def test_each_order_and_the_same_turned_round(shelf, key, straight):
    for number, count in ((2, 2), (4, 1)):
        for _ in range(count):
            mark(shelf, number, "quote", "draft")
    for number, minutes in ((4, 1), (0, 2)):
        read(shelf, number, minutes)
    assert numbers(shelf, ArticleOrder(key)) == straight
    turned = numbers(shelf, ArticleOrder(key, reversed=True))
    assert sorted(turned) == sorted(straight)
    unknown = {"published": 1, "publisher": 1, "read": 4}.get(key, 0)
    assert turned[len(turned) - unknown :] == straight[len(straight) - unknown :]
    assert turned[0] != straight[0]


def test_every_order_of_the_table_is_answered():
    assert {one.key for one in ARTICLE_SORTS} == set(_ORDERS)


def test_an_order_that_is_none_is_told(desk):
    with pytest.raises(UnknownSort) as caught:
        desk.store.article_uids(ArticleFilter(), ArticleOrder("colour"))
    assert "published" in caught.value.sentence("ar")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "احمد"}, [1]),
        ({"text": "سلام اليوم"}, []),
        ({"text": "سلام يفوز"}, [1]),
        ({"text": "bbc"}, [5, 2]),
        ({"text": "100%_\\"}, [4]),
        ({"text": "%"}, [4]),
        ({"text": "_"}, [4]),
        ({"text": "'"}, []),
        ({"text": "a\0b"}, []),
        ({"text": "\udcff"}, []),
        ({"publisher": "وكالة سلام"}, [1, 0]),
        ({"publisher": "bbc"}, [2]),
        ({"publisher": "وكالة"}, []),
        ({"published_from": "2020"}, [4, 2, 1, 0]),
        ({"published_from": "2020-03-26"}, [4, 2, 1, 0]),
        ({"published_from": "2020-03-27"}, [2, 1]),
        ({"published_to": "2020-03-25"}, [5, 1]),
        ({"published_to": "1999"}, [5]),
        ({"published_from": "2020-03", "published_to": "2020-03"}, [4, 1, 0]),
        ({"published_from": "2021-05-31"}, [2]),
        ({"published_from": "2021-06"}, []),
        ({"trashed": True}, None),
    ],
)
def test_what_a_filter_lets_through(shelf, wanted, found):
    if found is None:
        desk, _ = shelf
        uids = desk.store.article_uids(ArticleFilter(**wanted), ArticleOrder())
        assert uids == [desk.article.uid]
    else:
        assert numbers(shelf, **wanted) == found


def test_tag_and_status_are_those_of_one_annotation(shelf):
    mark(shelf, 0, "quote", "draft")
    mark(shelf, 0, "claim", "reviewed")
    mark(shelf, 1, "quote", "reviewed")
    assert numbers(shelf, tag="quote") == [1, 0]
    assert numbers(shelf, status="reviewed") == [1, 0]
    assert numbers(shelf, tag="quote", status="reviewed") == [1]
    assert numbers(shelf, tag="entity") == []


def test_collections_and_labels(shelf):
    desk, added = shelf
    local, label = Collection(name="محلي"), ArticleLabel(name="عاجل", position=1)
    inner = Collection(name="الصحة", parent_uid=local.uid)
    other = ArticleLabel(name="أرشيف", position=0)
    desk.add(local, inner, label, other)
    desk.do(
        edit(added[0], replace(added[0], collection_uid=local.uid)),
        edit(added[1], replace(added[1], collection_uid=inner.uid, label_uids=(label.uid,))),
        edit(added[2], replace(added[2], label_uids=(label.uid, other.uid))),
        act="collect",
    )
    assert numbers(shelf, collection_uids=frozenset({local.uid})) == [0]
    both = within((local, inner), local.uid)
    assert numbers(shelf, collection_uids=both) == [1, 0]
    assert numbers(shelf, unfiled=True) == [5, 4, 3, 2]
    assert numbers(shelf, label_uid=label.uid) == [2, 1]
    assert numbers(shelf, label_uid=label.uid, collection_uids=both) == [1]
    found = desk.store.shelves(desk.me.uid)
    assert found.collections == (local, inner)
    assert found.labels == (other, label)
    assert (found.total, found.trashed, found.unfiled) == (6, 1, 4)
    assert found.in_collections == {local.uid: 1, inner.uid: 1}
    assert found.with_labels == {label.uid: 2, other.uid: 1}
    assert desk.store.publishers() == ("شفق", "وكالة سلام", "BBC")
    assert [one.uid for one in desk.store.articles_in(inner.uid)] == [added[1].uid]
    borne = [one.label_uids for one in desk.store.articles_labelled(other.uid)]
    assert borne == [(label.uid, other.uid)]


def test_recent_are_those_that_the_asker_has_read_last(shelf):
    desk, added = shelf
    for number in (3, 1, 3):
        latest = read(shelf, number, number)
    assert numbers(shelf, ArticleOrder("read"), recent=True) == [3, 1]
    assert desk.store.shelves(desk.me.uid).recent == 2
    assert desk.store.reading(added[3].uid, desk.me.uid) == latest
    somebody = desk.store.annotator("غيرها", "other")
    uids = desk.store.article_uids(ArticleFilter(recent=True), ArticleOrder("read"), somebody.uid)
    assert uids == []
    assert desk.store.reading(added[3].uid, somebody.uid) is None
    assert desk.store.changes(desk.store.last_sequence()) == []


def test_recent_end_somewhere(desk):
    for number in range(RECENT + 2):
        one = desk.store.add_article(imported(str(number)), desk.me.uid, SESSION)
        uid = desk.store.revision(one.uid).uid
        desk.store.note_reading(
            Reading(article_uid=one.uid, annotator_uid=desk.me.uid, revision_uid=uid)
        )
    wanted = ArticleFilter(recent=True)
    assert len(desk.store.article_uids(wanted, ArticleOrder("title"), desk.me.uid)) == RECENT
    assert desk.store.shelves(desk.me.uid).recent == RECENT


def test_reading_of_what_is_gone_is_passed_over(desk):
    gone = Reading(article_uid=desk.article.uid, annotator_uid=desk.me.uid, revision_uid="gone")
    desk.store.note_reading(gone)
    assert desk.store.reading(desk.article.uid, desk.me.uid) is None


def test_duplicates_are_recognised_by_text_and_by_address(desk):
    store = desk.store
    url = "https://www.example.com/خبر/?utm_source=x"
    by_text = imported(TEXT, "النص نفسه")
    by_url = imported("نص آخر", "العنوان نفسه", url=url)
    assert store.duplicates_of(by_text) == [
        Duplicate(article=desk.article, same_text=True, same_address=False)
    ]
    assert store.duplicates_of(by_url) == []
    kept = store.add_article(by_url, desk.me.uid, SESSION)
    again = imported(TEXT, "كلاهما", url="http://example.com/%D8%AE%D8%A8%D8%B1")
    assert store.duplicates_of(again) == [
        Duplicate(article=desk.article, same_text=True, same_address=False),
        Duplicate(article=kept, same_text=False, same_address=True),
    ]
    assert [one.is_duplicate for one in store.articles()] == [False, False]
    added = store.add_article(again, desk.me.uid, SESSION)
    assert [one.is_duplicate for one in store.articles()] == [True, True, True]
    assert store.duplicates_of(again) == store.duplicates_of(replace(again, source=b""))
    everyone = ArticleFilter(duplicates=True)
    assert len(store.article_uids(everyone, ArticleOrder())) == 3
    assert store.shelves().duplicates == 3
    desk.do(edit(added, replace(added, deleted_at=AT)), act="trash")
    assert store.article_uids(everyone, ArticleOrder()) == []
    assert store.duplicates_of(imported(TEXT, url=url)) != []


def test_an_article_of_many_empty_addresses_is_no_duplicate(shelf):
    assert numbers(shelf, duplicates=True) == []


def test_an_edit_moves_an_article_in_its_lists(shelf):
    desk, added = shelf
    edited = replace(added[5], title="أبجد", publisher="وكالة سلام", published="2022")
    desk.do(edit(added[5], edited), act="article")
    assert numbers(shelf, ArticleOrder("title"))[0] == 5
    assert numbers(shelf, publisher="وكالة سلام") == [5, 1, 0]
    assert numbers(shelf, ArticleOrder("published"))[0] == 5
    assert desk.store.check().is_sound


def test_summaries_come_in_the_order_asked_for(shelf):
    desk, added = shelf
    uids = [added[2].uid, "nothing", added[0].uid]
    assert [one.article.uid for one in desk.store.summaries(uids)] == [added[2].uid, added[0].uid]
    assert desk.store.summaries([]) == []


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("", ("", "")),
        ("قريبًا", ("", "")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2021-02", ("2021-02-01", "2021-02-28")),
        ("2020-12-31T23:59:59Z", ("2020-12-31", "2020-12-31")),
        ("2020-02-30", ("", "")),
    ],
)
def test_days_of_a_date(published, days):
    assert days_of(published) == days


@given(st.text(max_size=12))
def test_any_text_has_days_or_none(text):
    first, last = days_of(text)
    assert first <= last
    assert (len(first), len(last)) in ((0, 0), (10, 10))
