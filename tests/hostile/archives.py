"""Word, OpenDocument and EPUB files: bombs, lies, loops, names that lead elsewhere."""

import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from reader.errors import (
    SourceDamaged,
    SourceEmpty,
    SourceEncrypted,
    SourceNotAnArticle,
    SourceRefused,
)
from tests.hostile.sample import Refusals, Sample, fixed, lured
from tests.hostile.watching import Lures
from tests.makers import (
    CONTAINER,
    docx_of,
    docx_with,
    epub_of,
    epub_with,
    odt_of,
    odt_with,
    unzipped,
    zipped,
)

_REFUSED: Refusals = (SourceRefused,)
_DAMAGED: Refusals = (SourceDamaged,)
_TEXT = ["خبر سليم من أوله إلى آخره"]
_MIXED = random.Random(4).randbytes(100_000) + b"\x00" * 9_900_000
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ها'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "FILE/secret.txt"><!ENTITY b SYSTEM "WEB/x">]>'
_OUTSIDE_DTD = '<!DOCTYPE x SYSTEM "WEB/x.dtd">'
_PARAMETER = '<!DOCTYPE x [<!ENTITY % a SYSTEM "WEB/x.dtd"> %a;]>'
_INCLUDE = (
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="FILE/secret.txt" parse="text"/>'
)
_LINKED = (
    '<draw:frame xmlns:x="http://www.w3.org/1999/xlink"><draw:image x:href="WEB/x.png"/>'
    '</draw:frame><text:section-source xmlns:x="http://www.w3.org/1999/xlink" '
    'x:href="file://FILE/secret.txt"/>'
)
_P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def with_parts(
    make: Callable[[], bytes], parts: Mapping[str, bytes | str]
) -> Callable[[Lures], bytes]:
    """Return what makes a document with some parts exchanged or added; lures in them."""

    def run(lures: Lures) -> bytes:
        raw = {key: part.encode() if isinstance(part, str) else part for key, part in parts.items()}
        return zipped(unzipped(make()) | {key: lured(part, lures) for key, part in raw.items()})

    return run


def word() -> bytes:
    return docx_of(_TEXT)


def text() -> bytes:
    return odt_of(_TEXT)


def book() -> bytes:
    return epub_of([_TEXT])


def in_word(prolog: str, body: str = "&a;") -> Callable[[Lures], bytes]:
    document = unzipped(docx_with(_P.format(body)))["word/document.xml"]
    return with_parts(word, {"word/document.xml": prolog.encode() + document})


def in_text(prolog: str, body: str = "&a;") -> Callable[[Lures], bytes]:
    content = unzipped(odt_with(f"<text:p>خبر {body}</text:p>"))["content.xml"]
    return with_parts(text, {"content.xml": prolog.encode() + content})


def in_book(prolog: str, body: str = "&a;") -> Callable[[Lures], bytes]:
    page = (
        f'{prolog}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>خبر {body}</p></body></html>'
    )
    return with_parts(book, {"OEBPS/c 0.xhtml": page})


def named(make: Callable[[], bytes], name: str, *, link: bool = False) -> Callable[[Lures], bytes]:
    """Return what makes a document with one more part, of a name that does harm."""

    def run(lures: Lures) -> bytes:
        stream = BytesIO(make())
        with zipfile.ZipFile(stream, "a") as archive:
            info = zipfile.ZipInfo("placeholder")
            info.filename = name  # ZipInfo itself would mend it
            info.external_attr = 0o120777 << 16 if link else 0o600 << 16
            archive.writestr(info, "/etc/passwd")
        return stream.getvalue()

    return run


def twice(lures: Lures) -> bytes:
    """Return a text with two parts of one name: which one a program reads is its luck."""
    return named(text, "content.xmk")(lures).replace(b"content.xmk", b"content.xml")


def lying_size(lures: Lures) -> bytes:
    """Return a document whose list says of 60 MB that they are 100 bytes."""
    source = zipped(unzipped(word()) | {"word/document.xml": b" " * 60_000_000})
    at = source.rindex(b"word/document.xml") - 46
    return source[: at + 24] + struct.pack("<I", 100) + source[at + 28 :]


def lying_place(lures: Lures) -> bytes:
    """Return a document whose list points behind the end of the file."""
    source = word()
    at = source.rindex(b"word/document.xml") - 46
    return source[: at + 42] + struct.pack("<I", 0x7FFFFFFF) + source[at + 46 :]


def locked(lures: Lures) -> bytes:
    """Return a document whose parts are marked as encrypted."""
    source = bytearray(word())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = source.find(sign)
        while at >= 0:
            source[at + place] |= 1
            at = source.find(sign, at + 1)
    return bytes(source)


def a_million_parts(lures: Lures) -> bytes:
    """Return an archive whose list has a million lines and which has no part."""
    entry = b"PK\x01\x02" + bytes(42)
    listed = entry * 900_000
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, len(listed), 30, 0)
    start = b"PK\x03\x04" + bytes(26)
    return start + b"word/document.xml"[:0] + listed + end + b"word/document.xml"


