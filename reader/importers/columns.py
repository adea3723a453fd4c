"""Which column of a table of articles holds what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The headers of a table as they stand, and for each the article's field, "" for none."""

    headers: tuple[str, ...]
    fields: tuple[str, ...]
