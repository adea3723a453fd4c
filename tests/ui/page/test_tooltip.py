"""What is told of the annotations under the pointer: plain text, whatever a note holds."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.model.tags import TAGS
from reader.ui.page.tooltip import tooltip_of


def test_one_line_for_each_in_the_language(page, mark):
    page.show_text("قالت وزارة Health")
    one, other = mark("قالت", "quote", note="مهم"), mark("وزارة", "claim")
    assert tooltip_of([one, other], TAGS, "ar") == '<div dir="rtl">اقتباس: مهم<br>ادعاء</div>'
    assert tooltip_of([one, other], TAGS, "en") == '<div dir="ltr">Quote: مهم<br>Claim</div>'
    assert tooltip_of([], TAGS, "ar") == ""
    spread = mark("وزارة", "claim", origin="propagated")
    assert tooltip_of([spread], TAGS, "ar") == '<div dir="rtl">ادعاء (مُعمَّم)</div>'


def test_notes_are_not_markup_and_not_endless(page, mark):
    page.show_text("قالت")
    shown = tooltip_of([mark("قالت", note="<img src=/x>\n& ثم " + "ط" * 1000)], TAGS, "ar")
    assert "<img" not in shown
    assert "&lt;img src=/x&gt;<br>&amp; ثم" in shown
    assert len(shown) < 500


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_it_is_shown_over_the_words_only(page, hand, mark, qtbot):
    page.show_text("قالت وزارة Health", headline=False)
    page.set_annotations([mark("وزارة", note="ملاحظة")])
    for cp, told in ((6, "ملاحظة"), (0, "")):
        point = hand.point(cp)
        event = QHelpEvent(QEvent.Type.ToolTip, point, hand.viewport.mapToGlobal(point))
        QApplication.sendEvent(hand.viewport, event)
        qtbot.waitUntil(
            lambda told=told: (told in QToolTip.text()) and bool(told) == QToolTip.isVisible()
        )
