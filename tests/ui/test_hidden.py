"""What an article hides: counted, shown, warned of, in a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from reader import importers

HONEST = "قال \u2066John Smith\u2069 إن العدد بلغ \u200f2020/3/26\u200f أمس"
FALSE = "وصل الملف \u202egpj.exe\u202c مع \u202bAbc Def والنص\u200b"


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def show(workspace, qtbot):
    """Return a function that imports a text and waits until it is on the page, and looked at."""

    def put(words: str, *, finds: bool) -> None:
        with qtbot.waitSignal(workspace.articles.shown):
            workspace.library.note_added(
                [workspace.library.adder()(importers.from_text(words, "text"))]
            )
        qtbot.waitUntil(lambda: label(workspace).isVisible() == finds)

    return put


def label(workspace) -> QLabel:
    return workspace.page.window().findChild(QLabel, "statusHidden")


def notices(workspace):
    return workspace.page.window().notices


def test_an_article_without_them_says_nothing(workspace):
    assert not label(workspace).isVisible()
    assert not notices(workspace).isVisible()


def test_they_are_counted_by_kind(workspace, show):
    show(HONEST, finds=True)
    assert label(workspace).text().startswith("٤")
    assert set(label(workspace).toolTip().split("\n")) == {"عزل الاتجاه: ٢", "علامات الاتجاه: ٢"}
    assert not notices(workspace).isVisible()


def test_what_misleads_is_warned_of_by_name_and_shown_on_demand(workspace, show):
    show(FALSE, finds=True)
    bar = notices(workspace)
    assert bar.topic == "hidden"
    for kind in ("تجاوز الاتجاه: ١", "تغيير اتجاه لم يُغلق: ١", "تضمين الاتجاه: ١"):
        assert kind in bar.text()
    before = workspace.page.viewport().grab().toImage()
    (button,) = [one for one in bar.findChildren(QAbstractButton) if one.text()][-1:]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.actions["show_hidden"].isChecked()
    assert not bar.isVisible()
    assert workspace.page.viewport().grab().toImage() != before


def test_the_warning_goes_with_its_article(workspace, show):
    first = workspace.articles.article
    show(FALSE, finds=True)
    workspace.articles.show(first.uid)
    assert not label(workspace).isVisible()
    assert not notices(workspace).isVisible()


def test_the_switch_has_a_key_and_a_menu(workspace, show):
    show(HONEST, finds=True)
    action = workspace.actions["show_hidden"]
    assert QKeySequence("Ctrl+Shift+8") in action.shortcuts()
    assert action.isCheckable()
    before = workspace.page.viewport().grab().toImage()
    action.trigger()
    assert workspace.page.viewport().grab().toImage() != before
    action.trigger()
    assert workspace.page.viewport().grab().toImage() == before
