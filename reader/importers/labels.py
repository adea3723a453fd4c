"""Which tag a label of another program is: one of ours by key or name, an entity, or a new one."""

from reader.frozen import dataclass
from reader.label import Label
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import ENTITY_TYPES
from reader.text.canonical import canonical
from reader.text.folding import fold

# What corpora and programs call the kinds of entity (OntoNotes 5, CoNLL-2003, ANERcorp, Wojood).
_ALIASES = {
    "person": "per pers person people",
    "organization": "org organization organisation",
    "place": "loc gpe location place",
    "facility": "fac facility",
    "date": "date time",
    "event": "event",
    "number": "number cardinal ordinal quantity percent",
    "money": "money",
    "law": "law",
    "group": "norp group",
    "title": "occ title",
    "other": "misc other",
}
_KINDS = {alias: kind for kind, aliases in _ALIASES.items() for alias in aliases.split()}
_COLOURS = ("#2f8f6b", "#8a5cc2", "#b5602a", "#2a8ca8", "#a8487f", "#6f7d1f", "#5b6ee1", "#7a6a58")
_LONGEST_CP = 100


@dataclass(frozen=True, slots=True)
class Meaning:
    """The tag that a label stands for, by its key, and the kind where it is an entity's."""

    tag: str
    kind: str = ""


class Labels:
    """What the labels of one source mean; those that are no tag of ours become `new` ones."""

    def __init__(self) -> None:
        self._met: dict[str, Meaning] = {}
        self._new: dict[str, Tag] = {}

    @property
    def new(self) -> tuple[Tag, ...]:
        """Return the tags that are yet to be made, in the order in which they were met."""
        return tuple(self._new.values())

    def describe(self, label: str, colour: str) -> None:
        """Note the colour, as `#RRGGBB`, that a source gives a label."""
        meaning = self.meaning(label)
        if meaning.tag in self._new and _is_colour(colour):
            old = self._new[meaning.tag]
            self._new[meaning.tag] = Tag(old.key, old.label, colour.lower())

    def meaning(self, label: str) -> Meaning:
        """Return what a label stands for; a new tag is made for one that nobody knows."""
        if label not in self._met:
            self._met[label] = self._meaning(canonical(label).strip())
        return self._met[label]

    def _meaning(self, label: str) -> Meaning:
        tag, _, kind = label.partition(":")
        if tag == "entity" and kind in {one.key for one in ENTITY_TYPES}:
            return Meaning(tag, kind)
        for known in TAGS:
            if fold(label.casefold()) in {known.key, fold(known.label.ar), known.label.en.lower()}:
                return Meaning(known.key)
        if label.casefold() in _KINDS:
            return Meaning("entity", _KINDS[label.casefold()])
        key = label[:_LONGEST_CP]
        if key not in self._new:
            self._new[key] = Tag(key, Label(key, key), _COLOURS[len(self._new) % len(_COLOURS)])
        return Meaning(key)


def _is_colour(text: str) -> bool:
    return len(text) == 7 and text[0] == "#" and set(text[1:]) <= set("0123456789abcdefABCDEF")
