"""Where articles are put: collections, one within another, and labels."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime

from reader.frozen import dataclass
from reader.model.identity import new_uid, now

# Told apart by colour and by their names; a new label takes the next one.
LABEL_COLOURS = ("#b3541e", "#2f6f8f", "#5b7a2f", "#7a4f9a", "#a23b56", "#8a6d1f", "#3d6b5e")


@dataclass(frozen=True, kw_only=True, slots=True)
class Collection:
    """A folder of articles; an article lies in one at most.

    `parent_uid` is the collection that it lies in, None at the top; `position`
    its place among its sisters.
    """

    uid: str = field(default_factory=new_uid)
    name: str
    parent_uid: str | None = None
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleLabel:
    """A word that articles can bear, each as many as it likes; `colour` is #rrggbb."""

    uid: str = field(default_factory=new_uid)
    name: str
    colour: str = LABEL_COLOURS[0]
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelves:
    """Everything that a list of articles can be chosen by, and how many articles each holds.

    Collections and labels stand in the order in which they are shown. An article
    in the trash counts only there. `in_collections` counts by uid, without what
    lies in collections within.
    """

    collections: tuple[Collection, ...] = ()
    labels: tuple[ArticleLabel, ...] = ()
    total: int = 0
    recent: int = 0
    unfiled: int = 0
    trashed: int = 0
    duplicates: int = 0
    in_collections: Mapping[str, int] = field(default_factory=dict)
    with_labels: Mapping[str, int] = field(default_factory=dict)


def children_of(collections: Iterable[Collection], uid: str | None) -> list[Collection]:
    """Return the collections that lie in one, or those at the top for None, in their order."""
    return [one for one in collections if one.parent_uid == uid]


def within(collections: Iterable[Collection], uid: str) -> frozenset[str]:
    """Return the uids of a collection and of all that lie in it, however deep."""
    every = tuple(collections)
    found: set[str] = set()
    waiting = [uid]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [child.uid for child in children_of(every, one)]
    return frozenset(found)


def path_of(collections: Iterable[Collection], uid: str) -> tuple[str, ...]:
    """Return the names that lead to a collection, the topmost first; () for none of this uid."""
    by_uid = {one.uid: one for one in collections}
    names: list[str] = []
    at: str | None = uid
    while at in by_uid and len(names) < len(by_uid):
        names.append(by_uid[at].name)
        at = by_uid[at].parent_uid
    return tuple(reversed(names))


def in_order(collections: Iterable[Collection]) -> Iterator[tuple[int, Collection]]:
    """Yield collections as a tree is read, each with its depth from 0."""
    every = tuple(collections)
    known = {one.uid for one in every}
    waiting = [(0, one) for one in reversed(every) if one.parent_uid not in known]
    while waiting:
        depth, one = waiting.pop()
        yield depth, one
        waiting += [(depth + 1, child) for child in reversed(children_of(every, one.uid))]
