"""What exports read of a library beside the texts that are shown."""

from datetime import timedelta

from reader.model.change import edit
from reader.model.claim import Ruling
from reader.model.subject import Subject
from tests.storage.values import AT, SESSION, TEXT, imported, put_away


def test_all_rulings_of_a_claim_come_oldest_first(desk):
    claim = desk.span(0, 4, "claim")
    rulings = tuple(
        Ruling(
            annotation_uid=claim.uid,
            scale="misbar-like",
            code=code,
            label=code,
            normalised="false",
            rated_at=AT + timedelta(days=day),
        )
        for day, code in enumerate(("misleading", "false"))
    )
    desk.add(claim, *reversed(rulings))
    entry = desk.store.entry(claim.uid)
    assert entry.rulings == rulings
    assert entry.ruling == rulings[-1]


def test_every_text_of_an_article_is_read_with_its_source_and_its_own_entries(desk):
    mark = desk.span(0, 4)
    desk.add(mark)
    newer = imported(TEXT + "وزاد.\n")
    text = desk.store.add_revision(newer, desk.article.uid, desk.me.uid, SESSION)
    first, second = desk.store.kept_texts(desk.article.uid)
    assert first.revision == desk.text
    assert first.source == TEXT.encode("utf-8-sig")
    assert [one.annotation for one in first.entries] == [mark]
    assert second.revision == text
    assert second.source == newer.source
    assert second.entries == ()


def test_what_is_shared_is_read_whole(desk):
    somebody = Subject(name="وزيرة", created_at=AT)
    desk.do(edit(None, somebody))
    collection, label, _ = put_away(desk)
    shared = desk.store.shared()
    assert shared.subjects == (somebody,)
    assert shared.annotators == (desk.me,)
    assert shared.collections == (collection,)
    assert shared.labels == (label,)
    assert shared.tags == desk.store.tags()
    assert shared.scales == desk.store.verdict_scales()
