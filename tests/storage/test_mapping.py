from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadSpan, BadValue
from reader.model.annotation import Annotation, EntityFields, QuoteFields
from reader.model.subject import Subject
from reader.storage.mapping import (
    KINDS,
    TABLE_OF_FIELDS,
    builder,
    copier,
    fields_table,
    row_of,
)
from reader.storage.schema import Row

SUBJECTS = KINDS["subject"].table
QUOTE = Annotation(
    revision_uid="r", tag="quote", start_cp=0, end_cp=1, exact="ق", annotator_uid="a"
)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_row_and_value_are_the_same(name):
    subject = Subject(name=name)
    copy = copier(SUBJECTS, Subject)
    row = row_of(SUBJECTS, subject)
    assert copy.value([row[column.key] for column in copy.columns]) == subject


def test_rest_of_a_row_is_left_alone():
    copy = copier(SUBJECTS, Subject)
    row = [row_of(SUBJECTS, Subject(name="سعاد"))[column.key] for column in copy.columns]
    assert copy.value([*row, "more"], other_names=("س",)).other_names == ("س",)


@pytest.mark.parametrize("name", ["a\0b", "\ud83d", "سعاد\udcff"])
def test_what_no_database_keeps_is_refused_by_name(name):
    with pytest.raises(BadValue) as caught:
        row_of(SUBJECTS, Subject(name=name))
    sentence = caught.value.sentence("en")
    assert "name" in sentence
    sentence.encode()
    assert "\0" not in sentence


def test_key_that_no_list_has_is_refused_with_the_list():
    with pytest.raises(BadValue) as caught:
        row_of(SUBJECTS, Subject(name="سعاد", kind="ship"))
    assert "“ship”: it takes person, organization, place, other" in caught.value.sentence("en")
    assert "القيم المقبولة person" in caught.value.sentence("ar")


def test_empty_is_a_key_where_nothing_is_known_yet():
    table = TABLE_OF_FIELDS[QuoteFields]
    assert row_of(table, QuoteFields(), annotation_uid="u")["quote_type"] == ""
    with pytest.raises(BadValue):
        row_of(KINDS["annotation"].table, replace(QUOTE, status=""))


def test_fields_are_those_of_the_tag():
    assert fields_table(QUOTE) is None
    assert fields_table(replace(QUOTE, fields=QuoteFields())).name == "quotes"
    with pytest.raises(ValueError, match="EntityFields under the tag quote"):
        fields_table(replace(QUOTE, fields=EntityFields()))


def test_every_kind_of_record_has_its_table():
    assert {kind.table.name for kind in KINDS.values()} <= set(Row.metadata.tables)
    assert all(kind.key == key for key, kind in KINDS.items())


def test_a_builder_makes_what_the_class_makes_and_checks_as_it_does():
    names = [field.name for field in fields(Annotation)][::-1]
    build = builder(Annotation, names)
    one = replace(QUOTE, note="ملاحظة", fields=QuoteFields(cue="قال"))
    assert build([getattr(one, name) for name in names]) == one
    with pytest.raises(BadSpan):
        build([getattr(one, name) if name != "end_cp" else one.start_cp for name in names])
    with pytest.raises(ValueError, match="not the fields of Annotation"):
        builder(Annotation, names[1:])
