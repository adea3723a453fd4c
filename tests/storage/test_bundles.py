"""Bundles come in through one door: recognised, whole, undone, and never bent."""

from dataclasses import replace

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from reader.label import Label
from reader.model.annotation import Annotator, ClaimFields, QuoteFields, Relation
from reader.model.bundle import Bundle, BundledText, Misfit
from reader.model.change import Change, edit, same_content
from reader.model.claim import Evidence, Ruling
from reader.model.collection import ArticleLabel, Collection
from reader.model.identity import new_uid
from reader.model.subject import Subject
from reader.model.tags import TAGS, Tag
from reader.storage.mapping import KINDS
from reader.storage.store import Store
from reader.text.anchoring import new_annotation
from reader.ui.undo import reversal
from tests.storage.values import (
    AT,
    SESSION,
    TEXT,
    closed_lists,
    filled,
    imported,
    put_away,
    state,
)

OPINION = Tag("opinion", Label("Opinion", "رأي"), "#123456", "4", "wavy", 3)
THEM = Annotator(name="سعاد", login="suad")


def made(text=TEXT, **more) -> Bundle:
    """Return a bundle of one article with a record of every kind."""
    folder, label = Collection(name="تحقيقات", created_at=AT), ArticleLabel(name="عاجل")
    came = imported(text, collection_uid=folder.uid, label_uids=(label.uid,), **more)
    speaker = Subject(name="وزيرة", role="وزيرة التعليم")
    revision = came.revision
    quote = new_annotation(
        revision, 0, 4, "quote", THEM.uid, fields=QuoteFields(speaker_uid=speaker.uid)
    )
    quote = replace(quote, confidence=0.5, reviewed_by_uid=THEM.uid, reviewed_at=AT)
    claim = new_annotation(
        revision, 5, 12, "claim", THEM.uid, fields=ClaimFields(claim_text="نص", harmful=3)
    )
    own = new_annotation(revision, 2, 9, OPINION.key, "whoever imports")
    known = closed_lists(KINDS["ruling"].table)
    links = {"annotation_uid": claim.uid, "rated_by_uid": THEM.uid, "reviewer_uid": THEM.uid}
    return Bundle(
        annotators=(THEM,),
        tags=(OPINION,),
        articles=(came.article,),
        texts=(BundledText(revision=revision, source=came.source),),
        records=(
            Relation(from_uid=quote.uid, to_uid=claim.uid, type="about"),
            filled(Ruling, known, **links),
            Evidence(annotation_uid=claim.uid, url="https://a.example"),
            own,
            claim,
            quote,
            speaker,
            label,
            folder,
        ),
    )


def bring(store: Store, bundle: Bundle):
    return store.bring_in(bundle, store.annotator("حنان", "hanan").uid, SESSION)


def of(bundle: Bundle, cls: type):
    return next(one for one in bundle.records if isinstance(one, cls))


def with_records(bundle: Bundle, *records) -> Bundle:
    return replace(bundle, records=(*bundle.records, *records))


def undo(store: Store, change, direction="undo"):
    def current(kind, uid):
        return store.record(kind, uid)

    me = store.annotator("حنان", "hanan")
    edits = reversal(change, direction, current)
    how = {"direction": direction, "reverses": change.uid}
    return store.apply(
        replace(
            change,
            uid=f"{change.uid}{direction}",
            edits=edits,
            annotator_uid=me.uid,
            sequence=0,
            **how,
        )
    )


def test_everything_comes_as_it_is(store):
    bundle = made()
    came = bring(store, bundle)
    me = store.annotator("حنان", "hanan")
    assert came.misfits == ()
    assert came.added == dict.fromkeys(
        ("annotation", "subject", "evidence", "ruling", "relation", "collection", "label"), 1
    ) | {"annotation": 3, "tag": 1}
    (article,) = bundle.articles
    (text,) = bundle.texts
    assert store.article(article.uid) == replace(article, id=1, version=2)
    assert store.revision(article.uid) == text.revision
    assert store.source_bytes(text.revision.uid) == text.source
    for one in bundle.records:
        kind = next(key for key, kind in KINDS.items() if kind.value is type(one))
        is_own = getattr(one, "tag", "") == OPINION.key
        expected = replace(one, annotator_uid=me.uid) if is_own else one
        assert store.record(kind, one.uid) == expected
    assert OPINION in store.tags()
    assert THEM in store.annotators()
    assert store.check().is_sound


def test_it_is_one_act_that_is_undone_and_done_again(store):
    bundle = made()
    came = bring(store, bundle)
    undone = undo(store, came.change)
    assert store.articles() == []
    assert store.article(bundle.articles[0].uid).deleted_at is not None
    assert store.subjects() == []
    assert bring(store, bundle).added["annotation"] == 3, "it comes again out of the trash"
    assert [one.article.uid for one in store.articles()] == [bundle.articles[0].uid]
    assert undone.sequence > came.change.sequence


def test_brought_twice_it_is_there_already(store):
    bundle = made()
    bring(store, bundle)
    before = store.last_sequence()
    again = bring(store, bundle)
    assert again.change is None
    assert again.added == {}
    assert again.present["annotation"] == 3
    assert [one.uid for one in again.known] == [bundle.articles[0].uid]
    assert again.misfits == ()
    assert store.last_sequence() == before


