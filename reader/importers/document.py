"""What a format's reader makes of a source, before the library knows of it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A source as its format tells it; `text` not yet in canonical form."""

    title: str
    text: str
    encoding: str
    byline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = "ar"
