"""Evidence, appearances and corrections as people edit them."""

import pytest

from reader.errors import BadValue
from reader.model.claim_parts import new_part, part_fields, part_value, shifted, with_value

VALUES = {
    "title": "بيان",
    "article_uid": "0b4cbb1e-52b7-4a0c-9d2c-6f0d6f5d4a11",
    "url": "https://a.example/1",
    "archive_url": "https://archive.example/1",
    "publisher": "الهيئة",
    "published": "2021-03",
    "kind": "media",
    "stance": "refutes",
    "independent": "",
    "excerpt": "سطر\nثان",
    "outlet": "وكالة",
    "corrected_on": "2021-03-16",
    "what": "الرقم",
    "why": "خطأ",
}


@pytest.mark.parametrize("kind", ["evidence", "appearance", "correction"])
def test_every_field_of_a_part_reads_back_what_was_set(kind):
    part = new_part(kind, "a", ())
    for field in part_fields(kind):
        part = with_value(part, field.key, VALUES[field.key])
    held = {field.key: part_value(part, field) for field in part_fields(kind)}
    assert held == {key: VALUES[key] for key in held}


def test_an_archived_copy_is_stamped_and_its_stamp_goes_with_it():
    part = with_value(new_part("evidence", "a", ()), "archive_url", "https://archive.example/1")
    assert part.archived_at is not None
    assert with_value(part, "archive_url", "").archived_at is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", "www"),
        ("article_uid", "بيان"),
        ("published", "yesterday"),
        ("kind", ""),
        ("stance", "against"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(key, value):
    with pytest.raises(BadValue):
        with_value(new_part("evidence", "a", ()), key, value)


def test_parts_move_within_their_list_and_not_out_of_it():
    first = new_part("evidence", "a", ())
    second = new_part("evidence", "a", (first,))
    third = new_part("evidence", "a", (first, second))
    assert [one.position for one in (first, second, third)] == [0, 1, 2]
    edits = shifted((first, second, third), third.uid, -1)
    assert {one.uid: one.after.position for one in edits} == {third.uid: 1, second.uid: 2}
    assert shifted((first, second, third), first.uid, -1) == ()
    assert shifted((first, second, third), third.uid, 1) == ()
