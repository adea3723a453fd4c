from dataclasses import replace

import pytest
from sqlalchemy import insert

from reader.errors import BadValue, UnknownAnnotation, UnknownArticle
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields, Relation
from reader.model.article import ArticleSummary
from reader.model.change import Edit, edit
from reader.model.claim import Evidence, Ruling
from reader.model.identity import new_uid
from reader.model.subject import Subject
from reader.storage.mapping import row_of
from reader.storage.queries import REVISIONS
from reader.storage.store import Store
from tests.storage.values import AT, SESSION, TEXT, full_record, imported, renamed


def add_article(desk, title, text=TEXT):
    return desk.store.add_article(imported(text, title), desk.me.uid, SESSION)


def throw_away(desk, article):
    desk.do(Edit(article, renamed(article, deleted_at=AT)), act="article")


# Articles ---------------------------------------------------------------------


def test_list_of_articles_is_newest_first_with_counts(desk):
    desk.add(desk.span(0, 4), desk.span(2, 9, "claim"))
    longer = add_article(desk, "ثان", TEXT * 3)
    empty = add_article(desk, "ثالث", "س")
    uids = {one.uid: desk.store.revision(one.uid).uid for one in (desk.article, longer, empty)}
    assert desk.store.articles() == [
        ArticleSummary(article=empty, revision_uid=uids[empty.uid], length=1, annotations=0),
        ArticleSummary(
            article=longer, revision_uid=uids[longer.uid], length=3 * len(TEXT), annotations=0
        ),
        ArticleSummary(
            article=desk.article, revision_uid=desk.text.uid, length=len(TEXT), annotations=2
        ),
    ]


def test_trash_is_not_listed_and_can_be_asked_for(desk):
    other = add_article(desk, "ثان")
    throw_away(desk, desk.article)
    assert [one.article.uid for one in desk.store.articles()] == [other.uid]
    assert desk.store.article(desk.article.uid).deleted_at == AT
    assert [one.article.uid for one in desk.store.annotated_articles()] == [other.uid]
    (asked,) = desk.store.annotated_articles([desk.article.uid])
    assert asked.article.deleted_at == AT


def test_article_is_found_by_number_and_by_uid(desk):
    assert desk.article.id == 1
    assert add_article(desk, "ثان").id == 2
    for key in ("1", "٠٠١", desk.article.uid):
        assert desk.store.article(key) == desk.article


@pytest.mark.parametrize("key", ["0", "3", "-1", "1.0", "", "²", "9" * 40, "no-such-uid", "' OR 1"])
def test_unknown_article_is_told(desk, key):
    with pytest.raises(UnknownArticle) as caught:
        desk.store.article(key)
    assert key in caught.value.sentence("en")


def test_text_and_source_come_back(desk):
    assert desk.text.text == TEXT
    assert desk.store.source_bytes(desk.text.uid) == TEXT.encode("utf-8-sig")
    assert desk.store.revision_by_uid(desk.text.uid) == desk.text


@pytest.mark.parametrize("key", ["\udcff", "a\0b"])
def test_key_that_is_no_text_is_unknown(desk, key):
    with pytest.raises(UnknownArticle):
        desk.store.article(key)
    for read in (desk.store.annotation, desk.store.entry):
        with pytest.raises(UnknownAnnotation):
            read(key)
    assert desk.store.record("subject", key) is None


@pytest.mark.parametrize("what", ["revision", "revision_by_uid", "source_bytes", "annotated"])
def test_unknown_text_is_told(desk, what):
    with pytest.raises(UnknownArticle):
        getattr(desk.store, what)("nothing")


def test_text_that_was_read_is_shared(desk):
    assert desk.store.revision(desk.article.uid) is desk.store.revision_by_uid(desk.text.uid)
    others = [add_article(desk, f"خبر {n}", TEXT + str(n)) for n in range(3)]
    texts = [desk.store.revision(one.uid).text for one in others]
    assert texts == [TEXT + str(n) for n in range(3)]
    assert desk.store.revision(desk.article.uid) == desk.text


