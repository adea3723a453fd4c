"""Addresses that may be called, and those that lead inside."""

from ipaddress import ip_address

import pytest

from reader.errors import AddressRefused, SiteUnreachable
from reader.importers.addresses import is_public, place_of


def anywhere(_address: object) -> bool:
    """Let every address be called."""
    return True


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "::1", "::",
        "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "2002:7f00:1::", "2001:0:53aa:64c:0:0:0:1", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_inside_are_not_public(address: str):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_internet_are(address: str):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.com/x", "data:text/html,x", "javascript:alert(1)", "gopher://a/",
        "", "   ", "example.com/x", "http://", "http:///x", "http://user@example.com/",
        "http://a:b@example.com/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/",
        "http://0x7f000001/", "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/",
        "http://localhost/", "http://LOCALHOST./", "http://[::1", "http://127.0.0.1:99999/",
        "http://example.com:-1/", "http://ex ample.com/", "http://exa\x00mple.com/", "http://\ud800.com/",
        "http://127.0.0.1:80\r\nHost: x/", "http://" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_not_of_the_web_is_refused(url: str):
    with pytest.raises((AddressRefused, SiteUnreachable)):
        place_of(url)


def test_a_name_that_nobody_has():
    with pytest.raises(SiteUnreachable):
        place_of("http://no-such-name.invalid/")


def test_a_place_is_told_as_the_site_knows_it():
    place = place_of("HTTP://127.0.0.1:8080/أخبار/1?q=ق و#part", anywhere)
    assert (place.scheme, place.host, place.port, place.address) == (
        "http", "127.0.0.1", 8080, "127.0.0.1",
    )  # fmt: skip
    assert place.path == "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1?q=%D9%82%20%D9%88"
    assert place.url == f"http://127.0.0.1:8080{place.path}"
    assert place_of("http://127.0.0.1", anywhere).url == "http://127.0.0.1/"
    assert place_of("http://127.0.0.1/%D8%A3", anywhere).path == "/%D8%A3"
