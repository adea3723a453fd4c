"""Whom a mention may mean."""

import pytest

from reader.model.subject import Subject
from reader.text.naming import candidates, named, twins

SALMA = Subject(uid="1", kind="person", name="سلمى الراوندي", other_names=("أم ليث",))
NIZAR = Subject(uid="2", kind="person", name="نزار الصفواني", latin_name="Nizar al-Safwani")
IRAQ = Subject(uid="3", kind="place", name="العراق", other_names=("جمهورية العراق",))
QAYYARA = Subject(uid="4", kind="place", name="القيارة")
HEALTH = Subject(uid="5", kind="organization", name="منظمة الصحة العالمية")
REGISTER = (SALMA, NIZAR, IRAQ, QAYYARA, HEALTH)


def best(spoken: str) -> str | None:
    found = candidates(spoken, REGISTER)
    return found[0].subject.uid if found else None


@pytest.mark.parametrize(
    ("spoken", "uid"),
    [
        ("سلمى الراوندي", "1"),
        ("سَلمى الراوندى", "1"),
        ("ام ليث", "1"),
        ("المهندسة سلمى الراوندي", "1"),
        ("الراوندي", "1"),
        ("للراوندي", "1"),
        ("وسلمى الراوندي", "1"),
        ("د.نزار الصفواني", "2"),
        ("NIZAR AL-SAFWANI", "2"),
        ("والعراق", "3"),
        ("بالعراق", "3"),
        ("للقيارة", "4"),
        ("القياره", "4"),
        ("الصحة العالمية", "5"),
        ("العالم", None),
        ("سلمى", None),
        ("كريم", None),
        ("", None),
        ("،", None),
    ],
)
def test_the_best_is_whom_a_reader_would_think_of(spoken, uid):
    assert best(spoken) == uid


def test_a_name_is_surer_than_a_part_of_it():
    other = Subject(uid="9", kind="person", name="ليث الراوندي", other_names=("الراوندي",))
    found = candidates("الراوندي", (SALMA, other))
    assert [one.subject.uid for one in found] == ["9", "1"]
    assert named("الراوندي", (SALMA, other)) is other
    assert named("الراوندي", (SALMA,)) is None


def test_at_most_so_many_are_offered():
    many = [Subject(uid=str(i), name=f"ابن {i} الراوندي") for i in range(9)]
    assert len(candidates("الراوندي", many)) == 3


def test_the_same_name_of_one_kind_is_a_duplicate_perhaps():
    twin = Subject(uid="6", kind="place", name="العِراق")
    person = Subject(uid="7", kind="person", name="العراق")
    assert twins((*REGISTER, twin, person)) == [(IRAQ, twin)]
    assert twins(REGISTER) == []
