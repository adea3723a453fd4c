"""The annotations of the page, found by place without looking at the others."""

import heapq
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from reader.model.annotation import Annotation

_Key = tuple[int, int, str]


def key_of(annotation: Annotation) -> _Key:
    """Return what puts annotations in reading order, the wider of two first."""
    return annotation.start_cp, -annotation.end_cp, annotation.uid


class Marks:
    """Annotations sorted by start, in one list for each order of length.

    Within a list the longest span is at most twice the shortest, so a window is
    found by two bisections and nothing far away is ever looked at, also when one
    annotation covers the whole text. A change costs one insertion in a list.
    """

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._by_uid = {annotation.uid: annotation for annotation in annotations}
        # 100,000 of them are set at once: no call for each here.
        keys = [(mark.start_cp, -mark.end_cp, mark.uid) for mark in self._by_uid.values()]
        self._lists: defaultdict[int, list[_Key]] = defaultdict(list)
        for key in sorted(keys):
            self._lists[(-key[1] - key[0]).bit_length()].append(key)

    def __len__(self) -> int:
        return len(self._by_uid)

    def get(self, uid: str) -> Annotation | None:
        """Return an annotation, or None if it is not on the page."""
        return self._by_uid.get(uid)

    def all(self) -> list[Annotation]:
        """Return all annotations in reading order."""
        keys = sorted(chain.from_iterable(self._lists.values()))  # runs, which it merges
        return [self._by_uid[uid] for _, _, uid in keys]

    def unordered(self) -> Iterable[Annotation]:
        """Return all annotations in no order, for what asks of any of them."""
        return self._by_uid.values()

    def put(self, annotation: Annotation) -> None:
        """Add an annotation, or set it in place of the one with its uid."""
        self.remove(annotation.uid)
        self._by_uid[annotation.uid] = annotation
        key = key_of(annotation)
        insort(self._lists[_order(key)], key)

    def remove(self, uid: str) -> Annotation | None:
        """Take an annotation away and return it, or None if it was not there."""
        annotation = self._by_uid.pop(uid, None)
        if annotation is not None:
            key = key_of(annotation)
            keys = self._lists[_order(key)]
            del keys[bisect_left(keys, key)]
        return annotation

    def window(self, start_cp: int, end_cp: int) -> list[Annotation]:
        """Return the annotations that share a code point with a range, in reading order."""
        found: list[_Key] = []
        for order, keys in self._lists.items():
            low = bisect_left(keys, (start_cp - (1 << order) + 1,))
            high = bisect_left(keys, (end_cp,))
            found.extend(key for key in keys[low:high] if -key[1] > start_cp)
        return [self._by_uid[uid] for _, _, uid in sorted(found)]

    def at(self, cp: int) -> list[Annotation]:
        """Return the annotations that hold the code point at a position, the smallest first."""
        return sorted(self.window(cp, cp + 1), key=_smallest_first)

    def after(self, key: _Key) -> Annotation | None:
        """Return the annotation that follows a key in reading order."""
        nearest = [
            keys[at] for keys in self._lists.values() if (at := bisect_right(keys, key)) < len(keys)
        ]
        return self._by_uid[min(nearest)[2]] if nearest else None

    def before(self, key: _Key) -> Annotation | None:
        """Return the annotation that comes before a key in reading order."""
        nearest = [
            keys[at - 1] for keys in self._lists.values() if (at := bisect_left(keys, key)) > 0
        ]
        return self._by_uid[max(nearest)[2]] if nearest else None


def lanes(annotations: Iterable[Annotation]) -> dict[str, int]:
    """Return the lane of each annotation: those that overlap never share one.

    `annotations` are in reading order. Each takes the lowest lane that is free
    where it begins (interval colouring), so there are never more lanes than
    annotations over one character.
    """
    given: dict[str, int] = {}
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    for annotation in annotations:
        while busy and busy[0][0] <= annotation.start_cp:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        given[annotation.uid] = lane
        heapq.heappush(busy, (annotation.end_cp, lane))
    return given


def _order(key: _Key) -> int:
    return (-key[1] - key[0]).bit_length()


def _smallest_first(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.end_cp - annotation.start_cp, annotation.start_cp, annotation.uid
