"""A window with all its panels and hardly any room: a drag on the page selects what it is over.

One that came out short here had gone below the view, where twenty letters fill a page.
"""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from reader.text import boundaries
from tests.ui.conftest import TEXT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(open_window, database, qtbot):
    """Return the page of a window that is 800 px wide."""
    workspace = open_window(database)
    workspace.page.window().resize(800, 700)
    view = workspace.page.viewport()
    qtbot.waitUntil(lambda: workspace.page.window().width() == 800)
    workspace.page.window().show_docks(visible=True)  # the articles had given way
    qtbot.waitUntil(lambda: 80 < view.width() < 260)
    return workspace.page


def end_of(page, cp: int, *, after: bool) -> QPointF:
    """Return a point on a letter, where reading it begins or, `after`, ends."""
    start, end = boundaries.snap(TEXT, cp, cp + 1)
    (box,) = page.rects_of(start, end)
    block = page.surface.text.block_at(start)
    base, layout = page.surface.text.start(block), page.surface.layouts.of(block)
    cells = layout.cells(layout.line_of(start - base)).cells
    (rtl,) = (cell.extent.rtl for cell in cells if cell.start == start - base)
    return QPointF(box.left() + box.width() * (0.75 if rtl != after else 0.25), box.center().y())


@pytest.mark.parametrize(
    "words",
    [
        "قالت المديرة سلمى",
        "«لن نتراجع»، وأضافت",
        "كِتابًا وصل من Health Ltd يوم 2020/3/26",
        "وبلغ العدد 1,554 شخصًا",
    ],
)
def test_a_drag_in_a_narrow_page_is_not_short(page, qtbot, words):
    start, end = TEXT.index(words), TEXT.index(words) + len(words)
    view = page.viewport()
    for first_cp, last_cp in ((start, end - 1), (end - 1, start)):
        # A drag to a point below the view ends at the view's last line, unless it is held.
        page.scroll_by(round(page.rects_of(start, end)[0].top()) - 20)
        assert page.rects_of(start, end)[-1].bottom() < view.height()
        backwards = first_cp > last_cp
        first = end_of(page, first_cp, after=backwards).toPoint()
        last = end_of(page, last_cp, after=not backwards).toPoint()
        QTest.mousePress(view, LEFT, NONE, first)
        for step in range(1, 12):
            QTest.mouseMove(view, first + (last - first) * step / 12)
        QTest.mouseMove(view, last)
        QTest.mouseRelease(view, LEFT, NONE, last)
        assert TEXT[slice(*page.selection())] == words
        page.clear_selection()
