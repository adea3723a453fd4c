"""How the window looks: zoom, theme, panels, full screen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader.label import Language
from reader.ui.main_window import MainWindow
from reader.ui.page.look import PageColours, PageLook
from reader.ui.page.view import PageView
from reader.ui.panels.moments import percent_in_words
from reader.ui.settings import Settings
from reader.ui.theme import INTERFACE_FAMILY, THEMES, Theme, apply_theme, theme_named

if TYPE_CHECKING:
    from reader.ui.action_set import Actions

_PAGE_SETTINGS = frozenset(
    ("zoom", "reading_font", "reading_size", "line_height", "measure", "side_margin", "justified")
)
ZOOM_STEPS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400)


class ViewController(QObject):
    """Keeps page, window and actions in the look that the settings name."""

    def __init__(
        self, app: QApplication, window: MainWindow, page: PageView, settings: Settings
    ) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._page = page
        self._settings = settings
        self._actions: Actions | None = None
        self._language: Language = settings.language()
        # A timer of its own: PySide keeps for ever what `singleShot(0, …)` has not called.
        self._check = QTimer(self, singleShot=True, interval=0)
        self._check.timeout.connect(self._check_panels)
        page.zoom_requested.connect(self._zoom_by)
        settings.changed.connect(self._follow_setting)
        self._dress_page()

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "zoom_in": self.zoom_in,
            "zoom_out": self.zoom_out,
            "zoom_reset": self.zoom_reset,
            "theme_light": self._choose_light,
            "theme_sepia": self._choose_sepia,
            "theme_dark": self._choose_dark,
            "theme_contrast": self._choose_contrast,
            "next_theme": self.next_theme,
            "panels": self.toggle_panels,
            "full_screen": self.toggle_full_screen,
            "focus_page": self._page.setFocus,
        }

    def take(self, actions: "Actions") -> None:
        """Dress the actions, and keep the switches among them true."""
        self._actions = actions
        self._window.full_screen_changed.connect(actions["full_screen"].setChecked)
        for dock in ("articlesDock", "annotationsDock", "detailsDock"):
            self._window.dock(dock).visibilityChanged.connect(self._follow_docks)
        self.dress()

    def dress(self) -> None:
        """Draw the icons of the window, and of the actions once there are any."""
        from reader.ui.icons import Icons  # noqa: PLC0415 - brings QtSvg, behind the first paint

        theme = theme_named(self._settings.get("theme"))
        mirrored = self._language == "ar"
        self._window.dress(Icons(theme.muted, theme.muted, mirrored=mirrored))
        if self._actions is None:
            return
        self._actions.dress(Icons(theme.ink, theme.muted, mirrored=mirrored))
        for one in THEMES:
            self._actions[f"theme_{one.key}"].setChecked(one.key == theme.key)
        self._follow_docks()

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom_by(-1)

    def zoom_reset(self) -> None:
        """Show the text at its normal size."""
        self._settings.set("zoom", 100)

    def next_theme(self) -> None:
        """Go on to the next theme."""
        keys = [theme.key for theme in THEMES]
        here = keys.index(self._settings.get("theme"))
        self._settings.set("theme", keys[(here + 1) % len(keys)])

    def toggle_panels(self) -> None:
        """Hide the panels, or show them all."""
        self._window.show_docks(visible=not self._window.docks_visible())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self._window.fill_screen(full=not self._window.isFullScreen())

    def _zoom_by(self, steps: int) -> None:
        """Go along the steps of zoom from the one nearest to the present."""
        zoom = self._settings.get("zoom")
        here = min(range(len(ZOOM_STEPS)), key=[abs(one - zoom) for one in ZOOM_STEPS].__getitem__)
        wanted = max(0, min(len(ZOOM_STEPS) - 1, here + steps))
        self._settings.set("zoom", ZOOM_STEPS[wanted])

    def _choose_light(self) -> None:
        self._choose("light")

    def _choose_sepia(self) -> None:
        self._choose("sepia")

    def _choose_dark(self) -> None:
        self._choose("dark")

    def _choose_contrast(self) -> None:
        self._choose("contrast")

    def _choose(self, theme: str) -> None:
        self._settings.set("theme", theme)
        self.dress()

    def _follow_setting(self, key: str) -> None:
        if key == "theme":
            apply_theme(self._app, theme_named(self._settings.get("theme")))
            self.dress()
        if key == "theme" or key in _PAGE_SETTINGS:
            self._dress_page()
        if key == "tag_popup":
            self._page.set_popup_enabled(self._settings.get("tag_popup"))
        if key == "smooth_scrolling":
            self._page.set_smooth(self._settings.get("smooth_scrolling"))

    def _dress_page(self) -> None:
        theme = theme_named(self._settings.get("theme"))
        zoom = self._settings.get("zoom")
        self._page.set_look(
            page_look(
                theme,
                self._settings.get("reading_font"),
                zoom,
                size_pt=self._settings.get("reading_size"),
                line_height=self._settings.get("line_height") / 100,
                measure_em=self._settings.get("measure"),
                margin_em=self._settings.get("side_margin") / 10,
                justified=self._settings.get("justified"),
            )
        )
        self._page.set_popup_enabled(self._settings.get("tag_popup"))
        self._page.set_smooth(self._settings.get("smooth_scrolling"))
        self._window.status_zoom.setText(percent_in_words(zoom, self._window.locale()))

    def _follow_docks(self) -> None:
        self._check.start()

    def _check_panels(self) -> None:
        if self._actions is not None:
            self._actions["panels"].setChecked(self._window.docks_visible())


def page_look(theme: Theme, family: str, zoom: int, **how: Any) -> PageLook:
    """Return how the page is set in a theme, in a reading font, at a zoom in percent.

    `how` is the rest of its fields, where they are not as `PageLook` has them.
    """
    colours = PageColours(
        paper=theme.paper,
        ink=theme.ink,
        muted=theme.muted,
        selection=theme.selection,
        selection_ink=theme.ink,
        current=theme.ink,
        accent=theme.accent,
        fill=theme.tint,
        lift=theme.lift,
    )
    return PageLook(family=family, zoom=zoom, colours=colours, fallback=(INTERFACE_FAMILY,), **how)
