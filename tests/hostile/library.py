"""A library that hostile sources are imported into, and whether what it held is still so."""

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from reader.commands.importing import _Import
from reader.commands.terminal import Terminal
from reader.errors import ReaderError
from reader.importers import Child
from reader.importers.addresses import is_public
from reader.sample import add_sample
from reader.storage import Store
from reader.storage.driver import sqlite_driver

Rows = Mapping[str, Counter[tuple[Any, ...]]]

# What the import of an article adds a row to, and nothing else.
GROWING = frozenset(("articles", "article_keys", "revisions", "annotators", "changes"))
# The index of words is made anew from what these hold.
_OWN_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table'"
    " AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'"
)


@dataclass(frozen=True, slots=True)
class Noting(Terminal):
    """A terminal that also keeps the failures that it is told of."""

    failures: list[ReaderError] = field(default_factory=list)

    def complain(self, error: ReaderError) -> None:
        """Keep a failure."""
        self.failures.append(error)


class Library:
    """A library in a file, with the sample article and its annotations; anew for each source."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with Store.open(path) as store:
            add_sample(store)
        self._bytes = path.read_bytes()
        self._rows = rows(path)

    def take(self, source: Path, child: Child) -> tuple[ReaderError | None, str]:
        """Import a source as `hashiya import` does; return the failure, and the text that is kept.

        Whatever is no foreseen failure is raised.
        """
        self._path.write_bytes(self._bytes)
        terminal = Noting("en", StringIO(), StringIO(), StringIO())
        request = Namespace(
            database=self._path, sources=[str(source)], encoding="", columns=[], as_new=False
        )
        kept = list(_Import(request, terminal, child, is_public).kept(request))
        failure = next(iter(terminal.failures), None)
        return failure, kept[0][1].revision.text if kept else ""

    def harm(self) -> str:
        """Say what the import of a source did to the library beside adding an article, or ""."""
        after = rows(self._path)
        grown = len(after["articles"] - self._rows["articles"])
        if not grown and self._path.read_bytes() != self._bytes:
            return "the file is another"
        for table, before in self._rows.items():
            if before - after[table]:
                return f"rows of {table} are gone or others"
            if after[table] != before and table not in GROWING:
                return f"rows of {table} came"
        return ""


def rows(path: Path) -> Rows:
    """Return all rows of a library's tables, without the index of words."""
    connection = sqlite_driver().module.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        names = [name for (name,) in connection.execute(_OWN_TABLES)]
        return {
            name: Counter(connection.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608
            for name in names
        }
    finally:
        connection.close()
