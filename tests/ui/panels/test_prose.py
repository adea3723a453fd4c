"""What rows show of a text: one line, guarded, cut at its own end."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from reader.ui.panels.prose import draw_own, draw_title, fits, flat, numbers_kept
from reader.ui.theme import load_fonts

WIDTH, HEIGHT = 200, 48


@pytest.fixture
def font(qapp):
    load_fonts()
    made = QFont("IBM Plex Sans Arabic")
    made.setPointSizeF(10.5)
    return made


def ink(image: QImage, rows: range = range(HEIGHT)) -> list[int]:
    """Return the columns that hold ink."""
    white = QColor(Qt.GlobalColor.white).rgb()
    return [x for x in range(WIDTH) if any(image.pixel(x, y) != white for y in rows)]


def painted(draw, text: str, font: QFont, *, default: bool) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    draw(painter, QRect(0, 0, WIDTH, HEIGHT), text, default=default)
    painter.end()
    return image


@pytest.mark.parametrize("default", [True, False])
@pytest.mark.parametrize(
    ("text", "from_right"),
    [("بيان", True), ("Note.", False), ("COVID-19 قال الوزير", True), ("Health وزارة at", False)],
)
def test_a_line_begins_on_its_own_side(font, text, from_right, default):
    columns = ink(painted(draw_own, text, font, default=default))
    assert (columns[-1] > WIDTH - 6) is from_right
    assert (columns[0] < 6) is not from_right


@pytest.mark.parametrize("default", [True, False])
def test_a_line_without_letters_begins_where_the_list_does(font, default):
    columns = ink(painted(draw_own, "2020", font, default=default))
    assert (columns[0] > WIDTH / 2) is default


def test_what_does_not_fit_is_cut_at_the_end_of_the_text(font):
    text = "ا" * 20 + " " + "طويل " * 30
    whole = painted(draw_own, text, font, default=True)
    start_only = painted(draw_own, "ا" * 20, font, default=True)
    right = range(WIDTH - 40, WIDTH)
    assert [x for x in ink(whole) if x in right] == [x for x in ink(start_only) if x in right]


def test_a_title_takes_two_lines_at_most(font):
    long = painted(draw_title, "كلمة من العنوان " * 20, font, default=True)
    assert ink(long, range(HEIGHT // 2))
    assert ink(long, range(HEIGHT // 2, HEIGHT))
    assert min(ink(long)) >= 0
    word = painted(draw_title, "م" * 300, font, default=True)
    assert ink(word, range(HEIGHT // 2))


def test_both_lines_of_a_title_hold_the_whole_text(font):
    text = "الوزارة لا تؤكد ما قيل"
    assert not fits(text, font, 90)
    lines = _lines(text, font, 90)
    assert " ".join(lines) == text
    assert fits(lines[0], font, 90)


def _lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    from reader.ui.panels.prose import _two_lines

    return _two_lines(text, QFontMetrics(font), width)


def test_a_text_becomes_one_line_with_its_controls_shown():
    assert flat("سطر\nثانٍ\tثالث\u202e") == "سطر ثانٍ ثالث‹202E›"
    assert len(flat("ن" * 100_000)) <= 400


def test_a_date_keeps_its_order_in_an_arabic_sentence():
    assert numbers_kept("مثل 2020-03 أو 2020") == "مثل \u20662020-03\u2069 أو 2020"
    assert numbers_kept("مثل 2 (1–5)") == "مثل 2 (\u20661–5\u2069)"
