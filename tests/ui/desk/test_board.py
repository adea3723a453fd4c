"""The board: where cards stand, how keys and the mouse move them, what the desk's rules ask."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader.model.claim_line import ClaimLine
from reader.ui.claim_lines import line_of
from reader.ui.desk.claim_words import verdict_words
from reader.ui.desk.claims_model import CLAIM_MIME, ClaimFilter, ClaimsModel, ClaimSort
from reader.ui.subject_acts import add_subject, set_subject_fields

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
AT = datetime(2026, 1, 2, tzinfo=UTC)


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget(), key, modifiers)


def answer(view, text, key=Key.Key_Return):
    view.ask_bar.line.setText(text)
    QTest.keyClick(view.ask_bar.line, key)


def let_fall(cards, uid):
    """Let a card fall on a column, as the mouse does at the end of a drag."""
    mime = QMimeData()
    mime.setData(CLAIM_MIME, uid.encode())
    where, action = QPointF(20, 20), Qt.DropAction.MoveAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), action, mime, left, none)
    QApplication.sendEvent(cards.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(cards.viewport(), QDropEvent(where, action, mime, left, none))


def test_the_column_under_a_card_shows_that_it_would_take_it(view, uids):
    cards = view.board.column("checking").cards
    bare = cards.viewport().grab().toImage()
    mime = QMimeData()
    mime.setData(CLAIM_MIME, uids[1].encode())
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    action = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPointF(20, 20).toPoint(), action, mime, left, none)
    QApplication.sendEvent(cards.viewport(), enter)
    assert cards.viewport().grab().toImage() != bare
    QApplication.sendEvent(cards.viewport(), QDragLeaveEvent())
    assert cards.viewport().grab().toImage() == bare
    let_fall(cards, uids[1])
    assert not cards._is_target


def test_new_claims_are_candidates_and_the_first_is_told_in_the_details(
    view, columns, uids, workspace, qtbot
):
    view.focus_claims()
    assert set(columns()) == {"candidate"}
    assert sorted(columns()["candidate"]) == sorted(uids)
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == view.current_uid())


def test_shift_and_an_arrow_move_a_card_along_the_reading_direction(
    view, columns, window, workspace
):
    view.focus_claims()
    uid = view.current_uid()
    press(window, Key.Key_Left, SHIFT)
    assert columns()["assigned"] == [uid]
    assert (
        workspace.library.annotation(uid).fields.assigned_to_uid == workspace.library.annotator.uid
    )
    assert view.current_uid() == uid
    press(window, Key.Key_Right, SHIFT)
    assert uid in columns()["candidate"]


def test_a_digit_moves_a_card_in_any_script(view, columns, window):
    view.focus_claims()
    uid = view.current_uid()
    press(window, Key.Key_3)
    assert columns()["checking"] == [uid]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        arabic = QKeyEvent(kind, ord("٢"), Qt.KeyboardModifier.NoModifier, "٢")
        QApplication.sendEvent(window.focusWidget(), arabic)
    assert columns()["assigned"] == [uid]


def test_what_the_rules_refuse_is_told_and_the_card_stays(view, columns, window):
    view.focus_claims()
    press(window, Key.Key_4)
    assert set(columns()) == {"candidate"}
    assert "حكم" in window.notices.text()


def test_dropping_asks_why_in_its_place_and_esc_leaves_it(view, columns, window, workspace):
    view.focus_claims()
    uid = view.current_uid()
    press(window, Key.Key_Delete)
    assert view.ask_bar.question()
    QTest.keyClick(view.ask_bar.line, Key.Key_Escape)
    assert view.ask_bar.question() == ""
    assert set(columns()) == {"candidate"}
    press(window, Key.Key_Delete)
    answer(view, "  ")
    assert view.ask_bar.question()  # an empty reason is none
    answer(view, "رأي لا خبر")
    assert columns()["dropped"] == [uid]
    assert workspace.library.annotation(uid).fields.drop_reason == "رأي لا خبر"


def test_the_second_review_asks_for_somebody_else(view, columns, window, workspace):
    view.focus_claims()
    uid = view.current_uid()
    workspace.library.set_fields(uid, {"verdict": "false"})
    press(window, Key.Key_5)
    me = workspace.library.annotator.name
    assert me in view.ask_bar.question()
    answer(view, me)
    assert view.ask_bar.question()  # the rater does not review
    answer(view, "ريم")
    assert columns()["second_review"] == [uid]
    reviewer = workspace.library.entry(uid).ruling.reviewer_uid
    assert workspace.library.annotator_name(reviewer) == "ريم"


def test_a_reviewer_who_is_new_goes_with_an_undo_and_comes_back(view, window, workspace):
    library = workspace.library
    view.focus_claims()
    uid = view.current_uid()
    library.set_fields(uid, {"verdict": "false"})
    press(window, Key.Key_5)
    answer(view, "شهد")
    named = library.entry(uid).ruling.reviewer_uid
    assert library.annotator_names()[named] == "شهد"  # also before it is saved
    assert library.flush()
    assert library.annotator_names()[named] == "شهد"
    library.undo()
    assert library.flush()
    assert named not in library.annotator_names()
    assert library.annotator_named("شهد") is None
    library.redo()
    assert library.flush()
    assert library.annotator_names()[named] == "شهد"
    assert library.entry(uid).ruling.reviewer_uid == named


def test_a_card_is_dragged_to_another_column_and_not_against_the_rules(view, columns, uids):
    let_fall(view.board.column("checking").cards, uids[1])
    assert columns()["checking"] == [uids[1]]
    let_fall(view.board.column("published").cards, uids[2])
    assert "published" not in columns()
    let_fall(view.board.column("checking").cards, uids[1])
    assert columns()["checking"] == [uids[1]]


def test_undo_puts_a_card_back(view, columns, uids, workspace, qtbot):
    let_fall(view.board.column("checking").cards, uids[1])
    qtbot.waitUntil(workspace.library.flush)
    workspace.actions["undo"].trigger()
    assert set(columns()) == {"candidate"}


def test_arrows_go_between_columns_that_have_cards(view, window, uids):
    let_fall(view.board.column("checking").cards, uids[1])
    view.board.go_to(uids[0])
    press(window, Key.Key_Left)
    assert view.current_uid() == uids[1]
    press(window, Key.Key_Right)
    assert view.current_uid() != uids[1]


def test_the_box_folds_and_the_menus_narrow(view, columns, uids, workspace):
    view.filters.box.line.setText("كتابا")
    assert columns() == {"candidate": [uids[2]]}
    view.filters.box.line.clear()
    me = workspace.library.annotator.name
    workspace.library.set_fields(uids[3], {"priority": "high", "assigned_to": me})
    view.filters._narrow(ClaimFilter(priority="high"))
    assert columns() == {"candidate": [uids[3]]}
    view.filters._narrow(ClaimFilter(assigned_to=workspace.library.annotator.uid))
    assert columns() == {"candidate": [uids[3]]}
    view.filters._narrow(ClaimFilter(older_than=7))
    assert columns() == {}
    view.filters.clear()
    assert len(columns()["candidate"]) == len(uids)


def uid_of(library, name):
    return next(one.uid for one in library.subjects() if one.name == name)


def chosen_in(view, key, words):
    """Choose a row of a menu as a person does, by its words; return all that it offers."""
    menu = view.filters._buttons[key].menu()
    menu.aboutToShow.emit()
    offered = [one.text() for one in menu.actions()]
    next(one for one in menu.actions() if one.text() == words).trigger()
    return offered


def test_claims_are_narrowed_by_the_numbers_that_they_name(view, columns, uids, workspace):
    workspace.library.set_fields(uids[1], {"numbers": "أكثر من 12 شهرًا"})
    assert chosen_in(view, "figures", "فيها أعداد") == ["الكل", "فيها أعداد", "بلا أعداد"]
    assert columns() == {"candidate": [uids[1]]}
    assert view.filters._buttons["figures"].text() == "الأعداد: فيها أعداد"
    chosen_in(view, "figures", "بلا أعداد")
    assert uids[1] not in columns()["candidate"]
    workspace.library.set_fields(uids[1], {"numbers": ""})
    assert uids[1] in columns()["candidate"]
    chosen_in(view, "figures", "الكل")
    assert len(columns()["candidate"]) == len(uids)


def test_claims_are_narrowed_by_their_rating(view, uids, workspace):
    workspace.library.set_fields(uids[2], {"verdict": "false"})
    offered = chosen_in(view, "rating", "\u20681 (1–5)\u2069")
    assert offered[:2] == ["الكل", "بلا درجة"]
    shown = [uid for model in view.board.models() for uid in model.shown_uids()]
    assert shown == [uids[2]]
    chosen_in(view, "rating", "بلا درجة")
    shown = [uid for model in view.board.models() for uid in model.shown_uids()]
    assert uids[2] not in shown
    assert len(shown) == len(uids) - 1


def test_a_place_counts_with_all_that_is_within_it(view, columns, uids, workspace):
    library = workspace.library
    for name in ("العراق", "البصرة", "الشام"):
        set_subject_fields(library, add_subject(library, name).uid, {"kind": "place"})
    iraq, basra = (uid_of(library, name) for name in ("العراق", "البصرة"))
    set_subject_fields(library, basra, {"part_of_uid": iraq, "other_names": "البصره القديمة"})
    for uid, place in zip(uids, ("العراق", "البَصرة", "البصرة القديمه", "قرية"), strict=False):
        library.set_fields(uid, {"place": place})
    assert chosen_in(view, "place", "العراق") == ["الكل", "البصرة", "العراق", "قرية"]
    assert sorted(columns()["candidate"]) == sorted(uids[:3])
    chosen_in(view, "place", "البصرة")
    assert sorted(columns()["candidate"]) == sorted(uids[1:3])
    chosen_in(view, "place", "قرية")
    assert columns() == {"candidate": [uids[3]]}


def test_the_register_changes_what_is_within_a_chosen_place(view, columns, uids, workspace):
    library = workspace.library
    for name, uid in zip(("العراق", "البصرة"), uids, strict=False):
        set_subject_fields(library, add_subject(library, name).uid, {"kind": "place"})
        library.set_fields(uid, {"place": name})
    chosen_in(view, "place", "العراق")
    assert columns() == {"candidate": [uids[0]]}
    iraq, basra = (uid_of(library, name) for name in ("العراق", "البصرة"))
    set_subject_fields(library, basra, {"part_of_uid": iraq})
    assert sorted(columns()["candidate"]) == sorted(uids[:2])
    library.set_fields(uids[0], {"place": ""})
    set_subject_fields(library, basra, {"part_of_uid": ""})
    assert view.filters.wanted == ClaimFilter()


def test_menus_offer_what_there_is(view, uids, workspace):
    workspace.library.set_fields(uids[3], {"assigned_to": "ريم"})
    button = view.filters._buttons["assigned_to"]
    button.menu().aboutToShow.emit()
    words = [action.text() for action in button.menu().actions()]
    assert words == ["الكل", "لا أحد", "ريم"]
    button.menu().actions()[-1].trigger()
    assert button.text().endswith("ريم")
    assert sum(model.rowCount() for model in view.board.models()) == 1


def test_the_list_shows_all_of_them_in_an_order_and_keeps_the_current_one(view, uids, window):
    view.board.go_to(uids[2])
    view.show_board(False)
    assert view.current_uid() == uids[2]
    assert view.list.model().rowCount() == len(uids)
    view.filters.sorted_by.emit(ClaimSort.NEWEST)
    assert view.list.model().uid_at(view.list.model().index(0, 0)) == uids[-1]
    view.show_board(True)
    assert view.current_uid() == uids[2]


def test_a_long_list_comes_in_turns_with_what_happened_meanwhile(
    view, uids, workspace, qtbot, monkeypatch
):
    monkeypatch.setattr("reader.ui.desk.claims_view._AT_ONCE", 0)
    view.board.go_to(uids[2])
    view.show_board(False)
    assert view.list.model().rowCount() == 0
    workspace.library.set_fields(uids[1], {"claim_text": "بدل ما كان"})
    qtbot.waitUntil(lambda: view.list.model().rowCount() == len(uids))
    assert view.current_uid() == uids[2]
    index = view.list.model().index_of(uids[1])
    assert view.list.model().value_at(index).text == "بدل ما كان"


def test_a_deleted_claim_leaves_the_board_and_comes_back(view, columns, uids, workspace, qtbot):
    workspace.library.delete([uids[0]])
    assert uids[0] not in columns()["candidate"]
    qtbot.waitUntil(workspace.library.flush)
    workspace.actions["undo"].trigger()
    assert uids[0] in columns()["candidate"]


def test_a_trashed_article_takes_its_claims_off_the_board(view, columns, workspace, qtbot):
    workspace.library.trash([workspace.articles.article.uid])
    qtbot.waitUntil(lambda: columns() == {})


def line(number: int) -> ClaimLine:
    return ClaimLine(
        uid=str(number),
        article_uid="a",
        article_title="خبر",
        publisher="",
        text=f"ادعاء {number}",
        claimant="",
        state="candidate",
        drop_reason="",
        priority=("high", "normal", "low")[number % 3],
        assigned_to_uid=None,
        created_at=AT,
        verdict="",
        verdict_class="",
        scale="",
        code="",
        evidence=number % 4,
        independent=number % 3,
    )


def test_the_model_keeps_its_promises_in_every_order(qtbot):
    model = ClaimsModel(str, "ar")
    tester = QAbstractItemModelTester(model)
    model.replace_all((one.uid, one) for one in map(line, range(40)))
    for sort in ClaimSort:
        model.sort_by(sort)
        assert model.rowCount() == 40
    model.let_through(ClaimFilter(priority="high"))
    assert model.rowCount() == 14
    model.merge([("0", line(1)), ("99", line(99))], ["3"])
    assert model.rowCount() == 13
    assert tester.model() is model


def test_details_follow_the_card_that_was_gone_to_last_and_are_there_before_any_action(
    view, window, workspace, qtbot
):
    view.focus_claims()
    first = view.current_uid()
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == first)
    told: list[str] = []
    workspace.annotations.opened.connect(told.append)
    press(window, Key.Key_Down)
    passed = view.current_uid()
    press(window, Key.Key_Down)
    last = view.current_uid()
    assert workspace.details_panel.annotation_uid == first  # the cards are painted before
    workspace.actions["filter_claims"].trigger()
    assert workspace.details_panel.annotation_uid == last
    assert told == [last]
    assert passed not in (first, last)


def test_a_card_that_moves_is_the_only_one_told_of(view, columns, window, workspace, qtbot):
    view.focus_claims()
    uid = view.current_uid()
    chosen: list[str] = []
    view.claim_chosen.connect(chosen.append)
    press(window, Key.Key_3)
    assert columns()["checking"] == [uid]
    assert set(chosen) == {uid}  # not the one that came to stand in its place
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == uid)
    assert view.current_uid() == uid


def test_where_the_card_is_not_on_show_any_more_its_neighbour_is_told_of(
    view, columns, window, workspace, qtbot
):
    view.focus_claims()
    uid = view.current_uid()
    view.board.let_through(ClaimFilter(state="candidate"))
    press(window, Key.Key_3)
    assert "checking" not in columns()
    assert view.current_uid() not in ("", uid)
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == view.current_uid())


def test_the_words_that_a_filter_searches_are_made_ready(view, qtbot):
    rows = [row for model in view.board.models() for row in model._rows.values()]
    assert rows
    qtbot.waitUntil(lambda: all(row.folded is not None for row in rows))
    view.board.filter_by("شخصا")
    assert sum(model.rowCount() for model in view.board.models()) == 1


def test_tab_stops_once_at_the_board_and_arrows_go_between_its_columns(view, window, uids):
    view.focus_claims()
    press(window, Key.Key_3)  # the first card to the third column, the current one goes with it
    assert window.focusWidget() is view.board.column("checking").cards
    press(window, Key.Key_Right)
    assert window.focusWidget() is view.board.column("candidate").cards
    seen = []
    for _ in range(60):
        press(window, Key.Key_Tab)
        seen.append(window.focusWidget())
        if seen[-1] is view.board.column("candidate").cards:
            break
    assert seen[-1] is view.board.column("candidate").cards  # all around and back again
    assert [one for one in seen if view.board.isAncestorOf(one)] == [seen[-1]]
    press(window, Key.Key_Backtab)
    assert not view.board.isAncestorOf(window.focusWidget())


def test_tab_stops_where_there_are_cards(view, window, uids, workspace):
    view.filters.box.line.setFocus()
    for uid in uids:
        workspace.library.set_fields(uid, {"state": "checking"})
    assert view.board.keyboard_stop() is view.board.column("checking").cards


def test_a_verdict_is_told_in_the_language_of_the_window(workspace, uids):
    library = workspace.library
    scales = library.verdict_scales()
    step = next(one for one in library.verdict_scale().labels if one.code == "false")
    library.set_fields(uids[0], {"verdict": "false"})
    line = line_of(library, uids[0])
    assert verdict_words(scales, line, "en") == step.label.en
    assert verdict_words(scales, line, "ar") == step.label.ar
    library.set_fields(uids[0], {"verdict_label": "كذب صريح"})
    assert verdict_words(scales, line_of(library, uids[0]), "en") == "كذب صريح"


def test_the_column_of_the_current_card_stays_whole_in_view_where_room_gets_less(
    qtbot, view, window, uids
):
    view.focus_claims()
    press(window, Key.Key_6)
    press(window, Key.Key_3)
    window.resize(760, 600)

    def is_whole() -> bool:
        cards = view.board.column("checking").cards
        place = cards.mapTo(view.board, cards.rect().topLeft())
        return place.x() >= 0 and place.x() + cards.width() <= view.board.width()

    qtbot.waitUntil(is_whole)


def test_on_a_narrow_card_the_person_gives_way_and_the_date_stays(view, uids, workspace):
    cards = view.board.column("candidate").cards
    delegate, metrics = cards.itemDelegate(), cards.fontMetrics()
    line = replace(next(iter(view.lines())), assigned_to_uid=workspace.library.annotator.uid)
    who, age = delegate._who(line), delegate._words.age(line)
    whole = delegate._since(line, metrics, 1000)
    assert whole == f"{who}، {age}"
    room = metrics.horizontalAdvance(whole) - 4
    short = delegate._since(line, metrics, room)
    assert "…" in short
    assert short.endswith(age)
    assert metrics.horizontalAdvance(short) <= room
    assert delegate._since(line, metrics, metrics.horizontalAdvance(age)) == age
