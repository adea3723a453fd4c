"""What was read from the library last, for those who ask for the same within one act."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lately(Generic[Value]):
    """The value that was read last, by its uid, until the library may hold another.

    One act lets the view, the details and what else follows read the same annotation. A
    thread may ask too: what it read before `forget` is never handed out after it.
    """

    def __init__(self, read: Callable[[str], Value]) -> None:
        self._read = read
        self._age = 0
        self._held: tuple[int, str, Value] | None = None

    def of(self, uid: str) -> Value:
        """Return the value of a uid, read unless it was the last; raises what reading raises."""
        held, age = self._held, self._age
        if held is not None and held[:2] == (age, uid):
            return held[2]
        value = self._read(uid)
        self._held = (age, uid, value)
        return value

    def forget(self) -> None:
        """Read anew from now on."""
        self._age += 1
        self._held = None
