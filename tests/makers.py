"""Makes documents of each format out of paragraphs, small enough to be read in a test."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

import docx

ODT_TYPE = "application/vnd.oasis.opendocument.text"
EPUB_TYPE = "application/epub+zip"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_NAMES = (
    f'xmlns:office="{_OFFICE}office:1.0" xmlns:text="{_OFFICE}text:1.0" '
    f'xmlns:table="{_OFFICE}table:1.0" xmlns:draw="{_OFFICE}drawing:1.0" '
    f'xmlns:meta="{_OFFICE}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as a zip file; the first one is stored as it is."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, part) in enumerate(parts.items()):
            method = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(name, part, compress_type=method)
    return stream.getvalue()


def unzipped(source: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file."""
    with zipfile.ZipFile(BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def docx_of(paragraphs: Sequence[str], **properties: object) -> bytes:
    """Return a Word document; `properties` are those of its core."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for key, value in properties.items():
        setattr(document.core_properties, key, value)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_with(body: str, **parts: str | bytes) -> bytes:
    """Return a Word document whose body is raw XML; `parts` replace others, "__" for "/"."""
    made = unzipped(docx_of([]))
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    made["word/document.xml"] = (
        f'<w:document xmlns:w="{names}" xmlns:mc="{compatible}"><w:body>{body}</w:body>'
        "</w:document>"
    ).encode()
    return zipped(made | {name.replace("__", "/"): part for name, part in parts.items()})


def odt_of(paragraphs: Sequence[str], meta: str = "") -> bytes:
    """Return an OpenDocument text."""
    body = "".join(f"<text:p>{spaced(paragraph)}</text:p>" for paragraph in paragraphs)
    return odt_with(body, meta)


def spaced(paragraph: str) -> str:
    """Return a paragraph as ODF has it: tabs, line ends and runs of spaces are elements."""
    text = escape(paragraph, quote=False).replace("  ", " <text:s/>")
    return text.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def odt_with(body: str, meta: str = "", **parts: str | bytes) -> bytes:
    """Return an OpenDocument text whose body is raw XML."""
    content = (
        f"<office:document-content {_ODT_NAMES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    about = (
        f"<office:document-meta {_ODT_NAMES}><office:meta>{meta}</office:meta>"
        "</office:document-meta>"
    )
    made: dict[str, str | bytes] = {"mimetype": ODT_TYPE, "content.xml": content, "meta.xml": about}
    return zipped(made | {name.replace("__", "/"): part for name, part in parts.items()})


def epub_of(chapters: Sequence[Sequence[str]], metadata: str = "") -> bytes:
    """Return a book; each chapter is a list of paragraphs."""
    pages = ["".join(f"<p>{escape(one)}</p>" for one in chapter) for chapter in chapters]
    return epub_with(pages, metadata)


def epub_with(pages: Sequence[str], metadata: str = "") -> bytes:
    """Return a book whose chapters are raw XHTML."""
    items = "".join(f'<item id="c{i}" href="c%20{i}.xhtml"/>' for i in range(len(pages)))
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(pages)))
    made: dict[str, str | bytes] = {
        "mimetype": EPUB_TYPE,
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{metadata}</metadata><manifest>"
            '<item id="nav" href="nav.xhtml" properties="nav"/>'
            f'{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
        ),
        "OEBPS/nav.xhtml": xhtml("<nav><a>فهرس</a></nav>"),
    }
    for number, page in enumerate(pages):
        made[f"OEBPS/c {number}.xhtml"] = xhtml(page)
    return zipped(made)


def xhtml(body: str) -> str:
    """Return a page of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
        '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>عنوان</title></head><body>{body}</body></html>"
    )
