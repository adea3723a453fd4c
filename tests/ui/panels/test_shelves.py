"""The tree of shelves: what it shows, how things in it are made, named, moved and deleted."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.model.article_filter import Shelf
from reader.model.collection import path_of
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.articles_model import ARTICLES_MIME
from reader.ui.panels.own_line import OwnLine
from reader.ui.panels.shelf_model import (
    COLLECTION_MIME,
    COLLECTIONS,
    LABELS,
    ShelfModel,
    ShelfRole,
)

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def panel(library, settings, shown):
    settings.set("language", "en")
    return shown(ArticlesPanel(library, settings))


@pytest.fixture
def tree(panel):
    return panel._pane.tree


def rows(model: ShelfModel, parent=None) -> list:
    """Return the names of the rows with those that lie in each."""
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        inside = rows(model, index) if model.rowCount(index) else []
        count = index.data(ShelfRole.COUNT)
        name = f"{index.data()} {count}".strip()
        found.append((name, inside) if inside else name)
    return found


def names(library) -> list[str]:
    return [one.name for one in library.shelves().collections]


def type_name(qtbot, tree, write, name: str, key=Qt.Key.Key_Return) -> None:
    (line,) = (one for one in tree.findChildren(OwnLine) if one.isVisible())
    line.selectAll()
    write(line, name)
    qtbot.keyClick(line, key)
    qtbot.waitUntil(lambda: tree.state() != tree.State.EditingState)


def drop(model: ShelfModel, shelf: Shelf, form: str, content: str, row: int = -1) -> bool:
    """Let something fall on a shelf; tell whether it was let."""
    mime = QMimeData()
    mime.setData(form, content.encode())
    index = model.index_of(shelf)
    if not model.canDropMimeData(mime, MOVE, row, 0, index):
        return False
    assert not model.dropMimeData(mime, MOVE, row, 0, index)
    return True


def test_a_new_library_has_its_shelves(panel):
    assert rows(panel._pane.model) == [
        "All articles 1", "Recently read", "Collections", "Labels", "Trash"
    ]  # fmt: skip


def test_the_model_keeps_qts_rules(panel, library, article):
    model = panel._pane.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    outer = library.add_collection("أخبار", None, [article.uid])
    inner = library.add_collection("العراق", outer.uid)
    label = library.add_label("عاجل", [article.uid])
    library.flush()
    assert rows(model) == [
        "All articles 1",
        "Recently read",
        ("Collections", [("أخبار 1", ["العراق"]), "In no collection"]),
        ("Labels", ["عاجل 1"]),
        "Trash",
    ]
    library.rename_label(label.uid, "مهم")
    library.move_collection(inner.uid, None)
    library.trash([article.uid])
    library.flush()
    assert rows(model)[2:] == [
        ("Collections", ["أخبار", "العراق", "In no collection"]),
        ("Labels", ["مهم"]),
        "Trash 1",
    ]
    library.delete_collection(outer.uid)
    library.delete_label(label.uid)
    assert tester.model() is model
    assert model.parent(QModelIndex()) == QModelIndex()


def test_a_collection_holds_what_lies_in_those_within(panel, library, article):
    outer = library.add_collection("أخبار")
    library.add_collection("العراق", outer.uid, [article.uid])
    library.flush()
    panel.show_shelf(Shelf("collection", outer.uid))
    assert panel._model.rowCount() == 1
    assert panel._filters.shelf_button.words()[0] == "أخبار"


def test_a_click_on_the_plus_makes_a_collection_and_names_it(qtbot, tree, panel, library, write):
    row = tree.visualRect(panel._pane.model.index_of(COLLECTIONS))
    end = QPoint(row.right() - 14, row.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=end)
    type_name(qtbot, tree, write, "تحقيقات")
    assert names(library) == ["تحقيقات"]
    library.flush()
    assert library.store.check().is_sound


def test_all_of_it_by_keyboard(qtbot, tree, panel, library, write, article):
    tree.setFocus()
    tree.setCurrentIndex(panel._pane.model.index_of(LABELS))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    type_name(qtbot, tree, write, "عاجل")
    (label,) = library.shelves().labels
    assert label.name == "عاجل"
    shelf = Shelf("label", label.uid)
    tree.setCurrentIndex(panel._pane.model.index_of(shelf))
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    type_name(qtbot, tree, write, "لا", Qt.Key.Key_Escape)
    assert library.shelves().labels == (label,)
    library.set_label([article.uid], label.uid, on=True)
    library.flush()
    tree.setCurrentIndex(panel._pane.model.index_of(shelf))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert panel._pane.shelf == shelf
    assert panel._list.hasFocus()
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert library.shelves().labels == ()
    assert library.article(article.uid).label_uids == ()
    assert panel._pane.shelf == Shelf()
    library.flush()
    library.undo()
    assert library.article(article.uid).label_uids == (label.uid,)


def test_a_collection_is_deleted_and_its_articles_stay(qtbot, tree, panel, library, article):
    outer = library.add_collection("أخبار")
    inner = library.add_collection("العراق", outer.uid, [article.uid])
    library.add_collection("البصرة", inner.uid)
    library.flush()
    panel._pane.delete(Shelf("collection", inner.uid))
    library.flush()
    assert library.article(article.uid).collection_uid == outer.uid
    every = library.shelves().collections
    assert sorted(path_of(every, one.uid) for one in every) == [("أخبار",), ("أخبار", "البصرة")]
    library.undo()
    library.flush()
    assert library.article(article.uid).collection_uid == inner.uid
    assert len(library.shelves().collections) == 3
    assert library.store.check().is_sound


def test_articles_are_dropped_on_shelves(panel, library, article):
    model = panel._pane.model
    collection, label = library.add_collection("أخبار"), library.add_label("عاجل")
    here, there = Shelf("collection", collection.uid), Shelf("label", label.uid)
    assert drop(model, here, ARTICLES_MIME, article.uid)
    assert drop(model, there, ARTICLES_MIME, article.uid)
    now = library.article(article.uid)
    assert (now.collection_uid, now.label_uids) == (collection.uid, (label.uid,))
    assert drop(model, Shelf("unfiled"), ARTICLES_MIME, article.uid)
    assert library.article(article.uid).collection_uid is None
    assert not drop(model, Shelf("recent"), ARTICLES_MIME, article.uid)
    assert not drop(model, here, ARTICLES_MIME, article.uid, row=0)
    assert drop(model, Shelf("trash"), ARTICLES_MIME, article.uid)
    assert library.article(article.uid).deleted_at is not None


def test_collections_are_dropped_into_others_but_never_into_themselves(panel, library):
    model = panel._pane.model
    outer, inner = library.add_collection("أخبار"), library.add_collection("العراق")
    assert drop(model, Shelf("collection", outer.uid), COLLECTION_MIME, inner.uid)
    assert library.record("collection", inner.uid).parent_uid == outer.uid
    assert drop(model, Shelf("collection", inner.uid), COLLECTION_MIME, outer.uid)
    assert library.record("collection", outer.uid).parent_uid is None
    assert drop(model, COLLECTIONS, COLLECTION_MIME, inner.uid)
    assert library.record("collection", inner.uid).parent_uid is None
    assert not drop(model, Shelf("trash"), COLLECTION_MIME, inner.uid)
    mime = model.mimeData([model.index_of(Shelf("collection", inner.uid))])
    assert bytes(mime.data(COLLECTION_MIME).data()).decode() == inner.uid


def test_the_tree_is_hidden_and_that_is_kept(qtbot, panel, tree, settings):
    assert tree.isVisible()
    panel._filters.shelf_button.click()
    assert not tree.isVisible()
    assert settings.get("articles/tree") is False


def test_names_without_letters_are_none_and_foreign_signs_are_shown(panel, library):
    one = library.add_collection("أخبار")
    library.rename_collection(one.uid, "  ")
    assert names(library) == ["أخبار"]
    library.rename_collection(one.uid, "<b>\u202eبغداد")
    index = panel._pane.model.index_of(Shelf("collection", one.uid))
    assert index.data() == "<b>‹202E›بغداد"


def test_a_label_of_the_same_name_is_the_same(library, article):
    one = library.add_label("عاجل")
    assert library.add_label("عَاجل", [article.uid]).uid == one.uid
    assert len(library.shelves().labels) == 1
    assert library.article(article.uid).label_uids == (one.uid,)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("collection", ["New collection inside", "Rename", "Delete, and keep the articles"]),
        ("label", ["Rename", "Delete, and keep the articles"]),
        ("trash", ["Empty the trash…"]),
        ("all", []),
    ],
)
def test_the_menu_of_a_shelf_offers_what_can_be_done_with_it(panel, library, kind, words):
    uid = library.add_collection("أخبار").uid if kind == "collection" else ""
    menu = panel._pane.menu(Shelf(kind, uid))
    said = [one.text().partition("\t")[0] for one in menu.actions() if one.text()]
    assert said == [*words, "New collection", "New label"]


def test_the_trash_is_emptied_only_after_asking(qtbot, panel, library, article):
    with qtbot.assertNotEmitted(panel.erase_wanted):
        panel._pane.delete(Shelf("trash"))
    library.trash([article.uid])
    library.flush()
    with qtbot.waitSignal(panel.erase_wanted) as wanted:
        panel._pane.delete(Shelf("trash"))
    assert wanted.args == [[article.uid]]
