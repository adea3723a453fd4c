"""The list of annotations: sorted, filtered, walked, edited, and several at once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QMainWindow

from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_delegate import NoteEditor
from reader.ui.panels.annotations_model import AnnotationRole, AnnotationsModel, SortOrder

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(library, revision, marks, shown):
    made = AnnotationsPanel(library, "ar")
    made.show_revision(revision)
    return shown(made)


@pytest.fixture
def chosen(panel):
    uids = []
    panel.annotation_chosen.connect(uids.append)
    return uids


def current(panel: AnnotationsPanel) -> str:
    return panel._model.uid_at(panel._list.currentIndex())


def click(
    qtbot, panel: AnnotationsPanel, uid: str, modifier=Qt.KeyboardModifier.NoModifier
) -> None:
    where = panel._list.visualRect(panel._model.index_of(uid)).center()
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(panel._list.viewport(), button, modifier, where)


def count(panel: AnnotationsPanel) -> str:
    return panel._filters._count.text()


def editor(panel: AnnotationsPanel) -> NoteEditor:
    return panel._list.findChild(NoteEditor)


# The model ---------------------------------------------------------------------


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


# Order and filters -------------------------------------------------------------


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
    qtbot.keyClick(panel, "2", Qt.KeyboardModifier.AltModifier)
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


# Walking -----------------------------------------------------------------------


def test_arrows_and_clicks_choose(qtbot, panel, marks, chosen):
    panel._list.setFocus()
    panel.set_current(marks.title)
    assert chosen == []
    qtbot.keyClick(panel._list, Qt.Key.Key_Down)
    assert chosen == [marks.speaker]
    click(qtbot, panel, marks.claim)
    click(qtbot, panel, marks.claim)
    assert chosen == [marks.speaker, marks.claim, marks.claim]


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


# Changes -----------------------------------------------------------------------


def test_changes_are_followed_without_a_reset(qtbot, library, panel, mark, marks):
    panel.set_current(marks.quote)
    with qtbot.assertNotEmitted(panel._model.modelReset):
        new = mark("Health Ltd", "entity")
        library.set_status([marks.quote], "reviewed")
        library.delete([marks.title])
    assert panel.visible_uids() == [marks.speaker, marks.quote, new, marks.claim]
    assert panel._model.index_of(marks.quote).data(AnnotationRole.STATUS) == "مُراجَع"
    assert current(panel) == marks.quote


def test_a_new_name_of_a_subject_is_found(library, panel, marks, write):
    library.set_fields(marks.speaker, {"entity_name": "مهى القاسم"})
    write(panel._filters.box.line, "مها القاسم")
    assert panel.visible_uids() == []
    panel._filters.box.line.clear()
    write(panel._filters.box.line, "مهى")
    assert panel.visible_uids() == [marks.speaker]


def test_a_mark_in_another_text_is_not_listed(library, panel, revision, marks):
    stranger = library.annotation(marks.title)
    other = type(revision)(
        article_uid=revision.article_uid,
        text=revision.text,
        text_sha256="",
        canonical_version=1,
        source_sha256="",
    )
    panel.show_revision(other)
    assert panel.visible_uids() == []
    library.set_status([stranger.uid], "reviewed")
    library.delete([stranger.uid])
    assert panel.visible_uids() == []


def test_deleting_down_the_list_goes_on_with_the_next(qtbot, library, panel, marks, chosen):
    panel.delete_requested.connect(library.delete)
    panel._list.setFocus()
    panel.set_current(marks.speaker)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert chosen == [marks.quote]
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert panel.visible_uids() == [marks.title, marks.claim]
    panel.set_current(marks.claim)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert (current(panel), chosen[-1]) == (marks.title, marks.title)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert panel.visible_uids() == []


def test_deleting_elsewhere_chooses_nothing(library, panel, marks, chosen):
    panel.focus_filter()
    panel.set_current(marks.quote)
    library.delete([marks.quote])
    assert (current(panel), chosen) == ("", [])


def test_what_is_not_saved_is_marked(qtbot, library, database, panel, marks):
    library.flush()
    away = database.with_name("away.db")
    database.rename(away)
    library.set_note(marks.claim, "ملاحظة")
    index = panel._model.index_of(marks.claim)
    qtbot.waitUntil(lambda: index.data(AnnotationRole.UNSAVED), timeout=5000)
    assert not panel._model.index_of(marks.quote).data(AnnotationRole.UNSAVED)
    assert "not saved" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    away.rename(database)
    library.retry()
    qtbot.waitUntil(lambda: not index.data(AnnotationRole.UNSAVED), timeout=5000)


# Notes in the list -------------------------------------------------------------


def begin_note(qtbot, panel: AnnotationsPanel, uid: str) -> NoteEditor:
    panel._list.setFocus()
    panel.set_current(uid)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor(panel) is not None and editor(panel).hasFocus())
    return editor(panel)


def gone(qtbot, panel: AnnotationsPanel) -> None:
    qtbot.waitUntil(lambda: editor(panel) is None)


def test_enter_writes_the_note_in_its_place(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.quote)
    write(note, "قيل في بيان")
    qtbot.keyClick(note, Qt.Key.Key_Return, SHIFT)
    write(note, "مكتوب")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert library.annotation(marks.quote).note == "قيل في بيان\nمكتوب"
    gone(qtbot, panel)
    assert panel._list.hasFocus()


def test_esc_leaves_the_note_as_it_was(qtbot, library, panel, marks, write):
    library.set_note(marks.quote, "قديم")
    note = begin_note(qtbot, panel, marks.quote)
    assert note.text() == "قديم"
    write(note, " وجديد")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    gone(qtbot, panel)
    assert library.annotation(marks.quote).note == "قديم"


def test_an_unchanged_note_is_no_act(qtbot, library, panel, marks):
    library.set_note(marks.quote, "فيه\u00a0فراغ لا ينكسر")
    note = begin_note(qtbot, panel, marks.quote)
    with qtbot.assertNotEmitted(library.changed):
        qtbot.keyClick(note, Qt.Key.Key_Return)
        gone(qtbot, panel)


def test_a_change_elsewhere_leaves_what_is_being_typed(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.quote)
    write(note, "أكتب")
    library.set_note(marks.quote, "غيري كتب")
    library.set_status([marks.quote], "disputed")
    assert note.text() == "أكتب"


def test_tab_goes_on_to_the_next_note(qtbot, library, panel, marks, write):
    note = begin_note(qtbot, panel, marks.title)
    write(note, "أولى")
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: current(panel) == marks.speaker and editor(panel) is not None)
    assert library.annotation(marks.title).note == "أولى"


def test_the_note_box_stays_inside_the_list(qtbot, panel, marks, write):
    panel.resize(320, 300)
    note = begin_note(qtbot, panel, marks.claim)
    write(note, "سطر طويل من الكلام يملأ الصندوق ثم يزيد عليه " * 8)
    assert note.height() > 3 * note.fontMetrics().lineSpacing()
    assert note.geometry().bottom() <= panel._list.viewport().height()
    assert note.geometry().top() >= 0


# Several at once ---------------------------------------------------------------


@pytest.fixture
def requests(panel):
    heard = []

    def hear(*request) -> None:
        heard.append(request)

    panel.retag_requested.connect(hear)
    panel.status_requested.connect(hear)
    panel.delete_requested.connect(hear)
    return heard


def test_several_rows_are_retagged_and_given_a_status(qtbot, panel, marks, requests):
    click(qtbot, panel, marks.speaker)
    assert panel._bar.isHidden()
    click(qtbot, panel, marks.claim, SHIFT)
    click(qtbot, panel, marks.title, CONTROL)
    assert panel._bar.isVisible()
    uids = list(vars(marks).values())
    qtbot.keyClick(panel._list, "3")
    write_arabic_digit(panel)
    retag, status = panel._menu.actions()[1].menu(), panel._menu.actions()[2].menu()
    retag.actions()[0].trigger()
    status.actions()[3].trigger()
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert requests == [
        (uids, "claim"),
        (uids, "entity"),
        (uids, "quote"),
        (uids, "rejected"),
        (uids,),
    ]


def write_arabic_digit(panel: AnnotationsPanel) -> None:
    """Press ٢ as a keyboard that writes Arabic digits sends it."""
    kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel._list, QKeyEvent(kind, ord("٢"), none, "٢"))


def test_showing_the_current_row_again_keeps_the_others_chosen(qtbot, panel, marks):
    panel.annotation_chosen.connect(panel.set_current)
    click(qtbot, panel, marks.title)
    click(qtbot, panel, marks.claim, CONTROL)
    assert panel.chosen_uids() == [marks.title, marks.claim]


def test_select_all(qtbot, panel):
    panel._list.setFocus()
    qtbot.keyClick(panel._list, "a", CONTROL)
    assert len(panel.chosen_uids()) == 4


def test_nothing_chosen_asks_for_nothing(qtbot, panel, requests):
    panel._list.setFocus()
    panel.set_current(None)
    for key in (Qt.Key.Key_Delete, "1"):
        qtbot.keyClick(panel._list, key)
    assert requests == []


def test_the_keys_are_the_lists_while_it_has_the_keyboard(
    qtbot, library, revision, marks, requests, panel, shown
):
    window = QMainWindow()
    fired = []
    for key in ("1", "Del", "Return", "Ctrl+A"):
        action = QAction(key, window)
        action.setShortcut(key)
        action.triggered.connect(fired.append)
        window.addAction(action)
    window.setCentralWidget(panel)
    shown(window)
    panel._list.setFocus()
    panel.set_current(marks.quote)
    qtbot.keyClick(panel._list, "1")
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    qtbot.keyClick(panel._list, "a", CONTROL)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert requests == [([marks.quote], "quote"), ([marks.quote],)]
    assert editor(panel) is not None
    assert fired == []
    window.takeCentralWidget()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_menu_opens_by_key_and_by_mouse(qtbot, panel, marks):
    panel._list.setFocus()
    panel.set_current(marks.claim)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        at = panel._list.visualRect(panel._model.index_of(marks.claim)).center()
        event = QContextMenuEvent(reason, at, panel._list.viewport().mapToGlobal(at))
        QApplication.sendEvent(panel._list.viewport(), event)
        assert panel._menu.isVisible()
        panel._menu.close()


# Looks -------------------------------------------------------------------------


def test_every_control_has_a_name_and_says_its_key(panel):
    for kind in (QAbstractButton, QLineEdit, QListView):
        for widget in panel.findChildren(kind):
            assert widget.accessibleName() or widget.text(), widget
    for button in panel.findChildren(QAbstractButton):
        assert button.toolTip().endswith(")"), button.text()


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
