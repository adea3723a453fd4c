"""Look at the whole library and count what is wrong."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from reader.errors import DamagedLibrary
from reader.frozen import dataclass
from reader.label import Label
from reader.storage.engine import reading
from reader.storage.faults import failure_of, told
from reader.storage.health import rows
from reader.storage.health.checks import CHECKS, Found
from reader.storage.health.file import look_at_file
from reader.storage.health.record import look_at_record
from reader.storage.health.shelves import look_at_collections, look_at_keys
from reader.storage.health.texts import look_at_texts
from reader.storage.health.words import look_at_words

EXAMPLES = 5

# Each on its own: what one cannot read does not keep the others from looking.
_LOOKS = (
    rows.ties,
    rows.versions,
    rows.times,
    rows.identities,
    rows.articles,
    rows.typed_fields,
    look_at_collections,
    look_at_keys,
    look_at_texts,
    look_at_record,
    look_at_words,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold.

    `check` is a key of CHECKS, `examples` up to five uids or names out of `count`.
    """

    check: str
    label: Label
    count: int
    examples: tuple[str, ...]
    grave: bool = True


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What a look at the whole library found, in the order of CHECKS."""

    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing grave was found; the rest is advice."""
        return not any(finding.grave for finding in self.findings)


def check(engine: Engine, path: Path | None = None, name: str = "") -> HealthReport:
    """Look at everything in a library, as it is at one moment, and change nothing.

    `path` is the library's file where it is one. Takes time and little memory:
    the library is read as a stream. Raises LibraryBusy or ServerUnreachable.
    """
    tally = _Tally()
    with told(name or str(path or "")), reading(engine).connect() as connection:
        tally.take(look_at_file, connection, path)
        for look in _LOOKS:
            tally.take(look, connection)
    return HealthReport(tally.findings())


class _Tally:
    """Counts findings and keeps the first few examples of each."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[str]] = {}

    def take(
        self, look: Callable[..., Iterable[Found]], connection: Connection, *more: Path | None
    ) -> None:
        """Count what a look finds; a look that cannot go on is a finding itself."""
        try:
            for key, example in look(connection, *more):
                self.add(key, example)
        except DBAPIError as error:
            # Without a table or a column, statements fail that are right.
            is_damage = isinstance(failure_of(error, ""), DamagedLibrary)
            if not is_damage and "schema" not in self._counts:
                raise
            self.add("unreadable", str(error.orig))
        except ValueError as error:
            # A moment or a text that is stored in a form that nobody writes.
            self.add("unreadable", str(error))

    def add(self, key: str, example: str) -> None:
        """Count one more finding."""
        self._counts[key] = self._counts.get(key, 0) + 1
        examples = self._examples.setdefault(key, [])
        if len(examples) < EXAMPLES and example not in examples:
            examples.append(example)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in the order of CHECKS."""
        return tuple(
            Finding(
                one.key, one.label, self._counts[one.key], tuple(self._examples[one.key]), one.grave
            )
            for one in CHECKS
            if one.key in self._counts
        )
