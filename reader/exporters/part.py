"""Annotations as the lines of a table, some at a time: everything that a column may read.

A column is read for many annotations in one go. What is the same for all of them
is looked up once, and the rest is one short loop a column: a tenth of what a call
for each of the cells costs.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from reader.exporters.exporter import ExportOptions
from reader.frozen import dataclass
from reader.model.annotation import Annotation, TypedFields
from reader.model.article import Article, Revision
from reader.model.entry import AnnotatedArticle, Entry
from reader.text.boundaries import Numbering, is_grapheme_edge, next_grapheme, previous_grapheme

CONTEXT_CP = 60
# So many annotations are laid out at once; their cells take a few megabytes.
PART_SIZE = 1000
_JOINT = " | "

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of one article, as lines of a table; `numbering` is that of the text.

    `annotations` are those of the `entries`, in the same order. With `is_lost` they have no
    place in the text: their words and what stood around them are as they were.
    """

    article: Article
    revision: Revision
    numbering: Numbering
    entries: Sequence[Entry]
    annotations: Sequence[Annotation]
    options: ExportOptions
    is_lost: bool = False

    def placed(self, read: Callable[[Annotation], Any], *steps: Callable[[Any], object]) -> Cells:
        """Return what tells of the annotations' places, "" for those that have none.

        `steps` make of what is read what is told, one after the other.
        """
        if self.is_lost:
            return [""] * len(self.annotations)
        found: Iterator[Any] = map(read, self.annotations)
        for step in steps:
            found = map(step, found)
        return list(map(str, found))

    def texts(self) -> list[str]:
        """Return the annotated words, always cut out of the text that they are in."""
        if self.is_lost:
            return [one.exact for one in self.annotations]
        text = self.revision.text
        return [text[one.start_cp : one.end_cp] for one in self.annotations]

    def contexts_before(self) -> list[str]:
        """Return what is read just before, at most CONTEXT_CP code points of whole graphemes."""
        if self.is_lost:
            return [one.prefix for one in self.annotations]
        return [self._before(one.start_cp) for one in self.annotations]

    def contexts_after(self) -> list[str]:
        """Return what is read just after, at most CONTEXT_CP code points of whole graphemes."""
        if self.is_lost:
            return [one.suffix for one in self.annotations]
        return [self._after(one.end_cp) for one in self.annotations]

    def _before(self, end: int) -> str:
        text, start = self.revision.text, max(0, end - CONTEXT_CP)
        if not is_grapheme_edge(text, start):
            start = min(next_grapheme(text, start), end)
        return text[start:end]

    def _after(self, start: int) -> str:
        text = self.revision.text
        end = min(len(text), start + CONTEXT_CP)
        if not is_grapheme_edge(text, end):
            end = max(previous_grapheme(text, end), start)
        return text[start:end]


def parts_of(annotated: AnnotatedArticle, options: ExportOptions) -> Iterator[Part]:
    """Yield an article's parts in the order of every table: start, then the longer first.

    Annotations that lost their place come after all others.
    """
    article, text, numbering = annotated.article, annotated.revision, None
    for is_lost, found in ((False, annotated.entries), (True, annotated.lost)):
        entries = sorted(found, key=_place)
        for at in range(0, len(entries), PART_SIZE):
            numbering = numbering or Numbering(text.text)
            some = entries[at : at + PART_SIZE]
            annotations = [entry.annotation for entry in some]
            yield Part(article, text, numbering, some, annotations, options, is_lost)


def of_article(read: Callable[[Part], str]) -> Callable[[Part], Cells]:
    """Return what reads a column that is the same for all annotations of an article."""

    def cells(part: Part) -> Cells:
        return [read(part)] * len(part.entries)

    return cells


def of_entry(attribute: str) -> Callable[[Part], Cells]:
    """Return what reads one text of an entry, or of its annotation: "annotation.note"."""
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return list(map(read, part.entries))

    return cells


def of_fields(kind: type[TypedFields], attribute: str) -> Callable[[Part], Cells]:
    """Return what reads one text column of a tag's own table; "" for other tags."""
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return [
            read(one.fields) if isinstance(one.fields, kind) else "" for one in part.annotations
        ]

    return cells


def of_subject(tag: str, attribute: str) -> Callable[[Part], Cells]:
    """Return what reads one text of the subject behind the annotations of a tag."""
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return [
            read(entry.subject) if entry.subject and entry.annotation.tag == tag else ""
            for entry in part.entries
        ]

    return cells


def first_of(*reads: Callable[[Part], Cells]) -> Callable[[Part], Cells]:
    """Return what reads several columns as one: of each line the first cell that says anything."""

    def cells(part: Part) -> Cells:
        found, *others = (read(part) for read in reads)
        for other in others:
            found = [one or two for one, two in zip(found, other, strict=True)]
        return found

    return cells


def annotation_id(uid: str) -> str:
    """Return an annotation's uid in the form that no spreadsheet rounds as a number."""
    return f"a_{uid}"


def listed(values: list[str]) -> str:
    """Return several values in one cell."""
    return _JOINT.join(value for value in values if value)


def iso(moment: datetime | None) -> str:
    """Return a moment as ISO 8601 to the second with its offset; "" for none."""
    return moment.isoformat(timespec="seconds") if moment else ""


def decimal(number: float | None) -> str:
    """Return a number with a point, never with an exponent; "" for none."""
    return format(Decimal(repr(number)), "f") if number is not None else ""


def _place(entry: Entry) -> tuple[int, int, str]:
    annotation = entry.annotation
    return annotation.start_cp, -annotation.end_cp, annotation.uid
