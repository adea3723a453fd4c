"""The panels around the page, made one in a turn: each is many widgets, and asks the library."""

from collections.abc import Generator

from reader.frozen import dataclass
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.details import DetailsPanel
from reader.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Panels:
    """The panels of one window on one library."""

    articles: ArticlesPanel
    annotations: AnnotationsPanel
    details: DetailsPanel


def panels_of(
    window: MainWindow, library: Library, settings: Settings
) -> Generator[None, None, Panels]:
    """Make the panels, one in a step, and then put them into the window's docks."""
    language = settings.language()
    articles = ArticlesPanel(library, settings)
    yield
    annotations = AnnotationsPanel(library, language)
    yield
    details = DetailsPanel(library, language)
    yield
    window.fill({"articlesDock": articles, "annotationsDock": annotations, "detailsDock": details})
    yield
    return Panels(articles, annotations, details)
