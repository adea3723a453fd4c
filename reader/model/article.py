"""An article and the text it had each time it was imported."""

from dataclasses import field
from datetime import datetime

from reader.frozen import dataclass
from reader.label import Label
from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """What is known of an article; its words are in a `Revision`.

    `id` is the number that people use; the library gives it at the first save.
    `published` is an ISO 8601 date or time whose form tells its precision, and
    `language` a BCP 47 tag. It lies in one collection or none, and bears the labels
    of `label_uids`. `revision_number` tells which of its revisions is shown and worked
    on. An article in the trash has `deleted_at`.
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
    collection_uid: str | None = None
    label_uids: tuple[str, ...] = ()
    revision_number: int = 1
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
class RevisionSummary:
    """One line of the list of an article's revisions: all but the words; `length` in code points.

    `annotations` counts those that are tied to it, the lost ones too.
    """

    uid: str
    number: int
    text_sha256: str
    source_sha256: str
    source_name: str
    format: str
    encoding: str
    imported_at: datetime
    length: int
    annotations: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedArticle:
    """What an importer hands to the library: an article, its text and its bytes.

    `notes` say what a person should check in it; they are not kept.
    """

    article: Article
    revision: Revision
    source: bytes
    notes: tuple[Label, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleSummary:
    """One line of the list of articles; `length` of the text that is shown in code points.

    `annotations` counts those of that text. `is_duplicate` tells that another
    article has the same text or the same address, `is_changed` that the reader whom
    the list is for has read another text of it last.
    """

    article: Article
    revision_uid: str
    length: int
    annotations: int
    is_duplicate: bool = False
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What an article is chosen by."""

    uid: str
    title: str
    publisher: str
    published: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Duplicate:
    """An article that is in the library already, and by what it was recognised.

    `same_text`: one of its texts is the same code point by code point.
    `same_address`: its address leads to the same page.
    """

    article: Article
    same_text: bool
    same_address: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognised:
    """The article that an import brings again, and its text of the same words, if there is one.

    `is_shown` tells that this is the text on show, so that the import brings nothing.
    """

    article: Article
    revision_uid: str | None
    is_shown: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Where somebody is with an article: which text was read last, when, and from where on.

    `top_cp` is the first code point on show. A reading is no edit: it has no
    history, and each annotator has their own.
    """

    article_uid: str
    annotator_uid: str
    revision_uid: str
    read_at: datetime = field(default_factory=now)
    top_cp: int = 0
