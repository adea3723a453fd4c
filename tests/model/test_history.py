"""The history in words: what has a label is told in the language of the window."""

import re
from dataclasses import replace

import pytest

from reader.label import Label
from reader.model.annotation import Annotation, ClaimFields, OwnValue
from reader.model.claim import Evidence, Ruling, VerdictScale
from reader.model.codebook import OwnField
from reader.model.history import Teller, part_brought_back
from reader.model.shipped_scales import shipped_scales
from reader.model.tags import TAGS, Tag
from reader.model.typed import parse_moment
from reader.model.vocabulary import Choice

SCALE = shipped_scales()[0]
STEP = next(one for one in SCALE.labels if one.normalised == "false")
PROMISE = Tag("promise", Label("Promise", "وعد"), "#123456", "")
TONE = OwnField(
    uid="f", tag="claim", key="tone", label=Label("Tone", "النبرة"), kind="choice",
    choices=(Choice("calm", Label("Calm", "هادئة")),),
)  # fmt: skip
RULING = Ruling(
    annotation_uid="a",
    scale=SCALE.key,
    code=STEP.code,
    label=STEP.label.ar,
    normalised="false",
    review_decision="approved",
)
CLAIM = Annotation(
    revision_uid="r", tag="claim", start_cp=0, end_cp=3, exact="say", annotator_uid="a",
    status="disputed", own=(OwnValue(field_uid="f", choice="calm"),),
    fields=ClaimFields(state="second_review", priority="high", claim_type="cause", seems_false=4),
)  # fmt: skip


def name_of(uid: str) -> str:
    return uid


def teller(*scales: VerdictScale) -> Teller:
    return Teller((*TAGS, PROMISE), (TONE,), name_of, scales or shipped_scales())


def told(record, language, by=None) -> dict[str, str]:
    return {
        label.text(language): value.text(language)
        for label, value in (by or teller()).state(record)
    }


@pytest.mark.parametrize("record", [CLAIM, replace(CLAIM, tag="promise"), RULING])
def test_nothing_is_told_in_arabic_where_the_window_is_english(record):
    said = told(record, "en")
    assert said
    assert not re.search("[\u0600-\u06ff]", str(said))


def test_a_claim_is_told_by_the_labels_of_either_language():
    english, arabic = told(CLAIM, "en"), told(CLAIM, "ar")
    assert (english["Tag"], arabic["العلامة"]) == ("Claim", "ادعاء")
    assert (english["Stage"], arabic["المرحلة"]) == ("Second review", "مراجعة ثانية")
    assert (english["Status"], arabic["الحالة"]) == ("Disputed", "موضع خلاف")
    assert (english["Tone"], arabic["النبرة"]) == ("Calm", "هادئة")
    assert english["Seems false"] == "4"


def test_a_verdict_is_told_by_its_step_and_scale():
    english, arabic = told(RULING, "en"), told(RULING, "ar")
    assert (english["Verdict"], arabic["الحكم"]) == (STEP.label.en, STEP.label.ar)
    assert english["Verdict scale"] == SCALE.label.en
    assert arabic["مقياس الأحكام"] == SCALE.label.ar
    assert "Verdict as published" not in english


def test_what_was_published_otherwise_is_told_beside_the_step():
    published = replace(RULING, label="زائف جدًا")
    said = told(published, "en")
    assert (said["Verdict"], said["Verdict as published"]) == (STEP.label.en, "زائف جدًا")
    (one,) = teller().differences(RULING, published)
    assert (one.label.en, one.before.en, one.after.en) == ("Verdict as published", "", "زائف جدًا")


def test_a_step_that_its_scale_lost_is_told_by_its_class():
    bare = teller(replace(SCALE, labels=tuple(one for one in SCALE.labels if one != STEP)))
    published = replace(RULING, label="مختلق")
    said = told(published, "en", bare)
    assert (said["Verdict"], said["Verdict as published"]) == ("False", "مختلق")
    gone = told(replace(RULING, scale="gone"), "en")
    assert (gone["Verdict"], gone["Verdict scale"]) == ("False", "gone")


def test_a_place_and_a_place_in_the_text_are_two_things():
    moved = replace(CLAIM, anchor="moved", fields=ClaimFields(place="Basra"))
    said = told(moved, "en")
    assert (said["Place"], said["Place in the text"]) == ("Basra", "Moved")


def test_a_moment_is_told_as_the_details_show_it():
    at = parse_moment("2020-03-26 14:30", "contacted_at")
    said = told(replace(CLAIM, fields=ClaimFields(contacted_at=at)), "en")
    assert said["Claimant contacted"] == "2020-03-26 14:30"


def test_evidence_is_told_with_yes_and_no():
    evidence = Evidence(annotation_uid="a", kind="denial", independent=True)
    assert told(evidence, "ar")["مصدر مستقل"] == "نعم"
    assert "Independent source" not in told(replace(evidence, independent=False), "en")


def test_an_earlier_state_without_a_rating_comes_back_with_the_one_that_is_kept():
    kept = replace(RULING, rating=1, best=5, worst=1, explanation="لأن", version=3)
    back = part_brought_back(kept, RULING, has)
    assert back == replace(RULING, rating=1, best=5, worst=1, version=3)
    other = replace(RULING, code="true")
    assert part_brought_back(kept, other, has).rating is None


def has(_kind: str, _uid: str) -> bool:
    return True
