"""What was understood is seen and corrected before it is kept, by the keyboard alone."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QTableView, QWidget

from reader.ui.controllers.importing import ImportController
from reader.ui.dialogs.address import AddressDialog
from reader.ui.dialogs.preview.candidates import CandidatesModel
from reader.ui.page.view import PageView
from tests.importers.made import page, paragraphs
from tests.importers.sites import reply, site
from tests.makers import docx_of
from tests.ui.brought import candidates_of, preview_of, states

# Offscreen, a list over a window is there, though not above it.
LISTS = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
CONTROL = Qt.KeyboardModifier.ControlModifier
FORMATS = (
    "chromium.mhtml", "libreoffice.docx", "libreoffice.epub", "libreoffice.html",
    "libreoffice.odt", "libreoffice.pdf", "site-1256.html", "hand.md", "hand.csv", "hand.jsonl",
)  # fmt: skip


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


def opened(qtbot, workspace):
    """Return the preview, once it stands and has the keyboard."""
    qtbot.waitUntil(lambda: preview_of(workspace) is not None)
    preview = preview_of(workspace)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is preview)
    return preview


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def titles(workspace) -> list[str]:
    """Return the titles in the library, the newest first."""
    return [one.article.title for one in workspace.library.articles()]


def notice(workspace) -> str:
    bar = workspace.page.window().notices
    return bar.text() if bar.isVisible() else ""


def text_of(preview) -> PageView:
    return preview.findChild(PageView, "importText")


def line(preview, key: str) -> QLineEdit:
    return preview.findChild(QWidget, f"import_{key}")


def pick(qtbot, choice, row: int) -> None:
    """Open a list with the keyboard and choose a row of it."""
    QTest.keyClick(choice, Qt.Key.Key_Down)
    choice.view().setCurrentIndex(choice.model().index(row, 0))
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    back(qtbot, choice)


def back(qtbot, widget) -> None:
    """Give a window the keyboard again after a list over it, which this platform does not."""
    widget.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)


def said(preview, name: str) -> str:
    return preview.findChild(QLabel, name).text()


# One article -------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_seen_before_it_is_kept(qtbot, workspace, data, name):
    workspace.importing.import_files([data / "formats" / name])
    preview = opened(qtbot, workspace)
    (one,) = preview.candidates()
    assert text_of(preview).text() == one.imported.revision.text
    assert line(preview, "title").text() == one.imported.article.title == paragraphs()[0]
    assert name in said(preview, "importSource")
    assert len(titles(workspace)) == 1
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(workspace)) == 2)
    qtbot.waitUntil(lambda: workspace.articles.revision.text == one.imported.revision.text)
    assert preview_of(workspace) is None


def test_a_page_that_came_before_with_other_words_is_a_revision(qtbot, workspace, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(), encoding="utf-8")
    workspace.importing.import_files([path])
    opened(qtbot, workspace)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(workspace)) == 2)
    qtbot.waitUntil(lambda: workspace.articles.revision.text.startswith(paragraphs()[0]))
    first = workspace.articles.revision
    quote = first.text.index("سلمى الراوندي")
    made = workspace.library.annotate(first, quote, quote + len("سلمى الراوندي"), "entity")
    path.write_text(page().replace("صباح الأحد", "مساء الأحد"), encoding="utf-8")
    workspace.importing.import_files([path])
    opened(qtbot, workspace)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "مساء الأحد" in workspace.articles.revision.text)
    second = workspace.articles.revision
    assert (first.number, second.number) == (1, 2)
    assert second.article_uid == first.article_uid
    assert len(titles(workspace)) == 2
    followed = workspace.library.annotation(made.uid)
    assert followed.revision_uid == second.uid
    assert second.text[followed.start_cp : followed.end_cp] == followed.exact == made.exact
    workspace.library.undo()
    qtbot.waitUntil(lambda: workspace.articles.revision.uid == first.uid)


def test_esc_keeps_nothing(qtbot, workspace, data):
    workspace.importing.import_files([data / "formats" / "libreoffice.pdf"])
    preview = opened(qtbot, workspace)
    assert "PDF" in said(preview, "importNotes")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: preview_of(workspace) is None)
    assert len(titles(workspace)) == 1


def test_a_plain_text_is_one_step_unless_all_is_to_be_seen(qtbot, workspace, settings, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("خبر أول\nنص", "utf-8")
    workspace.importing.import_files([file])
    qtbot.waitUntil(lambda: titles(workspace)[0] == "خبر أول")
    assert preview_of(workspace) is None
    settings.set("import_preview", True)
    file.write_text("خبر أول\nنص آخر", "utf-8")
    (tmp_path / "b.txt").write_text("كلام لا يشبهه شيء", "utf-8")
    workspace.importing.import_files([file, tmp_path / "b.txt"])
    assert states(opened(qtbot, workspace)) == ["next_text", "ready"]
    assert len(titles(workspace)) == 2


def test_fields_are_corrected_with_the_keyboard_alone(qtbot, workspace, tmp_path):
    (tmp_path / "a.docx").write_bytes(docx_of(["خبر", "نص"], author="حاسوب"))
    workspace.importing.import_files([tmp_path / "a.docx"])
    preview = opened(qtbot, workspace)
    for _ in range(20):
        if QApplication.focusWidget() is line(preview, "byline"):
            break
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line(preview, "byline")
    press(Qt.Key.Key_A, CONTROL)
    line(preview, "byline").insert("سلمى")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line(preview, "published")
    press(Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "2024-13")
    press(Qt.Key.Key_Return, CONTROL)
    assert preview_of(workspace) is preview  # no such month: it is told, and nothing is kept
    messages = [one.text() for one in preview.findChildren(QLabel, "fieldMessage")]
    assert any(messages)
    assert len(titles(workspace)) == 1
    press(Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "2024-03")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(titles(workspace)) == 2)
    kept = workspace.library.articles()[0].article
    assert (kept.byline, kept.published, kept.title) == ("سلمى", "2024-03", "خبر")


@LISTS
def test_an_uncertain_encoding_is_chosen_over_the_text(qtbot, workspace, tmp_path):
    (tmp_path / "old.txt").write_bytes("نعم".encode("cp1256"))
    workspace.importing.import_files([tmp_path / "old.txt"])
    preview = opened(qtbot, workspace)
    assert states(preview) == ["choose"]
    choice = line(preview, "encoding")
    choice.setFocus()
    for key, wanted in (("cp1252", "äÚã"), ("cp1256", "نعم")):
        pick(qtbot, choice, choice.findData(key))
        qtbot.waitUntil(lambda wanted=wanted: text_of(preview).text() == wanted)
    assert states(preview) == ["ready"]
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: workspace.articles.article.title == "نعم")
    assert workspace.articles.revision.encoding == "cp1256"


@LISTS
def test_what_was_typed_stays_when_the_source_is_read_another_way(qtbot, workspace, tmp_path):
    """Also what is no value yet; what nobody typed is as the source has it now."""
    (tmp_path / "old.txt").write_bytes("نعم\nثم".encode("cp1256"))
    workspace.importing.import_files([tmp_path / "old.txt"])
    preview = opened(qtbot, workspace)
    for key, words in (("byline", "سلمى"), ("published", "أمس")):
        field = line(preview, key)
        field.setFocus()
        field.setText(words)
    choice = line(preview, "encoding")
    choice.setFocus()
    for key, title in (("cp1252", "äÚã"), ("utf-8", None), ("cp1256", "نعم")):
        pick(qtbot, choice, choice.findData(key))
        qtbot.waitUntil(lambda: not preview._is_reading)
        one = preview.current()
        if title is not None:
            assert line(preview, "title").text() == one.imported.article.title == title
            assert line(preview, "byline").text() == one.imported.article.byline == "سلمى"
            assert line(preview, "published").text() == "أمس"
    assert one.typed == {"byline": "سلمى"}
    line(preview, "published").setText("2024")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: workspace.articles.article.title == "نعم")
    kept = workspace.articles.article
    assert (kept.byline, kept.published) == ("سلمى", "2024")


def test_what_was_typed_for_rows_of_a_table_stays_with_its_rows():
    rows = candidates_of("أول", "ثان", "ثالث")
    rows = [replace(one, origin=rows[0].origin) for one in rows]
    model = CandidatesModel([*rows, *candidates_of("غيره")], "ar", None)
    model.put(rows[1].corrected({"byline": "سلمى"}))
    again = [replace(one, origin=replace(one.origin)) for one in candidates_of("١", "٢", "٣")]
    again = [replace(one, origin=again[0].origin) for one in again]
    assert model.exchange(rows[1].key, again[:1]) == 0  # it could not be read so
    assert [one.imported.article.byline for one in model.all()] == ["", ""]
    anew = [replace(one, origin=replace(one.origin)) for one in again]
    anew = [replace(one, origin=anew[0].origin) for one in anew]
    assert model.exchange(model.at(0).key, anew) == 0
    assert [one.imported.article.byline for one in model.all()] == ["", "سلمى", "", ""]
    assert model.at(1).imported.article.title == "٢"
    last = [replace(one, origin=replace(one.origin)) for one in anew]
    last = [replace(one, origin=last[0].origin) for one in last]
    assert model.exchange(model.at(2).key, last) == 0
    assert [one.imported.article.byline for one in model.all()] == ["", "سلمى", "", ""]


def test_what_is_there_already_is_told_and_not_kept_with_the_others(qtbot, workspace, tmp_path):
    same = tmp_path / "same.txt"
    same.write_text(workspace.articles.revision.text, "utf-8")
    other = tmp_path / "other.docx"
    other.write_bytes(docx_of(["خبر آخر"]))
    workspace.importing.import_files([same, other])
    preview = opened(qtbot, workspace)
    assert states(preview)[0] == "same_text"
    assert workspace.articles.article.title in said(preview, "importState")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(workspace)) == 2)
    assert titles(workspace)[0] == "خبر آخر"


# Many --------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """Return a folder of 200 articles and three files that are none, on two levels."""
    made = tmp_path / "أخبار"
    (made / "inner").mkdir(parents=True)
    for number in range(100):
        (made / f"{number:03}.txt").write_text(f"خبر {number}\nنص {number}", "utf-8")
        (made / "inner" / f"{number:03}.html").write_text(
            f"<html><body><h1>صفحة {number}</h1><p>{paragraphs()[2]} {number}</p></body></html>"
        )
    (made / "bad.docx").write_bytes(b"PK\x03\x04")
    (made / "empty.txt").write_bytes(b"")
    (made / "inner" / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    return made


def test_a_folder_is_listed_whole_and_the_bad_ones_do_not_stop_it(qtbot, workspace, folder):
    workspace.importing.import_files([folder])
    preview = opened(qtbot, workspace)
    assert len(states(preview)) == 203
    assert states(preview).count("failed") == 3
    rows = preview.findChild(QListView, "importList")
    assert QApplication.focusWidget() is rows
    press(Qt.Key.Key_Delete)  # the first is left out
    assert preview.current() is preview.candidates()[1]
    press(Qt.Key.Key_Return, CONTROL)  # the second is kept by itself
    qtbot.waitUntil(lambda: len(titles(workspace)) == 2)
    assert len(states(preview)) == 202
    press(Qt.Key.Key_End)
    assert states(preview)[-1] == "failed"
    assert "docx" in said(preview, "importNotes") or "pdf" in said(preview, "importNotes").lower()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(workspace)) == 200)
    assert "خبر 0" not in titles(workspace)
    assert notice(workspace) == ""


def test_a_folder_with_nothing_in_it_is_told(qtbot, workspace, tmp_path):
    (tmp_path / "empty").mkdir()
    workspace.importing.import_files([tmp_path / "empty"])
    qtbot.waitUntil(lambda: "لا نص" in notice(workspace))


def test_reading_a_folder_can_be_given_up(qtbot, workspace, folder):
    workspace.importing.import_files([folder])
    (task,) = workspace.page.window().tasks._tasks
    qtbot.waitUntil(lambda: task.done > 2)
    task.cancel()
    qtbot.waitUntil(lambda: not workspace.page.window().tasks._tasks)
    assert preview_of(workspace) is None
    assert len(titles(workspace)) == 1


# Tables ------------------------------------------------------------------------


def choose_column(qtbot, preview, row: int, field: str) -> None:
    """Say by keys what a column holds."""
    table = preview.findChild(QTableView, "importColumns")
    table.setCurrentIndex(table.model().index(row, 0))
    table.setFocus()
    press(Qt.Key.Key_Return)
    menu = table.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    names = [one.objectName() for one in menu.actions()]
    menu.setActiveAction(menu.actions()[names.index(f"column_{field}") - 1])
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    back(qtbot, table)


@LISTS
def test_columns_are_chosen_over_samples_and_remembered(qtbot, workspace, settings, tmp_path):
    table = tmp_path / "a.csv"
    table.write_text("ك1,ك2,ك3\nخبر,نص قصير,سالم\nآخر,نص ثان,ليلى\n", "utf-8")
    workspace.importing.import_files([table])
    preview = opened(qtbot, workspace)
    assert states(preview) == ["choose"]
    view = preview.findChild(QTableView, "importColumns")
    shown = [view.model().index(row, 2).data() for row in range(3)]
    assert (view.isVisible(), shown) == (True, ["خبر", "نص قصير", "سالم"])
    choose_column(qtbot, preview, 1, "text")
    qtbot.waitUntil(lambda: len(states(preview)) == 2)
    choose_column(qtbot, preview, 0, "title")
    qtbot.waitUntil(lambda: line(preview, "title").text() == "خبر")
    press(Qt.Key.Key_F4)
    assert text_of(preview).isVisible()
    preview.findChild(QListView, "importList").setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(titles(workspace)) > {"خبر", "آخر"})
    assert json.loads(settings.get("import_columns"))["ك2"] == "text"
    table.write_text("ك3,ك2,ك1\nسمر,نص ثالث,ثالث\n", "utf-8")
    workspace.importing.import_files([table])
    preview = opened(qtbot, workspace)
    assert line(preview, "title").text() == "ثالث"
    assert "نص ثالث" in text_of(preview).text()


# Pages by their address --------------------------------------------------------


def only_here(address) -> bool:
    """Let sites of this machine be called."""
    return address.is_loopback


@pytest.fixture
def here(workspace, settings):
    """Return the window's importing, with sites of this machine allowed."""
    window = workspace.page.window()
    made = ImportController(window, workspace.page, workspace.library, settings, only_here)
    yield made
    made.close()


