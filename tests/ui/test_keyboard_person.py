"""A person with the keyboard alone: finds, selects a clause of two scripts, tags and resizes it.

On a real X server with an Arabic layout alone: `test_keyboard.py`.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import importers
from reader.storage.store import Store

NEWS = (
    "المحطة الجديدة\n"
    "قالت وزيرة المياه إن شركة Delta Water Ltd سلّمت المحطة في 26/3/2020، ثم غادرت البلاد.\n"
)
CLAUSE = "شركة Delta Water Ltd سلّمت المحطة في 26/3/2020"
KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "news.db"
    store = Store.open(path)
    me = store.annotator("me", "me")
    store.add_article(importers.from_text(NEWS, "news"), me.uid, "setup")
    store.close()
    opened = open_window(path)
    opened.page.activateWindow()
    opened.page.setFocus()
    return opened


def press(key, keys=NONE, times: int = 1) -> None:
    """Press a key wherever the keyboard is."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, keys)


def type_words(words: str) -> None:
    for letter in words:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, QApplication.focusWidget(), KEY.Key_unknown, letter, NONE
        )


def test_find_select_tag_and_resize(workspace):
    page = workspace.page
    press(KEY.Key_F, CTRL)
    type_words("شركه")
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert NEWS[slice(*page.selection())] == "شركة"
    # The hit is selected: its start is the anchor, the words that follow join it.
    words = ("شركة Delta", "شركة Delta Water", "شركة Delta Water Ltd")
    for grown in words:
        press(KEY.Key_Left, CTRL | SHIFT)
        assert NEWS[slice(*page.selection())] == grown
    while NEWS[slice(*page.selection())] != CLAUSE:
        assert len(NEWS[slice(*page.selection())]) < len(CLAUSE)
        press(KEY.Key_Left, CTRL | SHIFT)
    press(KEY.Key_3)
    (claim,) = page.annotations()
    assert (claim.tag, claim.exact) == ("claim", CLAUSE)
    assert page.current() == claim.uid
    for keys, exact in (
        (ALT, CLAUSE + "،"),
        (ALT | CTRL, CLAUSE + "، ثم"),
        (ALT | CTRL | SHIFT, CLAUSE.removeprefix("شركة ") + "، ثم"),
    ):
        press(KEY.Key_Left, keys)
        assert page.annotations()[0].exact == exact
    press(KEY.Key_Right, ALT | CTRL, times=7)
    assert page.annotations()[0].exact == "Delta Water Ltd سلّمت المحطة في"
    assert workspace.library.flush()
    (held,) = workspace.library.store.annotations(workspace.articles.revision.uid)
    assert held.exact == "Delta Water Ltd سلّمت المحطة في"
    assert NEWS[held.start_cp : held.end_cp] == held.exact
