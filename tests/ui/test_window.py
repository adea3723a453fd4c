"""The whole window: what it says, what it remembers, what it refuses, in both languages."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from reader.errors import EncodingUncertain
from reader.storage import Store
from reader.text.visual import visual_lines
from reader.ui.app import Program
from reader.ui.crash import CrashGuard, report_of
from reader.ui.dialogs.about import AboutDialog, BugDialog
from reader.ui.dialogs.address import AddressDialog
from reader.ui.dialogs.export import ExportDialog, Remembered, Scope
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.preview.dialog import ImportPreview
from reader.ui.dialogs.settings import SettingsDialog
from tests.ui.brought import candidates_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def notice(workspace) -> str:
    bar = workspace.page.window().notices
    return bar.text() if bar.isVisible() else ""


def choose(workspace, words: str) -> None:
    """Press the notice's button of these words."""
    bar = workspace.page.window().notices
    (button,) = [one for one in bar.findChildren(QAbstractButton) if one.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(kind: type[QWidget], act) -> None:
    """Do something with the next dialog of a kind, once it stands."""
    timer = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()


def status(workspace) -> QLabel:
    return workspace.page.window().findChild(QLabel, "statusSaved")


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


# What stands where -------------------------------------------------------------


def test_the_parts_that_tools_look_for_are_there(workspace):
    window = workspace.page.window()
    assert window.objectName() == "mainWindow"
    for name in ("page", "articlesPanel", "annotationsPanel", "detailsPanel", "statusSaved"):
        assert window.findChild(QWidget, name) is not None, name


@pytest.mark.parametrize(
    ("language", "direction", "saved"),
    [
        ("ar", Qt.LayoutDirection.RightToLeft, "محفوظ"),
        ("en", Qt.LayoutDirection.LeftToRight, "Saved"),
    ],
)
def test_the_window_speaks_its_language_on_its_side(
    open_window, database, settings, language, direction, saved
):
    settings.set("language", language)
    workspace = open_window(database)
    window = workspace.page.window()
    assert window.layoutDirection() == direction
    assert status(workspace).text() == saved
    articles = window.dock("articlesDock").mapTo(
        window, window.dock("articlesDock").rect().center()
    )
    page = workspace.page.mapTo(window, workspace.page.rect().center())
    assert (articles.x() > page.x()) == (language == "ar")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_has_a_name_and_takes_no_markup(open_window, database, settings, language):
    settings.set("language", language)
    workspace = open_window(database)
    revision = workspace.articles.revision
    workspace.annotations.open(workspace.library.annotate(revision, 0, 7, "claim").uid)
    window = workspace.page.window()
    for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit):
        for one in window.findChildren(kind):
            if one.objectName().startswith("qt_") or not one.isVisible():
                continue
            words = one.accessibleName() or getattr(one, "text", str)()
            assert words, f"{type(one).__name__} {one.objectName()}"
    for label in window.findChildren(QLabel):
        if not label.objectName().startswith("qt_"):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "make",
    [
        lambda w: AboutDialog("x", w.page.window()),
        lambda w: BugDialog("report", w.page.window()),
        lambda w: KeysDialog(w.actions, w.page.window()),
        lambda w: SettingsDialog(w.export._settings, "me", w.page.window()),
        lambda w: AddressDialog("https://example.org/x", w.page.language, w.page.window()),
        lambda w: ImportPreview(
            candidates_of("x", "y"), w.page.language, w.page.look, w.page.window()
        ),
        lambda w: ExportDialog(
            (Scope("all", "x"),), w.library.tags(), Remembered(), Path("x"), w.page.language,
            w.page.window(),
        ),
    ],
    ids=["about", "bug", "keys", "settings", "address", "preview", "export"],
)  # fmt: skip
def test_every_dialog_opens_with_all_its_words(
    qtbot, open_window, database, settings, language, make
):
    settings.set("language", language)
    dialog = make(open_window(database))
    dialog.show()
    qtbot.waitExposed(dialog)
    words = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert dialog.windowTitle()
    assert all(words)
    arabic = any("\u0621" <= char <= "\u064a" for char in dialog.windowTitle())
    assert arabic == (language == "ar")
    assert all(
        one.textFormat() == Qt.TextFormat.PlainText
        for one in dialog.findChildren(QLabel)
        if not one.objectName().startswith("qt_")
    )
    dialog.close()


