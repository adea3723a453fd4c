"""Hypothes.is: what its API and its export hold, as JSON; the pages' texts do not come along.

Its positions count in what a browser made of the page, so only the words and what stands
around them say where an annotation belongs (TextQuoteSelector).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.json_lists import objects
from reader.importers.shapes import listed, mapped, said
from reader.importers.web_annotations import selectors
from reader.label import Label
from reader.model.bundle import Bundle, Loose, Misfit
from reader.model.carried import Carried

KEY = "hypothesis"
# What an annotation without a tag is: one needs a tag here.
UNTAGGED = "ملاحظة"
_REPLY = Label("it answers another annotation", "رد على تعليق آخر")
_NO_WORDS = Label("it marks no words of the page", "لا يعلّم كلمات من الصفحة")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return annotations by their pages; raises SourceDamaged and what `decode` raises."""
    pages: dict[str, list[Carried]] = {}
    titles: dict[str, str] = {}
    misfits = []
    for whole, _, _ in objects(decode(source, name, given.encoding).text, name):
        for row in map(mapped, _rows(whole)):
            page = said(row.get("uri"))
            reason = _reason_against(row)
            if reason is not None:
                misfits.append(Misfit(f"{page} {said(row.get('text'))[:80]}", reason))
                continue
            pages.setdefault(page, []).extend(_annotations(row))
            titles.setdefault(page, _title(row))
    loose = tuple(
        Loose(title=titles[page], url=page, annotations=tuple(found))
        for page, found in pages.items()
    )
    return Contents(bundle=Bundle(loose=loose, misfits=tuple(misfits)))


def _rows(whole: Mapping[str, Any]) -> list[Any]:
    return listed(whole.get("rows")) or listed(whole.get("annotations")) or [whole]


def _reason_against(row: Mapping[str, Any]) -> Label | None:
    if listed(row.get("references")):
        return _REPLY
    quote = selectors(row).get("TextQuoteSelector", {})
    return None if said(quote.get("exact")) else _NO_WORDS


def _annotations(row: Mapping[str, Any]) -> Iterator[Carried]:
    """Yield an annotation for each tag, since one of ours has one."""
    quote = selectors(row)["TextQuoteSelector"]
    values = {
        "note": said(row.get("text")),
        "annotator": said(row.get("user")).removeprefix("acct:").partition("@")[0],
        "created_at": said(row.get("created")),
        "updated_at": said(row.get("updated")),
    }
    tags = list(filter(None, map(said, listed(row.get("tags"))))) or [UNTAGGED]
    own = said(row.get("id"))
    for number, tag in enumerate(tags):
        yield Carried(
            key=f"{own} {number}",
            lasting_id=f"hypothes.is {own} {tag}" if own else "",
            tag=tag,
            exact=said(quote.get("exact")),
            prefix=said(quote.get("prefix")),
            suffix=said(quote.get("suffix")),
            values={key: value for key, value in values.items() if value},
        )


def _title(row: Mapping[str, Any]) -> str:
    titles = mapped(row.get("document")).get("title")
    return said(titles[0] if isinstance(titles, list) and titles else titles)
