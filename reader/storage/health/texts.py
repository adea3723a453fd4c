"""What holds between a text, the bytes it came from and the annotations in it."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from reader.storage.health.checks import Found
from reader.storage.mapping import table_of
from reader.storage.queries import ANNOTATIONS, REVISIONS
from reader.storage.schema import QuoteRow
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of

# So much text is held at once: revisions, and code points in them unless one alone is longer.
_REVISIONS_AT_ONCE = 500
_LENGTH_AT_ONCE = 1_000_000
_ROWS_AT_ONCE = {"yield_per": 1000}
_QUOTES = table_of(QuoteRow)
# An annotation that lost its place keeps the words that it had.
_LOST = "orphan"


def look_at_texts(connection: Connection) -> Iterator[Found]:
    """Yield texts, sources and annotations that do not agree."""
    for uids in _parts(connection):
        texts: dict[str, str] = {}
        query = select(REVISIONS).where(REVISIONS.c.uid.in_(uids))
        for row in connection.execute(query):
            texts[row.uid] = row.text
            yield from _text(row)
        yield from _annotations(connection, uids, texts)
        yield from _cues(connection, uids, texts)


def _parts(connection: Connection) -> Iterator[list[str]]:
    part: list[str] = []
    length = 0
    query = select(REVISIONS.c.uid, REVISIONS.c.length_cp)
    for uid, length_cp in connection.execute(query).all():
        part.append(uid)
        length += length_cp
        if length >= _LENGTH_AT_ONCE or len(part) >= _REVISIONS_AT_ONCE:
            yield part
            part, length = [], 0
    if part:
        yield part


def _text(row: Any) -> Iterator[Found]:
    if sha256_of(row.text) != row.text_sha256:
        yield "text_hash", f"revisions {row.uid}"
    if len(row.text) != row.length_cp:
        yield "text_length", f"revisions {row.uid}"
    if row.canonical_version == CANONICAL_VERSION and canonical(row.text) != row.text:
        yield "text_form", f"revisions {row.uid}"
    if sha256(row.source).hexdigest() != row.source_sha256:
        yield "source_hash", f"revisions {row.uid}"


def _annotations(
    connection: Connection, uids: list[str], texts: Mapping[str, str]
) -> Iterator[Found]:
    table = ANNOTATIONS.c
    columns = (table.uid, table.revision_uid, table.start_cp, table.end_cp, table.exact)
    query = select(*columns, table.prefix, table.suffix, table.anchor)
    query = query.where(table.revision_uid.in_(uids))
    for row in connection.execute(query, execution_options=_ROWS_AT_ONCE):
        for key in _span(row, texts[row.revision_uid]):
            yield key, f"annotations {row.uid}"


def _span(row: Any, text: str) -> Iterator[str]:
    if row.anchor == _LOST:
        return
    if not 0 <= row.start_cp < row.end_cp <= len(text):
        yield "span"
        return
    if text[row.start_cp : row.end_cp] != row.exact:
        yield "words"
    before = text[max(0, row.start_cp - len(row.prefix)) : row.start_cp]
    after = text[row.end_cp : row.end_cp + len(row.suffix)]
    if before != row.prefix or after != row.suffix:
        yield "surroundings"


def _cues(connection: Connection, uids: list[str], texts: Mapping[str, str]) -> Iterator[Found]:
    """Yield quotes whose cue, or whose speaker's name, cannot stand where it is said to."""
    for part in ("cue", "speaker"):
        start, end = (_QUOTES.c[f"{part}_{which}_cp"] for which in ("start", "end"))
        query = select(ANNOTATIONS.c.uid, ANNOTATIONS.c.revision_uid, start, end).join(_QUOTES)
        query = query.where(ANNOTATIONS.c.revision_uid.in_(uids), start.is_not(None))
        for uid, revision_uid, start_cp, end_cp in connection.execute(query):
            if end_cp is None or not 0 <= start_cp < end_cp <= len(texts[revision_uid]):
                yield "cue", f"annotations {uid}"
