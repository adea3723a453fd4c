"""Regular expressions that are compiled when they are first used.

Those of Unicode's classes take milliseconds each, and `regex` itself some more; a window
that only shows an article, or a command that only lists some, asks few of them.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex


def pattern(source: str) -> "regex.Pattern[str]":
    """Return a pattern of `regex`; what is wrong in it is told when it is first used."""
    return cast("regex.Pattern[str]", _Pattern(source))


class _Pattern:
    """Stands for a pattern until it is asked for something, and then hands out its own."""

    def __init__(self, source: str) -> None:
        self.pattern = source

    @cached_property
    def _compiled(self) -> "regex.Pattern[str]":
        import regex  # noqa: PLC0415 - see above

        return regex.compile(self.pattern)

    def __getattr__(self, name: str) -> Any:
        """Return what a compiled pattern has, and keep it: the next time costs nothing."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
