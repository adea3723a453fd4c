"""Two ways of counting: Python counts code points, Qt counts UTF-16 units.

The whole program counts in code points. Only the page talks to Qt, so only
`ui/page` may import this module; an import contract sees to it.
"""

from array import array
from bisect import bisect_left

from reader.text.patterns import pattern

_WIDE = pattern("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translate positions in one text between code points and UTF-16 units.

    It keeps only where the characters beyond U+FFFF stand, so it is empty for
    most articles. Positions outside the text raise IndexError, because Qt would
    ignore them without a word.
    """

    def __init__(self, text: str) -> None:
        self._length_cp = len(text)
        self._wide_cp = array("L")
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 != len(text):
            self._wide_cp.extend(match.start() for match in _WIDE.finditer(text))
        self._wide_units = array("L", (cp + n for n, cp in enumerate(self._wide_cp)))

    @property
    def length_units(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self._length_cp + len(self._wide_cp)

    def unit_of(self, cp: int) -> int:
        """Return the UTF-16 position of a position in code points."""
        if not 0 <= cp <= self._length_cp:
            raise IndexError(f"code point {cp} of {self._length_cp}")
        return cp + bisect_left(self._wide_cp, cp)

    def cp_of(self, unit: int) -> int:
        """Return the position in code points of a UTF-16 position.

        The middle of a surrogate pair rounds down, to before the character.
        """
        if not 0 <= unit <= self.length_units:
            raise IndexError(f"unit {unit} of {self.length_units}")
        return unit - bisect_left(self._wide_units, unit)
