"""The report as Markdown (CommonMark): every word of others is escaped, so that it stays words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from reader.exporters.exporter import ExportOptions, ExportReport, preset_named
from reader.exporters.formats import REPORT_PRESETS
from reader.exporters.report.content import ArticleReport, Fact, Item, report_of, safe, word
from reader.exporters.report.pieces import Piece, headed
from reader.label import Language
from reader.model.entry import AnnotatedArticle

# What means something within a line, and what does at its beginning (CommonMark 0.31).
_WITHIN = re.compile(r"([\\`*_\[\]<>|~^$])")
_FIRST = re.compile(r"^[#+\-=:]")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_BLANKS = re.compile(r"^[\t ]+")
_BARE_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp|www)([:.])")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write_markdown(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write a report as Markdown; raises UnknownFormat for an unknown preset."""
    whole = preset_named(REPORT_PRESETS, options.preset).key == "whole"
    rows = 0
    for number, annotated in enumerate(articles):
        report = report_of(annotated, options)
        lines = _article(report, options.language, whole=whole)
        stream.write(("" if number == 0 else "---\n\n").encode())
        stream.write("".join(f"{line}\n\n" for line in lines).encode())
        rows += len(annotated.entries)
        options.told(len(annotated.entries))
    return ExportReport(rows)


def escaped(words: str) -> str:
    """Return words as one line that Markdown takes for nothing but words."""
    line = " ".join(words.split("\n")).replace("&", "&amp;")
    line = _WITHIN.sub(r"\\\1", line)
    # Some dialects make links of bare addresses; a colon that is an entity begins none.
    line = _BARE_LINK.sub(_unlinked, line)
    line = _BLANKS.sub(_counted, line)
    numbered = _NUMBERED.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[numbered.end(1) :]}"
    return f"\\{line}" if _FIRST.match(line) else line


def _unlinked(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"


def _counted(found: re.Match[str]) -> str:
    return "&#32;" * len(found[0])


def _article(report: ArticleReport, language: Language, *, whole: bool) -> Iterator[str]:
    headline, paragraphs = headed(report)
    yield f"# {_paragraph(headline) if whole else escaped(report.title)}"
    yield from _facts(report.facts)
    if whole:
        yield from map(_paragraph, paragraphs)
    if not report.sections:
        yield escaped(word("nothing", language))
    for section in report.sections:
        yield f"## {escaped(section.heading)}"
        for item in section.items:
            yield from _item(item, language)


def _paragraph(pieces: Sequence[Piece]) -> str:
    """Return a line of the text with the numbers of marks, raised, where they end."""
    line = "".join(piece.words for piece in pieces)
    said = safe(line)
    if said == line:
        raised = [
            piece.words + "".join(_raised(mark.number) for mark in piece.ends) for piece in pieces
        ]
        said = "".join(raised)
    return escaped(said)


def _item(item: Item, language: Language) -> Iterator[str]:
    yield f"**{item.number}** · {escaped(item.words)}"
    if item.verdict:
        yield f"{escaped(word('verdict', language))}: **{escaped(item.verdict)}**"
    yield from _facts(item.facts)
    for line in filter(None, item.note.split("\n")):
        yield f"> {escaped(line)}"
    if item.sources:
        yield f"{escaped(word('evidence', language))}:"
    for source in item.sources:
        yield from _facts(source)


def _facts(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield facts as one list."""
    if facts:
        yield "\n".join(f"- {escaped(fact.label)}: {_value(fact)}" for fact in facts)


def _value(fact: Fact) -> str:
    if not fact.link:
        return escaped(fact.value)
    address = fact.link.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
    return f"[{escaped(fact.value)}](<{address}>)"


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)
