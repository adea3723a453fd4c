"""Who made an annotation, when, and how."""

from datetime import datetime, timedelta

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.vocabulary import ORIGINS, label_of
from reader.text.controls import guarded, isolated
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.moments import time_in_words
from reader.ui.panels.prose import listed
from reader.ui.panels.wrapped_label import WrappedLabel

_SAME = timedelta(seconds=1)


class Provenance(WrappedLabel):
    """Two or three quiet lines under the fields."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("provenance")
        self.setFont(small(self.font()))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)

    def show_annotation(self, annotation: Annotation, annotator: str) -> None:
        """Tell where an annotation comes from; `annotator` is a person's name."""
        origin = label_of(ORIGINS, annotation.origin).text(self._language)
        name = isolated(guarded(annotator)) if annotator else ""
        created = self.tr("Created {when}").format(when=self._told(annotation.created_at))
        lines = [listed((name, origin), self._language), created]
        if annotation.updated_at - annotation.created_at > _SAME:
            lines.append(self.tr("Changed {when}").format(when=self._told(annotation.updated_at)))
        self.setText("\n".join(lines))

    def _told(self, moment: datetime) -> str:
        return time_in_words(moment, self._language)
