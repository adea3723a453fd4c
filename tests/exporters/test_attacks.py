"""Attack strings in every text are inert in every format; a format joins by being in EXPORTERS."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import openpyxl
import pypdfium2
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from reader.exporters import EXPORTERS, Desk, ExportOptions
from reader.text.guarding import is_dangerous
from tests.exporters import attacks
from tests.exporters.attacks import ATTACKS

NAMES = re.compile(r"[\w.\-]+(/[\w.\-]+)*", re.ASCII)
ELEMENTS = frozenset(
    "html head meta title style body article h1 h2 h3 p dl dt dd bdi a ul ol li mark sup"  # noqa: SIM905
    " section span div blockquote".split()
)
ATTRIBUTES = frozenset(
    ["lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href", "rel"]
)
# Each draws with a process of Qt's own, which takes a second: one report has all attacks.
SLOW = ("pdf",)


class Elements(HTMLParser):
    """Gathers what elements and attributes a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.comments = 0

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.links.append(value)

    def handle_comment(self, data):
        self.comments += 1


def page(made: bytes) -> None:
    found = Elements()
    found.feed(made.decode())
    assert found.elements <= ELEMENTS
    assert found.attributes <= ATTRIBUTES
    assert found.comments == 0
    assert all(link.startswith(("#a", "https://", "http://")) for link in found.links)
    (style,) = re.findall(r"<style>(.*?)</style>", made.decode(), re.S)
    assert not re.search(r"url\(|@import|expression|[<\\]", style)


def table(made: bytes) -> None:
    text = made.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not any(is_dangerous(cell) for row in rows for cell in row)


def workbook(made: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)
    parts(made)


def document(made: bytes) -> None:
    parts(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = archive.read("word/document.xml").decode()
        beside = archive.read("word/_rels/document.xml.rels").decode()
    assert not re.search(r"w:(fldChar|instrText|fldSimple|object|altChunk)", body)
    outside = re.findall(r'Target="([^"]*)" TargetMode="External"', beside)
    assert all(link.startswith(("https://", "http://")) for link in outside)


def markdown(made: bytes) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made.decode())
    every = [inner for token in tokens for inner in (token, *(token.children or ()))]
    kinds = {token.type for token in every}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "code_inline"}
    assert not kinds & {"table_open", "s_open", "em_open"}
    assert {token.tag for token in every if token.type == "heading_open"} <= {"h1", "h2"}
    links = [token.attrs["href"] for token in every if token.type == "link_open"]
    assert all(link.startswith(("https://", "http://")) for link in links)


def pages(made: bytes) -> None:
    with pypdfium2.PdfDocument(made) as found:
        assert len(found) > 0
        texts = "".join(page.get_textpage().get_text_range() for page in found)
        assert all(page.get_objects() for page in found)
    assert "alert(1)" in texts
    # In what is compressed any three bytes may stand.
    told = re.sub(rb"\bstream\r?\n.*?\bendstream\b", b"", made, flags=re.DOTALL)
    assert b"/Page" in told
    assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|URI|AA|S /URI)\b", told)


def json_text(made: bytes) -> None:
    text = made.decode()
    if text.startswith("<script"):
        text = text.split(">", 1)[1].rsplit("</script>", 1)[0]
        assert "<" not in text
    json.loads(text)


def json_lines(made: bytes) -> None:
    for line in made.decode().split("\n"):
        assert not line or isinstance(json.loads(line), dict)


def xml(made: bytes) -> None:
    root = etree.fromstring(made, etree.XMLParser(resolve_entities=False, no_network=True))
    tree = root.getroottree()
    assert tree.docinfo.doctype == ""
    assert not list(root.iter(etree.Entity, etree.PI))


