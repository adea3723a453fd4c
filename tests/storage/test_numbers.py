"""Statistics: the same numbers on both databases, held against a count by hand."""

from dataclasses import replace

from reader.label import Label
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.change import edit
from reader.model.claim import Ruling
from reader.model.codebook import OwnField, with_own_value
from reader.model.numbers import NumberTable
from reader.model.subject import Subject
from reader.model.vocabulary import Choice
from tests.storage.values import AT, SESSION, Desk, imported

TONE = OwnField(
    tag="quote",
    key="tone",
    label=Label("Tone", "النبرة"),
    kind="choice",
    choices=(Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادة"))),
)


def quoted(desk: Desk, start_cp: int, end_cp: int, **fields: str):
    return desk.span(start_cp, end_cp, fields=QuoteFields(**fields))


def counts(table: NumberTable | None) -> dict[str, int]:
    assert table is not None
    return {one.key: one.count for one in table.bars}


def worked(desk: Desk) -> Subject:
    """Fill an article: three quotes, two entities, three claims, one of them lost."""
    minister = Subject(name="الوزيرة", kind="person")
    known = quoted(desk, 0, 4, speaker="الوزيرة", speaker_uid=minister.uid, quote_type="direct")
    same = quoted(desk, 5, 12, speaker="وزيرة", speaker_uid=minister.uid, quote_type="indirect")
    other = quoted(desk, 5, 8, speaker="المتحدث")
    entities = [
        desk.span(0, 4, "entity", fields=EntityFields(entity_type=kind))
        for kind in ("person", "place")
    ]
    claims = [desk.span(0, end, "claim", fields=ClaimFields()) for end in (2, 3, 4)]
    lost = desk.span(6, 9, "claim", fields=ClaimFields(), anchor="orphan")
    desk.add(
        minister, TONE, with_own_value(known, TONE, "loud"), with_own_value(same, TONE, "calm")
    )
    desk.add(other, *entities, *claims, lost)
    for number, (code, normalised) in enumerate((("t", "true"), ("f", "false"))):
        ruling = Ruling(
            annotation_uid=claims[0].uid, scale="s", code=code, label=code,
            normalised=normalised, rated_at=AT.replace(day=number + 1),
        )  # fmt: skip
        desk.add(ruling)
    return minister


def test_every_table_is_as_counted_by_hand(desk):
    minister = worked(desk)
    found = desk.store.numbers()
    assert (found.articles, found.annotations) == (1, 8)
    assert counts(found.table("tags")) == {"quote": 3, "claim": 3, "entity": 2}
    assert counts(found.table("quote_types")) == {"direct": 1, "indirect": 1, "": 1}
    assert counts(found.table("entity_types")) == {"person": 1, "place": 1}
    assert counts(found.table("speakers")) == {minister.uid: 2, "المتحدث": 1}
    assert [one.measure for one in found.table("speakers").bars] == [11, 3]
    assert counts(found.table("own:quote.tone")) == {"calm": 1, "loud": 1}
    assert counts(found.table("claim_states")) == {"candidate": 3}


def test_numbers_in_free_fields_are_summed(desk):
    worked(desk)
    paid = OwnField(tag="claim", key="paid", label=Label("Paid", "المبلغ"), kind="number")
    text = desk.store.revision(desk.article.uid)
    claims = [one for one in desk.store.annotations(text.uid) if one.tag == "claim"][:2]
    texts = zip(claims, ("2.5", "-1"), strict=True)
    edits = [edit(one, with_own_value(one, paid, text)) for one, text in texts]
    desk.do(edit(None, paid), *edits)
    (bar,) = desk.store.numbers().table("own_sums").bars
    assert (bar.key, bar.count, bar.measure) == ("claim.paid", 2, 1.5)
    assert bar.label == Label("Claim: Paid", "ادعاء: المبلغ")
    other = desk.store.add_article(imported("نص آخر.\n", "ثان"), desk.me.uid, SESSION)
    assert desk.store.numbers([other.uid]).table("own_sums") is None


def test_a_claim_counts_once_with_its_newest_verdict(desk):
    worked(desk)
    assert counts(desk.store.numbers().table("verdicts")) == {"false": 1, "": 2}


def test_publishers_and_months_are_those_of_the_articles(desk):
    worked(desk)
    named = replace(desk.article, publisher="الهامش", published="2026-01-14", version=2)
    desk.do(edit(desk.article, replace(named, version=1)), act="article")
    found = desk.store.numbers()
    assert counts(found.table("publishers")) == {"الهامش": 8}
    assert counts(found.table("months")) == {"2026-01": 8}


def test_a_selection_counts_its_articles_only_and_the_trash_none(desk):
    worked(desk)
    other = desk.store.add_article(imported("نص آخر.\n", "ثان"), desk.me.uid, SESSION)
    assert desk.store.numbers([other.uid]).annotations == 0
    assert desk.store.numbers([]).tables == ()
    assert desk.store.numbers([desk.article.uid]).annotations == 8
    desk.do(edit(desk.article, replace(desk.article, deleted_at=AT)), act="trash")
    assert desk.store.numbers().annotations == 0


def test_a_longer_selection_than_one_statement_takes_adds_up(desk):
    worked(desk)
    others = [f"article-{number}" for number in range(1500)]
    whole = desk.store.numbers([desk.article.uid])
    assert desk.store.numbers([*others, desk.article.uid]).annotations == whole.annotations
    added = desk.store.numbers([*others, desk.article.uid])
    assert {one.key: counts(one) for one in added.tables} == {
        one.key: counts(one) for one in whole.tables
    }


def test_annotations_are_counted_by_uid_each_article_once(desk, monkeypatch):
    worked(desk)
    monkeypatch.setattr("reader.storage.numbers.chunks", lambda uids: [[one] for one in uids])
    every = [one.uid for one in desk.store.annotations(desk.text.uid)]
    found = desk.store.numbers(annotation_uids=every)
    assert (found.articles, found.annotations) == (1, 8)  # the ninth has lost its place
    assert counts(found.table("tags")) == counts(desk.store.numbers().table("tags"))
    assert counts(found.table("speakers")) == counts(desk.store.numbers().table("speakers"))
    some = desk.store.numbers(annotation_uids=every[:2])
    assert (some.articles, some.annotations) == (1, 2)
    assert desk.store.numbers(annotation_uids=[]).annotations == 0
    assert desk.store.numbers(annotation_uids=["no-such"]).tables == ()