# Articles come in --------------------------------------------------------------


def test_a_paste_makes_an_article(qtbot, workspace):
    QGuiApplication.clipboard().setText("خبر ملصق\r\nسطر")
    workspace.actions["paste_article"].trigger()
    qtbot.waitUntil(lambda: workspace.articles.revision.text == "خبر ملصق\nسطر")
    assert workspace.articles.article.title == "خبر ملصق"


def test_a_drop_of_files_imports_them(qtbot, workspace, tmp_path):
    one = tmp_path / "one.txt"
    one.write_text("مقال أول", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)), QUrl("https://example.org/x")])
    workspace.page.window().dropped.emit(mime)
    qtbot.waitUntil(lambda: workspace.articles.article.title == "مقال أول")
    assert len(workspace.library.articles()) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "لا نص"), (b"\x89PNG\r\n\x1a\n\x00\x00", "صورة"), (b"  \n ", "لا نص")],
)
def test_a_file_that_is_no_article_is_refused_in_words(qtbot, workspace, tmp_path, content, words):
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    workspace.importing.import_files([file])
    qtbot.waitUntil(lambda: words in notice(workspace))
    assert len(workspace.library.articles()) == 1


def test_a_name_with_controls_is_shown_harmless(qtbot, workspace, tmp_path):
    workspace.importing.import_files([tmp_path / "تقرير\u202etxt.exe"])
    qtbot.waitUntil(lambda: "‹202E›" in notice(workspace))
    assert "\u202e" not in notice(workspace)


# Working -----------------------------------------------------------------------


def test_a_tag_without_a_selection_says_what_to_do(workspace):
    QTest.keyClick(workspace.page, "1")
    assert notice(workspace) == "حدد كلمات أولًا، ثم اضغط مفتاح العلامة."


def test_a_digit_in_a_note_is_a_digit(workspace):
    revision = workspace.articles.revision
    new = workspace.library.annotate(revision, 0, 7, "quote")
    workspace.annotations.open(new.uid)
    workspace.actions["note"].trigger()
    editor = QApplication.focusWidget()
    assert editor.objectName() == "noteField"
    QTest.keyClicks(editor, "123")
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    workspace.page.setFocus()
    assert workspace.library.annotation(new.uid).note == "123"
    assert workspace.library.annotation(new.uid).tag == "quote"


def test_current_annotation_is_the_same_everywhere(workspace):
    revision = workspace.articles.revision
    uids = [workspace.library.annotate(revision, i, i + 3, "quote").uid for i in (0, 8, 20)]
    QTest.keyClick(workspace.page, Qt.Key.Key_Home, CONTROL)
    workspace.actions["next_annotation"].trigger()
    assert workspace.page.current() in uids
    assert workspace.details_panel.annotation_uid == workspace.page.current()
    assert workspace.annotations_panel.chosen_uids() == [workspace.page.current()]


def test_a_retag_without_selection_changes_the_current_one(workspace):
    revision = workspace.articles.revision
    new = workspace.library.annotate(revision, 0, 7, "quote")
    workspace.annotations.open(new.uid)
    QTest.keyClick(workspace.page, "3")
    assert workspace.library.annotation(new.uid).tag == "claim"


def test_ends_move_with_alt_and_arrows(workspace):
    revision = workspace.articles.revision
    new = workspace.library.annotate(revision, 0, 4, "quote")
    workspace.annotations.open(new.uid)
    workspace.page.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(workspace.page, Qt.Key.Key_Left, alt)
    assert workspace.library.annotation(new.uid).end_cp == 5
    QTest.keyClick(workspace.page, Qt.Key.Key_Right, alt)
    QTest.keyClick(workspace.page, Qt.Key.Key_Right, alt)
    assert workspace.library.annotation(new.uid).end_cp == 3
    QTest.keyClick(workspace.page, Qt.Key.Key_Left, alt | Qt.KeyboardModifier.ShiftModifier)
    assert workspace.library.annotation(new.uid).start_cp == 1


