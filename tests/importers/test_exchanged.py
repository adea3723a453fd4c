"""Annotations of other programs: units converted, words checked, what does not fit told."""

import json

import pytest

from reader.errors import SourceDamaged, SourceRefused
from reader.importers import Child, from_bytes
from reader.importers.document import Given
from reader.importers.labels import Labels, Meaning
from reader.importers.reading_values import Unreadable, value_of
from reader.importers.signs import zip_names
from reader.importers.unpacking import Unpacker
from reader.model.annotation import Annotation, ClaimFields, EntityFields
from reader.model.bundle import Bundle
from reader.model.carried import Carried, Tie
from tests.makers import zipped

TEXT = "😀 قال الوزير\nأحمد سالم: نعم."
REFI_HEAD = '<Project xmlns="urn:QDA-XML:project:1.0" name="x">'


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


def bundle_of(child, source, name="file.json") -> Bundle:
    """Return what the program makes of a file."""
    if not isinstance(source, bytes):
        source = json.dumps(source, ensure_ascii=False).encode()
    bundle = from_bytes(source, name, child=child).bundle
    assert bundle is not None
    return bundle


def marked(bundle: Bundle) -> list[tuple[str, str]]:
    """Return the tags and words of a bundle's annotations, each checked against its text."""
    texts = {one.revision.uid: one.revision.text for one in bundle.texts}
    found = [one for one in bundle.records if isinstance(one, Annotation)]
    for one in found:
        assert texts[one.revision_uid][one.start_cp : one.end_cp] == one.exact
    return [(one.tag, one.exact) for one in found]


def task(start, end, words, **more):
    """Return a task of Label Studio with one region."""
    value = {"start": start, "end": end, "text": words, "labels": ["quote"]}
    region = {"id": "a", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    return {"data": {"text": TEXT}, "annotations": [{"result": [region]}], **more}


def test_an_old_label_studio_export_in_utf16_is_told_by_its_words(child):
    # 😀 takes two units there, so everything after it is one further on.
    assert marked(bundle_of(child, [task(3, 6, "قال")])) == [("quote", "قال")]
    assert marked(bundle_of(child, [task(2, 5, "قال")])) == [("quote", "قال")]
    found = bundle_of(child, [task(4, 7, "قال")])
    assert marked(found) == []
    assert [one.reason.en for one in found.misfits] == [
        "other words stand at its place than those that it names"
    ]


def test_label_studio_suggestions_and_choices_become_values(child):
    region = task(2, 5, "قال")["annotations"][0]["result"][0]
    choice = {
        **region,
        "from_name": "quote_type",
        "type": "choices",
        "value": {"start": 2, "end": 5, "choices": ["indirect"]},
    }
    predicted = {"model_version": "v1", "score": 0.5, "result": [region, choice]}
    bundle = bundle_of(child, [{"data": {"text": TEXT}, "predictions": [predicted]}])
    (one,) = (one for one in bundle.records if isinstance(one, Annotation))
    assert (one.origin, one.suggester, one.confidence) == ("rule", "v1", 0.5)
    assert one.fields.quote_type == "indirect"


def test_doccano_labels_of_others_become_entities_or_tags_of_their_own(child):
    line = {"text": TEXT, "label": [[13, 17, "PER"], [2, 5, "حدث-خاص"], [0, 99, "PER"]]}
    bundle = bundle_of(child, line, "admin.jsonl")
    assert marked(bundle) == [("entity", "أحمد"), ("حدث-خاص", "قال")]
    assert [tag.key for tag in bundle.tags] == ["حدث-خاص"]
    (entity,) = (one for one in bundle.records if getattr(one, "tag", "") == "entity")
    assert entity.fields == EntityFields(entity_type="person")
    assert [one.what for one in bundle.misfits] == ["PER 0-99"]


def test_relations_need_both_ends_and_a_known_kind(child):
    line = {
        "text": TEXT,
        "entities": [
            {"id": 1, "start_offset": 2, "end_offset": 5, "label": "quote"},
            {"id": 2, "start_offset": 13, "end_offset": 17, "label": "entity"},
        ],
        "relations": [
            {"id": 1, "from_id": 2, "to_id": 1, "type": "speaker_of"},
            {"id": 2, "from_id": 2, "to_id": 9, "type": "speaker_of"},
            {"id": 3, "from_id": 2, "to_id": 1, "type": "likes"},
        ],
    }
    bundle = bundle_of(child, line)
    relations = [one for one in bundle.records if hasattr(one, "from_uid")]
    assert [one.type for one in relations] == ["speaker_of"]
    assert len(bundle.misfits) == 2


def test_line_ends_of_the_file_are_counted_as_it_has_them(child):
    text = TEXT.replace("\n", "\r\n")
    line = {"text": text, "label": [[14, 18, "entity"], [2, 14, "quote"]]}
    assert marked(bundle_of(child, line)) == [("entity", "أحمد"), ("quote", "قال الوزير\n")]


def test_brat_fragments_events_and_notes(child):
    lines = (
        "T1\tquote 6 12;13 17\tالوزير أحمد",
        "T2\tCue 2 5\tقال",
        "T3\tentity 13 22\tأحمد سالم",
        "E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3",
        "#1\tAnnotatorNotes T1\tسطر\\nوسطر",
        "N1\tReference T3 Wikidata:Q1\tأحمد سالم",
        "T4\tclaim 2 5;13 17\tقال أحمد",
        "T5\tclaim 2 5\tغيره",
        "nonsense",
    )
    parts = {"a.txt": TEXT, "a.ann": "\n".join(lines), "annotation.conf": "x"}
    bundle = bundle_of(child, zipped(parts), "brat.zip")
    assert marked(bundle) == [("quote", "الوزير\nأحمد"), ("entity", "أحمد سالم")]
    quote = next(one for one in bundle.records if getattr(one, "tag", "") == "quote")
    assert (quote.note, quote.fields.cue, quote.fields.cue_start_cp) == ("سطر\nوسطر", "قال", 2)
    assert quote.fields.speaker == "أحمد سالم"
    assert [one.type for one in bundle.records if hasattr(one, "from_uid")] == ["speaker_of"]
    assert [one.wikidata_id for one in bundle.records if hasattr(one, "wikidata_id")] == ["Q1"]
    assert len(bundle.misfits) == 3


def test_a_single_web_annotation_without_its_text_is_told(child):
    target = {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "قال"}}
    one = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": target}
    bundle = bundle_of(child, one)
    assert bundle.articles == ()
    assert "not in the file" in bundle.misfits[0].reason.en