def send_page(_path, send) -> None:
    send(reply(page().encode(), Content_Type="text/html; charset=utf-8"))


def in_dialog(act) -> None:
    """Do something with the dialog of the address, once it stands."""
    timer = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AddressDialog):
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()


def test_a_page_is_fetched_once_the_person_says_so(qtbot, workspace, here):
    seen = []

    def agree(dialog) -> None:
        seen.extend((dialog.address(), said(dialog, "visitWords")))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with site(send_page) as running:
        QGuiApplication.clipboard().setText(running.url("/news/1"))
        in_dialog(agree)
        here.ask_address()
        preview = opened(qtbot, workspace)
        assert len(running.requests) == 1
    assert seen[0] == running.url("/news/1")
    assert "127.0.0.1" in seen[1]
    assert "عنوانك على الشبكة" in seen[1]
    assert line(preview, "url").text() == running.url("/news/1")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.articles.article.title == paragraphs()[0])
    assert workspace.articles.article.url == running.url("/news/1")


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_an_address_is_never_fetched_without_a_word(qtbot, workspace, here, way):
    asked = []

    def refuse(dialog) -> None:
        asked.append(dialog.address())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with site(send_page) as running:
        in_dialog(refuse)
        if way == "paste":
            QGuiApplication.clipboard().setText(f" {running.url()}\n")
            here.paste()
        else:
            mime = QMimeData()
            mime.setUrls([QUrl(running.url())])
            here.take_in(mime)
        assert running.requests == []
        assert asked == [running.url()]
    assert not workspace.page.window().tasks._tasks


