"""A text with marks of each tag, and keys as a keyboard sends them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from reader import importers
from reader.model.article import Article, Revision
from reader.model.change import Change
from reader.storage.store import Store
from reader.ui.library import Library
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.details import DetailsPanel

TEXT = (
    "الوزارة: لا إصابات جديدة 😀\n"
    "قالت المديرة سلمى الحديدي: «لن نتراجع»، وأضافت أن كِتابًا وصل من Health Ltd يوم 2020/3/26.\n"
    "وبلغ العدد 1,554 شخصًا في ٣ مدن.\n"
)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the library of `TEXT` once; each test gets a copy."""
    path = tmp_path_factory.mktemp("template") / "library.db"
    store = Store.open(path)
    me = store.annotator("me", "me")
    store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
    store.close()
    return path


@pytest.fixture
def database(tmp_path: Path, template: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "library.db"))


@pytest.fixture
def revision(library: Library, article: Article) -> Revision:
    return library.revision(article.uid)


@pytest.fixture
def mark(library: Library, revision: Revision) -> Callable[..., str]:
    """Return a function that marks words of the text and returns the annotation's uid."""

    def one_more(words: str, tag: str, **fields: str) -> str:
        start = revision.text.index(words)
        new = library.annotate(revision, start, start + len(words), tag)
        if fields:
            library.set_fields(new.uid, fields)
        return new.uid

    return one_more


@pytest.fixture
def marks(mark) -> SimpleNamespace:
    """Mark one quote, two entities and one claim; return their uids."""
    return SimpleNamespace(
        title=mark("الوزارة", "entity"),
        speaker=mark("سلمى الحديدي", "entity", entity_name="سلمى الحديدي"),
        quote=mark("لن نتراجع", "quote", speaker="المديرة سلمى الحديدي"),
        claim=mark("وبلغ العدد 1,554 شخصًا", "claim"),
    )


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], QWidget]:
    """Return a function that shows a widget as the active window."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(320, 640)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def panel(library, revision, marks, shown) -> AnnotationsPanel:
    """Show the list of the text's annotations."""
    made = AnnotationsPanel(library, "ar")
    made.show_revision(revision)
    return shown(made)


@pytest.fixture
def chosen(panel) -> list[str]:
    """Return the uids that are chosen in the list from now on."""
    uids = []
    panel.annotation_chosen.connect(uids.append)
    return uids


@pytest.fixture
def details(library, marks, shown) -> DetailsPanel:
    """Show the panel of details, its wishes granted."""
    made = DetailsPanel(library, "ar")
    made.retag_requested.connect(library.retag)
    return shown(made)


@pytest.fixture
def acts(library) -> list[Change]:
    """Return the changes that the library tells from now on."""
    heard = []
    library.changed.connect(heard.append)
    return heard
