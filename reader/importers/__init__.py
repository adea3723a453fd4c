"""Turn sources into articles. To add a format, add a file and a line to `IMPORTERS`."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from reader.errors import SourceEmpty
from reader.importers import plain
from reader.importers.document import Document
from reader.importers.reading import limited, read_bytes
from reader.label import Label
from reader.model.article import Article, ImportedArticle, Revision
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of

_Read = Callable[[bytes, str, str | None], Document]


@dataclass(frozen=True, slots=True)
class Importer:
    """One format: its key in the library, its name, how its files end, and what reads it."""

    key: str
    label: Label
    suffixes: tuple[str, ...]
    read: _Read


IMPORTERS = (Importer("text", Label("Plain text", "نص عادي"), (".txt", ".text"), plain.read),)


def load(path: Path, encoding: str | None = None) -> ImportedArticle:
    """Return the article in a file; `encoding` is a person's choice, None to find out.

    Raises children of ImportFailed.
    """
    return from_bytes(read_bytes(path), path.name, encoding)


def from_bytes(source: bytes, name: str, encoding: str | None = None) -> ImportedArticle:
    """Return the article in some bytes; raises children of ImportFailed."""
    if not limited(source, name):
        raise SourceEmpty(name=name)
    importer = _importer_for(name)
    document = importer.read(source, name, encoding)
    return _imported(document, source, name, importer.key)


def from_text(text: str, name: str) -> ImportedArticle:
    """Return a text that needs no decoding, such as a clipboard's, as an article.

    Its source is kept as UTF-8; a lone surrogate, which UTF-8 cannot hold, as U+FFFD.
    Raises SourceEmpty and SourceTooLarge.
    """
    safe = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    source = limited(safe.encode("utf-8"), name)
    return _imported(plain.document_of(safe, name, "utf-8"), source, name, "text")


def _importer_for(name: str) -> Importer:
    """Return the importer of a name's ending; whatever we do not know is tried as text."""
    suffix = Path(name).suffix.lower()
    return next((one for one in IMPORTERS if suffix in one.suffixes), IMPORTERS[0])


def _imported(document: Document, source: bytes, name: str, key: str) -> ImportedArticle:
    text = canonical(document.text)
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
        source_sha256=hashlib.sha256(source).hexdigest(),
        format=key,
        encoding=document.encoding,
    )
    return ImportedArticle(article=article, revision=revision, source=source)
