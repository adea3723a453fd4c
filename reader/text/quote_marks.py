"""The quotation marks of a quote: which they are, and whether each has its partner.

« is always the opening one (UAX #9 mirrors it). “ ” „ ' and ASCII " are typed either
way round, so where they stand tells what they do: before a word they open, behind one
they close. A quote over several paragraphs opens each of them anew and closes once.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.frozen import dataclass
from reader.model.annotation import Annotation, QuoteFields

_DIRECTED = {"«": True, "»": False, "‹": True, "›": False}
_CLOSING_OF = {"«": "»", "‹": "›"}
_EITHER = '"“”„‟″'
_PARTNERS = {'"': '"', "″": "″"}
_BEHIND = ".،,؛;:!?؟…)]}»›"
_BEFORE = "([{«‹:-–—"


@dataclass(frozen=True, slots=True)
class Marks:
    """The outermost marks of a quote, and how they stand.

    `style` is the pair, or the one that is there; `state` a key of MARK_STATES. Both
    are "" for words without marks.
    """

    style: str = ""
    state: str = ""


def marks_of(words: str, before: str = "", after: str = "") -> Marks:
    """Return the marks within a quote's words, or those that stand close around it."""
    found = _scanned(words)
    if found.style or not (before and after):
        return found
    around = _scanned(before[-1] + words + after[0])
    return around if around.state == "balanced" else found


def with_marks(annotation: Annotation) -> Annotation:
    """Return a quote whose fields tell of its marks; any other annotation as it is."""
    if not isinstance(annotation.fields, QuoteFields):
        return annotation
    found = marks_of(annotation.exact, annotation.prefix, annotation.suffix)
    if (annotation.fields.mark_style, annotation.fields.mark_state) == (found.style, found.state):
        return annotation
    fields = replace(annotation.fields, mark_style=found.style, mark_state=found.state)
    return replace(annotation, fields=fields)


def _scanned(words: str) -> Marks:
    opened: list[str] = []
    style = ""
    unopened = ""
    for mark, opens, starts_paragraph in _marks(words):
        if opens:
            if not (starts_paragraph and mark in opened):
                opened.append(mark)
        elif opened and _is_pair(opened[-1], mark):
            pair = opened.pop() + mark
            style = pair if not opened else style
        else:
            unopened = unopened or mark
    if unopened:
        return Marks(unopened, "unopened")
    if opened:
        return Marks(opened[0], "unclosed")
    return Marks(style, "balanced" if style else "")


def _marks(words: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each mark, whether it opens, and whether a paragraph begins with it."""
    waiting: list[str] = []
    for at, char in enumerate(words):
        if char not in _DIRECTED and char not in _EITHER:
            continue
        before, after = words[at - 1 : at] if at else "\n", words[at + 1 : at + 2] or "\n"
        opens = _DIRECTED.get(char)
        if opens is None:
            opens = _opens(before, after, is_open=char in waiting)
        if opens:
            waiting.append(char)
        elif waiting:
            waiting.pop()
        yield char, opens, before == "\n"


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    """Tell whether a mark that has no side opens, from what stands before and after it."""
    may_open = before.isspace() or before in _BEFORE
    may_close = after.isspace() or after in _BEHIND or after in _EITHER
    return may_open if may_open != may_close else not is_open


def _is_pair(opening: str, closing: str) -> bool:
    if opening in _CLOSING_OF:
        return _CLOSING_OF[opening] == closing
    return closing in _EITHER and _PARTNERS.get(opening, closing) == closing
