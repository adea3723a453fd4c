"""Everything beside the page tells of the annotation that is current."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.newest import Newest

if TYPE_CHECKING:
    from reader.ui.library import Library
    from reader.ui.panels.annotations import AnnotationsPanel
    from reader.ui.panels.details import DetailsPanel


class Telling(QObject):
    """`told` carries the uid that the list and the details show now, "" for none."""

    told = Signal(str)

    def __init__(self, library: "Library", parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._soon = Newest(self)
        self._panels: tuple[AnnotationsPanel, DetailsPanel] | None = None

    def take(self, annotations: "AnnotationsPanel", details: "DetailsPanel") -> None:
        """Take over the panels."""
        self._panels = annotations, details

    def tell(self, uid: str) -> None:
        """Let everything follow to an annotation, or leave it, at once."""
        self._soon.drop()
        for _ in self._steps(uid):
            pass

    def tell_soon(self, uid: str) -> None:
        """Let everything follow in turns after this one, of the last that was named.

        For a view that shows by itself which one is current.
        """
        self._soon.begin(self._steps(uid))

    def finish(self) -> None:
        """Let everything that waits follow at once."""
        self._soon.finish()

    def drop(self) -> None:
        """Let nothing follow any more."""
        self._soon.drop()

    def _steps(self, uid: str) -> Generator[None, None, None]:
        if self._panels is not None:
            annotations, details = self._panels
            annotations.set_current(uid or None)
            yield
            if uid:
                self._library.entry(uid)  # the details find it read, a turn later
                yield
            details.show_annotation(uid or None)
            yield
        self.told.emit(uid)
