"""What is done with the codebook, and everything in the window that follows it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from reader.errors import ReaderError
from reader.label import Language
from reader.model.codebook import Template
from reader.model.tags import Tag
from reader.ui.action_set import Actions
from reader.ui.actions import tag_specs
from reader.ui.bulk_acts import by_template, from_template, with_choice, with_note_added
from reader.ui.codebook_acts import CodebookActs
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.controllers.codebook_files import CodebookFiles
from reader.ui.desk.codebook_view import CodebookView
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.working_actions import template_specs


class ShowsTags(Protocol):
    """A part of the window that shows tags."""

    def set_tags(self, tags: tuple[Tag, ...], /) -> None:
        """Show these tags from now on."""


class CodebookController(QObject):
    """Lets menus, keys, tool bar, page and panels follow the tags, whoever changes them."""

    filled = Signal()

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        page: PageView,
        articles: ArticleController,
        annotations: AnnotationController,
        acts: LargeActs,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._page = page
        self._articles = articles
        self._large = acts
        self._window = window
        self._library = library
        self._annotations = annotations
        self._language: Language = language
        self._actions: Actions | None = None
        self._view: CodebookView | None = None
        self._acts = CodebookActs(library)
        self.files = CodebookFiles(window, library, acts, language)
        window.views.add("codebook", self.tr("Tags"), self._build)
        window.views.shown.connect(self._follow_view)
        self._shown: tuple[ShowsTags, ...] = ()
        self._known = library.tags()
        self._templates: tuple[Template, ...] = ()
        library.codebook.changed.connect(self._follow)

    def take(self, actions: Actions, shown: tuple[ShowsTags, ...]) -> None:
        """Take over the actions of tags, and the parts of the window that show tags."""
        self._actions = actions
        self._shown = shown
        actions.connect_all(self._applying())
        self._offer_templates()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        return self._view is None or self._view.commit()

    def _build(self) -> CodebookView:
        self._view = CodebookView(self._library, self._acts, self._taken_keys, self._language)
        self._view.failed.connect(self._window.notices.complain)
        self._view.import_wanted.connect(self._choose_import)
        self._view.export_wanted.connect(self._choose_export)
        return self._view

    def _choose_import(self) -> None:
        if self.commit():
            self.files.choose_import()

    def _choose_export(self) -> None:
        if self.commit():
            self.files.choose_export()

    def _follow_view(self, key: str) -> None:
        if self._view is not None and key == "codebook":
            self._view.refresh()

    def _taken_keys(self) -> frozenset[str]:
        """Return the single keys that do something else than tag."""
        every = self._actions.all() if self._actions is not None else []
        others = (spec for spec, _ in every if not spec.key.startswith("tag_"))
        return frozenset(key for spec in others for key in spec.keys if len(key) == 1)

    def apply_template(self, uid: str, *_: object) -> None:
        """Mark the selection as a template says; without one, make the current annotation so."""
        template = next(one for one in self._library.codebook.templates() if one.uid == uid)
        revision, current = self._articles.revision, self._page.current()
        start_cp, end_cp = self._page.selection()
        try:
            if revision is not None and start_cp < end_cp:
                plan = from_template(self._library, template, revision, start_cp, end_cp)
                self._library.carry_out(plan)
                new = next(one for one in plan.edits if one.kind == "annotation")
                self._page.select(end_cp, end_cp, scroll=False)
                self._annotations.open_here(new.uid)
            elif current is not None:
                self._library.carry_out(by_template(self._library, template, current))
            else:
                self._window.notices.tell(self.tr("Select words first, then press the key."))
        except ReaderError as error:
            self._window.notices.complain(error)

    def fill_field(self, uids: list[str], key: str, value: str) -> None:
        """Give many annotations a value in a field, as one act, and tell it by `filled`."""
        plan = partial(with_choice, self._library, uids, key, value)
        try:
            self._large.do("bulk", len(uids), plan, self._tell_filled)
        except ReaderError as error:
            self._window.notices.complain(error)

    def _tell_filled(self, _change: object) -> None:
        self.filled.emit()

    def add_note(self, uids: list[str], words: str) -> None:
        """Write words under the notes of many annotations, as one act."""
        self._large.do("bulk", len(uids), partial(with_note_added, self._library, uids, words))

    def _applying(self) -> Mapping[str, Callable[..., object]]:
        return {
            f"tag_{tag.key}": partial(self._annotations.apply_tag, tag.key) for tag in self._known
        }

    def _follow(self) -> None:
        """Show the tags and templates of now, where they are others."""
        tags = self._library.tags()
        if self._actions is None:
            return
        self._offer_templates()
        if tags == self._known:
            return
        self._known = tags
        self._actions.replace("tag_", tag_specs(tags, self._language))
        self._actions.connect_all(self._applying())
        self._build_menus(self._actions)
        for one in self._shown:
            one.set_tags(tags)

    def _offer_templates(self) -> None:
        """Have an action for each template: its name in the menu, its key with Ctrl."""
        templates = self._library.codebook.templates()
        if self._actions is None or templates == self._templates:
            return
        self._templates = templates
        self._actions.replace("template_", template_specs(templates))
        self._actions.connect_all(
            {f"template_{one.uid}": partial(self.apply_template, one.uid) for one in templates}
        )
        self._build_menus(self._actions)

    def _build_menus(self, actions: Actions) -> None:
        """Fill the menus and the tool bar anew."""
        for menu in self._window.menuBar().findChildren(QMenu):
            menu.clear()
        self._window.build(actions)
