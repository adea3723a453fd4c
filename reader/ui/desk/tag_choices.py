"""What a tag can look like and by which key it is applied, as tables."""

from collections.abc import Iterable

from reader.label import Label, Language
from reader.model.codebook import FIELD_KINDS
from reader.model.tags import Tag
from reader.model.vocabulary import Choice
from reader.ui.panels.inputs import Option

COLOURS = (
    ("#c98a00", Label("Amber", "كهرماني")),
    ("#1f77c9", Label("Blue", "أزرق")),
    ("#c8323c", Label("Red", "أحمر")),
    ("#2f9e44", Label("Green", "أخضر")),
    ("#7a4fc9", Label("Violet", "بنفسجي")),
    ("#b3541e", Label("Rust", "صدئي")),
    ("#0b8f8f", Label("Teal", "فيروزي")),
    ("#c2409a", Label("Pink", "وردي")),
    ("#5b7a2f", Label("Olive", "زيتوني")),
    ("#8a6d1f", Label("Brown", "بني")),
    ("#3d5a80", Label("Slate", "أزرق رمادي")),
    ("#6b6b6b", Label("Grey", "رمادي")),
)
LINES = (
    Choice("solid", Label("Solid", "متصل")),
    Choice("dotted", Label("Dotted", "منقّط")),
    Choice("dashed", Label("Dashed", "متقطع")),
    Choice("wavy", Label("Wavy", "متموّج")),
)
# Digits first: they are on every layout. "B" types two letters on an Arabic one.
_KEYS = "123456789WERTYUIPASDFGHLZXCVN"
_NO_KEY = Label("None", "بلا مفتاح")


def colour_options(language: Language) -> tuple[Option, ...]:
    """Return the colours, each with its dot."""
    return tuple(Option(code, label.text(language), code) for code, label in COLOURS)


def options_of(choices: Iterable[Choice], language: Language) -> tuple[Option, ...]:
    """Return the rows of a closed list."""
    return tuple(Option(one.key, one.label.text(language)) for one in choices)


def kind_options(language: Language) -> tuple[Option, ...]:
    """Return the kinds of free fields."""
    return options_of(FIELD_KINDS, language)


def key_options(
    tags: Iterable[Tag], taken: Iterable[str], language: Language
) -> tuple[Option, ...]:
    """Return the keys that a tag can have; beside one that a tag has, which tag it is.

    `taken` are those that do something else.
    """
    held = {tag.digit: tag.label.text(language) for tag in tags if tag.digit}
    free = [key for key in _KEYS if key not in frozenset(taken)]
    rows = [Option(key, f"{key} · {held[key]}" if key in held else key) for key in free]
    return (Option("", _NO_KEY.text(language)), *rows)
