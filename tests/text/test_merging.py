"""Both states of a text in one: nothing of either is missing, and what differs is marked."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.comparing import compare
from reader.text.merging import Merged, merged

A, B, C = (
    "افتتحت محطة جديدة لتنقية المياه في المدينة.",
    "وقال الخبير عادل نصيف إن الملوحة أقل مما كانت عليه.",
    "وصوت المجلس على المشروع بعد جدل طويل بين أعضائه.",
)


def sign(pair: int) -> str:
    return f"[{pair}] "


def both(old: str, new: str) -> Merged:
    return merged(compare(old, new), sign)


def marked(found: Merged) -> list[tuple[str, str]]:
    return [(one.kind, found.text[one.start_cp : one.end_cp]) for one in found.places]


def test_what_was_replaced_stands_before_what_came():
    found = both("تضخ ألف متر في الساعة", "تضخ مئة متر في الساعة")
    assert found.text == "تضخ ألف مئة متر في الساعة"
    assert marked(found) == [("removed", "ألف"), ("added", "مئة")]


def test_equal_texts_have_nothing_marked():
    assert both(A, A) == Merged(A, ())


def test_a_move_is_marked_at_both_ends_with_its_number():
    found = both(f"{A}\n{B}\n{C}\n", f"{A}\n{C}\n{B}\n")
    moves = [one for one in found.places if one.pair]
    assert len(moves) == 2
    assert {one.kind for one in moves} == {"moved_away", "moved_here"}
    first, second = (found.places.index(one) for one in moves)
    assert (found.other_end(first), found.other_end(second)) == (second, first)
    assert all(found.text[one.start_cp :].startswith("[1] ") for one in moves)


def test_what_was_not_moved_has_no_other_end():
    found = both("ألف", "مئة")
    assert [found.other_end(at) for at in range(len(found.places))] == [None, None]


def letters_of(found: Merged, gone: tuple[str, ...]) -> list[str]:
    """Return the letters of the merged text without places of some kinds and without signs."""
    text, end, parts = found.text, 0, []
    for one in found.places:
        parts.append(text[end : one.start_cp])
        if one.kind not in gone:
            words = text[one.start_cp : one.end_cp]
            parts.append(words.removeprefix(sign(one.pair)) if one.pair else words)
        end = one.end_cp
    return sorted("".join("".join([*parts, text[end:]]).split()))


SAID = st.lists(
    st.sampled_from(["قال", "الوزير", "إن", "الماء", "مالح\n", "ونفى.", "خبير"]), max_size=14
)
SPOKEN = SAID.map(" ".join)


@given(SPOKEN, SPOKEN)
def test_all_words_of_both_texts_are_there(old, new):
    found = both(old, new)
    assert letters_of(found, ("added", "moved_here")) == sorted("".join(old.split()))
    assert letters_of(found, ("removed", "moved_away")) == sorted("".join(new.split()))


@given(st.permutations([A, B, C]), st.permutations([A, B, C]))
def test_places_are_in_order_and_apart(old, new):
    places = both("\n".join(old), "\n".join(new)).places
    for one, other in pairwise(places):
        assert one.start_cp < one.end_cp <= other.start_cp