def test_an_article_is_recognised_by_its_text_and_both_annotators_are_kept(desk):
    mine = desk.span(0, 4)
    desk.add(mine)
    bundle = made()
    came = bring(desk.store, bundle)
    assert [one.uid for one in came.known] == [desk.article.uid]
    assert came.articles == ()
    held = desk.store.annotations(desk.text.uid)
    assert len(held) == 4
    assert {one.annotator_uid for one in held} == {desk.me.uid, THEM.uid}
    assert len(desk.store.articles()) == 1


def test_another_text_of_a_known_article_is_added_and_not_shown(desk):
    bundle = made(TEXT + "وزادت.\n", url="https://news.example/1")
    desk.do(edit(desk.article, replace(desk.article, url="https://news.example/1/")))
    came = bring(desk.store, bundle)
    assert [one.uid for one in came.known] == [desk.article.uid]
    first, second = desk.store.revisions(desk.article.uid)
    assert second.uid == bundle.texts[0].revision.uid
    assert second.annotations == 3
    assert desk.store.revision(desk.article.uid).uid == first.uid


def test_an_article_with_several_texts_and_annotations_in_each_comes_whole(store):
    bundle = made()
    newer = imported(TEXT * 2)
    article = replace(bundle.articles[0], revision_number=2)
    second = replace(newer.revision, number=2, article_uid=article.uid)
    lost = replace(new_annotation(second, 0, 4, "quote", THEM.uid), anchor="orphan")
    bundle = with_records(bundle, lost)
    texts = (BundledText(revision=second, source=newer.source), *bundle.texts)
    came = bring(store, replace(bundle, articles=(article,), texts=texts))
    assert came.misfits == ()
    assert store.revision(article.uid) == second
    assert [one.number for one in store.revisions(article.uid)] == [1, 2]
    assert store.annotation(lost.uid) == lost
    assert store.check().is_sound


def test_what_is_here_under_another_id_is_pointed_to(desk):
    folder, label, _ = put_away(desk)
    ours = Subject(name="الوزيرة", role="وزيرة", wikidata_id="Q7")
    them = desk.store.add_annotator(replace(THEM, uid="another"))
    desk.add(ours)
    bundle = made("نص آخر هنا لا غير.")
    theirs = replace(of(bundle, Subject), wikidata_id="Q7")
    records = [theirs if isinstance(one, Subject) else one for one in bundle.records]
    came = bring(desk.store, replace(bundle, records=tuple(records)))
    assert [one.reason.en for one in came.misfits] == [
        "it is here with other details, which stay: Role now"
    ]
    assert came.present == {"collection": 1, "label": 1, "subject": 1}
    (article,) = came.articles
    assert desk.store.article(article.uid).collection_uid == folder.uid
    assert desk.store.article(article.uid).label_uids == (label.uid,)
    quote = desk.store.annotations(bundle.texts[0].revision.uid)[0]
    assert quote.fields.speaker_uid == ours.uid
    assert quote.annotator_uid == them.uid


def test_what_is_here_with_other_content_stays_and_is_told(store):
    bundle = made()
    bring(store, bundle)
    quote = bundle.records[5]
    other = replace(quote, note="غير ذلك", version=7)
    records = tuple(other if one is quote else one for one in bundle.records)
    came = bring(store, replace(bundle, records=records))
    assert [one.what for one in came.misfits] == ["quote 0-4: قالت"]
    assert "stays" in came.misfits[0].reason.en
    assert store.annotation(quote.uid) == quote


@pytest.fixture
def fresh():
    """Return a library as it begins, which no other test is given."""
    with Store.open(":memory:") as one:
        yield one


def scale_of(store, key="misbar-like"):
    """Return a scale of a library."""
    return next(one for one in store.shared().scales if one.key == key)


def test_what_is_as_shipped_and_unused_takes_what_was_edited_elsewhere(fresh):
    tag = replace(TAGS[0], label=Label("Said", "قول"), colour="#112233", digit="7", version=5)
    shipped = scale_of(fresh)
    scale = replace(shipped, label=Label("Ours", "مقياسنا"), labels=shipped.labels[:3], version=4)
    bundle = Bundle(tags=(tag,), records=(scale,))
    came = bring(fresh, bundle)
    assert came.misfits == ()
    assert (came.added["tag"], came.added["scale"]) == (1, 1)
    here = next(one for one in fresh.shared().tags if one.key == "quote")
    assert here == replace(tag, version=2)
    assert scale_of(fresh) == replace(scale, version=shipped.version + 1)
    assert bring(fresh, bundle).change is None
    back = tuple(edit(one.after, one.before) for one in reversed(came.change.edits))
    fresh.apply(replace(came.change, uid=new_uid(), edits=back, direction="undo"))
    assert same_content(scale_of(fresh), shipped)
    assert TAGS[0].label in {one.label for one in fresh.shared().tags}


