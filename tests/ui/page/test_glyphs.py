"""A highlight changes no glyph and no line: every lam-alef, in each font, in each theme.

The words are drawn last and over everything, so each pixel that has the full colour
of the ink without highlights has it with them, and no other does (`keeps_its_words`).
"""

from itertools import product

import pytest
import regex
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from reader.model.tags import TAGS
from reader.ui.controllers.view import page_look
from reader.ui.page.justifying import text_option
from reader.ui.page.view import PageView
from reader.ui.theme import READING_FONTS, THEMES
from tests.dense import dense_spans, dense_text
from tests.ui.page.pictures import keeps_its_words, picture, places_of

ALEFS = "اآأإٱ"
JOINING = "بتثجحخسشصضطظعغفقكلمنهيئپچگڤـ"
STANDING = "ادرو"
LAM_ALEFS = tuple(
    f"ل{on_lam}{alef}{on_alef}"
    for alef, (on_lam, on_alef) in product(
        ALEFS, (("", ""), ("\u064e", ""), ("", "\u064b"), ("\u0651\u064e", "\u0670"))
    )
)
NAMES = (
    "الله لله بالله والله تالله اللّٰه لِلَّهِ ﷲ ﷺ ﷽ ﻻ ﻼ ﻵ ﻷ لمحمد المحمدي ممج بحر نجمي هج في شي لي "
    "السلام كلا الإسلام للأسف وزارةHealthا ب(لا)ل «لا»، قال؟لا كوفيد-19لا"
)
WORDS = " ".join([*("".join(one) for one in product(("", *JOINING, *STANDING), LAM_ALEFS)), NAMES])
GRAPHEMES = [match.span() for match in regex.finditer(r"\X", WORDS)]

each_family = pytest.mark.parametrize("family", [font.family for font in READING_FONTS])
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)


def show(page: PageView, words: str, theme, family: str) -> None:
    page.setFixedSize(1000, 2300)
    page.set_look(page_look(theme, family, 100))
    page.show_text(words, headline=False)
    page.select(len(words), len(words), scroll=False)
    page.clearFocus()


def lines_of(page: PageView) -> list[object]:
    """Return every line of the page, and where each of its graphemes stands."""
    layouts = (page.surface.layouts.of(block) for block in range(len(page.surface.text)))
    return [
        (one.lines, [one.cells(number).cells for number in range(len(one.lines))])
        for one in layouts
    ]


def test_the_words_hold_what_they_should():
    assert len(LAM_ALEFS) == 20
    assert all(start + lam in WORDS for start in JOINING for lam in LAM_ALEFS)


@each_theme
@each_family
def test_no_highlight_changes_a_glyph_or_a_line(page, mark, family, theme):
    show(page, WORDS, theme, family)
    bare, lines = picture(page), lines_of(page)
    assert page.surface.furthest == 0
    assert len(places_of(bare, theme.ink)) > 20_000
    for odd in (0, 1):
        # Each border of two graphemes is once the start of a mark and once its end.
        page.set_annotations(
            [
                mark(span, TAGS[number % len(TAGS)].key)
                for number, span in enumerate(GRAPHEMES[odd::2])
            ]
        )
        page.set_look(page_look(theme, family, 100))
        assert picture(page) != bare
        assert keeps_its_words(bare, picture(page), theme.ink)
        assert lines_of(page) == lines


@each_family
def test_a_selection_and_hits_change_no_glyph(page, family):
    theme = THEMES[0]
    show(page, WORDS, theme, family)
    empty = picture(page)
    page.set_hits(GRAPHEMES[1::2], 3)
    assert keeps_its_words(empty, picture(page), theme.ink)
    page.set_hits(())
    bare = places_of(empty, theme.ink)
    for start in range(0, 60, 3):
        page.select(start, start + 101, scroll=False)
        caret = page.caret_rect().toAlignedRect().adjusted(-2, -2, 2, 2)
        width = page.viewport().width()
        under = {y * width + x for x, y in product(
            range(caret.left(), caret.right()), range(caret.top(), caret.bottom())
        )}  # fmt: skip
        assert places_of(picture(page), theme.ink) - under == bare - under


@each_family
def test_a_text_format_would_have_been_found_out(family):
    """The way that other editors mark words: it begins a new run and shapes it anew."""
    theme = THEMES[0]
    font = page_look(theme, family, 100).font(24)
    differing = 0
    for word in LAM_ALEFS[::4]:
        plain, width = _drawn(f"س{word}م", font, theme, ())
        marked, marked_width = _drawn(f"س{word}م", font, theme, ((1, 1),))
        assert not keeps_its_words(plain, marked, theme.ink)
        differing += width != marked_width
    assert differing == len(ALEFS)


def _drawn(words, font, theme, marks) -> tuple[QImage, float]:
    layout = QTextLayout(words, font)
    layout.setTextOption(text_option(rtl=True, justified=False))
    formats = []
    for start, length in marks:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, QTextCharFormat()
        one.format.setBackground(QColor("#ffe0a0"))
        formats.append(one)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(200)
    layout.endLayout()
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.paper))
    painter = QPainter(image)
    painter.setPen(QColor(theme.ink))
    layout.draw(painter, QPointF(0, 0))
    painter.end()
    return image, line.naturalTextWidth()


@each_theme
def test_a_dense_page_keeps_its_words(page, mark, theme):
    text = dense_text()
    show(page, text, theme, "Amiri")
    bare, lines = picture(page), lines_of(page)
    spans = list(dense_spans(text))
    assert len(spans) == 50
    deepest = max(sum(start <= cp < end for start, end, _ in spans) for cp in range(len(text)))
    assert deepest >= 6
    page.set_annotations([mark((start, end), tag) for start, end, tag in spans])
    assert picture(page) != bare
    assert keeps_its_words(bare, picture(page), theme.ink)
    assert lines_of(page) == lines


def test_a_crowded_line_leaves_the_lines_around_it_as_they_are(page, mark):
    text = dense_text()
    show(page, text, THEMES[0], "Amiri")
    paragraph = text.index("قالت وزيرة")
    first = mark((paragraph, paragraph + 4), uid="first")
    page.set_annotations([first])
    (seen,) = [one for one in page.surface.seen() if one.block == 1]
    (alone,) = page._painter._shapes.of(seen).marks[0].stretches
    end = page.surface.text.end(1)
    crowd = [mark((end - 40 + number, end - 3), "claim", uid=str(number)) for number in range(8)]
    page.set_annotations([first, *crowd])
    drawn = page._painter._shapes.of(seen).marks
    assert drawn[0].stretches[0].band == alone.band
    last = drawn[-1].stretches[-1].band
    assert last.thickness < alone.band.thickness
    assert last.lane(7) < last.baseline + page.surface.leading
