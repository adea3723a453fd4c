"""Taguette's table of highlights: the words of each, its tag and its document; no places, no texts.

A document is an article of the library by its title. Taguette puts a space between the parts of
a highlight's HTML, so words are sought however they are spaced, and taken where they stand once.
"""

from reader.importers.document import Contents, Given
from reader.importers.named_rows import named_rows
from reader.label import Label
from reader.model.bundle import Bundle, Loose, Misfit
from reader.model.carried import Carried

_NO_TAG = Label("no tag was given to it", "لم تُسند إليها علامة")
_SHOWN_CP = 80


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return highlights by their documents; raises what `decode` raises."""
    documents: dict[str, list[Carried]] = {}
    misfits = []
    for row in named_rows(source, name, given):
        words, tag = row.get("content", ""), row.get("tag", "").strip()
        if not tag:
            misfits.append(Misfit(f"{row.get('id', '')}: {words[:_SHOWN_CP]}", _NO_TAG))
            continue
        key = f"{row.get('id', '')} {tag}"
        found = documents.setdefault(row.get("document", ""), [])
        found.append(Carried(key=key, tag=tag, exact=words, values={}))
    loose = (Loose(title=title, annotations=tuple(found)) for title, found in documents.items())
    return Contents(bundle=Bundle(loose=tuple(loose), misfits=tuple(misfits)))
