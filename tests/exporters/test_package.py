"""The package: what goes out comes back, equal, into an empty library and into one that has it."""

import hashlib
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.errors import SourceDamaged, SourceRefused
from reader.exporters import ExportOptions, Wanted, exporter_named
from reader.importers import from_bytes, from_text
from reader.label import Label
from reader.model.annotation import ClaimFields, Figure, OwnValue
from reader.model.bundle import BroughtIn, Bundle
from reader.model.change import Change, edit, same_content
from reader.model.claim import DeskRules, VerdictScale
from reader.model.codebook import OwnField, Template, TemplateValue
from reader.model.package import KIND
from reader.model.shipped_scales import shipped_scales
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import Choice
from reader.sample import add_sample
from reader.storage.store import Store
from reader.text.guarding import is_dangerous
from tests.storage.test_bundles import OPINION, made
from tests.storage.values import AT, SESSION, desk_in

IMPORTER = "من يستورد"
NASTY = '=1+1\n"قالت"،\tمن 😀 قَالَ \u202eabc\u202c \'=x,;|'


def packed(store: Store, *, whole: bool = True, articles=None) -> bytes:
    """Return the package of a library."""
    stream = io.BytesIO()
    options = ExportOptions(
        shared=store.shared(), kept_texts=store.kept_texts, whole=whole, moment=AT
    )
    found = store.annotated_articles() if articles is None else articles
    exporter_named("package").write(found, stream, options)
    return stream.getvalue()


def bundle_of(package: bytes) -> Bundle:
    """Return what the importer makes of a package."""
    bundle = from_bytes(package, "library.zip").bundle
    assert bundle is not None
    return bundle


def held(store: Store) -> dict[str, object]:
    """Return all that a library holds, but for how often its articles were saved."""
    articles = [one.article for one in reversed(store.articles())]
    texts = [text for one in articles for text in store.kept_texts(one.uid)]
    shared = store.shared()
    people = tuple(one for one in shared.annotators if one.name != IMPORTER)
    return {
        "articles": [replace(one, id=0, version=1) for one in articles],
        # Each entry knows the names of all who are in the library.
        "texts": [
            replace(text, entries=tuple(replace(one, names={}) for one in text.entries))
            for text in texts
        ],
        "shared": replace(
            shared,
            scales=tuple(replace(one, version=1) for one in shared.scales),
            rules=replace(shared.rules, version=1),
            annotators=people,
        ),
    }


def bring(store: Store, bundle: Bundle, name: str = IMPORTER) -> BroughtIn:
    """Bring a bundle in, by somebody who is in no package."""
    return store.bring_in(bundle, store.annotator(name, name).uid, SESSION)


def filled() -> Store:
    """Return a library with the sample, and an article with a record of every kind."""
    store = Store.open(":memory:")
    add_sample(store)
    bundle = made(NASTY * 3)
    own = OwnField(
        tag=OPINION.key,
        key="tone",
        label=Label("Tone", NASTY),
        kind="choice",
        choices=(Choice("calm", Label("Calm", "هادئ")),),
    )
    template = Template(
        name=NASTY, tag=OPINION.key, digit="7", values=(TemplateValue(field="tone", value="calm"),)
    )
    records = tuple(
        replace(one, own=(OwnValue(field_uid=own.uid, choice="calm"),), note=NASTY)
        if getattr(one, "tag", "") == OPINION.key
        else one
        for one in bundle.records
    )
    scale = replace(shipped_scales()[0], key="desk-own", label=Label("Ours", NASTY), position=9)
    rules = DeskRules(scale=scale.key, reviewers=2)
    more = own, template, scale, rules
    came = bring(store, replace(bundle, records=(*records, *more)), "من ملأ")
    assert came.misfits == ()
    assert store.desk_rules() == rules
    return store


def test_a_whole_library_comes_back_equal():
    with filled() as store, Store.open(":memory:") as other:
        package = packed(store)
        bundle = bundle_of(package)
        assert bundle.misfits == ()
        came = bring(other, bundle)
        assert came.misfits == ()
        assert held(other) == held(store)
        assert other.check().is_sound


