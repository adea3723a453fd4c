"""What the first bytes of a format look like; loads nothing that could read it."""

import re
from dataclasses import astuple

from reader.model.package import KIND
from reader.model.table_headers import HEADERS

_LOOK_BYTES = 8192
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
ZIP = b"PK\x03\x04"
# A zip file of a known kind begins with a part that names it (ISO/IEC 26300-2, 3.3).
_KIND_BYTES = 200
_MARKS = (b"\xef\xbb\xbf",)
_ENTRY = b"PK\x01\x02"
_MOST_NAMES = 2000
# Without these a row marks nothing.
_OWN_COLUMNS = ("annotation_id", "tag", "text")
_SPANS = re.compile(rb'"start_offset"\s*:\s*\d|"labels?"\s*:\s*\[\s*\[\s*\d+\s*,\s*\d+\s*,\s*"')


def is_page(source: bytes) -> bool:
    """Tell whether bytes begin as a web page does; its bytes are those of ASCII there."""
    head = source[:_LOOK_BYTES]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return _PAGE.match(head) is not None


def is_saved_page(source: bytes) -> bool:
    """Tell whether bytes begin as a page that a browser saved whole (RFC 2557)."""
    head = source[:_LOOK_BYTES].lower()
    return b"multipart/related" in head and b"mime-version:" in head


def is_pdf(source: bytes) -> bool:
    """Tell whether bytes are a PDF's; it may have up to 1024 others before (ISO 32000, H.3.4.1).

    With others before, its end must be there too: an article may speak of the sign.
    """
    if source.startswith(b"%PDF-"):
        return True
    return b"%PDF-" in source[:1024] and b"startxref" in source[-2048:]


def is_word(source: bytes) -> bool:
    """Tell whether bytes are a zip file with the part that a Word document must have."""
    return source.startswith(ZIP) and b"word/document.xml" in source


def is_opendocument(source: bytes) -> bool:
    """Tell whether bytes are a zip file that says it is an OpenDocument text."""
    return (
        source.startswith(ZIP)
        and b"application/vnd.oasis.opendocument.text" in source[:_KIND_BYTES]
    )


def is_package(source: bytes) -> bool:
    """Tell whether bytes are a zip file that says it is a package of ours."""
    return source.startswith(ZIP) and KIND in source[:_KIND_BYTES]


def is_epub(source: bytes) -> bool:
    """Tell whether bytes are a zip file that says it is a book."""
    return source.startswith(ZIP) and b"application/epub+zip" in source[:_KIND_BYTES]


def zip_names(source: bytes) -> tuple[str, ...]:
    """Return the names in the list at a zip file's end, at most 2000; none for other bytes.

    Nothing is unpacked: each entry tells how long its name is (APPNOTE, 4.3.12).
    """
    names: list[str] = []
    at = source.find(_ENTRY) if source.startswith(ZIP) else -1
    while at >= 0 and len(names) < _MOST_NAMES:
        size = int.from_bytes(source[at + 28 : at + 30], "little")
        names.append(source[at + 46 : at + 46 + size].decode("utf-8", "replace"))
        at = source.find(_ENTRY, at + 46 + size)
    return tuple(names)


def is_json(source: bytes) -> bool:
    """Tell whether bytes begin as an object or a list of JSON does, in UTF-8."""
    return source[:_LOOK_BYTES].removeprefix(_MARKS[0]).lstrip()[:1] in (b"{", b"[")


def is_web_annotation(source: bytes) -> bool:
    """Tell whether bytes are W3C Web Annotations: they name the context."""
    return is_json(source) and b"://www.w3.org/ns/anno.jsonld" in source


def is_doccano(source: bytes) -> bool:
    """Tell whether bytes are texts with spans as doccano has them."""
    return is_json(source) and b'"text"' in source and _SPANS.search(source) is not None


def is_label_studio(source: bytes) -> bool:
    """Tell whether bytes are tasks of Label Studio with regions in a text."""
    return is_json(source) and b'"from_name"' in source and b'"to_name"' in source


def is_cas_json(source: bytes) -> bool:
    """Tell whether bytes are a UIMA CAS as JSON, or a zip file of such."""
    if any(name.endswith(".cas.json") for name in zip_names(source)):
        return True
    return is_json(source) and b'"%FEATURE_STRUCTURES"' in source


def is_xmi(source: bytes) -> bool:
    """Tell whether bytes are a zip file with a UIMA CAS as XMI."""
    return any(name.endswith(".xmi") for name in zip_names(source))


def is_brat(source: bytes) -> bool:
    """Tell whether bytes are a zip file of texts with brat's annotations."""
    names = set(zip_names(source))
    return any(f"{name[:-4]}.txt" in names for name in names if name.endswith(".ann"))


def is_taguette(source: bytes) -> bool:
    """Tell whether bytes are an SQLite file with the tables of a Taguette project."""
    return source.startswith(b"SQLite format 3\x00") and b"highlight_tags" in source


def is_taguette_highlights(source: bytes) -> bool:
    """Tell whether bytes begin as Taguette's table of highlights."""
    return _header(source) == {"id", "document", "tag", "content"}


def is_taguette_codebook(source: bytes) -> bool:
    """Tell whether bytes begin as Taguette's table of tags."""
    return _header(source) == {"tag", "description", "number of highlights", "number of documents"}


def is_codebook(source: bytes) -> bool:
    """Tell whether bytes begin as a REFI-QDA codebook."""
    return b"urn:QDA-XML:codebook:" in source[:_LOOK_BYTES]


def is_hypothesis(source: bytes) -> bool:
    """Tell whether bytes are annotations of Hypothes.is, from its API or its export."""
    return is_json(source) and b'"TextQuoteSelector"' in source and b'"uri"' in source


def is_own_table(source: bytes) -> bool:
    """Tell whether bytes begin as `annotations.csv` of our own, its headers in any language."""
    return any(
        _header(source).issuperset(names)
        for names in zip(*((key, *astuple(HEADERS[key])) for key in _OWN_COLUMNS), strict=True)
    )


def is_refi(source: bytes) -> bool:
    """Tell whether bytes are a zip file with a REFI-QDA project."""
    return any(name.endswith(".qde") for name in zip_names(source))


def _header(source: bytes) -> set[str]:
    """Return the cells of a table's first line; that no cell holds its delimiter is taken so."""
    head = source[:_LOOK_BYTES].partition(b"\n")[0].decode("utf-8", "replace")
    return {cell.strip('"\ufeff\r ') for cell in re.split("[,;\t]", head)}
