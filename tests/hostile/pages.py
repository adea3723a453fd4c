"""Web pages, saved pages and PDF files: what they call, include, nest and pretend."""

import zlib

from reader.errors import (
    SourceCrashed,
    SourceDamaged,
    SourceEmpty,
    SourceNeedsMemory,
    SourceNotAnArticle,
    SourceNotText,
    SourceRefused,
    SourceTookTooLong,
)
from tests.hostile.sample import Refusals, Sample, fixed, naming

_WORDS = "قال الوزير إن القوات لن تتراجع عن مواقعها في المدينة، وأضاف أن العدد كبير. " * 6
_ARTICLE = f"<article><h1>خبر</h1><p>{_WORDS}</p><p>{_WORDS}</p></article>"
_TOO_MUCH: Refusals = (
    SourceRefused,
    SourceDamaged,
    SourceEmpty,
    SourceTookTooLong,
    SourceNeedsMemory,
)
_BROKEN: Refusals = (
    SourceDamaged, SourceEmpty, SourceCrashed, SourceRefused, SourceNotAnArticle, SourceNotText,
)  # fmt: skip


def page(body: str, head: str = "") -> str:
    top = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">{head}</head>'
    return f"{top}<body>{body}</body></html>"


def saved(parts: str, boundary: str = "b") -> str:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: WEB/x\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"\r\n\r\n{parts}'
    )


