"""Places within places: what is around one, and that none is part of itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reader.model.subject import Subject


def places_around(uid: str | None, by_uid: Mapping[str, Subject]) -> Iterator[str]:
    """Yield a place and all that it is part of, from within; each once, though they be a ring."""
    met: set[str] = set()
    while uid is not None and uid not in met:
        yield uid
        met.add(uid)
        one = by_uid.get(uid)
        uid = one.part_of_uid if one is not None else None


def parts_of(uid: str, places: Iterable[Subject]) -> list[Subject]:
    """Return the places that are part of one without another between, in their order."""
    return [one for one in places if one.part_of_uid == uid] if uid else []


def within(uid: str, places: Iterable[Subject]) -> list[str]:
    """Return a place and all that is within it, however deep; each once, though they be a ring."""
    inner: dict[str, list[str]] = {}
    for one in places:
        if one.part_of_uid is not None:
            inner.setdefault(one.part_of_uid, []).append(one.uid)
    found, left = {uid: None}, [uid]
    while left:
        new = [one for one in inner.get(left.pop(), ()) if one not in found]
        found |= dict.fromkeys(new)
        left += new
    return list(found)


def can_be_around(outer_uid: str, place: Subject, by_uid: Mapping[str, Subject]) -> bool:
    """Tell whether a place can be part of another: one that is there, and not within it."""
    outer = by_uid.get(outer_uid)
    if outer is None or outer.kind != "place":
        return False
    return place.uid not in places_around(outer_uid, by_uid)


def from_outside_in(places: Iterable[Subject]) -> list[list[Subject]]:
    """Return subjects in turns: what is part of another comes in a later one.

    Those that are part of themselves are given without what is around them.
    """
    held = {one.uid: one for one in places}
    cut = {
        uid: replace(one, part_of_uid=None) if uid in places_around(one.part_of_uid, held) else one
        for uid, one in held.items()
    }
    turns: dict[int, list[Subject]] = {}
    for one in cut.values():
        depth = sum(uid in cut for uid in places_around(one.part_of_uid, cut))
        turns.setdefault(depth, []).append(one)
    return [turns[depth] for depth in sorted(turns)]