def again_and_again(lures: Lures) -> bytes:
    """Return a book whose spine has the same large chapter 10,000 times."""
    parts = unzipped(epub_with(["<p>" + "كلمة " * 100_000 + "</p>"]))
    package = parts["OEBPS/book.opf"].replace(
        b"</spine>", b'<itemref idref="c0"/>' * 10_000 + b"</spine>"
    )
    return zipped(parts | {"OEBPS/book.opf": package})


def of_itself(lures: Lures) -> bytes:
    """Return a book whose only chapter is the book's own list of chapters."""
    parts = unzipped(book())
    package = parts["OEBPS/book.opf"].replace(b'href="c%200.xhtml"', b'href="book.opf"')
    return zipped(parts | {"OEBPS/book.opf": package})


def in_itself(lures: Lures) -> bytes:
    """Return a zip file that holds a zip file that holds one."""
    inner = zipped({"a.txt": "خبر"})
    for _ in range(50):
        inner = zipped({"inner.zip": inner})
    return inner


def foreign_chapters(lures: Lures) -> bytes:
    """Return a book whose chapters are elsewhere."""
    items = "".join(
        f'<item id="c{i}" href="{href}"/>'
        for i, href in enumerate(
            ("WEB/x.xhtml", "file://FILE/x.xhtml", "FILE/x.xhtml", "../" * 9 + "etc/passwd")
        )
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(4))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata/>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    return with_parts(book, {"OEBPS/book.opf": package})(lures)


