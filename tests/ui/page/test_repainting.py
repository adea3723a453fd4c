"""What an act paints anew is all that it changes: the screen is as if all had been painted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QImage, QPaintEvent

from reader.model.annotation import Annotation
from reader.ui.page.ticks import TickStrip
from reader.ui.page.view import PageView
from tests.bench.library import prose

TEXT = prose(900)
SPANS = [(at, at + 30 + at % 150) for at in range(0, 2_400, 37)]


def on_screen(page: PageView) -> QImage:
    """Return what the window has on the screen, without a painting more than is due.

    The ticks come a moment later than the page: they are waited for.
    """
    QCoreApplication.processEvents()
    for strip in page.findChildren(TickStrip):
        while strip._stale.isActive():
            QCoreApplication.processEvents()
    screen = QGuiApplication.primaryScreen().grabWindow(page.winId())
    return screen.toImage().convertToFormat(QImage.Format.Format_RGB32)


def told(one: Annotation) -> Annotation:
    return replace(one, note="حاشية على هذا الموضع من المقال")


@pytest.fixture(params=[True, False], ids=["margin", "no margin"])
def full(page: PageView, mark, request) -> PageView:
    """Return a page with annotations in and out of view, some with notes."""
    page.resize(1100, 700)
    page.set_notes_beside(request.param)
    page.show_text(TEXT)
    marks = [mark(span, ("quote", "entity", "claim")[at % 3]) for at, span in enumerate(SPANS)]
    page.set_annotations([told(one) if at % 4 == 0 else one for at, one in enumerate(marks)])
    page._blink.stop()
    return page


def put(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.put_annotation(told(mark((130, 700))))


def change(page: PageView, mark: Callable[..., Annotation]) -> None:
    one = page.annotations()[4]
    start, end = one.start_cp + 200, one.end_cp + 300
    page.put_annotation(replace(mark((start, end)), uid=one.uid, note=""))


def remove(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.remove_annotation(page.annotations()[8].uid)


def remove_current(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.set_current(page.annotations()[4].uid)
    on_screen(page)
    page.remove_annotation(page.current())


def make_current(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.set_current(page.annotations()[4].uid)
    on_screen(page)
    page.set_current(page.annotations()[12].uid)


def select(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.select(100, 900)
    on_screen(page)
    page.select(300, 340)


def move_caret(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.select(700, 700)
    on_screen(page)
    page.select(50, 50)


def scroll_and_select(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.select(3_000, 3_050)


def leave_unsaved(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.set_unsaved(frozenset(one.uid for one in page.annotations()[2:5]))
    on_screen(page)
    page.set_unsaved(frozenset(one.uid for one in page.annotations()[4:7]))


def rule(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.set_verdicts({one.uid: "صحيح" for one in page.annotations()[:9]})


def write_a_note(page: PageView, mark: Callable[..., Annotation]) -> None:
    page.edit_note(page.annotations()[0].uid, 90)
    on_screen(page)
    page.edit_note(None)


ACTS = (
    put,
    change,
    remove,
    remove_current,
    make_current,
    select,
    move_caret,
    scroll_and_select,
    leave_unsaved,
    rule,
    write_a_note,
)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_stays_as_it_was_that_an_act_has_changed(full, mark, act):
    before = on_screen(full)
    act(full, mark)
    quick = on_screen(full)
    full.viewport().update()
    full.verticalScrollBar().update()
    assert quick == on_screen(full)
    if act is not write_a_note:  # which ends as it began
        assert quick != before


def test_this_sees_what_was_not_painted_anew(full):
    full._painter.current = full.annotations()[0].uid  # behind the page's back
    quick = on_screen(full)
    full.viewport().update()
    assert quick != on_screen(full)


class Areas(QObject):
    """Notes how high what is painted reaches, in pixels."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self.heights: list[int] = []
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return super().eventFilter(watched, event)


def test_an_act_paints_no_more_than_its_paragraph(page, mark):
    page.show_text(TEXT)
    on_screen(page)
    areas = Areas(page)
    page.put_annotation(mark((400, 420)))
    on_screen(page)
    assert areas.heights
    assert max(areas.heights) < page.viewport().height() / 2
