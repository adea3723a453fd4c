"""Puts an open library into a window: panels, actions and what ties them together."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtWidgets import QFileDialog

from reader import paths
from reader.label import Language
from reader.progress import Progress
from reader.text.controls import guarded, isolated
from reader.ui.action_set import Actions
from reader.ui.action_spec import ActionSpec
from reader.ui.actions import ACTIONS, tag_specs
from reader.ui.controllers.annotations import AnnotationController
from reader.ui.controllers.articles import ArticleController
from reader.ui.controllers.bundles import BundleController
from reader.ui.controllers.claims import ClaimsController
from reader.ui.controllers.codebook import CodebookController
from reader.ui.controllers.export import ExportController
from reader.ui.controllers.find import FindController
from reader.ui.controllers.hidden import HiddenController
from reader.ui.controllers.importing import ImportController
from reader.ui.controllers.margin import MarginController
from reader.ui.controllers.numbers import NumbersController
from reader.ui.controllers.originals import OriginalController
from reader.ui.controllers.paper import PaperController
from reader.ui.controllers.places import PlaceController
from reader.ui.controllers.relations import RelationController
from reader.ui.controllers.revisions import RevisionController
from reader.ui.controllers.saving import SavingController
from reader.ui.controllers.search import SearchController
from reader.ui.controllers.shelves import ShelfController
from reader.ui.controllers.similar import SimilarController
from reader.ui.controllers.subjects import SubjectsController
from reader.ui.controllers.view import ViewController
from reader.ui.controllers.working import WorkingController
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.opening import Contents
from reader.ui.page.view import PageView
from reader.ui.panel_set import Panels
from reader.ui.settings import Settings
from reader.ui.working_actions import working_specs

if TYPE_CHECKING:
    from reader.storage.health import HealthReport
    from reader.storage.store import Store


class Workspace(QObject):
    """Everything that works on one library in one window. Built once, in `app.py`."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        panels: Panels,
        settings: Settings,
        view: ViewController,
        database: str,
    ) -> None:
        super().__init__(window)
        self._database = database
        self._window = window
        self._settings = settings
        self.library, self.page, self.view = library, page, view
        language = settings.language()
        self.articles_panel = panels.articles
        self.annotations_panel = panels.annotations
        self.details_panel = panels.details
        acts = LargeActs(window, library, language)
        self.articles = ArticleController(window, page, library, settings)
        self.importing = ImportController(window, page, library, settings)
        self.annotations = AnnotationController(
            window, page, library, acts, self.articles, settings
        )
        self.revisions = RevisionController(
            window, page, library, self.articles, self.importing, settings
        )
        self.shelves = ShelfController(
            window, library, self.articles, self.articles_panel, self.details_panel
        )
        self._add_more(acts)
        self.find = FindController(window, page, library, acts, self.articles, language)
        self.search = SearchController(window, page, library, self.articles, language)
        self.hidden = HiddenController(window, page, self.articles, language)
        self.margin = MarginController(window, page, library, self.articles, settings)
        self.saving = SavingController(window, library, acts, language)
        self.actions = Actions(window, _specs(library, language))
        self._tie()

    def _add_more(self, acts: LargeActs) -> None:
        around = (self.library, self.articles)
        self.bundles = BundleController(self._window, self.library, self._settings)
        self.importing.bundle_read.connect(self.bundles.offer)
        self.importing.library_met.connect(self.bundles.read_library)
        self.places = PlaceController(self._window, self.page, *around, self.annotations)
        self.originals = OriginalController(self._window, *around, self._settings)
        panels = (self.annotations_panel, self.articles_panel)
        self.export = ExportController(self._window, *around, *panels, self._settings)
        language = self._settings.language()
        self.paper = PaperController(self._window, self.page, *around, self._settings)
        self.claims = ClaimsController(self._window, self.library, self.annotations, language)
        self.subjects = SubjectsController(
            self._window, self.page, *around, self.annotations, language
        )
        self.numbers = NumbersController(self._window, *around, *panels, language)
        self.codebook = CodebookController(
            self._window, self.library, self.page, self.articles, self.annotations, acts, language
        )
        there = (self._window, self.page, *around, self.annotations)
        self.relations = RelationController(*there, self._settings)
        self.working = WorkingController(*there, language)
        self.similar = SimilarController(
            self._window, self.library, self.claims, self.details_panel
        )

    def start(self, sources: Sequence[Path], first: Contents | None) -> None:
        """Restore the last session, and import what the program was started with.

        `first` is the article to begin with.
        """
        geometry = self._settings.get("session/geometry")
        self._window.restore_layout(geometry, self._settings.get("session/state"))
        self.articles.show_first(first)
        self.importing.import_files(sources)
        self.page.setFocus()

    def _tie(self) -> None:
        self._window.closed.connect(self._close)
        self._window.build(self.actions)
        self._window.views.take(self.actions, self.tr("Page"))
        self.annotations.precede(self.actions)
        for controller in (
            self.importing,
            self.annotations,
            self.shelves,
            self.find,
            self.search,
            self.hidden,
            self.margin,
            self.saving,
            self.view,
            self.export,
            self.revisions,
            self.places,
            self.originals,
            self.bundles,
            self.subjects,
            self.relations,
            self.working,
            self.claims,
        ):
            self.actions.connect_all(controller.handlers())
        self.actions.connect_all(self.paper.handlers())
        self.actions.connect_all(self._handlers())
        self.annotations.take(self.actions, self.annotations_panel, self.details_panel, self.margin)
        self._tie_desk()
        self.find.take(self.actions)
        self.search.take(self.actions)
        self.hidden.take(self.actions)
        self.margin.take(self.actions)
        self.places.take(self.actions)
        self.saving.take(self.actions, self._finish_typing)
        self.view.take(self.actions)

    def _tie_desk(self) -> None:
        self.codebook.take(
            self.actions,
            (
                self.page,
                self.annotations_panel,
                self.details_panel,
                self.find.bar,
                self.search.panel,
            ),
        )
        self.annotations_panel.field_requested.connect(self.codebook.fill_field)
        self.annotations_panel.note_requested.connect(self.codebook.add_note)
        self.codebook.filled.connect(self.annotations_panel.end_field)
        self.relations.take(self.actions, self.details_panel)

    def _handlers(self) -> Mapping[str, Callable[..., object]]:
        return {
            "new_window": self._open_window,
            "open_library": self._open_library,
            "check_library": self._check,
            "settings": self._show_settings,
            "shortcuts": self._show_keys,
            "about": self._show_about,
            "filter_articles": self.articles_panel.focus_filter,
            "filter_annotations": self.annotations_panel.focus_filter,
            "quit": self._window.close,
        }

    def _finish_typing(self) -> bool:
        """Save what is being typed anywhere; tell whether nothing is left unsaved."""
        in_margin = self.margin.commit()
        in_views = [self.subjects.commit(), self.codebook.commit()]
        return self.details_panel.commit() and in_margin and all(in_views)

    def _open_window(self) -> None:
        open_window(self._database)

    def _open_library(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open another library"), "", self.tr("Libraries (*.db)")
        )
        if name:
            open_window(name)

    def _check(self) -> None:
        job = partial(_report_on, self.library.store)
        self._window.tasks.run(self.tr("Checking the library"), job, self._tell_report)

    def _tell_report(self, report: "HealthReport") -> None:
        if report.is_sound:
            self._window.notices.tell(self.tr("The library is sound."))
            return
        language = self._settings.language()
        lines = [
            f"{finding.label.text(language)}: {isolated(guarded(', '.join(finding.examples)))}"
            for finding in report.findings
        ]
        self._window.notices.tell("\n".join(lines), lasting=True)

    def _show_settings(self) -> None:
        from reader.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - seldom opened

        SettingsDialog(self._settings, self.library.annotator.name, self._window).exec()

    def _show_keys(self) -> None:
        from reader.ui.dialogs.keys import KeysDialog  # noqa: PLC0415 - seldom opened

        KeysDialog(self.actions, self._window).exec()

    def _show_about(self) -> None:
        from reader.ui.dialogs.about import AboutDialog  # noqa: PLC0415 - seldom opened

        AboutDialog(self.library.store.address, self._window).exec()

    def _close(self) -> None:
        """Remember the session and let go of everything."""
        self.search.close()
        self._settings.set("session/geometry", self._window.saveGeometry())
        self._settings.set("session/state", self._window.layout_state())
        self._window.tasks.close()
        self.articles.close()
        self.shelves.close()
        self.importing.close()
        self.hidden.close()
        self.paper.close()
        self.originals.close()
        self._settings.sync()
        self.library.close()


def _specs(library: Library, language: Language) -> tuple[ActionSpec, ...]:
    return (*tag_specs(library.tags(), language), *ACTIONS, *working_specs(language))


def _report_on(store: "Store", progress: Progress) -> "HealthReport":
    """Check a library; who gives it up is told nothing."""
    report = store.check()
    progress(1, 1)
    return report


def open_window(database: str) -> None:
    """Start another window, a program of its own, on a library.

    The address travels in the environment: among the arguments every user of the
    machine could read a server's password.
    """
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-m", "reader", "open"])
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert(paths.DATABASE_VARIABLE, database)
    process.setProcessEnvironment(environment)
    process.startDetached()
