"""Searching the library in the window, with real keys, on any layout."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from reader import importers
from reader.model.change import edit
from reader.model.claim import Evidence
from reader.model.found import FoundPage
from reader.storage.store import Store
from reader.text.anchoring import new_annotation
from reader.text.seeking import parse_query
from reader.ui.action_set import key_sequences
from reader.ui.panels.found_model import FoundModel, Heading, HitRow, NameRow, RestRow
from reader.ui.panels.search_help import EXAMPLES, Example
from reader.ui.seeker import HITS_AT_ONCE, Seeker

FIRST = "خبر أول\nقالت الوزيرة 😀 إن المياهَ نقية، وقال NATO said: water.\nمياه النهر أيضًا.\n"
SECOND = "خبر ثان\nلا ماء هنا، بل مياه الشرب.\n"
MANY = 70
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "news.db"
    with Store.open(made) as store:
        me = store.annotator("me", "me")
        for text in (FIRST, SECOND):
            store.add_article(importers.from_text(text, "news"), me.uid, "setup")
    return made


@pytest.fixture
def workspace(open_window, path):
    opened = open_window(path)
    opened.page.activateWindow()
    opened.page.setFocus()
    return opened


def key(widget, code, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, code, modifiers)


def seek(workspace, qtbot, words: str) -> None:
    """Press Ctrl+Shift+F, type, and wait for what is found."""
    key(workspace.page, Qt.Key.Key_F, CTRL | SHIFT)
    line = workspace.search.panel._box.line
    assert QApplication.focusWidget() is line
    with qtbot.waitSignal(workspace.search._seeker.found):
        line.setText(words)


def rows(workspace) -> list[object]:
    model = workspace.search.panel.list.model()
    return [model.row_at(model.index(row)) for row in range(model.rowCount())]


def said(workspace) -> str:
    return workspace.search.panel.findChild(QLabel, "searchCount").text()


def test_hits_stand_under_their_articles_and_enter_goes_to_one(workspace, qtbot):
    seek(workspace, qtbot, "مياه")
    found = rows(workspace)
    assert [type(one) for one in found] == [Heading, HitRow, Heading, HitRow, HitRow]
    assert [one.title for one in found if isinstance(one, Heading)] == ["خبر ثان", "خبر أول"]
    assert "مقالين" in said(workspace)
    panel = workspace.search.panel
    key(panel._box.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.list
    assert panel.list.currentIndex().row() == 1
    for _ in range(3):
        key(panel.list, Qt.Key.Key_Down)
    key(panel.list, Qt.Key.Key_Return)
    assert workspace.articles.article.title == "خبر أول"
    start, end = workspace.page.selection()
    assert FIRST[start:end] == "مياه"
    assert start == FIRST.index("\nمياه") + 1
    hits = workspace.page._painter._hits.hits
    assert [FIRST[low:high] for low, high in hits.spans] == ["مياهَ", "مياه"]
    assert hits.current == 1
    assert QApplication.focusWidget() is workspace.page


def test_a_click_goes_to_a_hit(workspace, qtbot):
    seek(workspace, qtbot, "NATO")
    listed = workspace.search.panel.list
    place = listed.visualRect(listed.model().index(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    start, end = workspace.page.selection()
    assert FIRST[start:end] == "NATO"


def test_a_heading_leads_to_the_first_hit(workspace, qtbot):
    seek(workspace, qtbot, "الشرب")
    listed = workspace.search.panel.list
    listed.setCurrentIndex(listed.model().index(0))
    key(listed, Qt.Key.Key_Return)
    start, end = workspace.page.selection()
    assert SECOND[start:end] == "الشرب"


def test_the_key_works_on_an_arabic_layout(workspace):
    keys = workspace.actions["search_library"].shortcuts()
    assert QKeySequence("Ctrl+Shift+ب") in keys
    assert keys == key_sequences(("Ctrl+Shift+F",))


def test_selected_words_are_sought(workspace, qtbot):
    start = workspace.articles.revision.text.index("الشرب")
    workspace.page.select(start, start + 5)
    with qtbot.waitSignal(workspace.search._seeker.found):
        key(workspace.page, Qt.Key.Key_F, CTRL | SHIFT)
    assert workspace.search.panel._box.text() == "الشرب"


def test_the_search_takes_the_place_of_the_articles_and_gives_it_back(workspace, qtbot):
    window = workspace.page.window()
    articles, search = window.dock("articlesDock"), window.dock("searchDock")
    assert search.isHidden()
    seek(workspace, qtbot, "مياه")
    assert articles.isHidden()
    assert not search.isHidden()
    line = workspace.search.panel._box.line
    key(line, Qt.Key.Key_Escape)
    assert workspace.search.panel._box.text() == ""
    assert not search.isHidden()
    key(line, Qt.Key.Key_Escape)
    assert search.isHidden()
    assert not articles.isHidden()
    assert QApplication.focusWidget() is workspace.page


def test_the_cross_gives_the_place_back_too(workspace, qtbot):
    window = workspace.page.window()
    seek(workspace, qtbot, "مياه")
    listed = workspace.search.panel.list
    listed.setCurrentIndex(listed.model().index(1))
    key(listed, Qt.Key.Key_Return)
    assert len(workspace.page._painter._hits.hits.spans) == 1
    window.dock("searchDock").titleBarWidget().findChild(QToolButton).click()
    qtbot.waitUntil(lambda: not window.dock("articlesDock").isHidden())
    assert len(workspace.page._painter._hits.hits.spans) == 0


def test_the_panels_come_back_without_the_search(workspace, qtbot):
    window = workspace.page.window()
    seek(workspace, qtbot, "مياه")
    workspace.actions["panels"].trigger()
    assert not window.docks_visible()
    workspace.actions["panels"].trigger()
    assert window.dock("searchDock").isHidden()
    assert not window.dock("articlesDock").isHidden()


def test_examples_can_be_clicked(workspace, qtbot):
    key(workspace.page, Qt.Key.Key_F, CTRL | SHIFT)
    panel = workspace.search.panel
    examples = panel.findChildren(Example)
    assert [one.accessibleName().split(" — ")[0] for one in examples] == [
        typed.ar for typed, _ in EXAMPLES
    ]
    with qtbot.waitSignal(workspace.search._seeker.found):
        QTest.mouseClick(examples[0], Qt.MouseButton.LeftButton)
    assert panel._box.text() == "مياه الشرب"
    assert len(rows(workspace)) == 3


def test_every_example_is_understood_in_both_languages():
    for typed, _ in EXAMPLES:
        in_english, in_arabic = parse_query(typed.en), parse_query(typed.ar)
        asked = [
            [one.operator.key for one in query.conditions] for query in (in_english, in_arabic)
        ]
        assert asked[0] == asked[1]
        assert not in_english.is_empty
        assert not in_english.unread + in_arabic.unread
        assert bool(in_english.unwanted) == bool(in_arabic.unwanted)


def test_a_word_just_begun_is_not_told_to_be_fewer(workspace, qtbot):
    panel = workspace.search.panel
    for typed in ("زر", "مياه ز"):
        seek(workspace, qtbot, typed)
        assert panel._stack.currentWidget() is panel._hint
        assert "الحرف الثالث" in panel._hint.text()
    for typed in ("زرا", '"زر"'):
        seek(workspace, qtbot, typed)
        assert "كلما قلّت" in panel._hint.text()


def test_evidence_leads_to_its_claim(workspace, qtbot):
    text = workspace.articles.revision
    claim = new_annotation(text, 10, 20, "claim", workspace.library.annotator.uid)
    found = Evidence(annotation_uid=claim.uid, title="مختبر المدينة")
    workspace.library.act("annotate", (edit(None, claim), edit(None, found)))
    assert workspace.library.flush()
    seek(workspace, qtbot, "مختبر")
    heading, hit = rows(workspace)
    assert isinstance(heading, Heading)
    assert isinstance(hit, HitRow)
    assert (hit.label, hit.tag.key) == ("عنوان الدليل", "claim")
    workspace.search._go_to(hit)
    assert workspace.page.selection() == (10, 10)
    assert workspace.articles.article.uid == hit.found.article.uid


def test_nothing_found_says_what_to_do(workspace, qtbot):
    seek(workspace, qtbot, "زرافة")
    hint = workspace.search.panel._hint
    assert workspace.search.panel._stack.currentWidget() is hint
    assert "كلما قلّت" in hint.text()
    whole = workspace.search.panel.findChild(QToolButton, "searchWhole")
    with qtbot.waitSignal(workspace.search._seeker.found):
        whole.click()
    assert "كلمة كاملة" in hint.text()


def test_switches_seek_anew(workspace, qtbot):
    seek(workspace, qtbot, "الوزير")
    assert [type(one) for one in rows(workspace)] == [Heading, HitRow]
    whole = workspace.search.panel.findChild(QToolButton, "searchWhole")
    with qtbot.waitSignal(workspace.search._seeker.found):
        whole.click()
    assert rows(workspace) == []


def test_what_is_no_date_is_told(workspace, qtbot):
    seek(workspace, qtbot, "مياه before:soon")
    assert "soon" in said(workspace)


def test_names_are_found_and_lead_to_what_points_to_them(workspace, qtbot):
    start = FIRST.index("المياه")
    workspace.articles.show(workspace.library.articles()[1].article.uid)
    new = workspace.library.annotate(workspace.articles.revision, start, start + 6, "quote")
    workspace.library.set_fields(new.uid, {"speaker": "سيبويه"})
    assert workspace.library.flush()
    seek(workspace, qtbot, "سيبويه")
    found = rows(workspace)
    assert [type(one) for one in found] == [Heading, NameRow, Heading, HitRow]
    assert found[3].label == "القائل"
    listed = workspace.search.panel.list
    listed.setCurrentIndex(listed.model().index(1))
    with qtbot.waitSignal(workspace.search._seeker.found):
        key(listed, Qt.Key.Key_Return)
    assert workspace.search.panel._box.text() == 'اسم:"سيبويه"'
    (_, hit) = rows(workspace)
    assert hit.hit.words == "المياه"


def test_more_comes_when_the_list_is_at_its_end(workspace, qtbot, path):
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        for number in range(MANY):
            store.add_article(importers.from_text(f"خبر {number}\nزرافة.", "n"), me.uid, "s")
    seek(workspace, qtbot, "زرافة")
    hits = [one for one in rows(workspace) if isinstance(one, HitRow)]
    assert len(hits) == HITS_AT_ONCE
    listed = workspace.search.panel.list
    listed.scrollToBottom()
    qtbot.waitUntil(lambda: len(rows(workspace)) == 2 * MANY)
    assert not listed.model().canFetchMore(QModelIndex())


def press(widget, letter: str) -> None:
    """Press the key of an Arabic letter."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_the_first_results_are_shown_while_one_types(workspace, qtbot, path):
    """Each letter from the third on shows a first page of its own, before the next is pressed.

    How long that takes with ten thousand articles is measured by `make bench`.
    """
    with Store.open(path) as store:
        me = store.annotator("me", "me")
        for number in range(MANY):
            ending = "ان" if number % 2 else "ية"
            text = f"خبر {number}\nزعفر{ending}."
            store.add_article(importers.from_text(text, "n"), me.uid, "s")
    key(workspace.page, Qt.Key.Key_F, CTRL | SHIFT)
    line = workspace.search.panel._box.line
    shown = []
    for letter in "زعفران":
        with qtbot.waitSignal(workspace.search._seeker.found):
            press(line, letter)
        hits = [one.hit for one in rows(workspace) if isinstance(one, HitRow)]
        shown.append((line.text(), len(hits), {one.words for one in hits}))
    assert shown == [
        ("ز", 0, set()),
        ("زع", 0, set()),
        ("زعف", HITS_AT_ONCE, {"زعف"}),
        ("زعفر", HITS_AT_ONCE, {"زعفر"}),
        ("زعفرا", MANY // 2, {"زعفرا"}),
        ("زعفران", MANY // 2, {"زعفران"}),
    ]
    assert workspace.search.panel.list.isVisible()


def test_letters_that_come_faster_than_results_leave_those_of_the_last(workspace, qtbot):
    """No letter waits for the results of the one before it."""
    key(workspace.page, Qt.Key.Key_F, CTRL | SHIFT)
    line = workspace.search.panel._box.line
    found = []
    workspace.search._seeker.found.connect(found.append)
    for letter in "الشرب":
        press(line, letter)
    assert found == []
    qtbot.waitUntil(lambda: bool(found))
    assert len(found) == 1
    assert [one.hit.words for one in rows(workspace) if isinstance(one, HitRow)] == ["الشرب"]


def test_new_articles_are_found_without_asking_again(workspace, qtbot):
    seek(workspace, qtbot, "زرافة")
    assert rows(workspace) == []
    added = workspace.library.adder()(importers.from_text("خبر\nزرافة", "n"))
    workspace.library.note_added([added])
    qtbot.waitUntil(lambda: len(rows(workspace)) == 2)


def test_the_newest_query_wins(path, qtbot):
    with Store.open(path) as store:
        seeker = Seeker(store)
        told = []
        seeker.found.connect(told.append)
        for typed in ("مياه", "زرافة", "الشرب"):
            seeker.start(parse_query(typed))
        qtbot.waitUntil(lambda: bool(told))
        qtbot.waitUntil(lambda: not seeker.is_reading)
        seeker.close()
    assert [one.page.articles[0].hits[0].words for one in told] == ["الشرب"]


def test_an_article_that_is_gone_is_told_and_nothing_breaks(workspace, qtbot, path):
    workspace.articles.show(workspace.library.articles()[1].article.uid)
    seek(workspace, qtbot, "الشرب")
    with Store.open(path) as store, store._library.write() as connection:
        connection.exec_driver_sql("DELETE FROM revisions WHERE text LIKE '%الشرب%'")
    listed = workspace.search.panel.list
    listed.setCurrentIndex(listed.model().index(1))
    key(listed, Qt.Key.Key_Return)
    assert workspace.page.window().notices.isVisible()


@pytest.fixture
def model(path):
    with Store.open(path) as store:
        model = FoundModel(store.tags(), "ar")
        yield model, store.search(parse_query("مياه"), 1)


def test_the_model_keeps_qts_rules(model):
    rows_of, search = model
    rows_of.begin(search.read_on(1), may_grow=True)
    assert rows_of.canFetchMore(QModelIndex())
    asked = []
    rows_of.more_wanted.connect(lambda: asked.append(1))
    rows_of.fetchMore(QModelIndex())
    assert asked == [1]
    rows_of.more_wanted.disconnect()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(rows_of, mode)
    assert not rows_of.canFetchMore(QModelIndex())
    rows_of.grow(search.read_on(10), may_grow=False)
    found = [rows_of.row_at(rows_of.index(row)) for row in range(rows_of.rowCount())]
    assert [type(one) for one in found] == [Heading, HitRow, Heading, HitRow, RestRow]
    last = rows_of.index(4)
    assert not rows_of.flags(last) & Qt.ItemFlag.ItemIsSelectable
    spoken = last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1 more here")
    rows_of.grow(FoundPage(), may_grow=False)
    assert rows_of.rowCount() == 5
    del tester


def test_rows_are_painted_in_every_theme(workspace, qtbot, settings):
    """A hit stands on ground of its own hue, in a snippet of either direction."""
    seek(workspace, qtbot, "NATO")
    listed = workspace.search.panel.list
    for theme in ("light", "sepia", "dark", "contrast"):
        settings.set("theme", theme)
        QApplication.processEvents()
        picture = listed.viewport().grab(listed.visualRect(listed.model().index(1))).toImage()
        ground = listed.itemDelegate()._ground_of_hits()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        }
        assert ground.name() in colours, theme
