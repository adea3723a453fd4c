"""Values become rows and rows become values: one generic copy, no code per record.

A column and a dataclass field of the same name hold the same thing; a label is two columns,
one a language. What has no single column (an annotation's typed fields, a subject's other
names, where an article is put) stands in a table of its own: see `parts.py`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from functools import cache
from itertools import repeat
from operator import call
from typing import Any, TypeVar, cast, get_type_hints

from sqlalchemy import CheckConstraint, Column, Table

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import (
    FIELDS_OF_TAG,
    Annotation,
    ClaimFields,
    EntityFields,
    QuoteFields,
    Relation,
)
from reader.model.article import Article
from reader.model.change import RECORD_KINDS
from reader.model.claim import (
    Appearance,
    Correction,
    DeskRules,
    Evidence,
    Review,
    Ruling,
    VerdictScale,
)
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel, Collection
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.storage.schema import (
    AnnotationRow,
    AppearanceRow,
    ArticleRow,
    ClaimRow,
    CollectionRow,
    CorrectionRow,
    DeskRow,
    EntityRow,
    EvidenceRow,
    LabelRow,
    OwnFieldRow,
    QuoteRow,
    RelationRow,
    ReviewRow,
    Row,
    RulingRow,
    SubjectRow,
    TagRow,
    TemplateRow,
    VerdictScaleRow,
)

Value = TypeVar("Value")


def table_of(row: type[Row]) -> Table:
    """Return the table of a row class."""
    return cast("Table", row.__table__)


TABLE_OF_FIELDS: Mapping[type, Table] = {
    QuoteFields: table_of(QuoteRow),
    EntityFields: table_of(EntityRow),
    ClaimFields: table_of(ClaimRow),
}

_TABLES: Mapping[type, Table] = {
    Annotation: table_of(AnnotationRow),
    Subject: table_of(SubjectRow),
    Evidence: table_of(EvidenceRow),
    Ruling: table_of(RulingRow),
    Relation: table_of(RelationRow),
    Article: table_of(ArticleRow),
    Collection: table_of(CollectionRow),
    ArticleLabel: table_of(LabelRow),
    Tag: table_of(TagRow),
    OwnField: table_of(OwnFieldRow),
    Template: table_of(TemplateRow),
    Review: table_of(ReviewRow),
    Appearance: table_of(AppearanceRow),
    Correction: table_of(CorrectionRow),
    VerdictScale: table_of(VerdictScaleRow),
    DeskRules: table_of(DeskRow),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record, as the record of changes names it, and where it is kept."""

    key: str
    value: type
    label: Label
    table: Table

    @property
    def uid(self) -> "Column[str]":
        """Return the column that a record is known by."""
        return uid_of(self.table)


def uid_of(table: Table) -> "Column[str]":
    """Return the column that a row is known by: a tag by its key, which never changes."""
    found: Column[str] = table.c.uid if "uid" in table.c else table.c.key
    return found


KINDS: Mapping[str, Kind] = {
    key: Kind(key, value, label, _TABLES[value]) for key, value, label in RECORD_KINDS
}


@dataclass(frozen=True, slots=True)
class Copier:
    """How rows of some columns become values of one class."""

    columns: tuple[Column[Any], ...]
    names: tuple[str, ...]
    build: Callable[..., Any]
    labels: tuple[str, ...] = ()

    def value(self, row: Iterable[Any], **more: Any) -> Any:
        """Return the value of a row; the row begins with `columns`, `more` fills other fields."""
        # What a row holds beyond the columns is not ours: zip stops before it.
        found = dict(zip(self.names, row))  # noqa: B905
        found |= more
        for name in self.labels:
            found[name] = Label(found.pop(f"{name}_en"), found.pop(f"{name}_ar"))
        return self.build(**found)


@cache
def copier(table: Table, value: type) -> Copier:
    """Return how rows of a table become values of a dataclass."""
    fields = {field.name for field in fields_of(value)}
    labels = tuple(name for name, hint in get_type_hints(value).items() if hint is Label)
    fields |= {f"{name}_{language}" for name in labels for language in ("en", "ar")}
    columns = tuple(column for column in table.columns if column.key in fields)
    names = tuple(column.key for column in columns)
    return Copier(columns, names, value, tuple(one for one in labels if f"{one}_en" in names))


def builder(value: type, names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    """Return what makes values of a frozen dataclass with slots, out of its fields in some order.

    The same as calling the class, its own check included, at half the cost: for
    lists of many thousands. Raises ValueError unless `names` are all its fields.
    """
    if sorted(names) != sorted(field.name for field in fields_of(value)):
        raise ValueError(f"not the fields of {value.__name__}: {', '.join(names)}")
    # A slot is set through its descriptor, as the `__init__` of a frozen dataclass does.
    setters = tuple(vars(value)[name].__set__ for name in names)
    check = getattr(value, "__post_init__", None)

    def build(contents: Sequence[Any]) -> Any:
        if len(contents) != len(setters):
            raise ValueError(f"{len(contents)} contents for {len(setters)} fields")
        one: Any = object.__new__(value)
        # A setter returns None, so `any` calls them all, and no loop of Python's own is needed.
        any(map(call, setters, repeat(one), contents))
        if check is not None:
            check(one)
        return one

    return build


def row_of(table: Table, value: Any, **more: Any) -> dict[str, Any]:
    """Return the columns of a value, and `more` beside them.

    Raises BadValue for a key that a closed list has not, and for characters that
    no database keeps.
    """
    kind: type = type(value)
    copy = copier(table, kind)
    if copy.labels:
        more = {**_languages(value, copy.labels), **more}
    row = {name: getattr(value, name) for name in copy.names if name not in more} | more
    # All texts at once: this is done for each of many thousand rows.
    if not is_storable("".join(one for one in row.values() if isinstance(one, str))):
        _refuse_unstorable(row)
    for name, keys in _closed_lists(table):
        if row[name] not in keys:
            _refuse_unlisted(name, row[name], keys)
    return row


def _languages(value: Any, labels: Iterable[str]) -> dict[str, str]:
    found = {name: getattr(value, name) for name in labels}
    english = {f"{name}_en": label.en for name, label in found.items()}
    return english | {f"{name}_ar": label.ar for name, label in found.items()}


@cache
def _closed_lists(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (rule.info["column"], rule.info["keys"])
        for rule in table.constraints
        if isinstance(rule, CheckConstraint) and "keys" in rule.info
    )


def fields_table(annotation: Annotation) -> Table | None:
    """Return the table of an annotation's typed fields, or None where it has none.

    Raises ValueError for fields of another tag, which is a fault of the program.
    """
    if annotation.fields is None:
        return None
    if FIELDS_OF_TAG.get(annotation.tag) is not type(annotation.fields):
        raise ValueError(f"{type(annotation.fields).__name__} under the tag {annotation.tag}")
    return TABLE_OF_FIELDS[type(annotation.fields)]


def is_storable(content: str) -> bool:
    """Tell whether both databases keep a text: no NUL (PostgreSQL), no halves of UTF-16 pairs."""
    try:
        content.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in content


def _refuse_unstorable(row: Mapping[str, Any]) -> None:
    for name, content in row.items():
        if isinstance(content, str) and not is_storable(content):
            shown = content.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
            expected = Label("it has a character that is no text", "فيها رمز ليس من رموز النص")
            raise BadValue(field=name, value=shown, expected=expected)


def _refuse_unlisted(name: str, value: object, keys: Sequence[str]) -> None:
    listed = ", ".join(key for key in keys if key)
    expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
    raise BadValue(field=name, value=value, expected=expected)
