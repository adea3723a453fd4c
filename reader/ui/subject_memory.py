"""Everybody and everything of the register as the window has it, whoever changes it."""

from collections.abc import Callable, Iterable, Sequence

from reader.frozen import dataclass
from reader.model.change import Edit
from reader.model.subject import Subject
from reader.text.folding import fold

Read = Callable[[], Sequence[Subject]]


@dataclass(frozen=True, slots=True)
class Known:
    """A subject, and its names as search compares them."""

    subject: Subject
    names: frozenset[str]


def known(subject: Subject) -> Known:
    """Return a subject made ready to be compared: of ten thousand that is work for a thread."""
    names = filter(None, (subject.name, subject.latin_name, *subject.other_names))
    return Known(subject, frozenset(fold(one).strip() for one in names))


class SubjectMemory:
    """Reads the register once, and follows every edit that takes effect from then on.

    To read ten thousand names takes longer than a turn may, and every act that shows or
    compares names asks for them. `read` gives them as they are, with all that waits.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._held: dict[str, Known] | None = None
        self._in_order: list[Known] | None = None

    def take(self, subjects: Iterable[Known]) -> None:
        """Hold what was read already, in a thread; what has happened since is to follow."""
        self._held = {one.subject.uid: one for one in subjects}
        self._in_order = None

    def follow(self, edits: Iterable[Edit]) -> None:
        """Take in what has taken effect."""
        if self._held is None:
            return
        for one in edits:
            if one.kind != "subject":
                continue
            self._in_order = None
            if isinstance(one.after, Subject):
                self._held[one.uid] = known(one.after)
            else:
                self._held.pop(one.uid, None)

    def every(self) -> list[Subject]:
        """Return all of them, by name."""
        return [one.subject for one in self._ordered()]

    def named(self, name: str) -> Subject | None:
        """Return the first by name that is called so, compared as search compares."""
        wanted = fold(name).strip()
        return next((one.subject for one in self._ordered() if wanted in one.names), None)

    def _ordered(self) -> list[Known]:
        if self._held is None:
            self.take(map(known, self._read()))
        if self._in_order is None:
            self._in_order = sorted((self._held or {}).values(), key=_name_order)
        return self._in_order


def _name_order(one: Known) -> str:
    return one.subject.name
