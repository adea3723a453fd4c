"""Two states of a text on one page: struck, underlined, and moved from one number to the other."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reader.label import Label, Language
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.text.merging import Merged
from reader.ui.page.look import PageLook
from reader.ui.page.strokes import Inks
from reader.ui.page.tiles import LineTiles
from reader.ui.page.view import PageView
from reader.ui.panels.look import small
from reader.ui.theme import GRID

# By the kinds of `text.comparing`: how a place looks. The line tells it without its colour.
DIFFERENCES = (
    Tag("removed", Label("Removed", "حُذف"), "#c8323c", "", "struck"),
    Tag("added", Label("Added", "أُضيف"), "#1d8a4e", "", "solid"),
    Tag("moved_away", Label("Moved away", "نُقل من هنا"), "#7a4fc9", "", "dashed"),
    Tag("moved_here", Label("Moved here", "نُقل إلى هنا"), "#7a4fc9", "", "wavy"),
)
_SWATCH = QSize(9 * GRID, 6 * GRID)


class DifferencePage(PageView):
    """Shows a merged text, to be read only; the places that differ are walked through.

    Enter, or a double click, goes from one place of a move to the other.
    """

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(language, parent)
        self.setObjectName("differencePage")
        self.set_popup_enabled(False)
        self.set_tags(DIFFERENCES)
        self._merged = Merged("", ())
        self.note_edit_requested.connect(self.go_to_other_end)

    def show_merged(self, merged: Merged, *, rtl: bool) -> None:
        """Show both states of a text."""
        self._merged = merged
        self.show_text(merged.text, direction_default_rtl=rtl)
        self.set_annotations(
            Annotation(
                uid=str(number),
                revision_uid="",
                tag=place.kind,
                start_cp=place.start_cp,
                end_cp=place.end_cp,
                exact=merged.text[place.start_cp : place.end_cp],
                annotator_uid="",
            )
            for number, place in enumerate(merged.places)
        )

    def go_to(self, at: int) -> None:
        """Make a place the current one and show it."""
        self.scroll_to(self._merged.places[at].start_cp)
        self.select(*[self._merged.places[at].start_cp] * 2)
        self.set_current(str(at))

    def go_to_other_end(self, *_: object) -> bool:
        """Go from one place of a move to the other; tell whether the current one was moved."""
        current = self.current()
        other = self._merged.other_end(int(current)) if current else None
        if other is not None:
            self.go_to(other)
        return other is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow a move with Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and self.go_to_other_end()):
            super().keyPressEvent(event)


class Legend(QWidget):
    """What each look means, with how many words it has."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._labels: dict[str, QLabel] = {}
        self._swatches: list[_Swatch] = []
        self._language = language
        for tag in DIFFERENCES:
            swatch, label = _Swatch(tag, self), QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(small(self.font()))
            label.setText(tag.label.text(language))
            self._labels[tag.key] = label
            self._swatches.append(swatch)
            row.addWidget(swatch)
            row.addWidget(label)
            row.addSpacing(3 * GRID)
        row.addStretch(1)

    def show_counts(self, words: dict[str, str]) -> None:
        """Say how many words are of each kind; `words` tell it by kind."""
        for tag in DIFFERENCES:
            name = tag.label.text(self._language)
            self._labels[tag.key].setText(f"{name}: {words[tag.key]}")

    def set_look(self, look: PageLook) -> None:
        """Draw in the colours of the page."""
        for swatch in self._swatches:
            swatch.look = look
            swatch.update()


class _Swatch(QWidget):
    """A small piece of ground with the line of a kind."""

    def __init__(self, tag: Tag, parent: QWidget) -> None:
        super().__init__(parent)
        self._tag = tag
        self.look = PageLook()
        self.setFixedSize(_SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line."""
        painter = QPainter(self)
        colours = self.look.colours
        inks = Inks(DIFFERENCES, colours)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.fillRect(self.rect(), inks.ground((self._tag.key,)))
        tile = LineTiles(self.devicePixelRatioF()).of(
            self._tag.line, colours.line_of(self._tag.colour), 2.0
        )
        depth = tile.deviceIndependentSize().height()
        is_struck = self._tag.line == "struck"
        top = (self.height() - depth) / 2 if is_struck else self.height() - depth - GRID
        painter.drawTiledPixmap(QRectF(0, top, self.width(), depth), tile)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        self.update()
