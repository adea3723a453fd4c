"""Two subjects that are one, and one that is two: what becomes of what points to them.

The edits stand in an order that a library can save: nobody is pointed to who is not
there yet, and nobody goes to whom something still points.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.model.annotation import Annotation
from reader.model.change import Edit, edit
from reader.model.fields import SUBJECT_LINK, subject_uid_of
from reader.model.identity import now
from reader.model.places import places_around
from reader.model.subject import Subject


def pointed(annotation: Annotation, subject_uid: str | None) -> Annotation:
    """Return an annotation that points to another subject, or to none."""
    link = SUBJECT_LINK.get(annotation.tag)
    if link is None or annotation.fields is None:
        return annotation
    column: dict[str, Any] = {link: subject_uid}
    return replace(annotation, fields=replace(annotation.fields, **column))


def merge_edits(
    kept: Subject,
    gone: Subject,
    pointing: Iterable[Annotation],
    register: Iterable[Subject] = (),
) -> tuple[Edit, ...]:
    """Return what makes two subjects one: `pointing` are those that point to the one that goes.

    Its names become other names of the one that is kept, and what is not known of that
    one is taken over. `register` are all subjects: those that are part of the one that
    goes become part of the other.
    """
    moved = _moved(pointing, gone.uid, kept.uid)
    by_uid = {one.uid: one for one in register}
    new = replace(joined(kept, gone), part_of_uid=_around(kept, gone, by_uid))
    inner = (
        edit(one, replace(one, part_of_uid=kept.uid))
        for one in by_uid.values()
        if one.part_of_uid == gone.uid and one.uid != kept.uid
    )
    return (edit(kept, new), *moved, *inner, edit(gone, None))


def split_edits(subject: Subject, new: Subject, chosen: Sequence[Annotation]) -> tuple[Edit, ...]:
    """Return what lets some of what points to a subject point to a new one."""
    return (edit(None, new), *_moved(chosen, subject.uid, new.uid))


def joined(kept: Subject, gone: Subject) -> Subject:
    """Return a subject with the names of another, and with what was not known of it."""
    names = (*kept.other_names, gone.name, *gone.other_names)
    latin = kept.latin_name or gone.latin_name
    if gone.latin_name and gone.latin_name != latin:
        names = (*names, gone.latin_name)
    others = tuple(one for one in dict.fromkeys(names) if one and one != kept.name)
    notes = (one for one in (kept.note, gone.note) if one)
    place = gone if kept.latitude is None else kept
    return replace(
        kept,
        other_names=others,
        latin_name=latin,
        role=kept.role or gone.role,
        roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
        wikidata_id=kept.wikidata_id or gone.wikidata_id,
        note="\n".join(dict.fromkeys(notes)),
        country=kept.country or gone.country,
        geonames_id=kept.geonames_id or gone.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        latin_scheme=kept.latin_scheme if kept.latin_name else gone.latin_scheme,
    )


def _around(kept: Subject, gone: Subject, by_uid: Mapping[str, Subject]) -> str | None:
    """Return the place around two that are one: neither of them, nor a part of either."""
    both = {kept.uid, gone.uid}
    for uid in (kept.part_of_uid, gone.part_of_uid):
        if uid is not None and both.isdisjoint(places_around(uid, by_uid)):
            return uid
    return None


def _moved(pointing: Iterable[Annotation], before: str, after: str) -> tuple[Edit, ...]:
    at = now()
    return tuple(
        edit(one, replace(pointed(one, after), updated_at=at))
        for one in pointing
        if subject_uid_of(one) == before
    )
