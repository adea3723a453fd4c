"""A real page on the offscreen screen, set in the fonts that come with the program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.annotation import Annotation
from reader.ui.page.view import PageView
from reader.ui.theme import load_fonts

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp) -> None:
    assert load_fonts() == ()


class Hand:
    """Points, clicks, drags and types on a page as a person does."""

    def __init__(self, page: PageView) -> None:
        self.page = page
        self.viewport = page.viewport()

    def point(self, cp: int, *, after: bool = False) -> QPoint:
        """Return a point on a character, near where reading it begins or, `after`, ends."""
        page = self.page
        start, end = page.surface.text.snapped(cp, cp + 1)
        (box,) = page.rects_of(start, end)
        block = page.surface.text.block_at(cp)
        local = cp - page.surface.text.start(block)
        layout = page.surface.layouts.of(block)
        cells = layout.cells(layout.line_of(local)).cells
        rtl = next(cell.extent.rtl for cell in cells if cell.start <= local < cell.end)
        share = 0.75 if rtl != after else 0.25
        return QPointF(box.left() + box.width() * share, box.center().y()).toPoint()

    def press(self, point: QPoint, keys=NO_KEY) -> None:
        QTest.mousePress(self.viewport, LEFT, keys, point)

    def move(self, point: QPoint) -> None:
        QTest.mouseMove(self.viewport, point)

    def release(self, point: QPoint, keys=NO_KEY) -> None:
        QTest.mouseRelease(self.viewport, LEFT, keys, point)

    def click(self, cp: int, keys=NO_KEY, *, after: bool = False) -> None:
        QTest.mouseClick(self.viewport, LEFT, keys, self.point(cp, after=after))

    def double_click(self, cp: int) -> None:
        QTest.mouseDClick(self.viewport, LEFT, NO_KEY, self.point(cp))

    def send(self, kind: QEvent.Type, point: QPoint, keys=NO_KEY, *, held: bool = True) -> None:
        """Send one event of the left button, which is `held` after it."""
        there = QPointF(point)
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        buttons = LEFT if held else Qt.MouseButton.NoButton
        screen = self.viewport.mapToGlobal(there)
        event = QMouseEvent(kind, there, screen, button, buttons, keys)
        QApplication.sendEvent(self.viewport, event)

    def press_twice(self, point: QPoint) -> None:
        """Press, let go, and hold the second press, which Qt reports as a double click."""
        self.send(QEvent.Type.MouseButtonPress, point)
        self.send(QEvent.Type.MouseButtonRelease, point, held=False)
        self.send(QEvent.Type.MouseButtonDblClick, point)

    def drag(self, start: int, end: int) -> None:
        """Drag over `text[start:end]`, or from its end to its start if `end` is smaller."""
        if start < end:
            first, last = self.point(start), self.point(end - 1, after=True)
        else:
            first, last = self.point(start - 1, after=True), self.point(end)
        self.press(first)
        self.move((first + last) / 2)
        self.move(last)
        self.release(last)

    def key(self, key: Qt.Key, keys=NO_KEY, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.page, key, keys)

    @property
    def words(self) -> str:
        """Return what is selected."""
        start, end = self.page.selection()
        return self.page.text()[start:end]


@pytest.fixture
def page(qtbot) -> PageView:
    view = PageView("ar")
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def hand(page: PageView) -> Hand:
    return Hand(page)


@pytest.fixture
def mark(page: PageView) -> Callable[..., Annotation]:
    """Return a function that makes an annotation of words or positions of the page's text."""

    def make(words: str | tuple[int, int], tag: str = "quote", **facts) -> Annotation:
        text = page.text()
        start = text.index(words) if isinstance(words, str) else words[0]
        end = start + len(words) if isinstance(words, str) else words[1]
        return Annotation(
            revision_uid="r",
            annotator_uid="a",
            tag=tag,
            start_cp=start,
            end_cp=end,
            exact=text[start:end],
            **facts,
        )

    return make
