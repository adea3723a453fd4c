"""The pictures of what a person meets now and then: dialogs, empty places, refusals, long names."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from reader.errors import LibraryMissing
from reader.importers import from_text
from reader.model.identity import new_uid
from reader.sample import add_sample
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.dialogs.difference import DifferenceDialog
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.ui.test_names import DIALOGS
from tests.worked import wait
from tests.worked_pictures import is_wanted, keep, settle

Look = tuple[str, str, tuple[int, int]]
WIDE, SMALL = (1240, 820), (1024, 700)
LOOKS: tuple[Look, ...] = (
    ("ar", "light", WIDE),
    ("ar", "dark", WIDE),
    ("ar", "contrast", WIDE),
    ("en", "light", WIDE),
    ("ar", "light", SMALL),
)
LONG_NAME = "المؤسسة العامة لإدارة الموارد المائية في المنطقة الجنوبية الشرقية"
LONG_NOTE = "ملاحظة طويلة كتبها المحرر على عجل ثم زاد عليها زميله ما وجده في السجل. " * 12


def take_states(app: QApplication, target: Path, wanted: Sequence[str] = ()) -> None:
    """Write each dialog and each state in each look; `wanted` are patterns of names."""
    for look in LOOKS:
        language, theme, size = look
        room = "" if size == WIDE else f"-{size[0]}"
        tail = f"{language}-{theme}{room}"
        dialogs = {
            f"dialog-{kind.__name__}-{tail}": made
            for kind, made in DIALOGS.items()
            if kind is not DifferenceDialog  # blank without two texts: a scene has them
        }
        scenes = {f"state-{name}-{tail}": (fill, show) for name, fill, show in _SCENES}
        for name, (fill, show) in scenes.items():
            if is_wanted(name, wanted):
                _take(app, look, fill, show, target / f"{name}.png")
        dialogs = {name: made for name, made in dialogs.items() if is_wanted(name, wanted)}
        if dialogs:
            _take_dialogs(app, look, dialogs, target)


def _opened(app: QApplication, library: Path, look: Look) -> tuple[Program, list[Workspace]]:
    language, theme, size = look
    file = library.with_name(f"{language}-{theme}.ini")
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    for key, value in (("language", language), ("theme", theme)):
        settings.set(key, value)
    program = Program(app, settings, CrashGuard())
    opened: list[Workspace] = []
    program.opened.connect(opened.append)
    program.window.resize(*size)
    program.show()
    return program, opened


@contextmanager
def _program_on(
    app: QApplication, look: Look, fill: Callable[[Store], object]
) -> Iterator[tuple[Program, Workspace]]:
    """Open a window on a library that was filled, and close it in the end."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "annotations.db"
        with Store.open(library) as store:
            fill(store)
        program, opened = _opened(app, library, look)
        program.open(str(library), [])
        wait(lambda: bool(opened))
        settle(program.window)
        yield program, opened[0]
        program.window.close()


def _take(
    app: QApplication,
    look: Look,
    fill: Callable[[Store], object],
    show: Callable[[Program, Workspace], QWidget | None],
    target: Path,
) -> None:
    with _program_on(app, look, fill) as (program, workspace):
        shown = show(program, workspace)
        settle(program.window)
        keep(shown or program.window, target)


def _take_dialogs(
    app: QApplication, look: Look, dialogs: dict[str, Callable[[Workspace], QDialog]], target: Path
) -> None:
    with _program_on(app, look, add_sample) as (program, workspace):
        for name, made in dialogs.items():
            dialog = made(workspace)
            dialog.show()
            settle(program.window)
            keep(dialog, target / f"{name}.png")
            dialog.close()


def _nothing(_store: Store) -> None:
    """Leave a library empty."""


def _just(_program: Program, _workspace: Workspace) -> None:
    """Show the window as it opens."""


def _view(key: str) -> Callable[[Program, Workspace], None]:
    def show(program: Program, _workspace: Workspace) -> None:
        program.window.views.show(key)

    return show


def _sought(key: str, words: str) -> Callable[[Program, Workspace], None]:
    """Return what looks for words in the box that an action goes to."""

    def show(program: Program, workspace: Workspace) -> None:
        workspace.actions[key].trigger()
        settle(program.window)
        line = program.window.focusWidget()
        if isinstance(line, QLineEdit):
            line.setText(words)

    return show


def _filtered(program: Program, workspace: Workspace) -> None:
    """Filter both lists by what is nowhere."""
    for key in ("filter_articles", "filter_annotations"):
        _sought(key, "قصطرلاب")(program, workspace)


def _refused(program: Program, _workspace: Workspace) -> None:
    program._complain(LibraryMissing(name="annotations.db"), [])


def _selected(_program: Program, workspace: Workspace) -> None:
    """Select some words, for the tags that stand beside them."""
    workspace.page.select(120, 150)


def _long(_program: Program, workspace: Workspace) -> None:
    """Give a quote a name of sixty letters and a note of a thousand."""
    revision = workspace.articles.revision
    found = workspace.library.annotations(revision.uid if revision is not None else "")
    quote = next(one for one in found if one.tag == "quote")
    workspace.library.set_fields(quote.uid, {"speaker": LONG_NAME})
    workspace.library.set_note(quote.uid, LONG_NOTE)
    workspace.annotations.open(quote.uid)


def _two_texts(store: Store) -> None:
    """Add the sample, and its text as it came again with other words."""
    add_sample(store)
    article = store.articles()[0].article
    text = store.revision(article.uid).text
    for before, after in (("اليوم", "أمس"), ("صباح ", ""), ("المهندسة", "المهندسة الأولى")):
        text = text.replace(before, after, 2)
    again = from_text(text, article.title)
    store.add_revision(again, article.uid, store.annotators()[0].uid, new_uid())


def _compared(program: Program, workspace: Workspace) -> QWidget | None:
    """Show what changed between two texts, once it is known."""
    article = workspace.articles.article
    revisions = workspace.library.store.revisions(article.uid if article is not None else "")
    dialog = DIALOGS[DifferenceDialog](workspace)
    dialog.show()
    dialog.compare(revisions[0].uid, revisions[-1].uid)
    settle(program.window)
    return dialog


_SCENES: tuple[
    tuple[str, Callable[[Store], object], Callable[[Program, Workspace], QWidget | None]],
    ...,
] = (
    ("empty", _nothing, _just),
    ("empty-claims", _nothing, _view("claims")),
    ("empty-names", _nothing, _view("subjects")),
    ("empty-numbers", _nothing, _view("numbers")),
    ("page", add_sample, _just),
    ("find", add_sample, _sought("find", "المحطة")),
    ("search", add_sample, _sought("search_library", "المحطة")),
    ("search-nothing", add_sample, _sought("search_library", "قصطرلاب")),
    ("filtered", add_sample, _filtered),
    ("refused", add_sample, _refused),
    ("selected", add_sample, _selected),
    ("long", add_sample, _long),
    ("difference", _two_texts, _compared),
)
