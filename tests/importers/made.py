"""One article in every format, by other people's writers: `python -m tests.importers.made`.

Needs LibreOffice, Chromium and its driver, which the tests do not: what they wrote is kept
in `tests/data/formats`, and made anew only to take in newer writers.
"""

import base64
import csv
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "formats"
ARTICLE = FOLDER / "article.txt"
_PORT = 29515
_FONTS = {"plex": "IBM Plex Sans Arabic", "amiri": "Amiri", "dejavu": "DejaVu Sans"}
_MENU = ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "من نحن", "اتصل بنا")


def paragraphs() -> list[str]:
    """Return the article's paragraphs; the first is its title, the second its byline."""
    return ARTICLE.read_text(encoding="utf-8").strip("\n").split("\n")


def page(font: str = "", *, menu: bool = True) -> str:
    """Return the article as a news site would show it; without `menu` as one would print it."""
    title, byline, *body = paragraphs()
    metas = {
        "og:title": title,
        "og:site_name": "وكالة الهامش",
        "article:published_time": "2021-03-14T09:30:00+03:00",
        "og:url": "https://example.com/news/14",
    }
    head = "".join(f'<meta property="{key}" content="{escape(of)}">' for key, of in metas.items())
    inner = "".join(_block(one) for one in body)
    links = "".join(f'<li><a href="/{at}">{one}</a></li>' for at, one in enumerate(_MENU))
    around = f"<nav><ul>{links}</ul></nav>" if menu else ""
    after = '<aside><h3>الأكثر قراءة</h3><a href="/1">خبر آخر لا صلة له</a></aside>' if menu else ""
    style = f"body{{font-family:'{font}';font-size:14pt;line-height:1.8}}" if font else ""
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<title>{escape(title)} - وكالة الهامش</title>{head}<meta name="author" '
        f'content="ليث السروجي"><style>{style}</style></head><body>{around}<main><article>'
        f"<h1>{escape(title)}</h1><p>{escape(byline)}</p>{inner}</article></main>{after}"
        f"{'<footer>جميع الحقوق محفوظة</footer>' if menu else ''}</body></html>"
    )


def _block(paragraph: str) -> str:
    tag = "p" if len(paragraph) > 40 else "h2"
    return f"<{tag}>{escape(paragraph)}</{tag}>"


def make(folder: Path) -> None:
    """Write the article in every format into a folder."""
    (folder / "site.html").write_text(page(), encoding="utf-8")
    cp1256 = page().replace("utf-8", "windows-1256")
    (folder / "site-1256.html").write_bytes(cp1256.encode("cp1256", "xmlcharrefreplace"))
    _by_hand(folder)
    _by_python_docx(folder / "python-docx.docx")
    _by_qt(folder)
    with TemporaryDirectory() as name:
        _by_libreoffice(folder / "python-docx.docx", Path(name), folder)
        _encrypted(folder / "article.txt", Path(name), folder.parent)
    with _chromium() as browser:
        for key, font in _FONTS.items():
            browser.show(page(font, menu=False))
            (folder / f"chromium-{key}.pdf").write_bytes(browser.pdf())
        browser.show(page())
        (folder / "chromium.mhtml").write_bytes(browser.mhtml())


