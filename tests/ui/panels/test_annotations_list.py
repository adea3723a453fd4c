"""The list of annotations: what a row says, how the list is sorted, filtered and walked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_model import AnnotationRole, AnnotationsModel, SortOrder
from reader.ui.panels.prose import tooltip
from tests.ui.panels.hands import click, count, current


def test_the_model_keeps_qts_rules(qtbot, library, revision, marks):
    model = AnnotationsModel(library.tags(), library.unsaved, "ar")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(revision.uid, library.annotations(revision.uid), library.subjects())
    library.changed.connect(model.follow)
    for order in SortOrder:
        model.sort_by(order)
    library.set_status([marks.quote, marks.claim], "disputed")
    library.retag([marks.title], "claim")
    model.show_only(frozenset({"claim"}))
    library.delete([marks.title, marks.quote])
    library.undo()
    model.show_only(frozenset())
    assert set(model.shown_uids()) == set(vars(marks).values())
    assert tester.model() is model


def test_a_tooltip_is_never_html(panel, library, revision, marks):
    index = panel._model.index_of(marks.claim)
    assert "1,554" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert (
        tooltip('<img src="http://x">') == '<p dir="ltr">&lt;img src=&quot;http://x&quot;&gt;</p>'
    )


def test_a_row_says_tag_words_note_and_status(library, panel, marks):
    library.set_note(marks.quote, "سطر\nثانٍ \u202e")
    index = panel._model.index_of(marks.quote)
    assert index.data() == "لن نتراجع"
    assert index.data(AnnotationRole.TAG).key == "quote"
    assert index.data(AnnotationRole.NOTE) == "سطر ثانٍ ‹202E›"
    assert index.data(AnnotationRole.STATUS) == "مسودة"
    assert index.data(Qt.ItemDataRole.EditRole) == "سطر\nثانٍ \u202e"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in spoken for part in ("اقتباس", "لن نتراجع", "سطر ثانٍ", "مسودة"))


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (SortOrder.POSITION, ["title", "speaker", "quote", "claim"]),
        (SortOrder.TAG, ["quote", "title", "speaker", "claim"]),
        (SortOrder.STATUS, ["title", "quote", "claim", "speaker"]),
        (SortOrder.TEXT, ["title", "speaker", "quote", "claim"]),
    ],
)
def test_it_is_sorted(library, panel, marks, order, names):
    library.set_status([marks.speaker], "rejected")
    panel._filters.order_changed.emit(order)
    assert panel.visible_uids() == [getattr(marks, name) for name in names]


def test_the_order_is_chosen_in_a_menu(qtbot, panel, marks):
    menu = panel._filters._sort.menu()
    before = panel._filters._sort.text()
    menu.actions()[1].trigger()
    assert panel.visible_uids()[0] == marks.quote
    assert panel._filters._sort.text() != before
    assert [action.isChecked() for action in menu.actions()] == [False, True, False, False]


def test_text_sorts_without_marks_and_variants_of_letters(library, panel, mark, marks):
    book = mark("كِتابًا", "entity")
    year = mark("أن", "entity")
    panel._filters.order_changed.emit(SortOrder.TEXT)
    uids = panel.visible_uids()
    assert uids.index(marks.title) < uids.index(year) < uids.index(marks.speaker) < uids.index(book)


def test_the_filter_searches_words_note_and_names(library, panel, marks, write):
    library.set_note(marks.claim, "يُراجَع المصدر")
    panel.focus_filter()
    for typed, found in (
        ("نتراجع", [marks.quote]),
        ("المصدر", [marks.claim]),
        ("المديره سلمي", [marks.quote]),
        ("حديدي", [marks.speaker, marks.quote]),
        ("لا أحد", []),
    ):
        write(panel._filters.box.line, typed)
        assert panel.visible_uids() == found, typed
        panel._filters.box.line.clear()
    assert len(panel.visible_uids()) == 4


def test_chips_show_only_their_tags(qtbot, panel, marks):
    quote, entity, claim = panel._filters._chips
    qtbot.mouseClick(entity, Qt.MouseButton.LeftButton)
    assert panel.visible_uids() == [marks.title, marks.speaker]
    assert count(panel) == "٢ of ٤"
    qtbot.keyClick(claim, Qt.Key.Key_Space)
    assert panel.visible_uids() == [marks.title, marks.speaker, marks.claim]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(panel, "2", both)
    qtbot.waitUntil(lambda: panel.visible_uids() == [marks.claim])
    assert [chip._beside for chip in (quote, entity, claim)] == ["١", "٢", "١"]


def test_nothing_to_show_says_what_to_do(library, revision, marks, shown):
    panel = shown(AnnotationsPanel(library, "en"))
    assert "Open an article" in panel._hint.text()
    panel.show_revision(revision)
    assert panel._stack.currentWidget() is panel._list
    panel._filters.box.line.setText("لا أحد")
    assert panel._stack.currentWidget() is panel._hint
    panel._filters.box.line.clear()
    library.delete(list(vars(marks).values()))
    assert "1, 2" in panel._hint.text()


def test_arrows_and_clicks_choose(qtbot, panel, marks, chosen):
    panel._list.setFocus()
    panel.set_current(marks.title)
    assert chosen == []
    qtbot.keyClick(panel._list, Qt.Key.Key_Down)
    assert chosen == [marks.speaker]
    click(qtbot, panel, marks.claim)
    click(qtbot, panel, marks.claim)
    assert chosen == [marks.speaker, marks.claim, marks.claim]


def test_home_and_end(qtbot, panel, marks, chosen):
    panel._list.setFocus()
    qtbot.keyClick(panel._list, Qt.Key.Key_End)
    qtbot.keyClick(panel._list, Qt.Key.Key_Home)
    assert chosen == [marks.claim, marks.title]


def test_the_keyboard_alone_chooses_nothing_but_shows(panel, chosen):
    before = panel._list.viewport().grab().toImage()
    panel._list.setFocus(Qt.FocusReason.TabFocusReason)
    assert (current(panel), chosen) == ("", [])
    assert panel._list.viewport().grab().toImage() != before


def test_down_in_the_filter_goes_to_the_list(qtbot, panel, marks, chosen):
    panel.focus_filter()
    qtbot.keyClick(panel._filters.box.line, Qt.Key.Key_Down)
    assert panel._list.hasFocus()
    assert chosen == [marks.title]


def test_filters_choose_nothing(panel, marks, chosen, write):
    panel.set_current(marks.quote)
    panel.focus_filter()
    write(panel._filters.box.line, "سلمى")
    assert current(panel) == marks.quote
    panel._filters.box.line.clear()
    write(panel._filters.box.line, "1,554")
    assert current(panel) == ""
    panel._filters.order_changed.emit(SortOrder.TAG)
    assert chosen == []


def test_what_the_page_shows_is_followed_quietly(panel, marks, chosen):
    panel.set_current(marks.quote)
    assert (current(panel), panel.chosen_uids()) == (marks.quote, [marks.quote])
    panel.set_current(None)
    assert (current(panel), panel.chosen_uids()) == ("", [])
    panel.set_current("no such uid")
    assert chosen == []


def test_every_control_has_a_name_and_says_its_key(panel):
    ours = [one for one in panel.findChildren(QWidget) if not one.objectName().startswith("qt_")]
    for widget in ours:
        if isinstance(widget, QAbstractButton | QLineEdit | QTableView):
            assert widget.accessibleName(), widget
        if isinstance(widget, QAbstractButton | QLineEdit):
            assert widget.toolTip().endswith(")"), widget


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_shape_stands_where_the_line_begins(panel, marks, direction):
    panel.setLayoutDirection(direction)
    QApplication.processEvents()
    image = panel._list.viewport().grab().toImage()
    row = panel._list.visualRect(panel._model.index_of(marks.title))
    blue = [
        x
        for x in range(image.width())
        for y in range(row.top(), row.bottom())
        if image.pixelColor(x, y).name() == "#1f77c9"
    ]
    from_left = direction == Qt.LayoutDirection.LeftToRight
    assert blue
    assert (blue[-1] < 40) is from_left
    assert (blue[0] > image.width() - 40) is not from_left
