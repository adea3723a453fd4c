"""The current annotation: cycling at a place, walking through the text."""

import pytest
from PySide6.QtCore import Qt

TEXT = "عنوان\nقالت وزارة Health أمس إن العدد 1,554 شخصًا.\nوأضافت الوزارة أن الأمر انتهى."


@pytest.fixture(autouse=True)
def shown(page, mark):
    page.show_text(TEXT)
    page.set_annotations(
        [
            mark("وزارة Health أمس إن العدد", uid="wide"),
            mark("Health", uid="small", tag="entity"),
            mark("وزارة Health", uid="middle", tag="claim"),
            mark("الأمر", uid="last"),
        ]
    )


def told(page) -> list[str]:
    uids = []
    page.current_changed.connect(uids.append)
    return uids


def test_o_goes_round_from_small_to_large(page, hand):
    uids = told(page)
    start = TEXT.index("Health")
    page.select(start + 1, start + 1)
    for _ in range(4):
        page.cycle_overlaps()
    assert uids == ["small", "middle", "wide", "small"]
    page.select(0, 0)
    page.cycle_overlaps()
    assert page.current() == "small"


def test_o_goes_on_from_the_one_that_was_clicked(page, hand):
    hand.click(TEXT.index("Health") + 5, after=True)
    assert page.current() == "small"
    page.cycle_overlaps()
    assert page.current() == "middle"


def test_the_end_of_an_annotation_still_belongs_to_it(page):
    end = TEXT.index("الأمر") + 5
    page.select(end, end)
    page.cycle_overlaps()
    assert page.current() == "last"


def test_next_and_previous_walk_in_reading_order_and_stop_at_the_ends(page):
    uids = told(page)
    page.select(0, 0)
    for _ in range(5):
        page.next_annotation()
    assert uids == ["wide", "middle", "small", "last"]
    assert page.caret() == TEXT.index("الأمر")
    for _ in range(5):
        page.previous_annotation()
    assert uids[4:] == ["small", "middle", "wide"]


def test_walking_begins_at_a_caret_that_has_left(page):
    page.set_current("wide")
    page.select(len(TEXT), len(TEXT))
    page.previous_annotation()
    assert page.current() == "last"
    page.select(0, 0)
    page.next_annotation()
    assert page.current() == "wide"


def test_walking_brings_the_annotation_in_view(page, mark):
    text = "\n".join(f"فقرة رقم {number} من نص طويل" for number in range(400))
    page.show_text(text)
    page.set_annotations([mark("رقم 350 من", uid="far")])
    page.next_annotation()
    (rect,) = page.rects_of(page.caret(), page.caret() + 3)
    assert 0 <= rect.top() < rect.bottom() <= page.viewport().height()


def test_the_owner_sets_the_current_one_without_an_echo(page):
    uids = told(page)
    page.set_current("small")
    assert page.current() == "small"
    page.set_current(None)
    assert uids == []


def test_an_annotation_that_goes_is_current_no_longer(page):
    page.set_current("small")
    page.remove_annotation("wide")
    assert page.current() == "small"
    page.remove_annotation("small")
    page.remove_annotation("never was")
    assert page.current() is None
    assert [one.uid for one in page.annotations()] == ["middle", "last"]


def test_a_new_text_has_no_annotations(page):
    page.set_current("small")
    page.select(3, 9)
    page.show_text("نص آخر")
    assert page.annotations() == []
    assert page.current() is None
    assert page.selection() == (0, 0)


def test_putting_changes_only_the_one(page, mark):
    page.put_annotation(mark("1,554", uid="small", tag="entity"))
    start = TEXT.index("Health")
    assert page.annotations_at(start) == ["middle", "wide"]
    assert page.annotations_at(TEXT.index("554")) == ["small"]
    page.put_annotation(mark("عنوان", uid="new"))
    assert page.annotations_at(0) == ["new"]


def test_ends_by_act_and_by_key_are_one(page, hand):
    asked = []
    page.ends_moved.connect(lambda *ends: asked.append(ends))
    assert not page.move_end("left", "end")
    page.set_current("small")
    assert page.move_end("left", "end", by_word=True)
    hand.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    assert asked[0] == asked[1]
    assert TEXT[slice(*asked[0][1:])] == "Health أمس"
