"""The pictures of the desk: the sample article worked by two people, then each view of it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from reader.model.annotation import Annotation
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.desk.claims_view import ClaimsView
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
_SETTLES_MS = 1500
_NOWHERE = (-9, -9)


def take_desk(app: QApplication, target: Path) -> None:
    """Work the sample article in two windows, then write each view in each look."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "annotations.db"
        with Store.open(library) as store:
            add_bare(store)
        bare = ("ar", "light", SIZE)
        people = [_opened(app, library, name, bare) for name in (WRITER, REVIEWER)]
        work(*(Hands(workspace) for _, workspace in people))
        for program, _ in people:
            program.window.close()
        for language, theme, size in LOOKS:
            program, workspace = _opened(app, library, WRITER, (language, theme, size))
            room = "" if size == SIZE else f"-{size[0]}"
            for name, show in _SCENES:
                show(workspace)
                _settle()
                path = target / f"desk-{name}-{language}-{theme}{room}.png"
                program.window.grab().save(str(path))
                print(path)
            program.window.close()


def _opened(
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
    _settle()
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
        _settle()
        _scroll_to(section)


def _show_review(workspace: Workspace) -> None:
    section = workspace.details_panel.sections.section("review")
    if section is not None:
        _scroll_to(section)


def _show_history(workspace: Workspace) -> None:
    section = workspace.details_panel.sections.section("history")
    if section is not None:
        section.fold(folded=False)
        _settle()
        _scroll_to(section)


def _show_claims(workspace: Workspace) -> None:
    """Show the board, at the claims that stand on it."""
    workspace.page.window().views.show("claims")
    _settle()
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


def _settle() -> None:
    loop, deadline = QEventLoop(), QDeadlineTimer(_SETTLES_MS)
    while not deadline.hasExpired():
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


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
