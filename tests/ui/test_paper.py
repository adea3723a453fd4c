"""The article in a PDF, drawn and told; words copied with their source."""

import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextLayout
from PySide6.QtPrintSupport import QPrinter

from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.tags import TAGS
from reader.ui.citation import cited
from reader.ui.page.document import PageText
from reader.ui.page.look import PageLook
from reader.ui.page.sheet import Sheets
from reader.ui.printing import Printed, PrintJob, open_buffer, paper_look, pdf_device
from reader.ui.theme import INTERFACE_FAMILY, load_fonts

PARAGRAPH = "قالت المديرة سلمى الحديدي إن المحطة ستعمل بكامل طاقتها قبل نهاية العام الجاري. " * 4
SIZE = (600, 400)


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


def sheets(text: str, *marks: Annotation, numbers=None) -> Sheets:
    look = paper_look(PageLook(), INTERFACE_FAMILY)
    return Sheets(PageText(text), marks, TAGS, look, 96, SIZE, numbers)


def mark(text: str, words: str, **facts) -> Annotation:
    start = text.index(words)
    return Annotation(revision_uid="r", annotator_uid="a", tag="quote", start_cp=start,
                      end_cp=start + len(words), exact=words, **facts)  # fmt: skip


def drawn(made: Sheets, sheet) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    made.draw(painter, sheet, painter.viewport().topLeft().toPointF())
    painter.end()
    return image


def test_every_line_is_on_one_sheet_and_none_is_alone():
    made = sheets("\n".join([PARAGRAPH] * 7))
    cut = list(made.cut())
    lines = [
        (one.block, line) for sheet in cut for one in sheet for line in range(one.first, one.last)
    ]
    assert lines == sorted(set(lines))
    assert {block for block, _ in lines} == set(range(7))
    assert len(cut) > 2
    assert all(one.last - one.first >= 2 for sheet in cut for one in sheet)
    assert all(made.foot(sheet) <= SIZE[1] for sheet in cut)


def test_a_mark_and_its_number_change_the_picture_and_no_line():
    words = "سلمى الحديدي"
    one = mark(PARAGRAPH, words)
    plain, marked = sheets(PARAGRAPH), sheets(PARAGRAPH, one)
    numbered = sheets(PARAGRAPH, one, numbers={one.uid: "١"})
    (bare,), (sheet,) = list(plain.cut()), list(marked.cut())
    assert bare == sheet
    pictures = [drawn(made, sheet) for made in (plain, marked, numbered)]
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]


def test_a_pdf_of_the_article_is_written_whole(workspace, qtbot, tmp_path):
    revision = workspace.articles.revision
    start = revision.text.index("سلمى")
    one = workspace.library.annotate(revision, start, start + 12, "quote")
    workspace.library.set_note(one.uid, "من المديرة")
    path = tmp_path / "article.pdf"
    workspace.paper.write_pdf(path)
    assert not path.exists()
    notices = workspace.page.window().notices
    qtbot.waitUntil(notices.isVisible)
    pdf = path.read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert b"IBMPlexSansArabic" in pdf
    assert workspace.page.window().notices.text().endswith(path.name)


def test_a_cancelled_pdf_leaves_nothing(workspace, qtbot, tmp_path):
    path, tasks = tmp_path / "article.pdf", workspace.page.window().tasks
    workspace.paper.write_pdf(path)
    (task,) = tasks._tasks
    task.cancel()
    qtbot.waitUntil(lambda: workspace.paper._job is None)
    assert tasks._tasks == []
    assert list(tmp_path.glob("*.pdf")) == []
    workspace.paper.write_pdf(path)
    qtbot.waitUntil(path.exists)


def test_a_window_that_closes_lets_go_of_what_is_being_drawn(workspace, tmp_path):
    path = tmp_path / "article.pdf"
    workspace.paper.write_pdf(path)
    workspace.page.window().close()
    assert workspace.paper._job is None
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_told(workspace, qtbot, tmp_path):
    workspace.paper.write_pdf(tmp_path / "nowhere" / "article.pdf")
    notices = workspace.page.window().notices
    qtbot.waitUntil(notices.isVisible)
    assert "article.pdf" in notices.text()


