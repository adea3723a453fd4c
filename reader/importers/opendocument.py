"""ODT: the words of an OpenDocument text (ISO/IEC 26300-1), without deletions and comments."""

from lxml import etree

from reader.errors import SourceDamaged, SourceEmpty, SourceEncrypted
from reader.importers.archive import Archive
from reader.importers.document import Contents, Given
from reader.importers.flow import Flow, document_of
from reader.importers.markup import local, parse_xml
from reader.importers.properties import properties_of
from reader.label import Label

_LEFT_OUT = {
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls",
    "variable-decls", "user-field-decls", "forms", "title", "desc", "ruby-text", "event-listeners",
}  # fmt: skip
_PARAGRAPHS = {"p", "h"}
_CHARACTERS = {"tab": "\t", "line-break": "\n"}
# A number of spaces that no typist meant must not fill the memory.
_MOST_SPACES = 200
_NO_TEXT = Label("it holds no text document", "لا يحتوي مستندًا نصيًا")


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return the article in an OpenDocument text.

    Raises SourceDamaged, SourceEncrypted, SourceRefused and SourceEmpty.
    """
    archive = Archive(source, name)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.part(manifest):
        raise SourceEncrypted(name=name)
    body = parse_xml(archive.part("content.xml"), name).find("{*}body/{*}text")
    if body is None:
        raise SourceDamaged(name=name, reason=_NO_TEXT)
    flow, footnotes = Flow(), Flow()
    _Walk(flow, footnotes).block(body)
    paragraphs = [*flow.paragraphs(), *footnotes.paragraphs()]
    if not paragraphs:
        raise SourceEmpty(name=name)
    meta = parse_xml(archive.part("meta.xml"), name) if "meta.xml" in archive else None
    author = _meta(meta, "initial-creator") or _meta(meta, "creator")
    told = properties_of(author, _meta(meta, "creation-date"))
    document = document_of(
        paragraphs,
        title=_title(body) or _meta(meta, "title"),
        byline=told.byline,
        published=told.published,
        language=_meta(meta, "language"),
        notes=told.notes,
    )
    return Contents(documents=(document,))


class _Walk:
    """Goes through a text; notes go to a flow of their own."""

    def __init__(self, flow: Flow, footnotes: Flow) -> None:
        self._flow = flow
        self._footnotes = footnotes
        self._boxes: list[etree._Element] = []

    def block(self, parent: etree._Element) -> None:
        """Add the paragraphs of a text, a section, a list or a box."""
        for child in parent:
            kind = local(child)
            if kind in _PARAGRAPHS:
                self._inline(child)
                self._flow.end_paragraph()
                boxes, self._boxes = self._boxes, []
                for box in boxes:  # a text box comes after the paragraph that it hangs on
                    self.block(box)
            elif kind == "table-row":
                self._row(child)
            elif kind not in _LEFT_OUT:
                self.block(child)

    def _inline(self, element: etree._Element) -> None:
        self._flow.add(element.text)
        for child in element:
            kind = local(child)
            if kind == "s":
                self._flow.exact(" " * _spaces(child))
            elif kind in _CHARACTERS:
                self._flow.exact(_CHARACTERS[kind])
            elif kind == "note-body":
                _Walk(self._footnotes, self._footnotes).block(child)
            elif kind == "text-box":
                self._boxes.append(child)
            elif kind not in _LEFT_OUT:
                self._inline(child)
            self._flow.add(child.tail)

    def _row(self, row: etree._Element) -> None:
        """Add a row as one line with tabs; a row that lays out paragraphs as those."""
        cells = []
        for cell in row:
            if local(cell) == "table-cell":
                inside = Flow()
                _Walk(inside, self._footnotes).block(cell)
                cells.append(inside.paragraphs())
        if all(len(cell) <= 1 for cell in cells):
            cells = [["\t".join(cell[0] if cell else "" for cell in cells)]]
        for paragraph in (one for cell in cells for one in cell):
            self._flow.exact(paragraph)
            self._flow.end_paragraph()


def _spaces(element: etree._Element) -> int:
    """Return how many spaces `text:s` stands for."""
    said = next((value for key, value in element.items() if key.endswith("}c")), "1")
    return min(int(said), _MOST_SPACES) if said.isdecimal() else 1


def _title(body: etree._Element) -> str:
    """Return the first heading of the first rank, if it begins the text; or ""."""
    first = next(
        (one for one in body.iter("{*}p", "{*}h") if "".join(one.itertext()).strip()), None
    )
    if first is None:
        return ""
    style = next((value for key, value in first.items() if key.endswith("}style-name")), "")
    return "".join(first.itertext()) if local(first) == "h" or style == "Title" else ""


def _meta(meta: etree._Element | None, key: str) -> str:
    found = meta.find(f".//{{*}}{key}") if meta is not None else None
    return (found.text or "").strip() if found is not None else ""
