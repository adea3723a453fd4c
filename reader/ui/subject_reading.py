"""What points to subjects, with the acts that wait to be saved laid over."""

from collections import Counter
from collections.abc import Sequence

from reader.model.annotation import Annotation
from reader.model.fields import subject_uid_of
from reader.model.reference import COUNTED, Reference, Referred, in_order
from reader.model.subject import Subject
from reader.ui.library import Library


def referring(library: Library, subject_uids: Sequence[str]) -> list[Annotation]:
    """Return every annotation that points to one of some subjects, in whatever text."""
    held = {one.uid: one for one in library.store.referring(subject_uids)}
    for one in library.waiting():
        if one.kind == "annotation":
            held.pop(one.uid, None)
            if isinstance(one.after, Annotation) and subject_uid_of(one.after) in subject_uids:
                held[one.uid] = one.after
    return list(held.values())


def references(library: Library, *subject_uids: str) -> list[Reference]:
    """Return what points to some subjects in the texts that are shown, newest article first."""
    held = {one.annotation.uid: one for one in library.store.references(*subject_uids)}
    for one in library.waiting():
        if one.kind != "annotation":
            continue
        held.pop(one.uid, None)
        if isinstance(one.after, Annotation) and subject_uid_of(one.after) in subject_uids:
            revision = library.store.revision_by_uid(one.after.revision_uid)
            article = library.article(revision.article_uid)
            if article.deleted_at is None and article.revision_number == revision.number:
                held[one.uid] = Reference(one.after, article)
    return in_order(list(held.values()))


def referred(library: Library) -> dict[str, Referred]:
    """Return how often each subject is pointed to in the texts that are shown, by its uid."""
    counts = library.store.referred()
    change: Counter[tuple[str, str]] = Counter()
    for one in library.waiting():
        for state, step in ((one.before, -1), (one.after, 1)):
            if isinstance(state, Annotation) and (uid := subject_uid_of(state)):
                change[uid, COUNTED[state.tag]] += step
    for uid, key in change:
        held = counts.get(uid, Referred())
        counts[uid] = held.with_more(key, change[uid, key])
    return counts


def subject_of(library: Library, uid: str) -> Subject | None:
    """Return a subject as it is now, or None."""
    found = library.record("subject", uid)
    return found if isinstance(found, Subject) else None
