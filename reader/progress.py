"""How far a long piece of work has come, for those who do it and know no window."""

from collections.abc import Callable

# Told how much is done and of how much; a total of 0 is not known. It raises `Cancelled`
# when the person has given the work up, so it is called where stopping leaves nothing torn.
Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """The person gave the work up. Not a failure: nobody is told of one."""


def unwatched(_done: int, _total: int) -> None:
    """Stand in for a `Progress` where nobody looks on."""
