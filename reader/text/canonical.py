"""The one form in which the text of an article is kept, counted and quoted.

It is made once, at import, and only replaces what Qt, SQLite or PostgreSQL would
alter behind our back. Nothing else changes: no Unicode normalisation, no
trimming, no other quotes or digits, because the text is evidence.
"""

from reader.text.patterns import pattern

# Counted up when the form changes; every revision says by which form it was made.
CANONICAL_VERSION = 1

_LINE_ENDS = pattern("\r\n|[\r\u2028\u2029]")
# Qt reads U+FDD0, U+FDD1 as newlines and U+FFFE as a swapped byte order mark; it drops
# lone surrogates, which no database takes; SQLite stops counting at NUL.
_UNKEEPABLE = pattern("[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def canonical(raw: str) -> str:
    """Return a text in canonical form; doing it twice changes nothing.

    All byte order marks at the start go; CRLF, CR, U+2028 and U+2029 become
    newlines; NUL, lone surrogates and noncharacters become U+FFFD.
    """
    # A whole book takes a second: let the window's thread go on meanwhile.
    lines = _LINE_ENDS.sub("\n", raw.lstrip("\ufeff"), concurrent=True)
    return _UNKEEPABLE.sub("\ufffd", lines, concurrent=True)


def sha256_of(text: str) -> str:
    """Return the SHA-256 of a canonical text in UTF-8, as 64 hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - OpenSSL takes long to load, and an article is seen without

    return hashlib.sha256(text.encode()).hexdigest()
