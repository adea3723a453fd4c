"""Typed fields: what a person types becomes edits of the right records."""

from dataclasses import replace

import pytest

from reader.errors import BadValue, UnknownField
from reader.label import Label
from reader.model.annotation import Annotation, empty_fields
from reader.model.claim import Ruling, VerdictLabel, VerdictScale
from reader.model.entry import Entry
from reader.model.fields import FIELDS, edits_for, field_named, fields_of, value_of
from reader.model.subject import Subject

SCALE = VerdictScale(
    "two",
    Label("Two", "اثنان"),
    (
        VerdictLabel("right", Label("Right", "صحيح"), "true", 2, 2, 1, "#00ff00"),
        VerdictLabel("wrong", Label("Wrong", "زائف"), "false", 1, 2, 1, "#ff0000"),
    ),
)


class Office:
    """The little that setting a field needs to know."""

    def __init__(self, *subjects: Subject) -> None:
        self.known = {subject.name: subject for subject in subjects}

    def subject_named(self, name: str) -> Subject | None:
        return self.known.get(name)

    def verdict_scale(self) -> VerdictScale:
        return SCALE

    def annotator_uid(self) -> str:
        return "me"


def entry(tag: str, subject: Subject | None = None, ruling: Ruling | None = None) -> Entry:
    annotation = Annotation(
        revision_uid="r",
        tag=tag,
        start_cp=0,
        end_cp=3,
        exact="قال",
        annotator_uid="me",
        fields=empty_fields(tag),
    )
    return Entry(annotation=annotation, subject=subject, ruling=ruling)


def after(entry: Entry, values: dict[str, str], office: Office | None = None) -> Entry:
    """Return the entry that the edits leave."""
    for one in edits_for(entry, values, office or Office()):
        if one.kind == "annotation":
            entry = replace(entry, annotation=one.after)
        elif one.kind == "subject":
            entry = replace(entry, subject=one.after)
        else:
            entry = replace(entry, ruling=one.after)
    return entry


VALUES = {
    "quote_type": "mixed",
    "speaker": "سلمى الحديدي",
    "speaker_role": "مديرة المرفأ",
    "cue": "قالت",
    "entity_type": "person",
    "entity_name": "العراق",
    "wikidata_id": "Q796",
    "claim_text": "ارتفع العدد\nمرتين",
    "claimant": "الوزارة",
    "claim_date": "2020-03",
    "check_worthiness": "high",
    "verdict": "wrong",
    "verdict_label": "زائف جزئيا",
}


def test_the_values_cover_the_table():
    assert set(VALUES) == {field.key for field in FIELDS}


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_every_field_reads_back_what_was_set(tag):
    values = {field.key: VALUES[field.key] for field in fields_of(tag)}
    done = after(entry(tag), values)
    assert {field.key: value_of(done, field) for field in fields_of(tag)} == values


def test_a_new_name_makes_one_subject_before_the_annotation_points_to_it():
    edits = edits_for(entry("quote"), {"speaker": "سلمى"}, Office())
    assert [one.kind for one in edits] == ["subject", "annotation"]
    assert edits[1].after.fields.speaker_uid == edits[0].after.uid
    assert edits[0].after.kind == "person"


def test_a_known_name_is_pointed_to():
    known = Subject(name="سلمى")
    (only,) = edits_for(entry("quote"), {"speaker": "سلمى"}, Office(known))
    assert only.after.fields.speaker_uid == known.uid


def test_taking_the_speaker_away_leaves_the_subject():
    known = Subject(name="سلمى")
    full = after(entry("quote"), {"speaker": "سلمى"}, Office(known))
    (only,) = edits_for(replace(full, subject=known), {"speaker": ""}, Office(known))
    assert only.after.fields.speaker_uid is None


def test_a_wikidata_id_belongs_to_the_subject():
    known = Subject(name="العراق")
    (only,) = edits_for(entry("entity", known), {"wikidata_id": "Q796"}, Office())
    assert only.before is known
    assert (only.after.wikidata_id, only.after.version) == ("Q796", 2)


def test_a_wikidata_id_without_a_name_names_the_subject_after_the_words():
    made = after(entry("entity"), {"wikidata_id": "Q796"})
    assert made.subject.name == "قال"


def test_a_verdict_keeps_its_label_class_and_judge():
    done = after(entry("claim"), {"verdict": "wrong"})
    assert (done.ruling.label, done.ruling.normalised, done.ruling.rated_by_uid) == (
        "زائف",
        "false",
        "me",
    )


def test_an_emptied_verdict_takes_the_ruling_away():
    full = after(entry("claim"), {"verdict": "wrong"})
    (only,) = edits_for(full, {"verdict": ""}, Office())
    assert (only.before, only.after) == (full.ruling, None)


def test_setting_what_is_there_changes_nothing():
    full = after(entry("claim"), {"verdict": "wrong", "claim_date": "2020"})
    assert edits_for(full, {"verdict": "wrong", "claim_date": "2020"}, Office()) == ()


@pytest.mark.parametrize(
    ("tag", "key", "value"),
    [
        ("quote", "quote_type", "loud"),
        ("entity", "wikidata_id", "796"),
        ("entity", "wikidata_id", "Q0"),
        ("claim", "claim_date", "2020-02-30"),
        ("claim", "claim_date", "أمس"),
        ("claim", "verdict", "maybe"),
        ("claim", "verdict_label", "زائف"),
    ],
)
def test_what_a_field_does_not_take_is_said_in_both_languages(tag, key, value):
    with pytest.raises(BadValue) as caught:
        edits_for(entry(tag), {key: value}, Office())
    assert key in caught.value.sentence("en")
    assert value in caught.value.sentence("ar")


def test_a_field_of_another_tag_is_unknown():
    with pytest.raises(UnknownField, match="speaker"):
        field_named("quote", "claim_text")


def test_arabic_digits_make_a_date():
    assert after(entry("claim"), {"claim_date": "٢٠٢٠-٠٣-٢٦"}).annotation.fields.claimed_on == (
        "2020-03-26"
    )
