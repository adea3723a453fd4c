import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text, update

from reader.storage.address import parse_address
from reader.storage.engine import make_engine, writing
from reader.storage.health import CHECKS, HealthReport, check
from reader.storage.queries import SUBJECTS
from reader.storage.store import Store
from reader.text.canonical import sha256_of
from tests.storage.care import fill, library, open_connection, rows, snapshot, sql

ONE = "(SELECT uid FROM annotations WHERE tag = 'claim')"


@dataclass(frozen=True)
class Patient:
    """A library at one path; its engine remembers how statements are compiled."""

    path: Path
    engine: Engine

    def examine(self) -> HealthReport:
        """Look at the library, and let go of it."""
        try:
            return check(self.engine, self.path)
        finally:
            self.engine.dispose()

    def found(self) -> set[str]:
        """Return the keys of the checks that fail."""
        return {finding.check for finding in self.examine().findings}


@pytest.fixture(scope="module")
def ward(tmp_path_factory):
    path = tmp_path_factory.mktemp("health") / "a.db"
    return Patient(path, make_engine(parse_address(path)))


@pytest.fixture
def patient(ward):
    library(ward.path)
    return ward


@pytest.fixture
def path(patient):
    return patient.path


def test_a_library_with_one_of_everything_is_sound(patient, path):
    before = snapshot(path.parent)
    for _ in range(2):
        report = patient.examine()
        assert report.findings == ()
        assert report.is_sound
    assert snapshot(path.parent) == before


def test_a_new_library_is_sound(tmp_path):
    with Store.open(tmp_path / "new.db") as store:
        assert check(store._library.engine, store.path).findings == ()


def test_a_library_in_memory_is_sound():
    with Store.open(":memory:") as store:
        fill(store)
        assert check(store._library.engine).findings == ()


