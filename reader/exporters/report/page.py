"""The report as one HTML file: no script, nothing fetched, made to be read and printed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import BinaryIO

from reader.exporters.exporter import ExportOptions, ExportReport, preset_named
from reader.exporters.formats import REPORT_PRESETS
from reader.exporters.report.content import (
    ArticleReport,
    Fact,
    Item,
    Section,
    report_of,
    word,
)
from reader.exporters.report.pieces import Piece, headed
from reader.label import Language
from reader.model.entry import AnnotatedArticle
from reader.model.tags import Tag
from reader.text.direction import is_rtl

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_LINES = {"solid": "solid", "dashed": "dashed", "dotted": "dotted", "wavy": "wavy"}
# A page of this policy can fetch nothing and run nothing, whatever stands in it (CSP 3).
_HEAD = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Hashiya">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""
_STYLE = """:root { --ink: #1d1b18; --quiet: #6b655c; --rule: #ddd6ca; --accent: #9a5b1f; }
* { box-sizing: border-box; }
html { background: #f4f0e8; }
body { margin: 0; color: var(--ink); font: 1.0625rem/1.9 "Amiri", "Noto Naskh Arabic",
  "Traditional Arabic", "Times New Roman", serif; }
article { max-width: 46rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fff;
  border: 1px solid var(--rule); }
h1 { font-size: 2rem; line-height: 1.45; margin: 0 0 .75rem; }
h2 { font-size: 1.25rem; line-height: 1.5; margin: 2.5rem 0 .75rem; padding-bottom: .25rem;
  border-bottom: 2px solid var(--rule); }
p { margin: 0 0 1rem; text-align: start; }
.text p { text-align: justify; unicode-bidi: plaintext; }
.facts, .key, .source { color: var(--quiet); font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: 0 0 .75rem;
  font-size: .9375rem; line-height: 1.7; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: .5rem 0; margin: 1rem 0 1.5rem;
  border-block: 1px solid var(--rule); list-style: none; }
mark { color: inherit; padding: .1em 0; text-decoration-thickness: 2px;
  text-underline-offset: .3em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
sup { font-size: .625em; line-height: 0; }
sup a { color: var(--quiet); text-decoration: none; padding-inline: .1em; }
ol.items { list-style: none; margin: 0; padding: 0; }
ol.items > li { display: grid; grid-template-columns: 2.25rem 1fr; padding: .75rem 0;
  border-bottom: 1px solid var(--rule); break-inside: avoid; }
ol.items > li > .number { color: var(--quiet); font-size: .875rem; }
blockquote { margin: 0 0 .5rem; font-size: 1.0625rem; }
.verdict { display: inline-block; margin: 0 0 .5rem; padding: 0 .75rem; border-radius: 1rem;
  background: #f1e7da; font-weight: bold; }
.note { white-space: pre-line; border-inline-start: 3px solid var(--rule);
  padding-inline-start: .75rem; }
.sources { margin: .5rem 0 0; padding-inline-start: 1.25rem; }
a { color: var(--accent); }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  html { background: none; }
  article { border: 0; margin: 0; padding: 0; max-width: none; }
  article + article { break-before: page; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1, h2 { break-after: avoid; }
}
@media (max-width: 40rem) { article { margin: 0; padding: 1.5rem 1.25rem; border: 0; } }
"""


def write_page(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write a report as one HTML page; raises UnknownFormat for an unknown preset."""
    whole = preset_named(REPORT_PRESETS, options.preset).key == "whole"
    language = options.language
    classes = {tag.key: f"t{at}" for at, tag in enumerate(options.shared.tags)}
    head = _HEAD.format(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=escape(word("report", language)),
        style=_STYLE + "".join(_style_of(tag, classes[tag.key]) for tag in options.shared.tags),
    )
    stream.write(head.encode())
    rows = 0
    for number, annotated in enumerate(articles, start=1):
        report = report_of(annotated, options)
        for piece in _article(report, number, classes, language, whole=whole):
            stream.write(piece.encode())
        rows += len(annotated.entries)
        options.told(len(annotated.entries))
    stream.write(b"</body>\n</html>\n")
    return ExportReport(rows)


def _style_of(tag: Tag, name: str) -> str:
    """Return how a tag's marks look; a colour that is none never reaches the page."""
    colour = tag.colour if _COLOUR.fullmatch(tag.colour) else "#8a8a8a"
    line = _LINES.get(tag.line, "solid")
    return (
        f"mark.{name} {{ background: {colour}2e; text-decoration: underline {line} {colour}; }}\n"
    )


def _article(
    report: ArticleReport,
    number: int,
    classes: Mapping[str, str],
    language: Language,
    *,
    whole: bool,
) -> Iterator[str]:
    rtl = is_rtl(report.title or report.text[:1000], default=language == "ar")
    yield f'<article id="a{number}" dir="{"rtl" if rtl else "ltr"}">\n'
    headline, paragraphs = headed(report)
    title = _line(headline, number, classes) if whole else escape(report.title)
    yield f'<h1 dir="auto">{title}</h1>\n'
    yield from _facts(report.facts, "facts")
    if report.tags and whole:
        yield '<ul class="key">\n'
        for tag in report.tags:
            name = next(one.heading for one in report.sections if one.tag == tag)
            yield f'<li><mark class="{classes.get(tag.key, "t")}">{escape(name)}</mark></li>\n'
        yield "</ul>\n"
    if whole:
        yield f'<div class="text" lang="{escape(report.language)}">\n'
        for pieces in paragraphs:
            rtl = is_rtl("".join(piece.words for piece in pieces), default=True)
            direction = "rtl" if rtl else "ltr"
            yield f'<p dir="{direction}">{_line(pieces, number, classes)}</p>\n'
        yield "</div>\n"
    if not report.sections:
        yield f'<p class="facts">{escape(word("nothing", language))}</p>\n'
    for section in report.sections:
        yield from _section(section, number, language)
    yield "</article>\n"


def _line(pieces: Sequence[Piece], article: int, classes: Mapping[str, str]) -> str:
    said: list[str] = []
    for piece in pieces:
        words = escape(piece.words)
        for mark in piece.marks:
            words = f'<mark class="{classes.get(mark.tag, "t")}">{words}</mark>'
        said.append(words)
        said += [
            f'<sup><a href="#a{article}n{mark.number}">{mark.number}</a></sup>'
            for mark in piece.ends
        ]
    return "".join(said)


def _section(section: Section, article: int, language: Language) -> Iterator[str]:
    yield f'<section>\n<h2 dir="auto">{escape(section.heading)}</h2>\n<ol class="items">\n'
    for item in section.items:
        yield from _item(item, article, language)
    yield "</ol>\n</section>\n"


def _item(item: Item, article: int, language: Language) -> Iterator[str]:
    yield f'<li id="a{article}n{item.number}"><span class="number">{item.number}</span><div>\n'
    yield f'<blockquote dir="auto">{escape(item.words)}</blockquote>\n'
    if item.verdict:
        yield f'<p class="verdict"><bdi>{escape(item.verdict)}</bdi></p>\n'
    yield from _facts(item.facts, "said")
    if item.note:
        yield f'<p class="note" dir="auto">{escape(item.note)}</p>\n'
    if item.sources:
        yield f'<h3>{escape(word("evidence", language))}</h3>\n<ol class="sources">\n'
        for source in item.sources:
            yield "<li>"
            yield from _facts(source, "source")
            yield "</li>\n"
        yield "</ol>\n"
    yield "</div></li>\n"


def _facts(facts: Sequence[Fact], name: str) -> Iterator[str]:
    if facts:
        yield f'<dl class="{name}">\n'
        for fact in facts:
            value = f"<bdi>{escape(fact.value)}</bdi>"
            if fact.link:
                value = f'<a href="{escape(fact.link)}" rel="noreferrer nofollow">{value}</a>'
            yield f"<dt>{escape(fact.label)}</dt><dd>{value}</dd>\n"
        yield "</dl>\n"
