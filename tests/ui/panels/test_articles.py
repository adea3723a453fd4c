"""The list of articles: what it says, how it is filtered, and how one is opened."""

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader import importers
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.articles_model import ArticleRole, ArticlesModel

LONG = "«لن نتراجع»… رواية ثلاثة شهود من ساحة التحرير عن ليلة الجسر وما سبقها من تحذيرات"


@pytest.fixture
def add(qtbot, library):
    """Return a function that imports an article of a title."""

    def one_more(title: str, **about: str):
        imported = importers.from_text(f"{title}\nنص قصير.\n", "text")
        for key, value in {"title": title, **about}.items():
            object.__setattr__(imported.article, key, value)
        with qtbot.waitSignal(library.article_added) as added:
            library.note_added([library.adder()(imported)])
        return added.args[0]

    return one_more


@pytest.fixture
def panel(library, shown):
    return shown(ArticlesPanel(library, "ar"))


def titles(panel: ArticlesPanel) -> list[str]:
    model = panel._model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_newest_article_stands_first(panel, add):
    first = titles(panel)
    add("وزارة الصحة: تسجيل 1,554 إصابة")
    add(LONG)
    assert titles(panel) == [LONG, "وزارة الصحة: تسجيل 1,554 إصابة", *first]


def test_the_model_keeps_qts_rules(qtbot, library, add, article):
    model = ArticlesModel("ar")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.follow(library.articles())
    add("بيان")
    model.follow(library.articles())
    model.filter_by("بيان")
    model.follow([])
    assert model.rowCount(QModelIndex()) == 0
    assert tester.model() is model


def test_a_row_says_publisher_date_and_number(qtbot, library, add, mark):
    add("بيان", publisher="شفق \u202eنيوز", published="2020-03")
    mark("الوزارة", "entity")
    library.flush()
    model = ArticlesModel("en")
    model.follow(library.articles())
    index, other = model.index(0), model.index(1)
    assert "شفق ‹202E›نيوز" in index.data(ArticleRole.DETAIL)
    assert "March 2020" in index.data(ArticleRole.DETAIL)
    assert "\u202e" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(ArticleRole.COUNT).startswith("0 ")
    assert other.data(ArticleRole.COUNT).startswith("1 ")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_the_number_follows_the_annotations(qtbot, panel, library, mark):
    uid = mark("الوزارة", "entity")
    library.flush()
    assert panel._model.index(0).data(ArticleRole.COUNT).startswith("1 ")
    library.delete([uid])
    library.flush()
    assert panel._model.index(0).data(ArticleRole.COUNT).startswith("0 ")


def test_enter_opens_the_article(qtbot, panel, article):
    panel.focus_filter()
    qtbot.keyClick(panel._box.line, Qt.Key.Key_Down)
    assert panel._list.hasFocus()
    with qtbot.waitSignal(panel.article_chosen) as chosen:
        qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert chosen.args == [article.uid]


def test_a_click_opens_the_article(qtbot, panel, article):
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


def test_an_empty_library_says_what_to_do(qtbot, panel):
    panel._model.follow([])
    panel._show_hint()
    assert "Ctrl+O" in panel._hint.text()
    assert panel._stack.currentWidget() is panel._hint


def test_a_long_title_takes_a_second_line_and_no_third(panel, add):
    add("بيان")
    add(LONG)
    add(LONG * 5)
    heights = [panel._list.sizeHintForIndex(panel._model.index(row)).height() for row in range(3)]
    assert heights[0] == heights[1] > heights[2]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_paints_in_both_directions(qtbot, panel, add, direction):
    QLocale.setDefault(QLocale("ar_IQ"))
    add(LONG)
    add("Iraq’s Grand Faw port: what the contract says")
    panel.setLayoutDirection(direction)
    panel.show_current(None)
    image = panel._list.viewport().grab().toImage()
    assert len({image.pixel(x, 20) for x in range(image.width())}) > 2
    QLocale.setDefault(QLocale("C"))
