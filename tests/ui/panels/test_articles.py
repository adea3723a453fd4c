"""The panel of articles: what its list says, how it is narrowed, and what is done in it."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reader import importers
from reader.model.article_filter import Shelf
from reader.model.change import same_content
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.articles_model import ARTICLES_MIME, ArticleRole, ArticlesModel
from reader.ui.panels.shelf_button import FilterChip

LONG = "«لن نتراجع»… رواية ثلاثة شهود من ساحة التحرير عن ليلة الجسر وما سبقها من تحذيرات"


@pytest.fixture
def add(qtbot, library):
    """Return a function that imports an article of a title."""

    def one_more(title: str, text: str = "نص قصير.", **about: str):
        made = importers.from_text(f"{title}\n{text}\n", "text")
        article = replace(made.article, title=title, **about)
        with qtbot.waitSignal(library.article_added) as added:
            library.note_added([library.adder()(replace(made, article=article))])
        return added.args[0]

    return one_more


@pytest.fixture
def panel(library, settings, shown):
    made = shown(ArticlesPanel(library, settings))
    made.article_chosen.connect(lambda uid: made.show_current(library.article(uid)))
    return made


def titles(panel: ArticlesPanel) -> list[str]:
    model = panel._model
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(panel: ArticlesPanel, *rows: int) -> None:
    """Choose rows as clicks with Ctrl do."""
    panel._list.go_to(rows[0])
    for row in rows[1:]:
        how = QItemSelectionModel.SelectionFlag.Select
        panel._list.selectionModel().select(panel._model.index(row), how)


def pick(menu, words: str) -> QAction:
    """Return the action of a menu, or of a menu within it, that begins with some words."""
    for action in menu.actions():
        if action.text().startswith(words):
            return action
        if action.menu():
            found = pick(action.menu(), words)
            if found is not None:
                return found
    return None


def offered(panel: ArticlesPanel):
    """Return the menu of the rows that are chosen."""
    articles = [one.article for one in panel._library.summaries(panel.chosen())]
    return panel._menu.made(articles, panel._shelves)


def test_the_newest_article_stands_first(panel, add):
    first = titles(panel)
    add("وزارة الصحة: تسجيل 1,554 إصابة")
    add(LONG)
    assert titles(panel) == [LONG, "وزارة الصحة: تسجيل 1,554 إصابة", *first]


def test_the_model_keeps_qts_rules(qtbot, library, add, article):
    model = ArticlesModel("ar", library.summaries)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    others = [add(f"بيان {number}").uid for number in range(4)]
    model.show([article.uid])
    model.show([*others, article.uid])
    model.show([others[2], article.uid, others[0]])
    model.show([article.uid, others[0], others[2]])
    model.show(["gone", article.uid])
    assert model.index(0).data() is None
    model.show([f"gone {number}" for number in range(500)])
    model.show([])
    assert model.rowCount(QModelIndex()) == 0
    assert tester.model() is model


def test_rows_are_read_some_at_a_time(library, add, article):
    asked = []

    def fetch(uids):
        asked.append(len(uids))
        return library.summaries(uids)

    model = ArticlesModel("ar", fetch)
    model.show([f"gone {number}" for number in range(5_000)] + [article.uid])
    assert asked == []
    assert model.index(5_000).data()
    assert model.index(4_999).data() is None
    assert model.row_of(article.uid) == 5_000
    assert model.row_of("nothing") == -1
    assert len(asked) == 1
    assert asked[0] < 100


def test_a_row_says_publisher_date_and_number(qtbot, library, add, mark):
    other = add("بيان", publisher="شفق \u202eنيوز", published="2020-03")
    mark("الوزارة", "entity")
    library.flush()
    model = ArticlesModel("en", library.summaries)
    model.show([one.article.uid for one in library.articles()])
    index, last = model.index(0), model.index(1)
    assert index.data(ArticleRole.UID) == other.uid
    assert "شفق ‹202E›نيوز" in index.data(ArticleRole.DETAIL)
    assert "March 2020" in index.data(ArticleRole.DETAIL)
    assert "\u202e" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(ArticleRole.COUNT).startswith("0 ")
    assert last.data(ArticleRole.COUNT).startswith("1 ")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_the_number_follows_the_annotations_when_acts_in_a_row_have_ended(
    qtbot, panel, library, mark
):
    def count() -> str:
        return panel._model.index(0).data(ArticleRole.COUNT)

    uid = mark("الوزارة", "entity")
    library.flush()
    qtbot.waitUntil(lambda: count().startswith("1 "))
    library.delete([uid])
    library.flush()
    qtbot.waitUntil(lambda: count().startswith("0 "))


def test_enter_opens_the_article(qtbot, panel, article):
    panel.focus_filter()
    qtbot.keyClick(panel._box.line, Qt.Key.Key_Down)
    assert panel._list.hasFocus()
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert chosen.args == [article.uid]


def test_a_click_opens_the_article_and_one_with_ctrl_only_chooses(qtbot, panel, article):
    where = panel._list.visualRect(panel._model.index(0)).center()
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        qtbot.mouseClick(panel._list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen.args == [article.uid]


def test_walking_the_list_opens_nothing(qtbot, panel, add):
    add("بيان")
    panel._list.setFocus()
    with qtbot.assertNotEmitted(panel.article_chosen):
        qtbot.keyClick(panel._list, Qt.Key.Key_Down)
        qtbot.keyClick(panel._list, Qt.Key.Key_Up)
        qtbot.keyClick(panel._list, Qt.Key.Key_End)
        qtbot.keyClick(panel._list, Qt.Key.Key_Home)


def test_what_is_typed_in_the_list_filters_it(qtbot, panel, add, write):
    add("وزارة الصحة")
    panel._list.setFocus()
    write(panel._list, "صحه")
    assert panel._box.text() == "صحه"
    assert panel._box.line.hasFocus()
    assert titles(panel) == ["وزارة الصحة"]


def test_esc_clears_the_filter_and_then_is_the_windows(qtbot, panel, write):
    panel.focus_filter()
    write(panel._box.line, "لا شيء كهذا")
    assert titles(panel) == []
    assert panel._stack.currentWidget() is panel._hint
    assert "Esc" in panel._hint.text()
    qtbot.keyClick(panel._box.line, Qt.Key.Key_Escape)
    assert len(titles(panel)) == 1
    assert panel._stack.currentWidget() is panel._list


def test_the_article_on_the_page_stays_marked(qtbot, panel, add, article, write):
    other = add("وزارة الصحة")
    panel.show_current(article)
    assert panel._model.uid_at(panel._list.currentIndex()) == article.uid
    panel.focus_filter()
    write(panel._box.line, "الصحة")
    assert not panel._list.currentIndex().isValid()
    panel._box.line.clear()
    assert panel._model.uid_at(panel._list.currentIndex()) == article.uid
    panel.show_current(other)
    assert panel._model.uid_at(panel._list.currentIndex()) == other.uid


def test_an_import_does_not_move_the_person_in_the_list(panel, add, article):
    add("أول")
    panel.show_current(article)
    panel._list.setCurrentIndex(panel._model.index(0))
    before = panel._model.uid_at(panel._list.currentIndex())
    add("ثانٍ")
    assert panel._model.uid_at(panel._list.currentIndex()) == before


def test_an_empty_library_says_what_to_do(library, panel, article):
    library.trash([article.uid])
    library.flush()
    assert "Ctrl+O" in panel._hint.text()
    assert panel._stack.currentWidget() is panel._hint


@pytest.mark.parametrize(
    ("kind", "word"), [("recent", "open"), ("trash", "empty"), ("unfiled", "no article")]
)
def test_an_empty_shelf_says_what_belongs_there(panel, library, article, kind, word):
    library.add_collection("محلي", None, [article.uid])
    panel.show_shelf(Shelf(kind))
    assert word in panel._hint.text()
    assert panel._stack.currentWidget() is panel._hint


def test_all_rows_are_equally_high(panel, add):
    add("بيان")
    add(LONG * 5)
    heights = {panel._list.rowHeight(row) for row in range(3)}
    assert len(heights) == 1


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_paints_in_both_directions(qtbot, panel, library, add, direction):
    QLocale.setDefault(QLocale("ar_IQ"))
    for _ in range(2):
        twin = add(LONG)
    library.add_label("عاجل", [twin.uid])
    add("Iraq’s Grand Faw port: what the contract says")
    panel.setLayoutDirection(direction)
    panel.show_current(None)
    image = panel._list.viewport().grab().toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(240)}) > 8
    QLocale.setDefault(QLocale("C"))


def test_duplicates_are_marked_and_have_a_shelf_of_their_own(panel, add):
    for title in ("أول", "ثانٍ"):
        add(title, url="https://example.com/1")
    assert [panel._model.index(row).data(ArticleRole.BADGE) for row in range(3)] == [
        "Duplicate",
        "Duplicate",
        "",
    ]
    assert "Duplicate" in panel._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    panel.show_shelf(Shelf("duplicates"))
    assert titles(panel) == ["ثانٍ", "أول"]


# Orders and filters ------------------------------------------------------------------------------


def test_the_list_is_ordered_as_a_person_says_and_that_is_kept(panel, add, settings, library):
    for title in ("ليبيا", "أحمد", "بغداد"):
        add(title)
    menu = panel._filters._sort.menu()
    pick(menu, "العنوان").trigger()
    straight = titles(panel)
    assert [one for one in straight if "الوزارة" not in one] == ["أحمد", "بغداد", "ليبيا"]
    next(one for one in menu.actions() if one.isCheckable() and not one.data()).trigger()
    assert titles(panel) == straight[::-1]
    assert (settings.get("articles/sort"), settings.get("articles/reversed")) == ("title", True)
    again = ArticlesPanel(library, settings)
    assert titles(again) == titles(panel)
    again.deleteLater()


def test_filters_are_chips_that_go_again(qtbot, panel, add, mark, library):
    add("من شفق", publisher="شفق")
    mark("الوزارة", "entity")
    library.flush()
    panel._filters._fill_filters()
    pick(panel._filters._filter_menu, "شفق").trigger()
    assert titles(panel) == ["من شفق"]
    panel._filters._fill_filters()
    pick(panel._filters._filter_menu, "كيان").trigger()
    assert titles(panel) == []
    chips = [one for one in panel.findChildren(FilterChip) if one.isVisible()]
    assert len(chips) == 2
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert len(titles(panel)) == 1
    panel._filters.clear()
    assert len(titles(panel)) == 2
    assert not [one for one in panel.findChildren(FilterChip) if one.isVisible()]


def test_dates_narrow_the_list_and_a_wrong_one_is_told(qtbot, panel, add, write):
    add("قديم", published="2019")
    add("جديد", published="2021-05")
    panel._filters._ask_dates()
    row = panel._filters._dates["published_from"]
    row.field.setFocus()
    write(row.field, "٢٠٢١")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.field.text() == "2021"
    assert titles(panel) == ["جديد"]
    row.field.selectAll()
    write(row.field, "أمس")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert "أمس" in row.message()
    assert titles(panel) == ["جديد"]


def test_the_number_of_annotations_orders_the_list_as_it_changes(qtbot, panel, add, mark, library):
    add("بيان")
    pick(panel._filters._sort.menu(), "عدد").trigger()
    assert titles(panel)[0] == "بيان"
    mark("الوزارة", "entity")
    library.flush()
    qtbot.waitUntil(lambda: titles(panel)[1] == "بيان")


# Acts --------------------------------------------------------------------------------------------


def test_delete_puts_all_that_is_chosen_into_the_trash_as_one_act(qtbot, panel, add, library):
    for title in ("أول", "ثانٍ", "ثالث"):
        add(title)
    choose(panel, 0, 2)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert titles(panel)[0] == "ثانٍ"
    assert len(titles(panel)) == 2
    library.flush()
    panel.show_shelf(Shelf("trash"))
    assert titles(panel) == ["ثالث", "أول"]
    library.undo()
    assert titles(panel) == []
    panel.show_shelf(Shelf())
    assert len(titles(panel)) == 4


def test_the_next_article_takes_the_page_of_one_that_is_deleted(qtbot, panel, add, article):
    newer = add("أحدث")
    panel.show_current(newer)
    panel._list.setFocus()
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert chosen.args == [article.uid]
    assert panel._model.uid_at(panel._list.currentIndex()) == article.uid
    with qtbot.waitSignal(panel.left_empty):
        qtbot.keyClick(panel._list, Qt.Key.Key_Delete)


def test_what_is_in_the_trash_is_restored_or_asked_about(qtbot, panel, library, article):
    library.trash([article.uid])
    panel.show_shelf(Shelf("trash"))
    choose(panel, 0)
    with qtbot.waitSignal(panel.erase_wanted) as asked:
        qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert asked.args == [[article.uid]]
    pick(offered(panel), "Restore").trigger()
    assert titles(panel) == []
    assert library.article(article.uid).deleted_at is None


def test_the_menu_moves_and_labels_what_is_chosen(panel, add, library):
    one, other = add("أول"), add("ثانٍ")
    collection = library.add_collection("تحقيقات")
    label = library.add_label("عاجل")
    choose(panel, 0, 1)
    pick(offered(panel), "تحقيقات").trigger()
    pick(offered(panel), "عاجل").trigger()
    for uid in (one.uid, other.uid):
        article = library.article(uid)
        assert (article.collection_uid, article.label_uids) == (collection.uid, (label.uid,))
    assert pick(offered(panel), "عاجل").isChecked()
    pick(offered(panel), "عاجل").trigger()
    pick(offered(panel), "Take out").trigger()
    article = library.article(one.uid)
    assert (article.collection_uid, article.label_uids) == (None, ())
    library.flush()
    assert library.store.check().is_sound


def test_f2_asks_for_the_details(qtbot, panel, article):
    choose(panel, 0)
    with qtbot.waitSignal(panel.details_wanted) as wanted:
        qtbot.keyClick(panel._list, Qt.Key.Key_F2)
    assert wanted.args == [article.uid]


def test_rows_are_dragged_as_uids(panel, add, article):
    other = add("أحدث")
    mime = panel._model.mimeData([panel._model.index(0), panel._model.index(1)])
    assert bytes(mime.data(ARTICLES_MIME).data()).decode().split() == [other.uid, article.uid]


def test_stepping_opens_the_next_and_the_one_before_and_stops_at_the_ends(panel, add, article):
    newer = add("أحدث")
    opened = []
    panel.article_chosen.connect(opened.append)
    for by in (1, 1, 1, -1, -1):
        panel.step(by)
    assert opened == [newer.uid, article.uid, newer.uid]


def test_a_click_with_the_right_button_keeps_what_is_chosen(qtbot, panel, add):
    add("أحدث")
    panel._list.selectAll()
    where = panel._list.visualRect(panel._model.index(0)).center()
    qtbot.mousePress(panel._list.viewport(), Qt.MouseButton.RightButton, pos=QPoint(where))
    assert len(panel.chosen()) == 2


def test_an_act_that_cannot_be_saved_stays_on_show_and_is_taken_back(
    qtbot, panel, add, library, database, article
):
    add("أحدث")
    away = database.with_name("away.db")
    library.flush()
    shutil.move(database, away)
    before = library.article(article.uid)
    library.set_article_fields(article.uid, {"title": "عنوان آخر"})
    library.trash([panel._model.uid_at(panel._model.index(0))])
    assert titles(panel) == ["عنوان آخر"]
    qtbot.waitUntil(lambda: library.save_state.kind == "unsaved")
    assert titles(panel) == ["عنوان آخر"]
    library.undo()
    library.undo()
    shutil.move(away, database)
    library.retry()
    assert len(titles(panel)) == 2
    assert same_content(library.article(article.uid), before)


def test_another_windows_acts_are_followed(qtbot, panel, open_library, article):
    other = open_library("somebody")
    other.add_collection("تحقيقات", None, [article.uid])
    other.set_article_fields(article.uid, {"title": "عنوان آخر"})
    other.flush()
    qtbot.waitUntil(lambda: titles(panel) == ["عنوان آخر"])
    assert [one.name for one in panel._shelves.collections] == ["تحقيقات"]
    QApplication.processEvents()
