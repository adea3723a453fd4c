"""What a format's reader is given beside the bytes, and what it makes of them."""

from reader.frozen import dataclass
from reader.importers.columns import Columns
from reader.label import Label
from reader.model.bundle import Bundle


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """What is known of a source beside its bytes; nothing of it is a must.

    `encoding` and `columns` are a person's choices, as is `format`, the key of an importer;
    `url` is where the source came from.
    """

    encoding: str | None = None
    columns: Columns | None = None
    url: str = ""
    format: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One article as its format tells it; `text` not yet in canonical form.

    Paragraphs end in newlines. `published` is an ISO 8601 date or time whose form
    tells its precision. `notes` say what a person should look at. `parts` are the
    ranges of the source, in bytes, that this article came from; none for all of it.
    """

    title: str
    text: str
    encoding: str = "utf-8"
    byline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = "ar"
    notes: tuple[Label, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """All that a source holds: its articles in order, and for a table its columns.

    A format that holds annotations gives all of its articles in `bundle` instead.
    """

    documents: tuple[Document, ...] = ()
    columns: Columns | None = None
    notes: tuple[Label, ...] = ()
    bundle: Bundle | None = None