@pytest.mark.parametrize(
    ("key", "statement"),
    [
        ("references", "DELETE FROM subjects"),
        ("references", "DELETE FROM tags WHERE key = 'claim'"),
        ("references", "UPDATE rulings SET annotation_uid = 'nothing'"),
        ("references", "UPDATE evidence SET annotation_uid = 'nothing'"),
        ("references", "UPDATE relations SET to_uid = 'nothing'"),
        ("references", "UPDATE annotations SET annotator_uid = 'nobody'"),
        ("references", "UPDATE annotations SET revision_uid = 'nothing'"),
        ("uids", "UPDATE evidence SET uid = (SELECT uid FROM subjects)"),
        ("versions", "UPDATE annotations SET version = 0 WHERE uid = ONE"),
        ("versions", "UPDATE tags SET version = -1"),
        ("times", "UPDATE annotations SET created_at = '2999-01-01T00:00:00.000000+00:00'"),
        ("times", "UPDATE annotations SET updated_at = '1970-01-01T00:00:00.000000+00:00'"),
        ("times", "UPDATE changes SET at = '2020-01-01T00:00:00.000000+03:00'"),
        ("times", "UPDATE articles SET created_at = 'yesterday'"),
        ("unreadable", "UPDATE rulings SET rated_at = '2020-02-31T00:00:00.000000+00:00'"),
        ("unreadable", "UPDATE annotations SET note = CAST(x'ff20fe' AS TEXT)"),
        ("text_hash", "UPDATE revisions SET text = replace(text, 'الوزير', 'المدير')"),
        ("text_length", "UPDATE revisions SET length_cp = length_cp - 1"),
        ("text_form", "UPDATE revisions SET text = text || char(13)"),
        ("text_form", "UPDATE revisions SET text = char(65279) || text"),
        ("text_form", "UPDATE revisions SET text = text || char(65535)"),
        ("source_hash", "UPDATE revisions SET source = x'00'"),
        (
            "revisions",
            "DELETE FROM revisions WHERE uid NOT IN (SELECT revision_uid FROM annotations)",
        ),
        ("references", "DELETE FROM labels"),
        ("references", "UPDATE collection_articles SET collection_uid = 'nowhere'"),
        ("references", "UPDATE readings SET revision_uid = 'nothing'"),
        ("collections", "UPDATE collections SET parent_uid = uid"),
        (
            "collections",
            "UPDATE collections SET parent_uid = (SELECT max(parent_uid) FROM collections)",
        ),
        ("keys", "UPDATE article_keys SET words = ''"),
        ("keys", "DELETE FROM article_keys"),
        ("keys", "UPDATE articles SET published = '2020'"),
        ("record", "DELETE FROM article_labels"),
        ("record", "DELETE FROM collection_articles"),
        ("record", "UPDATE labels SET name = 'x'"),
        ("span", "UPDATE annotations SET start_cp = start_cp + 9999, end_cp = end_cp + 9999"),
        ("span", "UPDATE annotations SET end_cp = start_cp WHERE uid = ONE"),
        ("span", "UPDATE annotations SET start_cp = -1 WHERE uid = ONE"),
        ("words", "UPDATE annotations SET start_cp = start_cp + 1, end_cp = end_cp + 1"),
        ("words", "UPDATE annotations SET exact = replace(exact, 'ا', 'ي') WHERE uid = ONE"),
        ("surroundings", "UPDATE annotations SET prefix = 'x'"),
        ("surroundings", "UPDATE annotations SET suffix = suffix || 'x'"),
        ("cue", "UPDATE quotes SET cue_end_cp = 99999 WHERE cue_end_cp IS NOT NULL"),
        ("cue", "UPDATE quotes SET cue_end_cp = NULL"),
        ("cue", "UPDATE quotes SET speaker_start_cp = 0, speaker_end_cp = 99999"),
        ("fields", "UPDATE annotations SET tag = 'entity' WHERE tag = 'quote'"),
        ("sequence", "UPDATE changes SET position = 5 WHERE position = 1"),
        ("sequence", "UPDATE changes SET reverses = 'nothing' WHERE direction = 'undo'"),
        ("chain", "UPDATE changes SET at = '2020-01-01T00:00:00.000000+00:00' WHERE sequence = 4"),
        ("chain", "UPDATE changes SET after = replace(after, 'draft', 'final') WHERE sequence = 4"),
        ("chain", "UPDATE changes SET digest = substr(digest, 2) || 'g' WHERE sequence = 4"),
        ("removed", "DELETE FROM changes WHERE sequence = 5"),
        ("removed", "DELETE FROM changes WHERE sequence = 1"),
        (
            "reordered",
            "UPDATE changes SET sequence = sequence - 100 WHERE sequence = 5",
        ),
        ("removed", "DELETE FROM changes WHERE sequence = (SELECT max(sequence) FROM changes)"),
        ("record", "UPDATE annotations SET note = 'another'"),
        ("record", "UPDATE annotations SET status = 'reviewed'"),
        ("record", "UPDATE claims SET claimant = 'another'"),
        ("record", "DELETE FROM entities"),
        ("record", "UPDATE subjects SET name = 'another'"),
        ("record", "DELETE FROM subject_names WHERE position = 1"),
        ("record", "UPDATE rulings SET label = 'another'"),
        ("record", "DELETE FROM evidence"),
        ("record", "UPDATE articles SET title = 'another'"),
        ("record", "UPDATE changes SET record_uid = 'another' WHERE sequence = 6"),
        ("record", "UPDATE changes SET after = 'no JSON' WHERE sequence = 6"),
        ("record", "UPDATE changes SET after = '[]' WHERE sequence = 6"),
        ("references", "DELETE FROM tag_fields"),
        ("fields", "UPDATE tag_fields SET tag = 'quote'"),
        ("record", "UPDATE annotation_values SET number = 2 WHERE number IS NOT NULL"),
        ("record", "DELETE FROM annotation_values WHERE choice <> ''"),
        ("record", "UPDATE tag_field_choices SET label_ar = 'x' WHERE position = 1"),
        ("record", "UPDATE tags SET colour = '#000000' WHERE key = 'context'"),
        ("record", "UPDATE tags SET label_ar = 'x' WHERE key = 'quote'"),
        ("record", "UPDATE templates SET name = 'x'"),
        ("record", "DELETE FROM template_values"),
        ("schema", "PRAGMA user_version = 0"),
        ("schema", "CREATE TRIGGER spy AFTER INSERT ON annotations BEGIN DELETE FROM tags; END"),
        ("schema", "ALTER TABLE quotes DROP COLUMN venue"),
        ("integrity", "UPDATE annotations SET status = 'no such status'"),
    ],
)
def test_each_fault_is_found(patient, path, key, statement):
    before = path.read_bytes()
    sql(path, "PRAGMA foreign_keys = OFF", statement.replace("ONE", ONE))
    assert path.read_bytes() != before
    report = patient.examine()
    assert key in {finding.check for finding in report.findings}
    assert not report.is_sound