def test_copies_are_exact_and_for_old_software_visual(workspace):
    text = workspace.articles.revision.text
    workspace.page.select(0, 12)
    workspace.actions["copy"].trigger()
    assert QGuiApplication.clipboard().text() == text[:12]
    workspace.actions["copy_visual"].trigger()
    assert QGuiApplication.clipboard().text() == visual_lines(text[:12])


def test_undo_names_what_it_takes_back(workspace):
    undo = workspace.actions["undo"]
    assert not undo.isEnabled()
    workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    assert workspace.library.flush()
    assert undo.isEnabled()
    assert undo.text() == "تراجع: تعليم"


def test_undo_goes_to_the_article_where_it_happened(qtbot, workspace, tmp_path):
    first = workspace.articles.article.uid
    new = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    workspace.library.set_note(new.uid, "x")
    other = tmp_path / "other.txt"
    other.write_text("مقال آخر", encoding="utf-8")
    workspace.importing.import_files([other])
    qtbot.waitUntil(lambda: workspace.articles.article.uid != first)
    assert workspace.library.flush()
    workspace.actions["undo"].trigger()
    assert workspace.articles.article.uid == first
    assert workspace.page.current() == new.uid


def test_zoom_theme_and_panels_follow_their_keys(workspace, settings):
    page, window = workspace.page, workspace.page.window()
    QTest.keyClick(page, Qt.Key.Key_Equal, CONTROL)
    assert settings.get("zoom") == 110
    QTest.keyClick(page, Qt.Key.Key_0, CONTROL)
    assert settings.get("zoom") == 100
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert settings.get("theme") == "sepia"
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert not window.docks_visible()
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert window.docks_visible()


# Saving ------------------------------------------------------------------------


def test_a_failed_save_is_said_and_can_be_retried(qtbot, workspace, database):
    away = database.with_name("away.db")
    database.rename(away)
    new = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    qtbot.waitUntil(lambda: status(workspace).text() == "لم يُحفظ تغيير واحد")
    assert "لم يعد موجودًا" in notice(workspace)
    assert new.uid in workspace.library.unsaved()
    away.rename(database)
    choose(workspace, "إعادة المحاولة")
    qtbot.waitUntil(lambda: status(workspace).text() == "محفوظ")
    assert notice(workspace) == ""


def test_a_lock_elsewhere_is_waited_for(qtbot, workspace, database):
    # The same SQLite as the program's: the locks of two in one process do not meet.
    from pysqlite3 import dbapi2

    holder = dbapi2.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    qtbot.waitUntil(lambda: status(workspace).property("kind") == "busy")
    holder.execute("COMMIT")
    holder.close()
    qtbot.waitUntil(lambda: status(workspace).property("kind") == "saved")


def test_closing_with_unsaved_work_asks_and_can_stay(qtbot, workspace, database):
    away = database.with_name("away.db")
    database.rename(away)
    workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    qtbot.waitUntil(lambda: status(workspace).property("kind") == "unsaved")

    def stay(box: QMessageBox) -> None:
        box.button(box.standardButton(box.defaultButton())) or box.defaultButton().click()

    answer(QMessageBox, stay)
    workspace.page.window().close()
    assert workspace.page.window().isVisible()
    away.rename(database)
    workspace.library.retry()
    assert workspace.library.flush()


