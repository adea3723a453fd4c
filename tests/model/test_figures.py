"""The numbers of a claim as they are typed, and as they come back."""

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import BadValue
from reader.model.annotation import Figure
from reader.model.carried import JOINT
from reader.model.figures import (
    SIGNS,
    figure_in_words,
    figure_typed,
    figures_told,
    is_sound,
    parse_figures,
)
from reader.model.vocabulary import BOUNDS
from reader.text.guarding import guard, is_dangerous, unguard


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("1554 متر مكعب", Figure(value=1554, unit="متر مكعب")),
        ("  1,554.5   متر  مكعب ", Figure(value=1554.5, unit="متر مكعب")),
        ("نحو ١٥٥٤ مترًا", Figure(value=1554, unit="مترًا", approximate=True)),
        ("~37%", Figure(value=37, unit="%", approximate=True)),
        ("٪37", Figure(value=37, unit="٪")),
        ("about 5kg", Figure(value=5, unit="kg", approximate=True)),
        ("٢٣٫٨ مليار دينار", Figure(value=23.8, unit="مليار دينار")),
        ("−4 درجات", Figure(value=-4, unit="درجات")),
        ("182000", Figure(value=182000)),
        ("12 شهرًا تقريبًا", Figure(value=12, unit="شهرًا", approximate=True)),
        ("أكثر من 12 شهرًا", Figure(value=12, unit="شهرًا", bound="above")),
        ("اكثر من 12 شهرًا", Figure(value=12, unit="شهرًا", bound="above")),
        ("ما يزيد على ١٢ شهرًا", Figure(value=12, unit="شهرًا", bound="above")),
        ("ما يزيد علي 12", Figure(value=12, bound="above")),
        (">12 شهرًا", Figure(value=12, unit="شهرًا", bound="above")),
        ("> $ 12 million", Figure(value=12, unit="$ million", bound="above")),
        ("\N{RIGHT-TO-LEFT MARK}>\N{LEFT-TO-RIGHT MARK}12", Figure(value=12, bound="above")),
        ("over 12", Figure(value=12, bound="above")),
        ("لا يقل عن 12 شهرًا", Figure(value=12, unit="شهرًا", bound="at_least")),
        ("12 شهرًا على الأقل", Figure(value=12, unit="شهرًا", bound="at_least")),
        ("12 فأكثر", Figure(value=12, bound="at_least")),
        (">= 12", Figure(value=12, bound="at_least")),
        ("≥12", Figure(value=12, bound="at_least")),
        ("at least 12 at least", Figure(value=12, bound="at_least")),
        ("أقل من 12 شهرًا", Figure(value=12, unit="شهرًا", bound="below")),
        ("دون ١٢ شهرًا", Figure(value=12, unit="شهرًا", bound="below")),
        ("<12", Figure(value=12, bound="below")),
        ("لا يتجاوز 12 شهرًا", Figure(value=12, unit="شهرًا", bound="at_most")),
        ("12 شهرًا على الأكثر", Figure(value=12, unit="شهرًا", bound="at_most")),
        ("<=12", Figure(value=12, bound="at_most")),
        ("Up to 12 kg", Figure(value=12, unit="kg", bound="at_most")),
        ("بين 5 و7 كغ", Figure(value=5, up_to=7, unit="كغ")),
        ("ما بين ٥ و ٧", Figure(value=5, up_to=7)),
        ("من 5 إلى 7 كغ", Figure(value=5, up_to=7, unit="كغ")),
        ("5 الى 7", Figure(value=5, up_to=7)),
        ("between 5 and 7 kg", Figure(value=5, up_to=7, unit="kg")),
        ("5-7 kg", Figure(value=5, up_to=7, unit="kg")),
        ("5 – 7٪", Figure(value=5, up_to=7, unit="٪")),
        ("-7–-5", Figure(value=-7, up_to=-5)),
        ('5 "–7 kg"', Figure(value=5, unit="–7 kg")),
    ],
)
def test_a_line_is_a_number_and_its_unit(typed, figure):
    assert parse_figures(typed, "numbers") == (figure,)


@pytest.mark.parametrize(
    "typed",
    [
        *("متر", "1 2", "12.", "1e5", "2020/3/26", "~", ">", "1٫2٫3", "2020-3-26", "5 و7 كغ"),
        *("7-5 kg", "5-5", "~5-7", ">5-7", "> ~5", "<>5", ">>5", "=5", "من 5", "بين 5"),
        *("أكثر من", "أكثر من 12 على الأقل", "5-7 تقريبًا", "9" * 400, "1-" + "9" * 400),
    ],
)
def test_what_is_no_number_is_said(typed):
    with pytest.raises(BadValue) as refused:
        parse_figures(f"3 كغ\n{typed}", "numbers")
    assert refused.value.facts["value"] == typed


