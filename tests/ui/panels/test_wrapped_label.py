"""Words that take the width there is: an address does not widen a panel."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.panels.wrapped_label import WrappedLabel, breakable

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
