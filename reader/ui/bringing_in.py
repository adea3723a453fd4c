"""Articles are brought in one after another, in a thread; each that is in stays in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from reader import importers
from reader.errors import EncodingUncertain, ImportCancelled, ReaderError
from reader.importers import Child
from reader.model.article import Article, ImportedArticle
from reader.progress import Cancelled, Progress

IsCancelled = Callable[[], bool]
Read = Callable[[IsCancelled], Sequence[ImportedArticle]]
Add = Callable[[ImportedArticle], Article]


@dataclass(frozen=True, slots=True)
class NotAdded:
    """An article that was read and could not be put into the library."""

    error: ReaderError
    imported: ImportedArticle


@dataclass(slots=True)
class Brought:
    """What came of some sources.

    `expected` counts the articles there were, a source that was not read as one;
    `is_stopped` tells that the rest was given up.
    """

    expected: int
    added: list[Article] = field(default_factory=list)
    uncertain: list[EncodingUncertain] = field(default_factory=list)
    unread: list[ReaderError] = field(default_factory=list)
    not_added: list[NotAdded] = field(default_factory=list)
    is_stopped: bool = False


def of_file(path: Path, child: Child) -> Read:
    """Return what reads a file; foreign documents are read in `child`."""
    return partial(_file, path, child)


def of_bytes(source: bytes, name: str, encoding: str, child: Child) -> Read:
    """Return what reads bytes in an encoding that a person chose."""
    return partial(_bytes, source, name, encoding, child)


def of_text(text: str, name: str) -> Read:
    """Return what makes an article of a text."""
    return partial(_text, text, name)


def of_article(imported: ImportedArticle) -> Read:
    """Return what gives an article that was read before."""
    return partial(_article, imported)


def bring_in(sources: Sequence[Read], add: Add, progress: Progress) -> Brought:
    """Read each source and add its articles; one that fails does not stop the others.

    Given up, it returns what was brought in so far.
    """
    brought = Brought(len(sources))
    try:
        for at, read in enumerate(sources):
            _bring_one(read, add, partial(progress, at, len(sources)), brought)
        progress(len(sources), len(sources))
    except (Cancelled, ImportCancelled):
        brought.is_stopped = len(brought.added) < brought.expected
    return brought


def _bring_one(read: Read, add: Add, go_on: Callable[[], None], brought: Brought) -> None:
    """Bring in the articles of one source; raises Cancelled and ImportCancelled."""
    go_on()
    try:
        found = read(partial(_is_cancelled, go_on))
    except EncodingUncertain as error:
        brought.uncertain.append(error)
        return
    except ImportCancelled:
        raise
    except ReaderError as error:
        brought.unread.append(error)
        return
    brought.expected += len(found) - 1
    for imported in found:
        go_on()
        try:
            brought.added.append(add(imported))
        except ReaderError as error:
            brought.not_added.append(NotAdded(error, imported))


def _is_cancelled(go_on: Callable[[], None]) -> bool:
    try:
        go_on()
    except Cancelled:
        return True
    return False


def _file(path: Path, child: Child, cancelled: IsCancelled) -> Sequence[ImportedArticle]:
    return importers.load(path, child=child, cancelled=cancelled).articles


def _bytes(
    source: bytes, name: str, encoding: str, child: Child, cancelled: IsCancelled
) -> Sequence[ImportedArticle]:
    found = importers.from_bytes(source, name, encoding, child=child, cancelled=cancelled)
    return found.articles


def _text(text: str, name: str, _cancelled: IsCancelled) -> Sequence[ImportedArticle]:
    return (importers.from_text(text, name),)


def _article(imported: ImportedArticle, _cancelled: IsCancelled) -> Sequence[ImportedArticle]:
    return (imported,)
