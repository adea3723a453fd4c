"""Where a claim may go: each rule of the desk, and the breach that it catches."""

from dataclasses import replace

import pytest

from reader.errors import (
    BadValue,
    NoCorrection,
    NoDropReason,
    NoReviewer,
    NotApproved,
    NoVerdict,
    ReviewerIsRater,
)
from reader.model.annotation import Annotation, ClaimFields
from reader.model.claim import Correction, DeskRules, Review, Ruling
from reader.model.claim_rules import Move, approvals, moved, reviewed, reviews_of
from reader.model.entry import Entry
from reader.model.fields import edits_for
from reader.model.vocabulary import CLAIM_STATES
from tests.model.test_fields import Office

RULES = DeskRules()
NAMES = {"rater": "هادي", "second": "ريم", "third": "ليث"}


def claim(state="candidate", ruling=None, **more):
    annotation = Annotation(
        revision_uid="r",
        tag="claim",
        start_cp=0,
        end_cp=3,
        exact="قال",
        annotator_uid="rater",
        fields=ClaimFields(state=state),
    )
    rulings = () if ruling is None else (ruling,)
    return Entry(annotation=annotation, ruling=ruling, rulings=rulings, names=NAMES, **more)


def rated(**more):
    return Ruling(
        annotation_uid="a",
        scale="s",
        code="false",
        label="زائف",
        normalised="false",
        rated_by_uid="rater",
        **more,
    )


def applied(entry, edits):
    """Return the entry that edits leave."""
    for one in edits:
        if one.kind == "annotation":
            entry = replace(entry, annotation=one.after)
        elif one.kind == "ruling":
            entry = replace(entry, ruling=one.after)
        else:
            others = tuple(old for old in entry.reviews if old.uid != one.uid)
            entry = replace(entry, reviews=(*others, one.after))
    return entry


def go(entry, state, by="rater", rules=RULES, **more):
    return applied(entry, moved(entry, Move(state, by, **more), rules))


def test_who_begins_a_claim_is_given_it_where_nobody_was():
    assert go(claim(), "assigned", by="second").annotation.fields.assigned_to_uid == "second"
    assert go(claim(), "checking", by="third").annotation.fields.assigned_to_uid == "third"
    held = claim()
    held = replace(
        held, annotation=replace(held.annotation, fields=ClaimFields(assigned_to_uid="third"))
    )
    assert go(held, "checking", by="second").annotation.fields.assigned_to_uid == "third"


@pytest.mark.parametrize("state", ["rated", "second_review", "published", "corrected"])
def test_nothing_is_rated_reviewed_or_published_without_a_verdict(state):
    with pytest.raises(NoVerdict):
        go(claim("checking"), state)


def test_a_verdict_opens_the_way_to_rated():
    assert go(claim("checking", rated()), "rated").annotation.fields.state == "rated"


def test_the_rater_does_not_review_and_says_who_does():
    with pytest.raises(NoReviewer) as refused:
        go(claim("rated", rated()), "second_review")
    assert "هادي" in refused.value.sentence("ar")
    with pytest.raises(ReviewerIsRater):
        go(claim("rated", rated()), "second_review", reviewer_uid="rater")
    done = go(claim("rated", rated()), "second_review", reviewer_uid="second")
    assert done.ruling.reviewer_uid == "second"
    assert done.annotation.fields.state == "second_review"


def test_another_who_moves_a_claim_to_the_second_review_is_its_reviewer():
    assert go(claim("rated", rated()), "second_review", by="third").ruling.reviewer_uid == "third"


def test_a_claim_is_published_when_as_many_approve_as_the_desk_wants():
    two = DeskRules(reviewers=2)
    entry = claim("second_review", rated())
    with pytest.raises(NotApproved):
        go(entry, "published")
    entry = applied(entry, reviewed(entry, "second", "approved", "نعم"))
    assert go(entry, "published").annotation.fields.state == "published"
    with pytest.raises(NotApproved) as refused:
        go(entry, "published", rules=two)
    assert refused.value.facts == {"count": 1, "needed": 2}
    entry = applied(entry, reviewed(entry, "third", "approved", ""))
    assert go(entry, "published", rules=two).annotation.fields.state == "published"


