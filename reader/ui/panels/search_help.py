"""What the search panel shows before anything is sought: how to ask, by examples to click."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStyle, QVBoxLayout, QWidget

from reader.label import Label, Language
from reader.text.direction import is_rtl
from reader.ui.panels.look import MARGIN, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, numbers_kept
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

# Each example as it is typed, and what it finds, in both languages.
EXAMPLES = (
    (
        Label("مياه الشرب", "مياه الشرب"),
        Label("both words, however they are spelt", "الكلمتان معًا، أيًّا كان رسمهما"),
    ),
    (
        Label('"نسبة الفاقد"', "«نسبة الفاقد»"),
        Label("these words in this order", "الكلمات بهذا الترتيب"),
    ),
    (Label("المحطة -نهر", "المحطة -نهر"), Label("not the second word", "بلا الكلمة الثانية")),
    (
        Label("tag:claim ألف", "علامة:ادعاء ألف"),
        Label("in claims only", "في الادعاءات وحدها"),
    ),
    (
        Label('speaker:"الراوندي"', "القائل:«الراوندي»"),
        Label("what somebody says or claims", "ما قاله شخص أو ادعاه"),
    ),
    (
        Label("field:tone=calm", "حقل:نبرة=هادئة"),
        Label("what holds a value in a field of your own", "ما فيه قيمة في حقل من حقولك"),
    ),
    (
        Label("publisher:Reuters", "الناشر:رويترز"),
        Label("what a publisher brought out", "ما نشرته جهة"),
    ),
    (
        Label("after:2020 before:2021-06", "بعد:2020 قبل:2021-06"),
        Label("between two dates", "بين تاريخين"),
    ),
)


class SearchHelp(QScrollArea):
    """A list of examples; `chosen` carries the one that a person clicks."""

    chosen = Signal(str)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchHelp")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2 * GRID, 0, 2 * GRID)
        column.setSpacing(0)
        self._words = WrappedLabel(inner)
        self._words.setText(
            self.tr("Search all articles, notes, names and evidence. Click an example to try it:")
        )
        self.setAccessibleName(self._words.text())
        self._words.setForegroundRole(self._words.palette().ColorRole.PlaceholderText)
        self._words.setFont(small(self.font()))
        self._words.setContentsMargins(MARGIN, 0, MARGIN, 2 * GRID)
        column.addWidget(self._words)
        for typed, meaning in EXAMPLES:
            example = Example(typed.text(language), meaning.text(language), inner)
            example.chosen.connect(self.chosen)
            column.addWidget(example)
        column.addStretch(1)
        self.setWidget(inner)


class Example(QPushButton):
    """A query with what it finds beneath; a click or Space tries it."""

    chosen = Signal(str)

    def __init__(self, typed: str, meaning: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = typed
        self._meaning = meaning
        self.setAccessibleName(f"{typed} — {meaning}")
        self.setToolTip(self.tr("Try this search"))
        self.setFlat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self._typed)

    def sizeHint(self) -> QSize:
        """Return the size of two lines."""
        height = line_height(body(self.font())) + line_height(small(self.font()))
        return QSize(0, height + 3 * GRID)

    def event(self, event: QEvent) -> bool:
        """Paint anew when the keyboard comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the query in the accent colour, and its meaning."""
        look = look_of(self)
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), look.hover)
        if self.hasFocus():
            bar = QRect(0, GRID, 3, self.height() - 2 * GRID)
            painter.fillRect(
                QStyle.visualRect(self.layoutDirection(), self.rect(), bar), look.accent
            )
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first = line_height(body(self.font()))
        room = self.rect().adjusted(MARGIN, GRID, -MARGIN, -GRID)
        painter.setFont(body(self.font()))
        painter.setPen(look.accent)
        line = QRect(room.left(), room.top(), room.width(), first)
        draw_line(
            painter,
            line,
            numbers_kept(self._typed),
            rtl=is_rtl(self._typed, mirrored),
            from_right=mirrored,
        )
        painter.setFont(small(self.font()))
        painter.setPen(look.muted)
        line = QRect(room.left(), room.top() + first, room.width(), room.height() - first)
        draw_line(
            painter, line, self._meaning, rtl=is_rtl(self._meaning, mirrored), from_right=mirrored
        )