def lines(made: bytes) -> None:
    """Judge lines of cells between tabs: of one kind all have as many."""
    counts: dict[str, set[int]] = {}
    for line in made.decode().split("\n"):
        if line and not line.startswith("#"):
            kind = line[0] if re.match(r"[TREAN]\d+\t", line) else ""
            # The last cell of brat's T is the rest of its line.
            count = min(2, line.count("\t")) if kind == "T" else line.count("\t")
            counts.setdefault(kind, set()).add(count)
    assert all(len(found) == 1 for found in counts.values()), counts


def parts(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            bare = name.replace("[Content_Types].xml", "types.xml")
            assert NAMES.fullmatch(bare), name
            assert ".." not in name
            judge = JUDGES.get("." + name.rpartition(".")[2])
            if judge not in (None, parts):
                judge(archive.read(name))


def words(made: bytes) -> None:
    made.decode()


JUDGES: dict[str, Callable[[bytes], None]] = {
    ".csv": table,
    ".xlsx": workbook,
    ".html": page,
    ".docx": document,
    ".md": markdown,
    ".pdf": pages,
    ".json": json_text,
    ".jsonld": json_text,
    ".jsonl": json_lines,
    ".xml": xml,
    ".xmi": xml,
    ".rels": xml,
    ".qde": xml,
    ".qdc": xml,
    ".zip": parts,
    ".qdpx": parts,
    ".conll": lines,
    ".ann": lines,
    ".txt": words,
}


def written(exporter, preset: str, attack: str, *articles) -> bytes:
    stream = io.BytesIO()
    options = ExportOptions(
        preset=preset,
        shared=attacks.shared(attack),
        whole=True,
        desk=Desk(attack, attack),
        kept_texts=lambda uid: attacks.kept(
            next(one for one in articles if one.article.uid == uid)
        ),
    )
    exporter.write(iter(articles), stream, options)
    return stream.getvalue()


CASES = [
    (exporter, preset)
    for exporter in EXPORTERS
    for preset in ([one.key for one in exporter.presets] or [""])
    # Programs take a cell for what it is: the guard is for spreadsheets.
    if (exporter.key, preset) not in (("csv", "programs"), ("csv", "excel-ar"))
]


@pytest.mark.parametrize(
    ("exporter", "preset"), CASES, ids=[f"{one.key}-{preset}" for one, preset in CASES]
)
def test_attacks_are_words_in_every_format(annotated, exporter, preset):
    judge = JUDGES[exporter.suffix]
    if exporter.key in SLOW:
        every = [attacks.attacked(annotated, attack) for attack in ATTACKS]
        judge(written(exporter, preset, "\n".join(ATTACKS), *every))
        return
    for attack in ATTACKS:
        judge(written(exporter, preset, attack, attacks.attacked(annotated, attack)))


def test_there_are_attacks_enough_and_each_reaches_the_articles(annotated):
    assert len(set(ATTACKS)) >= 30
    for attack in ATTACKS:
        made = attacks.attacked(annotated, attack)
        assert made.article.title == attack
        assert made.entries[4].evidence[0].excerpt == attack
        assert made.entries[5].annotation.fields.speaker == attack


@pytest.mark.parametrize(
    ("judge", "breach"),
    [
        (page, b"<p><script>x</script>"),
        (page, b"<p onclick=x>"),
        (page, b'<a href="javascript:x">'),
        (table, b'"=1+1"\r\n'),
        (table, b'"a","b"\r\n"c"\r\n'),
        (markdown, b"<b>x</b>"),
        (markdown, b"[x](ftp://evil.example)"),
        (markdown, b"![x](http://evil.example)"),
        (json_text, b'<script type="x">["</script>"]</script>'),
        (json_lines, b"{}\n1\n"),
        (xml, b"<!DOCTYPE x><x/>"),
        (lines, b"T1\tx\ty\nT2\tx\n"),
        (lines, b"x\tO\ny\n"),
    ],
)
def test_a_breach_is_seen(judge, breach):
    with pytest.raises((AssertionError, ValueError)):
        judge(breach)
