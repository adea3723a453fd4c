"""The real window at work until somebody kills it: what `statusSaved` confirms is written down."""

import os
import random

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import importers
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace

TEXT = "قال الوزير 😀 إن «العدد 1,554».\nوأضاف: لا تعليق.\n" * 30


def work_for_ever(library: str, log: str, seed: str) -> None:
    """Open the window on a library and act by keys for ever; log the acts that it calls saved."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["hashiya"])
    with Store.open(library) as store:
        if not store.articles():
            me = store.annotator("me", "me")
            store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
    settings = Settings(QSettings(f"{library}.ini", QSettings.Format.IniFormat))
    settings.set("language", "en")
    program = Program(app, settings, CrashGuard())
    hand = _Hand(os.open(log, os.O_WRONLY | os.O_APPEND), random.Random(int(seed)))
    program.opened.connect(hand.begin)
    program.show()
    program.open(library, [])
    app.exec()


class _Hand(QObject):
    """Presses keys at random, and reads the status bar."""

    def __init__(self, log: int, rng: random.Random) -> None:
        super().__init__()
        self._log = log
        self._rng = rng
        self._acts: list[str] = []
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._act)

    def begin(self, workspace: Workspace) -> None:
        self._workspace = workspace
        workspace.library.changed.connect(self._note)
        workspace.library.save_state_changed.connect(self._read_status)
        self._timer.start()

    def _note(self, change) -> None:
        self._acts.append(change.uid)

    def _act(self) -> None:
        """Tag a span, retag, delete or undo, as a person does, by the keyboard."""
        page, rng = self._workspace.page, self._rng
        self._timer.setInterval(rng.randint(0, 30))
        if rng.random() < 0.6 or not page.annotations():
            start = rng.randrange(len(TEXT) - 20)
            page.select(start, start + rng.randint(1, 20), scroll=False)
            QTest.keyClick(page, rng.choice("123"))
        elif rng.random() < 0.5:
            self._workspace.annotations.open(rng.choice(page.annotations()).uid)
            page.setFocus()
            self._workspace.actions[rng.choice(("delete", "tag_claim"))].trigger()
        elif self._workspace.page.window().status_saved.text() == "Saved":
            # An act that is taken back before it was saved never was in the library.
            self._workspace.actions[rng.choice(("undo", "redo"))].trigger()

    def _read_status(self) -> None:
        label = self._workspace.page.window().status_saved
        if label.text() == "Saved":
            os.write(self._log, "".join(f"{uid}\n" for uid in self._acts).encode())
            self._acts.clear()
