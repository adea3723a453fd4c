"""What the package of a library is made of: both who writes and who reads it go by this table.

A zip file that says first what it is, then a table for each kind of record, the texts and
the sources of articles, and at last a list of all that is in it. `resources/schemas` tells
the form of that list; the tables' columns are the fields of our records.
"""

from reader.frozen import dataclass
from reader.model.annotation import FIELDS_OF_TAG, Annotation, Annotator, ClaimFields
from reader.model.article import Article, Revision
from reader.model.change import RECORD_KINDS
from reader.model.tags import Tag

KIND_NAME = "mimetype"
KIND = b"application/vnd.hashiya.package+zip"
MANIFEST = "manifest.json"
# Counted up when an old reader would misunderstand a new package.
VERSION = 2
# What is read back: the file, all that it unpacks to, and its parts.
FILE_BYTES = 250_000_000
UNPACKED_BYTES = 500_000_000
PARTS = 50_000


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file, the class of its records, and fields that stand elsewhere.

    `key` is a column that no field of the class has: the annotation that typed fields
    belong to.
    """

    name: str
    cls: type
    without: tuple[str, ...] = ()
    key: str = ""


_IRREGULAR = {"evidence": "evidence", "article": "articles"}
# Typed fields stand in tables of their own, the text of a revision in a file.
_WITHOUT = {Annotation: ("fields",), Article: (), Revision: ("text",)}


def _file(kind: str) -> str:
    return f"{_IRREGULAR.get(kind, f'{kind}s')}.csv"


RECORDS = {
    kind: Table(_file(kind), cls, _WITHOUT.get(cls, ()))
    for kind, cls, _ in RECORD_KINDS
    if cls is not Tag
}
TYPED = {
    tag: Table({"entity": "entities.csv"}.get(tag, f"{tag}s.csv"), cls, key="annotation_uid")
    for tag, cls in FIELDS_OF_TAG.items()
}
TAG_TABLE = Table("tags.csv", Tag)
ANNOTATORS = Table("annotators.csv", Annotator)
REVISIONS = Table("revisions.csv", Revision, _WITHOUT[Revision])
TABLES = (*RECORDS.values(), *TYPED.values(), TAG_TABLE, ANNOTATORS, REVISIONS)


def version_for(fields: object) -> int:
    """Return the least version whose readers understand an annotation's typed fields.

    Those of version 1 pass over what makes a number of a claim a limit or a range.
    """
    numbers = fields.numbers if isinstance(fields, ClaimFields) else ()
    return 2 if any(one.bound or one.up_to is not None for one in numbers) else 1


def text_name(number: int) -> str:
    """Return the name of the file of a text, numbered in the package from 1."""
    return f"texts/{number:06d}.txt"


def source_name(number: int) -> str:
    """Return the name of the file of a text's source."""
    return f"sources/{number:06d}.bin"
