"""Every field of the desk is come to and set by keys alone, in Arabic, and no key is a trap.

The first test finds what Tab does not come to; the others set each field of each table, so
that a field that is added and cannot be set by keys fails here.
"""

from datetime import datetime
from functools import partial

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.model.claim_parts import part_fields, part_value
from reader.model.codebook import own_value_of
from reader.model.fields import fields_of, value_of
from reader.model.fields.field import Field
from reader.model.fields.values import as_text
from reader.model.subject_fields import SUBJECT_FIELDS, subject_value
from reader.model.typed import parse_moment
from reader.sample import add_sample
from reader.storage import Store
from reader.text.folding import fold
from reader.ui.claim_acts import parts_of
from reader.ui.desk.claims_model import NO_VERDICT
from reader.ui.desk.tag_editor import _standing
from reader.ui.panels.field_form import FieldForm
from reader.ui.panels.tag_chip import TagChip
from tests import worked
from tests.ui.by_keys import Keys, controls, keys_in, picture, told
from tests.worked import ALT, CTRL, Key

# The offscreen platform says so of each menu and each list that opens.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

ADDRESS = "https://example.org/a"
MOMENT = "2020-03-26 14:30"
# What is typed into a field of each kind; what is chosen is the last of the choices.
TYPED = {
    "text": "كلام",
    "long": "كلام طويل",
    "date": "2020-03-26",
    "address": ADDRESS,
    "language": "en",
    "number": "1554",
    "moment": MOMENT,
    "flag": "yes",
    "steps": "4",
    "annotator": "ريم",
    "state": "assigned",
    "subject": "سلمى الحديدي",
    "wikidata": "Q42",
    "verdict": "false",
    "verdict_label": "زائف جدًا",
    "rating": "2 (1–4)",
    "numbers": "~1554 متر مكعب",
    "ruling_text": "لأن العقد يقول غير ذلك",
    "ruling_address": ADDRESS,
}
SUBJECT = {
    "name": "أم السواقي الجديدة",
    "kind": "place",
    "role": "قضاء",
    "latin_name": "Umm al-Sawaqi",
    "latin_scheme": "bgn_pcgn",
    "wikidata_id": "Q43",
    "other_names": "السواقي",
    "roles": "ناحية (1990 – 2010)",
    "country": "العراق",
    "geonames_id": "98182",
    "part_of_uid": "العراق",
    "coordinates": "33.31, 44.36",
    "note": "على النهر",
}
REVIEWER = "هادي"


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
        store.annotator(REVIEWER, REVIEWER)
    return path


@pytest.fixture
def keys(open_window, settings, database):
    settings.set("annotator", "ريم")
    return keys_in(open_window(database))


def tag_words(keys: Keys, tag: str) -> str:
    """Mark words that nobody has marked yet; return the annotation's uid."""
    text = keys.desk.articles.revision.text
    words = text[text.index("\n") + 1 :].split()[3:5]
    exact = text[text.index(words[0]) : text.index(words[1]) + len(words[1])]
    return keys.tag({"exact": exact, "tag": tag})


def entry(keys: Keys, uid: str):
    return keys.desk.library.entry(uid)


def open_all(keys: Keys) -> None:
    """Open, by keys, all that is folded away in the details."""
    panel = keys.desk.details_panel
    for group in panel._form.groups.values():
        keys.unfold(group.header)
    for section in panel.sections.on_show():
        if section.isVisible():
            keys.unfold(section.header)


def typed_into(field: Field) -> str:
    return field.choices[-1].key if field.kind in ("choice", "pick") else TYPED[field.kind]


def held_of(field: Field, value: str) -> str:
    """Return what a field holds after a value was typed."""
    if field.kind == "moment":
        return as_text(parse_moment(MOMENT, field.key))
    return value


# Tab ----------------------------------------------------------------------------------


