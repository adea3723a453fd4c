"""Places within places: none is part of itself, and what is around comes first."""

from dataclasses import replace

from reader.model.places import can_be_around, from_outside_in, parts_of, places_around, within
from reader.model.subject import Subject

WORLD = Subject(uid="w", kind="place", name="العالم")
IRAQ = Subject(uid="i", kind="place", name="العراق", part_of_uid="w")
BASRA = Subject(uid="b", kind="place", name="البصرة", part_of_uid="i")
SALMA = Subject(uid="s", kind="person", name="سلمى")
EVERY = {one.uid: one for one in (BASRA, IRAQ, WORLD, SALMA)}


def test_all_that_is_around_is_told_from_within():
    assert list(places_around("b", EVERY)) == ["b", "i", "w"]
    assert list(places_around(None, EVERY)) == []


def test_a_ring_ends():
    ring = EVERY | {"w": replace(WORLD, part_of_uid="b")}
    assert list(places_around("b", ring)) == ["b", "i", "w"]


def test_what_is_within_is_told_however_deep_and_once():
    assert within("w", EVERY.values()) == ["w", "i", "b"]
    assert within("b", EVERY.values()) == ["b"]
    ring = EVERY | {"w": replace(WORLD, part_of_uid="b")}
    assert sorted(within("i", ring.values())) == ["b", "i", "w"]


def test_parts_are_those_with_nothing_between():
    assert parts_of("w", EVERY.values()) == [IRAQ]
    assert parts_of("b", EVERY.values()) == parts_of("", EVERY.values()) == []


def test_a_place_is_part_of_another_place_that_is_there_and_not_within_it():
    assert can_be_around("w", BASRA, EVERY)
    assert not can_be_around("b", WORLD, EVERY)
    assert not can_be_around("b", BASRA, EVERY)
    assert not can_be_around("s", BASRA, EVERY)
    assert not can_be_around("gone", BASRA, EVERY)


def test_what_is_around_comes_in_an_earlier_turn():
    turns = from_outside_in([BASRA, SALMA, IRAQ, WORLD])
    assert [{one.uid for one in turn} for turn in turns] == [{"w", "s"}, {"i"}, {"b"}]


def test_those_in_a_ring_come_without_what_is_around_them_and_the_rest_with_it():
    ring = [replace(WORLD, part_of_uid="i"), IRAQ, BASRA]
    turns = from_outside_in(ring)
    assert {one.uid: one.part_of_uid for turn in turns for one in turn} == {
        "w": None,
        "i": None,
        "b": "i",
    }
    assert [{one.uid for one in turn} for turn in turns] == [{"w", "i"}, {"b"}]
