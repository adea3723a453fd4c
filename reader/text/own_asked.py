"""What a filter asks of free fields: `field:tone=calm`, `حقل:"نبرة الكلام=هادئة"`.

A field is named by its key, by tag and key, or by its name in either language; without a
value it is asked for anything at all. Everything is compared folded.
"""

import re
from collections.abc import Iterable, Sequence

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.model.annotation import OwnValue
from reader.model.codebook import OwnField, typed_own
from reader.text.folding import fold

# After folding, in which every quotation mark is a plain one.
_ASKED = re.compile(r'(?:field|حقل):\s*(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class OwnAsked:
    """A field that is to hold a value, "" for any; both folded."""

    name: str
    value: str


def own_asked(typed: str) -> tuple[tuple[OwnAsked, ...], str]:
    """Return what is asked of free fields in a filter's text, and the text without it, folded."""
    folded = fold(typed)
    asked = []
    for match in _ASKED.finditer(folded):
        one = asked_in(match["quoted"] or match["bare"] or "")
        if one.name:
            asked.append(one)
    return tuple(asked), _ASKED.sub(" ", folded)


def asked_in(folded: str) -> OwnAsked:
    """Return what `name=value` or a name alone asks for, given folded."""
    name, _, value = folded.partition("=")
    return OwnAsked(name.strip(), value.strip())


def asking(own: OwnField, value: str, word: str) -> str:
    """Return how a field is asked for, as a person would type it; `word` is field or حقل."""
    said = f"{own.tag}.{own.key}={value}" if value else f"{own.tag}.{own.key}"
    return f'{word}:"{said}"' if " " in said else f"{word}:{said}"


def holds_own(
    tag: str, held: Sequence[OwnValue], asked: Iterable[OwnAsked], fields: Iterable[OwnField]
) -> bool:
    """Tell whether an annotation of a tag holds all that is asked for."""
    mine = [one for one in fields if one.tag == tag]
    values = {one.field_uid: one for one in held}
    return all(
        any(_answers(own, values.get(own.uid), one.value) for own in mine if _is_meant(own, one))
        for one in asked
    )


def _is_meant(own: OwnField, asked: OwnAsked) -> bool:
    names = (own.key, f"{own.tag}.{own.key}", own.label.en, own.label.ar)
    return any(fold(name) == asked.name for name in names)


def _answers(own: OwnField, held: OwnValue | None, value: str) -> bool:
    if held is None or not value:
        return held is not None
    if own.kind == "text":
        return value in fold(held.text)
    if own.kind == "choice":
        labels = [one.label for one in own.choices if one.key == held.choice]
        names = [held.choice, *(name for label in labels for name in (label.en, label.ar))]
        return any(fold(name) == value for name in names)
    try:
        meant = typed_own(own, value)
    except BadValue:
        return False
    return (held.number, held.date) == (meant.number, meant.date)
