"""The kinds of annotation. The three built in are a table; people can add more."""

from collections.abc import Iterable

from reader.errors import UnknownTag
from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Tag:
    """One kind of annotation.

    `key` is what the database and the exports hold, `digit` the key that applies
    it on any keyboard layout, `line` the underline that tells it apart without
    colour ("solid", "dashed", "dotted" or "wavy"; "struck" goes through the words).
    `position` is its place in menus.
    """

    key: str
    label: Label
    colour: str
    digit: str = ""
    line: str = "solid"
    position: int = 0
    built_in: bool = False
    version: int = 1

    @property
    def uid(self) -> str:
        """Return its key: what a record is known by, and a key never changes."""
        return self.key


TAGS = (
    Tag("quote", Label("Quote", "اقتباس"), "#c98a00", "1", "solid", 0, built_in=True),
    Tag("entity", Label("Entity", "كيان"), "#1f77c9", "2", "dotted", 1, built_in=True),
    Tag("claim", Label("Claim", "ادعاء"), "#c8323c", "3", "dashed", 2, built_in=True),
)


def tag_of(key: str, tags: Iterable[Tag] = TAGS) -> Tag:
    """Return the tag of a stored key, or a plain grey one for a key we do not know."""
    found = next((tag for tag in tags if tag.key == key), None)
    return found or Tag(key, Label(key, key), "#8a8a8a")


def known_tag(key: str, tags: Iterable[Tag] = TAGS) -> Tag:
    """Return the tag of a key that a person gave; raises UnknownTag."""
    listed = tuple(tags)
    found = next((tag for tag in listed if tag.key == key), None)
    if found is None:
        raise UnknownTag(tag=key, tags=", ".join(tag.key for tag in listed))
    return found
