"""Copies that make themselves: one a day when something changed, thinned with age (REL-8).

They lie in the folder `backups` beside the library, named after it and the
moment. Beside it, and not in the user's data folder, because a library on an
encrypted disk may name people whose names must not leave that disk.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.errors import LibraryFailed
from reader.model.identity import now
from reader.storage.backup import backup_file, row_counts
from reader.storage.faults import told
from reader.storage.opening import connection_to, inspect_file, way_to_read
from reader.storage.placing import STAMP, stamp, sweep, told_as_output

FOLDER = "backups"

# Nothing takes so long to write; what is older was left by a program that was killed.
_UNFINISHED_FOR = timedelta(days=1)

# How many are kept of each age: the newest of a day, of an ISO week, of a month.
_Period = Callable[[datetime], object]
_KEPT: tuple[tuple[int, _Period], ...] = (
    (12, datetime.date),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)


def rotate(library: Path, at: datetime | None = None) -> Path | None:
    """Save today's copy of a library if it has changed since the last; drop copies grown old.

    Returns the path of the new copy; None where none was due. `at` is the moment,
    aware. Raises as `backup` does, and then no copy was dropped.
    """
    at = (at or now()).astimezone(UTC)
    copies = copies_of(library)
    # A copy from the future was made by a wrong clock; it must not stop those of today.
    newest = max((one for one in copies if one <= at), default=None)
    if newest is not None and newest.date() >= at.date():
        return None
    with told(str(library)):
        if newest is not None and _content_of_copy(copies[newest]) == _content(library):
            return None
    target = _folder(library) / f"{library.stem}.{stamp(at)}{library.suffix}"
    with told_as_output(target):
        target.parent.mkdir(mode=0o700, exist_ok=True)
    backup_file(library, target)
    _thin(copies_of(library), target)
    for folder in (library.parent, target.parent):
        sweep(folder, at - _UNFINISHED_FOR)
    return target


def begin_anew(library: Path) -> None:
    """Remove every copy of a library, and make one of what it holds; raises as `backup` does."""
    with told(str(library)):
        for one in every_copy_of(library):
            one.unlink()
    rotate(library)


def every_copy_of(library: Path) -> list[Path]:
    """Return the copies of `rotate`, and those kept before a migration or a restoration."""
    aside = re.compile(re.escape(library.name) + r"\.(before|damaged)-.*")
    with told(str(library)):
        beside = [one for one in library.parent.iterdir() if aside.fullmatch(one.name)]
    return [one for one in (*copies_of(library).values(), *beside) if one.is_file()]


def newest_sound_copy(library: Path) -> Path | None:
    """Return the newest of the copies that can be opened, to offer it for a damaged library."""
    for _, copy in sorted(copies_of(library).items(), reverse=True):
        with suppress(LibraryFailed):
            inspect_file(copy, create=False, read_only=True)
            return copy
    return None


def copies_of(library: Path) -> dict[datetime, Path]:
    """Return the copies that `rotate` made of a library, by their moment in UTC."""
    name = re.compile(re.escape(library.stem) + r"\.(\d{8}T\d{6}Z)" + re.escape(library.suffix))
    found = {}
    with told(str(library)):
        folder = _folder(library)
        for path in folder.iterdir() if folder.is_dir() else ():
            match = name.fullmatch(path.name)
            moment = _moment(match[1]) if match else None
            if moment is not None and path.is_file() and not path.is_symlink():
                found[moment] = path
    return found


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Return the moments whose copies stay: 12 days, then 10 weeks, then 9 months, newest first."""
    rest = sorted(moments, reverse=True)
    staying: set[datetime] = set()
    for count, period in _KEPT:
        seen: set[object] = set()
        older = []
        for moment in rest:
            key = period(moment)
            if key not in seen and len(seen) == count:
                older.append(moment)
            elif key not in seen:
                seen.add(key)
                staying.add(moment)
        rest = older
    return staying


def _folder(library: Path) -> Path:
    return library.parent / FOLDER


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _content(library: Path) -> object:
    """Return what tells two states of a library apart: the newest change and the number of rows."""
    with connection_to(library, way_to_read(library)) as connection:
        (newest,) = connection.execute("SELECT max(sequence) FROM changes").fetchone()
        return newest, row_counts(connection)


def _content_of_copy(copy: Path) -> object:
    try:
        with told(str(copy)):
            return _content(copy)
    except LibraryFailed:
        return None  # a copy that cannot be read is none


def _thin(copies: dict[datetime, Path], new: Path) -> None:
    staying = kept(copies)
    for moment, path in copies.items():
        if moment not in staying and path != new:
            with told_as_output(path):
                path.unlink(missing_ok=True)
