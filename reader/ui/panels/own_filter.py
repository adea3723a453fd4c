"""The button by which a list is narrowed by free fields: it writes what the box understands."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.label import Language
from reader.model.codebook import OwnField
from reader.text.own_asked import asking
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.codebook import Codebook
from reader.ui.panels.menus import MenuButton
from reader.ui.panels.search_box import SearchBox

_NAME = QT_TRANSLATE_NOOP("OwnFilter", "Fields")
_TIP = QT_TRANSLATE_NOOP("OwnFilter", "Narrow by a field of your own (Space)")
_ANY = QT_TRANSLATE_NOOP("OwnFilter", "Anything")
# What stands before a field in the box, as `text/own_asked.py` reads it.
_WORDS = {"ar": "حقل", "en": "field"}


class OwnFilter(MenuButton):
    """Offers each free field with its choices; hidden while there is none.

    `tag` narrows them to those of one tag, "" for all.
    """

    def __init__(
        self,
        codebook: Codebook,
        box: SearchBox,
        language: Language,
        parent: QWidget,
        tag: str = "",
    ) -> None:
        menu = QMenu(parent)
        super().__init__(_said(_NAME), menu, parent)
        self.setObjectName("ownFilter")
        self.setToolTip(_said(_TIP))
        self._codebook = codebook
        self._tag = tag
        self._box = box
        self._language: Language = language
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._write)
        codebook.changed.connect(self._follow)
        self._follow()

    def _fields(self) -> tuple[OwnField, ...]:
        return self._codebook.fields_of(self._tag) if self._tag else self._codebook.fields()

    def _follow(self) -> None:
        """Show or hide the button as there are fields now."""
        self.setVisible(bool(self._fields()))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for own in self._fields():
            of_field = menu.addMenu(own.label.text(self._language).replace("&", "&&"))
            rows = [("", _said(_ANY))]
            rows += [(one.key, one.label.text(self._language)) for one in own.choices]
            for value, words in rows:
                action = of_field.addAction(words.replace("&", "&&"))
                action.setData(asking(own, value, _WORDS[self._language]))

    def _write(self, action: QAction) -> None:
        """Put what was chosen behind what is typed."""
        typed = self._box.text().strip()
        self._box.line.setText(f"{typed} {action.data()}".strip())
        self._box.line.setFocus()


def _said(source: str) -> str:
    return QCoreApplication.translate("OwnFilter", source)
