"""What a hostile source is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ImportFailed
from tests.hostile.watching import Lures

Refusals = tuple[type[ImportFailed], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A file's name, what it does, how it is made, and which failures are right for it.

    Without `refusals` it is read as an article, whose text holds `holds`: it is harmless
    as long as what it names is left alone. `make` gets the lures, to name them.
    """

    name: str
    trick: str
    make: Callable[[Lures], bytes]
    refusals: Refusals = ()
    holds: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A path that is no ordinary file, or not one of ours: `lay` puts it into a folder."""

    name: str
    trick: str
    lay: Callable[[Path], Path]
    refusals: Refusals


def fixed(source: bytes | str) -> Callable[[Lures], bytes]:
    """Return what makes bytes that name no lure."""
    raw = source.encode() if isinstance(source, str) else source
    return lambda lures: raw


def naming(template: str | bytes) -> Callable[[Lures], bytes]:
    """Return what makes a text in which WEB and FILE stand for the lures."""
    raw = template.encode() if isinstance(template, str) else template
    return lambda lures: lured(raw, lures)


def lured(raw: bytes, lures: Lures) -> bytes:
    """Return bytes with the lures' addresses in them."""
    return raw.replace(b"WEB", lures.address.encode()).replace(b"FILE", bytes(lures.folder))
