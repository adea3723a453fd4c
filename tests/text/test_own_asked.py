"""What a filter asks of free fields: read, and held against what annotations hold."""

import pytest

from reader.label import Label
from reader.model.annotation import OwnValue
from reader.model.codebook import OwnField
from reader.model.vocabulary import Choice
from reader.text.own_asked import asking, holds_own, own_asked

TONE = OwnField(
    tag="quote",
    key="tone",
    label=Label("Tone of voice", "نبرة الكلام"),
    kind="choice",
    choices=(Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادّة"))),
)
PAID = OwnField(tag="claim", key="paid", label=Label("Paid", "المبلغ"), kind="number")
WHEN = OwnField(tag="claim", key="when", label=Label("When", "متى"), kind="date")
WHY = OwnField(tag="claim", key="why", label=Label("Why", "السبب"))
FIELDS = (TONE, PAID, WHEN, WHY)
LOUD = (OwnValue(field_uid=TONE.uid, choice="loud"),)
FILLED = (
    OwnValue(field_uid=PAID.uid, number=2.5),
    OwnValue(field_uid=WHEN.uid, date="2026-01"),
    OwnValue(field_uid=WHY.uid, text="لأن الرقمَ تغيّر"),
)


@pytest.mark.parametrize(
    ("typed", "tag", "held", "is_there"),
    [
        ("field:tone=loud", "quote", LOUD, True),
        ("field:quote.tone=loud", "quote", LOUD, True),
        ("FIELD:Tone=LOUD", "quote", LOUD, True),
        ('حقل:"نبرة الكلام=حاده"', "quote", LOUD, True),
        ("حقل:«نبره الكلام=حادّة»", "quote", LOUD, True),
        ("field:tone=calm", "quote", LOUD, False),
        ("field:tone", "quote", LOUD, True),
        ("field:tone", "quote", (), False),
        ("field:tone=loud", "claim", LOUD, False),
        ("field:other=loud", "quote", LOUD, False),
        ("field:paid=2.5", "claim", FILLED, True),
        ("حقل:المبلغ=٢٫٥", "claim", FILLED, True),
        ("field:paid=2", "claim", FILLED, False),
        ("field:paid=many", "claim", FILLED, False),
        ("field:when=2026-01", "claim", FILLED, True),
        ("field:when=2026-02", "claim", FILLED, False),
        ("field:why=الرقم", "claim", FILLED, True),
        ("field:why=الرقم field:paid=3", "claim", FILLED, False),
        ("field:why=الرقم field:paid=2.5", "claim", FILLED, True),
        ("field:", "claim", (), True),
    ],
)
def test_what_is_held(typed, tag, held, is_there):
    asked, _ = own_asked(typed)
    assert holds_own(tag, held, asked, FIELDS) is is_there


def test_the_rest_of_the_words_is_left():
    asked, rest = own_asked("ماء field:tone=loud نقي")
    assert rest.split() == ["ماء", "نقي"]
    assert [(one.name, one.value) for one in asked] == [("tone", "loud")]


@pytest.mark.parametrize("word", ["field", "حقل"])
@pytest.mark.parametrize("value", ["loud", "", "very loud"])
def test_what_the_button_writes_is_read_again(word, value):
    (asked,), rest = own_asked(asking(TONE, value, word))
    assert (asked.name, asked.value, rest.strip()) == ("quote.tone", value, "")
