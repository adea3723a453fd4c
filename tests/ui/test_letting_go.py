"""A window that is closed is let go, with all that worked in it."""

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.ui.app import Program
from reader.ui.crash import CrashGuard


def test_nothing_of_a_closed_window_stays(qtbot, qapp: QApplication, settings, database):
    program = Program(qapp, settings, CrashGuard())
    program.show()
    with qtbot.waitSignal(program.opened) as opened:
        program.open(str(database), [])
    workspace = opened.args[0]
    parts = [program, program.window, program.page, program.view, workspace]
    parts += [workspace.library, workspace.annotations, workspace.articles_panel]
    kept = [weakref.ref(one) for one in parts]
    parts.clear()
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    del program, workspace, opened
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(one() for one in kept))
