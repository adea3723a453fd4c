"""What a child's answer is, taken part by part."""

from collections.abc import Iterable

from reader.importers.document import Contents
from reader.importers.wire import Unpacking


def unpacked(parts: Iterable[bytes]) -> Contents:
    """Return what the parts of an answer are; raises as `Unpacking` does."""
    unpacking = Unpacking(b"")
    for part in parts:
        unpacking.take(part)
    return unpacking.contents()