def test_words_are_copied_with_what_is_known_of_their_source():
    article = Article(title="محطة جديدة", publisher="وكالة", published="2020-03-26",
                      url="https://example.org/a")  # fmt: skip
    words = "لن  نتراجع\u200f"
    assert cited(words, article, "en", "سلمى").split("\n") == [
        f"«{words}»",
        "— سلمى, «محطة جديدة», وكالة, 26 March 2020",
        "https://example.org/a",
    ]
    assert "، «محطة جديدة»، " in cited(words, article, "ar", "سلمى")
    bare = replace(article, title="", publisher="", published="", url="")
    assert cited(words, bare, "ar") == f"«{words}»"


def test_the_selection_is_copied_as_plain_text_with_its_speaker(workspace):
    revision = workspace.articles.revision
    start = revision.text.index("لن نتراجع")
    one = workspace.library.annotate(revision, start, start + 9, "quote")
    workspace.library.set_fields(one.uid, {"speaker": "سلمى الحديدي"})
    workspace.page.select(start, start + 9)
    workspace.actions["copy_quote"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().startswith("«لن نتراجع»\n— سلمى الحديدي، «")
    assert not mime.hasHtml()


def test_a_pdf_leaves_digits_in_forms_that_can_be_read_back(qapp):
    assert load_fonts() == ()
    look = paper_look(PageLook(), INTERFACE_FAMILY)
    assert (look.family, look.without) == (INTERFACE_FAMILY, ("locl",))
    font = look.font(40)
    plain = replace(look, without=()).font(40)
    glyphs = {}
    for words, one_font in (("21", font), ("آذار 21", font), ("آذار 21 ", plain)):
        layout = QTextLayout(words, one_font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        start = words.index("21")
        glyphs[words] = [one for run in layout.glyphRuns(start, 2) for one in run.glyphIndexes()]
    assert glyphs["21"] == glyphs["آذار 21"] != glyphs["آذار 21 "]
    assert paper_look(PageLook(), None).without == ()


def test_a_printer_gets_every_page_of_an_article_with_many_annotations(qapp, tmp_path):
    assert load_fonts() == ()
    text = "\n".join([PARAGRAPH] * 8)
    words = [found.span() for found in re.finditer(r"\S+", text)]
    noted = tuple(
        replace(mark(text, text[start:end], note=f"حاشية رقم {start}"), start_cp=start, end_cp=end)
        for start, end in words[:300:3]
    )
    printed = Printed("محطة", "وكالة", text, noted, TAGS, "ar", True, "مفتاح", "الملاحظات")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job = PrintJob(printed, printer, paper_look(PageLook()))
    assert job.begin()
    shares = [share for share, _ in job.steps()]
    assert shares == sorted(shares)
    assert len(noted) == 100
    pages = pdfium.PdfDocument(tmp_path / "printed.pdf")
    assert len(pages) > 4
    for page in pages:
        width, height = (round(side) for side in page.get_size())
        assert (width, height) == (595, 842)
        bitmap = page.render(scale=1, grayscale=True)
        picture = bytes(bitmap.buffer)
        rows = [picture[row * bitmap.stride :][:width] for row in range(height)]
        ink = [row for row in range(height) if min(rows[row]) < 200]
        # The page's number stands below, the running head above, and the margins are bare.
        assert 30 < ink[0] < 60
        assert height - 60 < ink[-1] < height - 30
        assert all(min(row[:50]) > 200 and min(row[-50:]) > 200 for row in rows)


def test_a_number_stands_where_the_lines_of_the_list_begin():
    noted = [mark("شركة Health Ltd", "Health Ltd", note="Checked.")]
    printed = Printed("", "", "شركة Health Ltd", tuple(noted), TAGS, "ar", True, "م", "م")
    device = pdf_device(open_buffer(), "x")
    back = PrintJob(printed, device, paper_look(PageLook()))._back(noted, 96, SIZE)
    text = back._surface.text
    told = {text.words(block): text.is_rtl(block) for block in range(len(text))}
    (number,) = [words for words in told if "Health Ltd" in words]
    assert told[number]
    assert not told["Checked."]


def test_other_readers_find_words_with_vowel_marks(qtbot, workspace, tmp_path):
    target = tmp_path / "article.pdf"
    workspace.paper.write_pdf(target)
    qtbot.waitUntil(target.exists)
    with pdfium.PdfDocument(target) as found:
        words = found[0].get_textpage().get_text_range()
    assert "كتابا" in words  # «كِتابًا» in the article
    assert "شخصا" in words
