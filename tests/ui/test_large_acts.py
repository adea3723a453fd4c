"""Acts on thousands of annotations: one act, one step of the history, and the window stays free."""

import pytest

from reader import importers
from reader.errors import ActUnderWay, StaleEdit
from reader.model.change import LARGE
from reader.storage.store import Store
from reader.text.pieces import Query

HITS = 5_000
WORD = "الوزارة"


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        text = f"قالت {WORD} ذلك.\n" * HITS
        store.add_article(importers.from_text(text, "text"), me.uid, "setup")
    return open_window(path)


@pytest.fixture
def settle(qtbot, workspace):
    """Return a function that waits until the window has nothing more to do."""

    def settled() -> None:
        tasks = workspace.page.window().tasks
        library = workspace.library
        qtbot.waitUntil(lambda: not tasks._tasks and not len(library._pending) and library.flush(0))

    return settled


@pytest.fixture
def tagged(qtbot, workspace, settle):
    """Tag every hit, and return the uids in reading order."""
    workspace.find.open()
    workspace.find._finder.start(Query(WORD))
    qtbot.waitUntil(lambda: not workspace.find._finder.is_running)
    workspace.find.annotate_all("claim")
    settle()
    return [one.uid for one in workspace.page.annotations()]


def on_page_and_list(workspace) -> list[str]:
    """Return the uids on the page, which are those of the list and of the library."""
    on_page = [one.uid for one in workspace.page.annotations()]
    assert workspace.annotations_panel.visible_uids() == on_page
    revision = workspace.articles.revision
    assert [one.uid for one in workspace.library.store.annotations(revision.uid)] == on_page
    return on_page


def test_thousands_of_hits_are_tagged_as_one_act_and_undone_as_one(workspace, tagged, settle):
    assert len(tagged) == HITS
    assert on_page_and_list(workspace) == tagged
    assert "5" in workspace.page.window().status_place.text() or "٥" in (
        workspace.page.window().status_place.text()
    )
    heard: list[object] = []
    workspace.library.changed.connect(heard.append)
    workspace.actions["undo"].trigger()
    settle()
    assert [len(one.edits) for one in heard] == [HITS]
    assert on_page_and_list(workspace) == []
    workspace.actions["redo"].trigger()
    settle()
    assert on_page_and_list(workspace) == tagged


@pytest.mark.usefixtures("tagged")
def test_a_large_act_is_prepared_before_it_takes_effect(qtbot, workspace, settle):
    """The window has its turns between the wish, the act and each thing that shows it."""
    panel, page, library = workspace.annotations_panel, workspace.page, workspace.library
    panel._list.selectAll()
    order: list[str] = []
    library.changed.connect(lambda _: order.append("changed"))
    workspace.articles.filler.filled.connect(lambda *_: order.append("on the page"))
    panel._model.modelReset.connect(lambda: order.append("listed"))
    panel._model.rowsInserted.connect(lambda *_: order.append("rows"))
    panel._model.rowsRemoved.connect(lambda *_: order.append("rows"))
    panel._request_retag("entity")
    assert order == []
    assert {one.tag for one in page.annotations()} == {"claim"}
    with qtbot.waitSignal(library.changed):
        pass
    assert {one.tag for one in page.annotations()} == {"claim"}  # shown in a turn of its own
    with qtbot.waitSignal(workspace.articles.filler.filled):
        pass
    assert {one.tag for one in page.annotations()} == {"entity"}
    settle()
    assert order == ["changed", "on the page", "listed"]


def test_acts_keep_their_order(workspace, tagged, settle):
    """What is asked for while a large act is being prepared is refused in words, not lost in it."""
    library, panel = workspace.library, workspace.annotations_panel
    panel._list.selectAll()
    panel._request_retag("entity")
    with pytest.raises(ActUnderWay):
        library.set_note(tagged[0], "حاشية")
    with pytest.raises(ActUnderWay):
        library.delete(tagged[:1])
    workspace.actions["undo"].trigger()
    assert workspace.page.window().notices.isVisible()
    settle()
    assert {one.tag for one in workspace.page.annotations()} == {"entity"}
    library.set_note(tagged[0], "حاشية")
    workspace.actions["undo"].trigger()
    settle()
    workspace.actions["undo"].trigger()
    settle()
    assert {one.tag for one in workspace.page.annotations()} == {"claim"}


def test_what_another_window_does_meanwhile_is_prepared_for(workspace, tagged, settle):
    workspace.annotations_panel._list.selectAll()
    workspace.annotations_panel._request_delete()
    library = workspace.library
    library.moment += 1  # as an act of another window does
    assert library.next_undo().act == "annotate_all"
    settle()
    assert on_page_and_list(workspace) == []
    workspace.actions["undo"].trigger()
    settle()
    assert on_page_and_list(workspace) == tagged


def test_a_large_act_that_is_given_up_has_no_effect(workspace, tagged, settle):
    workspace.annotations_panel._list.selectAll()
    workspace.annotations_panel._request_delete()
    workspace.page.window().tasks._tasks[-1].cancel()
    settle()
    assert on_page_and_list(workspace) == tagged
    workspace.library.delete(tagged[:1])  # acts are possible again
    settle()
    assert on_page_and_list(workspace) == tagged[1:]


def test_an_undo_that_comes_too_late_is_told_and_changes_nothing(workspace, tagged, settle):
    library = workspace.library
    library.undo_due.emit()  # an undo, as it comes after a save
    one = library.annotation(tagged[0])
    library._open[one.revision_uid].pop(one.uid)
    settle()
    assert workspace.page.annotations() == []
    change = library.next_redo()
    library.store.apply(
        library._change("annotate", change.edits[:1])
    )  # somebody has put one of them there again
    with pytest.raises(StaleEdit):
        library.reversing(change, "redo")
    workspace.actions["redo"].trigger()
    settle()
    assert len(workspace.page.annotations()) <= LARGE
    assert workspace.page.window().notices.isVisible()
