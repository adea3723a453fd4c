"""A search by pieces finds what a search of the whole finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.folding import Folded, find
from reader.text.pieces import AROUND_CP, PIECE_CP, PiecedText, Query

LINE = "قَالَ أحمد: «لن نتراجع»، وللعراق 1,554 قال\n"


def found(text: str, query: Query) -> list[tuple[int, int]]:
    return [hit for piece in PiecedText(text).search(query) for hit in piece]


def whole(text: str, query: Query) -> list[tuple[int, int]]:
    return find(
        query.needle,
        Folded(text),
        exact=query.exact,
        whole_word=query.whole_word,
        particles=query.particles,
    )


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["قال", "ا", "العراق", "احمد: «لن", "١٥٥٤", "غائب"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.integers(0, 3),
)
def test_pieces_change_no_hit(needle, exact, whole_word, particles, kind):
    text = (LINE * 600, LINE.replace("\n", " ") * 600, LINE * 3, "")[kind]
    query = Query(needle, exact, whole_word, particles)
    assert found(text, query) == whole(text, query)


def test_a_phrase_over_a_seam_within_a_paragraph_is_found():
    text = "ب" * (PIECE_CP - 4) + " قال الوزير " + "ب" * AROUND_CP * 3
    assert found(text, Query("قال الوزير")) == [(PIECE_CP - 3, PIECE_CP + 7)]


def test_a_long_run_without_a_space_is_searched_too():
    text = "ب" * PIECE_CP * 2 + "قال" + "ب" * PIECE_CP
    assert found(text, Query("قال")) == [(2 * PIECE_CP, 2 * PIECE_CP + 3)]
    assert found(text, Query("قال", whole_word=True)) == []


def test_hits_come_piece_by_piece():
    pieces = list(PiecedText(LINE * 600).search(Query("أحمد")))
    assert len(pieces) > 2
    assert all(pieces)
