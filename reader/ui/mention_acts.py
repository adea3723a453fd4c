"""What tags every mention of a name: entities that point to it, one act."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.annotation import Annotation, EntityFields
from reader.model.article import Revision
from reader.model.change import Edit, edit
from reader.model.fields import subject_uid_of
from reader.model.identity import now
from reader.model.subject import Subject
from reader.text.anchoring import new_annotation
from reader.text.boundaries import Span
from reader.text.mentions import Name, mentions, name_of
from reader.text.naming import names_of


def sought(subject: Subject, register: Iterable[Subject]) -> Name:
    """Return what to seek for a subject among the names of the others.

    ال may stand before the names of places and organisations, not before people's.
    """
    others = (name for one in register if one.uid != subject.uid for name in names_of(one))
    return name_of(names_of(subject), others, takes_article=subject.kind != "person")


def mention_edits(
    subject: Subject,
    name: Name,
    revision: Revision,
    held: Sequence[Annotation],
    annotator_uid: str,
) -> list[Edit]:
    """Return what tags the mentions of a subject in one text; `held` are its annotations.

    An entity that stands there already and points to nobody points to the subject from
    then on; one that points to somebody is left alone.
    """
    entities = [one for one in held if one.tag == "entity"]
    standing = {(one.start_cp, one.end_cp): one for one in entities}
    mine = [one for one in entities if subject_uid_of(one) == subject.uid]
    edits = []
    for span in mentions(name, revision.text):
        there = standing.get(span)
        if any(one.start_cp < span[1] and span[0] < one.end_cp for one in mine):
            continue  # with or without the title, it is tagged already
        if there is None:
            edits.append(edit(None, _new(subject, revision, span, annotator_uid)))
        elif isinstance(there.fields, EntityFields) and there.fields.subject_uid is None:
            fields = replace(there.fields, subject_uid=subject.uid)
            edits.append(edit(there, replace(there, fields=fields, updated_at=now())))
    return edits


def _new(subject: Subject, revision: Revision, span: Span, annotator_uid: str) -> Annotation:
    fields = EntityFields(entity_type=subject.kind, subject_uid=subject.uid)
    return new_annotation(
        revision, *span, "entity", annotator_uid, fields=fields, origin="propagated"
    )
