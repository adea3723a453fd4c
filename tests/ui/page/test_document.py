"""The table of blocks: paragraphs, and pieces of those that are too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import boundaries
from reader.ui.page.document import LONGEST_BLOCK, PageText


def blocks(text: PageText) -> list[str]:
    return [text.words(block) for block in range(len(text))]


@given(st.text(alphabet="اب \nx😀\u064e", max_size=60))
def test_blocks_are_the_paragraphs(text):
    page = PageText(text)
    assert blocks(page) == text.split("\n")
    for cp in range(len(text) + 1):
        block = page.block_at(cp)
        assert page.start(block) <= cp <= page.end(block)


@pytest.mark.parametrize("unit", ["كلمة أخرى. ", "كلمة", "ب\u064e\u0651", "😀"])
def test_long_paragraphs_are_cut_without_loss(unit):
    text = "عنوان\n" + unit * (5 * LONGEST_BLOCK // len(unit)) + "\nخاتمة"
    page = PageText(text)
    assert "".join(blocks(page)[1:-1]) == text.split("\n")[1]
    assert max(map(len, blocks(page))) <= LONGEST_BLOCK
    assert [page.closes_paragraph(block) for block in range(len(page))].count(True) == 3
    for block in range(len(page)):
        start = page.start(block)
        assert boundaries.snap(text, start, start) == (start, start)
    cut = [page.end(block) for block in range(1, len(page) - 2)]
    if " " in unit:
        assert all(text[end - 2 : end] == ". " for end in cut)


def test_the_pieces_of_a_paragraph_share_its_direction():
    page = PageText("a" * 10 + " " + "كلمة " * 4000)
    assert len(page) > 2
    assert all(page.is_rtl(block) for block in range(len(page)))


def test_each_paragraph_has_its_own_direction():
    page = PageText("COVID-19 قال الوزير\nThe minister said\n2020\n", default_rtl=False)
    assert [page.is_rtl(block) for block in range(4)] == [True, False, False, False]
    assert PageText("2020").is_rtl(0)


def test_the_headline_is_the_first_written_paragraph_if_it_is_short():
    found = PageText("\n\nعنوان\nنص", headline=True)
    assert [found.is_headline(block) for block in range(4)] == [False, False, True, False]
    assert not PageText("نص " * 200, headline=True).is_headline(0)
    assert not PageText("عنوان", headline=False).is_headline(0)
    assert not PageText("", headline=True).is_headline(0)


def test_a_range_is_snapped_within_the_text():
    page = PageText("كَ👨\u200d👩\u200d👧ب")
    assert page.snapped(1, 3) == (0, 7)
    assert page.snapped(7, 3) == (2, 7)
    assert page.snapped(-5, 99) == (0, 8)
    assert page.snapped(1, 1) == (0, 0)
