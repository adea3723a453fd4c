"""Acts on thousands of articles: one act, one step of the history, and the window stays free."""

import pytest
from PySide6.QtWidgets import QLineEdit

from reader.errors import ActUnderWay
from reader.importers import from_text
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.change import LARGE
from reader.storage.search.indexing import add_article
from reader.storage.store import Store
from reader.storage.writing import insert_article
from reader.ui.tasks import Task

MANY = 3 * LARGE


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store, store._library.write() as connection:
        for number in range(MANY):
            one = from_text(f"خبر {number}\nماء.", f"{number}.txt")
            add_article(connection, insert_article(connection, one), one.revision)
    return open_window(path)


@pytest.fixture
def settle(qtbot, workspace):
    """Return a function that waits until the window has nothing more to do."""

    def settled() -> None:
        tasks, library = workspace.page.window().tasks, workspace.library
        qtbot.waitUntil(lambda: not tasks._tasks and not len(library._pending) and library.flush(0))

    return settled


@pytest.fixture
def heard(workspace):
    """Note how many edits each act has."""
    acts: list[tuple[str, str, int]] = []
    workspace.library.changed.connect(
        lambda change: acts.append((change.act, change.direction, len(change.edits)))
    )
    return acts


def do(workspace, act: str, *given: str) -> None:
    """Choose every row of the list, and do something with them."""
    workspace.articles_panel._list.selectAll()
    workspace.articles_panel._do(act, *given)


def count(workspace, **wanted) -> int:
    return len(workspace.library.store.article_uids(ArticleFilter(**wanted), ArticleOrder(), ""))


def test_thousands_go_to_the_trash_and_come_back_as_one_act(workspace, settle, heard):
    do(workspace, "trash")
    assert heard == []  # it is prepared beside the window
    assert workspace.articles.article is not None
    settle()
    assert heard == [("trash", "do", MANY)]
    assert count(workspace) == 0
    assert workspace.articles.article is None
    assert workspace.articles_panel._model.rowCount() == 0
    workspace.actions["undo"].trigger()
    settle()
    assert heard[1:] == [("trash", "undo", MANY)]
    assert count(workspace) == workspace.articles_panel._model.rowCount() == MANY
    workspace.library.trash(workspace.library.article_uids(ArticleFilter(), ArticleOrder()))
    settle()
    gone = workspace.library.article_uids(ArticleFilter(trashed=True), ArticleOrder())
    workspace.library.restore(gone)
    settle()
    assert heard[3:] == [("restore", "do", MANY)]
    assert count(workspace) == MANY


def test_the_page_goes_on_to_what_is_left(workspace, settle):
    panel = workspace.articles_panel
    last = panel._model.uids()[-1]
    panel._list.selectAll()
    panel._list.selectionModel().select(
        panel._model.index(MANY - 1), panel._list.selectionModel().SelectionFlag.Deselect
    )
    panel._do("trash")
    settle()
    assert workspace.articles.article.uid == last
    assert panel.chosen() == [last]


def test_thousands_are_put_into_a_collection_and_labelled_as_one_act(workspace, settle, heard):
    library, pane = workspace.library, workspace.articles_panel._pane
    do(workspace, "new_collection")
    assert pane._unnamed is not None  # it is named as soon as it is there
    settle()
    (collection,) = library.shelves().collections
    assert heard == [("collection", "do", MANY + 1)]
    assert pane._unnamed is None
    assert pane.tree.findChild(QLineEdit).text() == collection.name  # it is being named
    assert count(workspace, collection_uids=(collection.uid,)) == MANY
    label = library.add_label("عاجل")
    settle()
    do(workspace, "label", label.uid)
    settle()
    assert count(workspace, label_uid=label.uid) == MANY
    library.delete_label(label.uid)
    library_is_busy(library)
    settle()
    library.delete_collection(collection.uid)
    settle()
    assert [one[0] for one in heard] == [
        "collection", "edit_label", "label", "delete_label", "delete_collection",
    ]  # fmt: skip
    assert library.shelves().collections == library.shelves().labels == ()
    assert count(workspace) == MANY
    for _ in range(2):
        workspace.actions["undo"].trigger()
        settle()
    assert count(workspace, label_uid=label.uid) == MANY
    assert count(workspace, collection_uids=(collection.uid,)) == MANY


def library_is_busy(library) -> None:
    """Whatever is asked for while a large act is prepared is refused in words."""
    with pytest.raises(ActUnderWay):
        library.add_label("آخر")


def test_an_act_that_is_given_up_has_no_effect(workspace, settle, heard):
    do(workspace, "trash")
    task: Task = workspace.page.window().tasks._tasks[-1]
    task.cancel()
    settle()
    assert heard == []
    assert count(workspace) == MANY
    assert workspace.articles.article is not None


def test_articles_can_be_opened_while_an_act_is_prepared(workspace, settle):
    """Where somebody was reading is no edit: it is kept all the same."""
    do(workspace, "trash")
    other = workspace.articles_panel._model.uids()[5]
    workspace.articles.show(other)
    assert workspace.articles.article.uid == other
    settle()
    assert workspace.library.store.reading(other, workspace.library.annotator.uid) is not None
