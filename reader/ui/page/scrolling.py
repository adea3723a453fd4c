"""A scroll area around a surface: scroll bar, wheel, size and zoom, with the place kept."""

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.ui.page.document import PageText
from reader.ui.page.gliding import NOTCH, WheelGlide
from reader.ui.page.look import PageLook
from reader.ui.page.places import Anchor, Shot
from reader.ui.page.surface import Surface


class ScrolledPage(QAbstractScrollArea):
    """Shows a part of a surface. Positions are in code points of the text.

    Signals: `zoom_requested` carries the steps that Ctrl and the wheel ask for;
    `scrolled` follows whatever moves the words on the screen.
    """

    zoom_requested = Signal(int)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One of our own: to find out what Qt's is, PySide would load all widgets there are.
        viewport = QWidget()
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(viewport)
        self.look = PageLook()
        self.surface = Surface(self.look, self.logicalDpiY())
        self._anchor: Anchor | None = None
        self._shot: Shot | None = None
        self._is_following = False
        self._wheeled = 0
        self._is_smooth = True
        self._glide = WheelGlide(self)
        self._glide.scroll_wanted.connect(self.scroll_by)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the measure, and with it the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._tell_idle)
        self._tell_idle()

    def text(self) -> str:
        """Return the text that is shown."""
        return self.surface.text.text

    def scroll_to(self, cp: int) -> None:
        """Bring a position in view, scrolling no further than needed."""
        self.surface.reveal(cp)
        self.keep_no_place()
        self.follow_surface()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by pixels, or up by less than none."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def set_smooth(self, smooth: bool) -> None:
        """Let the wheel glide, where the system animates at all, or step."""
        self._is_smooth = smooth

    def top_position(self) -> int:
        """Return the first position of the first line in view."""
        return self._kept_anchor().cp

    def restore_top(self, cp: int) -> None:
        """Bring the line of a position to the top, as `top_position` told it."""
        self._hold(Anchor(max(0, min(cp, self.surface.text.length))))

    def keep_no_place(self) -> None:
        """Let the next size or zoom keep what is at the top now, not what was before."""
        self._glide.stop()
        self._anchor = None

    def follow_surface(self) -> None:
        """Bring the scroll bar and the screen to where the surface is."""
        self.surface.settle()
        bar = self.verticalScrollBar()
        self._is_following = True
        bar.setSingleStep(self.surface.leading)
        bar.setPageStep(max(1, self.surface.height - self.surface.leading))
        bar.setRange(0, self.surface.furthest)
        bar.setValue(self.surface.top)
        self._is_following = False
        self._move_screen()
        self.scrolled.emit()

    def _tell_idle(self) -> None:
        """Let the bar, which stays, lose its handle while there is nothing to scroll."""
        bar = self.verticalScrollBar()
        bar.setEnabled(bar.maximum() > bar.minimum())

    def set_text(self, text: PageText) -> None:
        """Show a text from its beginning."""
        self._glide.stop()
        self.surface.show(text)
        self._anchor = None
        self.follow_surface()

    def set_look(self, look: PageLook) -> None:
        """Set the page in another look; the line at the top stays there."""
        recoloured = self.look.sets_as(look)
        self.look = look
        if recoloured:
            self.viewport().update()
            return
        anchor = self._kept_anchor()
        self.surface.set_look(look)
        self._hold(anchor)

    def _move_screen(self) -> None:
        """Shift what is drawn, so that only what comes into view is drawn anew."""
        moved = self.surface.moved_since(self._shot)
        self._shot = self.surface.shot()
        if moved is None or abs(moved) >= self.surface.height:
            self.viewport().update()
        elif moved:
            self.viewport().scroll(0, moved)

    def _kept_anchor(self) -> Anchor:
        """Return what stands at the top; sizes and zooms in a row keep to one answer."""
        return self._anchor or self.surface.anchor()

    def _hold(self, anchor: Anchor) -> None:
        self._anchor = anchor
        self.surface.hold(anchor)
        self.follow_surface()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another direction of the interface, which moves the scroll bar."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.follow_surface()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column in and keep the place."""
        super().resizeEvent(event)
        anchor = self._kept_anchor()
        self.surface.resize(self.viewport().width(), self.viewport().height())
        self._hold(anchor)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar when a person moves it."""
        if self._is_following:
            return
        self.surface.top = self.verticalScrollBar().value()
        self._anchor = None
        self.follow_surface()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            hint = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
            animated = self.style().styleHint(hint, None, self) > 0
            self._glide.turn(event, self.surface.leading, smooth=self._is_smooth and animated)
            event.accept()
            return
        self._wheeled += event.angleDelta().y()
        steps = int(self._wheeled / NOTCH)
        self._wheeled -= steps * NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()
