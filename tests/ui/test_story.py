"""From a file to a table, as a person does it: at the window, by mouse, then by keyboard."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from reader.storage import Store
from reader.ui.dialogs.export.format_list import FormatList
from reader.ui.workspace import Workspace

HARD = (
    "\ufeffخبر 😀 عاجل\r\n"
    "قالَ الوَزيرُ:\u00a0«لا 👨\u200d👩\u200d👧 تعليقَ»، وأضاف أنّ العدد 1,554.\r\n"
    "وزارة Health أعلنت كوفيد-19 يوم 2020/3/26."
)
NEWS = (
    "المديرة تعلن افتتاح الجسر\n"
    'قالت المهندسة سلمى الحديدي: "لن نتراجع عن المشروع"، وأضافت أن كلفته 1,554 دينارًا.\n'
    "وذكرت شركة Velmora Water في آذار/ مارس 2021 أن الجسر هو الأول منذ عام 1987.\n"
)


def at(workspace: Workspace, words: str) -> tuple[int, int]:
    text = workspace.articles.revision.text
    return text.index(words), text.index(words) + len(words)


def point_of(workspace: Workspace, cp: int, *, end: bool) -> QPoint:
    """Return a point just inside the first or the last character of a span."""
    page = workspace.page
    rect = page.rects_of(cp, cp + 1)[0]
    rtl = not workspace.articles.revision.text[cp].isascii()
    inner = rect.width() * 0.2
    right = rtl != end
    x = rect.right() - inner if right else rect.left() + inner
    return QPoint(round(x), round(rect.center().y()))


def drag(workspace: Workspace, start_cp: int, end_cp: int) -> None:
    """Drag with the mouse from a span's first character to its last."""
    viewport = workspace.page.viewport()
    first = point_of(workspace, start_cp, end=False)
    last = point_of(workspace, end_cp - 1, end=True)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def exported(path: Path) -> list[dict[str, str]]:
    text = path.read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def export(workspace: Workspace, path: Path, qtbot) -> list[dict[str, str]]:
    """Export everything through the dialog of Ctrl+E."""

    def fill() -> bool:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return False
        dialog.findChild(FormatList, "exportFormat").choose("csv")
        choice = dialog.findChild(QComboBox, "exportPreset")
        choice.setCurrentIndex(choice.findData("csv/programs"))
        scope = dialog.findChild(QComboBox, "exportScope")
        scope.setCurrentIndex(scope.findData("all"))
        dialog.findChild(QLineEdit, "exportPath").setText(str(path))
        dialog.accept_button.click()
        return True

    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: timer.stop() if fill() else None)
    timer.start()
    QTest.keyClick(workspace.page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.exists)
    return exported(path)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            NEWS,
            [
                ("لن نتراجع عن المشروع", "1"),
                ("سلمى الحديدي", "2"),
                ("كلفته 1,554 دينارًا", "3"),
            ],
        ),
        (HARD, [("لا 👨\u200d👩\u200d👧 تعليقَ", "1"), ("الوَزيرُ", "2"), ("العدد 1,554", "3")]),
    ],
    ids=["news", "hard"],
)
def test_from_a_file_to_a_table_by_mouse(qtbot, open_window, tmp_path, text, spans):
    file = tmp_path / "article.txt"
    file.write_bytes(text.encode("utf-8"))
    library = tmp_path / "library.db"
    workspace = open_window(library, file)
    qtbot.waitUntil(lambda: workspace.articles.revision is not None)
    for words, digit in spans:
        drag(workspace, *at(workspace, words))
        assert workspace.page.selection() == at(workspace, words)
        QTest.keyClick(workspace.page, digit)
    revision = workspace.articles.revision
    shown = [(one.exact, one.tag) for one in workspace.page.annotations()]
    assert sorted(one for one, _ in shown) == sorted(words for words, _ in spans)
    assert workspace.library.flush()
    QTest.keyClick(workspace.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(workspace.page.annotations()) == len(spans) - 1
    assert workspace.library.flush()
    QTest.keyClick(workspace.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert workspace.library.flush()
    workspace.page.window().close()

    again = open_window(library)
    assert sorted((one.exact, one.tag) for one in again.page.annotations()) == sorted(shown)
    rows = export(again, tmp_path / "out.csv", qtbot)
    assert sorted((row["text"], row["tag"]) for row in rows) == sorted(shown)
    for row in rows:
        assert revision.text[int(row["start"]) : int(row["end"])] == row["text"]
    with Store.open(library, read_only=True) as store:
        assert store.source_bytes(revision.uid) == text.encode("utf-8")
        assert store.check().is_sound


ARABIC_LETTER = {"undo": "ئ", "redo": "غ"}


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")  # QTest speaks ASCII only
def test_the_same_by_keyboard_alone_on_an_arabic_layout(qtbot, open_window, tmp_path):
    """The keys are those that an Arabic layout sends: letters are Arabic, digits are digits."""
    file = tmp_path / "article.txt"
    file.write_text(NEWS, encoding="utf-8")
    library = tmp_path / "library.db"
    workspace = open_window(library, file)
    qtbot.waitUntil(lambda: workspace.articles.revision is not None)
    page = workspace.page
    keys, mods = Qt.Key, Qt.KeyboardModifier
    start, end = at(workspace, "لن نتراجع عن المشروع")
    QTest.keyClick(page, keys.Key_Home, mods.ControlModifier)
    while page.caret() < start:
        QTest.keyClick(page, keys.Key_Left)
    while page.selection()[1] < end:
        QTest.keyClick(page, keys.Key_Left, mods.ShiftModifier)
    assert page.selection() == (start, end)
    QTest.keyClick(page, keys.Key_1)
    (quote,) = page.annotations()
    assert (quote.exact, quote.tag) == ("لن نتراجع عن المشروع", "quote")
    QTest.keyClick(page, keys.Key_F8)
    assert page.selection()[0] < page.selection()[1]
    QTest.keyClick(page, keys.Key_3)
    assert len(page.annotations()) == 2
    QTest.keyClick(page, keys.Key_Right, mods.AltModifier)
    assert workspace.library.flush()
    for act, count in (("undo", 2), ("undo", 1), ("redo", 2), ("redo", 2)):
        # An Arabic layout sends the letter on the key, with no Latin key code.
        QTest.keySequence(page, QKeySequence(f"Ctrl+{ARABIC_LETTER[act]}"))
        assert workspace.library.flush()
        assert len(page.annotations()) == count
    workspace.page.window().close()

    again = open_window(library)
    texts = {one.exact for one in again.page.annotations()}
    assert "لن نتراجع عن المشروع" in texts
    rows = export(again, tmp_path / "out.csv", qtbot)
    assert {row["text"] for row in rows} == texts
