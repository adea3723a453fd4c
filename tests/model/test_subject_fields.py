"""What people type about a subject."""

import pytest

from reader.errors import BadValue, UnknownField
from reader.model.subject import Subject, SubjectRole
from reader.model.subject_fields import SUBJECT_FIELDS, subject_value, with_subject_fields

VALUES = {
    "name": "سلمى الحديدي",
    "kind": "person",
    "role": "مديرة المرفأ",
    "latin_name": "Salma al-Hadidi",
    "latin_scheme": "ijmes",
    "part_of_uid": "00000000-0000-4000-8000-000000000001",
    "wikidata_id": "Q42",
    "other_names": "أم ليث\nالحديدي",
    "roles": "وزيرة (2018/10 – 2020/05)\nنائبة (2021 –)\nمهندسة",
    "country": "العراق",
    "geonames_id": "98182",
    "coordinates": "33.31, 44.36",
    "note": "سطر\n\nآخر",
}


def test_the_values_cover_the_table():
    assert set(VALUES) == {one.key for one in SUBJECT_FIELDS}


def test_every_field_reads_back_what_was_set():
    made = with_subject_fields(Subject(name="س"), VALUES)
    assert {one.key: subject_value(made, one) for one in SUBJECT_FIELDS} == VALUES
    assert made.roles == (
        SubjectRole(role="وزيرة", since="2018-10", until="2020-05"),
        SubjectRole(role="نائبة", since="2021"),
        SubjectRole(role="مهندسة"),
    )


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("وزير (2018-2020)", SubjectRole(role="وزير (2018-2020)")),
        ("وزير (٢٠١٨ – ٢٠٢٠)", SubjectRole(role="وزير", since="2018", until="2020")),
        ("وزير (2018-10 – 2020-05)", SubjectRole(role="وزير", since="2018-10", until="2020-05")),
        ("وزير (– 2020)", SubjectRole(role="وزير", until="2020")),
        ("وزير (سابق)", SubjectRole(role="وزير (سابق)")),
        ("  وزير   النفط ", SubjectRole(role="وزير النفط")),
    ],
)
def test_a_role_may_have_a_time_in_brackets(typed, role):
    assert with_subject_fields(Subject(name="س"), {"roles": typed}).roles == (role,)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "  "),
        ("kind", "ship"),
        ("latin_scheme", "loud"),
        ("part_of_uid", "العراق"),
        ("wikidata_id", "796"),
        ("geonames_id", "بغداد"),
        ("coordinates", "33.31"),
        ("coordinates", "91, 44"),
        ("coordinates", "33, 181"),
        ("coordinates", "a, b"),
        ("roles", "وزير (أمس – 2020)"),
        ("roles", "(2018 – 2020)"),
    ],
)
def test_what_a_field_does_not_take_is_said(key, value):
    with pytest.raises(BadValue):
        with_subject_fields(Subject(name="س"), {key: value})


def test_an_unknown_field_is_told():
    with pytest.raises(UnknownField, match="other_names"):
        with_subject_fields(Subject(name="س"), {"age": "40"})


def test_how_a_latin_name_is_made_and_where_a_place_lies_can_be_emptied():
    full = with_subject_fields(Subject(name="س"), VALUES)
    bare = with_subject_fields(full, {"latin_scheme": "", "part_of_uid": ""})
    assert (bare.latin_scheme, bare.part_of_uid) == ("", None)
