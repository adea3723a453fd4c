"""A place's page: its parts are one click away, and what is said of them within reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from reader import importers
from reader.storage.store import Store
from reader.ui.subject_acts import add_subject, set_subject_fields

TEXT = "خبر عن الأماكن\nقالت البصرة إنها عطشى، وزار الوفد العراق والزبير والقرنة.\n"
PLACES = ("العراق", "البصرة", "الزبير", "القرنة")


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
    return path


@pytest.fixture
def desk(open_window, database, qtbot):
    """Return a window on a library in which Iraq holds Basra, which holds two more places."""
    workspace = open_window(database)
    qtbot.waitUntil(lambda: workspace.articles.revision is not None)
    for name in PLACES:
        at = TEXT.index(name)
        workspace.page.select(at, at + len(name))
        workspace.page.setFocus()
        QTest.keyClick(workspace.page, Qt.Key.Key_2)
        fields = {"entity_type": "place", "entity_name": name}
        workspace.library.set_fields(workspace.page.current(), fields)
    inside(workspace, "البصرة", "العراق")
    for name in ("الزبير", "القرنة"):
        inside(workspace, name, "البصرة")
    return workspace


def uid_of(desk, name):
    return next(one.uid for one in desk.library.subjects() if one.name == name)


def inside(desk, name, outer):
    set_subject_fields(desk.library, uid_of(desk, name), {"part_of_uid": uid_of(desk, outer)})


def parts(desk):
    return desk.subjects.view.page.parts


def button(desk, name):
    found = parts(desk).findChildren(QToolButton)
    return next(one for one in found if one.property("uid") == uid_of(desk, name))


def listed(desk):
    shown = desk.subjects.view.page.references.shown()
    return sorted(one.annotation.exact for one in shown)


def test_a_part_and_what_is_around_are_one_click_away(desk):
    desk.subjects.open(uid_of(desk, "العراق"))
    assert "البصرة" in button(desk, "البصرة").text()
    button(desk, "البصرة").setFocus()
    QTest.mouseClick(button(desk, "البصرة"), Qt.MouseButton.LeftButton)
    assert desk.subjects.view.page.subject_uid == uid_of(desk, "البصرة")
    focused = QApplication.focusWidget()
    assert focused is button(desk, "العراق")
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.subjects.view.page.subject_uid == uid_of(desk, "العراق")


def test_what_is_said_of_all_that_is_within_is_listed_where_it_is_wanted(desk, qtbot):
    desk.subjects.open(uid_of(desk, "العراق"))
    assert listed(desk) == ["العراق"]
    parts(desk).reach.click()
    qtbot.waitUntil(lambda: len(listed(desk)) == 4)
    assert listed(desk) == sorted(PLACES)
    parts(desk).reach.click()
    qtbot.waitUntil(lambda: listed(desk) == ["العراق"])


def test_what_is_copied_names_who_said_it_and_not_the_place_around(desk, qtbot):
    at = TEXT.index("إنها عطشى")
    desk.page.select(at, at + len("إنها عطشى"))
    desk.page.setFocus()
    QTest.keyClick(desk.page, Qt.Key.Key_1)
    desk.library.set_fields(desk.page.current(), {"speaker": "البصرة"})
    desk.subjects.open(uid_of(desk, "العراق"))
    parts(desk).reach.click()
    page = desk.subjects.view.page
    qtbot.waitUntil(lambda: "إنها عطشى" in listed(desk))
    page.references.keep("quote")
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "البصرة" in copied
    assert "العراق" not in copied


def test_a_place_without_parts_and_a_person_show_nothing_of_it(desk):
    desk.subjects.open(uid_of(desk, "الزبير"))
    assert parts(desk).isVisible()
    assert not parts(desk).reach.isVisible()
    person = add_subject(desk.library, "سلمى")
    desk.subjects.open(person.uid)
    assert not parts(desk).isVisible()


def test_many_parts_are_shown_when_somebody_asks(desk):
    for number in range(30):
        name = f"قرية {number:02}"
        set_subject_fields(desk.library, add_subject(desk.library, name).uid, {"kind": "place"})
        inside(desk, name, "العراق")
    desk.subjects.open(uid_of(desk, "العراق"))
    shown = [one for one in parts(desk)._made if one.property("uid")]
    assert len(shown) == 24
    (more,) = [one for one in parts(desk)._made if "أخرى" in one.text()]
    more.click()
    assert len([one for one in parts(desk)._made if one.property("uid")]) == 31