def test_every_check_has_a_fault_that_it_finds():
    marks = test_each_fault_is_found.pytestmark
    tried = {case[0] for mark in marks for case in mark.args[1]}
    assert {one.key for one in CHECKS if one.grave} == tried


def test_a_text_that_was_changed_together_with_its_hash(patient, path):
    """The record of the import names the hash, and cannot be changed for itself."""
    digest = sha256_of("نص آخر")
    statement = "UPDATE revisions SET text = 'نص آخر', length_cp = 6, text_sha256 = 'HASH'"
    sql(path, "DELETE FROM annotations", statement.replace("HASH", digest))
    assert "text_hash" in patient.found()


def test_a_record_that_was_forged_to_match_breaks_the_chain(patient, path):
    sql(
        path,
        "UPDATE subjects SET name = 'فلان'",
        "UPDATE changes SET after = json_set(after, '$.name', 'فلان') WHERE kind = 'subject'",
    )
    # The index of words knows the name as it was, too.
    assert patient.found() == {"chain", "search"}


@pytest.mark.parametrize("seed", range(8))
def test_a_garbled_page_is_found_and_the_rest_is_looked_at(patient, path, seed):
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'")
    sql(path, "UPDATE tags SET version = 0")
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096 + 100)
        stream.write(random.Random(seed).randbytes(3900))
    report = patient.examine()
    assert {"integrity", "versions"} <= {finding.check for finding in report.findings}


def test_findings_are_counted_with_a_few_examples(patient, path):
    sql(path, "UPDATE changes SET at = '1970-01-01T00:00:00.000000+00:00'")
    finding = next(one for one in patient.examine().findings if one.check == "times")
    assert finding.count > 5
    assert len(set(finding.examples)) == 5
    assert finding.label.ar


def test_findings_stand_in_the_order_of_the_table(patient, path):
    sql(path, "PRAGMA foreign_keys = OFF", "DELETE FROM tags", "UPDATE revisions SET text = 'x'")
    keys = [finding.check for finding in patient.examine().findings]
    assert keys == [one.key for one in CHECKS if one.key in keys]
    assert len(keys) > 3


def test_loose_rights_are_advice(patient, path):
    path.chmod(0o640)
    report = patient.examine()
    assert [finding.check for finding in report.findings] == ["rights"]
    assert str(path) in report.findings[0].examples
    assert report.is_sound


def test_a_look_does_not_hold_up_a_window_that_writes(path):
    with Store.open(path) as store:
        other = open_connection(path)
        other.execute("BEGIN IMMEDIATE").close()
        other.execute("UPDATE annotations SET note = 'half'").close()
        assert check(store._library.engine, store.path).is_sound
        other.execute("COMMIT").close()
        other.close()
        assert not check(store._library.engine, store.path).is_sound


def test_both_databases_are_looked_at(store):
    fill(store)
    engine = store._library.engine
    assert check(engine).findings == ()
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE annotations SET note = 'another', prefix = 'x'"))
        connection.execute(
            text("UPDATE revisions SET text = text || 'x', length_cp = length_cp + 1")
        )
        connection.execute(text("UPDATE changes SET act = 'another' WHERE sequence = 3"))
        connection.execute(text("UPDATE tags SET version = 1"))
        connection.execute(update(SUBJECTS).values(created_at=datetime(1999, 1, 1, tzinfo=UTC)))
    keys = {finding.check for finding in check(engine).findings}
    assert keys == {"text_hash", "surroundings", "times", "chain", "record", "search"}
