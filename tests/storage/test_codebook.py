"""Tags of one's own, their fields and templates in the library, on each database."""

from dataclasses import replace

import pytest

from reader.errors import BadValue, StaleEdit, UnknownTag
from reader.label import Label
from reader.model.change import edit
from reader.model.codebook import OwnField, Template, TemplateValue, own_value_of, with_own_value
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import Choice
from tests.storage.values import Desk

CONTEXT = Tag("context", Label("Context", "سياق"), "#2f9e44", "4", "wavy", 3)
TONE = OwnField(
    tag="context",
    key="tone",
    label=Label("Tone", "النبرة"),
    kind="choice",
    choices=(Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادة"))),
)
COUNT = OwnField(tag="context", key="count", label=Label("Count", "العدد"), kind="number")


def with_context(desk: Desk):
    """Return an annotation of a tag with two fields, saved with all of it."""
    one = with_own_value(desk.span(0, 4, "context"), TONE, "loud")
    one = with_own_value(one, COUNT, "٢٫٥")
    desk.add(CONTEXT, TONE, COUNT, one)
    return one


def test_a_new_tag_stands_after_those_built_in(desk):
    desk.add(CONTEXT)
    assert desk.store.tags() == (*TAGS, CONTEXT)
    first = edit(CONTEXT, replace(CONTEXT, position=-1, label=Label("Background", "خلفية")))
    desk.do(first, act="tag")
    assert desk.store.tags() == (first.after, *TAGS)


def test_what_an_annotation_holds_comes_back_typed(desk):
    one = with_context(desk)
    assert desk.store.annotations(desk.text.uid) == [one]
    assert [own_value_of(one, own) for own in desk.store.own_fields()] == ["2.5", "loud"]
    assert desk.store.entry(one.uid).annotation == one
    assert desk.store.shared().own_fields == (COUNT, TONE)


def test_values_follow_an_edit_and_go_with_the_annotation(desk):
    one = with_context(desk)
    change = edit(one, with_own_value(with_own_value(one, TONE, ""), COUNT, "7"))
    desk.do(change)
    assert desk.store.annotation(one.uid) == change.after
    assert desk.store.uses() == {"context": 1, COUNT.uid: 1}
    assert desk.store.choice_uses(TONE.uid) == {}
    desk.do(edit(change.after, None))
    assert desk.store.uses() == {}
    assert desk.store.check().is_sound


def test_uses_are_counted_by_tag_field_and_choice(desk):
    with_context(desk)
    desk.add(desk.span(5, 9), desk.span(5, 12))
    assert desk.store.uses() == {"context": 1, "quote": 2, TONE.uid: 1, COUNT.uid: 1}
    assert desk.store.choice_uses(TONE.uid) == {"loud": 1}


@pytest.mark.parametrize("gone", [CONTEXT, TONE])
def test_what_is_used_is_not_deleted(desk, gone):
    with_context(desk)
    with pytest.raises(StaleEdit):
        desk.do(edit(gone, None), act="delete_tag")
    assert desk.store.check().is_sound


def test_a_tag_goes_with_its_fields_and_comes_back(desk):
    template = Template(
        name="سياق هادئ", tag="context", values=(TemplateValue(field="tone", value="calm"),)
    )
    every = (CONTEXT, TONE, COUNT, template)
    desk.add(*every)
    desk.do(*(edit(one, None) for one in reversed(every)), act="delete_tag")
    assert desk.store.tags() == TAGS
    assert desk.store.own_fields() == []
    # What the library still knows of the tag is held against its rows.
    with pytest.raises((UnknownTag, StaleEdit)):
        desk.add(desk.span(0, 4, "context"))
    desk.add(*every)
    assert desk.store.templates() == [template]
    assert desk.store.own_fields() == [COUNT, TONE]
    assert desk.store.check().is_sound


def test_two_windows_make_no_tag_twice(desk):
    desk.add(CONTEXT)
    with pytest.raises(StaleEdit) as caught:
        desk.add(replace(CONTEXT, colour="#000000"))
    assert caught.value.theirs == CONTEXT


@pytest.mark.parametrize(
    "wrong",
    [
        replace(CONTEXT, line="zigzag"),
        replace(TONE, kind="colour"),
        Template(name="x", tag="context", status="perhaps"),
    ],
)
def test_a_key_of_no_list_is_refused(desk, wrong):
    with pytest.raises(BadValue):
        desk.add(*([] if isinstance(wrong, Tag) else [CONTEXT]), wrong)
    assert desk.store.tags() == TAGS


def test_a_field_keeps_its_choices_in_their_order(desk):
    desk.add(CONTEXT, TONE)
    turned = edit(TONE, replace(TONE, choices=TONE.choices[::-1]))
    desk.do(turned)
    assert desk.store.own_fields() == [turned.after]
