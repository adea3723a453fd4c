"""What people read of an entry: keys of closed lists as their labels, in a language."""

from reader.label import Label, Language
from reader.model import vocabulary as words
from reader.model.codebook import OwnField, own_value_of
from reader.model.entry import Entry
from reader.model.fields import Field, value_of
from reader.model.figures import figures_told, parse_figures
from reader.model.vocabulary import Choice, label_of

YES = Label("yes", "نعم")


def in_words(entry: Entry, field: Field, language: Language) -> str:
    """Return what a field of an entry holds, as a person reads it; "" for nothing."""
    held = value_of(entry, field)
    if field.kind == "flag":
        return YES.text(language) if held else ""
    if field.kind == "numbers" and held:
        return figures_told(parse_figures(held, field.key)).text(language)
    return chosen_word(field.choices, held, language) if field.choices else held


def own_in_words(entry: Entry, own: OwnField, language: Language) -> str:
    """Return what a free field of an entry holds, as a person reads it; "" for nothing."""
    held = own_value_of(entry.annotation, own)
    return chosen_word(own.choices, held, language) if own.kind == "choice" else held


def chosen_word(choices: tuple[Choice, ...], key: str, language: Language) -> str:
    """Return the label of a key of a closed list; "" for ""."""
    return label_of(choices, key).text(language) if key else ""


def status_in_words(entry: Entry, language: Language) -> str:
    """Return an annotation's status as a person reads it."""
    return chosen_word(words.STATUSES, entry.annotation.status, language)
