"""Annotations are narrowed by the numbers of claims, and by a place with all that is within it."""

import pytest

from reader.ui.subject_acts import add_subject, set_subject_fields


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def panel(workspace):
    return workspace.page.window().findChild(object, "annotationsPanel")


@pytest.fixture
def button(panel):
    return panel.findChild(object, "narrowAnnotations")


def choose(button, key, words):
    """Choose a row of a menu by its words; return all that it offers."""
    button.menu().aboutToShow.emit()
    rows = button._menus[key].actions()
    offered = [one.text() for one in rows]
    next(one for one in rows if one.text() == words).trigger()
    return offered


def marked(workspace, tag, at, **fields):
    made = workspace.library.annotate(workspace.articles.revision, at, at + 4, tag)
    workspace.library.set_fields(made.uid, fields)
    return made.uid


def place(library, name, outer=""):
    uid = add_subject(library, name).uid
    set_subject_fields(library, uid, {"kind": "place"})
    set_subject_fields(library, uid, {"part_of_uid": outer})
    return uid


def test_claims_with_numbers_and_claims_without(workspace, panel, button):
    some = marked(workspace, "claim", 0, numbers="~37 ٪")
    none = marked(workspace, "claim", 9)
    marked(workspace, "quote", 30)
    assert len(choose(button, "figures", "ادعاءات فيها أعداد")) == 3
    assert panel._model.shown_uids() == [some]
    assert button.text() == "ادعاءات فيها أع…"
    assert panel._filters._count.text() == "١ من ٣"
    workspace.library.set_fields(none, {"numbers": ">5"})
    assert panel._model.shown_uids() == [some, none]
    choose(button, "figures", "ادعاءات بلا أعداد")
    assert panel._model.shown_uids() == []
    choose(button, "figures", "الكل")
    assert len(panel._model.shown_uids()) == 3
    assert button.text() == "تضييق"


def test_a_place_lets_all_through_that_is_within_it(workspace, panel, button):
    library = workspace.library
    iraq = place(library, "العراق")
    basra = place(library, "البصرة", iraq)
    entity = marked(workspace, "entity", 0, entity_type="place", entity_name="البصرة")
    claim = marked(workspace, "claim", 9, place="البَصره")
    other = marked(workspace, "claim", 30, place="قرية")
    marked(workspace, "entity", 36, entity_type="person", entity_name="سلمى")
    assert choose(button, "place", "العراق") == ["الكل", "البصرة", "العراق", "قرية"]
    assert panel._model.shown_uids() == [entity, claim]
    set_subject_fields(library, basra, {"part_of_uid": ""})
    assert button.text() == "تضييق"  # nothing here names Iraq any more
    assert len(panel._model.shown_uids()) == 4
    choose(button, "place", "قرية")
    assert panel._model.shown_uids() == [other]
    choose(button, "figures", "ادعاءات فيها أعداد")
    assert panel._model.shown_uids() == []
