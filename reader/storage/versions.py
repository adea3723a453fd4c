"""Which schema a database on a server has; of a file, `opening.py` knows."""

from sqlalchemy import Connection, column, inspect, select, table

from reader.errors import NewerLibrary, NotALibrary
from reader.storage.schema import SCHEMA_VERSION, Row

_MARKS = table("alembic_version", column("version_num"))


def server_version(connection: Connection, name: str) -> int:
    """Return the number of the newest migration that a database has seen; 0 for an empty one.

    Raises NotALibrary for a database of another program, and NewerLibrary.
    """
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if not {_MARKS.name, "annotations"} <= tables:
        raise NotALibrary(name=name)
    found = str(connection.scalar(select(_MARKS.c.version_num)))
    if not found.isdecimal():
        raise NotALibrary(name=name)
    version = int(found)
    if version > SCHEMA_VERSION:
        raise NewerLibrary(name=name, found=version, known=SCHEMA_VERSION)
    if version == SCHEMA_VERSION and not Row.metadata.tables.keys() <= tables:
        raise NotALibrary(name=name)
    return version
