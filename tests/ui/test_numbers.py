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
from reader.ui.desk.charts import Style, laid_out, save_png, save_svg
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
        made = save_png(chart, Style(style.look, style.font, language), ratio=1.0)
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