def test_ten_thousand_annotations_come_back_equal():
    with Store.open(":memory:") as store, Store.open(":memory:") as other:
        desk = desk_in(store, "قال 😀 نعم.\n" * 2500)
        marks = [
            replace(desk.span(at, at + 3 + at % 5), note=NASTY, confidence=at % 7 / 7)
            for at in range(10_000)
        ]
        desk.add(*marks)
        came = bring(other, bundle_of(packed(store)))
        assert came.misfits == ()
        assert other.annotations(desk.text.uid) == store.annotations(desk.text.uid)


def test_a_package_above_sixty_megabytes_comes_back_equal():
    source = random.Random(5).randbytes(31_000_000)
    with Store.open(":memory:") as store:
        mine = store.annotator("me", "me").uid
        for word in ("أول", "ثانٍ"):
            came = from_text(f"{word} النص", "x.txt")
            whole = word.encode() + source
            text = replace(came.revision, source_sha256=hashlib.sha256(whole).hexdigest())
            store.add_article(replace(came, revision=text, source=whole), mine, SESSION)
        package = packed(store)
        assert len(package) > 60_000_000
        with Store.open(":memory:") as other:
            assert bring(other, bundle_of(package)).misfits == ()
            assert held(other) == held(store)


def edited(store: Store, record: VerdictScale | Tag) -> None:
    """Edit a scale or a tag of a library."""
    every = (*store.shared().scales, *store.shared().tags)
    here = next(one for one in every if type(one) is type(record) and one.key == record.key)
    who = store.annotator("me", "me").uid
    store.apply(
        Change(act="bulk", edits=(edit(here, record),), annotator_uid=who, session_uid=SESSION)
    )


def test_edited_tags_and_scales_come_back_into_a_library_as_shipped():
    with filled() as store, Store.open(":memory:") as other:
        edited(store, replace(TAGS[0], label=Label("Said", "قول"), colour="#112233"))
        edited(store, replace(shipped_scales()[0], label=Label("Ours", "مقياسنا")))
        came = bring(other, bundle_of(packed(store)))
        assert came.misfits == ()
        for one, twin in zip(
            (*store.shared().tags, *store.shared().scales),
            (*other.shared().tags, *other.shared().scales),
            strict=True,
        ):
            assert same_content(one, twin)


def test_scales_and_rules_that_cannot_be_kept_are_told_and_ours_stay():
    first = shipped_scales()[0]
    other = replace(first, label=Label("Other", "غيره"))
    none = replace(first, key="none", labels=())
    twice = replace(first, key="twice", labels=(first.labels[0], first.labels[0]))
    grey = replace(first, key="grey", labels=(replace(first.labels[0], colour="grey"),))
    rules = DeskRules(scale="nowhere", reviewers=2)
    with Store.open(":memory:") as store:
        edited(store, replace(first, label=Label("Ours", "مقياسنا")))
        before = store.verdict_scales()
        came = bring(store, Bundle(records=(other, none, twice, grey, rules)))
        assert len(came.misfits) == 5
        assert store.verdict_scales() == before
        assert store.desk_rules() == DeskRules()
        mine = DeskRules(reviewers=3)
        assert bring(store, Bundle(records=(mine,))).added == {"desk": 1}
        (told,) = bring(store, Bundle(records=(DeskRules(reviewers=4),))).misfits
        assert "stays" in told.reason.en
        assert store.desk_rules() == mine


def test_a_library_that_has_it_all_takes_nothing():
    with filled() as store:
        came = bring(store, bundle_of(packed(store)))
        assert came.change is None
        assert came.misfits == ()
        assert came.present["annotation"] == sum(one.annotations for one in store.articles())


def test_of_some_articles_only_what_they_point_to_goes_along():
    with filled() as store:
        (sample,) = store.annotated_articles([store.article("1").uid])
        quotes = Wanted(tags=frozenset({"quote"})).among([sample])
        only = packed(store, whole=False, articles=quotes)
    bundle = bundle_of(only)
    assert {one.tag for one in bundle.records if hasattr(one, "tag")} == {"quote"}
    assert [one.key for one in bundle.tags] == ["quote"]
    speakers = {one.fields.speaker_uid for one in bundle.records if hasattr(one, "fields")}
    subjects = {one.uid for one in bundle.records if hasattr(one, "other_names")}
    assert subjects == speakers - {None}
    assert len(bundle.articles) == 1


