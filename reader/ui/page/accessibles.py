"""What assistive tools are answered with: the page's interface, once one of them asks."""

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject

from reader.ui.page.view import PageView

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_NOTE = "SpokenNote"  # its module is not loaded for those who need none of this


class Accessibles:
    """Makes and keeps what assistive tools ask for; one for the whole program."""

    def __init__(self) -> None:
        self._kept: list[QAccessibleInterface] = []

    def install(self) -> None:
        """Answer for every page from now on."""
        QtGui.QAccessible.installFactory(self.interface_of)

    def interface_of(self, class_name: str, thing: QObject) -> "QAccessibleInterface | None":
        """Return the interface of a page or of a note on it, None for all that Qt knows."""
        if not isinstance(thing, PageView) and class_name != _NOTE:
            return None
        from reader.ui.page.accessible import kept_with  # noqa: PLC0415 - few have such a tool

        # Qt deletes it; without this reference Python would do so at once.
        self._kept = kept_with(thing, self._kept)
        return self._kept[-1]
