"""The folding parts of the details: which tags have them, what they follow, how Tab goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reader.ui.panels.section import Section
from reader.ui.panels.sections import Sections, SectionSpec
from reader.ui.panels.tab_order import arrange_tabs


class Words(Section):
    """Shows the words of an annotation in a line."""

    def __init__(self, library, language, parent):
        super().__init__("كلمات", library, language, parent)
        self.line = QLineEdit(self)
        self.body.addWidget(self.line)

    def show_entry(self, entry):
        self.line.setText(entry.annotation.exact)
        self.set_count(len(entry.annotation.exact))

    def set_fixed(self, fixed):
        self.line.setReadOnly(fixed)


class Others(Words):
    """Has a line that is never saved."""

    def commit(self):
        return False

    def concerns(self, record):
        return record == "mine"


TABLE = (
    SectionSpec("words", frozenset(), Words),
    SectionSpec("others", frozenset(("claim",)), Others),
)


@pytest.fixture
def sections(library, marks, shown):
    made = shown(Sections(library, "ar", None, TABLE))
    made.show_entry(library.entry(marks.claim))
    return made


def test_a_tag_has_its_own_parts_in_the_order_of_the_table(sections, library, marks):
    assert [type(one) for one in sections.on_show()] == [Words, Others]
    sections.show_entry(library.entry(marks.quote))
    assert [type(one) for one in sections.on_show()] == [Words]
    assert sections.section("others").isHidden()
    assert sections.section("words").line.text() == "لن نتراجع"


def test_what_is_not_saved_in_one_part_is_not_saved(sections, library, marks):
    assert sections.commit() is False
    sections.show_entry(library.entry(marks.quote))
    assert sections.commit() is True


def test_a_part_says_what_concerns_it_while_it_is_on_show(sections, library, marks):
    assert sections.concerns("mine")
    assert not sections.concerns("another")
    sections.show_entry(library.entry(marks.quote))
    assert not sections.concerns("mine")


def test_a_fixed_panel_fixes_the_parts_that_come_later_too(library, marks, shown):
    made = shown(Sections(library, "ar", None, TABLE))
    made.set_fixed(True)
    made.show_entry(library.entry(marks.claim))
    assert made.section("others").line.isReadOnly()


def test_space_folds_a_part(sections):
    part = sections.section("words")
    part.header.setFocus()
    QTest.keyClick(part.header, Qt.Key.Key_Space)
    assert part.inside.isHidden()
    QTest.keyClick(part.header, Qt.Key.Key_Space)
    assert not part.inside.isHidden()


def test_tab_goes_as_the_parts_stand_whenever_they_were_made(library, marks, shown):
    made = shown(Sections(library, "ar", None, TABLE[::-1]))
    made.show_entry(library.entry(marks.quote))
    made.show_entry(library.entry(marks.claim))
    arrange_tabs(made)
    others, words = made.section("others"), made.section("words")
    others.header.setFocus()
    went = []
    for _ in range(3):
        QTest.keyClick(made.focusWidget(), Qt.Key.Key_Tab)
        went.append(made.focusWidget())
    assert went == [others.line, words.header, words.line]
