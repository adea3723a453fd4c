"""What an assistive tool is shown of the page: a part of its text, and annotations in words."""

from collections.abc import Iterable

from reader.label import Language
from reader.model.anchors import UNCERTAIN
from reader.model.annotation import Annotation
from reader.model.tags import Tag, tag_of
from reader.model.vocabulary import ANCHORS, label_of
from reader.text.offsets import Utf16Map
from reader.ui.page.surface import Surface

PART_CP = 100_000  # some 17,000 words; docs/adr/0023 has the measurements
_NEVER_WRAPS_CP = 8
_LONGEST_WORDS = 160
_COMMA = {"ar": "، ", "en": ", "}


class SpokenPart:
    """The paragraphs around a position; offsets are in UTF-16 units from where they begin.

    Qt looks for lines and words in all the text that it is given, at every
    question, and PySide6 lets no one answer in its stead. So it is given no more
    than about `PART_CP` code points at once, and the end of a wrapped line, a
    space, is told as a line feed: that is how Qt finds lines.
    """

    def __init__(self, surface: Surface, cp: int) -> None:
        text = surface.text
        self._text, self._layouts = text, surface.layouts
        number = text.start(text.block_at(cp)) // PART_CP
        blocks = range(self._first(number), self._first(number + 1))
        self.start_cp = text.start(blocks.start)
        self.end_cp = text.start(blocks.stop) if blocks.stop < len(text) else text.length
        self.words = self._with_lines(blocks)
        self._map = Utf16Map(self.words)

    def holds(self, surface: Surface, cp: int) -> bool:
        """Tell whether this is still the part of a position on a surface."""
        if surface.text is not self._text or surface.layouts is not self._layouts:
            return False
        ends_here = cp == self.end_cp == surface.text.length
        return self.start_cp <= cp < self.end_cp or ends_here

    @property
    def length_units(self) -> int:
        """Return the length of the part in units."""
        return self._map.length_units

    def unit_of(self, cp: int) -> int:
        """Return the offset of a position of the whole text; outside the part, its near end."""
        return self._map.unit_of(max(self.start_cp, min(cp, self.end_cp)) - self.start_cp)

    def cp_of(self, unit: int) -> int:
        """Return the position in the whole text of an offset; outside the part, its near end."""
        return self.start_cp + self._map.cp_of(max(0, min(unit, self._map.length_units)))

    def between(self, start_unit: int, end_unit: int) -> str:
        """Return the words between two offsets; half a surrogate pair is the whole of it."""
        start = self.cp_of(start_unit) - self.start_cp
        end = self.cp_of(end_unit) - self.start_cp
        if end_unit > start_unit and self._map.unit_of(end) < min(end_unit, self.length_units):
            end += 1
        return self.words[start:end]

    def _first(self, number: int) -> int:
        """Return the first block that begins in a part, or after it."""
        least = number * PART_CP
        if least > self._text.length:
            return len(self._text)
        block = self._text.block_at(least)
        return block if self._text.start(block) >= least else block + 1

    def _with_lines(self, blocks: range) -> str:
        text = self._text
        told = list(text.text[self.start_cp : self.end_cp])
        for block in blocks:
            start = text.start(block)
            if text.end(block) - start <= _NEVER_WRAPS_CP:
                continue
            lines = self._layouts.of(block).lines
            for line in lines[:-1] if text.closes_paragraph(block) else lines:
                at = start + line.last - 1 - self.start_cp
                if told[at].isspace():
                    told[at] = "\n"
        return "".join(told)


def brief(annotation: Annotation, tags: Iterable[Tag], language: Language) -> str:
    """Return what an annotation is in words: its tag, who spoke and the note."""
    named, note = _named(annotation, tags, language), shortened(annotation.note)
    return f"{named}{_COMMA[language]}{note}" if note else named


def full(annotation: Annotation, tags: Iterable[Tag], language: Language) -> str:
    """Return what an annotation is, the words that it marks, and the note."""
    told = f"{_named(annotation, tags, language)}: {shortened(annotation.exact)}"
    return f"{told}. {shortened(annotation.note)}" if annotation.note.strip() else told


def noted(annotation: Annotation, heading: str, tags: Iterable[Tag], language: Language) -> str:
    """Return what a note in the margin is in words: the tag, its heading and the note."""
    tag = tag_of(annotation.tag, tags).label.text(language)
    parts = (tag, shortened(heading), shortened(annotation.note))
    return _COMMA[language].join(part for part in parts if part)


def shortened(words: str) -> str:
    """Return words in one line, cut where they would take long to hear."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_WORDS else f"{line[:_LONGEST_WORDS]}…"


def _named(annotation: Annotation, tags: Iterable[Tag], language: Language) -> str:
    tag = tag_of(annotation.tag, tags).label.text(language)
    fields = annotation.fields
    who = getattr(fields, "speaker", "") or getattr(fields, "claimant", "")
    named = f"{tag}{_COMMA[language]}{who}" if who else tag
    if annotation.anchor != UNCERTAIN:
        return named
    return f"{label_of(ANCHORS, UNCERTAIN).text(language)}{_COMMA[language]}{named}"
