"""What the worker does when the window stands: it opens the library, and looks after its copies.

SQLAlchemy and the storage are loaded in the worker's thread, so the window's goes on.
"""

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.frozen import dataclass

if TYPE_CHECKING:
    from reader.model.annotation import Annotator
    from reader.model.change import Change
    from reader.storage.store import Store
    from reader.ui.opening import Contents
    from reader.ui.subject_memory import Known


@dataclass(frozen=True, slots=True)
class Opened:
    """A library, who is at work, what can be undone, the article to begin with, and the register.

    The register is read last: what happens meanwhile is met as another window's change.
    """

    store: "Store"
    annotator: "Annotator"
    committed: "Sequence[Change]"
    first: "Contents | None"
    subjects: "Sequence[Known]"


def opened(database: str, name: str, last: tuple[str, int], *, with_sample: bool) -> Opened:
    """Open a library and read what the window begins with; raises what `Store.open` raises.

    `name` is the annotator's, "" for the one of the operating system; `last` the article of
    the last session and where in it that ended, in code points.
    """
    from reader.storage.store import Store  # noqa: PLC0415
    from reader.ui.opening import first_contents  # noqa: PLC0415
    from reader.ui.subject_memory import known  # noqa: PLC0415
    from reader.ui.undo import recent_changes  # noqa: PLC0415

    is_new = with_sample and not Path(database).exists()
    store = Store.open(database)
    if is_new:
        from reader.sample import add_sample  # noqa: PLC0415 - brings what reads documents

        add_sample(store)
    login = _login()
    annotator = store.annotator(name or login or "hashiya", login)
    first = first_contents(store, annotator.uid, *last)
    committed = recent_changes(store)
    return Opened(store, annotator, committed, first, list(map(known, store.subjects())))


def warmed(store: "Store") -> None:
    """Read nothing in all the ways in which an article is opened.

    SQLAlchemy writes each statement once, which takes longer than to read a page of
    annotations: so the first article that a person opens need not wait for it.
    """
    store.annotations_near("", (0, 0), 1)
    store.annotations("")
    store.rulings_on("")


def copied(library: Path) -> None:
    """Make today's copy of a library, if it has changed and there is none."""
    from reader.storage.rotation import rotate  # noqa: PLC0415

    rotate(library)


def newest_copy(library: Path) -> Path | None:
    """Return the newest sound copy of a library, or None."""
    from reader.storage.rotation import newest_sound_copy  # noqa: PLC0415

    return newest_sound_copy(library)


def restored(copy: Path, library: Path) -> None:
    """Put a copy in the place of a library; raises what `restore` raises."""
    from reader.storage.restoring import restore  # noqa: PLC0415

    restore(copy, library)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # nobody has this uid, as in a bare container
        return ""
