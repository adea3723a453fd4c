"""Hard texts in the real window: opened, scrolled, selected, tagged, hit, and saved whole.

How long each takes is printed by `python -m tests.bench.hard_text`.
"""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from reader import importers
from reader.text import boundaries
from reader.ui.panels.quoted_words import QuotedWords
from tests.hard import HARD

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=HARD, ids=[name for name, _ in HARD])
def workspace(request, open_window, database, qtbot):
    """Return a window on a hard text."""
    made = open_window(database)
    with qtbot.waitSignal(made.articles.shown):
        made.library.note_added(
            [made.library.adder()(importers.from_text(request.param[1], "hard"))]
        )
    made.page.window().activateWindow()
    made.page.setFocus()
    made.page.viewport().repaint()
    return made


def drag(page) -> None:
    """Draw the mouse over the middle of the page."""
    view = page.viewport()
    first = QPoint(view.width() * 2 // 3, view.height() // 3)
    last = QPoint(view.width() // 3, view.height() // 2)
    QTest.mousePress(view, LEFT, NONE, first)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, LEFT, NONE, last)


def test_a_hard_text_is_read_and_marked_like_any_other(workspace):
    page, text = workspace.page, workspace.articles.revision.text
    assert page.text() == text
    places = []
    for cp in (0, len(text) // 2, len(text)):
        page.scroll_to(cp)
        page.viewport().repaint()
        drag(page)
        start, end = page.selection()
        assert boundaries.snap(text, start, end) == (start, end)
        if start < end:
            QTest.keyClick(page, Qt.Key.Key_1)
            places.append((start, end))
        page.viewport().repaint()
        for x in range(0, page.viewport().width(), 97):
            hit = page.surface.hit(QPointF(x, page.viewport().height() / 3))
            assert 0 <= hit.cp <= len(text)
            assert hit.over is None or 0 <= hit.over < len(text)
    page.select_all()
    QTest.keyClick(page, Qt.Key.Key_2)
    places.append((0, len(text)))
    page.viewport().repaint()
    assert len(page.window().findChild(QuotedWords).text()) < 20_000
    assert workspace.library.flush()
    held = workspace.library.store.annotations(workspace.articles.revision.uid)
    assert len(places) > 1
    assert {(one.start_cp, one.end_cp) for one in held} == set(places)
    assert all(one.exact == text[one.start_cp : one.end_cp] for one in held)


def test_the_keys_walk_through_a_hard_text(workspace):
    page, text = workspace.page, workspace.articles.revision.text
    page.select(0, 0)
    seen = [0]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        for _ in range(3):
            QTest.keyClick(page, key)
            seen.append(page.caret())
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.caret() == len(text)
    QTest.keyClick(page, Qt.Key.Key_Up)
    QTest.keyClick(page, Qt.Key.Key_F8)
    seen.extend(page.selection())
    assert all(boundaries.snap(text, cp, cp) == (cp, cp) for cp in seen)
