"""Which articles a list shows, and in which order: one value, one table, for window and command."""

from collections.abc import Iterable
from dataclasses import fields, replace

from reader.frozen import dataclass
from reader.label import Label
from reader.model.collection import Collection, within


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleFilter:
    """What an article must meet to be in a list; whatever is not set is met by all.

    `text` holds words that title, byline or publisher must all hold, compared as
    search compares. `publisher` is compared so too. `published_from` and
    `published_to` are partial dates (2020, 2020-03, 2020-03-26): an article meets
    them when it can have been published between the first day of the one and the
    last day of the other. `tag` and `status` want one annotation of the text that is shown
    that has both. `collection_uids` are those an article may lie in; `unfiled`
    wants it in none. `recent` wants it read by whoever asks. `duplicates` wants
    another article of the same text or the same address. `trashed` lists the trash
    instead of what is outside it.
    """

    text: str = ""
    publisher: str = ""
    published_from: str = ""
    published_to: str = ""
    tag: str = ""
    status: str = ""
    collection_uids: frozenset[str] = frozenset()
    label_uid: str = ""
    unfiled: bool = False
    recent: bool = False
    duplicates: bool = False
    trashed: bool = False

    def is_narrow(self) -> bool:
        """Tell whether a person has asked for less than a whole shelf."""
        return any(getattr(self, one) != getattr(_EVERYTHING, one) for one in _ASKED)


@dataclass(frozen=True, slots=True)
class ArticleOrder:
    """A key of ARTICLE_SORTS, and whether its order is turned round."""

    key: str = "imported"
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One way to narrow a list: a field of `ArticleFilter` as people set it.

    `key` is also the command line's option; `kind` is "text", "publisher", "date",
    "tag", "status", "collection", "label" or "switch".
    """

    key: str
    label: Label
    kind: str
    help: Label


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a list is chosen by.

    `kind` is "all", "recent", "unfiled", "duplicates", "trash", or "collection" or
    "label", and then `uid` tells which.
    """

    kind: str = "all"
    uid: str = ""


CRITERIA = (
    Criterion(
        "text",
        Label("Words", "كلمات"),
        "text",
        Label("words of the title, byline or publisher", "كلمات من العنوان أو الكاتب أو الناشر"),
    ),
    Criterion(
        "publisher",
        Label("Publisher", "الناشر"),
        "publisher",
        Label("only what this publisher published", "ما نشره هذا الناشر وحده"),
    ),
    Criterion(
        "from",
        Label("Published from", "منشور منذ"),
        "date",
        Label("published on or after a date: 2020, 2020-03 …", "منشور منذ تاريخ: 2020 أو 2020-03…"),
    ),
    Criterion(
        "to",
        Label("Published until", "منشور حتى"),
        "date",
        Label("published on or before a date", "منشور حتى تاريخ"),
    ),
    Criterion(
        "tag",
        Label("Tag", "العلامة"),
        "tag",
        Label("with an annotation of this tag", "فيه تعليق بهذه العلامة"),
    ),
    Criterion(
        "status",
        Label("Status", "الحالة"),
        "status",
        Label("with an annotation of this status", "فيه تعليق بهذه الحالة"),
    ),
    Criterion(
        "collection",
        Label("Collection", "المجموعة"),
        "collection",
        Label("in this collection or one within", "في هذه المجموعة أو في مجموعة داخلها"),
    ),
    Criterion(
        "label",
        Label("Label", "الوسم"),
        "label",
        Label("with this label", "عليه هذا الوسم"),
    ),
    Criterion(
        "duplicates",
        Label("Duplicates", "المكررات"),
        "switch",
        Label("only those of which there is another", "ما له نظير وحده"),
    ),
    Criterion(
        "trash",
        Label("Trash", "سلة المحذوفات"),
        "switch",
        Label("those in the trash, instead of the others", "ما في سلة المحذوفات بدلًا من غيره"),
    ),
)

_EVERYTHING = ArticleFilter()
_WHERE = ("collection_uids", "label_uid", "unfiled", "recent", "duplicates", "trashed")
_ASKED = tuple(one.name for one in fields(ArticleFilter) if one.name not in _WHERE)


def on_shelf(shelf: Shelf, collections: Iterable[Collection]) -> ArticleFilter:
    """Return the filter that lets a whole shelf through; a collection with all that lies in it."""
    filters = {
        "recent": ArticleFilter(recent=True),
        "unfiled": ArticleFilter(unfiled=True),
        "duplicates": ArticleFilter(duplicates=True),
        "label": ArticleFilter(label_uid=shelf.uid),
        "trash": ArticleFilter(trashed=True),
    }
    if shelf.kind == "collection":
        return ArticleFilter(collection_uids=within(collections, shelf.uid))
    return filters.get(shelf.kind, _EVERYTHING)


def narrowed(shelf: ArticleFilter, asked: ArticleFilter, text: str) -> ArticleFilter:
    """Return the filter that lets through what of a shelf is asked for and holds some words."""
    where = {name: getattr(shelf, name) for name in _WHERE}
    return replace(asked, text=text, **where)
