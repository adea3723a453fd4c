"""Two addresses of one page: what of an address does not change what it leads to."""

from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

# Written behind an address by those who count visits; the page is the same without.
_COUNTING = frozenset(
    (
        *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid"),
        *("igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "mkt_tok", "wt_mc", "cmpid"),
        *("ocid", "s_cid", "xtor", "at_medium", "at_campaign", "__twitter_impression"),
    )
)
_COUNTING_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "at_custom")
_PORTS = {"http": 80, "https": 443}
# What a path may hold without being escaped (RFC 3986, 3.3).
_PATH_SAFE = "/:@!$&'()*+,;=~-._"


def page_of(address: str) -> str:
    """Return an address without what does not change the page; "" for no address of the web.

    The scheme (http and https lead to the same), letters of the host in capitals, its
    "www.", a port that is the usual one, slashes at the end, what counts visitors, the
    order of parameters, the fragment, and how a letter is escaped (RFC 3986, 6.2.2).
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    host = _host(parts)
    if scheme not in _PORTS or not host:
        return ""
    beside = "" if port in (None, _PORTS[scheme]) else f":{port}"
    path = quote(unquote(parts.path), safe=_PATH_SAFE).rstrip("/")
    query = urlencode(sorted(_telling(parts.query)))
    return f"{host}{beside}{path}{'?' if query else ''}{query}"


def _host(parts: SplitResult) -> str:
    """Return the host as it is asked for: lower case, letters of other scripts as in DNS."""
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _telling(query: str) -> list[tuple[str, str]]:
    """Return the parameters that may change the page."""
    return [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name.lower() not in _COUNTING and not name.lower().startswith(_COUNTING_PREFIXES)
    ]
