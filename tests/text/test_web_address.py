import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.web_address import page_of

SAME = (
    (
        "https://Example.com/News/1",
        "http://example.com/News/1/",
        "HTTPS://www.example.com:443/News/1#top",
        "https://example.com/News/1?utm_source=x&fbclid=abc",
        "  https://example.com./News/1  ",
    ),
    (
        "https://example.com/خبر؟",
        "https://example.com/%D8%AE%D8%A8%D8%B1%D8%9F",
        "https://example.com/%d8%ae%d8%a8%d8%b1%d8%9f/",
    ),
    ("https://مثال.com/a", "https://xn--mgbh0fb.com/a"),
    ("https://e.org/?b=2&a=1&UTM_Medium=y", "https://e.org?a=1&b=2"),
)
OTHER = (
    ("https://example.com/1", "https://example.com/2"),
    ("https://example.com/News", "https://example.com/news"),
    ("https://example.com/?id=1", "https://example.com/?id=2"),
    ("https://example.com/?id=1", "https://example.com/"),
    ("https://ar.example.com/1", "https://en.example.com/1"),
    ("https://example.com/1", "https://example.com:8080/1"),
)


@pytest.mark.parametrize("addresses", SAME)
def test_one_page_has_one_name(addresses):
    assert len({page_of(one) for one in addresses}) == 1
    assert page_of(addresses[0])


@pytest.mark.parametrize("addresses", OTHER)
def test_two_pages_have_two(addresses):
    assert len({page_of(one) for one in addresses}) == 2


@pytest.mark.parametrize(
    "text",
    ["", "خبر", "example.com/1", "file:///etc/passwd", "http://", "https://[::1", "http://a:b/",
     "javascript:alert(1)", "mailto:a@b.c"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_no_page(text):
    assert page_of(text) == ""


@given(st.text(max_size=40))
def test_any_text_is_answered_and_the_answer_is_its_own_page(text):
    for given_text in (text, f"https://example.com/{text}", f"http://{text}/a"):
        page = page_of(given_text)
        assert page == "" or page_of(f"https://{page}") == page
