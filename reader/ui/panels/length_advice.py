"""How long a text is that is better short: a quiet count beside its name, advice under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from reader.label import Language
from reader.model.fields.field import length_of
from reader.ui.panels.look import small
from reader.ui.panels.moments import locale_of
from reader.ui.panels.wrapped_label import WrappedLabel


class LengthAdvice(WrappedLabel):
    """Tells of a text from `advised_cp` code points on; it refuses nothing.

    `count` is the label that counts; `told` says that the advice is another now.
    """

    told = Signal()

    def __init__(self, advised_cp: int, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._advised = advised_cp
        self._locale = locale_of(language)
        self.count = QLabel(parent)
        self.count.setObjectName("lengthCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("lengthAdvice")
        for label in (self, self.count):
            label.setFont(small(parent.font()))
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.hide()

    def advice(self) -> str:
        """Return what is said, "" for nothing."""
        return "" if self.isHidden() else self.text()

    def show_text(self, text: str) -> None:
        """Count a text, and say so where it is too long to be shown whole elsewhere."""
        length, most = length_of(text), self._locale.toString(self._advised)
        words = self.tr("{count} of {most}")
        self.count.setText(words.format(count=self._locale.toString(length), most=most))
        self.count.setVisible(length > 0)
        sentence = self.tr(
            "%Ln character(s). One sentence of at most {most} is advised; ClaimReview asks for"
            " fewer than {most}.",
            "",
            length,
        )
        self.setText(sentence.format(most=most))
        self.setVisible(length >= self._advised)
        self.told.emit()