@pytest.mark.parametrize(("prefix", "expected"), [("", []), (": ", [("quote", "نعم")])])
def test_words_are_looked_for_only_with_what_stands_around_them(prefix, expected):
    unpacker = Unpacker("x", "w3c")
    one = Carried(tag="quote", start_cp=0, end_cp=3, exact="نعم", prefix=prefix)
    unpacker.article(TEXT, [one])
    assert marked(unpacker.contents().bundle) == expected


def test_words_that_stand_twice_are_no_place():
    unpacker = Unpacker("x", "w3c")
    unpacker.article("نعم نعم", [Carried(tag="quote", exact="نعم")])
    bundle = unpacker.contents().bundle
    assert marked(bundle) == []
    assert len(bundle.misfits) == 1


def refi(end: int, name: str) -> bytes:
    """Return a project with a word from 2 to `end`, a code below another, a picture."""
    project = (
        f'{REFI_HEAD}<CodeBook><Codes><Code guid="c1" name="entity" isCodable="true">'
        '<Code guid="c2" name="person" isCodable="true"/></Code>'
        '<Code guid="c3" name="خاص" isCodable="true" color="#AABBCC"/></Codes></CodeBook>'
        '<Sources><TextSource guid="s" name="مقال" plainTextPath="internal://s.txt">'
        f'<PlainTextSelection guid="p" name="{name}" startPosition="2" endPosition="{end}">'
        '<Coding guid="d"><CodeRef targetGUID="c2"/></Coding>'
        '<Coding guid="e"><CodeRef targetGUID="c3"/></Coding></PlainTextSelection>'
        '</TextSource><PictureSource guid="i" name="صورة"/></Sources></Project>'
    )
    return zipped({"sources/s.txt": TEXT, "project.qde": project})


