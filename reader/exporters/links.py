"""Which addresses may become links in what is handed on."""

from urllib.parse import urlsplit

_SCHEMES = frozenset(("http", "https"))


def link_of(address: str) -> str:
    """Return an address of the web that is safe to follow, as a link has it; "" for any other.

    A script, a file, or an address with blanks or unseen characters in it is none.
    """
    said = address.strip()
    try:
        parts = urlsplit(said)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not parts.hostname or parts.password:
        return ""
    return said if said.isprintable() and " " not in said else ""
