"""Which addresses of the network a page may be fetched from (SEC-10, CWE-918).

An address in a document or a redirect must not lead to what only this machine or its
neighbours can reach: a router's settings, a database, a cloud's secrets.
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, quote, urlsplit

from reader.errors import AddressRefused, SiteUnreachable
from reader.frozen import dataclass
from reader.label import Label
from reader.reasons import os_reason

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
MayCall = Callable[[Address], bool]

_PORTS = {"http": 80, "https": 443}
# What carries an IPv4 address inside would be judged by its wrapping (RFC 6052, 8215, 3056, 4380).
_WRAPPED = tuple(
    ipaddress.ip_network(one)
    for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
_LONGEST = 2_000
_NOT_WEB = Label("only http and https are fetched", "لا يُجلب إلا ما يبدأ بـ http أو https")
_NO_ADDRESS = Label("it is not an address of the web", "ليس عنوانًا على الويب")
_WITH_NAME = Label("it carries a name or a password", "فيه اسم مستخدم أو كلمة مرور")
_UNKNOWN = Label("its name is not known, or there is no network", "اسمه غير معروف أو لا توجد شبكة")
_INSIDE = Label(
    "it leads to this machine or a private network", "يؤدي إلى هذا الجهاز أو إلى شبكة خاصة"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where to connect for one page: `host` as the site knows itself, `address` where it is."""

    scheme: str
    host: str
    port: int
    address: str
    path: str
    url: str


def is_public(address: Address) -> bool:
    """Tell whether an address is one that everybody on the internet reaches."""
    inner = getattr(address, "ipv4_mapped", None)
    if inner is not None:
        return is_public(inner)
    if isinstance(address, ipaddress.IPv6Address) and any(address in one for one in _WRAPPED):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def host_of(url: str) -> str:
    """Return the host that an address of the web names, "" for what is no such address."""
    try:
        parts = urlsplit(url.strip())
        is_whole = parts.scheme in _PORTS and not any(one.isspace() for one in url.strip())
        return (parts.hostname or "") if is_whole else ""
    except ValueError:
        return ""


def place_of(url: str, may_call: MayCall = is_public) -> Place:
    """Return where a page is, its name looked up once; every address of the name must do.

    Raises AddressRefused and SiteUnreachable.
    """
    parts = _parts(url)
    host = _host(parts, url)
    port = _port(parts, url)
    addresses = _addresses(host, port)
    if not all(may_call(ipaddress.ip_address(one)) for one in addresses):
        raise AddressRefused(url=url, reason=_INSIDE)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    whole = f"{path}?{query}" if query else path
    shown = f"{host}:{port}" if port != _PORTS[parts.scheme] else host
    return Place(parts.scheme, host, port, addresses[0], whole, f"{parts.scheme}://{shown}{whole}")


def _parts(url: str) -> SplitResult:
    if len(url) > _LONGEST:
        raise AddressRefused(url=f"{url[:80]}…", reason=_NO_ADDRESS)
    try:
        parts = urlsplit(url.strip())
    except ValueError as error:
        raise AddressRefused(url=url, reason=_NO_ADDRESS) from error
    if parts.scheme not in _PORTS:
        raise AddressRefused(url=url, reason=_NOT_WEB if parts.scheme else _NO_ADDRESS)
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(url=url, reason=_WITH_NAME)
    return parts


def _host(parts: SplitResult, url: str) -> str:
    """Return a host as the network knows it (IDNA)."""
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise AddressRefused(url=url, reason=_NO_ADDRESS) from error
    if not host or any(one.isspace() or ord(one) < 0x20 for one in host):
        raise AddressRefused(url=url, reason=_NO_ADDRESS)
    return host


def _port(parts: SplitResult, url: str) -> int:
    try:
        return parts.port or _PORTS[parts.scheme]
    except ValueError as error:
        raise AddressRefused(url=url, reason=_NO_ADDRESS) from error


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SiteUnreachable(host=host, reason=_unknown(error)) from error
    except UnicodeError as error:
        raise SiteUnreachable(host=host, reason=_NO_ADDRESS) from error
    # A scope ("%eth0") names a network of this machine, so such an address is not public anyway.
    return [str(one[4][0]).partition("%")[0] for one in found]


def _unknown(error: OSError) -> Label:
    if isinstance(error, socket.gaierror):
        return Label(
            "its name is not known, or there is no network", "اسمه غير معروف أو لا توجد شبكة"
        )
    return os_reason(error)
