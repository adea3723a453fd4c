"""What is known of an article, edited in its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader import importers
from reader.model.article_fields import ARTICLE_FIELDS
from reader.ui.panels.details import DetailsPanel


@pytest.fixture
def details(library, shown, article, revision):
    made = shown(DetailsPanel(library, "ar"))
    made.show_article(article, revision)
    return made


def row(details, key):
    return next(one for one in details._about.rows if one.key == key)


def begin(details, key):
    field = row(details, key).field
    field.setFocus()
    field.selectAll()
    return field


def test_each_field_of_the_table_is_shown(details, article):
    assert [one.key for one in details._about.rows] == [one.key for one in ARTICLE_FIELDS]
    for one in details._about.rows:
        assert one.field.text() == getattr(article, one.key)


def test_what_is_typed_is_saved_when_the_field_is_left(qtbot, details, library, article, write):
    write(begin(details, "publisher"), "شفق  نيوز")
    qtbot.keyClick(row(details, "publisher").field, Qt.Key.Key_Tab)
    assert library.article(article.uid).publisher == "شفق نيوز"
    assert row(details, "publisher").field.text() == "شفق نيوز"
    library.flush()
    library.undo()
    assert row(details, "publisher").field.text() == ""


def test_enter_ends_a_title(qtbot, details, library, article, write):
    write(begin(details, "title"), "عنوان آخر")
    qtbot.keyClick(row(details, "title").field, Qt.Key.Key_Return)
    assert library.article(article.uid).title == "عنوان آخر"


@pytest.mark.parametrize(
    ("key", "typed", "word"),
    [("published", "26 مارس", "2020-03"), ("url", "example.com", "https"), ("language", "؟", "ar")],
)
def test_what_does_not_fit_is_told_under_the_field(
    qtbot, details, library, article, write, key, typed, word
):
    write(begin(details, key), typed)
    qtbot.keyClick(row(details, key).field, Qt.Key.Key_Return)
    message = row(details, key).message()
    assert typed in message
    assert word in message
    assert getattr(library.article(article.uid), key) == getattr(article, key)
    assert not details.commit()


def test_a_partial_date_in_arabic_digits_is_taken(qtbot, details, library, article, write):
    write(begin(details, "published"), "٢٠٢٠-٠٣")
    qtbot.keyClick(row(details, "published").field, Qt.Key.Key_Return)
    assert library.article(article.uid).published == "2020-03"
    assert row(details, "published").field.text() == "2020-03"


def test_a_draft_waits_until_its_article_is_shown_again(
    qtbot, details, library, article, revision, write
):
    write(begin(details, "published"), "أمس")
    details.show_article(None, None)
    assert not details._about.isVisible()
    details.show_article(article, revision)
    assert row(details, "published").field.text() == "أمس"
    assert row(details, "published").message()


def test_an_annotation_takes_the_place_of_the_article(details, mark):
    uid = mark("الوزارة", "entity")
    details.show_annotation(uid)
    assert not details._about.isVisible()
    details.focus_article()
    assert details._about.isVisible()
    assert row(details, "title").field.hasFocus()


def test_duplicates_are_named_and_opened(qtbot, details, library, article, revision):
    twin = importers.from_text(revision.text, "again")
    with qtbot.waitSignal(library.article_added) as added:
        copy = replace(twin, article=replace(twin.article, title="نسخة"))
        library.note_added([library.adder()(copy)])
    details.show_article(article, revision)
    buttons = [one for one in details._about.findChildren(QToolButton) if "نسخة" in one.text()]
    with qtbot.waitSignal(details.article_chosen) as chosen:
        qtbot.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    assert chosen.args == [added.args[0].uid]
