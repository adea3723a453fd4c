"""The page as something to look at: words, marks, selection and caret, without input."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.model.tags import TAGS, Tag
from reader.ui.page.ahead import MadeAhead
from reader.ui.page.blink import CaretBlink
from reader.ui.page.current import CurrentMark
from reader.ui.page.cursor import Cursor, Selected
from reader.ui.page.document import PageText
from reader.ui.page.hits import Hits, Span
from reader.ui.page.look import PageLook
from reader.ui.page.marks import Marks
from reader.ui.page.painting import PagePainter
from reader.ui.page.renewing import areas_of, lines_of
from reader.ui.page.scrolling import ScrolledPage
from reader.ui.page.ticks import Starts, TickStrip
from reader.ui.page.ties import TiePainter, Ties

_FEW = 64  # annotations that are painted anew one by one


class MarkedPage(ScrolledPage):
    """Shows an article with its annotations. Positions are in code points of its text.

    The page never changes an annotation: it asks, by a signal, and is told the
    outcome by `put_annotation`, `remove_annotation` or `set_annotations`.

    Signals, beside those of `ScrolledPage`:
        selection_changed: start and end, equal where nothing is selected.
        current_changed: the uid that the page itself made current, "" for none.
        ends_moved: a uid and the start and end it should get.
    """

    selection_changed = Signal(int, int)
    current_changed = Signal(str)
    ends_moved = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags: tuple[Tag, ...] = TAGS
        self._placeholder = ""
        self._cursor = Cursor(self.surface, self)
        self._selected = self._cursor.selected  # as it was painted last
        self._current = CurrentMark(self.surface, self._cursor, self)
        self._painter = PagePainter(self.surface, self.look.colours)
        self._ahead = MadeAhead(self.surface, self._painter, self)
        self._ties = TiePainter(self.surface)
        self._blink = CaretBlink(self)
        self._ticks = TickStrip(self.verticalScrollBar(), self.surface)
        self._ticks.set_colours(self.tags, self.look.colours)
        self._ticks.chosen.connect(self._go_to_tick)
        self.scrolled.connect(self._ticks.follow)
        self._cursor.changed.connect(self._on_cursor)
        self._current.changed.connect(self._on_current)
        self._current.ends_moved.connect(self.ends_moved)
        self._blink.changed.connect(self._update_caret)

    def show_text(
        self, text: str, *, direction_default_rtl: bool = True, headline: bool = True
    ) -> None:
        """Show an article from its beginning, without annotations.

        `direction_default_rtl` is the direction of paragraphs without letters; with
        `headline` the first written paragraph is set large, if it is short.
        """
        self.show_blocks(PageText(text, default_rtl=direction_default_rtl, headline=headline))

    def show_blocks(self, text: PageText) -> None:
        """Do as `show_text` does, with blocks that were found in a thread."""
        self._cursor.set(Selected(), reveal=False)
        self.set_current(None)
        self.set_text(text)
        self.set_annotations(())
        self.set_hits(())

    def set_placeholder(self, sentence: str) -> None:
        """Set the sentence that stands on an empty page."""
        self._placeholder = sentence
        self.viewport().update()

    def set_look(self, look: PageLook) -> None:
        """Set the page in another look; the line at the top stays there."""
        super().set_look(look)
        self._painter.set_colours(look.colours)
        self._ticks.set_colours(self.tags, look.colours)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Set the tags that annotations have."""
        self.tags = tags
        self._painter.set_tags(tags)
        self._ticks.set_colours(tags, self.look.colours)
        self.viewport().update()

    def set_hits(self, spans: Sequence[Span], current: int | None = None) -> None:
        """Draw what a search has found: spans in reading order, one of them stronger.

        The spans are kept, not copied; hand them over again when they have grown.
        """
        self._painter.set_hits(Hits(spans, current))
        self._ticks.set_hits(spans)
        self.viewport().update()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations and no others."""
        marks = Marks(annotations)
        self.set_marks(marks, Starts(marks.unordered()))

    def set_marks(self, marks: Marks, starts: Starts) -> None:
        """Show these annotations and no others; both may have been made in a thread."""
        self._current.marks = marks
        self._painter.set_marks(marks)
        self._ticks.set_starts(starts)
        self.viewport().update()

    def put_annotation(self, annotation: Annotation) -> None:
        """Show an annotation, in place of the one with its uid if there is one."""
        before = self._current.marks.get(annotation.uid)
        self._painter.forget(before)
        self._current.marks.put(annotation)
        self._painter.forget(annotation)
        self._ticks.replace(before, annotation)
        self._draw_anew(before, annotation)

    def remove_annotation(self, uid: str) -> None:
        """Show an annotation no longer; a uid that is not there is let pass."""
        gone = self._current.marks.remove(uid)
        self._painter.forget(gone)
        self._ticks.replace(gone, None)
        if self._current.uid == uid:
            self.set_current(None)
        self._draw_anew(gone)

    def set_ties(self, ties: Ties) -> None:
        """Draw what belongs to the current quote and stands beside it."""
        if ties != self._ties.ties:
            self._ties.ties = ties
            self.viewport().update()

    def set_unsaved(self, uids: frozenset[str]) -> None:
        """Draw these annotations, and only these, as not saved."""
        others = uids ^ self._painter.unsaved
        self._painter.unsaved = uids
        if len(others) > _FEW:
            self.viewport().update()
        else:
            self._draw_anew(*map(self._current.marks.get, others))

    def annotations(self) -> list[Annotation]:
        """Return the annotations that are shown, in reading order."""
        return self._current.marks.all()

    def annotations_at(self, cp: int) -> list[str]:
        """Return the uids of the annotations over a code point, the smallest span first."""
        return [annotation.uid for annotation in self._current.marks.at(cp)]

    def current(self) -> str | None:
        """Return the uid of the current annotation."""
        return self._current.uid

    def set_current(self, uid: str | None) -> None:
        """Make an annotation current, or none; no signal follows."""
        former = self._current.annotation
        self._current.uid = self._painter.current = uid
        self._draw_anew(former, self._current.annotation)

    def cycle_overlaps(self) -> None:
        """Make the next of the annotations at the caret current, from small to large."""
        self._current.cycle()

    def next_annotation(self) -> None:
        """Go to the annotation that follows in reading order."""
        self._current.walk(onward=True)

    def previous_annotation(self) -> None:
        """Go to the annotation that precedes in reading order."""
        self._current.walk(onward=False)

    def move_end(self, visual_step: str, which: str, *, by_word: bool = False) -> bool:
        """Ask for the "start" or "end" of the current annotation one step "left" or "right".

        The steps are graphemes or words. Returns whether there is a current annotation.
        """
        to_left, at_start = visual_step == "left", which == "start"
        asked = self._current.move_end(to_left=to_left, at_start=at_start, by_word=by_word)
        self.follow_surface()
        return asked

    def selection(self) -> tuple[int, int]:
        """Return the start and end of the selection, equal where nothing is selected."""
        return self._cursor.selected.range

    def caret(self) -> int:
        """Return the position of the caret, which is the moving end of the selection."""
        return self._cursor.selected.focus

    def select(self, start_cp: int, end_cp: int, *, scroll: bool = True) -> None:
        """Select a range, grown to whole graphemes; the caret goes to `end_cp`."""
        self._cursor.select(start_cp, end_cp, reveal=scroll)

    def select_word(self) -> None:
        """Select the word at the caret."""
        self._cursor.select_word()

    def select_sentence(self) -> None:
        """Select the sentence at the caret, or grow the selection to sentences, then paragraphs."""
        self._cursor.select_sentence()

    def select_paragraph(self) -> None:
        """Grow the selection to whole paragraphs."""
        self._cursor.select_paragraph()

    def select_all(self) -> None:
        """Select the whole text."""
        self._cursor.select_all()

    def clear_selection(self) -> bool:
        """Give the selection up and leave the caret; return whether there was one."""
        return self._cursor.clear()

    def rects_of(self, start_cp: int, end_cp: int) -> list[QRectF]:
        """Return the visual pieces of a range in pixels of the viewport, as high as their lines.

        Pieces out of view are told too, but of a range of more than 64 blocks only
        those near the view.
        """
        return self.surface.rects(start_cp, end_cp)

    def caret_rect(self) -> QRectF:
        """Return the rectangle of the caret in pixels of the viewport."""
        selected = self._cursor.selected
        return self.surface.caret(selected.focus, upstream=selected.upstream)[0]

    def _on_cursor(self, reveal: bool) -> None:
        selected = self._cursor.selected
        if reveal:
            self.surface.reveal(selected.focus, upstream=selected.upstream)
            self.keep_no_place()
            self.follow_surface()
        if self.hasFocus():
            self._blink.restart()
        for span in (self._selected.range, selected.range):
            self._draw_words_anew(*span)
        self._selected = selected
        self.selection_changed.emit(*selected.range)

    def _go_to_tick(self, cp: int) -> None:
        self.select(cp, cp)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_current(self, uid: str) -> None:
        self.set_current(uid or None)
        self.current_changed.emit(uid)

    def _draw_anew(self, *annotations: Annotation | None) -> None:
        """Paint the words anew on which annotations lie, or lay.

        Where others lie on them too, each may have another lane, down to the paragraph's end.
        """
        for one in annotations:
            if one is not None:
                span = one.start_cp, one.end_cp
                is_alone = all(each.uid == one.uid for each in self._current.marks.window(*span))
                self._draw_words_anew(*span, whole=not is_alone)

    def _draw_words_anew(self, start_cp: int, end_cp: int, *, whole: bool = False) -> None:
        """Paint the lines of a range anew, or its `whole` paragraphs."""
        self.viewport().update(lines_of(self.surface, start_cp, end_cp, whole=whole))

    def _update_caret(self) -> None:
        margin = self.surface.em
        box = self.caret_rect().adjusted(-margin, -1, margin, 1)
        self.viewport().update(box.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies in the region that needs it."""
        painter = QPainter(self.viewport())
        if not self.text():
            box = QRectF(self.viewport().rect())
            self._painter.paint_placeholder(painter, box, self._placeholder)
            return
        selected = self._cursor.selected
        for area in areas_of(event):
            painter.setClipRect(area)
            self._painter.paint(painter, area, selected.range)
            self._ties.paint(painter, self._painter.ink("quote").line)
        painter.setClipping(False)
        if self._blink.is_lit and (self.hasFocus() or selected.is_empty):
            box, rtl = self.surface.caret(selected.focus, upstream=selected.upstream)
            mixed = rtl != self.surface.text.is_rtl(self.surface.text.block_at(selected.focus))
            self._painter.paint_caret(painter, box, rtl=rtl, flagged=mixed, focused=self.hasFocus())
        self._ahead.follow()