def part(body: str, kind: str = "text/html; charset=utf-8", place: str = "WEB/x") -> str:
    return f"--b\r\nContent-Type: {kind}\r\nContent-Location: {place}\r\n\r\n{body}\r\n"


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """Return a PDF file of raw objects, numbered from one."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(made)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more, content)


_CATALOG, _PAGES = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
)
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>"


def flate_bomb(_: object) -> bytes:
    """Return a page whose content is 120 MB of nothing, twice packed."""
    packed = zlib.compress(zlib.compress(b" " * 120_000_000, 9), 9)
    return pdf(_CATALOG, _PAGES, _PAGE, stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def many_pages(_: object) -> bytes:
    """Return a file that says it has two thousand million pages."""
    return pdf(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", _PAGE, stream(b""))


def deep_array(_: object) -> bytes:
    return pdf(_CATALOG, _PAGES, b"[" * 200_000 + b"]" * 200_000, stream(b""))


PAGES = (
    Sample(
        "calls.html",
        "pictures, styles, frames and fonts on the web",
        naming(
            page(
                '<img src="WEB/x.png" srcset="WEB/y.png 2x"><iframe src="WEB/f"></iframe>'
                '<object data="WEB/o"></object><embed src="WEB/e">'
                '<video src="WEB/v" poster="WEB/p"></video><script src="WEB/s.js"></script>'
                '<table background="WEB/b"></table>' + _ARTICLE,
                '<link rel="stylesheet" href="WEB/x.css"><base href="WEB/">'
                '<link rel="preload" href="WEB/l">'
                '<style>@import url("WEB/x.css"); body{background:url(WEB/z.png)}</style>'
                '<meta http-equiv="refresh" content="0;url=WEB/r">',
            )
        ),
        holds="قال الوزير",
    ),
    Sample(
        "files.html",
        "pictures and frames in files",
        naming(
            page(
                '<img src="file://FILE/x.png"><img src="FILE/x.png"><iframe src="file://FILE/secret.txt"></iframe>'
                '<object data="../../../../FILE/secret.txt"></object><img src="//127.0.0.1/x">'
                + _ARTICLE
            )
        ),
        holds="قال الوزير",
    ),
    Sample(
        "entities.xhtml",
        "entities that are files",
        naming(
            '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file://FILE/secret.txt">]>'
            f"<html><body>&a;{_ARTICLE}</body></html>"
        ),
        holds="قال الوزير",
    ),
    Sample(
        "laughs.html",
        "entities that grow",
        fixed(
            "<!DOCTYPE html [<!ENTITY a 'ها'>"
            + "".join(
                f"<!ENTITY {b} '{f'&{a};' * 10}'>"
                for a, b in zip("abcdefgh", "bcdefghi", strict=True)
            )
            + f"]><html><body>&i;{_ARTICLE}</body></html>"
        ),
        holds="قال الوزير",
    ),
    Sample(
        "deep.html",
        "100,000 elements in one another",
        fixed(page("<div>" * 100_000 + _ARTICLE)),
        (SourceRefused,),
    ),
    Sample(
        "deep-end.html",
        "an article, then 300 elements in one another with the rest of it",
        fixed(page(_ARTICLE + "<div>" * 300 + _ARTICLE)),
        (SourceRefused,),
    ),
    Sample(
        "tables.html",
        "24 tables in one another",
        fixed(page("<table><tr><td>" * 24 + _ARTICLE)),
        holds="قال الوزير",
    ),
    Sample(
        "bold.html", "300,000 elements", fixed(page("<b>x</b>" * 300_000 + _ARTICLE)), _TOO_MUCH
    ),
    Sample(
        "run.html",
        "a word of 5 MB",
        fixed(page(_ARTICLE + "<p>" + "ق" * 2_500_000)),
        holds="قال الوزير",
    ),
    Sample(
        "attribute.html",
        "an attribute of 5 MB",
        fixed(page(f'<p title="{"x" * 5_000_000}">' + _ARTICLE)),
        holds="قال الوزير",
    ),
    Sample(
        "script.html",
        "nothing but a script",
        fixed(page("<script>document.write('خبر')</script>")),
        (SourceEmpty,),
    ),
    Sample(
        "charset.html",
        "a charset that there is not",
        fixed(page(_ARTICLE).replace("utf-8", "klingon")),
        holds="قال الوزير",
    ),
    Sample(
        "itself.html",
        "a frame with itself",
        fixed(page('<iframe src="itself.html"></iframe>' + _ARTICLE)),
        holds="قال الوزير",
    ),
    Sample(
        "noise.html",
        "random bytes after a beginning",
        fixed(b"<!DOCTYPE html><html><body>" + bytes(range(256)) * 400),
        (*_BROKEN,),
    ),
    Sample(
        "calls.mhtml",
        "a saved page with parts elsewhere",
        naming(
            saved(
                part(
                    page(
                        f'<img src="WEB/x.png"><img src="cid:x"><link rel="stylesheet" href="file://FILE/x.css">{_ARTICLE}'
                    )
                )
                + part("SECRET", "text/html", "file://FILE/x.xhtml")
                + "--b--"
            )
        ),
        holds="قال الوزير",
    ),
    Sample(
        "nested.mhtml",
        "100 saved pages in one another",
        fixed("".join(saved(f"--b{i}\r\n", f"b{i}").replace("WEB", "") for i in range(100))),
        _BROKEN,
    ),
    Sample(
        "open.mhtml",
        "a saved page that does not end",
        naming(saved(part(page(_ARTICLE)))),
        holds="قال الوزير",
    ),
    Sample(
        "empty.mhtml",
        "a saved page without a page",
        fixed(saved("--b--").replace("WEB", "")),
        _BROKEN,
    ),
    Sample(
        "coded.mhtml",
        "a part whose coding is a lie",
        fixed(
            saved(
                "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                "%%%\r\n--b--"
            ).replace("WEB", "")
        ),
        _BROKEN,
    ),
    Sample(
        "tree.pdf",
        "pages that hold themselves",
        fixed(pdf(_CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")),
        _BROKEN,
    ),
    Sample("bomb.pdf", "120 MB of nothing in a page", flate_bomb, (*_TOO_MUCH, *_BROKEN)),
    Sample("pages.pdf", "2,000,000,000 pages", many_pages, (*_TOO_MUCH, *_BROKEN)),
    Sample("deep.pdf", "200,000 arrays in one another", deep_array, (*_TOO_MUCH, *_BROKEN)),
    Sample(
        "calls.pdf",
        "a page that opens a web page and a file",
        naming(
            pdf(
                b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (WEB/x) >> "
                b"/AA << /WC << /S /Launch /F (FILE/secret.txt) >> >> >>",
                _PAGES,
                _PAGE.replace(
                    b"/Contents",
                    b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
                    b"/A << /S /GoToR /F (FILE/secret.txt) >> >>] /Contents",
                ),
                stream(b"", b"/F (FILE/secret.txt)"),
            )
        ),
        _BROKEN,
    ),
    Sample(
        "cut.pdf",
        "half a PDF",
        fixed(pdf(_CATALOG, _PAGES, _PAGE, stream(b"BT ET"))[:150]),
        _BROKEN,
    ),
    Sample(
        "noise.pdf",
        "random bytes after a beginning",
        fixed(b"%PDF-1.7\n" + bytes(range(256)) * 300),
        _BROKEN,
    ),
    Sample("head.pdf", "nothing but a beginning", fixed(b"%PDF-1.7\n"), _BROKEN),
)
