"""What a person does with subjects: each is one change, one step of the history."""

from collections.abc import Mapping, Sequence

from reader.errors import BadValue, SubjectInUse
from reader.model.change import edit
from reader.model.joining import merge_edits, pointed, split_edits
from reader.model.places import can_be_around, parts_of
from reader.model.subject import Subject
from reader.model.subject_fields import PLACE_EXPECTED, with_subject_fields
from reader.ui.library import Library
from reader.ui.subject_reading import referring, subject_of


def add_subject(library: Library, name: str, kind: str = "person") -> Subject:
    """Put somebody into the register; raises BadValue for no name."""
    new = with_subject_fields(Subject(name=name, kind=kind), {"name": name, "kind": kind})
    library.act("subject", (edit(None, new),))
    return new


def set_subject_fields(library: Library, uid: str, values: Mapping[str, str]) -> None:
    """Set fields of a subject, by the keys of SUBJECT_FIELDS; raises UnknownField and BadValue."""
    before = subject_of(library, uid)
    if before is not None:
        after = with_subject_fields(before, values)
        _refuse_ring(library, before, after)
        if after != before:
            library.act("subject", (edit(before, after),))


def merge_subjects(library: Library, kept_uid: str, gone_uid: str) -> None:
    """Make two subjects one: all that points to the second points to the first."""
    kept, gone = subject_of(library, kept_uid), subject_of(library, gone_uid)
    if kept is None or gone is None or kept_uid == gone_uid:
        return
    pointing, register = referring(library, [gone_uid]), library.subjects()
    library.act("merge_subjects", merge_edits(kept, gone, pointing, register))


def split_subject(
    library: Library, uid: str, name: str, annotation_uids: Sequence[str]
) -> Subject | None:
    """Let some of what points to a subject point to a new one; raises BadValue for no name."""
    before = subject_of(library, uid)
    if before is None or not annotation_uids:
        return None
    new = with_subject_fields(Subject(name=name, kind=before.kind), {"name": name})
    wanted = frozenset(annotation_uids)
    chosen = [one for one in referring(library, [uid]) if one.uid in wanted]
    if not chosen:  # what is said of a place's parts points to them
        return None
    library.act("split_subject", split_edits(before, new, chosen))
    return new


def delete_subject(library: Library, uid: str) -> None:
    """Take a subject to which nothing points out of the register; raises SubjectInUse."""
    gone = subject_of(library, uid)
    if gone is None:
        return
    count = len(referring(library, [uid])) + len(parts_of_place(library, uid))
    if count:
        raise SubjectInUse(name=gone.name, count=count)
    library.act("delete_subject", (edit(gone, None),))


def parts_of_place(library: Library, uid: str) -> list[Subject]:
    """Return the places that are part of a place."""
    return parts_of(uid, library.subjects())


def _refuse_ring(library: Library, before: Subject, after: Subject) -> None:
    """Raise BadValue for a place that would be part of itself, or of something that is no place."""
    uid = after.part_of_uid
    if uid is None or uid == before.part_of_uid:
        return
    by_uid = {one.uid: one for one in library.subjects()}
    if not can_be_around(uid, after, by_uid):
        held = by_uid[uid].name if uid in by_uid else uid
        raise BadValue(field="part_of_uid", value=held, expected=PLACE_EXPECTED)


def point_to(library: Library, annotation_uid: str, subject_uid: str) -> None:
    """Let an annotation point to a subject that is there."""
    before = library.annotation(annotation_uid)
    if before is not None:
        after = pointed(before, subject_uid)
        if after != before:
            library.act("field", (edit(before, after),))
