"""An article that comes again, in the window: the act, the notice, the difference, the lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QToolButton

from reader.importers import from_text, load
from reader.model.article import Reading
from reader.storage.store import Store
from reader.ui.dialogs.difference import DifferenceDialog
from reader.ui.originals import safe_name

FIRST = """افتتاح محطة لتنقية المياه
افتتحت محطة جديدة لتنقية المياه في المدينة بعد تأخير.
قال الوزير إن المحطة تضخ ألف متر في الساعة.
ونفت الوزارة صحة الأنباء المتداولة.
ولم ترد الهيئة على أسئلة المراسل حتى مساء الأحد.
وذكر أن شركة فلمورا نفذت المشروع بكلفة 23 مليار دينار.
"""
SENTENCE = "إن المحطة تضخ ألف متر في الساعة"
SECOND = FIRST.replace("تضخ ألف متر", "تضخ مئة متر").replace("ولم ترد الهيئة", "ولم تجب اللجنة")
CHANGED = SENTENCE.replace("ألف", "مئة")


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "news"
    path.mkdir()
    return path


@pytest.fixture
def workspace(open_window, tmp_path, folder, qtbot):
    """Return a window on an article from a file, with three annotations."""
    database = tmp_path / "again.db"
    Store.open(database).close()
    made = open_window(database)
    bring(made, folder, FIRST, qtbot)
    text = made.articles.revision
    for words in ("محطة جديدة", SENTENCE, "الهيئة"):
        start = text.text.index(words)
        made.library.annotate(text, start, start + len(words), "quote")
    assert made.library.flush()
    return made


def bring(workspace, folder: Path, text: str, qtbot, name="خبر.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    workspace.importing._keep(load(path).articles)  # as it leaves the preview
    settle(workspace, qtbot)


def settle(workspace, qtbot):
    """Wait until nothing is being read, compared, followed or saved any more."""
    qtbot.waitUntil(lambda: not workspace._window.tasks._tasks)
    assert workspace.library.flush()


def notice(workspace) -> str:
    return workspace._window.notices.text()


def choose(workspace, words):
    """Press the button of a notice."""
    buttons = workspace._window.notices.findChildren(QPushButton)
    next(one for one in buttons if one.text() == words and one.isVisible()).click()


def do(workspace, key):
    workspace.actions[key].trigger()


def open_changes(workspace, qtbot) -> DifferenceDialog:
    do(workspace, "what_changed")
    settle(workspace, qtbot)
    return workspace._window.findChild(DifferenceDialog)


def lost(workspace):
    return [one.exact for one in workspace.library.lost(workspace.articles.article.uid)]


def test_a_text_that_comes_again_is_shown_and_told(workspace, folder, qtbot):
    bring(workspace, folder, SECOND, qtbot)
    assert workspace.page.text() == SECOND
    told = notice(workspace)
    assert "مراجعة" in told
    states = {one.exact: one.anchor for one in workspace.page.annotations()}
    assert states == {"محطة جديدة": "exact", CHANGED: "fuzzy"}
    assert lost(workspace) == ["الهيئة"]
    workspace.library.undo()
    assert workspace.page.text() == FIRST
    assert len(workspace.page.annotations()) == 3
    assert lost(workspace) == []
    assert workspace.library.flush()
    workspace.library.redo()
    assert workspace.page.text() == SECOND
    assert workspace.library.flush()
    assert workspace.library.store.check().findings == ()
    assert len(workspace.library.articles()) == 1


def test_the_same_text_brings_nothing(workspace, folder, qtbot):
    before = workspace.library.store.last_sequence()
    bring(workspace, folder, FIRST, qtbot)
    assert workspace.library.store.last_sequence() == before
    assert "في المكتبة" in notice(workspace)
    choose(workspace, "أضفه على أي حال")
    settle(workspace, qtbot)
    assert len(workspace.library.articles()) == 2
    assert workspace.library.store.check().findings == ()


def test_a_revision_can_be_an_article_of_its_own_instead(workspace, folder, qtbot):
    old = workspace.articles.article.uid
    bring(workspace, folder, SECOND, qtbot)
    choose(workspace, "احتفظ به مقالًا مستقلًا")
    settle(workspace, qtbot)
    assert workspace.page.text() == SECOND
    assert workspace.articles.article.uid != old
    assert workspace.library.revision(old).text == FIRST
    assert len(workspace.library.annotations(workspace.library.revision(old).uid)) == 3
    assert workspace.library.store.check().findings == ()


def test_many_that_come_again_are_told_together(workspace, folder, qtbot):
    bring(workspace, folder, "مقال آخر عن الطقس.\n", qtbot, "طقس.txt")
    (folder / "خبر.txt").write_text(SECOND, encoding="utf-8")
    workspace.importing._keep([load(path).articles[0] for path in sorted(folder.iterdir())])
    settle(workspace, qtbot)
    assert len(notice(workspace).splitlines()) == 2
    texts = {
        workspace.library.revision(one.article.uid).text for one in workspace.library.articles()
    }
    assert SECOND in texts


def test_what_changed_is_one_command(workspace, folder, qtbot):
    bring(workspace, folder, SECOND, qtbot)
    dialog = open_changes(workspace, qtbot)
    text = dialog.page.text()
    marked = {(one.tag, one.exact.strip()) for one in dialog.page.annotations()}
    assert marked == {
        ("removed", "ألف"),
        ("added", "مئة"),
        ("removed", "ترد الهيئة"),
        ("added", "تجب اللجنة"),
    }
    assert "ألف" in text
    assert dialog.page.current() == "0"
    qtbot.keyClick(dialog.page, Qt.Key.Key_F3)
    dialog.findChild(QToolButton, "nextChange").click()
    assert dialog.page.current() in ("1", "2")
    dialog.reject()


def test_a_text_that_never_changed_says_so(workspace):
    do(workspace, "what_changed")
    assert "لم يتغير" in notice(workspace)


def test_an_earlier_revision_is_shown_again_from_the_list(workspace, folder, qtbot):
    bring(workspace, folder, SECOND, qtbot)
    do(workspace, "revisions")
    settle(workspace, qtbot)
    dialog = workspace._window.findChild(DifferenceDialog)
    assert dialog.list.count() == 2
    assert dialog.page.text() == SECOND  # to be read
    first, second = workspace.library.store.revisions(workspace.articles.article.uid)
    dialog.compare(second.uid, first.uid)
    settle(workspace, qtbot)
    dialog.findChild(QToolButton, "showRevision").click()
    settle(workspace, qtbot)
    assert workspace.page.text() == FIRST
    assert lost(workspace) == []
    assert {one.anchor for one in workspace.page.annotations()} == {"exact"}


def test_a_reader_is_told_when_the_text_is_opened_again(workspace, folder, qtbot):
    """Another window has brought a new text meanwhile."""
    article = workspace.articles.article
    store = workspace.library.store
    bring(workspace, folder, "مقال آخر عن الطقس.\n", qtbot, "طقس.txt")
    second = store.add_revision(
        from_text(SECOND, "خبر"), article.uid, store.annotators()[0].uid, "x"
    )
    workspace.revisions.show_text(article.uid, second.uid, lambda *_: None)
    settle(workspace, qtbot)
    workspace._window.notices.dismiss()
    workspace.articles.show(article.uid)
    assert "منذ قرأته" in notice(workspace)
    choose(workspace, "ما الذي تغير")
    settle(workspace, qtbot)
    assert workspace._window.findChild(DifferenceDialog).page.annotations()

    def is_noted() -> bool:
        reading = store.reading(article.uid, workspace.library.annotator.uid)
        assert isinstance(reading, Reading)
        return reading.revision_uid == second.uid

    qtbot.waitUntil(is_noted)


# The uncertain and the lost -------------------------------------------------------


@pytest.fixture
def changed(workspace, folder, qtbot):
    bring(workspace, folder, SECOND, qtbot)
    workspace._window.notices.dismiss()
    workspace.articles.finish()
    return workspace


def test_the_bar_shows_the_words_it_had_and_confirms(changed):
    do(changed, "next_uncertain")
    bar = changed.places.bar
    assert bar.isVisible()
    assert bar.words.text() == SENTENCE
    do(changed, "confirm_place")
    states = {one.exact: one.anchor for one in changed.page.annotations()}
    assert states[CHANGED] == "exact"
    # It has gone on to the lost one.
    assert bar.words.text() == "الهيئة"
    assert not changed.actions["confirm_place"].isEnabled()
    assert changed.library.flush()
    changed.library.undo()
    assert {one.anchor for one in changed.page.annotations()} == {"exact", "fuzzy"}


def test_a_lost_one_is_tied_to_selected_words(changed):
    do(changed, "next_uncertain")
    do(changed, "next_uncertain")
    do(changed, "reattach_place")
    assert "اختر" in notice(changed)
    start = SECOND.index("اللجنة")
    changed.page.select(start, start + 6)
    do(changed, "reattach_place")
    assert lost(changed) == []
    assert "اللجنة" in {one.exact for one in changed.page.annotations()}
    assert not changed.places.bar.isVisible()
    assert changed.library.flush()
    changed.library.undo()
    assert lost(changed) == ["الهيئة"]
    assert changed.library.flush()
    assert changed.library.store.check().findings == ()


def test_an_uncertain_one_is_put_among_the_lost_with_its_own_words(changed):
    do(changed, "next_uncertain")
    do(changed, "lose_place")
    assert sorted(lost(changed)) == sorted([SENTENCE, "الهيئة"])
    assert CHANGED not in {one.exact for one in changed.page.annotations()}


def test_the_list_shows_what_waits(changed):
    panel = changed.annotations_panel
    switch = panel.findChild(QToolButton, "waitingFilter")
    assert switch.isVisible()
    assert len(panel.visible_uids()) == 3
    switch.click()
    assert len(panel.visible_uids()) == 2
    # Lost ones stand last, whatever the order.
    assert panel.visible_uids()[-1] == changed.library.lost(changed.articles.article.uid)[0].uid
    changed.library.undo()
    changed.articles.finish()
    assert panel.visible_uids() == []
    switch.click()
    assert len(panel.visible_uids()) == 3
    assert not switch.isVisible()


def test_a_lost_one_is_opened_without_leaving_the_page(changed):
    uid = changed.library.lost(changed.articles.article.uid)[0].uid
    before = changed.page.top_position()
    changed.annotations.open(uid)
    assert changed.page.current() is None
    assert changed.page.top_position() == before
    assert changed.places.bar.words.text() == "الهيئة"


# Originals ------------------------------------------------------------------------


def test_the_original_is_opened_saved_and_verified(workspace, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    path = workspace.originals.open()
    assert path.read_bytes() == FIRST.encode()
    assert path.stat().st_mode & 0o777 == 0o400
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert opened[0].toLocalFile() == str(path)
    assert workspace.originals.verify() is True
    assert "SHA-256" in notice(workspace)
    workspace.originals.save(tmp_path / "saved.txt", path.read_bytes())
    assert (tmp_path / "saved.txt").read_bytes() == FIRST.encode()
    workspace.originals.close()
    assert not path.exists()


def test_bytes_that_were_altered_are_told(workspace):
    with workspace.library.store._library.write() as connection:
        connection.exec_driver_sql("UPDATE revisions SET source = x'00'")
    assert workspace.originals.verify() is False
    assert "ليس" in notice(workspace)


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("خبر.txt", "text", "خبر.txt"),
        ("../../etc/passwd", "text", "etcpasswd.txt"),
        ("run.desktop", "html", "run.desktop.html"),
        ("a\u202etxt.exe", "text", "atxt.exe.txt"),
        ("con.txt", "text", "original-con.txt"),
        ("", "html", "original.html"),
        (" . ", "text", "original.txt"),
        ("C:\\x.html", "html", "Cx.html"),
        ("x" * 300 + ".html", "html", "x" * 80 + ".html"),
    ],
)
def test_names_lead_nowhere_else(name, kind, safe):
    assert safe_name(name, kind) == safe
