"""A claim goes from candidate to published from the window alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.model.claim_rules import approvals

Key = Qt.Key


def choose(row, key):
    """Choose in a closed list, as its popup does at Enter."""
    field = row.field
    field.setCurrentIndex(field.findData(key))
    field.activated.emit(field.currentIndex())


def write(row, text):
    row.field.setFocus()
    row.field.set_text(text)
    assert row.commit(by_key=True), row.message()


def press(window, key):
    QTest.keyClick(window.focusWidget(), key)


def add_evidence(section, title, url, stance):
    QTest.keyClick(section.add_button, Key.Key_Space)
    card = section.cards()[-1]
    write(card.rows["title"], title)
    write(card.rows["url"], url)
    choose(card.rows["stance"], stance)


def test_a_claim_goes_from_candidate_to_published(
    view, window, workspace, uids, columns, qtbot, go_to
):
    library, details = workspace.library, workspace.details_panel
    go_to(uids[4])
    press(window, Key.Key_2)
    press(window, Key.Key_3)
    assert columns()["checking"] == [uids[4]]
    evidence = details.sections.section("evidence")
    add_evidence(evidence, "بيان الدائرة", "https://a.example/1", "refutes")
    assert "أقل من مصدرين" in evidence._hint.text()
    add_evidence(evidence, "سجل التشغيل", "https://b.example/2", "refutes")
    assert evidence._hint.isHidden()
    assert [one.title for one in library.entry(uids[4]).evidence] == ["بيان الدائرة", "سجل التشغيل"]
    rows = details._form.rows
    choose(rows["verdict"], "false")
    write(rows["explanation"], "السجل يخالف الرقم.")
    go_to(uids[4])
    press(window, Key.Key_4)
    press(window, Key.Key_5)
    view.ask_bar.line.setText("ريم")
    QTest.keyClick(view.ask_bar.line, Key.Key_Return)
    assert columns()["second_review"] == [uids[4]]
    press(window, Key.Key_6)
    assert "published" not in columns()
    review = details.sections.section("review").cards()[0]
    choose(review.rows["decision"], "approved")
    write(review.rows["comment"], "المصدران مستقلان.")
    assert approvals(library.entry(uids[4])) == 1
    go_to(uids[4])
    press(window, Key.Key_6)
    assert columns()["published"] == [uids[4]]
    qtbot.waitUntil(library.flush)
    stored = library.store.entry(uids[4])
    assert (stored.annotation.fields.state, stored.ruling.code) == ("published", "false")
    assert stored.ruling.review_comment == "المصدران مستقلان."
    while workspace.actions["undo"].isEnabled():
        workspace.actions["undo"].trigger()
        qtbot.waitUntil(library.flush)
    assert library.store.annotations(workspace.articles.revision.uid) == []
    assert library.store.check().is_sound


def test_evidence_is_moved_and_taken_away_by_key_and_comes_back(
    workspace, uids, window, qtbot, go_to
):
    library = workspace.library
    go_to(uids[0])
    section = workspace.details_panel.sections.section("evidence")
    for title in ("أول", "ثان", "ثالث"):
        QTest.keyClick(section.add_button, Key.Key_Space)
        write(section.cards()[-1].rows["title"], title)

    def titles():
        shown = [card.header.text() for card in section.cards()]
        assert shown == [one.title for one in library.entry(uids[0]).evidence]
        return shown

    header = section.cards()[2].header
    header.setFocus()
    QTest.keyClick(header, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles() == ["أول", "ثالث", "ثان"]
    header.setFocus()
    QTest.keyClick(header, Key.Key_Delete)
    assert titles() == ["أول", "ثان"]
    qtbot.waitUntil(library.flush)
    workspace.actions["undo"].trigger()
    assert titles() == ["أول", "ثالث", "ثان"]


def test_an_address_that_is_none_is_told_under_it_and_nothing_is_lost(workspace, uids, go_to):
    go_to(uids[0])
    section = workspace.details_panel.sections.section("evidence")
    QTest.keyClick(section.add_button, Key.Key_Space)
    row = section.cards()[0].rows["url"]
    row.field.set_text("ليس رابطًا")
    assert row.commit(by_key=True) is False
    assert row.message()
    assert row.field.text() == "ليس رابطًا"
    assert workspace.details_panel.commit() is False


def test_the_rater_is_no_reviewer_and_a_second_one_may_be_wanted(workspace, uids, go_to):
    library = workspace.library
    library.set_fields(uids[0], {"verdict": "true"})
    go_to(uids[0])
    section = workspace.details_panel.sections.section("review")
    offered = section.cards()[0].rows["reviewer"].field
    names = [offered.itemText(at) for at in range(offered.count())]
    assert "ريم" in names
    assert library.annotator.name not in names
    decision = section.cards()[0].rows["decision"]
    choose(decision, "approved")
    assert decision.message()  # nobody is named yet


def test_an_earlier_verdict_stays_in_sight(workspace, uids, go_to):
    library = workspace.library
    library.set_fields(uids[0], {"verdict": "true"})
    reem = library.annotator_named("ريم")
    workspace.claims._acts.review(uids[0], reem, "rejected", "لا")
    go_to(uids[0])
    library.set_fields(uids[0], {"verdict": "false"})
    section = workspace.details_panel.sections.section("review")
    assert "صحيح" in section._past.text()
    assert len(library.entry(uids[0]).rulings) == 2
