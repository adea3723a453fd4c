"""The pictures of the desk: the sample article worked by two people, then each view of it."""

import tempfile
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from reader.model.annotation import Annotation
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.desk.claims_view import ClaimsView
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.worked import REVIEWER, WRITER, Hands, add_bare, wait, work

SIZE = (1440, 900)
SMALL = (1024, 700)
ZOOMED = (720, 450)  # what a screen of 1440 x 900 holds at 200 %
THEMES = ("light", "sepia", "dark", "contrast")
# Each view in each language and theme, and where there is little room.
LOOKS = (
    *((language, theme, SIZE) for theme in THEMES for language in ("ar", "en")),
    *((language, "light", size) for size in (SMALL, ZOOMED) for language in ("ar", "en")),
)
_SETTLES_MS = 700
_NOWHERE = (-9, -9)


def take_desk(app: QApplication, target: Path, wanted: Sequence[str] = ()) -> None:
    """Work the sample article in two windows, then write each view in each look.

    `wanted` are patterns of names (`desk-tags-*`); none wants all.
    """
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "annotations.db"
        work_desk(app, library)
        take_views(app, library, target, wanted)


def work_desk(app: QApplication, library: Path) -> None:
    """Make a library with the sample article, and work it in two people's windows."""
    with Store.open(library) as store:
        add_bare(store)
    bare = ("ar", "light", SIZE)
    people = [open_at(app, library, name, bare) for name in (WRITER, REVIEWER)]
    work(*(Hands(workspace) for _, workspace in people))
    for program, _ in people:
        program.window.close()


def take_views(app: QApplication, library: Path, target: Path, wanted: Sequence[str] = ()) -> None:
    """Write each view of a worked library in each look."""
    for look in LOOKS:
        scenes = [(one, show) for one, show in _SCENES if is_wanted(named(one, look), wanted)]
        if not scenes:
            continue
        program, workspace = open_at(app, library, WRITER, look)
        for name, show in scenes:
            show(workspace)
            settle(program.window)
            keep(program.window, target / f"{named(name, look)}.png")
        program.window.close()


def named(scene: str, look: tuple[str, str, tuple[int, int]]) -> str:
    """Return what a picture is called, without its suffix."""
    language, theme, size = look
    room = "" if size == SIZE else f"-{size[0]}"
    return f"desk-{scene}-{language}-{theme}{room}"


def is_wanted(name: str, wanted: Sequence[str]) -> bool:
    """Tell whether a picture's name is among those that were asked for."""
    return not wanted or any(fnmatch(name, one) for one in wanted)


def keep(widget: QWidget, path: Path) -> None:
    """Write what a widget shows, with the folders for it.

    Raises:
        OSError: the picture could not be written; Qt itself keeps silent about it.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"not written: {path}")
    print(path)


def open_at(
    app: QApplication, library: Path, annotator: str, look: tuple[str, str, tuple[int, int]]
) -> tuple[Program, Workspace]:
    """Open one window on the library, in its own language and theme."""
    language, theme, size = look
    file = library.with_name(f"{annotator}-{language}-{theme}.ini")
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    for key, value in (("language", language), ("theme", theme), ("annotator", annotator)):
        settings.set(key, value)
    QCursor.setPos(*_NOWHERE)  # or what lies under it while the window is laid out stays lit
    program = Program(app, settings, CrashGuard())
    opened: list[Workspace] = []
    program.opened.connect(opened.append)
    program.show()
    program.open(str(library), [])
    wait(lambda: bool(opened))
    program.window.resize(*size)  # the offscreen screen is smaller than anybody's
    settle(program.window)
    return program, opened[0]


def _one(workspace: Workspace, tag: str, words: str) -> Annotation:
    """Return the annotation of a tag whose words begin in some way."""
    revision = workspace.articles.revision
    found = workspace.library.annotations(revision.uid if revision is not None else "")
    return next(one for one in found if one.tag == tag and one.exact.startswith(words))


def _show_page(workspace: Workspace) -> None:
    workspace.page.window().views.show_page()
    workspace.annotations.open(_one(workspace, "quote", '"المضخات').uid)


def _show_quote(workspace: Workspace) -> None:
    workspace.annotations.open(_one(workspace, "quote", '"تضخ').uid)


def _show_claim(workspace: Workspace) -> None:
    """Show a claim with its evidence in view."""
    workspace.annotations.open(_one(workspace, "claim", "تضخ").uid)
    section = workspace.details_panel.sections.section("evidence")
    if section is not None:
        section.cards()[0].header.setChecked(True)
        settle(workspace.page.window())
        _scroll_to(section)


def _show_review(workspace: Workspace) -> None:
    section = workspace.details_panel.sections.section("review")
    if section is not None:
        _scroll_to(section)


def _show_history(workspace: Workspace) -> None:
    section = workspace.details_panel.sections.section("history")
    if section is not None:
        section.fold(folded=False)
        settle(workspace.page.window())
        _scroll_to(section)


def _show_claims(workspace: Workspace) -> None:
    """Show the board, at the claims that stand on it."""
    workspace.page.window().views.show("claims")
    settle(workspace.page.window())
    view = workspace.page.window().views.widget("claims")
    if isinstance(view, ClaimsView):
        view.focus_claims()


def _show_view(key: str) -> Callable[[Workspace], None]:
    def show(workspace: Workspace) -> None:
        workspace.page.window().views.show(key)

    return show


def _show_said(workspace: Workspace) -> None:
    """Show everything that one speaker said."""
    _show_page(workspace)
    _show_quote(workspace)
    workspace.subjects.open_current()


def _show_subject(workspace: Workspace) -> None:
    """Show the whole page of one subject."""
    _show_page(workspace)
    workspace.annotations.open(_one(workspace, "entity", "الهيئة").uid)
    workspace.subjects.open_current()


def _scroll_to(widget: QWidget) -> None:
    """Bring the beginning of a widget to the top of what scrolls it."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        top = widget.mapTo(around.widget(), widget.rect().topLeft()).y()
        around.verticalScrollBar().setValue(top)


def settle(window: MainWindow, ms: int = _SETTLES_MS) -> None:
    """Let what glides, is made in turns or is counted beside the window come to rest."""
    QTest.qWait(ms)
    wait(lambda: window.tasks.shown()[0] is None)
    QTest.qWait(ms // 4)


_SCENES = (
    ("page", _show_page),
    ("claim", _show_claim),
    ("review", _show_review),
    ("history", _show_history),
    ("claims", _show_claims),
    ("said", _show_said),
    ("subject", _show_subject),
    ("numbers", _show_view("numbers")),
    ("tags", _show_view("codebook")),
)