@pytest.mark.parametrize(("end", "name"), [(5, "قال"), (4, "قال"), (5, "2,5")])
def test_refi_ends_are_excluded_unless_the_words_say_otherwise(child, end, name):
    bundle = bundle_of(child, refi(end, name), "x.qdpx")
    assert marked(bundle) == [("entity", "قال"), ("خاص", "قال")]
    assert [(tag.key, tag.colour) for tag in bundle.tags] == [("خاص", "#aabbcc")]
    assert [one.what for one in bundle.misfits] == ["صورة"]


@pytest.mark.parametrize("ending", ["qdpx", "zip"])
def test_xml_with_entities_is_refused(child, ending):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + REFI_HEAD + "&a;</Project>"
    types = "<typeSystemDescription/>"
    parts = {"project.qde": bomb} if ending == "qdpx" else {"a.xmi": bomb, "TypeSystem.xml": types}
    with pytest.raises(SourceRefused):
        bundle_of(child, zipped(parts), f"x.{ending}")


def test_a_project_that_is_none_is_damaged(child):
    with pytest.raises(SourceDamaged):
        from_bytes(b"no zip", "x.qdpx", child=child)


def test_values_are_read_as_their_fields_or_told():
    assert value_of(ClaimFields, "harmful", "harmful", "3") == 3
    assert value_of(EntityFields, "approximate", "approximate", "true") is True
    assert value_of(Annotation, "created_at", "created_at", "2026-01-02T03:04:05Z").year == 2026
    for key, said in (("harmful", "x"), ("state", "no such state"), ("contacted_at", "soon")):
        with pytest.raises(Unreadable) as told:
            value_of(ClaimFields, key, key, said)
        assert said in told.value.reason.ar


def test_a_value_that_does_not_fit_leaves_the_rest():
    unpacker = Unpacker("x", "doccano")
    values = {"state": "??", "claim_text": "نص", "speaker": "أحمد", "verdict": "false"}
    unpacker.article(TEXT, [Carried(tag="claim", start_cp=2, end_cp=5, values=values)])
    bundle = unpacker.contents().bundle
    (one,) = (one for one in bundle.records if isinstance(one, Annotation))
    assert one.fields == ClaimFields(claim_text="نص")
    assert len(bundle.misfits) == 3


def test_ties_of_nothing_are_told():
    unpacker = Unpacker("x", "doccano")
    unpacker.ties([Tie(from_key="", to_key="", type="about")])
    assert len(unpacker.contents().bundle.misfits) == 1


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("quote", Meaning("quote")),
        ("اقتباس", Meaning("quote")),
        ("Claim", Meaning("claim")),
        ("ORG", Meaning("entity", "organization")),
        ("entity:place", Meaning("entity", "place")),
        ("entity:x", Meaning("entity:x")),
        ("رأي", Meaning("رأي")),
    ],
)
def test_labels_are_understood(label, meaning):
    labels = Labels()
    assert labels.meaning(label) == meaning
    assert [tag.key for tag in labels.new] == (
        [] if meaning.tag in ("quote", "entity", "claim") else [meaning.tag]
    )


def test_names_in_an_archive_are_read_without_unpacking():
    assert zip_names(zipped({"a.txt": "x", "b/ق.ann": "y"})) == ("a.txt", "b/ق.ann")
    assert zip_names(b"PK\x03\x04" + b"PK\x01\x02" * 3) != ()
    assert zip_names(b"text PK\x01\x02") == ()


def test_nothing_of_a_file_is_believed(child):
    for junk in (
        {"text": 5, "label": [[1, 2, "x"]]},
        {"text": TEXT, "label": [["1", None, "x"], [0, 1], 5], "entities": [{"start_offset": 1}]},
        {"data": 5, "annotations": [{"result": [5, {"from_name": 1, "to_name": [], "value": {}}]}]},
        {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": [5, {"items": [[], {}]}]},
    ):
        bundle = bundle_of(child, junk)
        marked(bundle)
    assert Given().format == ""