def test_a_text_is_shown_when_its_article_says_so(desk):
    desk.add(desk.span(0, 4))
    newer = replace(desk.text, uid=new_uid(), number=2, text="نص أحدث")
    more = {"length_cp": len(newer.text), "source": b""}
    with desk.store._library.write() as connection:
        connection.execute(insert(REVISIONS), row_of(REVISIONS, newer, **more))
    assert desk.store.revision(desk.article.uid) == desk.text
    desk.do(edit(desk.article, replace(desk.article, revision_number=2)))
    assert desk.store.revision(desk.article.uid) == newer
    assert desk.store.revision_by_uid(desk.text.uid) == desk.text
    (summary,) = desk.store.articles()
    assert (summary.revision_uid, summary.length, summary.annotations) == (newer.uid, 7, 0)
    assert desk.store.annotated(desk.article.uid).revision == newer


# Annotations ------------------------------------------------------------------


def test_annotations_come_in_reading_order(desk):
    spans = [(5, 9), (0, 4), (5, 12), (5, 9), (0, 1), (7, 8)]
    some = [desk.span(*span) for span in spans]
    desk.add(*some)
    expected = sorted(some, key=lambda one: (one.start_cp, -one.end_cp, one.uid))
    assert desk.store.annotations(desk.text.uid) == expected
    assert desk.store.annotations("nothing") == []


def test_annotations_of_every_tag_are_read_together(desk):
    fields = [QuoteFields(speaker="س"), EntityFields(value=1.5), ClaimFields(harmful=3), None]
    tags = ["quote", "entity", "claim", "quote"]
    some = [
        desk.span(place, place + 3, tag, fields=one)
        for place, (tag, one) in enumerate(zip(tags, fields, strict=True))
    ]
    desk.add(*some)
    assert desk.store.annotations(desk.text.uid) == some


def test_annotations_are_those_of_the_text(desk):
    other = add_article(desk, "ثان")
    mine = desk.span(0, 4)
    theirs = replace(desk.span(0, 4), revision_uid=desk.store.revision(other.uid).uid)
    desk.add(mine, theirs)
    assert desk.store.annotations(desk.text.uid) == [mine]


def test_unknown_annotation_is_told(desk):
    for read in (desk.store.annotation, desk.store.entry):
        with pytest.raises(UnknownAnnotation):
            read("nothing")


def test_record_that_is_not_there_is_none(desk):
    assert desk.store.record("annotation", "nothing") is None
    assert desk.store.record("subject", "") is None


# Entries ----------------------------------------------------------------------


@pytest.fixture
def claim(desk):
    """Return a claim with everything that can hang on it."""
    subject = Subject(name="الوزيرة", other_names=("معاليها",))
    fields = ClaimFields(claimant_uid=subject.uid)
    claim = desk.span(5, 12, "claim", fields=fields, reviewed_by_uid=desk.me.uid)
    other = desk.span(0, 4)
    known = {"annotation_uid": claim.uid, "scale": "five-steps", "label": "زائف"}
    older = Ruling(code="false", normalised="false", rated_at=AT, **known)
    newer = Ruling(code="true", normalised="true", **known)
    evidence = [Evidence(annotation_uid=claim.uid, url=url) for url in ("https://a", "https://b")]
    tie = Relation(from_uid=claim.uid, to_uid=other.uid, type="about")
    back = Relation(from_uid=other.uid, to_uid=claim.uid, type="repeats")
    desk.add(subject, claim, other, newer, older, *evidence, tie, back)
    return claim


def test_entry_holds_what_an_annotation_points_to(desk, claim):
    entry = desk.store.entry(claim.uid)
    assert entry.annotation == claim
    assert (entry.subject.name, entry.subject.other_names) == ("الوزيرة", ("معاليها",))
    assert entry.ruling.code == "true"
    assert [one.url for one in entry.evidence] == ["https://a", "https://b"]
    assert [one.type for one in entry.relations] == ["about", "repeats"]
    assert (entry.annotator, entry.reviewer) == ("حنان", "حنان")


@pytest.mark.parametrize(
    ("tag", "fields"),
    [
        ("quote", lambda uid: QuoteFields(speaker_uid=uid)),
        ("entity", lambda uid: EntityFields(subject_uid=uid)),
        ("claim", lambda uid: ClaimFields(claimant_uid=uid)),
    ],
)
def test_entry_names_its_subject_whatever_the_tag(desk, tag, fields):
    subject = Subject(name="سعاد")
    one = desk.span(0, 4, tag, fields=fields(subject.uid))
    desk.add(subject, one)
    assert desk.store.entry(one.uid).subject == subject