def _by_hand(folder: Path) -> None:
    title, *body = paragraphs()
    lines = [one if len(one) > 40 else f"**{one}**" for one in body]
    (folder / "hand.md").write_text("\n\n".join([f"# {title}", *lines]) + "\n", encoding="utf-8")
    row = {"title": title, "text": "\n".join(body), "publisher": "وكالة الهامش"}
    row |= {"published": "2021-03-14", "url": "https://example.com/news/14"}
    line = json.dumps(row, ensure_ascii=False)
    (folder / "hand.jsonl").write_text(line + "\n", encoding="utf-8")
    with (folder / "hand.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow(row)


def _by_python_docx(path: Path) -> None:
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    title, *body = paragraphs()
    document.core_properties.title = title
    document.core_properties.author = "ليث السروجي"
    document.add_heading(title, 0)
    for one in body:
        document.add_paragraph(one) if len(one) > 40 else document.add_heading(one, 2)
    for one in document.paragraphs:
        one._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    document.save(str(path))


def _by_libreoffice(source: Path, scratch: Path, folder: Path) -> None:
    for kind in ("odt", "epub", "pdf", "docx", "html:HTML (StarWriter):EmbedImages"):
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
                   "--convert-to", kind, "--outdir", str(scratch), str(source)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        ending = kind.partition(":")[0]
        shutil.copy(scratch / f"{source.stem}.{ending}", folder / f"libreoffice.{ending}")


def _encrypted(source: Path, scratch: Path, folder: Path) -> None:
    options = json.dumps(
        {
            "EncryptFile": {"type": "boolean", "value": "true"},
            "DocumentOpenPassword": {"type": "string", "value": "sesame"},
        }
    )
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
               "--convert-to", f"pdf:writer_pdf_Export:{options}",
               "--outdir", str(scratch), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    shutil.copy(scratch / "article.pdf", folder / "encrypted.pdf")


def _by_qt(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import (
        QFont,
        QGuiApplication,
        QPageLayout,
        QPageSize,
        QPdfWriter,
        QTextDocument,
        QTextDocumentWriter,
    )

    from reader.ui.theme import load_fonts

    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    document = QTextDocument()
    font = QFont("IBM Plex Sans Arabic")
    font.setFeature(QFont.Tag("locl"), 0)  # or no program could read its digits back
    document.setDefaultFont(font)
    document.setHtml(page(menu=False))
    QTextDocumentWriter(str(folder / "qt.odt"), b"ODF").write(document)
    writer = QPdfWriter(str(folder / "qt.pdf"))
    margins = QMarginsF(20, 20, 20, 20)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    )
    document.print_(writer)
    del app


class _Browser:
    """Chromium by its driver: shows a page, prints it, saves it."""

    def __init__(self, base: str, page: Path) -> None:
        self._base = base
        self._page = page

    def show(self, html: str) -> None:
        """Load a page."""
        self._page.write_text(html, encoding="utf-8")
        self._post("url", {"url": self._page.as_uri()})

    def pdf(self) -> bytes:
        """Return the page printed."""
        return base64.b64decode(self._command("Page.printToPDF", {})["data"])

    def mhtml(self) -> bytes:
        """Return the page saved whole."""
        return str(self._command("Page.captureSnapshot", {"format": "mhtml"})["data"]).encode()

    def _command(self, name: str, params: dict[str, Any]) -> Any:
        return self._post("goog/cdp/execute", {"cmd": name, "params": params})

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return _post(f"{self._base}/{path}", body)


def _post(address: str, body: dict[str, Any], method: str = "POST") -> Any:
    host, _, path = address.removeprefix("http://").partition("/")
    connection = HTTPConnection(host)
    try:
        headers = {"Content-Type": "application/json"}
        connection.request(method, f"/{path}", json.dumps(body), headers)
        return json.load(connection.getresponse())["value"]
    finally:
        connection.close()


@contextmanager
def _chromium() -> Iterator[_Browser]:
    driver = subprocess.Popen(["chromedriver", f"--port={_PORT}"], stdout=subprocess.DEVNULL)
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update"]  # fmt: skip
    wanted = {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}
    base = f"http://127.0.0.1:{_PORT}/session"
    try:
        for _ in range(50):
            try:
                session = _post(base, {"capabilities": wanted})["sessionId"]
                break
            except OSError:
                time.sleep(0.2)
        with TemporaryDirectory() as name:
            yield _Browser(f"{base}/{session}", Path(name, "page.html"))
        _post(f"{base}/{session}/window", {}, method="DELETE")
    finally:
        driver.terminate()
        driver.wait()


if __name__ == "__main__":
    make(FOLDER)
