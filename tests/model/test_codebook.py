import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadValue, UnknownField
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.codebook import (
    OwnField,
    own_field_named,
    own_fields_of,
    own_value_of,
    with_own_value,
)
from reader.model.vocabulary import Choice

SPAN = {"start_cp": 0, "end_cp": 3, "exact": "كلا", "revision_uid": "r", "annotator_uid": "a"}
ONE = Annotation(tag="context", **SPAN)
CHOICES = (Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادة")))


def field(kind, key="f", **more):
    return OwnField(tag="context", key=key, label=Label("Field", "حقل"), kind=kind, **more)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", " قول  طويل", " قول  طويل"),
        ("choice", " loud ", "loud"),
        ("number", "١٢٫٥", "12.5"),
        ("number", "1e3", "1000"),
        ("number", "-0.25", "-0.25"),
        ("date", "٢٠٢٦-٠١", "2026-01"),
        ("date", "2026", "2026"),
    ],
)
def test_value_is_kept_in_the_form_of_its_kind(kind, typed, kept):
    own = field(kind, choices=CHOICES)
    holding = with_own_value(ONE, own, typed)
    assert own_value_of(holding, own) == kept
    filled = [
        name for name in ("text", "choice", "number", "date") if getattr(holding.own[0], name)
    ]
    assert filled == [kind]
    assert with_own_value(holding, own, "  ").own == ()


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("choice", "quiet"),
        ("number", "كثير"),
        ("number", "nan"),
        ("number", "1e999"),
        ("date", "2026-02-30"),
        ("date", "أمس"),
    ],
)
def test_what_is_not_of_the_kind_is_refused_by_name(kind, typed):
    with pytest.raises(BadValue) as caught:
        with_own_value(ONE, field(kind, key="tone", choices=CHOICES), typed)
    assert "tone" in caught.value.sentence("en")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(number):
    own = field("number")
    again = with_own_value(ONE, own, own_value_of(with_own_value(ONE, own, repr(number)), own))
    assert again.own[0].number == number


def test_values_stand_in_one_order_however_they_came():
    first, second = field("text", uid="1"), field("number", uid="2")
    one = with_own_value(with_own_value(ONE, first, "أ"), second, "3")
    other = with_own_value(with_own_value(ONE, second, "3"), first, "أ")
    assert one.own == other.own


def test_fields_of_a_tag_stand_in_its_order_and_are_found_by_key():
    late, early = field("text", key="a", position=1), field("text", key="b")
    other = OwnField(tag="quote", key="c", label=Label("C", "ج"))
    assert own_fields_of((late, other, early), "context") == (early, late)
    assert own_field_named((late, other), "quote", "c") == other
    with pytest.raises(UnknownField):
        own_field_named((late, early), "context", "c")
