"""The page under mouse and keys."""

from functools import cached_property

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.cursor import Selected
from reader.ui.page.keys import PageKey, is_by_word, is_shifted, page_key
from reader.ui.page.look import PageLook
from reader.ui.page.movement import move
from reader.ui.page.noted import NotedPage
from reader.ui.page.pointer import Pointer
from reader.ui.page.popup import TagPopup
from reader.ui.page.unseen import UnseenMarks

_SETTLED_MS = 350


class PageView(NotedPage):
    """An article to read and to mark. Positions are in code points of its text.

    Signals, beside those of `NotedPage`:
        selection_finished: start and end of a selection, once mouse and keys are let go.
        context_menu_requested: a point of the screen, and the code point it is about.
        tag_requested: the key of a tag chosen in the popup.
        current_set: the uid that is current from now on, whoever made it so, "" for none.
    """

    selection_finished = Signal(int, int)
    context_menu_requested = Signal(QPoint, int)
    tag_requested = Signal(str)
    current_set = Signal(str)

    def __init__(self, language: Language = "ar", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.language: Language = language
        self._unseen = UnseenMarks(self.surface)
        self._shown_current: str | None = None
        self._popup_enabled = True
        self._pointer = Pointer(self.surface, self._cursor, self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._pointer.clicked.connect(self._on_click)
        self._pointer.finished.connect(self._finish_selection)
        self._pointer.scroll_wanted.connect(self.scroll_by)
        self._settled.timeout.connect(self._finish_selection)
        self.selection_changed.connect(self._hide_popup)
        self.scrolled.connect(self._follow_with_popup)

    def set_look(self, look: PageLook) -> None:
        """Set the page in another look; the line at the top stays there."""
        super().set_look(look)
        if self._has_popup():
            self._popup.set_colours(look.colours)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Set the tags that annotations have and that the popup offers."""
        super().set_tags(tags)
        if self._has_popup():
            self._popup.set_tags(tags)

    def set_current(self, uid: str | None) -> None:
        """Make an annotation current, or none; `current_changed` does not follow."""
        is_another = uid != self._shown_current
        self._shown_current = uid
        super().set_current(uid)
        if is_another:
            self.current_set.emit(uid or "")

    def annotation(self, uid: str) -> Annotation | None:
        """Return an annotation of the page by its uid."""
        return self._current.marks.get(uid)

    def show_hidden(self, shown: bool) -> None:
        """Draw stand-ins over the characters that have no picture of their own, or do not."""
        self._unseen.shown = shown
        self.viewport().update()

    def set_popup_enabled(self, enabled: bool) -> None:
        """Let the bar of tags appear at a finished selection, or never."""
        self._popup_enabled = enabled
        if not enabled:
            self._hide_popup()

    def _told_at(self, point: QPointF) -> str:
        """Return what a tooltip tells at a point of the viewport."""
        from reader.ui.page.tooltip import tooltip_of  # noqa: PLC0415 - brings all vocabulary

        note = self._note_at(point)
        if note is None:
            over = self.surface.hit(point).over
            here = [] if over is None else self._current.marks.at(over)
            return tooltip_of(here, self.tags, self.language)
        uids = note.folded or (note.remark.uid,)
        told = [one for one in map(self._current.marks.get, uids) if one is not None]
        return tooltip_of(told, self.tags, self.language)

    def _on_click(self, cp: int) -> None:
        here = self.annotations_at(cp) if cp >= 0 else []
        self._current.make(here[0] if here else None)
        if here:
            self.annotation_clicked.emit(here[0])

    def _finish_selection(self) -> None:
        self._settled.stop()
        start, end = self.selection()
        if start == end:
            return
        if self._popup_enabled and not self._is_popup_shown():
            self._place_popup()
        self.selection_finished.emit(start, end)

    @cached_property
    def _popup(self) -> TagPopup:
        """The bar of tags, built for the first selection: an article is seen without."""
        popup = TagPopup(self.language, self)
        popup.set_colours(self.look.colours)
        popup.set_tags(self.tags)
        popup.tag_requested.connect(popup.hide)
        popup.tag_requested.connect(self.tag_requested)
        return popup

    def _has_popup(self) -> bool:
        return "_popup" in self.__dict__

    def _is_popup_shown(self) -> bool:
        return self._has_popup() and self._popup.isVisible()

    def _hide_popup(self) -> None:
        if self._has_popup():
            self._popup.hide()

    def _place_popup(self) -> None:
        """Put the bar at the moving end of the selection, or hide it where that is out of view."""
        selected = self._cursor.selected
        box = self.caret_rect()
        room = self.viewport().geometry()
        if not 0 <= box.center().y() < self.surface.height or selected.is_empty:
            self._popup.hide()
            return
        self._popup.show_at(QRectF(box.translated(QPointF(room.topLeft()))), room)

    def _follow_with_popup(self) -> None:
        if self._is_popup_shown():
            self._place_popup()

    def _escape(self) -> bool:
        """Close the popup, or else give the selection up; return whether there was either."""
        if self._is_popup_shown():
            self._popup.hide()
            return True
        return self.clear_selection()

    def _does(self, row: PageKey, event: QKeyEvent) -> bool:
        """Carry out a row of the key table; return whether there was anything to do."""
        if row.kind == "end":
            which = "start" if is_shifted(event) else "end"
            return self.move_end(row.act, which, by_word=is_by_word(event))
        if row.kind == "note":
            return self.walk_notes(onward=row.act == "next")
        if row.act == "escape":
            return self._escape()
        if row.act == "sentence":
            self.select_sentence()
        else:
            move(self._cursor, self.surface, row.act, extend=is_shifted(event))
        if not self._cursor.selected.is_empty:
            self._settled.start()
        return True

    def _wants(self, row: PageKey | None) -> bool:
        """Tell whether a key is the page's own now, before any shortcut of the window."""
        if row is None:
            return False
        if row.kind == "end":
            return self._current.annotation is not None
        if row.act == "escape":
            return self._is_popup_shown() or not self._cursor.selected.is_empty
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and over it what is hidden in it."""
        super().paintEvent(event)
        if self._unseen.shown:
            self._unseen.paint(QPainter(self.viewport()), QRectF(event.rect()), self.look.colours)

    def event(self, event: QEvent) -> bool:
        """Keep the page's own keys from the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._wants(page_key(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the annotations under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the page's own keys and leave all others to the window."""
        row = page_key(event)
        if row is None or not self.text() or not self._does(row, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Finish a selection when Shift is let go."""
        if event.key() == Qt.Key.Key_Shift and self._settled.isActive():
            self._finish_selection()
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection, or choose a note."""
        if event.button() != Qt.MouseButton.LeftButton or not self.text():
            return
        self._hide_popup()
        note = self._note_at(event.position())
        if note is not None:
            self._choose(note)
        else:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, or write in a note."""
        if event.button() != Qt.MouseButton.LeftButton or not self.text():
            return
        note = self._note_at(event.position())
        if note is not None:
            self.note_edit_requested.emit(note.remark.uid)
        else:
            self._pointer.double_press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection, or show what a click would do."""
        self._pointer.move(event)
        shape = Qt.CursorShape.IBeamCursor
        note = None if self._pointer.is_dragging else self._note_at(event.position())
        self._hover(note)
        if note is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif not self._pointer.is_dragging:
            over = self.surface.hit(event.position()).over
            if over is not None and self._current.marks.at(over):
                shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: at the pointer, whose place the caret takes outside a selection."""
        start, end = self.selection()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self.surface.hit(QPointF(event.pos()))
            cp = hit.cp if hit.over is None else hit.over
            if not start <= cp < end:
                self._cursor.set(Selected(hit.cp, hit.cp, hit.upstream), reveal=False)
            self.context_menu_requested.emit(event.globalPos(), cp)
        else:
            corner = self.caret_rect().bottomLeft().toPoint()
            point = self.viewport().mapToGlobal(corner)
            self.context_menu_requested.emit(point, self._cursor.selected.character)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys will act."""
        super().focusInEvent(event)
        self._blink.restart()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the caret as a quiet mark."""
        super().focusOutEvent(event)
        self._blink.stop()
        if event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason}:
            self._hide_popup()
        self.viewport().update()
