"""`dataclass(frozen=True, slots=True)`, whose methods are written when one of them is first used.

Python writes six methods for each such class when the class is made: as text, which it compiles.
That is four million instructions a class, and a start makes hundreds of them whose values it
never needs (docs/adr/0046). What is written here is Python's own, only later. The first values of
a class whose fields are simple are filled and compared without: most classes have no more than a
few before an article is painted, and to write takes as long as to fill 200 (docs/adr/0055).
"""

from collections.abc import Hashable
from functools import partial
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Any:
        """Make a class of frozen values with slots; errors in its fields are told at first use."""
        if not (frozen and slots):
            raise TypeError("only frozen values with slots wait for their methods")
        return lambda source: _made(source, kw_only=kw_only)


_OWN = ("__dict__", "__weakref__")  # each class has its own
# What the methods are that making a value takes, and what comparing and showing it does.
_MAKING = ("__init__", "__match_args__", "__dataclass_fields__")
_REST = ("__repr__", "__eq__", "__hash__", "__dataclass_params__")


_FILLED = 100  # uses of a class; more of them take longer than to write its methods


class _Filling:
    """Makes and compares the first values of a class, whose fields have plain defaults or none.

    `left` is how often it still does. What it cannot make it leaves to Python's method, which
    makes it or says what is wrong.
    """

    def __init__(self, source: type, *, kw_only: bool) -> None:
        space = vars(source)
        self._names = tuple(space.get("__annotations__", ()))
        self._defaults = {name: space[name] for name in self._names if name in space}
        self._most = 0 if kw_only else len(self._names)  # values without a name
        grown = any("__dataclass_fields__" in vars(base) for base in source.__mro__[1:])
        held = [name in self._defaults for name in self._names]
        is_simple = not grown and (kw_only or held == sorted(held))
        is_simple &= all(map(_is_plain, self._defaults.values()))
        self.left = _FILLED if is_simple else 0
        self._after = hasattr(source, "__post_init__")

    def way(self, name: str) -> Any:
        """Return what does as a method does, None where that has to be written."""
        if self.left <= 0:
            return None
        return {"__init__": self.fill, "__eq__": self.same, "__hash__": self.hashed}.get(name)

    def same(self, value: Any, other: Any) -> Any:
        """Tell whether two values are equal, as their `__eq__` does."""
        self.left -= 1
        if type(value) is not type(other):
            return NotImplemented
        return self._held(value) == self._held(other)

    def hashed(self, value: Any) -> int:
        """Return the hash of a value, as its `__hash__` does."""
        self.left -= 1
        return hash(self._held(value))

    def _held(self, value: Any) -> tuple[Any, ...]:
        return tuple([getattr(value, name) for name in self._names])

    def fill(self, value: Any, /, *given: Any, **named: Any) -> None:
        """Fill a value as its `__init__` does."""
        self.left -= 1
        rest = self._names[len(given) :]
        known = {**self._defaults, **named}
        if (
            len(given) > self._most
            or not named.keys() <= set(rest)
            or not known.keys() >= set(rest)
        ):
            self.left = 0
            value.__init__(*given, **named)
            return
        put = object.__setattr__
        for name, held in zip(self._names, given, strict=False):
            put(value, name, held)
        for name in rest:
            put(value, name, known[name])
        if self._after:
            value.__post_init__()


def _is_plain(default: Any) -> bool:
    """Tell whether a default is a value, which may be shared, and no description of a field."""
    return isinstance(default, Hashable) and not hasattr(default, "default_factory")


class _Writing:
    """Writes the methods of one class, in two halves, on the class as it stood without slots."""

    def __init__(self, source: type, *, kw_only: bool) -> None:
        from threading import RLock  # noqa: PLC0415 - what only defines no value needs none

        self._source, self._kw_only = source, kw_only
        self._lock = RLock()
        self.filling = _Filling(source, kw_only=kw_only)
        self.made: type = source
        self.waiting: set[str] = set()

    def write(self, name: str) -> None:
        """Put a method, and those that are written with it, in the place where they wait."""
        from reader.later import let_wait  # noqa: PLC0415 - see above

        let_wait("inspect")  # `dataclasses` brings it for classes that have no docstring
        from dataclasses import dataclass as written  # noqa: PLC0415

        with self._lock:
            making = name in _MAKING
            names = self.waiting.intersection(_MAKING if making else _REST)
            if not names:
                return
            space = {key: held for key, held in vars(self._source).items() if key not in _OWN}
            plain = type(self._source)(self._source.__name__, self._source.__bases__, space)
            plain.__qualname__ = self._source.__qualname__
            kind = {"repr": False, "eq": False} if making else {"init": False}
            written(frozen=True, kw_only=self._kw_only, **kind)(plain)
            for one in names:
                setattr(self.made, one, vars(plain)[one])
            self.waiting -= names


class _Waiting:
    """Stands for one method until it is asked for."""

    __slots__ = ("_name", "_writing")

    def __init__(self, name: str, writing: _Writing) -> None:
        self._name, self._writing = name, writing

    def __get__(self, value: Any, owner: type | None = None) -> Any:
        way = None if value is None else self._writing.filling.way(self._name)
        if way is not None:
            return partial(way, value)
        self._writing.write(self._name)
        return getattr(owner if value is None else value, self._name)


def _made(source: type, *, kw_only: bool) -> type:
    """Return a class with slots for the fields of another, whose methods wait."""
    space = dict(vars(source))
    for name in _OWN:
        space.pop(name, None)
    names = tuple(space.get("__annotations__", ()))
    for name in names:
        space.pop(name, None)  # a default would be in the slot's way; `source` keeps it
    writing = _Writing(source, kw_only=kw_only)
    for name in (*_MAKING, *_REST):
        if name not in space or (name == "__hash__" and space[name] is None):
            space[name] = _Waiting(name, writing)
            writing.waiting.add(name)
    space |= {"__slots__": names, "__setattr__": _refuse, "__delattr__": _refuse}
    space |= {"__getstate__": _state, "__setstate__": _restore}
    made = type(source)(source.__name__, source.__bases__, space)
    made.__qualname__ = source.__qualname__
    writing.made = made
    return made


def _refuse(_value: Any, name: str, _wanted: Any = None) -> None:
    """Keep a value as it is."""
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - see above

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(value: Any) -> list[Any]:
    """Return what a copy of a value is made of."""
    from dataclasses import fields  # noqa: PLC0415 - see above

    return [getattr(value, one.name) for one in fields(value)]


def _restore(value: Any, state: list[Any]) -> None:
    """Fill a copy of a value."""
    from dataclasses import fields  # noqa: PLC0415 - see above

    for one, held in zip(fields(value), state, strict=True):
        object.__setattr__(value, one.name, held)
