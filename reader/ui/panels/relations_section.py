"""The relations of an annotation, among its details: what it is tied to, and how."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from reader.label import Language
from reader.model.annotation import Annotation, Relation, oldest_first
from reader.model.change import Record
from reader.model.entry import Entry
from reader.model.vocabulary import RELATION_TYPES
from reader.text.controls import guarded, isolated
from reader.ui.library import Library
from reader.ui.panels.look import MARGIN
from reader.ui.panels.menus import INSET, MenuButton, choice_menu, plain_button
from reader.ui.panels.prose import flat
from reader.ui.panels.section import Section
from reader.ui.relation_acts import retype, unrelate, words_of
from reader.ui.theme import GRID

_WORDS_WIDTH = 60 * GRID  # px; longer words are shortened


class RelationsSection(Section):
    """One line a relation: its type, the other annotation, and what takes it away.

    It wishes for "open" with the uid of the other annotation, and for "relate".
    """

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(self.tr("Relations"), library, language, parent)
        self._uid = ""
        self._fixed = False
        self.lines: list[QWidget] = []
        self._more = plain_button(self.tr("Relate to another annotation…"), self.inside)
        self._more.setObjectName("relateMore")
        self._more.setToolTip(self.tr("Tie this annotation to another one (R)"))
        self._more.clicked.connect(self._wish_to_relate)
        self._more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_entry(self, entry: Entry) -> None:
        """Show what an annotation is tied to."""
        self._uid = entry.annotation.uid
        found = oldest_first(entry.relations)
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(one) for one in found]
        for place, line in enumerate(self.lines):
            self.body.insertWidget(place, line)
        self.set_count(len(found))
        self.grown.emit()

    def concerns(self, record: Record) -> bool:
        """Tell whether a record is a relation of this annotation, or an end of one of them."""
        if isinstance(record, Relation):
            return self._uid in (record.from_uid, record.to_uid)
        ends = {line.property("other") for line in self.lines}
        return isinstance(record, Annotation) and record.uid in ends

    def set_fixed(self, fixed: bool) -> None:
        """Let relations only be followed, or be edited."""
        self._fixed = fixed
        self._more.setDisabled(fixed)

    def _line(self, relation: Relation) -> QWidget:
        line = QWidget(self.inside)
        goes_out = relation.from_uid == self._uid
        other = relation.to_uid if goes_out else relation.from_uid
        line.setProperty("other", other)
        row = QHBoxLayout(line)
        row.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, 0)
        row.setSpacing(GRID)
        row.addWidget(self._type_button(relation, line, goes_out=goes_out))
        row.addWidget(self._other_button(other, line), 1)
        row.addWidget(self._delete_button(relation, line))
        return line

    def _type_button(self, relation: Relation, line: QWidget, *, goes_out: bool) -> MenuButton:
        rows = [(one.key, one.label.text(self._language), "") for one in RELATION_TYPES]
        menu = choice_menu(self.tr("Type of the relation"), rows, line, exclusive=True)
        for action in menu.actions():
            action.setChecked(action.data() == relation.type)
        menu.triggered.connect(partial(self._retype, relation))
        words = words_of(relation, self._language)
        button = MenuButton(words if goes_out else f"{words} ←", menu, line)
        button.setToolTip(
            self.tr("From this annotation to the other (Space)")
            if goes_out
            else self.tr("From the other annotation to this one (Space)")
        )
        button.setDisabled(self._fixed)
        return button

    def _other_button(self, uid: str, line: QWidget) -> QToolButton:
        other = self._library.annotation(uid)
        exact = guarded(flat(other.exact)) if other is not None else "–"
        tag = self._library.codebook.tag(other.tag).label.text(self._language) if other else ""
        button = plain_button("", line)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        metrics = QFontMetrics(button.font())
        shown = metrics.elidedText(exact, Qt.TextElideMode.ElideRight, _WORDS_WIDTH)
        button.setText(isolated(shown).replace("&", "&&"))
        button.setAccessibleName(f"{tag}: {exact}")
        button.setToolTip(self.tr("Go to it (Space)"))
        button.clicked.connect(partial(self._wish_to_open, uid))
        return button

    def _delete_button(self, relation: Relation, line: QWidget) -> QToolButton:
        button = plain_button("×", line)
        button.setObjectName("unrelate")
        button.setAccessibleName(self.tr("Take the relation away"))
        button.setToolTip(self.tr("Take the relation away (Space)"))
        button.setDisabled(self._fixed)
        button.clicked.connect(partial(self._delete, relation))
        return button

    def _retype(self, relation: Relation, action: QAction) -> None:
        retype(self._library, relation, str(action.data()))

    def _delete(self, relation: Relation, *_: object) -> None:
        unrelate(self._library, (relation,))

    def _wish_to_open(self, uid: str, *_: object) -> None:
        self.wished.emit("open", uid)

    def _wish_to_relate(self) -> None:
        self.wished.emit("relate", self._uid)
