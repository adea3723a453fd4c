"""The next annotation with which something has still to be done, across all articles."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, not_, or_, select

from reader.model.anchors import LOST
from reader.storage.mapping import table_of
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, SHOWN
from reader.storage.schema import ClaimRow, EntityRow, EvidenceRow, QuoteRow, RulingRow

_QUOTES, _ENTITIES, _CLAIMS = table_of(QuoteRow), table_of(EntityRow), table_of(ClaimRow)
_EVIDENCE, _RULINGS = table_of(EvidenceRow), table_of(RulingRow)
_UID = ANNOTATIONS.c.uid


def _has(table: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(table.c.annotation_uid == _UID, *conditions)


_SPEAKER = or_(_QUOTES.c.speaker != "", _QUOTES.c.speaker_uid.is_not(None))
_DROPPED = _CLAIMS.c.state == "dropped"

# By the key of a queue: which annotations wait in it.
_WAITING: Mapping[str, ColumnElement[bool]] = {
    "unreviewed": ANNOTATIONS.c.status == "draft",
    "quote_without_speaker": and_(ANNOTATIONS.c.tag == "quote", not_(_has(_QUOTES, _SPEAKER))),
    "entity_without_subject": and_(
        ANNOTATIONS.c.tag == "entity",
        not_(_has(_ENTITIES, _ENTITIES.c.subject_uid.is_not(None))),
    ),
    "claim_without_evidence": and_(
        ANNOTATIONS.c.tag == "claim", not_(_has(_EVIDENCE)), not_(_has(_CLAIMS, _DROPPED))
    ),
    "claim_without_verdict": and_(
        ANNOTATIONS.c.tag == "claim", not_(_has(_RULINGS)), not_(_has(_CLAIMS, _DROPPED))
    ),
}


def next_in_queue(
    connection: Connection, queue: str, after: tuple[int, int, str] | None
) -> str | None:
    """Return the uid of the next annotation that waits in a queue, or None.

    `after` is where one is: the article's number, a position in code points, and the
    uid of the annotation there, "" for none. Behind the last it begins anew with the first.
    """
    order = (ARTICLES.c.id, ANNOTATIONS.c.start_cp, _UID)
    every: Select[Any] = (
        select(_UID)
        .select_from(ANNOTATIONS.join(REVISIONS).join(ARTICLES, SHOWN))
        .where(
            _WAITING[queue],
            ARTICLES.c.deleted_at.is_(None),
            ANNOTATIONS.c.anchor != LOST,
            ANNOTATIONS.c.status != "rejected",
        )
        .order_by(*order)
        .limit(1)
    )
    if after is not None:
        article, start, uid = after
        further = or_(
            order[0] > article,
            and_(order[0] == article, order[1] > start),
            and_(order[0] == article, order[1] == start, order[2] > uid),
        )
        found: str | None = connection.scalar(every.where(further))
        if found is not None:
            return found
    first: str | None = connection.scalar(every)
    return first
