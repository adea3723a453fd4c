"""What is kept of a block's shapes is what would be made anew, whatever changes on it."""

from random import Random

import pytest

from reader.ui.page.look import PageLook
from reader.ui.page.shapes import MarkShapes

TEXT = "قالت المديرة إن Health Ltd وصلت في 12 مايو، ثم «لم تجب» عن السؤال ولا عن غيره. " * 6


@pytest.fixture
def shown(page):
    page.resize(700, 600)
    page.show_text("\n".join([TEXT] * 3), headline=False)
    return page


def all_shapes(page) -> list[object]:
    return [page._painter.shapes.of(one) for one in page.surface.seen()]


def made_anew(page) -> list[object]:
    fresh = MarkShapes(page.surface, page._current.marks)
    return [fresh.of(one) for one in page.surface.seen()]


def change_one(page, mark, chance: Random, uids: list[str]) -> None:
    """Put an annotation, or move, retag or remove one."""
    length = len(page.text())
    start = chance.randrange(length - 1)
    span = start, min(length, start + chance.choice((1, 7, 40, 300)))
    if uids and chance.random() < 0.3:
        page.remove_annotation(uids.pop(chance.randrange(len(uids))))
        return
    if not uids or chance.random() < 0.6:
        uids.append(f"{len(uids)}-{chance.random()}")
        at = -1
    else:
        at = chance.randrange(len(uids))
    tag = chance.choice(("quote", "claim", "entity"))
    page.put_annotation(mark(span, uid=uids[at], tag=tag))


@pytest.mark.parametrize("seed", range(8))
def test_what_is_kept_is_what_would_be_made_anew(shown, mark, seed):
    chance, uids = Random(seed), []
    for step in range(40):
        change_one(shown, mark, chance, uids)
        if step % 3:
            assert all_shapes(shown) == made_anew(shown)
    shown.set_look(PageLook(zoom=140))
    assert all_shapes(shown) == made_anew(shown)


def test_another_annotation_leaves_the_shapes_of_the_others_as_they_are(shown, mark):
    shown.put_annotation(mark((0, 6), uid="first"))
    (before,) = all_shapes(shown)[0].marks
    shown.put_annotation(mark((60, 66), uid="second"))
    first, _ = all_shapes(shown)[0].marks
    assert first.stretches[0] is before.stretches[0]


def test_one_that_takes_another_lane_is_shaped_anew(shown, mark):
    shown.put_annotation(mark((2, 6), uid="inner"))
    (before,) = all_shapes(shown)[0].marks
    shown.put_annotation(mark((0, 20), uid="outer"))
    _, after = all_shapes(shown)[0].marks
    assert before.stretches[0].lane == 0
    assert after.stretches[0].lane == 1


def test_what_is_in_view_is_looked_for_once_until_something_moves(shown):
    seen = shown.surface.seen()
    assert shown.surface.seen() is seen
    shown.scroll_by(7)
    assert shown.surface.seen()[0].y == seen[0].y - 7
    shown.resize(500, 600)
    assert shown.surface.seen()[0].layout is not seen[0].layout
