"""Plain text: its first line that says anything is the title, and stays in the text."""

from pathlib import PurePath

import regex

from reader.errors import SourceEmpty
from reader.importers.decoding import decode
from reader.importers.document import Document

TITLE_CP = 200
_SAYS_NOTHING = regex.compile(r"[\s\p{Cf}\p{Cc}\ufffd]*")


def read(source: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the document in some bytes; raises SourceEmpty and what `decode` raises."""
    decoded = decode(source, name, encoding)
    return document_of(decoded.text, name, decoded.encoding)


def document_of(text: str, name: str, encoding: str) -> Document:
    """Return a text as a document; raises SourceEmpty for one without a word."""
    if _SAYS_NOTHING.fullmatch(text):
        raise SourceEmpty(name=name)
    return Document(title=_title(text) or PurePath(name).stem, text=text, encoding=encoding)


def _title(text: str) -> str:
    """Return the first line that says anything, cut after a word where it is too long."""
    for line in regex.split(r"[\n\r\u2028\u2029]", text):
        title = line.strip("\ufeff \t\u00a0")
        if title and not _SAYS_NOTHING.fullmatch(title):
            if len(title) <= TITLE_CP:
                return str(title)
            cut = title[:TITLE_CP].rpartition(" ")[0] or title[:TITLE_CP]
            return f"{cut}…"
    return ""
