"""Plain text: its first line that says anything is the title, and stays in the text."""

import regex

from reader.errors import SourceEmpty
from reader.importers.decoding import decode
from reader.importers.document import Contents, Document, Given
from reader.text.boundaries import previous_grapheme, previous_word
from reader.text.canonical import canonical
from reader.text.direction import is_rtl

TITLE_CP = 200
# Neither spaces nor controls nor what stands for a lost character can be read.
_SAYS_SOMETHING = regex.compile(r"[^\s\p{Cf}\p{Cc}\ufffd]")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the article in some bytes; raises SourceEmpty and what `decode` raises."""
    decoded = decode(source, name, given.encoding)
    return Contents(documents=(document_of(decoded.text, name, decoded.encoding),))


def document_of(raw: str, name: str, encoding: str) -> Document:
    """Return a text as a document; raises SourceEmpty for one without a word."""
    text = canonical(raw)
    title = title_of(text)
    if not title:
        raise SourceEmpty(name=name)
    return Document(
        title=title, text=text, encoding=encoding, language="ar" if is_rtl(text) else "und"
    )


def title_of(text: str) -> str:
    """Return the first line that says anything, at most 200 code points; "" if none does.

    A longer line is cut after a word, or a grapheme, and ends in an ellipsis.
    """
    said = _SAYS_SOMETHING.search(text)
    if said is None:
        return ""
    start = text.rfind("\n", 0, said.start()) + 1
    line = text[start:].partition("\n")[0].strip()
    return line if len(line) <= TITLE_CP else _cut(line)


def _cut(line: str) -> str:
    end = previous_word(line, TITLE_CP)
    if not line[:end].strip():
        end = previous_grapheme(line, TITLE_CP)
    return line[:end].rstrip() + "…"
