"""How annotations are tied to each other, and when the page draws it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from reader.label import Language
from reader.model.annotation import Annotation, Relation
from reader.model.change import Change
from reader.text.controls import guarded
from reader.ui.action_set import Actions
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.drawn_relations import DrawnRelation
from reader.ui.page.view import PageView
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.prose import flat
from reader.ui.relate_bar import RelateBar
from reader.ui.relation_acts import relate, relations_on, words_of
from reader.ui.settings import Settings

_MOST_OTHERS = 80  # in the list; the nearest of them
_SHOWN_CP = 60


class RelationController(QObject):
    """Asks for the other annotation, and draws the relations of the current one, or all."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._annotations = annotations
        self._settings = settings
        self._language: Language = settings.language()
        self._from = ""
        self._current = ""
        self.bar = RelateBar(self._language, window)
        window.put_below_page(self.bar)
        self.bar.picked.connect(self._tie_to)
        self.bar.closed.connect(self.stop)
        page.annotation_clicked.connect(self._tie_to)
        annotations.opened.connect(self._follow_current)
        library.changed.connect(self._follow)
        articles.shown.connect(self._begin_anew)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"relate": self.begin, "show_relations": self._switch}

    def take(self, actions: Actions, details: DetailsPanel) -> None:
        """Take over the switch and what the details wish for."""
        actions["show_relations"].setChecked(self._settings.get("show_relations"))
        details.sections.wished.connect(self._grant)

    def begin(self) -> None:
        """Ask what the current annotation is to be related to."""
        one = self._library.annotation(self._current) if self._current else None
        if one is None:
            self._window.notices.tell(self.tr("Choose an annotation first, then relate it."))
            return
        self._from = one.uid
        self.bar.ask(_shortened(one), self._others(one))

    def stop(self) -> None:
        """Relate to nothing."""
        self._from = ""
        self.bar.hide()
        self._page.setFocus()

    def _others(self, one: Annotation) -> list[tuple[str, str]]:
        """Return the annotations nearest to one in its text, in reading order."""
        held = [other for other in self._library.held(one.revision_uid) if other.uid != one.uid]
        held.sort(key=lambda other: abs(other.start_cp - one.start_cp))
        near = sorted(held[:_MOST_OTHERS], key=lambda other: (other.start_cp, -other.end_cp))
        book, language = self._library.codebook, self._language
        return [
            (other.uid, f"{book.tag(other.tag).label.text(language)} · {_shortened(other)}")
            for other in near
        ]

    def _tie_to(self, uid: str) -> None:
        if not self._from or uid == self._from:
            return
        from_uid = self._from
        self.stop()
        if relate(self._library, from_uid, uid, self.bar.type_key) is None:
            self._window.notices.tell(self.tr("The two are related so already."))
        self._annotations.open_here(from_uid)

    def _grant(self, key: str, uid: str) -> None:
        if key == "relate":
            self.begin()
        elif key == "open":
            self._annotations.open_anywhere(uid)
        elif key == "open_article":
            self._articles.show(uid)

    def _switch(self, shown: bool) -> None:
        self._settings.set("show_relations", shown)
        self._draw()

    def _follow_current(self, uid: str) -> None:
        self._current = uid
        if not self._settings.get("show_relations"):
            self._draw()

    def _begin_anew(self, *_: object) -> None:
        self._current = ""
        if self._from:
            self.stop()
        self._draw()

    def _follow(self, change: Change) -> None:
        kinds = {one.kind for one in change.edits}
        if "relation" in kinds or ("annotation" in kinds and self._page.relations()):
            self._draw()

    def _draw(self) -> None:
        """Draw the relations of the current annotation, or those of the whole text."""
        here = self._articles.revision
        if here is None:
            self._page.set_relations(())
            return
        if self._settings.get("show_relations"):
            found = relations_on(self._library, here.uid)
        else:
            found = self._library.relations(self._current) if self._current else []
        drawn = (self._drawn(one, here.uid) for one in found)
        self._page.set_relations(one for one in drawn if one is not None)

    def _drawn(self, relation: Relation, revision_uid: str) -> DrawnRelation | None:
        ends = [self._library.annotation(uid) for uid in (relation.from_uid, relation.to_uid)]
        spans = [
            (one.start_cp, one.end_cp)
            for one in ends
            if one is not None and one.revision_uid == revision_uid and one.anchor != "orphan"
        ]
        if len(spans) < len(ends):
            return None
        return DrawnRelation(spans[0], spans[1], words_of(relation, self._language))


def _shortened(one: Annotation) -> str:
    words = guarded(flat(one.exact))
    return words if len(words) <= _SHOWN_CP else f"{words[:_SHOWN_CP].rstrip()}…"
