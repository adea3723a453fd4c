"""The small bar of tags that appears at a selection."""

from PySide6 import QtGui
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.label import Language
from reader.model.tags import TAGS, Tag
from reader.ui.page.legible import mixed
from reader.ui.page.look import LIGHT, PageColours
from reader.ui.page.tiles import LineTiles

_GAP = 6
_SWATCH = 18

_STYLE = """
TagPopup {{ background: {paper}; border: 1px solid {border}; border-radius: 8px; }}
TagPopup QToolButton {{ color: {ink}; background: transparent; border: none;
    border-radius: 5px; padding: 4px 8px; }}
TagPopup QToolButton:hover, TagPopup QToolButton:pressed {{ background: {hover}; }}
"""


class TagPopup(QFrame):
    """One button for each tag: its colour and line, its name, its digit.

    It never takes the focus. Signals: `tag_requested` carries the key of the tag
    whose button was clicked.
    """

    tag_requested = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagPopup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        right_to_left = language == "ar"
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._language = language
        self._tags: tuple[Tag, ...] = TAGS
        self._colours = LIGHT
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(2)
        self.hide()
        self._build()

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer other tags."""
        self._tags = tags
        self._build()

    def set_colours(self, colours: PageColours) -> None:
        """Follow the theme of the page."""
        self._colours = colours
        self._build()

    def show_at(self, place: QRectF, room: QRect) -> None:
        """Appear below a place or, where there is no room, above it, within a room."""
        self.adjustSize()
        size = self.sizeHint()
        left = round(place.center().x() - size.width() / 2)
        top = round(place.bottom()) + _GAP
        if top + size.height() > room.bottom():
            top = round(place.top()) - _GAP - size.height()
        left = max(room.left() + _GAP, min(left, room.right() - _GAP - size.width()))
        top = max(room.top() + _GAP, min(top, room.bottom() - _GAP - size.height()))
        self.setGeometry(left, top, size.width(), size.height())
        self.show()
        self.raise_()

    def _build(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.setStyleSheet(
            _STYLE.format(
                paper=mixed(self._colours.paper, self._colours.ink, 0.04).name(),
                border=mixed(self._colours.paper, self._colours.ink, 0.3).name(),
                hover=mixed(self._colours.paper, self._colours.ink, 0.14).name(),
                ink=self._colours.ink,
            )
        )
        for tag in self._tags:
            button = self._button(tag)
            self._row.addWidget(button)
            button.show()

    def _button(self, tag: Tag) -> QToolButton:
        name = tag.label.text(self._language)
        button = QToolButton(self)
        button.setObjectName(tag.key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(self._swatch(tag))
        button.setIconSize(QSize(_SWATCH, _SWATCH))
        # An ampersand in a name is a letter, not a mnemonic.
        button.setText(f"{name} {tag.digit}".strip().replace("&", "&&"))
        button.setAccessibleName(name)
        button.clicked.connect(self._ask)
        return button

    def _swatch(self, tag: Tag) -> "QtGui.QIcon":
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(_SWATCH, _SWATCH) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        line = self._colours.line_of(tag.colour)
        painter.fillRect(QRectF(1, 2, _SWATCH - 2, _SWATCH - 8), _faded(line))
        tile = LineTiles(ratio).of(tag.line, line, 2.0)
        depth = tile.deviceIndependentSize().height()
        painter.drawTiledPixmap(QRectF(1, _SWATCH - 4 - depth / 2, _SWATCH - 2, depth), tile)
        painter.end()
        return QtGui.QIcon(picture)

    def _ask(self) -> None:
        button = self.sender()
        if button is not None:
            self.tag_requested.emit(button.objectName())


def _faded(colour: QColor) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(0.35)
    return faded
