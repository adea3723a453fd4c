"""Finds what can be imported in a folder and below it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.errors import ImportFailed, SourceEmpty, SourceUnreadable
from reader.importers.formats import suffixes
from reader.reasons import os_reason

Missed = Callable[[ImportFailed], None]


def files_of(path: Path, missed: Missed) -> Iterator[Path]:
    """Yield a path itself, or what can be imported in the folder that it is.

    `missed` is told of a folder in which there is nothing, or that cannot be read.
    """
    if not _is_folder(path):
        yield path
        return
    files = list(files_in(path, missed))
    if not files:
        missed(SourceEmpty(name=str(path)))
    yield from files


def files_in(folder: Path, missed: Missed) -> Iterator[Path]:
    """Yield the files in a folder and below that end like one of our formats, in order of names.

    What is hidden is passed over; links to folders are not followed, so that nothing
    turns in a circle. `missed` is told of each folder that cannot be read.
    """

    def tell(error: OSError) -> None:
        name = Path(str(error.filename)).name
        missed(SourceUnreadable(name=name, reason=os_reason(error)))

    known = suffixes()
    for place, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.suffix.lower() in known and path.is_file():
                yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # reading it will say why
        return False
