"""What a person does with annotations: each is one change, one step of the history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from reader.frozen import dataclass
from reader.model.annotation import Annotation, empty_fields
from reader.model.article import Revision
from reader.model.change import Change, Edit, Record, edit
from reader.model.fields import edits_for
from reader.model.identity import now
from reader.model.tags import known_tag
from reader.text.anchoring import moved, new_annotation
from reader.text.quote_marks import with_marks
from reader.ui.reading import LibraryReader


@dataclass(frozen=True, slots=True)
class Planned:
    """An act that is prepared and has not taken effect: its key in ACTS, its edits.

    `how` names what it reverses.
    """

    act: str
    edits: tuple[Edit, ...]
    how: Mapping[str, Any] = field(default_factory=dict)


class AnnotationActs(LibraryReader):
    """The part of `Library` that makes edits of annotations."""

    def act(self, act: str, edits: tuple[Edit, ...], **how: Any) -> Change | None:
        """Let edits take effect; `Library` says how."""
        raise NotImplementedError

    def annotate(self, revision: Revision, start_cp: int, end_cp: int, tag: str) -> Annotation:
        """Mark a span; raises BadSpan and UnknownTag."""
        known_tag(tag, self.tags())
        fields = empty_fields(tag)
        new = new_annotation(revision, start_cp, end_cp, tag, self.annotator.uid, fields=fields)
        self.act("annotate", (edit(None, new),))
        return new

    def annotate_all(
        self, revision: Revision, spans: Sequence[tuple[int, int]], tag: str
    ) -> list[Annotation]:
        """Mark every span as one act; raises BadSpan and UnknownTag.

        A span that has this tag already is left out. Returns what is new.
        """
        self.annotations(revision.uid)  # so that all are held
        change = self.carry_out(self.tagged(revision, spans, tag))
        edits = change.edits if change is not None else ()
        return [one.after for one in edits if isinstance(one.after, Annotation)]

    def retag(self, uids: Iterable[str], tag: str) -> None:
        """Give annotations another tag; the fields of the old one go, free ones too."""
        self.carry_out(self.retagged(uids, tag))

    def set_status(self, uids: Iterable[str], status: str) -> None:
        """Give annotations a status, a key of STATUSES."""
        self.carry_out(self.with_status(uids, status))

    def set_note(self, uid: str, note: str) -> None:
        """Write an annotation's note."""
        self.act("note", self._edited((uid,), "note", note, note=note))

    def set_fields(self, uid: str, values: Mapping[str, str]) -> None:
        """Set typed fields; raises UnknownField and BadValue."""
        entry = self.entry(uid)
        if entry is not None:
            self.act("field", edits_for(entry, values, self))

    def move_ends(self, uid: str, start_cp: int, end_cp: int) -> None:
        """Move the ends of an annotation within its text; raises BadSpan."""
        before = self.annotation(uid)
        if before is None or (before.start_cp, before.end_cp) == (start_cp, end_cp):
            return
        text = self.store.revision_by_uid(before.revision_uid).text
        self.act("move", (edit(before, moved(before, text, start_cp, end_cp)),))

    def delete(self, uids: Iterable[str]) -> None:
        """Remove annotations, with the rulings, evidence and relations that hang on them."""
        self.carry_out(self.deleted(uids))

    # Acts on many, as they will be: prepared in any thread ----------------------

    def carry_out(self, planned: Planned) -> Change | None:
        """Let a prepared act take effect, as `act` does."""
        return self.act(planned.act, planned.edits, **planned.how)

    def tagged(self, revision: Revision, spans: Iterable[tuple[int, int]], tag: str) -> Planned:
        """Prepare `annotate_all`; all annotations of the text are held."""
        known_tag(tag, self.tags())
        held = {(one.start_cp, one.end_cp, one.tag) for one in self.held(revision.uid)}
        new = (
            new_annotation(revision, *span, tag, self.annotator.uid, origin="propagated")
            for span in dict.fromkeys(spans)
            if (*span, tag) not in held
        )
        return Planned("annotate_all", tuple(edit(None, one) for one in new))

    def retagged(self, uids: Iterable[str], tag: str) -> Planned:
        """Prepare `retag`."""
        known_tag(tag, self.tags())
        new = {"tag": tag, "fields": empty_fields(tag), "own": ()}
        edits = self._edited(uids, "tag", tag, **new)
        marked = (replace(one, after=_marked(one.after)) for one in edits)
        return Planned("retag", tuple(marked))

    def with_status(self, uids: Iterable[str], status: str) -> Planned:
        """Prepare `set_status`."""
        return Planned("status", self._edited(uids, "status", status, status=status))

    def deleted(self, uids: Iterable[str]) -> Planned:
        """Prepare `delete`."""
        gone = [one for one in map(self.annotation, uids) if one is not None]
        hanging = self.dependents([one.uid for one in gone])
        return Planned("delete", tuple(edit(one, None) for one in (*hanging, *gone)))

    def _edited(
        self, uids: Iterable[str], attribute: str, value: str, **new: Any
    ) -> tuple[Edit, ...]:
        found = [one for one in map(self.annotation, uids) if one is not None]
        return tuple(
            edit(one, replace(one, updated_at=now(), **new))
            for one in found
            if getattr(one, attribute) != value
        )


def _marked(record: Record | None) -> Record | None:
    """Return a quote with what its marks tell."""
    return with_marks(record) if isinstance(record, Annotation) else record