def test_each_line_is_one_and_empty_lines_are_none():
    typed = "1554 متر مكعب\n\n~37 %\n>9\n5-7 يوم"
    figures = parse_figures(typed, "numbers")
    assert len(figures) == 4
    told = figures_told(figures)
    assert told.ar == "1554 متر مكعب؛ نحو 37 %؛ أكثر من 9؛ بين 5 و7 يوم"
    assert told.en == "1554 متر مكعب; about 37 %; more than 9; between 5 and 7 يوم"
    assert parse_figures("", "numbers") == ()


@pytest.mark.parametrize(
    ("figure", "typed", "en", "ar"),
    [
        (Figure(value=5, approximate=True), "~5", "about 5", "نحو 5"),
        (Figure(value=5, bound="above"), ">5", "more than 5", "أكثر من 5"),
        (Figure(value=5, bound="at_least"), "≥5", "at least 5", "ما لا يقل عن 5"),
        (Figure(value=5, bound="below"), "<5", "less than 5", "أقل من 5"),
        (Figure(value=5, bound="at_most"), "≤5", "at most 5", "ما لا يزيد على 5"),
        (Figure(value=-7, up_to=-5.5), "-7–-5.5", "between -7 and -5.5", "بين -7 و-5.5"),
    ],
)
def test_each_sort_has_its_sign_and_its_words(figure, typed, en, ar):
    assert figure_typed(figure) == typed
    assert (figure_in_words(figure, "en"), figure_in_words(figure, "ar")) == (en, ar)


def test_every_word_of_the_table_is_taken_for_its_sign():
    for one in SIGNS:
        lines = [f"{word.replace('_', ' ')} 5 كغ" for word in f"{one.sign} {one.before}".split()]
        lines += [f"5 كغ {word.replace('_', ' ')}" for word in one.behind.split()]
        for figure in parse_figures("\n".join(lines), "numbers"):
            assert figure.unit == "كغ"
            assert (figure.bound or "about") == one.key
            assert figure.approximate == (one.key == "about")


def test_a_number_is_sound_only_as_one_sort_and_in_order():
    assert is_sound(Figure(value=1, up_to=2))
    assert not is_sound(Figure(value=2, up_to=2))
    assert not is_sound(Figure(value=1, up_to=2, bound="above"))
    assert not is_sound(Figure(value=1, approximate=True, bound="above"))
    assert not is_sound(Figure(value=1, up_to=float("inf")))
    assert not is_sound(Figure(value=float("nan")))


# What a unit can be: spaces are one, and no sign that acts on direction is kept.
UNITS = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=16).map(
    lambda text: " ".join(text.split())
)
NUMBERS = st.floats(-1e15, 1e15) | st.integers(-3000, 3000).map(float)


@st.composite
def figures(draw):
    made = partial(Figure, value=draw(NUMBERS), unit=draw(UNITS))
    sort = draw(st.sampled_from(["", "about", "range", *(one.key for one in BOUNDS)]))
    if sort == "range":
        return made(up_to=draw(NUMBERS.filter(lambda end: end > made.keywords["value"])))
    return made(approximate=sort == "about", bound="" if sort == "about" else sort)


@given(figures().filter(is_sound))
@example(Figure(value=12, unit="شهرًا على الأقل"))
@example(Figure(value=12, unit="على الأقل", bound="above"))
@example(Figure(value=5, unit="–7 kg"))
@example(Figure(value=5, unit="إلى 7 كغ"))
@example(Figure(value=5, unit="7"))
@example(Figure(value=5, unit="e5"))
@example(Figure(value=5, unit='"m"'))
@example(Figure(value=5, unit='"', up_to=6))
@example(Figure(value=-0.0))
def test_what_is_told_is_read_back(figure):
    for line in (figure_typed(figure), *(figure_in_words(figure, one) for one in ("en", "ar"))):
        assert parse_figures(line, "numbers") == (figure,)
        assert unguard(guard(line)) == line


@given(st.lists(figures().filter(lambda one: is_sound(one) and "|" not in one.unit), max_size=4))
def test_lists_in_one_cell_come_back(listed):
    cell = JOINT.join(map(figure_typed, listed))
    assert parse_figures(unguard(guard(cell)).replace(JOINT, "\n"), "numbers") == tuple(listed)


def test_no_sign_but_minus_lets_a_spreadsheet_take_a_number_for_a_formula():
    for one in SIGNS:
        assert not is_dangerous(f"{one.sign}5")
    assert is_dangerous(figure_typed(Figure(value=-5)))
