"""The sample article is a real newsroom's day, and `annotations.db` is exactly it."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path
from shutil import copyfile
from urllib.parse import urlsplit

import pytest

from reader.importers import from_text
from reader.model.annotation import Annotation, QuoteFields
from reader.model.entry import AnnotatedArticle
from reader.model.fields import FIELDS, Field, value_of
from reader.model.vocabulary import STATUSES
from reader.sample import Sample, add_sample, main, rebuild
from reader.storage import Store
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION

TOP = Path(__file__).parent.parent
COMMITTED = TOP / "annotations.db"
REAL_HOSTS = {"www.who.int", "www.un.org"}

# What a wire story has and a reader must bear.
PHENOMENA = {
    "a dateline with slashes": r"^\S[^\n/]* / [^\n/]+ / [^\n/]+$",
    "a straight quote after a colon": r': "[^"\n]+"',
    "a quote inside a quote": r' "[^"\n]+ "[^"\n]+"[^"\n]+"',
    "a quote that never closes": r'^[^"\n]*"[^"\n]*$',
    "guillemets": r"«[^»\n]+»",
    "a title joined to a name": r"\bد\.\w",
    "a title beside a name": r"العميد \w+",
    "an organisation with a dash inside": r"الهيئة[^\n،]* - \w+",
    "a month under two names": r"آذار/ مارس",
    "digits with a comma": r"\b\d,\d{3}\b",
    "Arabic digits with their separator": r"[٠-٩]٬[٠-٩]{3}",
    "Arabic digits with their decimal sign": r"[٠-٩]٫[٠-٩]",
    "a percentage": r"\d%",
    "a Latin name in an Arabic sentence": r"[ء-ي] [A-Z]\w+ [A-Z]\w+ [ء-ي]",
    "a word joined to a number": r"كوفيد-19",
    "vowel marks": r"[\u064b-\u0652]",
    "a second cue of one speaker": r"وقالت [^\n]*الراوندي[^\n]*\nوأضافت الراوندي",
    "an indirect quote": r"مضيف[اًةً]* أن",
    "a cue that is a participle": r"مؤكدةً أن",
    "a source without a name": r"طلب عدم كشف هويته",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "annotations.db"
    rebuild(path)
    return path


@pytest.fixture(scope="module")
def store(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    copy = tmp_path_factory.mktemp("opened") / "annotations.db"
    copyfile(library, copy)
    store = Store.open(copy)
    yield store
    store.close()


@pytest.fixture(scope="module")
def sample(store: Store) -> AnnotatedArticle:
    return store.annotated(Sample().article_uid)


@pytest.fixture(scope="module")
def annotations(sample: AnnotatedArticle) -> list[Annotation]:
    return [entry.annotation for entry in sample.entries]


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, its columns, and the names of everything else."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as library:
        things = library.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        content = {"things": sorted(things)}
        for name in [thing[1] for thing in things if thing[0] == "table"]:
            content[f"columns of {name}"] = library.execute(f"PRAGMA table_info({name})").fetchall()
            content[name] = sorted(library.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
        for name in ("user_version", "application_id", "encoding"):
            content[name] = library.execute(f"PRAGMA {name}").fetchall()
    return content


def as_git_holds_it(folder: Path) -> Path | None:
    """Return a copy of what is staged or committed; somebody may have worked in the file itself."""
    command = ["git", "-C", str(TOP), "show", ":annotations.db"]
    try:
        shown = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    if shown.returncode:
        return None
    copy = folder / "staged.db"
    copy.write_bytes(shown.stdout)
    return copy


def test_the_library_of_a_checkout_is_the_sample(library: Path, tmp_path: Path):
    staged = as_git_holds_it(tmp_path)
    candidates = [COMMITTED] if staged is None else [COMMITTED, staged]
    expected = rows_of(library)
    assert expected in [rows_of(path) for path in candidates], "run `make demo`"


def test_two_rebuilds_give_the_same_rows(library: Path, tmp_path: Path):
    again = tmp_path / "again.db"
    rebuild(again)
    assert rows_of(again) == rows_of(library)


def test_the_library_has_the_newest_schema(library: Path):
    content = rows_of(library)
    assert content["user_version"] == [(SCHEMA_VERSION,)]
    assert content["application_id"] == [(APPLICATION_ID,)]


def test_the_library_is_one_file_that_needs_no_other(library: Path):
    # Bytes 18 and 19 of an SQLite file: 1 for a rollback journal, 2 for a write-ahead log.
    assert library.read_bytes()[18:20] == b"\x01\x01"
    assert [path.name for path in library.parent.iterdir()] == [library.name]


def test_the_library_opens_for_reading_only(library: Path):
    before = library.read_bytes()
    store = Store.open(library, read_only=True)
    found = store.articles()
    store.close()
    assert [summary.annotations for summary in found] == [43]
    assert library.read_bytes() == before


def test_the_library_is_sound(store: Store):
    assert store.check().findings == ()


def test_the_text_is_of_a_newspapers_length(sample: AnnotatedArticle):
    assert 400 <= len(sample.revision.text.split()) <= 600


@pytest.mark.parametrize("name", PHENOMENA)
def test_the_text_has_what_real_ones_have(name: str, sample: AnnotatedArticle):
    assert re.search(PHENOMENA[name], sample.revision.text, re.MULTILINE)


def test_one_quotation_mark_only_is_missing(sample: AnnotatedArticle):
    odd = [line for line in sample.revision.text.split("\n") if line.count('"') % 2]
    assert len(odd) == 1


def test_the_title_is_the_headline(sample: AnnotatedArticle):
    assert sample.revision.text.startswith(sample.article.title + "\n")


def test_annotations_mark_their_words(sample: AnnotatedArticle, annotations: list[Annotation]):
    text = sample.revision.text
    assert len(annotations) >= 24
    for one in annotations:
        assert text[one.start_cp : one.end_cp] == one.exact
        assert one.exact.strip() == one.exact


def test_cues_mark_their_words_outside_of_the_quote(
    sample: AnnotatedArticle, annotations: list[Annotation]
):
    quotes = [one for one in annotations if isinstance(one.fields, QuoteFields) and one.fields.cue]
    assert len(quotes) > 10
    for one in quotes:
        fields = one.fields
        assert isinstance(fields, QuoteFields)
        assert fields.cue_start_cp is not None
        assert fields.cue_end_cp is not None
        assert sample.revision.text[fields.cue_start_cp : fields.cue_end_cp] == fields.cue
        assert fields.cue_end_cp <= one.start_cp


def test_speakers_stand_in_the_text_under_their_names(
    sample: AnnotatedArticle, annotations: list[Annotation]
):
    quotes = [one.fields for one in annotations if isinstance(one.fields, QuoteFields)]
    named = [one for one in quotes if one.speaker_start_cp is not None]
    assert len(named) >= 9
    for one in named:
        assert sample.revision.text[one.speaker_start_cp : one.speaker_end_cp] == one.speaker


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_each_typed_field_is_used(field: Field, sample: AnnotatedArticle):
    entries = [entry for entry in sample.entries if entry.annotation.tag == field.tag]
    assert any(value_of(entry, field) for entry in entries)


def test_all_tags_statuses_and_origins_of_a_desk_occur(annotations: list[Annotation]):
    assert {one.tag for one in annotations} == {"quote", "entity", "claim"}
    assert {one.status for one in annotations} == {choice.key for choice in STATUSES}
    assert {one.origin for one in annotations} == {"manual", "rule"}


def test_annotations_nest_three_deep_and_cross(annotations: list[Annotation]):
    def holds(outer: Annotation, inner: Annotation) -> bool:
        return outer.start_cp <= inner.start_cp and inner.end_cp <= outer.end_cp

    inside = {
        one.uid: [other for other in annotations if other is not one and holds(other, one)]
        for one in annotations
    }
    assert any(len(outer) >= 3 for outer in inside.values())
    assert any(
        one.start_cp < other.start_cp < one.end_cp < other.end_cp
        for one, other in combinations(annotations, 2)
    )


def test_a_span_begins_inside_a_word(sample: AnnotatedArticle, annotations: list[Annotation]):
    text = sample.revision.text
    assert any(one.start_cp and text[one.start_cp - 1].isalpha() for one in annotations)


def test_claims_have_verdicts_evidence_and_two_sides(sample: AnnotatedArticle):
    claims = [entry for entry in sample.entries if entry.annotation.tag == "claim"]
    verdicts = {entry.ruling.normalised for entry in claims if entry.ruling}
    assert verdicts == {"true", "partly_false", "false", "unverifiable"}
    stances = {found.stance for entry in claims for found in entry.evidence}
    assert stances == {"supports", "refutes", "context"}
    assert any(tie.type == "contradicts" for entry in claims for tie in entry.relations)


def test_names_are_shared_and_only_real_ones_have_a_wikidata_id(store: Store):
    subjects = store.subjects()
    real = {one.name: one.wikidata_id for one in subjects if one.wikidata_id}
    assert real == {
        "العراق": "Q796",
        "منظمة الصحة العالمية": "Q7817",
        "جائحة كوفيد-19": "Q81068910",
    }
    assert all("متخيَّل" in one.note for one in subjects if not one.wikidata_id)
    assert all(one.latin_name for one in subjects)


def test_addresses_are_examples_or_really_cited(sample: AnnotatedArticle):
    printed = repr(sample)
    hosts = {urlsplit(url).hostname or "" for url in re.findall(r"https?://[^\s'\"]+", printed)}
    assert hosts > REAL_HOSTS
    assert all(host.endswith(".example") for host in hosts - REAL_HOSTS)


def test_the_record_tells_the_day_in_order(store: Store):
    changes = store.changes()
    moments = [change.at for change in changes]
    assert moments == sorted(moments)
    assert [change.act for change in changes].count("annotate") == 43
    assert {change.act for change in changes} == {"import", "annotate", "field", "status"}


def test_adding_the_sample_again_changes_nothing(tmp_path: Path):
    store = Store.open(tmp_path / "own.db")
    first = add_sample(store)
    sequence = store.last_sequence()
    assert add_sample(store) == first
    assert store.last_sequence() == sequence
    store.close()


def test_the_sample_comes_beside_other_articles(tmp_path: Path):
    store = Store.open(tmp_path / "own.db")
    annotator = store.annotator("ليلى", "layla")
    own = store.add_article(from_text("خبر قصير عن المطر.", "خبر"), annotator.uid, "session")
    article = add_sample(store)
    assert {summary.article.uid for summary in store.articles()} == {own.uid, article.uid}
    assert len(store.annotations(store.revision(article.uid).uid)) == 43
    store.close()


def test_a_rebuild_takes_the_place_of_what_was_there(library: Path, tmp_path: Path):
    path = tmp_path / "annotations.db"
    path.write_bytes(b"not a library")
    path.with_name("annotations.db-wal").write_bytes(b"left over")
    assert main([str(path)]) == 0
    assert rows_of(path) == rows_of(library)
    assert list(tmp_path.iterdir()) == [path]


def test_a_rebuild_where_nothing_can_be_written_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([str(tmp_path / "no folder" / "annotations.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
