"""The register and the page of whoever is chosen in it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.label import Language
from reader.ui.desk.register import Register
from reader.ui.desk.subject_page import SubjectPage
from reader.ui.desk.view import View
from reader.ui.library import Library
from reader.ui.panels.look import look_of
from reader.ui.theme import GRID

_REGISTER_WIDTH = 80 * GRID  # px


class SubjectsView(View):
    """Two halves: whom annotations point to, and what they point with."""

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__()
        self.setObjectName("subjectsView")
        self.setAccessibleName(self.tr("People, organisations and places"))
        self.register = Register(language, self)
        self.register.setMaximumWidth(_REGISTER_WIDTH)
        self.page = SubjectPage(library, language, self)
        edge = QWidget(self)
        edge.setFixedWidth(1)
        edge.setAutoFillBackground(True)
        palette = edge.palette()
        palette.setColor(edge.backgroundRole(), look_of(self).line)
        edge.setPalette(palette)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.register, 2)
        row.addWidget(edge)
        row.addWidget(self.page, 5)

    def keyboard_stop(self) -> QWidget:
        """Return the names, or the box where there is none."""
        return self.register.keyboard_stop()