def test_only_an_address_of_the_web_can_be_fetched(qtbot, workspace):
    dialog = AddressDialog("", "ar", workspace.page.window())
    qtbot.addWidget(dialog)
    for bad in ("", "file:///etc/passwd", "javascript:x", "example.org", "https://", "http://a b"):
        dialog.findChild(QLineEdit, "pageAddress").setText(bad)
        assert not dialog.accept_button.isEnabled(), bad
    dialog.findChild(QLineEdit, "pageAddress").setText("https://example.org/x")
    assert dialog.accept_button.isEnabled()


def test_a_page_that_cannot_be_fetched_is_told(qtbot, workspace, here):
    with site(lambda _path, send: send(reply(status="404 Not Found"))) as running:
        here.fetch(running.url())
        qtbot.waitUntil(lambda: "404" in notice(workspace) or "٤٠٤" in notice(workspace))
    workspace.importing.fetch(running.url())  # what the program itself allows: nothing private
    qtbot.waitUntil(lambda: "شبكة خاصة" in notice(workspace))
    assert len(titles(workspace)) == 1


def test_a_slow_site_is_given_up(qtbot, workspace, here):
    with site(lambda _path, _send: running.wait(20)) as running:
        here.fetch(running.url())
        qtbot.waitUntil(lambda: len(running.requests) == 1)
        (task,) = workspace.page.window().tasks._tasks
        task.cancel()
        qtbot.waitUntil(lambda: not workspace.page.window().tasks._tasks)
    assert notice(workspace) == ""
    assert preview_of(workspace) is None


