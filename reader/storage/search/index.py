"""The index of words in either database: rows in, rows out, and how it is asked for a word.

Nothing of what is taken out stays (SEC-14): FTS5 is told so by its own setting,
and where SQLite is too old for that (before 3.42) the index is written anew.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, cast, column, literal_column, select, table, text

from reader.frozen import dataclass
from reader.storage.mapping import table_of
from reader.storage.schema.search import SearchDocumentRow, drop_index, make_index
from reader.text.terms import LONGEST_TERM_CP, Terms

DOCUMENTS = table_of(SearchDocumentRow)
# The most terms of one row: PostgreSQL takes lexemes of 1 MB together.
TERMS_A_PART = 3000
_SECURE_SINCE = (3, 42)
_SECURE_FORMAT = 5

# Where a term stands: FTS5's column and PostgreSQL's weight.
_PLACES = (("plain", "A"), ("folded", "B"), ("spelt", "C"), ("behind", "D"))
_INSERT = {
    "sqlite": "INSERT INTO search_index (rowid, plain, folded, spelt, behind)"
    " VALUES (:id, :plain, :folded, :spelt, :behind)",
    "postgresql": "INSERT INTO search_index (document_id, terms)"
    " VALUES (:id, CAST(:terms AS tsvector))",
}
_DELETE_WORDS = text(
    "INSERT INTO search_index (search_index, rowid, plain, folded, spelt, behind)"
    " VALUES ('delete', :id, :plain, :folded, :spelt, :behind)"
)
_FTS = table("search_index", column("rowid"))
_SERVER = table("search_index", column("document_id"), column("terms"))


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word to be looked up.

    `open` takes words that only begin so, `behind` those with particles joined to
    them; `spelt` wants this spelling and no other.
    """

    folded: str
    open: bool = False
    behind: bool = False
    spelt: str = ""


def parts_of(terms: Terms) -> list[Terms]:
    """Return the terms of a text, some thousand in each part; the same for the same terms."""
    places = {name: sorted(getattr(terms, name)) for name, _ in _PLACES}
    size = sum(map(len, places.values()))
    count = max(1, -(-size // TERMS_A_PART))
    return [
        Terms(**{name: frozenset(some[number::count]) for name, some in places.items()})
        for number in range(count)
    ]


def placed_terms(terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield the terms of a document, each with the name of its place in the index."""
    for name, _ in _PLACES:
        for term in getattr(terms, name):
            yield name, term


def insert_words(connection: Connection, rows: Sequence[tuple[int, Terms]]) -> None:
    """Put the terms of documents into the index."""
    name = connection.dialect.name
    if rows:
        made = [_row(name, number, terms) for number, terms in rows]
        connection.execute(text(_INSERT[name]), made)


def delete_words(connection: Connection, rows: Sequence[tuple[int, Terms]]) -> None:
    """Take the terms of documents out of the index; they must be those that were put in.

    A server forgets them with their documents.
    """
    if rows and connection.dialect.name == "sqlite":
        connection.execute(_DELETE_WORDS, [_row("sqlite", number, terms) for number, terms in rows])
        if not _is_secure(connection):
            connection.execute(text("INSERT INTO search_index (search_index) VALUES ('optimize')"))


def suits(connection: Connection) -> bool:
    """Tell whether the SQLite at hand can use the index as it was left."""
    if connection.dialect.name != "sqlite":
        return True
    if not _is_there(connection):
        return False
    rows = connection.execute(text("SELECT k, v FROM search_index_config")).all()
    settings: dict[str, int] = {row.k: row.v for row in rows}
    if _is_secure(connection):
        return settings.get("secure-delete") == 1
    return settings.get("version", 0) < _SECURE_FORMAT


def make_anew(connection: Connection) -> None:
    """Leave an empty index."""
    connection.execute(DOCUMENTS.delete())
    if connection.dialect.name != "sqlite":
        return
    if _is_there(connection):
        # An old SQLite would not even drop what it cannot read.
        connection.execute(text("UPDATE search_index_config SET v = 4 WHERE k = 'version'"))
    drop_index(connection)
    make_index(connection)
    if _is_secure(connection):
        connection.execute(
            text("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)")
        )


def numbers_with(dialect: str, sought: Any) -> Select[Any]:
    """Return the query for the numbers of the documents that hold a word.

    `sought` is what `looked_up` returns for it, or a parameter that is bound to that.
    """
    if dialect == "sqlite":
        return select(_FTS.c.rowid).where(literal_column("search_index").op("MATCH")(sought))
    from sqlalchemy.dialects.postgresql import TSQUERY  # noqa: PLC0415 - a file needs none of it

    held = _SERVER.c.terms.op("@@")(cast(sought, TSQUERY))
    return select(_SERVER.c.document_id).where(held)


def looked_up(dialect: str, word: Word) -> str:
    """Return a word in the language in which a database asks its index."""
    return _fts_query(word) if dialect == "sqlite" else _server_query(word)


def counted_terms(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """Yield each term of the index, the name of its place, and how many documents hold it there."""
    if connection.dialect.name == "sqlite":
        for row in connection.execute(text("SELECT term, col, doc FROM search_vocabulary")):
            yield row.term, row.col, row.doc
        return
    query = text("SELECT word, ndoc FROM ts_stat('SELECT terms FROM search_index', :weight)")
    for name, weight in _PLACES:
        for row in connection.execute(query, {"weight": weight}):
            yield row.word, name, row.ndoc


def _row(dialect: str, number: int, terms: Terms) -> dict[str, Any]:
    if dialect == "sqlite":
        listed = {name: sorted(getattr(terms, name)) for name, _ in _PLACES}
        return {"id": number} | {name: " ".join(some) for name, some in listed.items()}
    lexemes: dict[str, list[str]] = {}
    for position, (name, weight) in enumerate(_PLACES, start=1):
        for term in getattr(terms, name):
            lexemes.setdefault(term, []).append(f"{position}{weight}")
    written = (f"{_quoted(term)}:{','.join(places)}" for term, places in lexemes.items())
    return {"id": number, "terms": " ".join(written)}


def _fts_query(word: Word) -> str:
    quoted = _term(word).replace('"', '""')
    return f'{{{" ".join(_places_of(word, 0))}}} : "{quoted}"{" *" if word.open else ""}'


def _server_query(word: Word) -> str:
    return f"{_quoted(_term(word))}:{'*' if word.open else ''}{''.join(_places_of(word, 1))}"


def _term(word: Word) -> str:
    return (word.spelt or word.folded)[:LONGEST_TERM_CP]


def _places_of(word: Word, which: int) -> list[str]:
    """Return where a word is looked for: the names of places (0) or their weights (1)."""
    wanted = {"plain", "folded"}
    if word.spelt:
        wanted = {"plain"} if word.spelt == word.folded else {"spelt"}
    elif word.behind:
        wanted.add("behind")
    return [place[which] for place in _PLACES if place[0] in wanted]


def _quoted(term: str) -> str:
    """Return a lexeme as PostgreSQL reads it within quotation marks."""
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _is_there(connection: Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name = 'search_index_config'"
    return bool(connection.scalar(text(query)))


def _is_secure(connection: Connection) -> bool:
    """Tell whether this SQLite can take words out of the index without a trace."""
    driver: Any = connection.dialect.dbapi
    return tuple(driver.sqlite_version_info) >= _SECURE_SINCE
