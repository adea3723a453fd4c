"""Words that take the width there is: an address does not widen a panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.panels.wrapped_label import WrappedLabel, breakable

INK = 60  # of lightness, apart from the ground
ADDRESS = "https://example.org/" + "speeches-of-the-director" * 6


def test_a_long_word_asks_for_no_width(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    label = WrappedLabel(panel)
    label.setText(ADDRESS)
    QVBoxLayout(panel).addWidget(label)
    assert panel.minimumSizeHint().width() < 60
    # A breach: Qt's own label.
    plain = QLabel("x" * 100, panel)
    plain.setWordWrap(True)
    assert plain.minimumSizeHint().width() > 300


def test_addresses_may_break_and_arabic_words_never():
    broken = breakable(f"رابط: {ADDRESS}")
    assert "\N{ZERO WIDTH SPACE}" in broken
    assert broken.replace("\N{ZERO WIDTH SPACE}", "") == f"رابط: {ADDRESS}"
    assert breakable("قالت والمسؤولونوالمسؤوليات 2020-03-26") == (
        "قالت والمسؤولونوالمسؤوليات 2020-03-26"
    )


def right_edges(label: QLabel) -> list[int]:
    """Return how far to the right each line's ink reaches, in px."""
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0).lightness()
    found, line = [], -1
    for y in range(image.height()):
        ink = [
            x
            for x in range(image.width())
            if abs(image.pixelColor(x, y).lightness() - ground) > INK
        ]
        if not ink and line >= 0:
            found.append(line)
            line = -1
        line = max(line, *ink, -1)
    return found


@pytest.mark.parametrize(
    "side", [Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing], ids=["begin", "end"]
)
def test_arabic_lines_begin_at_one_edge(qtbot, side):
    # Every line begins with the same upright letter and ends in a space, where it breaks.
    words = "ادادا ادادا ادادا ادادا"
    edges = []
    for kind in (WrappedLabel, QLabel):
        label = kind(None)
        qtbot.addWidget(label)
        label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(side)
        label.setText(words)
        width = label.fontMetrics().horizontalAdvance("ادادا ادادا") + 8
        label.setFixedSize(width, label.heightForWidth(width) + 8)
        label.show()
        edges.append(right_edges(label))
    ours, qts = edges
    assert len(ours) == len(qts) == 2
    assert ours[0] == ours[1]
    if side == Qt.AlignmentFlag.AlignLeading:  # a breach: what Qt's own label does
        assert qts[0] < qts[1]
