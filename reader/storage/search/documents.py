"""What the index holds of each record: which documents, with which terms."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.claim import Evidence, Ruling
from reader.model.searched import Searched, searched_texts
from reader.model.subject import Subject
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, chunks
from reader.storage.search.index import DOCUMENTS, delete_words, insert_words, parts_of
from reader.text.terms import Terms, terms_of

KIND_OF: Mapping[type, str] = {
    Article: "head",
    Annotation: "annotation",
    Subject: "subject",
    Ruling: "ruling",
    Evidence: "evidence",
}
_INSERT = insert(DOCUMENTS).returning(DOCUMENTS.c.id, sort_by_parameter_order=True)


@dataclass(frozen=True, slots=True)
class Document:
    """A part of the library with its terms; `article_id` is None for a subject."""

    kind: str
    record_uid: str
    article_id: int | None
    terms: Terms

    @property
    def is_kept(self) -> bool:
        """Tell whether it has words, or is a text: its annotations are found by it."""
        return bool(self.terms) or self.kind == "text"


def document_of(record: Searched, article_id: int | None) -> Document:
    """Return what the index holds of a record beside the text of an article."""
    texts = [text for _, text in searched_texts(record)]
    return Document(KIND_OF[type(record)], record.uid, article_id, terms_of(*texts))


def text_document(revision_uid: str, article_id: int, text: str) -> Document:
    """Return what the index holds of an article's text."""
    return Document("text", revision_uid, article_id, terms_of(text))


def put_in(connection: Connection, documents: Iterable[Document]) -> None:
    """Add documents to the index; those without words stay out."""
    rows: list[dict[str, object]] = []
    terms: list[Terms] = []
    for one in documents:
        parts = parts_of(one.terms) if one.is_kept else []
        for number, part in enumerate(parts):
            rows.append(
                {
                    "kind": one.kind,
                    "record_uid": one.record_uid,
                    "part": number,
                    "article_id": one.article_id,
                }
            )
            terms.append(part)
    if not rows:
        return
    numbers = connection.scalars(_INSERT, rows)
    insert_words(connection, list(zip(numbers, terms, strict=True)))


def take_out(connection: Connection, documents: Sequence[Document]) -> None:
    """Take documents out of the index; their terms must be those that were put in."""
    for part in chunks(documents):
        wanted = {(one.kind, one.record_uid): one for one in part}
        uids = [one.record_uid for one in part]
        found = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.record_uid.in_(uids))).all()
        rows = [row for row in found if (row.kind, row.record_uid) in wanted]
        words = [(row.id, _part(wanted[row.kind, row.record_uid], row.part)) for row in rows]
        delete_words(connection, words)
        gone = DOCUMENTS.delete().where(DOCUMENTS.c.id.in_([row.id for row in rows]))
        connection.execute(gone)


def _part(document: Document, number: int) -> Terms:
    parts = parts_of(document.terms)
    return parts[number] if number < len(parts) else Terms()


def article_ids_of_claims(connection: Connection, annotation_uids: Iterable[str]) -> dict[str, int]:
    """Return the number of the article of each annotation."""
    found: dict[str, int] = {}
    for part in chunks(sorted(set(annotation_uids))):
        query = (
            select(ANNOTATIONS.c.uid, ARTICLES.c.id)
            .join(REVISIONS, REVISIONS.c.uid == ANNOTATIONS.c.revision_uid)
            .join(ARTICLES, ARTICLES.c.uid == REVISIONS.c.article_uid)
            .where(ANNOTATIONS.c.uid.in_(part))
        )
        found |= {row.uid: row.id for row in connection.execute(query)}
    return found


def article_ids(connection: Connection, revision_uids: Iterable[str]) -> dict[str, int]:
    """Return the number of the article of each text."""
    found: dict[str, int] = {}
    for part in chunks(sorted(set(revision_uids))):
        query = (
            select(REVISIONS.c.uid, ARTICLES.c.id)
            .join(ARTICLES, ARTICLES.c.uid == REVISIONS.c.article_uid)
            .where(REVISIONS.c.uid.in_(part))
        )
        found |= {row.uid: row.id for row in connection.execute(query)}
    return found
