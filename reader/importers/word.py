"""DOCX: the words of a Word document, as they are read once all changes are accepted.

Deleted words, comments, headers and automatic numbers are left out. The notes at the
foot come after the text, and a text box after the paragraph that it hangs on.
"""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from lxml import etree

from reader.errors import SourceDamaged, SourceEmpty
from reader.importers.archive import Archive
from reader.importers.document import Contents, Given
from reader.importers.flow import document_of
from reader.importers.markup import local, parse_xml
from reader.importers.properties import properties_of
from reader.label import Label

# What stands for a character in a run (ECMA-376 part 1, 17.3.3).
_CHARACTERS = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
_LEFT_OUT = {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt"}
# A heading so far from the top is that of a section.
_TOP = 3
_NOTES = ("footnotes", "endnotes")
# What python-docx raises over parts that are missing, or hold another thing than they should.
_UNREADABLE = (OpcError, KeyError, ValueError, AttributeError, TypeError)
_NOT_WORD = Label("it is no Word document", "ليس مستند وورد")


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return the article in a Word document.

    Raises SourceDamaged, SourceEncrypted, SourceRefused and SourceEmpty.
    """
    archive = Archive(source, name)
    for path in archive.names():
        part = archive.part(path)
        if path.endswith((".xml", ".rels")):
            parse_xml(part, name)
    try:
        word = docx.Document(BytesIO(source))
    except _UNREADABLE as error:
        raise SourceDamaged(name=name, reason=_NOT_WORD) from error
    body = word.element.find("{*}body")
    if body is None:
        raise SourceDamaged(name=name, reason=_NOT_WORD)
    paragraphs = [*_paragraphs(body), *_notes(word, name)]
    if not paragraphs:
        raise SourceEmpty(name=name)
    title, author, created, language = _core(word)
    told = properties_of(author, created)
    document = document_of(
        paragraphs,
        title=_title(word, body) or title,
        byline=told.byline,
        published=told.published,
        language=language,
        notes=told.notes,
    )
    return Contents(documents=(document,))


def _paragraphs(parent: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a body, a cell or a box; none is empty."""
    for child in parent:
        kind = local(child)
        if kind == "p":
            yield from _lines(child)
        elif kind == "tbl":
            for row in child.iter("{*}tr"):
                if _table_of(row) is child:
                    yield from _row(row)
        elif kind not in _LEFT_OUT:  # a content control, an insertion, custom XML
            yield from _paragraphs(child)


def _lines(paragraph: etree._Element) -> Iterator[str]:
    text = "".join(_pieces(paragraph))
    if text.strip():
        yield text
    for box in paragraph.iter("{*}txbxContent"):
        if not any(local(one) == "Fallback" for one in box.iterancestors()):
            yield from _paragraphs(box)


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _CHARACTERS:
            yield _CHARACTERS[kind]
        elif kind == "br":
            yield "" if _attribute(child, "type") in {"page", "column"} else "\n"
        elif kind == "sym":
            yield _symbol(_attribute(child, "char"))
        elif kind not in _LEFT_OUT and kind not in {"txbxContent", "tabs"}:
            yield from _pieces(child)


def _row(row: etree._Element) -> Iterator[str]:
    """Yield a row as one line with tabs; a row that lays out paragraphs as those."""
    cells = [list(_paragraphs(cell)) for cell in row.iter("{*}tc") if _row_of(cell) is row]
    if all(len(cell) <= 1 for cell in cells):
        line = "\t".join(cell[0] if cell else "" for cell in cells)
        if line.strip():
            yield line
        return
    for cell in cells:
        yield from cell


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors("{*}tbl"), None)


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors("{*}tr"), None)


def _notes(word: Word, name: str) -> Iterator[str]:
    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            for note in parse_xml(relation.target_part.blob, name):
                if _attribute(note, "type") in {"", "normal"}:
                    yield from _paragraphs(note)


def _core(word: Word) -> tuple[str, str, str, str]:
    """Return title, author, moment of creation and language of the properties, "" for none."""
    try:
        core = word.core_properties
        created = core.created.isoformat() if core.created is not None else ""
        return core.title, core.author, created, core.language
    except _UNREADABLE:  # the article is there without them
        return "", "", "", ""


def _title(word: Word, body: etree._Element) -> str:
    """Return the paragraph that is set as the title, or a first heading at the top; or ""."""
    try:
        names = {one.style_id: one.name for one in word.styles}
    except _UNREADABLE:
        names = {}
    heading = ""
    said = 0  # how many paragraphs say something, up to here
    for paragraph in body.iter("{*}p"):
        text = "".join(_pieces(paragraph)).strip()
        style = paragraph.find("{*}pPr/{*}pStyle")
        name = names.get(_attribute(style, "val")) if text and style is not None else None
        if name == "Title":
            return text
        if name == "Heading 1" and said < _TOP:
            heading = heading or text
        said += bool(text)
    return heading


def _attribute(element: etree._Element, key: str) -> str:
    """Return an attribute of whichever namespace; "" where it is missing."""
    return next(
        (value for name, value in element.items() if etree.QName(name).localname == key), ""
    )


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