# The clipboard -----------------------------------------------------------------


def copied(markup: str, text: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(markup)
    mime.setText(text)
    return mime


@LISTS
def test_a_copied_part_of_a_page_is_read_as_one_or_as_its_words(qtbot, workspace):
    words = paragraphs()[:4]
    markup = "".join(f"<p>{one}</p>" for one in words) + '<img src="file:///etc/passwd">'
    QGuiApplication.clipboard().setMimeData(copied(markup, "كلمات مجردة\nسطر"))
    workspace.actions["paste_article"].trigger()
    preview = opened(qtbot, workspace)
    assert preview.current().imported.revision.format == "html"
    assert text_of(preview).text().split("\n")[:2] == words[:2]
    assert preview.current().imported.source == markup.encode()
    choice = line(preview, "read_as")
    choice.setFocus()
    pick(qtbot, choice, 1)
    qtbot.waitUntil(lambda: text_of(preview).text() == "كلمات مجردة\nسطر")
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: workspace.articles.article.title == "كلمات مجردة")
    assert workspace.articles.revision.format == "text"


def test_markup_without_words_falls_back_to_the_text(qtbot, workspace):
    workspace.importing.take_in(copied("<div><img src='x'></div>", "خبر ملصق"))
    preview = opened(qtbot, workspace)
    assert text_of(preview).text() == "خبر ملصق"
    assert said(preview, "importNotes")
