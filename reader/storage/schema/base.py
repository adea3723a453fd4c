"""What every table stands on: the naming of constraints and the types of columns."""

from datetime import datetime
from typing import Annotated, ClassVar

from sqlalchemy import BigInteger, Double, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

from reader.storage.types import UtcDateTime

# "hshy" in ASCII: tells a Hashiya library from any other SQLite file.
APPLICATION_ID = 0x68736879
# The number of the newest migration, and SQLite's user_version after it.
SCHEMA_VERSION = 11

# Compared by code point, whatever the server's own order: both databases then list alike.
Ordered = Text().with_variant(Text(collation="C"), "postgresql")

# Numbers that only grow: 64 bits on a server, the row's own number in SQLite.
Serial = BigInteger().with_variant(Integer, "sqlite")

Uid = Annotated[str, mapped_column(Text, primary_key=True)]
Version = Annotated[
    int, mapped_column(Integer, comment="counts the saves; a save must name the one it read")
]


class Row(DeclarativeBase):
    """The base of all tables; rows never leave `reader.storage`."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: UtcDateTime, float: Double, str: Text}
