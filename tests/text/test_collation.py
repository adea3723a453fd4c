from hypothesis import given
from hypothesis import strategies as st

from reader.storage.mapping import is_storable
from reader.text.collation import sort_key
from tests.corpus import texts

IN_ORDER = [
    "10 قتلى",
    "أحمد",
    "إدارة",
    "آذار",
    "«بغداد» تستعد",
    "بيروت",
    "پاريس",
    "تونس",
    "جدة",
    "چيك",
    "عاجل: السوق",
    "فاس",
    "ڤيينا",
    "قطر",
    "كركوك",
    "گلاله",
    "ليبيا",
    "وزارة Health",
    "يافا",
    "BBC",
    "times",
]


def test_titles_stand_as_a_reader_of_arabic_looks_for_them():
    keys = [sort_key(one) for one in IN_ORDER]
    assert sorted(keys) == keys
    assert len(set(keys)) == len(keys)


def test_the_bytes_of_keys_stand_as_their_code_points_do():
    keys = [sort_key(one) for one in (*IN_ORDER, *texts())]
    assert sorted(keys) == sorted(keys, key=str.encode)


def test_spellings_that_mean_the_same_have_one_key():
    for one, other in (("أَحْمَد", "احمد"), ("مكتبة", "مكتبه"), ("«خبر»،", "خبر"), ("١٩", "19")):
        assert sort_key(one) == sort_key(other)
    assert sort_key("بغداد") != sort_key("بغدادي")


def test_what_has_no_letters_has_no_key():
    assert [sort_key(one) for one in ("", "  ", "«»…!", "\u200f")] == [""] * 4


@given(st.text())
def test_any_text_has_a_key_that_a_database_keeps(text):
    key = sort_key(text)
    assert is_storable(key)
    assert key == key.strip()
