"""Working fast: queues across articles, and back and forward where one was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader import importers
from reader.model.annotation import QuoteFields
from reader.model.change import Change, Edit
from reader.storage.store import Store
from reader.text.anchoring import new_annotation


@pytest.fixture
def database(tmp_path):
    """Make a library of two articles with three quotes, one of which has a speaker."""
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        for number in range(2):
            text = f"مقال {number}\nقالت الوزيرة إن العدد كبير جدًا في كل المدن.\n"
            article = store.add_article(importers.from_text(text, "text"), me.uid, "setup")
            revision = store.revision(article.uid)
            spans = ((8, 12), (13, 20)) if number == 0 else ((8, 12),)
            for at, (start, end) in enumerate(spans):
                fields = QuoteFields(speaker="الوزيرة" if at else "")
                one = new_annotation(revision, start, end, "quote", me.uid, fields=fields)
                change = Change(
                    act="annotate", edits=(Edit(None, one),), annotator_uid=me.uid, session_uid="s"
                )
                store.apply(change)
    return path


@pytest.fixture
def workspace(open_window, database):
    opened = open_window(database)
    opened.articles.show(opened.library.store.article("1").uid)
    opened.page.setFocus()
    return opened


def here(workspace):
    return workspace.articles.article.id, workspace.page.annotation(
        workspace.page.current()
    ).start_cp


def test_a_queue_goes_through_all_articles_and_begins_anew(workspace):
    seen = []
    for _ in range(4):
        QTest.keyClick(workspace.page, Qt.Key.Key_N)
        seen.append(here(workspace))
    assert seen == [(1, 8), (1, 13), (2, 8), (1, 8)]


def test_what_was_reviewed_waits_no_longer(workspace):
    QTest.keyClick(workspace.page, Qt.Key.Key_N)
    workspace.library.set_status([workspace.page.current()], "reviewed")
    QTest.keyClick(workspace.page, Qt.Key.Key_N)
    assert here(workspace) == (1, 13)
    for _ in range(2):
        QTest.keyClick(workspace.page, Qt.Key.Key_N)
    assert here(workspace) == (1, 13)


def test_quotes_without_a_speaker(workspace):
    QTest.keyClick(workspace.page, Qt.Key.Key_X)
    assert here(workspace) == (1, 8)
    QTest.keyClick(workspace.page, Qt.Key.Key_X)
    assert here(workspace) == (2, 8)


def test_an_empty_queue_says_so(workspace):
    QTest.keyClick(workspace.page, Qt.Key.Key_E)
    assert workspace.page.current() is None
    assert "لكل ادعاء دليل" in workspace.page.window().notices.text()


def test_back_and_forward_between_places_and_articles(workspace):
    for _ in range(3):
        QTest.keyClick(workspace.page, Qt.Key.Key_N)
    assert here(workspace) == (2, 8)
    QTest.keyClick(workspace.page, Qt.Key.Key_Backspace)
    assert here(workspace) == (1, 13)
    QTest.keyClick(workspace.page, Qt.Key.Key_Backspace)
    assert here(workspace) == (1, 8)
    forward = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(workspace.page, Qt.Key.Key_Backspace, forward)
    assert here(workspace) == (1, 13)
    QTest.keyClick(workspace.page, Qt.Key.Key_Backspace, forward)
    assert here(workspace) == (2, 8)


def test_places_that_are_gone_are_passed_over(workspace):
    for _ in range(3):
        QTest.keyClick(workspace.page, Qt.Key.Key_N)
    second = next(
        one
        for one in workspace.library.store.annotations(
            workspace.library.store.revision(workspace.library.store.article("1").uid).uid
        )
        if one.start_cp == 13
    )
    workspace.library.delete([second.uid])
    QTest.keyClick(workspace.page, Qt.Key.Key_Backspace)
    assert here(workspace) == (1, 8)
