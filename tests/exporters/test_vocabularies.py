"""What goes out as JSON-LD says what its vocabularies know, by a processor and by their tables."""

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from pyld import jsonld

from reader.exporters import Desk, ExportOptions, exporter_named
from reader.model.claim import VISUAL_SCALE
from reader.model.shipped_scales import shipped_scales
from reader.sample import add_sample
from reader.storage import Store
from tests.exporters.test_desk_formats import changed, written
from tests.roundtrip import add_made
from tests.vocabularies import annotation_context, offline, schema_org, schema_org_context

# The SHA-256 of the published context as JSON with sorted keys and no spaces.
PUBLISHED = "6bcb4fbcf45cc1f5f84aa1f984096f7c90eeb8d2dc40d4469ee3b9fc9e7ebe61"
LOADED = {"documentLoader": offline()}
ENUMERATION = "MediaManipulationRatingEnumeration"
OA = "http://www.w3.org/ns/oa#"


@pytest.fixture(scope="module", params=["sample", "made"])
def library(request):
    """Return the sample library, or a made one of awkward texts."""
    with Store.open(":memory:") as store:
        add_sample(store)
        if request.param == "made":
            add_made(store, 240)
        yield store


def exported(store: Store, key: str, preset: str = "") -> str:
    """Return what a library's export in a format is."""
    stream = io.BytesIO()
    desk = Desk("غرفة التحقق", "https://desk.example")
    options = ExportOptions(preset=preset, shared=store.shared(), desk=desk)
    exporter_named(key).write(store.annotated_articles(), stream, options)
    return stream.getvalue().decode()


def single(value: Any) -> Any:
    """Return JSON with each list of one as that one, as a processor may write it."""
    if isinstance(value, Mapping):
        return {key: single(one) for key, one in value.items()}
    if isinstance(value, list):
        return single(value[0]) if len(value) == 1 else [single(one) for one in value]
    return value


def test_the_context_of_annotations_is_the_published_one():
    context = annotation_context()["@context"]
    said = json.dumps(context, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(said.encode()).hexdigest() == PUBLISHED


def test_annotations_pass_a_processor_whole(library):
    whole = json.loads(exported(library, "w3c"))
    expanded = jsonld.expand(whole, LOADED)
    back = jsonld.compact(expanded, whole["@context"], {**LOADED, "graph": True})
    assert single(back) == single(whole)
    # A key that no context knows does not come back.
    whole["@graph"][0]["verdict"] = "زائف"
    back = jsonld.compact(
        jsonld.expand(whole, LOADED), whole["@context"], {**LOADED, "graph": True}
    )
    assert single(back) != single(whole)


def test_annotations_become_triples_of_the_model(library):
    whole = json.loads(exported(library, "w3c"))
    graph = jsonld.flatten(whole, None, LOADED)
    nodes = {one["@id"]: one for one in graph if "@id" in one}
    positions = [one for one in graph if f"{OA}TextPositionSelector" in one.get("@type", ())]
    count = sum(len(one.entries) for one in library.annotated_articles())
    assert len(positions) == count > 40
    said = {one[f"{OA}exact"][0]["@value"] for one in graph if f"{OA}exact" in one}
    assert said == {
        entry.annotation.exact for one in library.annotated_articles() for entry in one.entries
    }
    integer = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    for one in positions:
        assert {one[f"{OA}{end}"][0]["@type"] for end in ("start", "end")} == {integer}
    for one in nodes.values():
        if f"{OA}Annotation" in one.get("@type", ()):
            assert one[f"{OA}hasTarget"]
            (why,) = one[f"{OA}motivatedBy"]
            assert why["@id"] in (f"{OA}tagging", f"{OA}linking")


@pytest.mark.parametrize("preset", ["json", "page"])
def test_verdicts_say_only_what_schema_org_knows(library, preset):
    said = exported(library, "claimreview", preset)
    if preset == "page":
        said = said.split(">\n", 1)[1].rsplit("\n</script>", 1)[0]
    reviews = json.loads(said)
    assert len(reviews) >= 4
    for review in reviews:
        assert list(schema_org().faults(review)) == []
        expanded = jsonld.expand(review, LOADED)
        back = jsonld.compact(expanded, schema_org_context(), LOADED)
        assert single({**back, "@context": review["@context"]}) == single(spelled(review))


def test_what_became_of_an_image_is_told_in_the_classes_of_schema_org(annotated):
    (scale,) = (one for one in shipped_scales() if one.key == VISUAL_SCALE)
    told = []
    for step in scale.labels:
        said = {"scale": scale.key, "code": step.code, "label": step.label.ar}
        review, *media = json.loads(written("claimreview", changed(annotated, **said))[0])
        assert review["@type"] == "ClaimReview"
        assert review["reviewRating"]["alternateName"] == step.label.ar
        for one in media:
            assert list(schema_org().faults(one)) == []
            back = jsonld.compact(jsonld.expand(one, LOADED), schema_org_context(), LOADED)
            assert single({**back, "@context": one["@context"]}) == single(spelled(one))
            assert one["url"] == review["url"]
            assert one["@id"] != review["@id"]
            told.append(one["mediaAuthenticityCategory"].rpartition("/")[2])
    known = {name for name in schema_org().parents if ENUMERATION in schema_org().lineage(name)}
    assert sorted(told) == sorted(known - {ENUMERATION})
    assert len(told) == len(scale.labels) - 1  # what cannot be verified is no such class


def test_a_class_that_schema_org_has_not_is_seen(annotated):
    said = {"scale": VISUAL_SCALE, "code": "staged"}
    _, media = json.loads(written("claimreview", changed(annotated, **said))[0])
    for wrong in ("https://schema.org/Stolen", "StagedContent", "https://schema.org/Rating"):
        (fault,) = schema_org().faults(media | {"mediaAuthenticityCategory": wrong})
        assert fault.startswith(".mediaAuthenticityCategory")


def test_other_scales_leave_no_review_of_media(annotated):
    said = {"scale": "five-steps", "code": "staged"}
    (review,) = json.loads(written("claimreview", changed(annotated, **said))[0])
    assert review["@type"] == "ClaimReview"


def spelled(value: Any) -> Any:
    """Return JSON with the names that the context of schema.org has for keywords."""
    if isinstance(value, Mapping):
        names = {"@type": "type", "@id": "id"}
        return {names.get(key, key): spelled(one) for key, one in value.items()}
    return [spelled(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"verdict": "زائف"}, ".verdict: ClaimReview has no such property"),
        ({"claimDate": "2026"}, ".claimDate: ClaimReview has no such property"),
        ({"@type": "FactCheck"}, ".: no type 'FactCheck'"),
        ({"datePublished": "أمس"}, ".datePublished: 'أمس' is none of ['Date', 'DateTime']"),
        ({"url": "desk"}, ".url: 'desk' is none of ['URL']"),
        ({"author": {"@type": "Rating"}}, ".author: a Rating is none of"),
        ({"reviewRating": {"@type": "Rating", "appearance": "x"}}, ".reviewRating.appearance: "),
    ],
)
def test_the_vocabulary_refuses_what_it_does_not_know(library, change, fault):
    (review, *_) = json.loads(exported(library, "claimreview"))
    (found,) = schema_org().faults({**review, **change})
    assert found.startswith(fault)


def test_no_other_context_is_asked_for():
    with pytest.raises(jsonld.JsonLdError):
        jsonld.expand({"@context": "https://other.example", "name": "x"}, LOADED)
