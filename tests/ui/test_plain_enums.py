"""Enumerations that are made faster are what Python would have made."""

import enum
import pickle
import subprocess
import sys
from enum import KEEP, STRICT, Enum, Flag, IntEnum, IntFlag
from pathlib import Path

import pytest

from reader.ui.plain_enums import Making, make_enums_plainly
from tests.ui.enums_told import tell

TOP = Path(__file__).parents[2]
PLAIN = vars(enum.EnumType)["_create_"].plain  # Python's own: the tests run with ours
KINDS = (Enum, IntEnum, Flag, IntFlag)
PAIRS = (
    [],
    [("Zero", 0), ("One", 1), ("Two", 2)],
    [("One", 1), ("Uno", 1), ("Two", 2), ("Three", 3), ("Due", 2)],  # two names for one number
    [("Four", 4), ("One", 1), ("Mask", 0xF0), ("All", -1), ("Sixteen", 16)],  # not in their order
    [("name", 1), ("value", 2), ("real", 4), ("mro_", 8)],  # names of Python's own attributes
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pairs", PAIRS)
def test_an_enumeration_is_what_python_makes(kind, pairs, monkeypatch, capsys):
    monkeypatch.setitem(globals(), "Made", None)
    told = []
    for create in (PLAIN, Making(PLAIN)):
        monkeypatch.setattr(enum.EnumType, "_create_", create)
        monkeypatch.setitem(globals(), "Made", kind("Made", list(pairs), boundary=KEEP))
        tell(globals()["Made"])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert all(name in told[1] for name, _value in pairs)


def test_qts_enumerations_are_what_python_makes():
    told = [
        subprocess.run(
            [sys.executable, "-m", "tests.ui.enums_told", whose],
            check=True, capture_output=True, cwd=TOP, encoding="utf-8",
        ).stdout
        for whose in ("python", "ours")
    ]  # fmt: skip
    assert told[0] == told[1]
    assert "Qt.AlignmentFlag" in told[1]


@pytest.mark.parametrize(
    ("names", "how"),
    [
        ("RED GREEN", {}),
        (["RED", "GREEN"], {"boundary": KEEP}),
        ({"RED": 1}, {"boundary": KEEP}),
        ([("RED", 1)], {"boundary": STRICT}),
        ([("RED", 1)], {"boundary": KEEP, "qualname": "Box.Colour"}),
        ([("RED", "rouge")], {"boundary": KEEP}),
    ],
)
def test_what_is_made_otherwise_is_left_to_python(names, how, monkeypatch):
    asked = []

    def noted(kind, class_name, names, **how):
        asked.append(class_name)
        return PLAIN(kind, class_name, names, **how)

    monkeypatch.setattr(enum.EnumType, "_create_", Making(noted))
    colour = Enum("Colour", names, **how)
    assert asked.count("Colour") >= 1
    assert colour.RED.name == "RED"
    assert colour.__qualname__ == how.get("qualname", "Colour")
    assert colour.__module__ == __name__


@pytest.mark.parametrize("pairs", [[("One", 1), ("One", 2)], [("mro", 1)], [("", 1)], [("_a_", 1)]])
def test_a_name_that_python_refuses_is_refused_with_its_words(pairs, monkeypatch):
    words = []
    for create in (PLAIN, Making(PLAIN)):
        monkeypatch.setattr(enum.EnumType, "_create_", create)
        with pytest.raises((TypeError, ValueError)) as refused:
            Enum("Wrong", pairs, boundary=KEEP)
        words.append(str(refused.value))
    assert words[0] == words[1]


def test_python_finds_an_enumeration_again_that_was_pickled(monkeypatch):
    monkeypatch.setattr(enum.EnumType, "_create_", Making(PLAIN))
    monkeypatch.setitem(globals(), "Made", IntFlag("Made", [("One", 1)], boundary=KEEP))
    one = globals()["Made"].One
    assert pickle.loads(pickle.dumps(one)) is one  # noqa: S301 - our own


def test_it_is_put_in_place_once(monkeypatch):
    monkeypatch.setattr(enum.EnumType, "_create_", PLAIN)
    make_enums_plainly()
    first = vars(enum.EnumType)["_create_"]
    make_enums_plainly()
    assert vars(enum.EnumType)["_create_"] is first
