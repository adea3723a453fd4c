"""One annotation as a row of a table: everything that a column may read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from reader.exporters.exporter import ExportOptions
from reader.model.annotation import Annotation, TypedFields
from reader.model.article import Article, Revision
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.subject import Subject
from reader.text.boundaries import Numbering, next_grapheme, snap

CONTEXT_CP = 60
_JOINT = " | "


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in its article, as one line of a table; `numbering` is that of the text."""

    article: Article
    revision: Revision
    numbering: Numbering
    entry: Entry
    options: ExportOptions

    @property
    def annotation(self) -> Annotation:
        """Return the annotation that the row is about."""
        return self.entry.annotation

    @property
    def text(self) -> str:
        """Return the annotated words, always cut out of the revision's own text."""
        return self.revision.text[self.annotation.start_cp : self.annotation.end_cp]

    def subject_of(self, tag: str) -> Subject | None:
        """Return the subject behind the annotation where it has this tag."""
        return self.entry.subject if self.annotation.tag == tag else None

    def context_before(self) -> str:
        """Return what is read just before, at most CONTEXT_CP code points of whole graphemes."""
        text, end = self.revision.text, self.annotation.start_cp
        start = max(0, end - CONTEXT_CP)
        if start and snap(text, start, start)[0] < start:
            start = min(next_grapheme(text, start), end)
        return text[start:end]

    def context_after(self) -> str:
        """Return what is read just after, at most CONTEXT_CP code points of whole graphemes."""
        text, start = self.revision.text, self.annotation.end_cp
        end = min(len(text), start + CONTEXT_CP)
        if end < len(text):
            end = max(snap(text, end, end)[0], start)
        return text[start:end]


def rows_of(annotated: AnnotatedArticle, options: ExportOptions) -> list[Row]:
    """Return an article's rows in the order of every table: start, then the longer first."""
    entries = sorted(annotated.entries, key=_place)
    numbering = Numbering(annotated.revision.text)
    return [
        Row(annotated.article, annotated.revision, numbering, entry, options) for entry in entries
    ]


def column(kind: type[TypedFields], attribute: str) -> Callable[[Row], str]:
    """Return what reads one text column of a tag's own table; "" for other tags."""

    def read(row: Row) -> str:
        fields = row.annotation.fields
        return str(getattr(fields, attribute)) if isinstance(fields, kind) else ""

    return read


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
