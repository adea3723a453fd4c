"""The library's values as they will be when every waiting act is saved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import UnknownAnnotation
from reader.model.anchors import CERTAIN, LOST, UNCERTAIN
from reader.model.annotation import Annotation, Annotator
from reader.model.change import Change, Edit
from reader.model.claim import Ruling
from reader.model.entry import Entry
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.text.folding import same_name
from reader.text.revising import Held
from reader.ui.codebook import Codebook
from reader.ui.desk_reading import DeskReader, laid_over
from reader.ui.lately import Lately
from reader.ui.pending import Pending
from reader.ui.subject_memory import Known, SubjectMemory

# The fields that give an annotator something to do.
_GIVEN = ("assigned_to_uid", "rated_by_uid", "reviewer_uid", "verified_by_uid")

if TYPE_CHECKING:
    from reader.storage.store import Store


class LibraryReader(DeskReader):
    """What the window reads: articles, annotations, the desk, with the acts that wait laid over."""

    def __init__(
        self, store: "Store", annotator: Annotator, pending: Pending, parent: QObject | None
    ) -> None:
        super().__init__(store, annotator, pending, parent)
        self._open: dict[str, dict[str, Annotation]] = {}
        self._late: list[Edit] | None = None  # since a part of a text's annotations is held
        self.moment = 0  # counts what has taken effect or was saved
        self._names = {one.uid: one.name for one in store.annotators()}
        self.codebook = Codebook(store, self)
        self._register = SubjectMemory(self._read_subjects)
        self._records = Lately(partial(store.record, "annotation"))
        self._entries = Lately(self._read_entry)

    def lost(self, article_uid: str) -> list[Annotation]:
        """Return the annotations of an article that lost their place, oldest text first."""
        held = {one.uid: one for one in self.store.annotations_elsewhere(article_uid)}
        own = {line.uid for line in self.store.revisions(article_uid)}
        for one in self._pending.edits():
            if one.kind == "annotation":
                held.pop(one.uid, None)
                if isinstance(one.after, Annotation) and one.after.revision_uid in own:
                    held[one.uid] = one.after
        return [one for one in held.values() if one.anchor == LOST]

    def certain(self, uid: str) -> Annotation | None:
        """Return an annotation as it was when its place was last certain, or None."""
        for one in reversed(self._pending.edits()):
            for state in (one.after, one.before):
                if one.uid == uid and isinstance(state, Annotation) and state.anchor in CERTAIN:
                    return state
        return self.store.certain([uid]).get(uid)

    def annotations(self, revision_uid: str) -> list[Annotation]:
        """Return the annotations of a text in reading order, the unsaved ones too."""
        if not self.is_whole(revision_uid):
            self.hold(revision_uid, self.store.annotations(revision_uid))
        return sorted(self._open[revision_uid].values(), key=reading_order)

    def held(self, revision_uid: str) -> list[Annotation]:
        """Return what is held of a text's annotations, at once, in no order."""
        return list(self._open.get(revision_uid, {}).values())

    def hold(
        self, revision_uid: str, annotations: Iterable[Annotation], *, is_whole: bool = True
    ) -> None:
        """Keep a text's annotations as the library has them; what waits is laid over them.

        They may have been read in a thread, if `moment` is still what it was then. Where
        they are not the whole, `complete` is given all of them, read from now on.
        """
        waiting = self._pending.edits()
        self._open = {revision_uid: {one.uid: one for one in annotations}}
        self._late = None if is_whole else []
        self._remember(waiting)

    def is_whole(self, revision_uid: str) -> bool:
        """Tell whether all annotations of a text are held."""
        return revision_uid in self._open and self._late is None

    def is_part(self, revision_uid: str) -> bool:
        """Tell whether only a part of a text's annotations is held."""
        return revision_uid in self._open and self._late is not None

    def complete(self, revision_uid: str, annotations: Iterable[Annotation]) -> Sequence[Edit]:
        """Keep all annotations of a text of which a part was held.

        What has taken effect since `hold`, or was waiting then, is laid over them, because
        they may have been read before it was saved; returns these edits.
        """
        late, self._late = self._late or [], None
        self._open = {revision_uid: {one.uid: one for one in annotations}}
        self._remember(late)
        return late

    def annotation(self, uid: str) -> Annotation | None:
        """Return an annotation as it is now, or None."""
        for held in self._open.values():
            # Asked in a thread too: it may be taken out between two questions.
            if (found := held.get(uid)) is not None:
                return found
        waits, record = self._pending.lookup("annotation", uid)
        if not waits:
            record = self._records.of(uid)
        return record if isinstance(record, Annotation) else None

    def followed(self, article_uid: str) -> Held:
        """Return all that follows an article into another text; its texts are read when asked."""
        every = self.annotations(self.revision(article_uid).uid) + self.lost(article_uid)
        unsure = [one.uid for one in every if one.anchor == UNCERTAIN]
        certain = {uid: one for uid in unsure if (one := self.certain(uid)) is not None}
        return Held(every, certain, partial(_text_of, self.store))

    def entry(self, uid: str) -> Entry | None:
        """Return an annotation with all that it points to, or None."""
        annotation = self.annotation(uid)
        if annotation is None:
            return None
        entry = self._held_entry(annotation)
        subject_uid = subject_uid_of(annotation)
        subject = self.record("subject", subject_uid) if subject_uid else None
        return replace(
            laid_over(entry, self._pending.hanging_on((uid,))),
            annotation=annotation,
            subject=subject if isinstance(subject, Subject) else None,
            annotator=self.annotator_name(annotation.annotator_uid),
            names=self._names,
        )

    def rulings(self, annotations: Iterable[Annotation]) -> dict[str, Ruling]:
        """Return the newest rulings on claims, by the annotations' uids, the unsaved ones too."""
        claims = [one.uid for one in annotations if one.tag == "claim"]
        held = [one for one in self.dependents(claims) if isinstance(one, Ruling)]
        return {one.annotation_uid: one for one in sorted(held, key=_rated_at)}

    def rulings_on(
        self, revision_uid: str, held: Iterable[Ruling] | None = None, late: Sequence[Edit] = ()
    ) -> dict[str, Ruling]:
        """Return the newest rulings on a text's claims, by the annotations' uids.

        `held` may have been read in a thread; then `late` is what has taken effect since.
        """
        if held is None:
            held = self.store.rulings_on(revision_uid)
        found = {one.uid: one for one in held}
        for one in (*late, *self._pending.edits()):
            if one.kind == "ruling":
                found.pop(one.uid, None)
                if isinstance(one.after, Ruling):
                    found[one.uid] = one.after
        return {one.annotation_uid: one for one in sorted(found.values(), key=_rated_at)}

    def _held_entry(self, annotation: Annotation) -> Entry:
        """Return what the library holds of an annotation; nobody asks it about a new one."""
        if self._pending.creates(annotation.uid):
            return Entry(annotation=annotation)
        return self._entries.of(annotation.uid) or Entry(annotation=annotation)

    def _read_entry(self, uid: str) -> Entry | None:
        try:
            return self.store.entry(uid)
        except UnknownAnnotation:
            return None

    def read_anew(self) -> None:
        """Forget what was read: the library may hold something else."""
        for one in (self._records, self._entries, self._homes):
            one.forget()

    def subjects(self) -> list[Subject]:
        """Return everybody and everything that annotations can point to, by name."""
        return self._register.every()

    def hold_subjects(self, subjects: Iterable[Known]) -> None:
        """Keep the subjects as a thread has read them; what waits is laid over them."""
        self._register.take(subjects)
        self._register.follow(self._pending.edits())

    def subject_named(self, name: str) -> Subject | None:
        """Return the subject of this name, compared as search compares."""
        return self._register.named(name)

    def _read_subjects(self) -> list[Subject]:
        held = {one.uid: one for one in self.store.subjects()}
        for one in self._pending.edits():
            if one.kind == "subject":
                held.pop(one.uid, None)
                if isinstance(one.after, Subject):
                    held[one.uid] = one.after
        return list(held.values())

    def tags(self) -> tuple[Tag, ...]:
        """Return the tags of the library."""
        return self.codebook.tags()

    def annotator_uid(self) -> str:
        """Return who is at work."""
        return self.annotator.uid

    def annotator_name(self, uid: str) -> str:
        """Return the name of an annotator; "" for one we do not know."""
        if uid not in self._names:
            self._names |= {one.uid: one.name for one in self.store.annotators()}
        return self._names.get(uid, "")

    def annotator_named(self, name: str) -> str | None:
        """Return the uid of an annotator of a name, compared as search compares."""
        known = self.annotator_names()
        return next((uid for uid, other in known.items() if same_name(other, name)), None)

    def annotator_names(self) -> dict[str, str]:
        """Return the names of those who can be named, by uid; see `storage/people.py`."""
        known = {one.uid: one.name for one in self.store.people()}
        self._names |= known
        named = {self.annotator.uid, *_named_by(self._pending.edits())} - known.keys()
        return known | {uid: self.annotator_name(uid) for uid in sorted(named)}

    def waiting_changes(self) -> tuple[Change, ...]:
        """Return the changes that are not saved yet, oldest first."""
        return self._pending.all()

    def waiting(self) -> tuple[Edit, ...]:
        """Return the edits that are not saved yet, oldest first."""
        return self._pending.edits()

    def _remember(self, edits: Sequence[Edit], *, waits: bool = False) -> None:
        """Let the open texts' annotations follow edits.

        Of one that only waits to be saved the library knows nothing yet: what was read of
        it still holds.
        """
        self.moment += 1
        if not waits:
            self.read_anew()
        self.codebook.follow(edits)
        self._register.follow(edits)
        self.follow_desk(edits)
        if self._late is not None:
            self._late.extend(edits)
        for one in edits:
            if one.kind != "annotation":
                continue
            for held in self._open.values():
                held.pop(one.uid, None)
            if isinstance(one.after, Annotation) and one.after.revision_uid in self._open:
                self._open[one.after.revision_uid][one.uid] = one.after


def _named_by(edits: Iterable[Edit]) -> Iterator[str]:
    """Yield the annotators whom edits that wait give something to do."""
    for one in edits:
        for value in (one.after, getattr(one.after, "fields", None)):
            yield from filter(None, (getattr(value, name, None) for name in _GIVEN))


def _text_of(store: "Store", revision_uid: str) -> str:
    return store.revision_by_uid(revision_uid).text


def reading_order(annotation: Annotation) -> tuple[int, int, str]:
    """Return what puts annotations in reading order, the wider of two first."""
    return annotation.start_cp, -annotation.end_cp, annotation.uid


def _rated_at(ruling: Ruling) -> tuple[datetime, str]:
    return ruling.rated_at, ruling.uid
