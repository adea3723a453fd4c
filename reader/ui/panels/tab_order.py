"""The order in which Tab goes through widgets that come and go: that in which they stand."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def arrange_tabs(content: QWidget) -> None:
    """Let Tab go through a widget's children as their layouts hold them.

    A widget that is made later would otherwise come last, wherever it stands.
    """
    before: QWidget | None = None
    for one in _in_turn(content.layout()):
        if before is not None:
            QWidget.setTabOrder(before, one)
        before = one


def _in_turn(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            yield from _in_turn(item.layout())
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from _in_turn(widget.layout())
