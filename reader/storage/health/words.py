"""Whether the index of words holds what the library says, and nothing else."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from reader.storage.health.checks import Found
from reader.storage.search.index import DOCUMENTS, counted_terms, parts_of, placed_terms
from reader.storage.search.indexing import all_documents


def look_at_words(connection: Connection) -> Iterator[Found]:
    """Yield documents that the index lacks or should not have, and words that it counts wrongly."""
    columns = (DOCUMENTS.c.kind, DOCUMENTS.c.record_uid, DOCUMENTS.c.part, DOCUMENTS.c.article_id)
    listed = {tuple(row) for row in connection.execute(select(*columns))}
    expected: Counter[tuple[str, str]] = Counter()
    for documents in all_documents(connection):
        for one in documents:
            if not one.is_kept:
                continue
            for number, part in enumerate(parts_of(one.terms)):
                key = (one.kind, one.record_uid, number, one.article_id)
                if key in listed:
                    listed.remove(key)
                else:
                    yield "search", f"search_documents {one.kind} {one.record_uid}"
                expected.update(placed_terms(part))
    for kind, uid, _, _ in listed:
        yield "search", f"search_documents {kind} {uid}"
    yield from _miscounted(connection, expected)


def _miscounted(connection: Connection, expected: "Counter[tuple[str, str]]") -> Iterator[Found]:
    wrong = 0
    for term, place, count in counted_terms(connection):
        if expected.pop((place, term), 0) != count:
            wrong += 1
    # The words themselves are nobody's business in a report.
    if wrong or expected:
        yield "search", f"search_index {wrong + len(expected)}"