def out_of_reach(keys: Keys) -> list[str]:
    """Return what no key leads to where the window is now; also see that Tab is no trap."""
    forward, back = keys.round_trip(), keys.round_trip(back=True)
    assert [told(one) for one in reversed(back[:-1])] == [told(one) for one in forward[:-1]]
    chips = {one.parentWidget() for one in forward if isinstance(one, TagChip)}
    by_arrows = {f"cards_{state}" for state in worked._STATES}
    return [
        told(one)
        for one in controls(keys.window)
        if one not in forward
        and one.objectName() not in by_arrows
        and not (isinstance(one, TagChip) and one.parentWidget() in chips)
    ]


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_tab_comes_to_everything_beside_the_page(keys, tag):
    tag_words(keys, tag)
    keys.edit()
    open_all(keys)
    assert out_of_reach(keys) == []


def show_view(keys: Keys, digit: int) -> None:
    """Show a view by its key; the claims come in a moment, and the details behind them."""
    told_of: list[str] = []
    keys.desk.annotations.opened.connect(told_of.append)
    keys.press(Key(Key.Key_0 + digit), ALT)
    claims = keys.window.views.widget("claims")
    if claims is not None:
        worked.wait(lambda: any(claims.lines()))
    if keys.window.views.current == "claims":
        worked.wait(lambda: claims.current_uid() in told_of)


@pytest.mark.parametrize("digit", [2, 3, 4, 5])
def test_tab_comes_to_everything_in_a_view(keys, digit):
    show_view(keys, digit)
    assert out_of_reach(keys) == []


@pytest.mark.parametrize("digit", [1, 2, 3, 4, 5])
def test_whatever_has_the_keyboard_looks_so(keys, digit):
    tag_words(keys, "claim")
    show_view(keys, digit)
    unseen = []
    for one in keys.round_trip()[:-1]:
        keys.go_to(one)
        with_keyboard = picture(one)
        keys.press(Key.Key_Tab)
        if picture(one) == with_keyboard:
            unseen.append(told(one))
    assert unseen == []


# Fields -------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["quote", "entity", "claim"])
def test_every_field_of_a_tag(keys, tag):
    uid = tag_words(keys, tag)
    keys.edit()
    open_all(keys)
    form: FieldForm = keys.desk.details_panel._form
    wanted = {one.key: typed_into(one) for one in fields_of(tag) if one.is_settable}
    keys.fill_rows(lambda: form.rows, {**wanted, "status": "disputed"})
    keys.fill(keys.field("note"), "ملاحظة")
    found = entry(keys, uid)
    held = {one.key: value_of(found, one) for one in fields_of(tag) if one.is_settable}
    assert held == {
        one.key: held_of(one, wanted[one.key]) for one in fields_of(tag) if one.is_settable
    }
    assert (found.annotation.status, found.annotation.note) == ("disputed", "ملاحظة")


@pytest.mark.parametrize(
    ("kind", "section"),
    [("evidence", "evidence"), ("appearance", "appearances"), ("correction", "corrections")],
)
def test_every_field_of_what_hangs_on_a_claim(keys, kind, section):
    uid = tag_words(keys, "claim")
    keys.edit()
    open_all(keys)
    shown = keys.desk.details_panel.sections.section(section)
    keys.push(shown.add_button)
    (card,) = shown.cards()
    article = keys.desk.articles.article
    wanted = {
        one.key: "no" if one.kind == "flag" else typed_into(one)
        for one in part_fields(kind)
        if one.kind != "article"
    }
    if kind == "evidence":
        wanted["independent"] = ""
        keys.fill(card.rows["article_uid"].field, article.title[:6])
    keys.fill_rows(lambda: card.rows, wanted)
    (part,) = parts_of(entry(keys, uid), kind)
    assert {
        key: part_value(part, field) for field in part_fields(kind) if (key := field.key) in wanted
    } == wanted
    if kind == "evidence":
        assert part.article_uid == article.uid
    keys.go_to(card.header)
    keys.press(Key.Key_Delete)
    assert parts_of(entry(keys, uid), kind) == ()
    assert keys.window.focusWidget() is shown.add_button


