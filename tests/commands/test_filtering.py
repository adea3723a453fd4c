"""A list of articles is narrowed and sorted from the command line."""

from dataclasses import replace

import pytest

from reader.model.change import Change, edit
from reader.model.collection import ArticleLabel, Collection
from reader.model.identity import now
from reader.storage import Store


@pytest.fixture
def shelf(library):
    """Put article 1 into a collection within another, under a label, and give it a publisher."""
    with Store.open(library) as store:
        me = store.annotator("x", "x")
        above, label = Collection(name="أخبار"), ArticleLabel(name="عاجل")
        inside = Collection(name="العراق", parent_uid=above.uid)
        article = store.article("1")
        put = replace(
            article,
            collection_uid=inside.uid,
            label_uids=(label.uid,),
            publisher="وكالة سَلام",
            published="2020-03",
        )
        new = (edit(None, one) for one in (above, inside, label))
        change = Change(
            act="collect", edits=(*new, edit(article, put)), annotator_uid=me.uid, session_uid="x"
        )
        store.apply(change)


def listed(answer):
    assert answer.err == ""
    return [int(line.split("\t")[0]) for line in answer.out.splitlines()]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ((), [2, 1]),
        (("--reverse",), [1, 2]),
        (("--sort", "title"), [1, 2]),
        (("--sort", "published", "--reverse"), [1, 2]),
        (("--text", "ثان"), [2]),
        (("--publisher", "وكالة سلام"), [1]),
        (("--from", "٢٠٢٠", "--to", "2020-03-01"), [1]),
        (("--from", "2021"), []),
        (("--tag", "quote"), []),
        (("--status", "draft"), []),
        (("--collection", "أخبار"), [1]),
        (("--collection", "أخبار/العراق"), [1]),
        (("--collection", "العراق"), [1]),
        (("--label", "عاجل"), [1]),
        (("--duplicates",), []),
        (("--trash",), []),
        (("--sort", "read"), [2, 1]),
    ],
)
def test_list_is_narrowed_and_sorted(hashiya, shelf, options, numbers):
    assert listed(hashiya("articles", *options)) == numbers


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--from", "أمس"), "أمس"),
        (("--tag", "rumour"), "quote"),
        (("--status", "done"), "reviewed"),
        (("--collection", "رياضة"), "أخبار/العراق"),
        (("--label", "رياضة"), "عاجل"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(hashiya, shelf, options, word):
    assert word in hashiya("articles", *options).refusal


def test_order_that_is_none_is_a_fault_of_usage(hashiya):
    assert hashiya("articles", "--sort", "colour").status == 2


def test_json_tells_where_an_article_is_put(hashiya, shelf, library):
    (one,) = hashiya("articles", "--json", "--label", "عاجل").json
    assert (one["collection"], one["labels"]) == ("أخبار/العراق", ["عاجل"])
    assert (one["duplicate"], one["deleted_at"]) == (False, None)
    with Store.open(library) as store:
        article = store.article("1")
        change = edit(article, replace(article, deleted_at=now()))
        me = store.annotators()[0]
        store.apply(Change(act="trash", edits=(change,), annotator_uid=me.uid, session_uid="x"))
    (one,) = hashiya("articles", "--json", "--trash").json
    assert one["deleted_at"]
