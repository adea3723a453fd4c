"""EPUB: the chapters of a book in the order of its spine, as one article (EPUB 3.3)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from reader.errors import SourceDamaged, SourceEmpty, SourceEncrypted
from reader.importers.archive import Archive
from reader.importers.dates import iso_moment
from reader.importers.document import Contents, Given
from reader.importers.flow import Flow, document_of
from reader.importers.markup import local, parse_xml, said
from reader.importers.notes import CHAPTERS_MISSING
from reader.label import Label

_CONTAINER, _RIGHTS = "META-INF/container.xml", "META-INF/rights.xml"
_NO_PACKAGE = Label("it does not say where its chapters are", "لا يذكر مواضع فصوله")
_LEFT_OUT = {
    "head",
    "script",
    "style",
    "template",
    "svg",
    "math",
    "audio",
    "video",
    "object",
    "rt",
    "rp",
}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
}  # fmt: skip


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return a book as one article.

    Raises SourceDamaged, SourceEncrypted, SourceRefused and SourceEmpty.
    """
    archive = Archive(source, name)
    if _RIGHTS in archive:
        raise SourceEncrypted(name=name)
    container = parse_xml(archive.part(_CONTAINER), name)
    path = next((one.get("full-path", "") for one in container.iter("{*}rootfile")), "")
    if path not in archive:
        raise SourceDamaged(name=name, reason=_NO_PACKAGE)
    package = parse_xml(archive.part(path), name)
    flow = Flow()
    missing = False
    # A chapter has one place in a book (EPUB 3.3, 5.6.2), whatever a spine repeats.
    for chapter in dict.fromkeys(_chapters(package, path)):
        if chapter in archive:
            _Walk(flow).block(parse_xml(archive.part(chapter), name))
        else:
            missing = True
    paragraphs = flow.paragraphs()
    if not paragraphs:
        raise SourceEmpty(name=name)
    document = document_of(
        paragraphs,
        title=_first(package, "title"),
        byline="، ".join(_all(package, "creator")),
        publisher=_first(package, "publisher"),
        published=iso_moment(_first(package, "date")),
        url=next((one for one in _all(package, "identifier") if one.startswith("http")), ""),
        language=_first(package, "language"),
        notes=(CHAPTERS_MISSING,) if missing else (),
    )
    return Contents(documents=(document,))


def _chapters(package: etree._Element, path: str) -> Iterator[str]:
    """Yield the paths of the chapters in reading order, without the table of contents."""
    items = {one.get("id", ""): one for one in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if reference.get("linear") != "no":
            href = unquote(item.get("href", "").partition("#")[0])
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), href))


def _all(package: etree._Element, key: str) -> list[str]:
    metadata = package.iterfind(f".//{{*}}metadata//{{*}}{key}")
    found = ["".join(one.itertext()).strip() for one in metadata]
    return list(dict.fromkeys(filter(None, found)))


def _first(package: etree._Element, key: str) -> str:
    return next(iter(_all(package, key)), "")


class _Walk:
    """Goes through a chapter: what is not known as part of a line begins a paragraph."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def block(self, element: etree._Element) -> None:
        """Add the words in an element and begin new paragraphs around its blocks."""
        self._add(element.text, element)
        for child in element:
            kind = local(child)
            if kind == "br":
                self._flow.exact("\n")
            elif not kind:
                self._flow.exact(said(child))
            elif kind in _INLINE:
                self.block(child)
            elif kind in {"td", "th"}:
                self._cell(child)
            elif kind not in _LEFT_OUT:
                self._flow.end_paragraph()
                self.block(child)
                self._flow.end_paragraph()
            self._add(child.tail, element)

    def _cell(self, cell: etree._Element) -> None:
        if cell.getprevious() is not None:
            self._flow.next_cell()
        self.block(cell)

    def _add(self, text: str | None, element: etree._Element) -> None:
        if text and local(element) == "pre":
            self._flow.exact(text)
        else:
            self._flow.add(text)