def test_every_field_of_a_second_review(keys):
    uid = tag_words(keys, "claim")
    keys.edit()
    keys.fill(keys.field("verdict"), "false")
    (card,) = keys.desk.details_panel.sections.section("review").cards()
    reviewer = keys.desk.library.annotator_named(REVIEWER)
    keys.fill_rows(
        lambda: card.rows,
        {"reviewer": reviewer, "decision": "approved", "comment": "راجعت المصدرين"},
    )
    ruling = entry(keys, uid).ruling
    assert ruling.reviewer_uid == reviewer
    assert (ruling.review_decision, ruling.review_comment) == ("approved", "راجعت المصدرين")


def test_every_field_of_a_subject(keys):
    keys.press(Key.Key_3, ALT)
    keys.press(Key.Key_Down)
    page = keys.window.views.widget("subjects").page
    uid = page.subject_uid
    assert set(SUBJECT) == {one.key for one in SUBJECT_FIELDS}
    keys.fill_rows(lambda: page.rows, SUBJECT)
    subject = keys.desk.library.record("subject", uid)
    around = keys.desk.library.subject_named(SUBJECT["part_of_uid"])
    wanted = SUBJECT | {"part_of_uid": around.uid}
    assert {one.key: subject_value(subject, one) for one in SUBJECT_FIELDS} == wanted


def test_relations_are_made_changed_and_taken_away(keys):
    uid = tag_words(keys, "quote")
    other = next(
        one
        for one in keys.desk.library.annotations(keys.desk.articles.revision.uid)
        if one.tag == "quote" and one.uid != uid
    )
    bar = keys.desk.relations.bar
    keys.press(Key.Key_R)
    keys.pick(bar.type_button, "continues")
    keys.pick(bar.other_button, other.uid)
    (made,) = keys.desk.library.relations(uid)
    assert (made.type, made.to_uid) == ("continues", other.uid)
    keys.edit()
    section = keys.desk.details_panel.sections.section("relations")
    keys.pick(section.lines[0].findChildren(QAbstractButton)[0], "contradicts")
    (changed,) = keys.desk.library.relations(uid)
    assert changed.type == "contradicts"
    keys.push(section.lines[0].findChild(QAbstractButton, "unrelate"))
    assert keys.desk.library.relations(uid) == []


# The codebook -------------------------------------------------------------------------


def rows_of(editor, place: int):
    """Return the rows of a field or a template of the tag in the editor."""
    return editor._parts[place].rows


def codebook(keys: Keys):
    keys.press(Key.Key_5, ALT)
    return keys.window.views.widget("codebook")


def test_a_tag_its_fields_and_a_template(keys):
    view = codebook(keys)
    keys.push(view._buttons.buttons["tagNew"])
    form = view.editor._form
    colours = [form.rows["colour"].field.itemData(at) for at in range(2)]
    keys.fill_rows(
        lambda: view.editor._form.rows,
        {"ar": "وعد", "en": "Promise", "colour": colours[-1], "line": "double", "digit": "9"},
    )
    tag = next(one for one in keys.desk.library.tags() if one.label.ar == "وعد")
    assert (tag.label.en, tag.colour, tag.digit) == ("Promise", colours[-1], "9")
    for place, kind in enumerate(("text", "choice", "number", "date")):
        keys.push(_standing(view.editor, "newField"))
        rows = partial(rows_of, view.editor, place)
        keys.fill_rows(rows, {"ar": f"حقل {kind}", "en": kind, "kind": kind})
        if kind == "choice":
            keys.fill_rows(rows, {"choices": "أول | first"})
    fields = keys.desk.library.codebook.fields_of(tag.key)
    assert [one.kind for one in fields] == ["text", "choice", "number", "date"]
    (choice,) = fields[1].choices
    keys.push(_standing(view.editor, "newTemplate"))
    values = {"name": "وعد انتخابي", "digit": "9", "status": "reviewed", "note": "من حملة"}
    values |= {f"value:{fields[0].key}": "كلام", f"value:{fields[1].key}": choice.key}
    keys.fill_rows(partial(rows_of, view.editor, -1), values)
    keys.press(Key.Key_1, ALT)
    keys.select({"exact": tagged_words(keys)})
    keys.press(Key.Key_9, CTRL)
    one = keys.desk.library.annotation(keys.page.current())
    assert (one.tag, one.status, one.note) == (tag.key, "reviewed", "من حملة")
    keys.edit()
    rows = keys.desk.details_panel.sections.section("own_fields").rows
    typed = ("كلام آخر", choice.key, "12.5", "2020-03")
    keys.fill_rows(
        lambda: rows, {field.key: value for field, value in zip(fields, typed, strict=True)}
    )
    one = keys.desk.library.annotation(one.uid)
    assert tuple(own_value_of(one, field) for field in fields) == typed


