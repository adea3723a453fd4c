"""Two states of a text side by side: nothing is left out, and what moved is known."""

from hypothesis import given
from hypothesis import strategies as st

from reader.text.canonical import canonical
from reader.text.comparing import KINDS, Difference, compare
from tests.corpus import NEWS, texts
from tests.text.edited import outcomes

OLD = (
    "المحطة تعمل منذ صباح اليوم. قال المدير إن الماء نظيف جدا. "
    "وأضاف أن الأسعار لن ترتفع هذا العام.\n"
    "غادر الوفد المدينة مساء الأحد بعد اجتماع طويل. انتهى الخبر."
)


def told(found: Difference) -> list[tuple[str, int, str]]:
    """Return the pieces with their words."""
    return [
        (one.kind, one.pair, (found.new[slice(*one.new)] or found.old[slice(*one.old)]).strip())
        for one in found.pieces
        if one.kind != "same"
    ]


def is_whole(found: Difference) -> bool:
    """Tell whether the pieces make up both texts, in order and without a gap."""
    old = "".join(found.old[slice(*one.old)] for one in found.pieces)
    new = "".join(found.new[slice(*one.new)] for one in found.pieces)
    return (old, new) == (found.old, found.new)


def test_words_that_were_removed_and_added():
    found = compare(OLD, OLD.replace("صباح", "مساء").replace("لن ترتفع", "ترتفع"))
    assert told(found) == [("removed", 0, "صباح"), ("added", 0, "مساء"), ("removed", 0, "لن")]
    assert (found.count("removed"), found.count("added"), found.count("moved_here")) == (2, 1, 0)


def test_a_sentence_that_moved_is_one_pair():
    sentence = "قال المدير إن الماء نظيف جدا. "
    new = OLD.replace(sentence, "").replace("انتهى", sentence + "انتهى")
    found = compare(OLD, new)
    assert told(found) == [
        ("moved_away", 1, sentence.strip()),
        ("moved_here", 1, sentence.strip()),
    ]


def test_a_new_sentence_begins_behind_the_full_stop():
    assert told(compare(OLD, OLD + " وهذه زيادة.")) == [("added", 0, "وهذه زيادة.")]


def test_a_vowel_mark_and_a_joined_paragraph_are_changes():
    assert told(compare(OLD, OLD.replace("الماء", "الماءُ"))) == [
        ("removed", 0, "الماء"),
        ("added", 0, "الماءُ"),
    ]
    assert told(compare(OLD, OLD.replace("\n", " "))) == [("removed", 0, "."), ("added", 0, ".")]


def test_equal_texts_differ_in_nothing():
    found = compare(NEWS, NEWS)
    assert found.is_none
    assert [one.kind for one in found.pieces] == ["same"]
    assert compare("", "").pieces == ()


def test_all_of_both_texts_is_told_after_any_edit():
    for one in outcomes(60, seed=5):
        found = compare(one.before, one.after)
        assert is_whole(found)
        assert {piece.kind for piece in found.pieces} <= set(KINDS)
        pairs = [p.pair for p in found.pieces if p.kind == "moved_away"]
        assert sorted(pairs) == sorted(p.pair for p in found.pieces if p.kind == "moved_here")


@given(st.sampled_from(texts()), st.sampled_from(texts()))
def test_all_of_any_two_texts_is_told(old: str, new: str):
    assert is_whole(compare(canonical(old), canonical(new)))