def test_it_says_what_it_is_and_what_is_in_it():
    with filled() as store:
        package = packed(store)
    archive = zipfile.ZipFile(io.BytesIO(package))
    names = archive.namelist()
    assert names[0] == "mimetype"
    assert archive.read("mimetype") == KIND
    assert names[-1] == "manifest.json"
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["offset_unit"] == "code points"
    assert manifest["tables"]["articles.csv"]["rows"] == 2
    assert manifest["texts"] == 2
    assert set(manifest["tables"]) == {name for name in names if name.endswith(".csv")}
    for name in manifest["tables"]:
        lines = archive.read(name).decode("utf-8-sig").split("\r\n")
        assert not any(is_dangerous(line.removeprefix('"')) for line in lines if line)


def repacked(package: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a package with other parts; None leaves one out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


@pytest.fixture(scope="module")
def package() -> bytes:
    with filled() as store:
        return packed(store)


def test_a_table_that_somebody_edited_comes_and_is_told(package):
    def edited(name: str, part: bytes) -> bytes:
        return (
            part.replace("وزيرة".encode(), "الوزيرة".encode()) if name == "subjects.csv" else part
        )

    found = from_bytes(repacked(package, edited), "edited.zip")
    assert [note.en for note in found.notes] == [
        "Tables were changed after the package was made: subjects.csv."
    ]
    assert any(getattr(one, "name", "") == "الوزيرة" for one in found.bundle.records)


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("texts/000001.txt", "قال", "قيل", "another than when"),
        ("sources/000002.bin", "قال", "قيل", "another than when"),
        ("annotations.csv", '"quote"', '"quo', "no record"),
        ("rulings.csv", "+00:00", "x", "no record"),
        ("quotes.csv", '"false"', '"no"', "no record"),
    ],
)
def test_what_is_damaged_is_told_and_the_rest_comes(package, name, old, new, reason):
    def damaged(found: str, part: bytes) -> bytes:
        return part.replace(old.encode(), new.encode()) if found == name else part

    with Store.open(":memory:") as store:
        bundle = bundle_of(repacked(package, damaged))
        assert bundle.misfits
        assert reason in bundle.misfits[0].reason.en
        came = bring(store, bundle)
        assert came.change is not None
        assert store.check().is_sound


def test_a_newer_package_is_refused_and_one_without_its_list_is_damaged(package):
    def newer(name: str, part: bytes) -> bytes:
        return re.sub(rb'"version": \d', b'"version": 3', part) if name == "manifest.json" else part

    with pytest.raises(SourceRefused, match="newer Hashiya"):
        from_bytes(repacked(package, newer), "a.zip")

    def listless(name: str, part: bytes) -> bytes | None:
        return None if name == "manifest.json" else part

    with pytest.raises(SourceDamaged):
        from_bytes(repacked(package, listless), "a.zip")


def test_numbers_of_a_package_from_before_they_had_limits_are_read():
    old = Figure(value=0.5, unit="%", approximate=True)
    with Store.open(":memory:") as store, Store.open(":memory:") as other:
        desk = desk_in(store)
        claim = desk.span(0, 4, "claim", fields=ClaimFields(numbers=(old,)))
        desk.add(claim)

        def before(name: str, part: bytes) -> bytes:
            return part.replace(b', ""bound"": """", ""up_to"": null', b"")

        package = packed(store)
        assert json.loads(_part(package, "manifest.json"))["version"] == 1
        older = repacked(package, before)
        assert b"bound" in _part(package, "claims.csv")
        assert b"bound" not in _part(older, "claims.csv")
        assert bring(other, bundle_of(older)).misfits == ()
        assert other.record("annotation", claim.uid).fields.numbers == (old,)


@pytest.mark.parametrize(
    "figure", [Figure(value=1.0, bound="below"), Figure(value=1.0, up_to=2.0, unit="كغ")]
)
def test_a_package_with_limits_is_for_readers_that_know_them(figure):
    with Store.open(":memory:") as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4, "claim", fields=ClaimFields(numbers=(figure,))))
        package = packed(store)
        assert json.loads(_part(package, "manifest.json"))["version"] == 2


def _part(package: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(package)).read(name)


def test_two_libraries_are_joined():
    with filled() as theirs, Store.open(":memory:") as store:
        desk = desk_in(store)
        mine = desk.span(0, 4)
        desk.add(mine)
        came = bring(store, bundle_of(packed(theirs)))
        assert came.misfits == ()
        assert len(store.articles()) == 3
        assert {one.name for one in store.annotators()} >= {"حنان", "سعاد"}
        assert store.annotation(mine.uid) == mine
