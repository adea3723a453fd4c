"""Where every block stands on the page: estimates that become true one by one."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_BUCKET = 256


class Heights:
    """The heights of all blocks in pixels, with quick sums.

    They are kept in buckets, so a correction touches one bucket and a sum adds at
    most a bucket and the list of buckets: no step ever walks over all blocks.
    """

    def __init__(self, heights: Sequence[int] = ()) -> None:
        self._heights = list(heights)
        self._sums = [
            sum(self._heights[first : first + _BUCKET])
            for first in range(0, len(self._heights), _BUCKET)
        ]
        self._tops: list[int] = []
        self._within: dict[int, list[int]] = {}  # tops of a bucket's blocks, once asked for
        self._total_up()

    @property
    def total(self) -> int:
        """Return the height of all blocks together."""
        return self._tops[-1]

    def of(self, block: int) -> int:
        """Return the height of a block."""
        return self._heights[block]

    def top(self, block: int) -> int:
        """Return where a block begins, below the first one's top."""
        bucket = block // _BUCKET
        return self._tops[bucket] + self._tops_within(bucket)[block - bucket * _BUCKET]

    def correct(self, block: int, height: int) -> int:
        """Set the height of a block and return by how much it grew."""
        growth = height - self._heights[block]
        if growth:
            self._heights[block] = height
            self._sums[block // _BUCKET] += growth
            self._within.pop(block // _BUCKET, None)
            self._total_up()
        return growth

    def at(self, y: float) -> int:
        """Return the block at a distance below the first one's top, or the nearest one."""
        if not self._heights:
            return 0
        bucket = min(max(bisect_right(self._tops, y) - 1, 0), len(self._sums) - 1)
        first = bucket * _BUCKET
        block = first + bisect_right(self._tops_within(bucket), y - self._tops[bucket]) - 1
        return min(max(block, first), len(self._heights) - 1)

    def _tops_within(self, bucket: int) -> list[int]:
        """Return where each block of a bucket begins, below the bucket's top, and where it ends."""
        found = self._within.get(bucket)
        if found is None:
            first = bucket * _BUCKET
            heights = self._heights[first : first + _BUCKET]
            found = self._within[bucket] = list(accumulate(heights, initial=0))
        return found

    def _total_up(self) -> None:
        self._tops = list(accumulate(self._sums, initial=0))
