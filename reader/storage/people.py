"""Who there is to be named: those who work in the library, and whom something in it names.

A reviewer may be named who never opened the library. When that is undone, nothing names them
any more, and no list offers them; a redo finds them again under the same uid.
"""

from sqlalchemy import Connection, exists, or_

from reader.model.annotation import Annotator
from reader.storage.queries import ANNOTATORS, annotators_where
from reader.storage.schema import Row


def people(connection: Connection) -> list[Annotator]:
    """Return annotators with a login, and those to whom a row of any table points, by name."""
    links = [
        key.parent
        for table in Row.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column is ANNOTATORS.c.uid
    ]
    named = (exists().where(column == ANNOTATORS.c.uid) for column in links)
    return annotators_where(connection, or_(ANNOTATORS.c.login != "", *named))