def test_a_conflict_shows_both_values_and_mine_can_be_kept(qtbot, workspace, database):
    new = workspace.library.annotate(workspace.articles.revision, 0, 7, "quote")
    assert workspace.library.flush()
    from reader.ui.library import Library

    store = Store.open(database)
    other = Library(store, store.annotator("other", "other"))
    other.annotations(workspace.articles.revision.uid)
    workspace.library._saver._poll.stop()
    other.set_note(new.uid, "ملاحظتهم")
    assert other.flush()
    workspace.library.set_note(new.uid, "ملاحظتي")
    qtbot.waitUntil(lambda: "ملاحظتي" in notice(workspace))
    assert "ملاحظتهم" in notice(workspace)
    assert workspace.library.annotation(new.uid).note == "ملاحظتهم"
    choose(workspace, "إبقاء ما عندي")
    assert workspace.library.flush()
    assert store.annotation(new.uid).note == "ملاحظتي"
    other.close()


def test_two_windows_on_one_library_show_the_same(qtbot, open_window, database):
    one, other = open_window(database), open_window(database)
    new = one.library.annotate(one.articles.revision, 0, 7, "quote")
    qtbot.waitUntil(lambda: [a.uid for a in other.page.annotations()] == [new.uid])


# The library that will not open ------------------------------------------------


def refused(qtbot, qapp, settings, path) -> str:
    program = Program(qapp, settings, CrashGuard())
    program.show()
    with qtbot.waitSignal(program.refused):
        program.open(str(path), [])
    words = program.window.notices.text()
    assert program.window.notices.isVisible()
    assert program.exit_status == 1
    program.window.close()
    return words


def test_a_file_that_is_no_library_is_said_in_the_window(qtbot, qapp, settings, tmp_path):
    path = tmp_path / "x.db"
    path.write_text("not a database", encoding="utf-8")
    assert "ليس مكتبة حاشية" in refused(qtbot, qapp, settings, path)
    assert path.read_text(encoding="utf-8") == "not a database"


def test_a_damaged_library_offers_its_newest_copy(qtbot, qapp, settings, open_window, database):
    workspace = open_window(database)
    copies = database.parent / "backups"
    qtbot.waitUntil(lambda: copies.is_dir() and any(copies.glob("*.db")))
    workspace.page.window().close()
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    program = Program(qapp, settings, CrashGuard())
    program.show()
    with qtbot.waitSignal(program.refused):
        program.open(str(database), [])
    bar = program.window.notices
    words = "استعادة أحدث نسخة"

    def offered() -> list[QAbstractButton]:
        return [one for one in bar.findChildren(QAbstractButton) if one.text() == words]

    qtbot.waitUntil(lambda: bool(offered()))
    with qtbot.waitSignal(program.opened) as opened:
        QTest.mouseClick(offered()[0], Qt.MouseButton.LeftButton)
    assert len(opened.args[0].library.articles()) == 1
    assert list(database.parent.glob("library.db.damaged-*"))
    program.window.close()


def test_the_session_comes_back(qtbot, open_window, database, settings):
    first = open_window(database)
    window = first.page.window()
    window.dock("articlesDock").hide()
    window.resize(760, 600)
    settings.set("zoom", 150)
    shown = first.articles.article.uid
    window.close()
    second = open_window(database)
    assert second.page.window().size().width() == 760
    assert second.page.window().dock("articlesDock").isHidden()
    assert not second.page.window().dock("detailsDock").isHidden()
    assert second.articles.article.uid == shown
    assert settings.get("session/geometry") != QByteArray()


def test_a_report_names_places_and_no_words():
    words = "نص المقال"
    try:
        raise ValueError(words)
    except ValueError as error:
        report = report_of(error, error.__traceback__)
    assert "ValueError" in report
    assert "test_window.py" in report
    assert words not in report


def test_what_nobody_foresaw_becomes_a_report_to_copy(qtbot, open_window, database, qapp):
    workspace = open_window(database)
    guard = CrashGuard()
    reports = []
    guard.bug_met.connect(reports.append)
    guard.failure_met.connect(workspace.page.window().notices.complain)
    error = ZeroDivisionError("secret")
    guard.caught(type(error), error, None)
    assert "ZeroDivisionError" in reports[0]
    partial(guard.caught, EncodingUncertain)(
        EncodingUncertain(name="x", source=b"", candidates=()), None
    )
    assert "ترميز" in notice(workspace)
