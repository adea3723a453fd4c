"""The page with its margin: notes beside the words while there is room for them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.columns import Side
from reader.ui.page.cursor import Selected
from reader.ui.page.document import PageText
from reader.ui.page.drawn_relations import DrawnRelation, RelationPainter
from reader.ui.page.look import PageLook
from reader.ui.page.margin import NoteMargin, PlacedNote
from reader.ui.page.margin_painting import MarginPainter
from reader.ui.page.marked import MarkedPage
from reader.ui.page.marks import Marks
from reader.ui.page.remarks import Remark, Remarks
from reader.ui.page.renewing import areas_of, margin_of
from reader.ui.page.ticks import Starts


class NotedPage(MarkedPage):
    """A page whose annotations tell their notes in the margin.

    Signals, beside those of `MarkedPage`:
        annotation_clicked: the uid of an annotation that was clicked.
        note_edit_requested: the uid of an annotation whose note was clicked twice.
        notes_moved: notes may stand elsewhere now.
    """

    annotation_clicked = Signal(str)
    note_edit_requested = Signal(str)
    notes_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes_beside = False
        self._margin = NoteMargin(self.surface, self.look, Remarks(self._current.marks))
        self._margin_painter = MarginPainter(self.surface, self._margin, self.look.colours)
        self._margin_painter.set_shapes(self._painter.shapes)
        self._margin_painter.set_locale(self.locale())
        self._relations = RelationPainter(self.surface)
        self.scrolled.connect(self.notes_moved)
        self.scrolled.connect(self._draw_relations_anew)

    def set_notes_beside(self, beside: bool) -> None:
        """Show notes in the margin when there is room, or never."""
        self._notes_beside = beside
        self._make_room()

    def set_verdicts(self, verdicts: Mapping[str, str]) -> None:
        """Set what was ruled on claims, in words, by the annotations' uids."""
        self._margin.set_remarks(Remarks(self._current.marks, verdicts))
        self.viewport().update()  # the signs on the words too
        self._show_notes_anew()

    def notes_shown(self) -> bool:
        """Tell whether notes stand beside the words now."""
        return self._margin.is_shown

    def note_box(self, uid: str) -> QRectF | None:
        """Return where a note stands in pixels of the viewport; None out of view, or without."""
        return self._margin.box_of(uid)

    def remark(self, uid: str) -> Remark | None:
        """Return what the margin tells of an annotation; None where there is none of that uid."""
        return self._margin.remarks.get(uid)

    def go_to_note(self, uid: str) -> None:
        """Make the annotation of a note current and bring its words in view."""
        annotation = self._current.marks.get(uid)
        if annotation is not None:
            self._current.make(uid)
            self._cursor.set(Selected(annotation.start_cp, annotation.start_cp))

    def walk_notes(self, *, onward: bool) -> bool:
        """Go to the annotation with a note that follows, or precedes; tell whether there is one.

        From the current annotation, or else from the caret.
        """
        found = self._current.beside(onward=onward, passes=self._margin.tells)
        if found is not None:
            self.go_to_note(found.uid)
        return found is not None

    def note_font(self) -> QFont:
        """Return the font of notes in the margin."""
        return self._margin.texts().setting.font

    def edit_note(self, uid: str | None, height: int = 0) -> None:
        """Leave a room of a height in pixels for writing a note; None for no longer."""
        edited = None if uid is None else (uid, height)
        if edited != self._margin.edited:
            self._margin.edited = edited
            self._show_notes_anew()

    def placed_notes(self) -> list[PlacedNote]:
        """Return the notes beside the words in view, from top to bottom."""
        return self._margin.placed()

    def set_text(self, text: PageText) -> None:
        """Show a text from its beginning."""
        super().set_text(text)
        self._make_room()

    def set_look(self, look: PageLook) -> None:
        """Set the page in another look; the line at the top stays there."""
        self._margin.set_look(look)
        self._margin_painter.set_colours(look.colours)
        super().set_look(look)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Set the tags that annotations have."""
        super().set_tags(tags)
        self._margin_painter.set_tags(tags)

    def set_marks(self, marks: Marks, starts: Starts) -> None:
        """Show these annotations and no others."""
        super().set_marks(marks, starts)
        verdicts = self._margin.remarks.verdicts
        self._margin.set_remarks(Remarks(self._current.marks, verdicts))
        self._margin_painter.set_shapes(self._painter.shapes)
        self._show_notes_anew()

    def put_annotation(self, annotation: Annotation) -> None:
        """Show an annotation, in place of the one with its uid if there is one."""
        before = self._current.marks.get(annotation.uid)
        super().put_annotation(annotation)
        self._margin.follow(before, annotation)
        self._draw_signs_anew(before, annotation)
        self._show_notes_anew()

    def remove_annotation(self, uid: str) -> None:
        """Show an annotation no longer; a uid that is not there is let pass."""
        before = self._current.marks.get(uid)
        super().remove_annotation(uid)
        self._margin.follow(before, None)
        self._draw_signs_anew(before)
        self._show_notes_anew()

    def set_current(self, uid: str | None) -> None:
        """Make an annotation current, or none; no signal follows."""
        super().set_current(uid)
        self._margin.current = uid
        self._show_notes_anew()

    def set_relations(self, shown: Iterable[DrawnRelation]) -> None:
        """Draw these relations, and no others."""
        self._relations.shown = tuple(shown)
        self.viewport().update()

    def relations(self) -> tuple[DrawnRelation, ...]:
        """Return the relations that are drawn."""
        return self._relations.shown

    def _make_room(self) -> None:
        """Put the column where notes have their room: beside where the lines end."""
        side: Side = ""
        if self._notes_beside and self.text():
            side = "left" if self.surface.text.is_mostly_rtl else "right"
        anchor = self._kept_anchor()
        self.surface.set_notes_side(side)
        self._hold(anchor)
        self.viewport().update()

    def _show_notes_anew(self) -> None:
        self._draw_notes_anew()
        self.notes_moved.emit()

    def _draw_signs_anew(self, *annotations: Annotation | None) -> None:
        """Paint the paragraphs anew in which the signs of notes may be numbered in another way."""
        for one in annotations:
            if one is not None and self._margin.remarks.of(one) is not None:
                self._draw_words_anew(one.start_cp, one.end_cp, whole=True)

    def _draw_notes_anew(self) -> None:
        """Paint the margin anew, up to the words."""
        if self._margin.is_shown:
            self.viewport().update(margin_of(self.surface))

    def _draw_relations_anew(self) -> None:
        """Paint relations anew: their words stand in the middle of what is in view of them."""
        if self._relations.shown:
            self.viewport().update()

    def _note_at(self, point: QPointF) -> PlacedNote | None:
        return self._margin.at(point) if self._margin.is_shown else None

    def _hover(self, note: PlacedNote | None) -> None:
        uid = None if note is None or note.folded else note.remark.uid
        if uid != self._margin_painter.hovered:
            self._margin_painter.hovered = uid
            self._draw_notes_anew()

    def _choose(self, note: PlacedNote) -> None:
        """Make the annotation of a note current and bring its line in view."""
        self.go_to_note(note.remark.uid)
        self.annotation_clicked.emit(note.remark.uid)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, then its margin."""
        super().paintEvent(event)
        if not self.text():
            return
        painter = QPainter(self.viewport())
        for area in areas_of(event):
            painter.setClipRect(area)
            self._margin_painter.paint(painter, area)
        painter.end()
        if self._relations.shown:
            self._relations.paint(
                QPainter(self.viewport()), QRectF(event.rect()), self.look.colours
            )

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the note under the pointer."""
        self._hover(None)
        super().leaveEvent(event)
