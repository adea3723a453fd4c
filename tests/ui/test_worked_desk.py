"""The sample article worked as a desk would: by two people, from their windows alone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from reader.model.annotation import ClaimFields, QuoteFields
from reader.storage import Store
from tests import worked


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "desk.db"
    with Store.open(path) as store:
        worked.add_bare(store)
    return path


@pytest.fixture
def people(open_window, settings, path):
    """Open two windows on one library: the writer's, and the reviewer's."""
    hands = []
    for name in (worked.WRITER, worked.REVIEWER):
        settings.set("annotator", name)
        hands.append(worked.Hands(open_window(path)))
    return hands


def held(path):
    """Return the article's entries and all subjects, as the database has them."""
    with Store.open(path) as store:
        (article,) = store.annotated_articles()
        return article.entries, store.subjects()


def content(found):
    """Return what is said, without versions and the moments at which it was changed."""
    entries, subjects = found
    told = [
        (
            replace(one.annotation, version=1, updated_at=one.annotation.created_at),
            replace(one.subject, version=1) if one.subject else None,
            tuple(replace(part, version=1) for part in (*one.evidence, *one.rulings)),
        )
        for one in entries
    ]
    return told, sorted(one.name for one in subjects)


def of(entries, tag):
    return [one for one in entries if one.annotation.tag == tag]


def check_quotes(quotes):
    assert len(quotes) == len(worked.QUOTES) == 6
    for one in quotes:
        fields = one.annotation.fields
        assert isinstance(fields, QuoteFields)
        assert fields.speaker
        assert fields.speaker_start_cp is not None
        assert fields.cue
        assert fields.cue_start_cp is not None
        assert fields.speaker_uid == one.subject.uid
    assert [one.subject.name for one in quotes] == [
        "سلمى الراوندي",
        "سلمى الراوندي",
        "الهيئة المشتركة لإدارة المياه - قاطع الجنوب",
        "نزار الصفواني",
        "عدنان الطيلساني",
        "أم ياسين",
    ]


def check_claims(claims):
    assert len(claims) == len(worked.CLAIMS) == 4
    for one in claims:
        fields, ruling = one.annotation.fields, one.ruling
        assert isinstance(fields, ClaimFields)
        assert fields.state == "published"
        assert fields.claimant_uid == one.subject.uid
        assert len(one.evidence) == 2
        assert all(part.title and part.url for part in one.evidence)
        assert ruling.explanation
        assert ruling.review_decision == "approved"
        assert one.names[ruling.rated_by_uid] == worked.WRITER
        assert one.names[ruling.reviewer_uid] == worked.REVIEWER
    verdicts = {one.annotation.fields.claim_text: one.ruling.label for one in claims}
    assert len(verdicts) == 4


def check_history(reviewer):
    """Look at what became of the claim that was reviewed last."""
    section = reviewer.desk.details_panel.sections.section("history")
    reviewer.press(worked.Key.Key_Return)
    reviewer.edit()
    reviewer.go_to(section.header)
    reviewer.press(worked.Key.Key_Space)
    told = " ".join(one.text() for one in section.findChildren(QLabel))
    assert worked.WRITER in told
    assert worked.REVIEWER in told
    assert "موافقة" in told
    assert "approved" not in told
    reviewer.press(worked.Key.Key_Space)  # else each undo tells the whole history anew


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_article_is_worked_from_the_windows_alone(people, path):
    writer, reviewer = people
    worked.work(writer, reviewer)
    entries, subjects = done = held(path)
    check_quotes(of(entries, "quote"))
    check_claims(of(entries, "claim"))
    named = of(entries, "entity")
    assert len(named) == 10
    assert all(one.subject is not None for one in named)
    assert len({one.subject.uid for one in named}) == 9
    assert len(subjects) == 10  # and who was named as a speaker only
    check_history(reviewer)
    reviewed = reviewer.take_back_all()
    written = writer.take_back_all()
    assert held(path) == ((), [])
    assert writer.do_all_again() == written
    reviewer.wait_for_state("rated", 4)
    assert reviewer.do_all_again() == reviewed
    assert content(held(path)) == content(done)
