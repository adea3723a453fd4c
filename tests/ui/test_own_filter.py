"""Lists are narrowed by free fields: typed in the box, or by the button that writes it there."""

import pytest

from reader.label import Label
from reader.model.codebook import choices_from
from reader.ui.codebook_acts import CodebookActs


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def tone(workspace):
    acts = CodebookActs(workspace.library)
    acts.add_field("claim", Label("Tone", "نبرة"), "choice")
    (own,) = workspace.library.codebook.fields()
    acts.edit_field(own, choices=choices_from("هادئة | Calm\nحادة | Loud", ()))
    return workspace.library.codebook.fields()[0]


@pytest.fixture
def claims(workspace, tone):
    text = workspace.articles.revision
    made = [workspace.library.annotate(text, at, at + 4, "claim") for at in (0, 9, 30)]
    CodebookActs(workspace.library).set_own([made[1].uid], tone.key, "loud")
    assert workspace.library.flush()
    return made


def test_the_list_of_annotations_shows_what_holds_a_value(workspace, claims):
    panel = workspace.page.window().findChild(object, "annotationsPanel")
    panel._filters.box.line.setText("حقل:نبرة=حادة")
    assert panel._model.shown_uids() == [claims[1].uid]
    panel._filters.box.line.setText("field:tone=calm")
    assert panel._model.shown_uids() == []
    panel._filters.box.line.setText("")
    assert len(panel._model.shown_uids()) == 3


def test_the_button_writes_into_the_box_and_is_there_while_there_are_fields(workspace, claims):
    panel = workspace.page.window().findChild(object, "annotationsPanel")
    button = panel._filters._own
    assert button.isVisibleTo(panel)
    button.menu().aboutToShow.emit()
    (of_field,) = [one.menu() for one in button.menu().actions()]
    assert [one.text() for one in of_field.actions()][1:] == ["هادئة", "حادة"]
    of_field.actions()[2].trigger()
    assert panel._filters.box.text() == "حقل:claim.tone=loud"
    assert panel._model.shown_uids() == [claims[1].uid]


def test_the_board_shows_what_holds_a_value(qtbot, workspace, claims):
    views = workspace.page.window().views
    views.show("claims")
    view = workspace.page.window().findChild(object, "claimsView")
    qtbot.waitUntil(lambda: len(list(view.lines())) == 3)
    assert view.filters._own.isVisibleTo(view)
    view.filters.box.line.setText("field:tone=loud")
    shown = [uid for model in view.board.models() for uid in model.shown_uids()]
    assert shown == [claims[1].uid]


def test_the_buttons_follow_the_codebook_at_once(qtbot, workspace):
    views = workspace.page.window().views
    views.show("claims")
    claims = workspace.page.window().findChild(object, "claimsView")
    panel = workspace.page.window().findChild(object, "annotationsPanel")
    buttons = (panel._filters._own, claims.filters._own)
    acts = CodebookActs(workspace.library)
    acts.add_field("quote", Label("Mood", "مزاج"))
    assert [one.isHidden() for one in buttons] == [False, True]
    acts.add_field("claim", Label("Tone", "نبرة"))
    assert [one.isHidden() for one in buttons] == [False, False]
    for own in workspace.library.codebook.fields():
        acts.delete_field(own)
    assert [one.isHidden() for one in buttons] == [True, True]
