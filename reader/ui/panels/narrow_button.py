"""The button by which annotations are narrowed by the numbers of claims, and by place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.annotation import ClaimFields
from reader.model.change import Change
from reader.model.fields import subject_uid_of
from reader.text.folding import fold
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.known_places import KnownPlaces
from reader.ui.library import Library
from reader.ui.panels.annotations_model import AnnotationsModel, Listed
from reader.ui.panels.menus import MenuButton
from reader.ui.panels.prose import flat
from reader.ui.theme import GRID

_NAME = QT_TRANSLATE_NOOP("NarrowButton", "Narrow")
_TIP = QT_TRANSLATE_NOOP("NarrowButton", "Narrow by numbers or place (Space)")
_ALL = QT_TRANSLATE_NOOP("NarrowButton", "All")
_WITH, _WITHOUT = "some", "none"
_FIGURES = (
    (_WITH, QT_TRANSLATE_NOOP("NarrowButton", "Claims with numbers")),
    (_WITHOUT, QT_TRANSLATE_NOOP("NarrowButton", "Claims without a number")),
)
# What annotations are narrowed by: the field of Narrowed, and what it is called.
_NARROWINGS = (
    ("figures", QT_TRANSLATE_NOOP("NarrowButton", "Numbers")),
    ("place", QT_TRANSLATE_NOOP("NarrowButton", "Place")),
)
_SHOWN_CP = 16
_LEAST_WIDTH = 8 * GRID  # px; room for the chevron and a beginning


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which annotations are shown; "" lets all of them through.

    `place` is a key of KnownPlaces; `uids` and `names` are of it and of all within it.
    """

    figures: str = ""
    place: str = ""
    uids: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def passes(self, value: Listed) -> bool:
        """Tell whether an annotation is let through."""
        one = value.annotation
        claim = one.fields if isinstance(one.fields, ClaimFields) else None
        if self.figures and (claim is None or bool(claim.numbers) != (self.figures == _WITH)):
            return False
        if not self.place or subject_uid_of(one) in self.uids:
            return True
        return claim is not None and fold(claim.place).strip() in self.names


class NarrowButton(MenuButton):
    """Offers the sorts of numbers, and the places that the annotations of a list name."""

    def __init__(
        self,
        model: AnnotationsModel,
        rearrange: Callable[[Callable[[], None]], None],
        library: Library,
        language: Language,
        parent: QWidget,
    ) -> None:
        menu = QMenu(parent)
        super().__init__(_said(_NAME), menu, parent)
        self.setObjectName("narrowAnnotations")
        self.setToolTip(_said(_TIP))
        self._model = model
        self._rearrange = rearrange
        self._language = language
        self._places = KnownPlaces(library.subjects)
        self.wanted = Narrowed()
        self._menus = {key: menu.addMenu(_said(words)) for key, words in _NARROWINGS}
        for key, one in self._menus.items():
            one.triggered.connect(partial(self._choose, key))
        menu.aboutToShow.connect(self._fill)
        library.changed.connect(self._follow)

    def _fill(self) -> None:
        """Offer what the annotations hold now."""
        for key, menu in self._menus.items():
            rows = self._rows(key)
            menu.clear()
            menu.setEnabled(bool(rows))
            held = getattr(self.wanted, key)
            for value, said in (("", _said(_ALL)), *rows):
                action = menu.addAction(said.replace("&", "&&"))
                action.setData(value)
                action.setCheckable(True)
                action.setChecked(value == held)

    def _rows(self, key: str) -> list[tuple[str, str]]:
        if key == "figures":
            return [(value, _said(words)) for value, words in _FIGURES]
        annotations = [value.annotation for value in self._model.values()]
        texts = (one.fields.place for one in annotations if isinstance(one.fields, ClaimFields))
        uids = filter(None, map(subject_uid_of, annotations))
        return [(value, flat(name)) for value, name in self._places.offered(texts, uids)]

    def _choose(self, key: str, action: QAction) -> None:
        chosen = str(action.data() or "")
        if key == "place":
            self._take(self._with_place(chosen))
        else:
            self._take(replace(self.wanted, figures=chosen))

    def _with_place(self, key: str) -> Narrowed:
        uids, names = self._places.uids_of(key), self._places.names_of(key)
        return replace(self.wanted, place=key, uids=uids, names=names)

    def _take(self, wanted: Narrowed) -> None:
        """Narrow the list, and say by what."""
        self.wanted = wanted
        said = list(self._chosen_words())
        shown = [one if len(one) <= _SHOWN_CP else f"{one[: _SHOWN_CP - 1]}…" for one in said]
        between = "، " if self._language == "ar" else ", "
        self.setText(between.join(shown) or _said(_NAME))
        self.setToolTip("\n".join((*said, _said(_TIP))))
        self.setAccessibleName(": ".join(filter(None, (_said(_NAME), between.join(said)))))
        lets_through = None if wanted == Narrowed() else wanted.passes
        self._rearrange(partial(self._model.narrow, lets_through))

    def _chosen_words(self) -> Iterator[str]:
        for key, _ in _NARROWINGS:
            held = getattr(self.wanted, key)
            if held:
                yield dict(self._rows(key)).get(held, held)

    def _follow(self, change: Change) -> None:
        """Take in that the register has changed: other places may be within the chosen one."""
        if self.wanted.place and any(one.kind == "subject" for one in change.edits):
            is_there = self.wanted.place in dict(self._rows("place"))
            self._take(self._with_place(self.wanted.place if is_there else ""))

    def minimumSizeHint(self) -> QSize:
        """Return less than the words need: the panel is to be as narrow as its list can be."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())


def _said(source: str) -> str:
    return QCoreApplication.translate("NarrowButton", source)