def test_annotated_article_holds_every_entry(desk, claim):
    desk.add(full_record("annotation/quote", desk))
    annotated = desk.store.annotated(desk.article.uid)
    assert annotated.article == desk.article
    assert annotated.revision == desk.text
    found = desk.store.annotations(desk.text.uid)
    assert annotated.entries == tuple(desk.store.entry(one.uid) for one in found)
    assert len(found) == 3


def test_annotated_articles_come_by_number_or_as_asked(desk):
    second, third = add_article(desk, "ثان"), add_article(desk, "ثالث")
    every = [one.article.id for one in desk.store.annotated_articles()]
    assert every == [1, 2, 3]
    asked = desk.store.annotated_articles([third.uid, desk.article.uid])
    assert [one.article.id for one in asked] == [3, 1]
    with pytest.raises(UnknownArticle):
        list(desk.store.annotated_articles([second.uid, "nothing"]))


def test_other_things_can_be_read_and_written_between_two_articles(desk):
    add_article(desk, "ثان")
    articles = desk.store.annotated_articles()
    next(articles)
    desk.add(desk.span(0, 4))
    assert next(articles).article.id == 2


# The desk ---------------------------------------------------------------------


def test_subjects_come_by_name_with_their_names(desk):
    some = [Subject(name=name, other_names=(name * 2,)) for name in ("ب", "ا", "ت")]
    desk.add(*some)
    assert [one.name for one in desk.store.subjects()] == ["ا", "ب", "ت"]
    assert desk.store.subjects()[1] == some[0]


@pytest.mark.parametrize("name", ["إلهام الْعلي", "الهام العلي", "أم سعد", "Ilham"])
def test_subject_is_found_by_any_of_its_names(desk, name):
    desk.add(Subject(name="غيرها"))
    subject = Subject(name="إلهام العلي", other_names=("ام سعد",), latin_name="Ilham")
    desk.add(subject)
    assert desk.store.subject_named(name) == subject
    assert desk.store.subject_named("لا أحد") is None
    assert desk.store.subject_named("") is None


def test_annotators_are_found_or_made(desk):
    again = desk.store.annotator("حنان", "hanan")
    other = desk.store.annotator("حنان", "hanan2")
    assert again == desk.me
    assert other.uid != desk.me.uid
    assert desk.store.annotators() == [desk.me, other]


def test_who_is_named_by_nothing_and_never_worked_here_is_not_offered(desk):
    named = desk.store.annotator("شهد", "")
    assert named in desk.store.annotators()
    assert desk.store.people() == [desk.me]
    claim = desk.span(0, 4, "claim")
    desk.add(replace(claim, fields=ClaimFields(assigned_to_uid=named.uid)))
    assert desk.store.people() == [desk.me, named]


def test_annotator_whose_name_is_no_text_is_refused(desk):
    with pytest.raises(BadValue):
        desk.store.annotator("\udcff", "")


def test_annotator_keeps_the_uid_it_has(desk):
    known = replace(desk.me, uid="a uid from elsewhere", name="سعاد")
    assert desk.store.add_annotator(known) == known
    assert desk.store.add_annotator(replace(known, uid="another")) == known
    assert desk.store.add_annotator(replace(known, name="غيرها")) == known
    assert desk.store.annotators() == [desk.me, known]


def test_reads_see_what_was_written_elsewhere(desk):
    one = desk.span(0, 4)
    desk.add(one)
    place = desk.store._library.address
    address = place.path or place.url.render_as_string(hide_password=False)
    with Store.open(address) as other:
        other.apply(desk.change(edit(one, replace(one, note="من نافذة أخرى"))))
    assert desk.store.annotation(one.uid).note == "من نافذة أخرى"


def test_of_many_that_begin_at_one_place_those_near_are_the_first_by_uid_and_whole(desk):
    fields = QuoteFields(speaker="ليلى")
    there = [desk.span(2, 4 + at % 3, "quote", fields=fields) for at in range(9)]
    desk.add(*there)
    near = desk.store.annotations_near(desk.text.uid, (0, 3), 5)
    assert {one.uid for one in near} == set(sorted(one.uid for one in there)[:5])
    assert all(one.fields == fields for one in near)
