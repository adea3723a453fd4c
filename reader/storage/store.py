"""The one door to the database: values go in, values come out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, and_, delete, insert, or_, select

from reader.errors import BackupFailed, ServerUnreachable, StaleEdit
from reader.label import Label
from reader.model.annotation import Annotator
from reader.model.article import Article, ImportedArticle, Reading, Revision
from reader.model.bundle import BroughtIn, Bundle
from reader.model.change import Change, Edit
from reader.storage import bundles, erasing, queries, recording, restoring, revising, rotation
from reader.storage.address import parse_address
from reader.storage.article_filtering import READINGS
from reader.storage.backup import backup
from reader.storage.health import HealthReport, check
from reader.storage.known import Known
from reader.storage.mapping import KINDS, row_of
from reader.storage.opened import open_library
from reader.storage.queries import ANNOTATORS, ARTICLES, REVISIONS
from reader.storage.reading import Reads
from reader.storage.search import indexing
from reader.storage.writing import insert_article, write

Result = TypeVar("Result")

_NOT_A_FILE = Label(
    "only a library in a file can be replaced",
    "لا يمكن استبدال إلا مكتبة محفوظة في ملف",
)


class Store(Reads):
    """An open library. Values are frozen, so they may be passed on between threads.

    Any thread may read and write. Every write is one transaction: committed when
    the method returns, gone without a trace when it raises. Methods raise
    LibraryFailed children, and what their docstrings name.
    """

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True, read_only: bool = False) -> "Store":
        """Open the library at a path, at an URL of PostgreSQL, or ":memory:".

        With `create`, a missing one is made. A file that may not be written is
        opened for reading.
        """
        return cls(open_library(address, create=create, read_only=read_only))

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._library.close()

    # Writes -------------------------------------------------------------------

    def apply(self, change: Change) -> Change:
        """Save a change, all of it or nothing, and return it with its sequence.

        A change that is recorded already is not made again, so an answer that was
        lost can be asked for once more. One without edits is not recorded. Raises
        StaleEdit with both values, BadSpan, BadValue and UnknownTag.
        """
        return self._save(partial(self._apply, change))

    def add_article(
        self, imported: ImportedArticle, annotator_uid: str, session_uid: str
    ) -> Article:
        """Save an article with its text and its bytes, and return it with its number.

        One that is there already, with the same text, is returned as it is. Raises
        StaleEdit for another text under the same uid, and BadValue.
        """
        return self._save(partial(_add_article, imported, annotator_uid, session_uid))

    def add_revision(
        self, imported: ImportedArticle, article_uid: str, annotator_uid: str, session_uid: str
    ) -> Revision:
        """Save what was imported as the next text of an article, and return it.

        The same text is not saved twice: the one that is there is returned. Which
        text the article shows stays as it is until a change says otherwise. Raises
        UnknownArticle and BadValue.
        """
        return self._save(partial(_add_revision, imported, article_uid, annotator_uid, session_uid))

    def bring_in(self, bundle: Bundle, annotator_uid: str, session_uid: str) -> BroughtIn:
        """Save all that a source handed over and the library has not: one act, or nothing.

        What does not fit is told and not kept; nothing that is here is changed. See
        `storage.bundles`. Undone, new articles go to the trash and the rest goes.
        """
        door = partial(bundles.bring_in, apply=self._apply, known=self._known)
        return self._save(partial(door, bundle, annotator_uid, session_uid))

    def rehearse(self, bundle: Bundle, annotator_uid: str, session_uid: str) -> BroughtIn:
        """Return what `bring_in` would make of a bundle; nothing is kept. Raises as it does."""
        try:
            self._save(partial(self._rehearsed, bundle, annotator_uid, session_uid))
        except bundles.Rehearsed as rehearsed:
            return rehearsed.came
        raise RuntimeError("a rehearsal that was kept")

    def _rehearsed(
        self, bundle: Bundle, annotator_uid: str, session_uid: str, connection: Connection
    ) -> None:
        # What is known later must not be of what is taken back now.
        known = Known()
        apply = partial(self._apply, known=known)
        by = (annotator_uid, session_uid)
        raise bundles.Rehearsed(bundles.bring_in(bundle, *by, connection, apply=apply, known=known))

    def annotator(self, name: str, login: str) -> Annotator:
        """Return the annotator of a name and a login, made where there is none.

        In a library that can only be read, one who is not there is not saved. Raises
        BadValue for what is no text.
        """
        new = Annotator(name=name, login=login)
        with self._library.read() as connection:
            found = _same_annotator(connection, new)
        if found is not None or self.read_only:
            return found or new
        return self._save(partial(_add_annotator, new))

    def add_annotator(self, annotator: Annotator) -> Annotator:
        """Save an annotator under the uid it has; return the one that is there already, if any."""
        return self._save(partial(_add_annotator, annotator))

    def note_reading(self, reading: Reading) -> None:
        """Keep where an annotator is with an article, instead of what was kept before.

        No edit: it is in no change. One of an article that is gone is passed over,
        and so is any in a library that can only be read.
        """
        if not self.read_only:
            self._save(partial(_note_reading, reading))

    def erase(
        self,
        article_uids: Sequence[str],
        annotator_uid: str,
        session_uid: str,
        *,
        copies: bool = False,
    ) -> list[str]:
        """Delete articles in the trash for good, with all that the record says of them.

        Returns the uids of those that are gone; what is not in the trash is passed
        over. With `copies`, the copies that Hashiya has made of the library beside it
        go too, and one of what is left is made. It cannot be undone.
        """
        change = Change(act="erase", edits=(), annotator_uid=annotator_uid, session_uid=session_uid)
        gone = self._save(partial(erasing.erase, article_uids=article_uids, change=change))
        if gone:
            erasing.leave_no_trace(self._library.engine, self.address)
        if gone and copies and self.path is not None:
            rotation.begin_anew(self.path)
        return gone

    def copies_beside(self) -> int:
        """Return how many copies Hashiya has made of the library beside it."""
        return 0 if self.path is None else len(rotation.every_copy_of(self.path))

    # Care ---------------------------------------------------------------------

    def backup(self, path: Path) -> None:
        """Save a verified copy of the library as a file; raises BackupFailed, OutputUnwritable."""
        backup(self._library.engine, path, self.address)

    def copy_with(self, path: Path, pending: Sequence[Change]) -> None:
        """Save a copy that also holds changes which could not be saved here.

        Raises as `backup` and `apply` do; a change that raises is not in the copy,
        nor are those after it.
        """
        self.backup(path)
        with Store.open(path, create=False) as copy:
            for change in pending:
                copy.apply(change)

    def check(self) -> HealthReport:
        """Look at every row of the library and tell what is wrong; change nothing."""
        return check(self._library.engine, self.path, self.address)

    def reindex(self) -> None:
        """Make the index of words anew."""
        self._save(indexing.rebuild)

    def _apply(self, change: Change, connection: Connection, known: Known | None = None) -> Change:
        sequence = recording.sequence_of(connection, change.uid)
        if sequence is None:
            write(connection, change.edits, known or self._known)
            indexing.follow(connection, change.edits)
            revising.follow_shown(connection, change.edits)
            sequence = recording.record(connection, change)
        return replace(change, sequence=sequence)

    def _save(self, unit: Callable[[Connection], Result]) -> Result:
        """Carry out a unit of work; once more, whole, where a server went away in the middle."""
        try:
            return self._save_once(unit)
        except ServerUnreachable:
            return self._save_once(unit)

    def _save_once(self, unit: Callable[[Connection], Result]) -> Result:
        with self._library.write() as connection:
            return unit(connection)


def restore(source: Path, address: str | Path) -> Path | None:
    """Put a verified copy in the place of a library; return where the old one was kept.

    Nobody may have it open. Raises BackupFailed and LibraryFailed children.
    """
    place = parse_address(address)
    if place.path is None:
        raise BackupFailed(name=source, reason=_NOT_A_FILE)
    return restoring.restore(source, place.path)


def _add_article(
    imported: ImportedArticle, annotator_uid: str, session_uid: str, connection: Connection
) -> Article:
    ours, text = imported.article, imported.revision
    theirs = queries.article_where(connection, ARTICLES.c.uid == ours.uid)
    if theirs is not None:
        if queries.revision(connection, text.uid) is not None:
            return theirs
        raise StaleEdit(kind=KINDS["article"].label, ours=ours, theirs=theirs)
    article = insert_article(connection, imported)
    indexing.add_article(connection, article, text)
    recording.record_import(connection, Edit(None, article), text, annotator_uid, session_uid)
    return article


def _add_revision(
    imported: ImportedArticle,
    article_uid: str,
    annotator_uid: str,
    session_uid: str,
    connection: Connection,
) -> Revision:
    article, text, is_new = revising.next_revision(connection, imported, article_uid)
    if is_new:
        # Nothing of the article is another, so its version is not either.
        recording.record_import(
            connection, Edit(article, article), text, annotator_uid, session_uid
        )
    return text


def _note_reading(reading: Reading, connection: Connection) -> None:
    table = READINGS.c
    there = select(REVISIONS.c.uid).where(
        REVISIONS.c.uid == reading.revision_uid, REVISIONS.c.article_uid == reading.article_uid
    )
    if connection.scalar(there) is None:
        return
    same = and_(
        table.article_uid == reading.article_uid, table.annotator_uid == reading.annotator_uid
    )
    connection.execute(delete(READINGS).where(same))
    connection.execute(insert(READINGS), row_of(READINGS, reading))


def _add_annotator(new: Annotator, connection: Connection) -> Annotator:
    found = _same_annotator(connection, new)
    if found is None:
        connection.execute(insert(ANNOTATORS), row_of(ANNOTATORS, new))
    return found or new


def _same_annotator(connection: Connection, one: Annotator) -> Annotator | None:
    row = row_of(ANNOTATORS, one)
    same_name = and_(ANNOTATORS.c.name == row["name"], ANNOTATORS.c.login == row["login"])
    found = queries.annotators_where(connection, or_(ANNOTATORS.c.uid == row["uid"], same_name))
    return found[0] if found else None