def tagged_words(keys: Keys) -> str:
    return keys.desk.articles.revision.text.split("\n")[1].split()[0]


# The board ----------------------------------------------------------------------------


def test_filters_order_and_form_of_the_board(keys):
    keys.press(Key.Key_2, ALT)
    view = keys.window.views.widget("claims")
    worked.wait(lambda: any(view.lines()))
    filters, lines = view.filters, list(view.lines())
    keys.press(Key.Key_Down)
    keys.press(Key.Key_2)
    one = keys.desk.library.annotation(view.current_uid())
    who, article = one.fields.assigned_to_uid, keys.desk.articles.article
    wanted = {
        "state": "assigned",
        "assigned_to": who,
        "priority": one.fields.priority,
        "verdict_class": NO_VERDICT,
        "publisher": article.publisher,
    }
    for key, value in wanted.items():
        keys.pick(filters._buttons[key], value)
        assert getattr(filters.wanted, key) == value
    assert [line.uid for line in shown(view)] == [one.uid]
    keys.push(filters._clear)
    assert len(shown(view)) == len(lines)
    keys.pick(filters._buttons["older_than"], "30")
    assert filters.wanted.older_than == 30
    keys.push(filters._clear)
    keys.pick(filters._sort, "text")
    keys.push(filters.findChild(QAbstractButton, "claimsForm"))
    assert [one.text for one in listed(view)] == sorted((one.text for one in lines), key=fold)
    keys.press(Key.Key_F, CTRL | ALT)
    keys.write("zzz")
    worked.wait(lambda: shown(view) == [])


def test_a_reviewer_is_named_with_one_enter_and_the_card_keeps_the_keyboard(keys):
    uid = tag_words(keys, "claim")
    keys.edit()
    keys.fill(keys.field("verdict"), "false")
    keys.press(Key.Key_2, ALT)
    view = keys.window.views.widget("claims")
    worked.wait(lambda: view.current_uid() == uid)
    keys.press(Key.Key_5)
    keys.write(REVIEWER[:3])
    worked.wait(lambda: QApplication.activePopupWidget() is not None)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    worked.wait(lambda: view.ask_bar.question() == "")
    assert entry(keys, uid).annotation.fields.state == "second_review"
    assert keys.window.focusWidget() is view.board.column("second_review").cards
    assert view.current_uid() == uid


def test_a_notice_of_an_empty_queue_goes_with_the_next_queue(keys):
    tag_words(keys, "claim")
    keys.desk.page.window().notices.tell("لكل اقتباس قائل.", topic="queue")
    keys.press(Key.Key_E)
    assert keys.window.notices.topic == ""


def shown(view):
    known = {one.uid: one for one in view.lines()}
    return [known[uid] for model in view.board.models() for uid in model.shown_uids()]


def listed(view):
    known = {one.uid: one for one in view.lines()}
    return [known[uid] for uid in view._model.shown_uids()]


def test_a_moment_is_told_as_it_was_typed(keys):
    """Guard the tables above: what is typed for a moment is local time."""
    assert parse_moment(MOMENT, "x") == datetime.fromisoformat(MOMENT).astimezone()
