"""Statistics in the window: counted when looked at, kept true, saved as pictures and a table."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.label import Label
from reader.model.numbers import Bar, Numbers, NumberTable
from reader.sample import add_sample
from reader.storage import Store
from reader.ui.desk.chart_files import save_png, save_svg
from reader.ui.desk.charts import Style, laid_out
from reader.ui.desk.numbers_scope import Rows, ScopeWords
from reader.ui.panels.look import look_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
    return path


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def view(qtbot, workspace):
    window = workspace.page.window()
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    found = window.views.widget("numbers")
    qtbot.waitUntil(lambda: found.numbers.annotations > 0)
    return found


def count(view, table, key):
    return next(one.count for one in view.numbers.table(table).bars if one.key == key)


def test_the_charts_show_what_the_library_counts(workspace, view):
    assert view.numbers == workspace.library.store.numbers()
    assert view.canvas.chart.cards
    assert "من يُقتبس عنه" in view.canvas.accessibleName()


def test_an_act_is_counted_at_once(qtbot, workspace, view):
    before = count(view, "tags", "quote")
    revision = workspace.articles.revision
    workspace.library.annotate(revision, 0, 3, "quote")
    qtbot.waitUntil(lambda: count(view, "tags", "quote") == before + 1)
    workspace.library.flush()
    workspace.actions["undo"].trigger()
    qtbot.waitUntil(lambda: count(view, "tags", "quote") == before)


def test_what_is_counted_over_is_chosen(qtbot, workspace, view):
    menu = view.scope_button.menu()
    next(one for one in menu.actions() if one.data() == "article").trigger()
    qtbot.waitUntil(lambda: view.numbers.articles == 1)
    workspace.articles_panel._box.line.setText("لا يوجد مقال بهذا الاسم")
    qtbot.waitUntil(lambda: workspace.articles_panel.listed() == [])
    next(one for one in menu.actions() if one.data() == "shown").trigger()
    qtbot.waitUntil(lambda: view.numbers.annotations == 0)


def test_pictures_and_the_table_are_saved(workspace, view, tmp_path):
    for key in ("png", "svg", "csv"):
        workspace.numbers.save_to(tmp_path / f"numbers.{key}", key)
    picture = QImage(str(tmp_path / "numbers.png"))
    assert picture.width() > 500
    drawing = (tmp_path / "numbers.svg").read_text("utf-8")
    assert "<svg" in drawing
    assert "<text" not in drawing
    rows = list(
        csv.reader(io.StringIO((tmp_path / "numbers.csv").read_text("utf-8-sig")), delimiter=";")
    )
    if len(rows[0]) == 1:
        rows = list(csv.reader(io.StringIO((tmp_path / "numbers.csv").read_text("utf-8-sig"))))
    table = view.numbers.table("tags")
    counted = {row[1]: row[3] for row in rows if row[0] == table.label.ar}
    assert counted == {one.key: str(one.count) for one in table.bars}


def test_what_cannot_be_written_is_told(workspace, view, tmp_path):
    workspace.numbers.save_to(tmp_path / "nowhere" / "a.csv", "csv")
    assert "a.csv" in workspace.page.window().notices.text()


def table(count, **more):
    bars = tuple(
        Bar(key=str(at), label=Label(f"Name {at}", f"اسم {at}"), count=at + 1)
        for at in range(count)
    )
    return NumberTable(key="made", label=Label("Made", "مصنوع"), bars=bars, **more)


@pytest.fixture
def style(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return Style(look_of(widget), widget.font(), "ar")


def test_charts_stand_side_by_side_where_there_is_room():
    numbers = Numbers(articles=1, annotations=1, tables=(table(3), table(3)))
    wide, narrow = laid_out(numbers, 1000), laid_out(numbers, 400)
    assert wide.cards[0].box.top() == wide.cards[1].box.top()
    assert narrow.cards[1].box.top() > narrow.cards[0].box.bottom()
    assert not any(one.box.intersects(wide.cards[1].box) for one in wide.cards[:1])


def test_the_smallest_of_very_many_are_one_bar():
    (card,) = laid_out(Numbers(tables=(table(40),)), 400).cards
    assert len(card.bars) == 12
    assert sum(one.count for one in card.bars) == table(40).total
    assert card.bars[-1].label.ar == "غيرها"


def test_a_chart_begins_where_the_language_does(style):
    """In Arabic the bars grow from the right, in English from the left."""
    chart = laid_out(Numbers(tables=(table(1),)), 400)
    accent = style.look.accent.rgb()
    sides = {}
    for language in ("ar", "en"):
        made = save_png(chart, Style(style.look, style.font, language), "", ratio=1.0)
        image = QImage.fromData(made)
        found = [
            x
            for y in range(image.height())
            for x in range(image.width())
            if image.pixel(x, y) == accent
        ]
        sides[language] = (min(found), image.width() - max(found))
    assert sides["ar"][1] == pytest.approx(sides["en"][0], abs=3)
    assert sides["ar"][0] != pytest.approx(sides["en"][0], abs=3)


def test_hostile_names_are_words_only(style):
    bar = Bar(key="x", label=Label("<b>\u202ex", "<b>\u202ex"), count=1)
    numbers = Numbers(tables=(NumberTable(key="k", label=Label("T", "ت"), bars=(bar,)),))
    drawing = save_svg(laid_out(numbers, 400), style, "<script>").decode()
    assert "<script>" not in drawing
    assert "<b>" not in drawing


def rows_of_csv(path):
    text = path.read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text[:12] else ","))


def choose_scope(view, key):
    menu = view.scope_button.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.data() == key).trigger()


def test_rows_that_are_chosen_are_counted_and_named_wherever_they_go(
    qtbot, workspace, view, tmp_path
):
    window, panel = workspace.page.window(), workspace.annotations_panel
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: len(panel.visible_uids()) > 3)
    panel._list.selectAll()
    every = panel.chosen_uids()
    chosen = every[:3]
    panel._list.clearSelection()
    rows = panel._list.selectionModel()
    for uid in chosen:
        rows.select(panel._model.index_of(uid), rows.SelectionFlag.Select)
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    choose_scope(view, "annotations")
    qtbot.waitUntil(lambda: view.numbers.annotations == 3)
    assert view.numbers == workspace.library.store.numbers(annotation_uids=chosen)
    assert view.numbers.articles == 1
    assert view.scope_button.text() == "٣ تعليقات مختارة"
    assert view.scope_button.accessibleName() == "٣ تعليقات مختارة"
    for key in ("png", "svg", "csv"):
        workspace.numbers.save_to(tmp_path / f"chosen.{key}", key)
    assert "٣ تعليقات مختارة" in (tmp_path / "chosen.svg").read_text("utf-8")
    table = rows_of_csv(tmp_path / "chosen.csv")
    assert table[0][-1] == "ما عُدّ"
    assert {row[-1] for row in table[1:]} == {"٣ تعليقات مختارة"}
    # Fewer than two are where the person is: then it is all that the list shows.
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    panel._list.clearSelection()
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    qtbot.waitUntil(lambda: view.numbers.annotations == len(every))
    assert "في القائمة" in view.scope_button.text()


def test_claims_that_are_chosen_in_their_list_or_on_the_board_are_counted(qtbot, workspace, view):
    window = workspace.page.window()
    assert not [one for one in view._scopes() if one[0] == "claims"]  # nobody has seen them yet
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    claims = window.views.widget("claims")
    qtbot.waitUntil(lambda: len(list(claims.lines())) > 2)
    total = len(list(claims.lines()))
    claims.show_board(False)
    claims.list.clearSelection()
    for row in range(2):
        index = claims.list.model().index(row, 0)
        claims.list.selectionModel().select(
            index, claims.list.selectionModel().SelectionFlag.Select
        )
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    choose_scope(view, "claims")
    qtbot.waitUntil(lambda: view.numbers.annotations == 2)
    assert view.scope_button.text() == "ادعاءان مختاران"
    claims.show_board(True)
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    qtbot.waitUntil(lambda: view.numbers.annotations == total)
    assert "على اللوح" in view.scope_button.text()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "تعليق مختار واحد"),
        (2, "تعليقان مختاران"),
        (3, "٣ تعليقات مختارة"),
        (11, "١١ تعليقًا مختارًا"),
        (100, "١٠٠ تعليق مختار"),
    ],
)
def test_chosen_rows_are_named_in_each_form_of_number(workspace, view, count, words):
    rows = Rows(tuple(map(str, range(count))), are_chosen=True)
    assert ScopeWords(view).name("annotations", rows) == words
