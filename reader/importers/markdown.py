"""Markdown: the words stay, the markup goes (CommonMark 0.31, and the tables of GFM).

Marks of headings, emphasis, lists and quotations are taken away, links and pictures leave
their words, and lines that were only wrapped are joined. The numbers of a list stay:
“2020. …” at the start of a line may as well be a year.
"""

import re
from collections.abc import Iterator
from html import unescape

from reader.errors import SourceEmpty
from reader.importers.dates import iso_moment
from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.flow import document_of
from reader.text.canonical import canonical

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_QUOTATION = re.compile(r"^(?: {0,3}> ?)+")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S+.*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>", re.IGNORECASE)
_LINK = re.compile(
    r"!?\[((?:[^\[\]\\]|\\.)*)\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\]\n]*\])"
)
_CODE = re.compile(r"(`+)(.+?)(?<!`)\1(?!`)", re.DOTALL)
# Between digits a star is a sign of arithmetic.
_STARRED = re.compile(r"(?<!\d)(\*{1,3}|~~)(?=\S)([^*~]+?)(?<=\S)\1(?!\d)")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"([A-Za-z_-]+):[ \t]*(.*)")
# The names that the front matter of the usual site makers has.
_FRONT_FIELDS = {
    "title": "title", "author": "byline", "byline": "byline", "publisher": "publisher", "source":
    "publisher", "date": "published", "url": "url", "link": "url", "lang": "language",
    "language": "language",
}  # fmt: skip
_FOOTNOTE, _FOOTNOTE_MARK = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*"), re.compile(r"\[\^[^\]\s]+\]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LINE_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
# What is no markup waits between two NULs, which a canonical text does not have.
_KEPT = re.compile("\x00(\\d+)\x00")
# Links may hold pictures, and strong words emphasised ones.
_NESTED = 3


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the article in a Markdown file; raises SourceEmpty and what `decode` raises."""
    decoded = decode(source, name, given.encoding)
    known, body = _front_matter(canonical(decoded.text))
    paragraphs = [one for one in _paragraphs(_without_comments(body)) if one.strip()]
    if not paragraphs:
        raise SourceEmpty(name=name)
    document = document_of(paragraphs, notes=(), parts=(), encoding=decoded.encoding, **known)
    return Contents(documents=(document,))


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return what the lines between two rules at the top say of the article, and the rest."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    known = {}
    for line in front[1].split("\n"):
        said = _FRONT_LINE.fullmatch(line)
        field = _FRONT_FIELDS.get(said[1].lower()) if said else None
        if said and field:
            known[field] = said[2].strip().strip("'\"")
    if "published" in known:
        known["published"] = iso_moment(known["published"])
    return known, text[front.end() :]


def _without_comments(body: str) -> str:
    """Return a text without the comments of HTML; one that does not end is none."""
    pieces, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        pieces.append(body[at:start])
        at = end + len("-->")
    return "".join([*pieces, body[at:]])


def _paragraphs(body: str) -> Iterator[str]:
    blocks = _Blocks()
    for line in body.split("\n"):
        yield from blocks.take(line)
    yield from blocks.flush()


class _Blocks:
    """Sorts the lines of a file into paragraphs."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._fence = ""
        self._in_table = False

    def take(self, line: str) -> Iterator[str]:
        """Take one line and yield the paragraphs that are complete with it."""
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence):
                self._fence = ""
            else:
                yield line  # code is as it is
        elif fence:
            yield from self.flush()
            self._fence = fence[1]
        else:
            yield from self._prose(_QUOTATION.sub("", line, count=1))

    def flush(self) -> Iterator[str]:
        """Yield the paragraph at hand."""
        if self._lines:
            yield _plain(_joined(self._lines))
        self._lines = []

    def _prose(self, line: str) -> Iterator[str]:
        heading = _HEADING.fullmatch(line)
        if not line.strip(" \t") or heading:
            yield from self.flush()
            self._in_table = False
            if heading:
                yield _plain(heading[1] or "")
        elif self._in_table or (self._lines and "|" in line and _TABLE_RULE.fullmatch(line)):
            yield from self._table(line)
        elif self._ends_paragraph(line):
            yield from self.flush()
        else:
            yield from self._words(line)

    def _ends_paragraph(self, line: str) -> bool:
        """Tell whether a line says only that a paragraph, or what it defines, is over."""
        underlines = bool(self._lines and _UNDERLINE.fullmatch(line))
        return underlines or any(one.fullmatch(line) for one in (_RULE, _DEFINITION))

    def _words(self, line: str) -> Iterator[str]:
        bullet = next(filter(None, (one.match(line) for one in (_BULLET, _FOOTNOTE))), None)
        if bullet or _NUMBERED.match(line):
            yield from self.flush()
        self._lines.append(line[bullet.end() if bullet else 0 :].lstrip(" \t"))

    def _table(self, line: str) -> Iterator[str]:
        """Yield a table's row with tabs between its cells; the line above the rule is its first."""
        if not self._in_table:
            self._in_table = True
            header = self._lines.pop()
            yield from self.flush()
            line = header
        cells = (cell.strip(" \t") for cell in line.strip(" \t").strip("|").split("|"))
        yield _plain("\t".join(cells))


def _joined(lines: list[str]) -> str:
    """Return wrapped lines as one; two spaces or a backslash at an end keep the line's end."""
    pieces = []
    for line in lines[:-1]:
        kept = line.endswith(("  ", "\\"))
        pieces.append(line.rstrip(" \t").removesuffix("\\" if kept else ""))
        pieces.append("\n" if kept else " ")
    return "".join([*pieces, lines[-1].rstrip(" \t")])


def _plain(text: str) -> str:
    """Return a paragraph without its markup."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return f"\x00{len(kept) - 1}\x00"

    text = _CODE.sub(lambda match: keep(match[2].strip(" ") or match[2]), text)
    text = _ESCAPED.sub(lambda match: keep(match[1]), text)
    text = _AUTOLINK.sub(lambda match: keep(match[1]), text)
    text = _TAG.sub("", _LINE_TAG.sub("\n", text))
    text = _FOOTNOTE_MARK.sub("", text)
    for pattern, group in ((_LINK, 1), (_STARRED, 2), (_UNDERLINED, 2)):
        for _ in range(_NESTED):
            text = pattern.sub(rf"\{group}", text)
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return _KEPT.sub(lambda match: kept[int(match[1])], text)
