"""Statements that are asked with every letter that is typed, written once and run by the driver.

What SQLAlchemy does for each execution costs as much as the two statements of a
search themselves (docs/adr/0022). So their text is kept as SQLAlchemy writes it for
a database, and handed to the driver's own cursor.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError

_Processor = Callable[[Any], Any]


class Prepared:
    """A query in the words of one database.

    Its parameters take texts and whole numbers alone: nothing is converted on the way in.
    """

    def __init__(self, query: Select[Any] | CompoundSelect[Any], dialect: Dialect) -> None:
        compiled = query.compile(dialect=dialect)
        self._text = str(compiled)
        self._constants = dict(compiled.params)
        self._order: list[str] | None = compiled.positiontup
        self._processors = tuple(_processors(query, dialect))

    def rows(self, connection: Connection, bound: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return the rows; raises what SQLAlchemy raises for a failure of the driver."""
        named = {**self._constants, **bound}
        given: Any = named if self._order is None else [named[name] for name in self._order]
        driver: Any = connection.dialect.dbapi
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self._text, given)
            rows = cursor.fetchall()
        except driver.Error as error:
            raise DBAPIError.instance(
                self._text,
                None,
                error,
                driver.Error,
                hide_parameters=True,
                dialect=connection.dialect,
            ) from error
        finally:
            cursor.close()
        return [self._read(row) for row in rows]

    def _read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        read = list(row)
        for at, process in self._processors:
            read[at] = process(read[at])
        return tuple(read)


def _processors(
    query: Select[Any] | CompoundSelect[Any], dialect: Dialect
) -> list[tuple[int, _Processor]]:
    """Return what makes a value of ours out of the driver's, by the number of the column."""
    found: list[tuple[int, _Processor]] = []
    for at, column in enumerate(query.selected_columns):
        process = column.type.dialect_impl(dialect).result_processor(dialect, None)
        if process is not None:
            found.append((at, process))
    return found