def test_a_desk_may_want_no_second_review():
    entry = claim("rated", rated())
    assert go(entry, "published", rules=DeskRules(reviewers=0)).annotation.fields.state == (
        "published"
    )


def test_a_rejection_is_no_approval():
    entry = claim("second_review", rated())
    entry = applied(entry, reviewed(entry, "second", "rejected", "لا"))
    with pytest.raises(NotApproved):
        go(entry, "published")


def test_a_correction_says_what_and_why_before_a_claim_is_corrected():
    entry = claim("published", rated())
    with pytest.raises(NoCorrection):
        go(entry, "corrected")
    entry = replace(entry, corrections=(Correction(annotation_uid="a", what="الرقم"),))
    assert go(entry, "corrected").annotation.fields.state == "corrected"


def test_a_claim_is_dropped_from_anywhere_with_a_reason_and_comes_back_without():
    for state in CLAIM_STATES[:-1]:
        with pytest.raises(NoDropReason):
            go(claim(state.key), "dropped", reason="  ")
        gone = go(claim(state.key), "dropped", reason=" رأي ")
        assert gone.annotation.fields.drop_reason == "رأي"
    assert go(gone, "candidate").annotation.fields.drop_reason == ""


def test_the_state_that_it_is_in_and_one_that_there_is_not():
    assert moved(claim("rated"), Move("rated", "rater"), RULES) == ()
    with pytest.raises(BadValue):
        go(claim(), "finished")


def test_a_reviewer_says_one_thing_and_may_say_another():
    entry = claim("second_review", rated())
    entry = applied(entry, reviewed(entry, "second", "approved", ""))
    entry = applied(entry, reviewed(entry, "third", "changes", "المصدر"))
    entry = applied(entry, reviewed(entry, "third", "approved", "صحيح الآن"))
    assert [(one.reviewer_uid, one.decision) for one in reviews_of(entry)] == [
        ("second", "approved"),
        ("third", "approved"),
    ]
    assert approvals(entry) == 2
    assert reviewed(entry, "third", "approved", "صحيح الآن") == ()
    assert reviewed(entry, "second", "approved", "") == ()


def test_reviews_of_an_older_ruling_do_not_count_for_the_newest():
    old = Review(annotation_uid="a", ruling_uid="older", reviewer_uid="second", decision="approved")
    assert approvals(claim("rated", rated(), reviews=(old,))) == 0


def test_a_verdict_that_was_reviewed_stays_in_the_history_and_the_new_one_begins_anew():
    reviewed_one = rated(
        reviewer_uid="second", review_decision="approved", review_url="https://x.y"
    )
    (only,) = edits_for(claim("rated", reviewed_one), {"verdict": "right"}, Office())
    assert only.before is None
    assert (only.after.code, only.after.reviewer_uid, only.after.review_url) == (
        "right",
        None,
        "https://x.y",
    )


def test_a_verdict_of_ones_own_that_nobody_reviewed_is_changed_in_its_place():
    mine = replace(rated(), rated_by_uid="me")
    (only,) = edits_for(claim("rated", mine), {"verdict": "right"}, Office())
    assert only.before is mine


def test_a_verdict_that_is_taken_away_takes_its_further_reviews_with_it():
    ruling = rated(reviewer_uid="second")
    further = Review(annotation_uid="a", ruling_uid=ruling.uid, reviewer_uid="third")
    edits = edits_for(claim("rated", ruling, reviews=(further,)), {"verdict": ""}, Office())
    assert [one.kind for one in edits] == ["review", "ruling"]
    assert all(one.after is None for one in edits)
