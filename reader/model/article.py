"""An article and the text it had each time it was imported."""

from dataclasses import dataclass, field
from datetime import datetime

from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """What is known of an article; its words are in a `Revision`.

    `id` is the number that people use; the library gives it at the first save.
    `published` is an ISO 8601 date or time whose form tells its precision, and
    `language` a BCP 47 tag. An article in the trash has `deleted_at`.
    """

    uid: str = field(default_factory=new_uid)
    id: int = 0
    title: str
    byline: str = ""
    publisher: str = ""
    url: str = ""
    archive_url: str = ""
    published: str = ""
    language: str = "ar"
    retrieved_at: datetime | None = None
    created_at: datetime = field(default_factory=now)
    deleted_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """One state of an article's text, in canonical form; it never changes.

    `text_sha256` is the digest of the text in UTF-8, `source_sha256` that of the
    bytes as they were read; `source_name` the file's name without its folder.
    """

    uid: str = field(default_factory=new_uid)
    article_uid: str
    number: int = 1
    text: str
    text_sha256: str
    canonical_version: int
    source_name: str = ""
    source_sha256: str
    format: str = "text"
    encoding: str = "utf-8"
    imported_at: datetime = field(default_factory=now)


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedArticle:
    """What an importer hands to the library: an article, its text and its bytes."""

    article: Article
    revision: Revision
    source: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleSummary:
    """One line of the list of articles; `length` of the newest text in code points."""

    article: Article
    revision_uid: str
    length: int
    annotations: int
