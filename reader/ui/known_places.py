"""Places by which lists are narrowed: a place counts with all that is within it.

A claim names its place in words. Where the register has a place of that name, in whichever
spelling, what is around it is offered too; other words stand for themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.model.places import places_around, within
from reader.model.subject import Subject
from reader.text.folding import fold

_PLACE = "place"


class KnownPlaces:
    """Tells which places a list can be narrowed by; `subjects` gives the register as it is."""

    def __init__(self, subjects: Callable[[], Sequence[Subject]]) -> None:
        self._subjects = subjects

    def offered(self, texts: Iterable[str], uids: Iterable[str] = ()) -> list[tuple[str, str]]:
        """Return keys and names of the places that texts or uids name, and of those around.

        They are sorted by name; uids of what is no place are passed over.

        A key is the uid of a place, or the words where the register does not know them.
        """
        by_uid = {one.uid: one for one in self._places()}
        by_name = {name: one.uid for one in by_uid.values() for name in _names(one)}
        found = {
            one: by_uid[one].name
            for uid in uids
            for one in places_around(uid, by_uid)
            if uid in by_uid and one in by_uid
        }
        for text in filter(None, dict.fromkeys(one.strip() for one in texts)):
            uid = by_name.get(fold(text).strip())
            around = [one for one in places_around(uid, by_uid) if one in by_uid]
            found |= {one: by_uid[one].name for one in around} if uid else {text: text}
        return sorted(found.items(), key=lambda one: (fold(one[1]), one[0]))

    def names_of(self, key: str) -> frozenset[str]:
        """Return what a place and all that is within it are called, folded."""
        by_uid = {one.uid: one for one in self._places()}
        if key not in by_uid:
            return frozenset({fold(key).strip()} if key else ())
        reached = (by_uid[uid] for uid in within(key, by_uid.values()))
        return frozenset(name for one in reached for name in _names(one))

    def uids_of(self, key: str) -> frozenset[str]:
        """Return the uids of a place and of all that is within it."""
        return frozenset(within(key, self._places()) if key else ())

    def _places(self) -> Iterator[Subject]:
        return (one for one in self._subjects() if one.kind == _PLACE)


def _names(place: Subject) -> Iterator[str]:
    names = filter(None, (place.name, place.latin_name, *place.other_names))
    return (fold(one).strip() for one in names)
