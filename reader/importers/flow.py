"""Collects the words of a document into paragraphs.

White space in the source of HTML and ODF is layout: a run of it is one space, and none
at the edge of a line. Only the white space of XML is that; a no-break space is a character.
"""

import re
from collections.abc import Sequence

from reader.importers.document import Document
from reader.importers.plain import title_of
from reader.label import Label
from reader.text.direction import is_rtl

_XML_SPACE = re.compile("[ \t\r\n]+")


class Flow:
    """Words that gather to paragraphs."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._at_gap = True  # a space of layout would say nothing here
        self._loose = False  # what was added last ends in a space of layout

    def add(self, text: str | None) -> None:
        """Add text of a source whose white space is layout."""
        words = _XML_SPACE.sub(" ", text or "")
        if self._at_gap:
            words = words.removeprefix(" ")
        if words:
            self._pieces.append(words)
            self._at_gap = self._loose = words.endswith(" ")

    def exact(self, text: str) -> None:
        """Add text of which every space counts; a newline ends a line."""
        if not text:
            return
        if text.startswith("\n"):
            self._tighten()
        self._pieces.append(text)
        self._at_gap, self._loose = text.endswith("\n"), False

    def next_cell(self) -> None:
        """Put a tab between two cells of a row, without the layout around it."""
        self._tighten()
        self._pieces.append("\t")
        self._at_gap = True

    def end_paragraph(self) -> None:
        """Begin a new paragraph, unless nothing is in this one."""
        paragraph = self.take()
        if paragraph.strip():
            self._paragraphs.append(paragraph)

    def take(self) -> str:
        """Return the paragraph at hand and begin a new one without keeping it."""
        self._tighten()
        paragraph = "".join(self._pieces)
        self._pieces.clear()
        self._at_gap = True
        return paragraph

    def paragraphs(self) -> list[str]:
        """Return all paragraphs; none is empty."""
        self.end_paragraph()
        return self._paragraphs

    def _tighten(self) -> None:
        if self._loose:
            self._pieces[-1] = self._pieces[-1].removesuffix(" ")
            self._loose = False


def document_of(
    paragraphs: Sequence[str],
    *,
    title: str = "",
    notes: tuple[Label, ...] = (),
    parts: tuple[tuple[int, int], ...] = (),
    **known: str,
) -> Document:
    """Return paragraphs as a document; without a title its first line is one.

    `known` are the other fields of `Document`. A language that the source does not
    tell, or that is plainly not the text's, is told by the letters.
    """
    text = "\n".join(paragraphs)
    language = known.pop("language", "")
    if not language or is_rtl(text) != is_rtl_language(language):
        language = "ar" if is_rtl(text) else "und"
    return Document(
        title=title.strip() or title_of(text),
        text=text,
        language=language,
        notes=notes,
        parts=parts,
        **known,
    )


def is_rtl_language(language: str) -> bool:
    """Tell whether a language, as a BCP 47 tag, is written from right to left."""
    return language.lower().partition("-")[0] in {
        "ar",
        "fa",
        "he",
        "ur",
        "ckb",
        "ps",
        "sd",
        "ug",
        "yi",
    }
