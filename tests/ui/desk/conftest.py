"""The window at its claims: one article with six, of which one is rated already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.vocabulary import CLAIM_STATES
from reader.storage import Store

ALT = Qt.KeyboardModifier.AltModifier
WORDS = ("لا إصابات جديدة", "لن نتراجع", "كِتابًا وصل", "يوم 2020/3/26", "1,554 شخصًا", "٣ مدن")


@pytest.fixture
def workspace(open_window, database):
    with Store.open(database) as store:
        store.annotator("ريم", "reem")
    return open_window(database)


@pytest.fixture
def uids(workspace) -> list[str]:
    """Mark six claims; return their uids in reading order."""
    library, revision = workspace.library, workspace.articles.revision
    made = []
    for words in WORDS:
        start = revision.text.index(words)
        new = library.annotate(revision, start, start + len(words), "claim")
        library.set_fields(new.uid, {"claim_text": f"الادعاء أن {words}"})
        made.append(new.uid)
    return made


@pytest.fixture
def window(workspace):
    return workspace.page.window()


@pytest.fixture
def view(qtbot, window, uids):
    """Show the claims by their key, all of them."""
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    view = window.views.widget("claims")
    qtbot.waitUntil(lambda: len(list(view.lines())) == len(uids))
    return view


@pytest.fixture
def columns(view):
    """Return a function that tells which claims stand in each column that has any."""

    def now() -> dict[str, list[str]]:
        shown = {one.key: view.board.column(one.key).model.shown_uids() for one in CLAIM_STATES}
        return {state: uids for state, uids in shown.items() if uids}

    return now


@pytest.fixture
def go_to(qtbot, view, workspace):
    """Return a function that goes to a card and waits until the details tell of it."""

    def go(uid: str) -> None:
        view.board.go_to(uid)
        qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == uid)

    return go