def foreign_relations(lures: Lures) -> bytes:
    """Return a document with a template, a picture and a part that are elsewhere."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = (
        ("attachedTemplate", "WEB/t.dotm"),
        ("image", "file://FILE/x.png"),
        ("aFChunk", "FILE/secret.txt"),
        ("oleObject", "WEB/o"),
        ("subDocument", "WEB/s.docx"),
        ("frame", "\\\\127.0.0.1\\x"),
    )
    more = "".join(
        f'<Relationship Id="z{i}" Type="{kind}/{what}" Target="{target}" TargetMode="External"/>'
        for i, (what, target) in enumerate(targets)
    )
    path = "word/_rels/document.xml.rels"
    whole = unzipped(word())[path].decode().replace("</Relationships>", f"{more}</Relationships>")
    return with_parts(word, {path: whole})(lures)


def cut(make: Callable[[], bytes], share: float) -> Callable[[Lures], bytes]:
    def run(lures: Lures) -> bytes:
        source = make()
        return source[: int(len(source) * share)]

    return run


ARCHIVES = (
    Sample(
        "bomb.docx",
        "a part of 60 MB of spaces",
        with_parts(word, {"word/document.xml": b" " * 60_000_000}),
        _REFUSED,
    ),
    Sample(
        "bomb.odt",
        "a part of 60 MB of spaces",
        with_parts(text, {"content.xml": b" " * 60_000_000}),
        _REFUSED,
    ),
    Sample(
        "bomb.epub",
        "a chapter of 60 MB of spaces",
        with_parts(book, {"OEBPS/c 0.xhtml": b" " * 60_000_000}),
        _REFUSED,
    ),
    Sample(
        "heap.docx",
        "21 parts of 10 MB, none of them a bomb",
        with_parts(word, {f"word/media/{i}.png": _MIXED for i in range(21)}),
        _REFUSED,
    ),
    Sample(
        "crowd.epub", "2,001 parts", with_parts(book, {f"x{i}": b"" for i in range(2001)}), _REFUSED
    ),
    Sample(
        "list.docx",
        "a list of 900,000 parts",
        a_million_parts,
        (SourceRefused, SourceDamaged, SourceNotAnArticle),
    ),
    Sample(
        "lying-size.docx",
        "60 MB that say they are 100 bytes",
        lying_size,
        (SourceDamaged, SourceRefused),
    ),
    Sample("lying-place.docx", "a part that lies behind the end", lying_place, _DAMAGED),
    Sample("up.docx", "a part named ../../evil", named(word, "../../evil.xml"), _REFUSED),
    Sample("root.odt", "a part named /etc/cron.d/x", named(text, "/etc/cron.d/x"), _REFUSED),
    Sample("drive.epub", "a part named C:\\x", named(book, "C:\\x"), _REFUSED),
    Sample("device.docx", "a part named CON.xml", named(word, "word/CON.xml"), _REFUSED),
    Sample(
        "turned.odt",
        "a part whose name is turned around",
        named(text, "Pictures/\u202egnp.exe"),
        _REFUSED,
    ),
    Sample("link.epub", "a part that is a link", named(book, "OEBPS/link", link=True), _REFUSED),
    Sample("twice.odt", "two parts of one name", twice, _REFUSED),
    Sample("locked.docx", "parts with a password", locked, (SourceEncrypted,)),
    Sample(
        "locked-2.docx",
        "a compound file with a password",
        fixed(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le")
        ),
        (SourceEncrypted,),
    ),
    Sample("nested.docx", "fifty archives in one another", in_itself, (SourceNotAnArticle,)),
    Sample("laughs.docx", "entities that grow to 2 GB", in_word(_LAUGHS, "&j;"), _REFUSED),
    Sample("laughs.odt", "entities that grow to 2 GB", in_text(_LAUGHS, "&j;"), _REFUSED),
    Sample("laughs.epub", "entities that grow to 2 GB", in_book(_LAUGHS, "&j;"), _REFUSED),
    Sample(
        "outside.docx", "an entity that is a file, another a web page", in_word(_OUTSIDE), _REFUSED
    ),
    Sample(
        "outside.odt", "an entity that is a file, another a web page", in_text(_OUTSIDE), _REFUSED
    ),
    Sample(
        "outside.epub", "an entity that is a file, another a web page", in_book(_OUTSIDE), _REFUSED
    ),
    Sample("dtd.odt", "a DTD on the web", in_text(_OUTSIDE_DTD, ""), holds="خبر"),
    Sample("dtd.epub", "a DTD on the web", in_book(_OUTSIDE_DTD, ""), holds="خبر"),
    Sample(
        "parameter.docx",
        "a parameter entity on the web",
        in_word(_PARAMETER, "x"),
        (*_REFUSED, *_DAMAGED),
    ),
    Sample(
        "include.odt",
        "a file that is to be included",
        in_text(
            "",
            _INCLUDE,
        ),
        holds="خبر",
    ),
    Sample(
        "style.epub",
        "a style sheet on the web",
        in_book('<?xml-stylesheet href="WEB/x.css"?>', '<img src="WEB/x.png"/>'),
        holds="خبر",
    ),
    Sample(
        "deep.docx",
        "100,000 elements in one another",
        in_word("", "</w:t>" + "<w:ins>" * 100_000),
        (*_DAMAGED, *_REFUSED),
    ),
    Sample(
        "deep-250.docx",
        "250 elements in one another",
        in_word("", "x</w:t>" + "<w:ins>" * 250 + "</w:ins>" * 250 + "<w:t>"),
        (*_DAMAGED, *_REFUSED),
    ),
    Sample(
        "deep.odt",
        "250 spans in one another",
        in_text("", "<text:span>" * 220 + "</text:span>" * 220),
        _REFUSED,
    ),
    Sample(
        "wide.odt",
        "300,000 spans",
        in_text("", "".join(f"<text:span>{i}</text:span>" for i in range(300_000))),
        _REFUSED,
    ),
    Sample(
        "spaces.odt",
        "an element that stands for 10⁹ spaces",
        in_text("", "<text:s text:c='999999999'/>" * 3),
        holds="خبر",
    ),
    Sample(
        "utf-16.docx",
        "entities in UTF-16",
        with_parts(word, {"word/document.xml": (_LAUGHS + "<x>&j;</x>").encode("utf-16")}),
        (*_REFUSED, *_DAMAGED),
    ),
    Sample(
        "no-root.odt", "XML without an element", with_parts(text, {"content.xml": b""}), _DAMAGED
    ),
    Sample(
        "half.odt",
        "XML that breaks off",
        with_parts(text, {"content.xml": b"<office:document-content>"}),
        _DAMAGED,
    ),
    Sample(
        "again.epub",
        "a spine with a chapter 10,000 times",
        again_and_again,
        (),
        "كلمة",
    ),
    Sample("itself.epub", "a book whose chapter is its own list", of_itself, (SourceEmpty,)),
    Sample("elsewhere.epub", "chapters on the web and in files", foreign_chapters, (SourceEmpty,)),
    Sample(
        "loop.epub",
        "a container that names itself",
        with_parts(
            book,
            {
                "META-INF/container.xml": CONTAINER.replace(
                    "OEBPS/book.opf", "META-INF/container.xml"
                )
            },
        ),
        (SourceEmpty,),
    ),
    Sample(
        "relations.docx",
        "a template, pictures and parts elsewhere",
        foreign_relations,
        holds="خبر سليم",
    ),
    Sample(
        "section.odt",
        "a section and a picture elsewhere",
        in_text(
            "",
            _LINKED,
        ),
        holds="خبر",
    ),
    Sample("cut.docx", "half a document", cut(word, 0.5), (*_DAMAGED, SourceNotAnArticle)),
    Sample("cut.odt", "nine tenths of a text", cut(text, 0.9), _DAMAGED),
    Sample("cut.epub", "half a book", cut(book, 0.5), _DAMAGED),
    Sample(
        "empty.docx",
        "an archive of nothing but its sign",
        fixed(b"PK\x03\x04word/document.xml"),
        _DAMAGED,
    ),
    Sample(
        "types.docx",
        "a document without its list of types",
        fixed(zipped({"word/document.xml": "<x/>"})),
        _DAMAGED,
    ),
)
