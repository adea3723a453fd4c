"""The ground under marked words: one colour a part, on which words can always be read."""

from itertools import combinations, combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from reader.model.tags import TAGS
from reader.ui.controllers.view import page_look
from reader.ui.desk.tag_choices import COLOURS
from reader.ui.page.geometry import Extent
from reader.ui.page.grounds import MOST_MIXED, Ground, grounds, pixel
from reader.ui.page.legible import contrast, ground_for, mixed
from reader.ui.page.look import PageColours
from reader.ui.page.strokes import Inks
from reader.ui.printing import PAPER
from reader.ui.theme import THEMES
from tests.ui.page.colours import apart, apart_without_green

ALL = (*(page_look(theme, "Amiri", 100).colours for theme in THEMES), PAPER)
NAMES = (*(theme.key for theme in THEMES), "print")
FAR = 14  # in CIELAB; 2 can just be told side by side
each_theme = pytest.mark.parametrize("colours", ALL, ids=NAMES)


def piece(left: float, right: float) -> list[Extent]:
    return [Extent(left, right, rtl=True)]


def test_a_line_is_cut_where_annotations_begin_and_end():
    marks = [("claim", piece(0, 100)), ("quote", piece(20, 60)), ("entity", piece(40, 50))]
    assert grounds(marks) == (
        Ground(0, 20, ("claim",)),
        Ground(20, 40, ("claim", "quote")),
        Ground(40, 50, ("claim", "quote", "entity")),
        Ground(50, 60, ("claim", "quote")),
        Ground(60, 100, ("claim",)),
    )


def test_neighbours_of_one_tag_make_one_part_and_of_two_leave_no_seam():
    assert grounds([("quote", piece(0, 20.5)), ("quote", piece(20.5, 40))]) == (
        Ground(0, 40, ("quote",)),
    )
    first, second = grounds([("quote", piece(0, 20.5)), ("claim", piece(20.5, 40))])
    assert first.right == second.left == 21


def test_of_many_only_the_innermost_are_mixed():
    marks = [(str(number), piece(number, 100)) for number in range(30)]
    assert grounds(marks)[-1].tags == tuple(str(number) for number in range(30))[-MOST_MIXED:]


SPANS = st.tuples(st.sampled_from("abc"), st.integers(0, 30), st.integers(0, 30))


@given(st.lists(SPANS, max_size=8))
def test_each_pixel_has_the_tags_that_lie_over_it(spans):
    marks = [(tag, piece(min(one, two), max(one, two))) for tag, one, two in spans]
    parts = grounds(marks)
    for x in range(31):
        over = [tag for tag, ((one),) in marks if one.left <= x < one.right]
        here = [part.tags for part in parts if part.left <= x < part.right]
        assert here == ([tuple(over[-MOST_MIXED:])] if over else [])


@given(st.floats(-1e4, 1e4), st.integers(0, 500))
def test_rounding_is_the_same_wherever_the_column_begins(x, left):
    # A quarter of a pixel is exact, so nothing but the rule itself is tested.
    exact = round(x * 4) / 4
    assert pixel(exact + left) == pixel(exact) + left


@each_theme
def test_words_can_be_read_on_every_overlap_of_the_tags(colours: PageColours):
    inks = Inks(TAGS, colours)
    keys = [tag.key for tag in TAGS]
    for count in range(1, 7):
        for tags in product(keys, repeat=count):
            (part,) = grounds([(tag, piece(0, 10)) for tag in tags])
            assert contrast(inks.ground(part.tags), QColor(colours.ink)) >= 4.5, tags
    for key in keys:
        assert contrast(inks.of(key).strong, QColor(colours.ink)) >= 4.5


@each_theme
def test_words_can_be_read_on_tags_of_any_colour(colours: PageColours):
    hues = ("#000000", "#ffffff", "#ffff00", "#0000ff", "#ff0000", "#00ff00", "#7f7f7f")
    for count in (1, 2, 4):
        for some in combinations_with_replacement(hues, count):
            for strength in (1.0, 2.1):
                ground = colours.ground_of(some, strength=strength)
                assert contrast(ground, QColor(colours.ink)) >= 4.5, some


@each_theme
def test_fills_laid_over_one_another_could_not_be_read(colours: PageColours):
    """What the page did before: the rule above would have caught it."""
    if colours is PAPER:
        return
    worst = QColor(colours.paper)
    for _ in range(12):
        worst = mixed(worst.name(), colours.line_of(TAGS[2].colour).name(), colours.fill)
    assert contrast(worst, QColor(colours.ink)) < 4.5


@each_theme
def test_more_annotations_are_a_stronger_ground_and_tags_differ(colours: PageColours):
    paper = QColor(colours.paper)
    for tag in TAGS:
        depths = [contrast(colours.ground_of([tag.colour] * count), paper) for count in (1, 2, 3)]
        assert 1.05 < depths[0] < depths[1] <= depths[2]
    assert len({colours.ground_of([tag.colour]).name() for tag in TAGS}) == len(TAGS)


@each_theme
def test_lines_and_ticks_can_be_seen(colours: PageColours):
    for hue in (*(tag.colour for tag in TAGS), "#ffff88", "#111111", "#8a8a8a"):
        assert contrast(colours.line_of(hue), QColor(colours.paper)) >= 3
    assert contrast(colours.hit_line, QColor(colours.paper)) >= 3


def grounds_of_tags(colours: PageColours) -> list[QColor]:
    """Return what words stand on under each colour on offer, under it when current, in overlaps."""
    hues = [hue for hue, _ in COLOURS]
    built_in = [tag.colour for tag in TAGS]
    return [
        *(colours.ground_of([hue]) for hue in hues),
        *(colours.ground_of([hue], strength=2.1) for hue in hues),
        *(colours.ground_of(list(pair)) for pair in product(built_in, repeat=2)),
        QColor(colours.selection),
    ]


def nearest(colours: PageColours, ground: QColor) -> float:
    """Return how far a ground is from the tag's ground that is most like it."""
    return min(apart(ground, other) for other in grounds_of_tags(colours))


@each_theme
def test_words_can_be_read_on_hits_and_no_tag_looks_like_them(colours: PageColours):
    for ground in (colours.hit, colours.current_hit):
        assert contrast(ground, QColor(colours.ink)) >= 4.5
        assert nearest(colours, ground) >= FAR
    assert apart(colours.hit, colours.current_hit) >= 4


def test_the_violet_that_hits_had_was_near_that_of_a_tag():
    light = ALL[0]
    violet = ground_for(light.ink, light.paper, "#b13fd6", 0.30)
    assert nearest(light, violet) < FAR


@each_theme
def test_the_built_in_tags_can_be_told_apart_without_green_cones(colours: PageColours):
    """By their hues alone: their lines tell them apart to everybody."""
    for one, other in combinations((tag.colour for tag in TAGS), 2):
        lines = apart_without_green(colours.line_of(one), colours.line_of(other))
        grounds = apart_without_green(colours.ground_of([one]), colours.ground_of([other]))
        assert lines >= 25
        assert grounds >= 9
    # A breach: green beside a claim's red, far apart to most people.
    green, red = colours.line_of("#2f9e44"), colours.line_of(TAGS[2].colour)
    assert apart_without_green(green, red) < 9
    assert apart(green, red) > 60


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(QColor(one), QColor(other)) == pytest.approx(ratio, abs=0.01)
    assert contrast(QColor(other), QColor(one)) == pytest.approx(ratio, abs=0.01)
