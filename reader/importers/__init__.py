"""Turn sources into articles. The formats are the lines of `formats.IMPORTERS`."""

import hashlib
import importlib
from contextlib import nullcontext
from pathlib import Path, PurePath

from reader.errors import SourceEmpty
from reader.importers import plain
from reader.importers.apart import Cancelled, Child, never
from reader.importers.columns import Columns
from reader.importers.document import Contents, Document, Given
from reader.importers.formats import IMPORTERS, recognised
from reader.importers.imported import Imported
from reader.importers.importer import Importer
from reader.importers.reading import limited, read_bytes
from reader.model.article import Article, ImportedArticle, Revision
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of

__all__ = [
    "IMPORTERS", "Child", "Columns", "Given", "Imported", "Importer", "from_bytes", "from_text",
    "load", "never",
]  # fmt: skip


# So much text is read in a moment; more could hold up the window's thread.
_AT_ONCE_BYTES = 1_000_000


def load(
    path: Path,
    encoding: str | None = None,
    *,
    columns: Columns | None = None,
    child: Child | None = None,
    cancelled: Cancelled = never,
) -> Imported:
    """Return the articles in a file; what is given is as for `from_bytes`.

    Raises children of ImportFailed.
    """
    given = Given(encoding=encoding, columns=columns)
    return from_bytes(read_bytes(path), path.name, given, child=child, cancelled=cancelled)


def from_bytes(
    source: bytes,
    name: str,
    given: Given | str | None = None,
    *,
    child: Child | None = None,
    cancelled: Cancelled = never,
) -> Imported:
    """Return the articles in some bytes; `name` is what to call them, and its ending counts.

    `given` is what a person chose and what is known, or an encoding. Foreign documents
    are read in `child`, or one that is started for this document alone. Raises children
    of ImportFailed, and BadValue for an encoding that is not offered.
    """
    if not limited(source, name):
        raise SourceEmpty(name=name)
    known = given if isinstance(given, Given) else Given(encoding=given)
    importer, notes = recognised(source, name, known.format)
    contents = _contents(importer, source, name, known, child, cancelled)
    articles = tuple(
        _imported(document, source, name, importer.key) for document in contents.documents
    )
    if not articles and contents.bundle is None:
        raise SourceEmpty(name=name)
    notes = (*notes, *contents.notes)
    return Imported(
        articles=articles, columns=contents.columns, notes=notes, bundle=contents.bundle
    )


def from_text(text: str, name: str) -> ImportedArticle:
    """Return a text that needs no decoding, such as a clipboard's, as an article.

    Its source is kept as UTF-8; a lone surrogate, which UTF-8 cannot hold, as U+FFFD.
    Raises SourceEmpty and SourceTooLarge.
    """
    safe = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    source = limited(safe.encode("utf-8"), name)
    return _imported(plain.document_of(safe, name, "utf-8"), source, name, "text")


def _contents(
    importer: Importer,
    source: bytes,
    name: str,
    given: Given,
    child: Child | None,
    cancelled: Cancelled,
) -> Contents:
    if importer.harmless and len(source) <= _AT_ONCE_BYTES:
        contents: Contents = importlib.import_module(importer.module).read(source, name, given)
        return contents
    with nullcontext(child) if child is not None else Child() as reading:
        return reading.read(importer.module, source, name, given, cancelled)


def _imported(document: Document, source: bytes, name: str, key: str) -> ImportedArticle:
    text = canonical(document.text)
    # A file of several articles is not kept once for each.
    own = b"".join(source[start:end] for start, end in document.parts) or source
    article = Article(
        title=canonical(document.title),
        byline=document.byline,
        publisher=document.publisher,
        url=document.url,
        published=document.published,
        language=document.language,
    )
    revision = Revision(
        article_uid=article.uid,
        text=text,
        text_sha256=sha256_of(text),
        canonical_version=CANONICAL_VERSION,
        # A name may hold bytes that are no UTF-8, which no database keeps.
        source_name=canonical(PurePath(name).name or name),
        source_sha256=hashlib.sha256(own).hexdigest(),
        format=key,
        encoding=document.encoding,
    )
    return ImportedArticle(article=article, revision=revision, source=own, notes=document.notes)
