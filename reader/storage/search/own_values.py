"""What a query asks of free fields, held against what annotations hold there."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from reader.model.annotation import Annotation
from reader.storage.codebook import OWN_VALUES, own_fields
from reader.storage.queries import ANNOTATIONS
from reader.text.own_asked import OwnAsked, asked_in, holds_own
from reader.text.seeking import LibraryQuery


def may_hold(query: LibraryQuery) -> list[ColumnElement[bool]]:
    """Return the conditions that leave out annotations which hold nothing at all."""
    if not _asked(query, negated=False):
        return []
    return [ANNOTATIONS.c.uid.in_(select(OWN_VALUES.c.annotation_uid))]


def holding(
    connection: Connection, query: LibraryQuery, annotations: Iterable[Annotation]
) -> list[Annotation]:
    """Return those annotations that hold all that is asked, and nothing that must not be."""
    wanted, unwanted = (_asked(query, negated=one) for one in (False, True))
    if not wanted and not unwanted:
        return list(annotations)
    fields = own_fields(connection)
    return [
        one
        for one in annotations
        if holds_own(one.tag, one.own, wanted, fields)
        and not any(holds_own(one.tag, one.own, (asked,), fields) for asked in unwanted)
    ]


def _asked(query: LibraryQuery, *, negated: bool) -> list[OwnAsked]:
    return [asked_in(one.value) for one in query.of("field") if one.negated is negated]
