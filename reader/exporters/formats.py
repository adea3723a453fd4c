"""The formats whose writers are loaded when they are wanted: what they are is told here.

The window and every command read this table at their start; what writes a workbook or a
document takes longer to load than both.
"""

import importlib
from collections.abc import Iterable
from typing import BinaryIO

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport, Preset, Write
from reader.label import Label
from reader.model.entry import AnnotatedArticle


def later(module: str, name: str) -> Write:
    """Return a writer whose module of `reader.exporters` is loaded when it is first called."""

    def write(
        articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
    ) -> ExportReport:
        found: Write = getattr(importlib.import_module(f"reader.exporters.{module}"), name)
        return found(articles, stream, options)

    return write


XLSX_PRESETS = (
    Preset("all", Label("All columns", "كل الأعمدة")),
    Preset("main", Label("The main columns", "الأعمدة الرئيسية")),
)

XLSX = Exporter(
    key="xlsx",
    label=Label("Excel workbook", "مصنف Excel"),
    suffix=".xlsx",
    write=later("workbook", "write_xlsx"),
    summary=Label(
        "Sheets of annotations, quotes, entities, claims and evidence, ready to read and filter",
        "أوراق للتعليقات والاقتباسات والكيانات والادعاءات والأدلة، جاهزة للقراءة والتصفية",
    ),
    lost=Label(
        "the articles' texts, and relations but in the first sheet",
        "نصوص المقالات، والعلاقات إلا ما في الورقة الأولى منها",
    ),
    unit="cp",
    shape="table",
    presets=XLSX_PRESETS,
)

PACKAGE = Exporter(
    key="package",
    label=Label("Hashiya package (ZIP)", "حزمة حاشية (ملف مضغوط)"),
    suffix=".zip",
    write=later("package", "write_package"),
    summary=Label(
        "Everything, to be read back whole or joined to another library",
        "كل شيء، ليُقرأ من جديد كاملًا أو يُضم إلى مكتبة أخرى",
    ),
    lost=Label(
        "the history of changes, and relations to annotations that are not exported",
        "تاريخ التغييرات، والعلاقات بتعليقات لم تُصدَّر",
    ),
    unit="cp",
    shape="parts",
    two_way=True,
)

CLAIM_REVIEW_PRESETS = (
    Preset("json", Label("A file of JSON-LD", "ملف JSON-LD")),
    Preset("page", Label("A part of a page", "مقطع من صفحة")),
)

CLAIM_REVIEW = Exporter(
    key="claimreview",
    label=Label("ClaimReview", "ClaimReview"),
    suffix=".jsonld",
    write=later("claim_review", "write_claim_review"),
    summary=Label(
        "The verdicts, for search engines and fact-check lists",
        "الأحكام، لمحركات البحث وقوائم التحقق",
    ),
    lost=Label(
        "everything but claims with a verdict, and where in the text they stand",
        "كل ما سوى الادعاءات التي صدر فيها حكم، ومواضعها من النص",
    ),
    unit="",
    shape="text",
    presets=CLAIM_REVIEW_PRESETS,
)

NINJS = Exporter(
    key="ninjs",
    label=Label("ninjs news items", "أخبار ninjs"),
    suffix=".json",
    write=later("ninjs", "write_ninjs"),
    summary=Label(
        "Articles with the people, places and organisations in them, for news systems",
        "المقالات وما فيها من أشخاص وأماكن ومنظمات، لأنظمة الأخبار",
    ),
    lost=Label(
        "where annotations stand, quotes and claims, and entities of other kinds",
        "مواضع التعليقات، والاقتباسات والادعاءات، والكيانات من أنواع أخرى",
    ),
    unit="",
    shape="text",
)

REPORT_PRESETS = (
    Preset("whole", Label("The text and what is marked in it", "النص وما عُلّم فيه")),
    Preset("list", Label("Only what is marked", "ما عُلّم فقط")),
)
_IN_REPORTS = Label(
    "positions, who reviewed, and what tells one record from another",
    "المواضع، ومن راجع، وما يميز سجلًا من سجل",
)

PAGE = Exporter(
    key="html",
    label=Label("Report: web page", "تقرير: صفحة ويب"),
    suffix=".html",
    write=later("report.page", "write_page"),
    summary=Label(
        "One file to read in a browser, to print or to send",
        "ملف واحد للقراءة في المتصفح أو للطباعة أو للإرسال",
    ),
    lost=_IN_REPORTS,
    unit="",
    shape="page",
    presets=REPORT_PRESETS,
)

PDF = Exporter(
    key="pdf",
    label=Label("Report: PDF", "تقرير: ملف PDF"),
    suffix=".pdf",
    write=later("report.sheets", "write_pdf"),
    summary=Label(
        "Pages for paper, whose words can be searched and copied",
        "صفحات للورق، يمكن البحث في كلماتها ونسخها",
    ),
    lost=_IN_REPORTS,
    unit="",
    shape="page",
    presets=REPORT_PRESETS,
)

WORD = Exporter(
    key="docx",
    label=Label("Report: Word document", "تقرير: مستند Word"),
    suffix=".docx",
    write=later("report.word", "write_word"),
    summary=Label("A document to go on writing in", "مستند تُكمل الكتابة فيه"),
    lost=_IN_REPORTS,
    unit="",
    shape="page",
    presets=REPORT_PRESETS,
)

MARKDOWN = Exporter(
    key="markdown",
    label=Label("Report: Markdown", "تقرير: Markdown"),
    suffix=".md",
    write=later("report.plain", "write_markdown"),
    summary=Label("Plain text with headings and lists", "نص عادي بعناوين وقوائم"),
    lost=_IN_REPORTS,
    unit="",
    shape="text",
    presets=REPORT_PRESETS,
)
