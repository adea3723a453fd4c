"""`dataclass(frozen=True, slots=True)`, whose methods are written when one of them is first used.

Python writes six methods for each such class when the class is made: as text, which it compiles.
That is four million instructions a class, and a start makes hundreds of them whose values it
never needs (docs/adr/0046). What is written here is Python's own, only later.
"""

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


_WRITTEN = ("__init__", "__repr__", "__eq__", "__hash__", "__match_args__",
            "__dataclass_fields__", "__dataclass_params__")  # fmt: skip


class _Writing:
    """Writes the methods of one class, once, on the class as it stood without slots."""

    def __init__(self, source: type, *, kw_only: bool) -> None:
        from threading import RLock  # noqa: PLC0415 - what only defines no value needs none

        self._source, self._kw_only = source, kw_only
        self._lock = RLock()
        self.made: type = source
        self.waiting: list[str] = []

    def write(self) -> None:
        """Put the methods in the place of those that wait for them."""
        from dataclasses import dataclass as written  # noqa: PLC0415 - see above

        with self._lock:
            if not self.waiting:
                return
            written(frozen=True, kw_only=self._kw_only)(self._source)
            for name in self.waiting:
                setattr(self.made, name, vars(self._source)[name])
            self.waiting = []


class _Waiting:
    """Stands for one method until it is asked for."""

    __slots__ = ("_name", "_writing")

    def __init__(self, name: str, writing: _Writing) -> None:
        self._name, self._writing = name, writing

    def __get__(self, value: Any, owner: type | None = None) -> Any:
        self._writing.write()
        return getattr(owner if value is None else value, self._name)


def _made(source: type, *, kw_only: bool) -> type:
    """Return a class with slots for the fields of another, whose methods wait."""
    space = dict(vars(source))
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    names = tuple(space.get("__annotations__", ()))
    for name in names:
        space.pop(name, None)  # a default would be in the slot's way; `source` keeps it
    writing = _Writing(source, kw_only=kw_only)
    for name in _WRITTEN:
        if name not in space or (name == "__hash__" and space[name] is None):
            space[name] = _Waiting(name, writing)
            writing.waiting.append(name)
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
