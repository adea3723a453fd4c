"""Fetches one page by its address, and nothing that the page names (SEC-10).

Only http and https; the address is looked up once and connected to as it was judged;
each redirect is judged anew; one deadline holds for all of it, and bytes are counted
when they are unpacked. No cookies, no referrer, no scripts. What comes is parsed elsewhere.
"""

import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import SHUT_RDWR, create_connection, socket
from urllib.parse import unquote, urljoin

from reader import __version__
from reader.errors import (
    ImportCancelled,
    SiteRefused,
    SiteTookTooLong,
    SiteUnreachable,
    SourceTooLarge,
)
from reader.frozen import dataclass
from reader.importers.addresses import MayCall, Place, is_public, place_of
from reader.importers.apart import Cancelled, never
from reader.label import Label
from reader.reasons import os_reason

SECONDS = 20.0
MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
_CHUNK_BYTES = 1 << 16
_LOOK_SECONDS = 0.1
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PACKED = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf"}
_HEADERS = {
    "User-Agent": f"Hashiya/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "ar,en;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_NOT_TRUSTED = Label("its certificate is not trusted", "شهادة أمانه غير موثوقة")
_ODD_ANSWER = Label("its answer was not understood", "رده غير مفهوم")
# What a person is told before anything is fetched.
VISIT = Label(
    "{host} will see this visit: your network address, the time, and which page it was. "
    "Nothing else is sent, and nothing that the page names is loaded.",
    "سيرى {host} هذه الزيارة: عنوانك على الشبكة ووقتها والصفحة المطلوبة. "
    "ولن يُرسل شيء غير ذلك، ولن يُحمَّل شيء مما تشير إليه الصفحة.",
)
_IN_CIRCLES = Label(
    "it leads from address to address without end", "يحيل من عنوان إلى آخر بلا نهاية"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a site sent: the bytes, what to call them, and the address after redirects."""

    source: bytes
    name: str
    url: str


def fetch(
    url: str,
    *,
    cancelled: Cancelled = never,
    may_call: MayCall = is_public,
    seconds: float = SECONDS,
    tls: ssl.SSLContext | None = None,
) -> Fetched:
    """Return the page at an address, at most 10 MB unpacked, within `seconds`.

    Raises AddressRefused, SiteUnreachable, SiteRefused, SiteTookTooLong, SourceTooLarge
    and ImportCancelled.
    """
    deadline = time.monotonic() + seconds
    for _ in range(MOST_REDIRECTS + 1):
        place = place_of(url, may_call)
        with _answer(place, deadline, cancelled, tls) as answer:
            if answer.status not in _REDIRECTS or answer.getheader("Location") is None:
                return _fetched(answer, place)
            url = urljoin(place.url, answer.getheader("Location", ""))
    raise SiteUnreachable(host=place.host, reason=_IN_CIRCLES)


@contextmanager
def _answer(
    place: Place, deadline: float, cancelled: Cancelled, tls: ssl.SSLContext | None
) -> Iterator[HTTPResponse]:
    """Ask for a page; whatever the socket does, it is over at the deadline."""
    connection = _Pinned(place, deadline, tls)
    watch = _Watch(connection, deadline, cancelled)
    try:
        with watch:
            connection.request("GET", place.path, headers=_HEADERS)
            yield connection.getresponse()
        watch.complain(place)  # headers that were cut off look like headers that ended
    except ssl.SSLError as error:
        watch.complain(place)
        raise SiteUnreachable(host=place.host, reason=_NOT_TRUSTED) from error
    except OSError as error:
        watch.complain(place)
        raise SiteUnreachable(host=place.host, reason=os_reason(error)) from error
    except (HTTPException, ValueError, zlib.error) as error:
        watch.complain(place)
        raise SiteUnreachable(host=place.host, reason=_ODD_ANSWER) from error
    finally:
        connection.close()


class _Pinned(HTTPConnection):
    """Connects to the address that was judged, and to no other of the same name."""

    def __init__(self, place: Place, deadline: float, tls: ssl.SSLContext | None) -> None:
        super().__init__(place.host, place.port)
        self._place = place
        self._deadline = deadline
        self._tls = tls
        self.open_socket: socket | None = None

    def connect(self) -> None:
        """Open the connection; over https the certificate has to be the host's."""
        left = max(0.01, self._deadline - time.monotonic())
        self.sock = self.open_socket = create_connection(
            (self._place.address, self._place.port), timeout=left
        )
        if self._place.scheme == "https":
            context = self._tls or ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._place.host)
            self.open_socket = self.sock


class _Watch:
    """Cuts a connection off when it has taken too long or nobody waits for it any more.

    A timeout of the socket counts each wait alone; a site that sends a byte a second would
    keep us for days.
    """

    def __init__(self, connection: _Pinned, deadline: float, cancelled: Cancelled) -> None:
        self._connection = connection
        self._deadline = deadline
        self._cancelled = cancelled
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, name="fetch-watch", daemon=True)
        self.is_late = self.is_unwanted = False

    def __enter__(self) -> None:
        """Begin to look."""
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        """Stop looking."""
        self._done.set()
        self._thread.join()

    def complain(self, place: Place) -> None:
        """Raise what the watch has done, if it is why the connection ended."""
        if self.is_unwanted:
            raise ImportCancelled(name=place.url)
        if self.is_late or time.monotonic() >= self._deadline:
            raise SiteTookTooLong(host=place.host)

    def _look(self) -> None:
        while not self._done.wait(_LOOK_SECONDS):
            self.is_unwanted = self.is_unwanted or self._cancelled()
            self.is_late = self.is_late or time.monotonic() >= self._deadline
            open_socket = self._connection.open_socket
            if (self.is_late or self.is_unwanted) and open_socket is not None:
                with suppress(OSError):
                    open_socket.shutdown(SHUT_RDWR)


def _fetched(answer: HTTPResponse, place: Place) -> Fetched:
    if answer.status != 200:
        raise SiteRefused(host=place.host, status=answer.status)
    kind = answer.headers.get_content_type()
    source = b"".join(_unpacked(answer, place))
    return Fetched(source, _name(place, kind), place.url)


def _unpacked(answer: HTTPResponse, place: Place) -> Iterator[bytes]:
    """Yield the body, unpacked, while it is within the limit."""
    how = _PACKED.get(answer.getheader("Content-Encoding", "").strip().lower())
    unpack = zlib.decompressobj(how) if how else None
    length = 0
    while packed := answer.read1(_CHUNK_BYTES):
        while packed:
            part = unpack.decompress(packed, _CHUNK_BYTES) if unpack else packed
            packed = unpack.unconsumed_tail if unpack else b""
            length += len(part)
            if length > MOST_BYTES:
                raise SourceTooLarge(name=place.url, limit=MOST_BYTES // 1_000_000)
            yield part
    if answer.length:  # the connection ended before what was promised
        raise HTTPException


def _name(place: Place, kind: str) -> str:
    """Return what to call a page: the end of its address, with the ending of what was sent."""
    last = unquote(place.path.partition("?")[0].rstrip("/").rpartition("/")[2]) or place.host
    ending = _ENDINGS.get(kind, "")
    return last if last.lower().endswith(ending) else f"{last}{ending}"
