"""What stands in the margin for an annotation: who spoke or what was ruled, and the note."""

from collections.abc import Mapping

from reader.frozen import dataclass
from reader.model.annotation import Annotation, QuoteFields
from reader.ui.page.marks import Marks

_LONGEST = 6_000  # characters of a note; more than any window shows


@dataclass(frozen=True, slots=True)
class Remark:
    """An annotation's words for the margin: one quiet line, and the note; one may be empty."""

    uid: str
    tag: str
    start_cp: int
    heading: str
    note: str


class Remarks:
    """The remarks of the annotations on a page; `verdicts` are those of claims, by uid."""

    def __init__(self, marks: Marks, verdicts: Mapping[str, str] | None = None) -> None:
        self._marks = marks
        self.verdicts = verdicts or {}
        self._any: bool | None = None

    def of(self, annotation: Annotation) -> Remark | None:
        """Return the remark of an annotation, None where there is nothing to tell."""
        fields = annotation.fields
        heading = fields.speaker if isinstance(fields, QuoteFields) else ""
        heading = heading or self.verdicts.get(annotation.uid, "")
        note = annotation.note[:_LONGEST].strip()
        if not heading and not note:
            return None
        return Remark(annotation.uid, annotation.tag, annotation.start_cp, heading, note)

    def get(self, uid: str) -> Remark | None:
        """Return the remark of an annotation by its uid, an empty one where it has none."""
        annotation = self._marks.get(uid)
        if annotation is None:
            return None
        bare = Remark(uid, annotation.tag, annotation.start_cp, "", "")
        return self.of(annotation) or bare

    def beginning_in(self, start_cp: int, end_cp: int) -> list[Remark]:
        """Return the remarks of the annotations that begin in a range, in reading order."""
        here = (one for one in self._marks.window(start_cp, end_cp) if one.start_cp >= start_cp)
        return [remark for one in here if (remark := self.of(one)) is not None]

    def follow(self, before: Annotation | None, after: Annotation | None) -> None:
        """Take part in a change of one annotation; all are looked at only when it must be."""
        if after is not None and self.of(after) is not None:
            self._any = True
        elif before is not None and self.of(before) is not None:
            self._any = None

    def any(self) -> bool:
        """Tell whether any annotation has a remark."""
        if self._any is None:
            self._any = any(self.of(one) is not None for one in self._marks.unordered())
        return self._any
