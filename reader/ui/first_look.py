"""What is seen before the library is open: the article of the last session, at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from reader.storage.glance import glance
from reader.ui.page.view import PageView
from reader.ui.settings import Settings

# A window that is not painted, because it starts minimised, must not wait for it.
_LONGEST_WAIT_MS = 200


class FirstLook(QObject):
    """Shows an article on the page until the library takes it over."""

    def __init__(self, page: PageView, settings: Settings) -> None:
        super().__init__(page)
        self._page = page
        self._settings = settings

    def show(self, database: str) -> str:
        """Show the article that a library will begin with; return its title, "" for none."""
        if "://" in database:
            return ""
        top_cp = self._settings.get("session/top_cp")
        seen = glance(Path(database).expanduser(), self._settings.get("session/article"), top_cp)
        if seen is None:
            return ""
        self._page.show_text(seen.text, direction_default_rtl=seen.language != "en")
        self._page.set_annotations(seen.annotations)
        if top_cp and seen.article_uid == self._settings.get("session/article"):
            self._page.restore_top(top_cp)
        return seen.title

    def forget(self) -> None:
        """Empty the page again: its library cannot be opened."""
        self._page.show_text("")


class Painting(QObject):
    """Does something once, when a widget has been painted for the first time."""

    def __init__(self, widget: QObject, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then: Callable[[], object] | None = then
        widget.installEventFilter(self)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._go_on)
        self._wait.start(_LONGEST_WAIT_MS)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on behind the first painting."""
        if event.type() == QEvent.Type.Paint and self._then is not None:
            watched.removeEventFilter(self)
            self._wait.start(0)
        return False
