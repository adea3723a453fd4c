"""Typed fields: what a person types becomes edits of the right records."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.errors import BadValue, UnknownField
from reader.label import Label
from reader.model.annotation import Annotation, QuoteFields, empty_fields
from reader.model.claim import VISUAL_SCALE, DeskRules, Ruling, VerdictLabel, VerdictScale
from reader.model.entry import Entry
from reader.model.fields import FIELDS, edits_for, field_named, fields_of, value_of
from reader.model.shipped_scales import shipped_scales
from reader.model.subject import Subject
from reader.model.typed import parse_steps

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

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        return (*shipped_scales(), SCALE)

    def annotator_uid(self) -> str:
        return "me"

    def desk_rules(self) -> DeskRules:
        return DeskRules()

    def annotator_named(self, name: str) -> str | None:
        return {"ليلى": "me"}.get(name)


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
    return Entry(annotation=annotation, subject=subject, ruling=ruling, names={"me": "ليلى"})


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
    "speaker_organization": "هيئة المرفأ",
    "cue_class": "deny",
    "attribution_level": "named",
    "said_on": "2020-03-25",
    "venue": "مؤتمر صحفي",
    "original_language": "en",
    "is_translation": "yes",
    "verified_against": "audio",
    "verbatim_match": "trimmed",
    "verification_url": "https://radio.example/one",
    "verification_archive_url": "https://archive.example/one",
    "verified_by": "ليلى",
    "verified_at": "2020-03-26T14:30:00Z",
    "title_role": "العميد",
    "is_pronoun": "yes",
    "iso_value": "2020-03",
    "calendar": "hijri",
    "month_system": "iraqi",
    "relative_to": "2020-03-26",
    "value": "23.8",
    "unit": "مليار دينار",
    "approximate": "yes",
    "entity_type": "person",
    "entity_name": "العراق",
    "wikidata_id": "Q796",
    "claim_text": "ارتفع العدد\nمرتين",
    "claimant": "الوزارة",
    "claim_date": "2020-03",
    "check_worthiness": "high",
    "verdict": "wrong",
    "verdict_label": "زائف جزئيا",
    "rating": "2 (1–5)",
    "state": "checking",
    "priority": "high",
    "assigned_to": "ليلى",
    "explanation": "السجل يخالفه.\nوالبيان كذلك.",
    "review_url": "https://desk.example/checks/1",
    "claim_type": "quantity",
    "topic": "المياه",
    "place": "البصرة",
    "numbers": "1554 متر مكعب\n~37 %",
    "first_appearance_url": "https://posts.example/1",
    "context": "قيل يوم الافتتاح",
    "verifiable": "yes",
    "seems_false": "4",
    "public_interest": "5",
    "harmful": "2",
    "needs_professional": "not_urgent",
    "harm_kind": "صحي",
    "for_government": "yes",
    "contacted_at": "2020-03-27T09:00:00Z",
    "reply": "لم يرد",
    "fact_check_url": "https://desk.example/checks/2",
    "drop_reason": "رأي لا خبر",
}
# What always holds one of its choices.
NEVER_EMPTY = ("pick", "state")


def test_the_values_cover_the_table():
    assert set(VALUES) == {field.key for field in FIELDS if field.is_settable}


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_every_field_reads_back_what_was_set(tag):
    settable = [field for field in fields_of(tag) if field.is_settable]
    values = {field.key: VALUES[field.key] for field in settable}
    done = after(entry(tag), values)
    assert {field.key: value_of(done, field) for field in settable} == values


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_every_field_can_be_emptied_again(tag):
    settable = [field for field in fields_of(tag) if field.is_settable]
    full = after(entry(tag), {field.key: VALUES[field.key] for field in settable})
    emptied = [field for field in reversed(settable) if field.kind not in NEVER_EMPTY]
    done = after(full, {field.key: "" for field in emptied})
    # What belongs to another record is let go of, not emptied.
    assert not any(value_of(done, field) for field in emptied if field.attribute)


@pytest.mark.parametrize("key", ["priority", "state"])
def test_what_always_holds_a_choice_takes_no_other(key):
    for value in ("", "whatever"):
        with pytest.raises(BadValue):
            after(entry("claim"), {key: value})


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


def test_a_claim_that_is_an_image_takes_verdicts_of_the_scale_for_images_too():
    with pytest.raises(BadValue):
        edits_for(entry("claim"), {"verdict": "staged"}, Office())
    image = after(entry("claim"), {"claim_type": "media", "verdict": "staged"})
    assert image.ruling is not None
    assert (image.ruling.scale, image.ruling.code) == (VISUAL_SCALE, "staged")
    assert (image.ruling.normalised, image.ruling.rating) == ("false", 1)
    again = after(image, {"verdict": "wrong"})
    assert again.ruling is not None
    assert (again.ruling.scale, again.ruling.code) == (SCALE.key, "wrong")


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
        ("quote", "verification_url", "ftp://radio.example"),
        ("quote", "original_language", "الإنجليزية"),
        ("quote", "verified_at", "ظهر أمس"),
        ("quote", "verified_at", "0001-01-01T00:00:00+23:00"),
        ("quote", "verified_by", "غريب"),
        ("quote", "is_translation", "ربما"),
        ("quote", "mark_state", "balanced"),
        ("entity", "value", "1,5"),
        ("entity", "value", "1e5"),
        ("entity", "value", "9" * 400),
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


@pytest.mark.parametrize(
    ("typed", "held"),
    [("1,554", 1554), ("١٬٥٥٤", 1554), ("٢٣٫٨", 23.8), ("-5", -5), ("40", 40), ("", None)],
)
def test_a_number_is_taken_in_either_digits(typed, held):
    assert after(entry("entity"), {"value": typed}).annotation.fields.value == held


def test_a_moment_without_a_zone_is_local_and_kept_in_utc():
    done = after(entry("quote"), {"verified_at": "٢٠٢٠-٠٣-٢٦ 14:30"}).annotation.fields
    assert done.verified_at == datetime(2020, 3, 26, 14, 30).astimezone(UTC)


def test_a_check_is_stamped_with_who_made_it_and_loses_the_stamp_with_it():
    checked = after(entry("quote"), {"verified_against": "audio"})
    assert checked.annotation.fields.verified_by_uid == "me"
    assert checked.annotation.fields.verified_at is not None
    assert after(checked, {"verified_against": "audio"}) == checked
    unchecked = after(checked, {"verified_against": "not"}).annotation.fields
    assert (unchecked.verified_by_uid, unchecked.verified_at) == (None, None)


def test_other_words_stand_elsewhere_in_the_text():
    placed = QuoteFields(cue="قال", cue_start_cp=3, cue_end_cp=6)
    quote = entry("quote")
    quote = replace(quote, annotation=replace(quote.annotation, fields=placed))
    same = after(quote, {"cue": "قال"}).annotation.fields
    other = after(quote, {"cue": "أكد"}).annotation.fields
    assert (same.cue_start_cp, other.cue_start_cp, other.cue_end_cp) == (3, None, None)


def test_steps_go_from_one_to_five():
    assert [parse_steps(one, "harmful") for one in ("1", "٥", "")] == [1, 5, None]
    for wrong in ("0", "6", "12", "كثير"):
        with pytest.raises(BadValue):
            parse_steps(wrong, "harmful")


def test_a_ruling_keeps_the_rating_of_its_step_whatever_becomes_of_the_scale():
    step = SCALE.labels[0]
    done = after(entry("claim"), {"verdict": step.code})
    kept = done.ruling.rating, done.ruling.best, done.ruling.worst
    assert kept == (step.rating, step.best, step.worst)
    assert value_of(done, field_named("claim", "rating")).startswith(str(step.rating))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("٣", (3, 1, 5)),
        ("3", (3, 1, 5)),
        ("2 (1-4)", (2, 1, 4)),
        ("-1 (-2 – 2)", (-1, -2, 2)),
        ("", (None, None, None)),
    ],
)
def test_a_rating_is_told_by_its_value_alone_or_with_its_ends(typed, kept):
    rated = after(entry("claim"), {"verdict": "wrong", "rating": "2 (1–5)"})
    done = after(rated, {"rating": typed})
    assert (done.ruling.rating, done.ruling.worst, done.ruling.best) == kept


@pytest.mark.parametrize("typed", ["6", "x", "2 (3–5)", "2 (5–1)", "2 (1–", "9999999"])
def test_a_rating_outside_its_ends_is_not_taken(typed):
    rated = after(entry("claim"), {"verdict": "wrong", "rating": "2 (1–5)"})
    with pytest.raises(BadValue):
        after(rated, {"rating": typed})


def test_there_is_no_rating_without_a_verdict_or_without_ends():
    with pytest.raises(BadValue):
        after(entry("claim"), {"rating": "2 (1–5)"})
    bare = after(entry("claim"), {"verdict": "wrong", "rating": ""})
    with pytest.raises(BadValue):
        after(bare, {"rating": "2"})


def test_a_step_outside_its_scale_tells_no_rating():
    rated = after(entry("claim"), {"verdict": "wrong"})
    outside = replace(rated, ruling=replace(rated.ruling, rating=0, best=0, worst=0))
    assert value_of(outside, field_named("claim", "rating")) == ""
