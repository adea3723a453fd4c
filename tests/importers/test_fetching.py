"""Pages by their address: what is fetched, what is not, and when it is given up."""

import gzip
import zlib
from ipaddress import ip_address
from itertools import count

import pytest

from reader.errors import (
    AddressRefused,
    ImportCancelled,
    SiteRefused,
    SiteTookTooLong,
    SiteUnreachable,
    SourceTooLarge,
)
from reader.importers import Given, from_bytes
from reader.importers.fetching import MOST_BYTES, Fetched, fetch
from tests.importers.made import page, paragraphs
from tests.importers.sites import Send, reply, site

HERE = ip_address("127.0.0.1")


def only_here(address: object) -> bool:
    """Let the sites of these tests be called and nothing else."""
    return address == HERE


def get(url: str, **how: float) -> Fetched:
    """Fetch from a site of these tests."""
    return fetch(url, may_call=only_here, **how)


def test_a_page_becomes_an_article():
    source = page().encode()

    def answer(_path: str, send: Send) -> None:
        send(reply(source, Content_Type="text/html; charset=utf-8"))

    with site(answer) as running:
        found = get(running.url("/news/14?x=1"))
    assert found == Fetched(source, "14.html", running.url("/news/14?x=1"))
    imported = from_bytes(found.source, found.name, Given(url=found.url))
    assert imported.articles[0].article.title == paragraphs()[0]
    assert imported.articles[0].article.url == found.url


def test_only_what_is_needed_is_told_to_the_site():
    def answer(path: str, send: Send) -> None:
        if path == "/":
            send(reply(status="302 Found", Location="/next", Set_Cookie="a=b"))
        else:
            send(reply(b"ok"))

    with site(answer) as running:
        assert get(running.url()).url == running.url("/next")
        asked = [line.lower() for one in running.requests for line in one.split("\r\n")]
    assert len(running.requests) == 2
    assert not any(line.startswith(("cookie", "referer", "authorization")) for line in asked)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_packed_pages_are_unpacked(encoding: str):
    text = page().encode()
    packed = gzip.compress(text) if encoding == "gzip" else zlib.compress(text)

    def answer(_path: str, send: Send) -> None:
        send(reply(packed, Content_Encoding=encoding))

    with site(answer) as running:
        assert get(running.url()).source == text


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd", "ftp://127.0.0.1/", "http://127.0.0.2/", "http://[::1]/", "http://10.0.0.1/",
        "//169.254.169.254/", "http://2130706434/",
    ],
)  # fmt: skip
def test_a_redirect_is_judged_like_any_address(target: str):
    def answer(_path: str, send: Send) -> None:
        send(reply(status="301 Moved", Location=target))

    with site(answer) as running:
        with pytest.raises(AddressRefused):
            get(running.url())
        assert len(running.requests) == 1


def test_no_page_of_this_machine_is_fetched_by_default():
    with site(_page) as running:
        with pytest.raises(AddressRefused):
            fetch(running.url())
        assert running.requests == []


def test_redirects_without_end():
    numbers = count()

    def answer(_path: str, send: Send) -> None:
        send(reply(status="302 Found", Location=f"/{next(numbers)}"))

    with site(answer) as running:
        with pytest.raises(SiteUnreachable):
            get(running.url())
        assert len(running.requests) == 6


@pytest.mark.parametrize(
    "status", ["404 Not Found", "500 Oh", "204 No Content", "304 Not Modified"]
)
def test_a_site_that_gives_no_page(status: str):
    def answer(_path: str, send: Send) -> None:
        send(reply(status=status))

    with site(answer) as running, pytest.raises(SiteRefused):
        get(running.url())


@pytest.mark.parametrize("part", ["status", "headers", "body"])
def test_a_site_that_drips_is_given_up(part: str):
    def answer(_path: str, send: Send) -> None:
        _drip(running, part, send)

    with site(answer) as running, pytest.raises(SiteTookTooLong):
        get(running.url(), seconds=0.6)


def test_nobody_waits_any_more():
    def answer(_path: str, send: Send) -> None:
        _drip(running, "body", send)

    with site(answer) as running, pytest.raises(ImportCancelled):
        fetch(running.url(), may_call=only_here, cancelled=lambda: bool(running.requests))


@pytest.mark.parametrize("packed", [True, False])
def test_too_much_is_not_kept(packed: bool):
    body = gzip.compress(bytes(5 * MOST_BYTES)) if packed else bytes(MOST_BYTES + 1)
    headers = {"Content_Encoding": "gzip"} if packed else {}

    def answer(_path: str, send: Send) -> None:
        send(reply(body, **headers))

    with site(answer) as running, pytest.raises(SourceTooLarge):
        get(running.url())


@pytest.mark.parametrize(
    "said",
    [
        b"", b"\x00\xff garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        reply(b"no gzip", Content_Encoding="gzip"), b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n",
    ],
)  # fmt: skip
def test_an_answer_that_is_none(said: bytes):
    def answer(_path: str, send: Send) -> None:
        send(said)

    with site(answer) as running, pytest.raises(SiteUnreachable):
        get(running.url())


def test_a_site_without_a_certificate_is_not_trusted():
    with site(_page) as running, pytest.raises(SiteUnreachable):
        get(running.url().replace("http:", "https:"))


def test_nobody_answers():
    with site(_page) as running:
        url = running.url()
    with pytest.raises(SiteUnreachable):
        get(url)


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/", "text/html", "127.0.0.1.html"),
        ("/a/b.pdf", "application/pdf", "b.pdf"),
        ("/%D8%AE%D8%A8%D8%B1/", "text/html", "خبر.html"),
        ("/a.txt", "text/plain", "a.txt"),
    ],
)
def test_what_a_page_is_called(path: str, kind: str, name: str):
    def answer(_path: str, send: Send) -> None:
        send(reply(b"x", Content_Type=kind))

    with site(answer) as running:
        assert get(running.url(path)).name == name


def _page(_path: str, send: Send) -> None:
    send(reply(page().encode()))


def _drip(running, part: str, send: Send) -> None:
    said = {"status": b"HTTP", "headers": b"HTTP/1.1 200 OK\r\n", "body": reply(b"x" * 100)[:-99]}
    send(said[part])
    while not running.wait(0.02):
        send(b"x")