def test_what_is_used_or_edited_here_stays_and_is_told(fresh):
    bring(fresh, made())
    me = fresh.annotator("me", "me").uid
    ours = replace(scale_of(fresh), label=Label("Mine", "مقياسي"))
    change = Change(
        act="scale", edits=(edit(scale_of(fresh), ours),), annotator_uid=me, session_uid=SESSION
    )
    fresh.apply(change)
    theirs = replace(ours, label=Label("Theirs", "مقياسهم"))
    tags = [replace(one, colour="#112233") for one in TAGS]
    came = bring(fresh, Bundle(tags=tuple(tags), records=(theirs,)))
    assert [one.what for one in came.misfits] == ["tag: quote", "tag: claim", "scale: misbar-like"]
    assert "stays" in came.misfits[0].reason.en
    colours = {one.key: one.colour for one in fresh.shared().tags}
    assert (colours["quote"], colours["entity"]) == (TAGS[0].colour, "#112233")
    assert scale_of(fresh).label == ours.label


def test_a_digit_that_is_taken_here_stays_with_who_has_it(fresh):
    bring(fresh, made())
    came = bring(fresh, Bundle(tags=(replace(TAGS[1], digit="4"),)))
    assert came.change is None
    assert {one.key: one.digit for one in fresh.shared().tags}["entity"] == "2"


BAD = {
    "words": ({"exact": "كلمة"}, "other words"),
    "tag": ({"tag": "unheard", "fields": None}, "no tag"),
    "status": ({"status": "بدا"}, "it takes draft"),
    "confidence": ({"confidence": 7.0}, "confidence cannot be 7.0"),
    "fields": ({"fields": ClaimFields()}, "another tag"),
    "cue": ({"fields": QuoteFields(cue_start_cp=3)}, "cue"),
    "nul": ({"note": "a\0b"}, "no text"),
    "text": ({"revision_uid": "nowhere"}, "belongs to"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_does_not_fit_is_told_and_the_rest_comes(store, case):
    changes, reason = BAD[case]
    bundle = made()
    bad = replace(bundle.records[5], uid="bad", **changes)
    loose = Relation(from_uid="bad", to_uid=bundle.records[4].uid, type="about")
    came = bring(store, with_records(bundle, bad, loose))
    assert len(came.misfits) == 2
    assert reason in came.misfits[0].reason.en
    assert came.misfits[1].reason.ar
    assert came.added["annotation"] == 3
    assert came.added["relation"] == 1
    assert store.check().is_sound


def test_a_link_to_nothing_is_told_and_dropped(store):
    bundle = made()
    records = tuple(one for one in bundle.records if not isinstance(one, Subject))
    came = bring(store, replace(bundle, records=records, misfits=(Misfit("x", Label("y", "ز")),)))
    assert [one.reason.en for one in came.misfits] == [
        "y",
        "what it points to is missing, so it came without: the speaker",
    ]
    assert store.annotation(bundle.records[5].uid).fields.speaker_uid is None


def test_the_same_id_twice_is_told(store):
    bundle = made()
    quote = bundle.records[5]
    (text,) = bundle.texts
    twin = replace(text, revision=replace(text.revision, uid="twin"))
    bundle = with_records(bundle, replace(quote, note="غيره"))
    came = bring(store, replace(bundle, texts=(text, twin)))
    assert [one.what for one in came.misfits] == ["twin", "quote 0-4: قالت"]
    assert store.annotation(quote.uid) == quote


def test_a_failure_leaves_nothing(file_desk):
    before = state(file_desk)
    with file_desk.store._library.write() as connection:
        refusal = (
            "CREATE TRIGGER no BEFORE INSERT ON relations BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        connection.execute(sql(refusal))
    with pytest.raises(IntegrityError):
        bring(file_desk.store, made("نص آخر هنا لا غير."))
    assert state(file_desk) == before


@pytest.mark.parametrize(
    "more", [{"latitude": 33.3}, {"latitude": 91.0, "longitude": 0.0}], ids=["half", "outside"]
)
def test_a_place_that_is_nowhere_is_told_and_left(store, more):
    bundle = made()
    nowhere = Subject(name="لا مكان", kind="place", **more)
    came = bring(store, replace(bundle, records=(*bundle.records, nowhere)))
    (told,) = came.misfits
    assert "لا مكان" in told.what
    assert nowhere.uid not in {one.uid for one in store.subjects()}


def test_evidence_that_is_an_article_names_it_as_it_is_called_here(store):
    bundle = made()
    came = bring(store, bundle)
    claim = next(one for one in bundle.records if getattr(one, "tag", "") == "claim")
    elsewhere = replace(bundle.articles[0], uid="another-uid")
    texts = tuple(
        replace(one, revision=replace(one.revision, uid="t", article_uid="another-uid"))
        for one in bundle.texts
    )
    cited = Evidence(annotation_uid=claim.uid, title="المقال", article_uid="another-uid")
    other = replace(bundle, articles=(elsewhere,), texts=texts, records=(cited,))
    bring(store, other)
    held = next(one for one in store.entry(claim.uid).evidence if one.uid == cited.uid)
    assert held.article_uid == came.articles[0].uid
