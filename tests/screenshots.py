"""Take the pictures of docs/: the window with the sample, in each language and theme.

python -m tests.screenshots FOLDER          the sample
python -m tests.screenshots FOLDER dense    50 overlapping annotations in 500 words, each theme
python -m tests.screenshots FOLDER names    the register, and all that somebody said
python -m tests.screenshots FOLDER desk     each view of the sample article as two people worked it
python -m tests.screenshots FOLDER desk "desk-tags-*"     only those views
python -m tests.screenshots FOLDER states   dialogs, empty places, refusals, long names
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.sample import add_sample
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.settings import Settings
from reader.ui.theme import THEMES
from reader.ui.workspace import Workspace
from tests.dense import add_dense
from tests.state_pictures import take_states
from tests.worked import wait
from tests.worked_pictures import keep, settle, take_desk

PICTURES = (
    ("window-ar-light", "ar", "light"),
    ("window-ar-dark", "ar", "dark"),
    ("window-en-light", "en", "light"),
    ("window-en-dark", "en", "dark"),
    ("window-ar-sepia", "ar", "sepia"),
)
DENSE = tuple((f"dense-{theme.key}", "ar", theme.key) for theme in THEMES)
NAMES = tuple((f"names-ar-{key}", "ar", key) for key in ("light", "dark"))
SIZE = (1440, 900)
SETTLES_MS = 3000


def main(arguments: Sequence[str]) -> int:
    """Write every picture into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = Path(arguments[0] if arguments else "docs")
    if arguments[1:2] == ["desk"]:
        take_desk(QApplication(sys.argv[:1]), target, arguments[2:])
        return 0
    if arguments[1:2] == ["states"]:
        take_states(QApplication(sys.argv[:1]), target, arguments[2:])
        return 0
    fill, pictures = _SETS.get(arguments[1] if arguments[1:] else "", (add_sample, PICTURES))
    show_names = pictures is NAMES
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "annotations.db"
        with Store.open(library) as store:
            fill(store)
        for name, language, theme in pictures:
            path = target / f"{name}.png"
            _take(app, library, (language, theme), path, show_names=show_names)
    return 0


_SETS = {"dense": (add_dense, DENSE), "names": (add_sample, NAMES)}


def _take(
    app: QApplication, library: Path, look: tuple[str, str], target: Path, *, show_names: bool
) -> None:
    language, theme = look
    settings = Settings(
        QSettings(str(library.with_name(f"{language}-{theme}.ini")), QSettings.Format.IniFormat)
    )
    settings.set("language", language)
    settings.set("theme", theme)
    program = Program(app, settings, CrashGuard())
    program.window.resize(*SIZE)
    program.opened.connect(partial(_point_at_a_quote, program))
    opened: list[Workspace] = []
    program.opened.connect(opened.append)
    program.show()
    program.open(str(library), [])
    wait(lambda: bool(opened))
    settle(program.window, SETTLES_MS)
    if show_names:
        opened[0].subjects.open_current()
        settle(program.window, SETTLES_MS)
    keep(program.window, target)
    program.window.close()


def _point_at_a_quote(_program: Program, workspace: Workspace) -> None:
    revision = workspace.articles.revision
    if revision is not None:
        quotes = [one for one in workspace.library.annotations(revision.uid) if one.tag == "quote"]
        workspace.annotations.open(quotes[0].uid)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
