"""The form in which a text is kept, counted and quoted; set once, at import.

Only what Qt, SQLite or PostgreSQL would change or refuse is touched. Letters,
marks, quotation marks and spaces are evidence and stay as they were published.
"""

import hashlib
import re

CANONICAL_VERSION = 1

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# NUL (PostgreSQL refuses it), lone surrogates (no UTF-8), and the noncharacters that
# Qt takes for line ends or for the mark of swapped bytes.
_FORBIDDEN = re.compile("[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
_BYTE_ORDER_MARK = "\ufeff"


def canonical(raw: str) -> str:
    """Return a text in canonical form, version `CANONICAL_VERSION`; doing it twice is once.

    Every leading byte order mark goes, line ends become LF, and forbidden code
    points U+FFFD, so that damage stays visible. Nothing else changes.
    """
    text = raw.lstrip(_BYTE_ORDER_MARK)
    return _FORBIDDEN.sub(_REPLACEMENT, _LINE_END.sub("\n", text))


def is_canonical(text: str) -> bool:
    """Tell whether a text is in canonical form."""
    return canonical(text) == text


def sha256_of(text: str) -> str:
    """Return the digest of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
