from dataclasses import fields

import pytest
from sqlalchemy import insert, inspect, text
from sqlalchemy.exc import DBAPIError

from reader.model.article import Reading, Revision
from reader.storage.article_filtering import READINGS
from reader.storage.article_keys import ARTICLE_KEYS, ArticleKeys
from reader.storage.engine import writing
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS, row_of
from reader.storage.queries import ANNOTATIONS, REVISIONS
from reader.storage.schema import Row
from tests.storage.values import full_record, put_away

KEPT = [(kind.value, kind.table) for kind in KINDS.values()] + [
    *TABLE_OF_FIELDS.items(),
    (Revision, REVISIONS),
    (ArticleKeys, ARTICLE_KEYS),
    (Reading, READINGS),
]
# What a value holds that is kept in tables of its own.
ELSEWHERE = {
    "annotations": {"fields", "own"},
    "claims": {"numbers"},
    "subjects": {"other_names", "roles"},
    "articles": {"collection_uid", "label_uids"},
    "tag_fields": {"choices"},
    "templates": {"values"},
    "verdict_scales": {"labels"},
}
# Where a label is two columns.
IN_TWO = {"tags", "tag_fields", "verdict_scales"}
# What a row holds beside its value.
BESIDES = {"revisions": {"length_cp", "source"}}
LINKS = {"annotation_uid"}


@pytest.mark.parametrize(("value", "table"), KEPT, ids=lambda one: getattr(one, "name", ""))
def test_columns_are_the_fields_of_the_value(value, table):
    named = {field.name for field in fields(value)} - ELSEWHERE.get(table.name, set())
    if "label" in named and table.name in IN_TWO:
        named = named - {"label"} | {"label_en", "label_ar"}
    beside = BESIDES.get(table.name, set()) | (LINKS if value in TABLE_OF_FIELDS else set())
    assert {column.key for column in table.columns} == named | beside


@pytest.mark.parametrize(("value", "table"), KEPT, ids=lambda one: getattr(one, "name", ""))
def test_column_is_empty_where_its_field_may_be(value, table):
    for field in fields(value):
        if field.name in table.columns:
            may_be_none = "None" in str(field.type)
            assert table.columns[field.name].nullable == may_be_none, field.name


def test_every_table_and_constraint_has_a_name_and_every_table_a_comment():
    for table in Row.metadata.sorted_tables:
        assert table.comment, table
        assert all(rule.name for rule in table.constraints), table


def test_annotations_are_found_by_place(desk):
    with desk.store._library.read() as connection:
        indexes = inspect(connection).get_indexes("annotations")
    assert ["revision_uid", "start_cp"] in [index["column_names"] for index in indexes]


WRONG = [
    ("annotations", "start_cp = -1"),
    ("annotations", "end_cp = start_cp"),
    ("annotations", "end_cp = end_cp + 1"),
    ("annotations", "exact = ''"),
    ("annotations", "status = 'done'"),
    ("annotations", "origin = ''"),
    ("annotations", "anchor = 'here'"),
    ("annotations", "confidence = 1.5"),
    ("annotations", "version = 0"),
    ("annotations", "tag = 'rumour'"),
    ("annotations", "annotator_uid = 'nobody'"),
    ("annotations", "revision_uid = 'nothing'"),
    ("annotations", "note = NULL"),
    ("quotes", "cue_start_cp = NULL"),
    ("quotes", "cue_end_cp = cue_start_cp"),
    ("quotes", "speaker_end_cp = NULL"),
    ("quotes", "speaker_start_cp = speaker_end_cp"),
    ("quotes", "quote_type = 'shouted'"),
    ("quotes", "speaker_uid = 'nobody'"),
    ("subjects", "kind = ''"),
    ("subjects", "version = -1"),
    ("subjects", "latitude = 91, longitude = 0"),
    ("subjects", "latitude = 0, longitude = -181"),
    ("subjects", "latitude = 33"),
    ("subjects", "latin_scheme = 'loud'"),
    ("subjects", "part_of_uid = 'nothing'"),
    ("subjects", "part_of_uid = uid"),
    ("rulings", "rating = best + 1"),
    ("rulings", "rating = worst - 1"),
    ("rulings", "best = NULL"),
    ("rulings", "worst = NULL, best = NULL"),
    ("revisions", "length_cp = length_cp + 1"),
    ("revisions", "number = 0"),
    ("articles", "version = 0"),
    ("changes", "direction = 'back'"),
    ("changes", "kind = 'letter'"),
    ("verdict_labels", "rating = best + 1"),
    ("verdict_labels", "normalised = 'odd'"),
    ("reviews", "decision = 'perhaps'"),
    ("reviews", "ruling_uid = 'nothing'"),
    ("appearances", "annotation_uid = 'nothing'"),
    ("corrections", "version = 0"),
    ("desk", "reviewers = 10"),
    ("evidence", "position = NULL"),
    ("tags", "line = 'thick'"),
    ("collections", "parent_uid = uid"),
    ("collections", "parent_uid = 'nowhere'"),
    ("collections", "version = 0"),
    ("labels", "version = 0"),
    ("collection_articles", "collection_uid = 'nowhere'"),
    ("article_labels", "label_uid = 'nothing'"),
    ("article_keys", "article_uid = 'nothing'"),
    ("readings", "top_cp = -1"),
    ("readings", "revision_uid = 'nothing'"),
]


STEPS = [
    ("claims", f"{name} = {step}")
    for name in ("seems_false", "public_interest", "harmful")
    for step in (0, 6)
]


def accepts(connection, table, assignment):
    """Tell whether a table takes a value; it is taken back at once."""
    # Only names from above get here.
    statement = text(f"UPDATE {table} SET {assignment}")  # noqa: S608
    nested = connection.begin_nested()
    try:
        return connection.execute(statement).rowcount > 0
    except DBAPIError:
        return False
    finally:
        nested.rollback()


def test_database_refuses_what_no_value_says(desk):
    desk.add(full_record("annotation/quote", desk))
    desk.add(full_record("annotation/claim", desk))
    for kind in ("review", "appearance", "correction", "evidence", "desk"):
        desk.add(full_record(kind, desk))
    put_away(desk)
    with writing(desk.store._library.engine).connect() as connection:
        for table in {table for table, _ in WRONG + STEPS}:
            column = next(iter(Row.metadata.tables[table].columns)).key
            assert accepts(connection, table, f"{column} = {column}"), table
        assert [one for one in WRONG + STEPS if accepts(connection, *one)] == []
        assert accepts(connection, "claims", "harmful = 1")
        assert accepts(connection, "claims", "harmful = 5")


def test_length_counts_code_points(desk):
    one = desk.span(13, 14)
    assert one.exact == "😀"
    with writing(desk.store._library.engine).begin() as connection:
        connection.execute(insert(ANNOTATIONS), row_of(ANNOTATIONS, one))
    assert desk.store.annotation(one.uid) == one
