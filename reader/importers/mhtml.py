"""A web page saved whole in one file (MHTML, RFC 2557): the page among its parts is read.

Pictures and style sheets stay in the kept source; none of them is opened.
"""

import email.policy
from email.message import EmailMessage
from email.parser import BytesParser

from reader.errors import SourceDamaged
from reader.importers.decoding import decode
from reader.importers.document import Contents, Document, Given
from reader.importers.html import document_of, key_of
from reader.importers.pages import address_of
from reader.label import Label

_MOST_PARTS = 2_000
_PAGES = ("text/html", "application/xhtml+xml")
_NO_PAGE = Label("it holds no page", "ليس فيه صفحة")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the article in the page of the file; raises SourceDamaged and what a page does."""
    parsed = BytesParser(_class=EmailMessage, policy=email.policy.default).parsebytes(source)
    page = _page(parsed)
    if page is None:
        raise SourceDamaged(name=name, reason=_NO_PAGE)
    content = page.get_payload(decode=True)
    charset = page.get_content_charset()
    chosen = given.encoding or (key_of(charset) if charset else None)
    decoded = decode(content if isinstance(content, bytes) else b"", name, chosen)
    address = parsed.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    document: Document = document_of(decoded, name, given.url or address_of(str(address)))
    return Contents(documents=(document,))


def _page(message: EmailMessage) -> EmailMessage | None:
    """Return the first page among the parts: the root of the related ones comes first."""
    for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False):
        if isinstance(part, EmailMessage) and part.get_content_type() in _PAGES:
            return part
    return None
