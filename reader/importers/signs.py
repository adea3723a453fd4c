"""What the first bytes of a format look like; loads nothing that could read it."""

import re

_LOOK_BYTES = 8192
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
ZIP = b"PK\x03\x04"
# A zip file of a known kind begins with a part that names it (ISO/IEC 26300-2, 3.3).
_KIND_BYTES = 200
_MARKS = (b"\xef\xbb\xbf",)


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


def is_epub(source: bytes) -> bool:
    """Tell whether bytes are a zip file that says it is a book."""
    return source.startswith(ZIP) and b"application/epub+zip" in source[:_KIND_BYTES]
