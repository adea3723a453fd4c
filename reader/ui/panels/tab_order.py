"""The order in which Tab goes through widgets that come and go: that in which they stand."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def arrange_tabs(content: QWidget) -> None:
    """Let Tab go through a widget's children as their layouts hold them.

    A widget that is made later would otherwise come last, wherever it stands.
    """
    before: QWidget | None = None
    for one in _inside(content):
        if before is not None:
            QWidget.setTabOrder(before, one)
        before = one


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, also in what it scrolls."""
    scrolled = widget.widget() if isinstance(widget, QScrollArea) else None
    if scrolled is not None:
        yield from _with(scrolled)
    elif not isinstance(widget, QAbstractScrollArea):
        yield from _in_turn(widget.layout())


def _in_turn(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        yield from _in_turn(item.layout()) if widget is None else _with(widget)


def _with(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    yield from _inside(widget)
