"""Articles are opened and brought in beside the window's thread, and both can be given up."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject

from reader.errors import SourceMissing, UnknownArticle
from reader.importers import Child
from reader.model import article as model
from reader.progress import Cancelled, unwatched
from reader.storage.store import Store
from reader.ui.bringing_in import Reading, bring_in
from reader.ui.opening import contents_of, first_contents, opens_at_once, read_whole
from reader.ui.origins import of_paths
from reader.ui.page.view import PageView
from tests.bench.library import annotate_evenly, import_prose

MANY = 1_500


@pytest.fixture
def large(tmp_path) -> Path:
    """Return a library of a short article and one with many annotations, the newest."""
    path = tmp_path / "large.db"
    with Store.open(path) as store:
        import_prose(store, 50, "short.txt")
        annotate_evenly(store, import_prose(store, 20_000, "long.txt"), MANY)
    return path


@pytest.fixture
def workspace(open_window, large, settings):
    with Store.open(large) as store:
        settings.set("session/article", store.articles()[1].article.uid)
    return open_window(large)


def uids(workspace) -> tuple[str, str]:
    """Return the short article's uid and the long one's."""
    long, short = (one.article.uid for one in workspace.library.articles())
    return short, long


class Paintings(QObject):
    """Notes how long the text was when the page was painted last."""

    length = 0

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.length = len(self._page.text())
        return super().eventFilter(watched, event)


def place(article_uid: str, reader_uid: str, revision_uid: str, top_cp: int) -> model.Reading:
    return model.Reading(
        article_uid=article_uid,
        annotator_uid=reader_uid,
        revision_uid=revision_uid,
        top_cp=top_cp,
    )


def test_the_words_are_painted_before_any_panel_follows(qtbot, workspace):
    page, articles = workspace.page, workspace.articles
    _, long = uids(workspace)
    paintings = Paintings(page)
    lengths: list[int] = []
    articles.shown.connect(lambda *_: lengths.append(paintings.length))
    with qtbot.waitSignal(articles.shown):
        articles.show(long)
    assert lengths == [len(page.text())]


def test_only_an_ordinary_article_is_read_at_once(workspace):
    short, long = uids(workspace)
    assert opens_at_once(workspace.library.store, short)
    assert not opens_at_once(workspace.library.store, long)


def test_a_long_article_opens_when_it_has_been_read(qtbot, workspace):
    short, long = uids(workspace)
    page, articles = workspace.page, workspace.articles
    before = page.text()
    workspace.articles_panel.article_chosen.emit(long)
    assert (articles.article.uid, page.text()) == (short, before)  # the loop turns meanwhile
    panel, first = workspace.annotations_panel, []
    articles.shown.connect(lambda *_: first.append((len(page.annotations()), panel.visible_uids())))
    with qtbot.waitSignal(articles.filler.filled):
        pass
    assert articles.article.uid == long
    ((in_view, listed),) = first
    assert 0 < in_view < MANY  # those in view come first
    assert listed == []
    assert page.annotations() == workspace.library.store.annotations(articles.revision.uid)
    qtbot.waitUntil(lambda: len(workspace.annotations_panel.visible_uids()) == MANY)


def test_acts_while_the_rest_is_being_read_are_not_lost(qtbot, workspace):
    """They may have been saved before or after a thread has read: they are laid over it."""
    _, long = uids(workspace)
    library, articles, page = workspace.library, workspace.articles, workspace.page
    with qtbot.waitSignal(articles.filler.filled):
        articles.show(long)
        with qtbot.waitSignal(articles.shown):
            pass
        revision = articles.revision
        assert library.is_part(revision.uid)
        near, far = page.annotations()[0], library.store.annotations(revision.uid)[-1]
        library.delete([near.uid])
        library.set_note(far.uid, "حاشية")
        new = library.annotate(revision, 1, 4, "claim")
    assert page.annotation(near.uid) is None
    assert page.annotation(far.uid).note == "حاشية"
    assert page.annotation(new.uid) == new
    qtbot.waitUntil(lambda: not workspace.page.window().tasks._tasks)
    assert workspace.annotations_panel.visible_uids() == [one.uid for one in page.annotations()]
    assert library.flush()
    assert page.annotations() == library.store.annotations(revision.uid)


def test_what_needs_all_annotations_has_them_before_they_are_shown(qtbot, workspace):
    _, long = uids(workspace)
    library, articles, page = workspace.library, workspace.articles, workspace.page
    articles.show(long)
    with qtbot.waitSignal(articles.shown):
        pass
    revision = articles.revision
    end = len(revision.text)
    page.select(end, end)
    workspace.actions["previous_annotation"].trigger()
    assert page.current() == library.store.annotations(revision.uid)[-1].uid
    assert len(page.annotations()) == MANY
    qtbot.waitUntil(lambda: len(workspace.annotations_panel.visible_uids()) == MANY)


def test_a_reading_that_is_given_up_says_that_it_is_not_the_whole(qtbot, workspace):
    _, long = uids(workspace)
    articles, panel = workspace.articles, workspace.annotations_panel
    articles.show(long)
    with qtbot.waitSignal(articles.shown):
        pass
    with qtbot.waitSignal(articles.filler.gave_up):
        workspace.page.window().tasks._tasks[-1].cancel()
    assert panel._hint.text() == panel.tr(
        "The annotations were not all read. Open the article again."
    )
    assert len(workspace.library.annotations(articles.revision.uid)) == MANY
    with qtbot.waitSignal(articles.filler.filled):
        articles.show(long)
    qtbot.waitUntil(lambda: len(panel.visible_uids()) == MANY)


def test_an_article_that_is_left_is_not_filled_in(qtbot, workspace):
    short, long = uids(workspace)
    articles, page = workspace.articles, workspace.page
    articles.show(long)
    with qtbot.waitSignal(articles.shown):
        pass
    articles.show(short)
    qtbot.waitUntil(lambda: not workspace.page.window().tasks._tasks)
    assert page.annotations() == []
    assert workspace.annotations_panel.visible_uids() == []


def test_an_opening_that_is_given_up_keeps_the_former_article(qtbot, workspace):
    short, long = uids(workspace)
    before = workspace.page.text()
    workspace.articles.show(long)
    with qtbot.waitSignal(workspace.articles.kept) as kept:
        workspace.articles._opening.cancel()
    assert kept.args[0].uid == short
    assert workspace.page.text() == before
    assert workspace.articles_panel._delegate.open_uid == short
    workspace.articles.show(long)
    with qtbot.waitSignal(workspace.articles.shown):
        pass


def test_the_article_that_was_asked_for_last_is_shown(qtbot, workspace):
    short, long = uids(workspace)
    shown: list[str] = []
    workspace.articles.shown.connect(lambda article, _: shown.append(article.uid))
    workspace.articles.show(long)
    workspace.articles.show(short)
    workspace.articles.show(long)
    qtbot.waitUntil(lambda: not workspace.page.window().tasks._tasks)
    assert shown == [short, long]


def test_an_act_during_the_reading_is_not_lost(qtbot, workspace):
    """What a thread has read before the act is out of date, so it is read again."""
    _, long = uids(workspace)
    library = workspace.library
    library.hold("another text", ())
    revision = library.revision(long)
    workspace.articles.show(long)
    new = library.annotate(revision, 0, 5, "claim")
    with qtbot.waitSignal(workspace.articles.shown):
        pass
    with qtbot.waitSignal(workspace.articles.filler.filled):
        pass
    assert workspace.page.annotation(new.uid) == new
    assert len(workspace.page.annotations()) == MANY + 1


def test_an_article_that_is_gone_is_told_of_and_the_former_stays(qtbot, workspace):
    short, _ = uids(workspace)
    with pytest.raises(UnknownArticle):
        workspace.articles.show("no such article")
    assert workspace.articles.article.uid == short


def test_reading_ends_where_it_is_given_up(large):
    with Store.open(large) as store:
        uid = store.articles()[0].article.uid
        heard: list[tuple[int, int]] = []

        def stop_in_the_middle(done: int, total: int) -> None:
            heard.append((done, total))
            if done:
                raise Cancelled

        revision = store.revision(uid)
        with pytest.raises(Cancelled):
            read_whole(store, revision, stop_in_the_middle)
        assert heard[-1] == (1000, MANY)
        assert len(read_whole(store, revision).annotations) == MANY


def test_an_article_begins_where_its_reader_was_in_this_text(large):
    with Store.open(large) as store:
        uid, me = store.articles()[0].article.uid, store.annotator("me", "me").uid
        revision = store.revision(uid)
        assert contents_of(store, uid, me).top_cp == 0
        store.note_reading(place(uid, me, revision.uid, 5_000))
        found = contents_of(store, uid, me)
        assert found.top_cp == 5_000
        assert not found.is_whole
        assert all(abs(one.start_cp - 5_000) < 20_000 for one in found.annotations)
        assert contents_of(store, uid, me, 60_000).top_cp == 60_000
        other = store.annotator("other", "other").uid
        assert contents_of(store, uid, other).top_cp == 0


def test_the_first_article_is_the_last_of_the_session_or_the_newest(large, tmp_path):
    with Store.open(large) as store:
        newest, oldest = (one.article.uid for one in store.articles())
        assert first_contents(store, "me", oldest).article.uid == oldest
        assert first_contents(store, "me", "").article.uid == newest
    with Store.open(tmp_path / "empty.db") as store:
        assert first_contents(store, "me", "") is None


# Bringing in --------------------------------------------------------------------


@pytest.fixture
def files(tmp_path) -> list[Path]:
    made = []
    for number in range(60):
        made.append(tmp_path / f"{number}.txt")
        made[-1].write_text(f"مقال رقم {number}\nنص قصير.\n" + "كلمة " * 5000, "utf-8")
    return made


def nothing_alike(_imported):
    """Return that no article of the library is like one that is imported."""


def test_what_was_brought_in_before_it_was_given_up_stays(database, files):
    with Store.open(database) as store:
        me = store.annotator("me", "me")
        add = partial(store.add_article, annotator_uid=me.uid, session_uid="s")
        before = len(store.articles())

        def until_seven(done: int, _total: int) -> None:
            if done == 7:
                raise Cancelled

        with Child() as child:
            reading = Reading(child, nothing_alike)
            brought = bring_in(of_paths(files[:20]), reading, add, until_seven)
        assert (len(brought.added), brought.expected, brought.is_stopped) == (7, 20, True)
        assert len(store.articles()) == before + 7


def test_a_bad_source_does_not_stop_the_others(database, files, tmp_path):
    sources = [files[0], tmp_path / "missing.txt", files[1]]
    with Store.open(database) as store:
        me = store.annotator("me", "me")
        add = partial(store.add_article, annotator_uid=me.uid, session_uid="s")
        with Child() as child:
            brought = bring_in(of_paths(sources), Reading(child, nothing_alike), add, unwatched)
    assert (len(brought.added), brought.expected, brought.is_stopped) == (2, 3, False)
    assert [type(one.error) for one in brought.unread] == [SourceMissing]


def test_stopping_an_import_in_the_window_tells_how_many_are_in(
    qtbot, open_window, database, files
):
    workspace = open_window(database)
    window = workspace.page.window()
    before = len(workspace.library.articles())
    workspace.importing.import_files(files)
    (task,) = window.tasks._tasks
    qtbot.waitUntil(lambda: task.done > 0)
    task.cancel()
    qtbot.waitUntil(window.notices.isVisible)
    added = len(workspace.library.articles()) - before
    assert 0 < added < len(files)
    number = window.locale().toString
    assert f"{number(added)} من {number(len(files))}" in window.notices.text()


def test_several_files_come_in_and_the_last_is_shown(qtbot, open_window, database, files):
    workspace = open_window(database)
    with qtbot.waitSignal(workspace.articles.shown):
        workspace.importing.import_files(files[:3])
    assert workspace.articles.article.title == "مقال رقم 2"
    assert workspace.page.window().notices.isHidden()


def test_a_missing_file_among_several_is_named(qtbot, open_window, database, files, tmp_path):
    workspace = open_window(database)
    window = workspace.page.window()
    workspace.importing.import_files([files[0], tmp_path / "missing.txt"])
    qtbot.waitUntil(window.notices.isVisible)
    assert "missing.txt" in window.notices.text()
    assert window.notices.text().startswith("استُورد ١ من ٢")
