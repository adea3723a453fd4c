"""Taguette: a project as its users export it, an SQLite file of documents and highlights.

Highlights count in bytes of UTF-8 over the text of a document's HTML, without its tags.
The file is read in memory only, in the child; nothing of it runs but our own questions.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from contextlib import closing
from html.parser import HTMLParser

from reader.errors import SourceDamaged
from reader.importers.document import Contents, Given
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.carried import NOWHERE, Carried

KEY = "taguette"
# What begins and ends a line of the text.
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul"),
    )
)
_SPACES = str.maketrans("\n\r\t", "   ")
_NO_PROJECT = Label("it is no project of Taguette", "ليس مشروع Taguette")
_NO_TAG = Label("no tag was given to it", "لم تُسند إليها علامة")
_DOCUMENTS = "SELECT id, name, contents FROM documents ORDER BY id"
_HIGHLIGHTS = """SELECT h.id, h.start_offset, h.end_offset, h.snippet, t.path FROM highlights h
    LEFT JOIN highlight_tags ht ON ht.highlight_id = h.id LEFT JOIN tags t ON t.id = ht.tag_id
    WHERE h.document_id = ? ORDER BY h.start_offset, h.id, t.path"""


class _Flat(HTMLParser):
    """The text of a document, and where each byte of Taguette's count stands in it."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._length = 0
        self._bytes = 0
        self._nodes: list[tuple[bytes, int]] = []
        self._firsts: list[int] = []
        self.feed(markup)
        self.close()
        self.text = "".join(self._lines)

    def place(self, offset: int, *, is_end: bool) -> int:
        """Return the place of a byte in code points of the text; NOWHERE outside of it."""
        if not 0 <= offset <= self._bytes or not self._nodes:
            return NOWHERE
        # At a seam a highlight begins in the later node and ends in the earlier one.
        find = bisect_left if is_end else bisect_right
        at = max(0, find(self._firsts, offset) - 1)
        node, start = self._nodes[at]
        return start + len(node[: offset - self._firsts[at]].decode("utf-8", "ignore"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins, and at a forced break."""
        del attrs
        if tag == "br":
            self._put("\n")
        elif tag in _BLOCKS:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """End a line where a block ends."""
        if tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Take a text node; white space between blocks counts and is not kept."""
        node = data.encode("utf-8", "surrogatepass")
        is_between = not data.strip() and (not self._lines or self._lines[-1].endswith("\n"))
        self._firsts.append(self._bytes)
        self._nodes.append((b"" if is_between else node, self._length))
        self._bytes += len(node)
        if not is_between:
            self._put(data.translate(_SPACES))

    def _end_line(self) -> None:
        if self._lines and not self._lines[-1].endswith("\n"):
            self._put("\n")

    def _put(self, text: str) -> None:
        self._lines.append(text)
        self._length += len(text)


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return the documents of a project; raises SourceDamaged for what is none."""
    unpacker = Unpacker(name, KEY)
    with closing(sqlite3.connect(":memory:")) as project:
        try:
            project.deserialize(source)
            # A view could stand in a table's place, and would run what it likes.
            views = project.execute(
                "SELECT count(*) FROM sqlite_master WHERE type != 'table' AND type != 'index'"
            ).fetchone()[0]
            if views:
                raise SourceDamaged(name=name, reason=_NO_PROJECT)
            for key, called, contents in project.execute(_DOCUMENTS).fetchall():
                flat = _Flat(str(contents))
                highlights = project.execute(_HIGHLIGHTS, (key,)).fetchall()
                found = list(filter(None, (_carried(one, flat, unpacker) for one in highlights)))
                unpacker.article(flat.text, found, {"title": str(called)})
        except sqlite3.Error as error:
            raise SourceDamaged(name=name, reason=_NO_PROJECT) from error
    return unpacker.contents()


def _carried(
    row: tuple[int, int, int, str, str | None], flat: _Flat, unpacker: Unpacker
) -> Carried | None:
    key, first, last, snippet, tag = row
    words = " ".join(_Flat(str(snippet)).text.split())
    if tag is None:
        unpacker.misfit(f"{first}-{last}: {words[:80]}", _NO_TAG)
        return None
    start, end = flat.place(first, is_end=False), flat.place(last, is_end=True)
    exact = flat.text[start:end] if 0 <= start < end else ""
    # What the highlight shows must be what stands there, however it is spaced.
    if " ".join(exact.split()) != words:
        exact = words
    return Carried(
        key=f"{key} {tag}", tag=str(tag), start_cp=start, end_cp=end, exact=exact, values={}
    )
