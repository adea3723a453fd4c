"""Tell all that can be told of the enumerations of Qt that the program may meet.

python -m tests.ui.enums_told python|ours
"""

import pickle
import sys
from collections.abc import Iterator
from copy import copy
from enum import EnumType, Flag
from itertools import pairwise
from operator import and_, invert, or_, xor
from types import ModuleType
from typing import Any

UNKNOWN = 1 << 40  # no enumeration has it


def enumerations(scope: Any, seen: set[int]) -> Iterator[EnumType]:
    """Return the enumerations of a module or a class, and of the classes in it."""
    for name in sorted(dir(scope)):
        found = getattr(scope, name, None)
        if not isinstance(found, type) or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, EnumType):
            yield found
        elif isinstance(scope, ModuleType) or found.__qualname__.startswith(scope.__qualname__):
            yield from enumerations(found, seen)


def tell(made: EnumType) -> None:
    """Print an enumeration: its attributes, its members and what they do."""
    print(made, made.__module__, made.__qualname__, made.__bases__, made.__doc__, type(made))
    for name, held in sorted(vars(made).items()):
        bare = getattr(held, "__func__", held) if name == "__new__" else held
        print("  ", name, repr(bare).partition(" at 0x")[0])
    for name, one in made.__members__.items():
        told = (name, one.name, one.value, one._sort_order_, sorted(vars(one)), one, str(one))
        same = (made(one.value) is one, made[name] is one, getattr(made, name) is one)
        print("  ", told, f"{one}", hash(one) == hash(one.name), one.__objclass__ is made, same)
    print("  ", list(made), list(reversed(made)), len(made), made.__name__ in made.__members__)
    members = list(made.__members__.values())
    print("  ", [copy(one) is one for one in members], members[:1] and pickle.dumps(members[0]))
    if issubclass(made, Flag):
        for one, other in pairwise(members):
            print("  ", [outcome(join, one, other) for join in (or_, and_, xor)])
            print("  ", [outcome(ask, one) for ask in (invert, list, len, bool)])
    print("  ", outcome(made, UNKNOWN), outcome(made, "no number"))


def outcome(ask: Any, *what: Any) -> str:
    """Return what a question gives, or how it fails."""
    try:
        return repr(ask(*what))
    except (ValueError, TypeError, AttributeError) as error:
        return repr(error)


def main(whose: str) -> None:
    if whose == "ours":
        from reader.ui.plain_enums import make_enums_plainly

        make_enums_plainly()
    from PySide6 import QtCore, QtGui, QtNetwork, QtWidgets

    seen: set[int] = set()
    for module in (QtCore, QtGui, QtWidgets, QtNetwork):
        for made in enumerations(module, seen):
            tell(made)


if __name__ == "__main__":
    main(*sys.argv[1:])
