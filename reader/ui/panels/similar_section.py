"""Has this been claimed before? Earlier claims that say nearly the same, with their verdicts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QVBoxLayout, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.annotation import ClaimFields
from reader.model.entry import Entry
from reader.ui.library import Library
from reader.ui.panels.look import MARGIN, body, line_height, look_of, small
from reader.ui.panels.own_line import begins_right
from reader.ui.panels.prose import draw_own, draw_title, flat, tooltip
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_DOT = 8  # px


@dataclass(frozen=True, slots=True)
class EarlierClaim:
    """A claim that is like another: what it says, and how it was judged ("" for not at all)."""

    uid: str
    text: str
    verdict: str
    colour: str
    about: str  # whose it is, and where


class SimilarSection(Section):
    """`asked` carries the words that a claim says now and its uid; `show_found` answers.

    `claim_chosen` carries the uid of an earlier claim that is to be shown.
    """

    asked = Signal(str, str)
    claim_chosen = Signal(str)

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__("", library, language, parent)
        self.header.setText(self.tr("Claimed before?"))
        self.header.setAccessibleName(self.header.text())
        self.uid = ""
        self.rows: list[EarlierRow] = []
        self._hint = WrappedLabel(self)
        self._hint.setText(self.tr("No earlier claim says nearly the same."))
        self._hint.setFont(small(self.font()))
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._hint.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)

    def show_entry(self, entry: Entry) -> None:
        """Ask for the claims that are like this one."""
        annotation = entry.annotation
        self.uid = annotation.uid
        fields = annotation.fields
        said = fields.claim_text.strip() if isinstance(fields, ClaimFields) else ""
        self.asked.emit(said or annotation.exact, annotation.uid)

    def show_found(self, found: Sequence[EarlierClaim]) -> None:
        """Show claims, the most like one first."""
        if [row.claim for row in self.rows] == list(found):
            return
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [EarlierRow(one, self) for one in found]
        for row in self.rows:
            row.clicked.connect(partial(self._choose, row.claim.uid))
            self._list.addWidget(row)
        self._hint.setVisible(not found)
        self.set_count(len(found))
        self.grown.emit()

    def _choose(self, uid: str, *_: object) -> None:
        self.claim_chosen.emit(uid)


class EarlierRow(QAbstractButton):
    """One earlier claim: what it says in two lines, its verdict, whose it is and where."""

    def __init__(self, claim: EarlierClaim, parent: QWidget) -> None:
        super().__init__(parent)
        self.claim = claim
        self.setText(flat(claim.text).replace("&", "&&"))
        spoken = ", ".join(one for one in (claim.text, claim.verdict, claim.about) if one)
        self.setAccessibleName(flat(spoken))
        self.setToolTip(tooltip(f"{claim.text} ({self.tr('Space')})"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the size of three lines."""
        height = 2 * line_height(body(self.font())) + line_height(small(self.font()))
        return QSize(40 * GRID, height + 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and under them the verdict and where it was said."""
        look, rtl = look_of(self), begins_right(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), look.chosen if self.hasFocus() else look.hover)
        first = line_height(body(self.font()))
        room = self.rect().adjusted(MARGIN, GRID, -MARGIN, -GRID)
        painter.setFont(body(self.font()))
        painter.setPen(look.ink)
        words = QRect(room.left(), room.top(), room.width(), 2 * first)
        draw_title(painter, words, flat(self.claim.text), default=rtl)
        below = QRect(room.left(), room.top() + 2 * first, room.width(), room.height() - 2 * first)
        self._paint_verdict(painter, below)

    def _paint_verdict(self, painter: QPainter, room: QRect) -> None:
        look, rtl = look_of(self), begins_right(self)
        used = 0
        if self.claim.verdict:
            dot = QRect(room.left(), room.top() + (room.height() - _DOT) // 2, _DOT, _DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.claim.colour))
            painter.drawEllipse(QRectF(self._placed(room, dot)))
            painter.setFont(small(self.font(), QFont.Weight.Medium))
            painter.setPen(look.ink)
            verdict = flat(self.claim.verdict)
            width = painter.fontMetrics().horizontalAdvance(verdict) + 2
            place = QRect(dot.right() + GRID + 2, room.top(), width, room.height())
            draw_own(painter, self._placed(room, place), verdict, default=rtl)
            used = place.right() - room.left() + 2 * GRID
        painter.setFont(small(self.font()))
        painter.setPen(look.muted)
        rest = self._placed(room, room.adjusted(used, 0, 0, 0))
        draw_own(painter, rest, flat(self.claim.about), default=rtl)

    def _placed(self, room: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), room, part)
