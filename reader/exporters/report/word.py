"""The report as a Word document: paragraphs and runs that Word itself knows to be right to left."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reader.exporters.exporter import ExportOptions, ExportReport, preset_named
from reader.exporters.formats import REPORT_PRESETS
from reader.exporters.report.content import ArticleReport, Fact, Item, report_of, word
from reader.exporters.report.pieces import Piece, headed
from reader.exporters.report.word_file import WordFile
from reader.exporters.xml_text import sayable
from reader.label import Language
from reader.model.entry import AnnotatedArticle
from reader.model.tags import Tag
from reader.text.direction import is_rtl

_FAMILY, _ARABIC_FAMILY = "Times New Roman", "Traditional Arabic"
_INK = RGBColor(0x1D, 0x1B, 0x18)
_QUIET = RGBColor(0x6B, 0x65, 0x5C)
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_TINT = 0.78
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def write_word(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write a report as a Word document; raises UnknownFormat for an unknown preset."""
    whole = preset_named(REPORT_PRESETS, options.preset).key == "whole"
    writer = _Writer(options)
    rows = 0
    with WordFile(writer.document) as file:
        for annotated in articles:
            writer.article(report_of(annotated, options), whole=whole)
            file.put_away()
            rows += len(annotated.entries)
            options.told(len(annotated.entries))
        file.save(stream)
    return ExportReport(rows)


class _Writer:
    """Puts articles into one document, in the language of the options."""

    def __init__(self, options: ExportOptions) -> None:
        self._language: Language = options.language
        self._rtl = options.language == "ar"
        self._fills = {tag.key: _fill_of(tag) for tag in options.shared.tags}
        self._is_first = True
        self.document: WordDocument = Document()
        _set_up(self.document, rtl=self._rtl)

    def article(self, report: ArticleReport, *, whole: bool) -> None:
        """Add an article, on a page of its own."""
        rtl = is_rtl(report.title or report.text[:1000], default=self._rtl)
        heading = self._paragraph(rtl=rtl, style="Heading 1")
        heading.paragraph_format.page_break_before = not self._is_first
        self._is_first = False
        headline, paragraphs = headed(report)
        if whole:
            self._text(heading, headline, report.language)
        else:
            self._run(heading, report.title)
        for fact in report.facts:
            self._fact(fact)
        if whole:
            for pieces in paragraphs:
                line = "".join(piece.words for piece in pieces)
                paragraph = self._paragraph(rtl=is_rtl(line, default=True))
                self._text(paragraph, pieces, report.language)
        if not report.sections:
            self._run(self._paragraph(), word("nothing", self._language))
        for section in report.sections:
            heading = self._paragraph(style="Heading 2")
            run = self._run(heading, section.heading)
            _shade(run, self._fills.get(section.tag.key, _fill_of(section.tag)))
            for item in section.items:
                self._item(item)

    def _text(self, paragraph: Paragraph, pieces: Sequence[Piece], language: str) -> None:
        for piece in pieces:
            run = self._run(paragraph, piece.words, language=language)
            if piece.marks:
                _shade(run, self._fills.get(piece.marks[-1].tag, "E6E6E6"))
            for mark in piece.ends:
                number = self._run(paragraph, str(mark.number))
                number.font.superscript = True
                number.font.color.rgb = _QUIET

    def _item(self, item: Item) -> None:
        paragraph = self._paragraph(rtl=is_rtl(item.words, default=self._rtl))
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(10)
        self._run(paragraph, f"{item.number}. ").font.color.rgb = _QUIET
        self._run(paragraph, item.words, bold=True)
        if item.verdict:
            self._fact(Fact(word("verdict", self._language), item.verdict), bold=True)
        for fact in item.facts:
            self._fact(fact)
        for line in filter(None, item.note.split("\n")):
            note = self._paragraph(rtl=is_rtl(line, default=self._rtl))
            note.paragraph_format.left_indent = Mm(8)
            self._run(note, line)
        if item.sources:
            self._run(self._paragraph(), word("evidence", self._language))
        for source in item.sources:
            for at, fact in enumerate(source):
                self._fact(fact, indent_mm=4 if at == 0 else 8)

    def _fact(self, fact: Fact, *, bold: bool = False, indent_mm: float = 0) -> None:
        paragraph = self._paragraph()
        paragraph.paragraph_format.left_indent = Mm(indent_mm)
        paragraph.paragraph_format.space_after = Pt(2)
        self._run(paragraph, f"{fact.label}: ").font.color.rgb = _QUIET
        if fact.link:
            _link(paragraph, self._run(paragraph, fact.value), fact.link)
        else:
            self._run(paragraph, fact.value, bold=bold)

    def _paragraph(self, *, rtl: bool | None = None, style: str | None = None) -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        if self._rtl if rtl is None else rtl:
            properties = paragraph.paragraph_format.element.get_or_add_pPr()
            properties.append(OxmlElement("w:bidi"))
        return paragraph

    def _run(
        self, paragraph: Paragraph, words: str, *, bold: bool = False, language: str = ""
    ) -> Run:
        run = paragraph.add_run(sayable(words))
        if bold:
            run.font.bold = run.font.cs_bold = True
        # A date that was set right to left would begin with its day.
        is_number = any(map(str.isdigit, words))
        if is_rtl(words, default=self._rtl and not is_number):
            run.font.rtl = True
            run.font.complex_script = True
        if language and _LANGUAGE.fullmatch(language):
            _language(run.element.get_or_add_rPr(), language)
        return run


def _set_up(document: WordDocument, *, rtl: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(24)
    if rtl:
        properties = document.element.body.sectPr
        properties.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    document.core_properties.author = "Hashiya"
    document.core_properties.title = ""
    for name, size in (("Normal", 12), ("Heading 1", 20), ("Heading 2", 15)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script, family in (("ascii", _FAMILY), ("hAnsi", _FAMILY), ("cs", _ARABIC_FAMILY)):
            fonts.set(qn(f"w:{script}"), family)
        _put(properties, "w:szCs", {"w:val": str(2 * size)}, _AFTER_SIZE)
        if name == "Normal" and rtl:
            _language(properties, "ar-SA")


# What follows a property in its list (ECMA-376, 17.3.2.28); Word refuses another order.
_LAST = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_SHADE = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", *_LAST)
_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", *_AFTER_SHADE)


def _language(properties: Any, language: str) -> None:
    _put(properties, "w:lang", {"w:val": language, "w:bidi": language}, _LAST)


def _shade(run: Run, fill: str) -> None:
    """Paint the ground of a run: a highlight of Word's has sixteen colours only."""
    shade = {"w:val": "clear", "w:color": "auto", "w:fill": fill}
    _put(run.element.get_or_add_rPr(), "w:shd", shade, _AFTER_SHADE)


def _put(properties: Any, name: str, attributes: dict[str, str], after: Sequence[str]) -> None:
    for old in properties.findall(qn(name)):
        properties.remove(old)
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    properties.insert_element_before(element, *after)


def _link(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make a link of a run; where it leads is kept beside the document (ECMA-376, 17.16.22)."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    paragraph.paragraph_format.element.append(link)
    link.append(run.element)
    run.font.underline = True


def _fill_of(tag: Tag) -> str:
    """Return a tag's colour as light as paper, as Word writes colours."""
    colour = tag.colour if _COLOUR.fullmatch(tag.colour) else "#8a8a8a"
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(f"{round(part + (255 - part) * _TINT):02X}" for part in parts)
