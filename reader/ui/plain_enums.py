"""Makes Qt's enumerations in a quarter of the time that Python takes for them.

PySide makes all enumerations of a class when the class is first named, with a call as
`IntFlag("Name", [("Member", 1), …], boundary=KEEP)`. A start makes 200 of them with 3,000
members, and Python takes about 25 µs a member: each is put into the class, taken out, made
and put in again, and each time Python forgets what it knew of the class. Here the members
are made of the class once it stands. What is made is the same (docs/adr/0053).
"""

import sys
from collections.abc import Callable, Sequence
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import partial
from typing import Any

_KINDS = (Enum, IntEnum, Flag, IntFlag)
_OWN = frozenset(("__dict__", "__weakref__", "__doc__"))  # each class has its own


def make_enums_plainly() -> None:
    """Let Python make enumerations of names and numbers so, in this process."""
    if not isinstance(vars(EnumType)["_create_"], Making):
        setattr(EnumType, "_create_", Making(vars(EnumType)["_create_"]))  # noqa: B010 - mypy


class _Mould:
    """What enumerations of one kind have in common: what Python makes for one without members."""

    def __init__(self, kind: type[Enum], empty: EnumType) -> None:
        self.space = {key: held for key, held in vars(empty).items() if key not in _OWN}
        # What Python fills with the members: each class has its own.
        self.filled = {
            key: type(held) for key, held in self.space.items() if type(held) in (dict, list)
        }
        # A member of such a name is more than an attribute of its class: Python knows how.
        bases = type.mro(empty) + type.mro(EnumType)
        self.taken = {name for base in bases for name in vars(base)}
        self.is_flag = issubclass(kind, Flag)
        self.is_int = issubclass(kind, int)
        self.new: Callable[..., Any] = int.__new__ if self.is_int else object.__new__


class Making:
    """Stands for `EnumType._create_`, and leaves to it whatever is not made as PySide does it.

    `plain` is Python's own.
    """

    def __init__(self, plain: Callable[..., Any]) -> None:
        self.plain = plain
        self._moulds: dict[type, _Mould] = {}

    def __get__(self, kind: Any, owner: Any = None) -> Any:
        return self if kind is None else partial(self._create, kind)

    def _create(self, kind: Any, class_name: str, names: Any, **how: Any) -> Any:
        """Make an enumeration of a kind, as Python's own method does."""
        if how.get("module") is None:  # that of whoever called the kind
            how["module"] = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
        named = how.get("qualname") or how.get("type")
        if kind in _KINDS and how.get("boundary") is KEEP and not named:
            mould = self._moulds.get(kind)
            if mould is None:
                empty = self.plain(kind, class_name, (), module=__name__, boundary=KEEP)
                mould = self._moulds[kind] = _Mould(kind, empty)
            if _is_simple(names, mould.taken):
                return _made(mould, kind, class_name, how["module"], names)
        return self.plain(kind, class_name, names, **how)


def _is_simple(names: Any, taken: set[str]) -> bool:
    """Tell whether all members are numbers, and their names are free and differ."""
    if type(names) is not list or not all(type(one) is tuple for one in names):
        return False
    free = {name for name, value in names if type(value) is int and name[:1] not in ("", "_")}
    return len(free) == len(names) and taken.isdisjoint(free)


def _made(
    mould: _Mould, kind: type, name: str, module: str | None, pairs: Sequence[tuple[str, int]]
) -> Any:
    """Return the enumeration of some pairs of names and numbers."""
    space = mould.space | {key: filled() for key, filled in mould.filled.items()}
    names, by_name = space["_member_names_"], space["_member_map_"]
    by_value = space["_value2member_map_"]
    made: Any = type.__new__(EnumType, name, (kind,), space | {"__module__": module})
    put, new, is_flag = type.__setattr__, mould.new, mould.is_flag
    for key, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if mould.is_int else new(made)
            member._value_, member._name_ = value, key
            member.__objclass__, member._sort_order_ = made, len(names)
            if not is_flag or (value.bit_count() == 1 and value > 0):
                names.append(key)
        by_name[key] = member
        put(made, key, member)
    if is_flag:
        _tell_bits(made, list(by_value), [by_name[one]._value_ for one in names])
    return made


def _tell_bits(made: Any, values: Sequence[int], singles: Sequence[int]) -> None:
    """Note in flags which bits they have, and whether to go through them as they were named."""
    mask = single = 0
    for value in values:
        mask |= value
    for value in singles:
        single |= value
    put = type.__setattr__
    put(made, "_flag_mask_", mask)
    put(made, "_singles_mask_", single)
    put(made, "_all_bits_", 2 ** mask.bit_length() - 1)
    if list(singles) != sorted(singles):
        put(made, "_iter_member_", made._iter_member_by_def_)
