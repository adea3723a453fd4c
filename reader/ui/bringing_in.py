"""Articles are brought in one after another, in a thread; what needs a look waits for it."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import ImportCancelled, ReaderError
from reader.frozen import dataclass
from reader.importers import Child
from reader.model.article import Article, ImportedArticle
from reader.progress import Cancelled, Progress
from reader.ui.origins import Candidate, Origin, Twin, TwinOf, expanded, has_folder, read

if TYPE_CHECKING:
    from reader.storage.bringing import Again
    from reader.storage.store import Store

Add = Callable[[ImportedArticle], "Article | Again"]


@dataclass(frozen=True, slots=True)
class NotAdded:
    """An article that was read and could not be put into the library."""

    error: ReaderError
    imported: ImportedArticle


@dataclasses.dataclass(slots=True)
class Brought:
    """What came of some sources.

    `expected` counts the articles there were, a source that was not read as one; `held`
    are those that wait for a person, as do `bundles`, which hold annotations; `is_stopped`
    tells that the rest was given up.
    """

    expected: int
    added: list[Article] = field(default_factory=list)
    again: list["Again"] = field(default_factory=list)
    held: list[Candidate] = field(default_factory=list)
    unread: list[Candidate] = field(default_factory=list)
    not_added: list[NotAdded] = field(default_factory=list)
    bundles: list[Candidate] = field(default_factory=list)
    is_stopped: bool = False

    @property
    def number(self) -> int:
        """Return how many articles came in, those that were there already too."""
        return len(self.added) + len(self.again) + len(self.bundles)


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read: the child for foreign ones, how twins are found, what is shown.

    With `shows_all` every article waits for a person, else only what is not a plain,
    certain text; one source of another kind, or a folder, lets all wait for the person.
    """

    child: Child
    twin_of: TwinOf
    shows_all: bool = False


def recognising(store: "Store", annotator_uid: str, session_uid: str) -> Add:
    """Return what adds an import, or takes it as the next text of the article that it is.

    From any thread; it raises as `bring` does.
    """
    return partial(_recognised, store, annotator_uid, session_uid)


def bring_in(origins: Sequence[Origin], reading: Reading, add: Add, progress: Progress) -> Brought:
    """Read each source and add what is certain; one that fails does not stop the others.

    Given up, it returns what was brought in so far, and nothing that would wait.
    """
    brought = Brought(len(origins))
    try:
        progress(0, 0)
        holds = reading.shows_all or has_folder(origins)
        holds = holds or not all(one.is_plain() for one in origins)
        found = list(expanded(origins, partial(_miss, brought)))
        brought.expected = len(found) + len(brought.unread)
        seen: dict[str, Candidate] = {}
        for at, origin in enumerate(found):
            go_on = partial(progress, at, len(found))
            go_on()
            candidates = read(origin, reading.child, reading.twin_of, _asker(go_on))
            brought.expected += len(candidates) - 1
            for one in candidates:
                _take(_with_twin(one, seen), add, brought, holds=holds)
                go_on()
        progress(len(found), len(found))
    except (Cancelled, ImportCancelled):
        brought.is_stopped = brought.number < brought.expected
        brought.held = []
    return brought


def read_again(origin: Origin, reading: Reading, progress: Progress) -> Sequence[Candidate]:
    """Return what a source gives with other choices; raises Cancelled."""
    try:
        return read(origin, reading.child, reading.twin_of, _asker(partial(progress, 0, 0)))
    except ImportCancelled as error:
        raise Cancelled from error


def keep(articles: Sequence[ImportedArticle], add: Add, progress: Progress) -> Brought:
    """Add articles that a person has looked at; given up, it returns what is in so far."""
    brought = Brought(len(articles))
    try:
        for at, imported in enumerate(articles):
            progress(at, len(articles))
            _add(imported, add, brought)
        progress(len(articles), len(articles))
    except Cancelled:
        brought.is_stopped = brought.number < brought.expected
    return brought


def _take(one: Candidate, add: Add, brought: Brought, *, holds: bool) -> None:
    if one.bundle is not None:
        brought.bundles.append(one)
    elif one.imported is None and not one.may_be_chosen():
        brought.unread.append(one)
    elif holds or not one.is_certain() or one.imported is None:
        brought.held.append(one)
    else:
        _add(one.imported, add, brought)


def _add(imported: ImportedArticle, add: Add, brought: Brought) -> None:
    try:
        kept = add(imported)
    except ReaderError as error:
        brought.not_added.append(NotAdded(error, imported))
        return
    if isinstance(kept, Article):
        brought.added.append(kept)
    else:
        brought.again.append(kept)


def _with_twin(one: Candidate, seen: dict[str, Candidate]) -> Candidate:
    """Return a candidate with its twin among those that were read before it, if it has none yet."""
    if one.imported is None:
        return one
    first = seen.setdefault(one.imported.revision.text_sha256, one)
    if first is one or first.imported is None or one.twin is not None:
        return one
    twin = Twin(title=first.imported.article.title, same_text=True)
    return replace(one, twin=twin, is_skipped=True)


def _miss(brought: Brought, origin: Origin, error: ReaderError) -> None:
    brought.unread.append(Candidate(origin=origin, error=error))


def _asker(go_on: Callable[[], None]) -> Callable[[], bool]:
    return partial(_is_cancelled, go_on)


def _is_cancelled(go_on: Callable[[], None]) -> bool:
    try:
        go_on()
    except Cancelled:
        return True
    return False


def _recognised(
    store: "Store", annotator_uid: str, session_uid: str, imported: ImportedArticle
) -> "Article | Again":
    from reader.storage.bringing import bring  # noqa: PLC0415 - in a thread

    return bring(store, imported, annotator_uid, session_uid)
