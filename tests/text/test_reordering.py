"""Which controls show a text in another order than it is written."""

import pytest

from reader.text.controls import HIDDEN, hidden_counts
from reader.text.reordering import reordering

MISLEADING = [
    ("ملف \u202egpj.exe\u202c هنا", {"override": 1}),
    ("ملف \u202dنص\u202c هنا", {"override": 1}),
    ("ملف \u202egpj.exe هنا", {"override": 1, "unclosed": 1}),
    ("قال \u2067John Smith (CEO)\u2069 أمس", {"isolate": 1}),
    ("قال \u2066سلمى الحديدي\u2069 أمس", {"isolate": 1}),
    ("قال \u202bJohn Smith\u202c أمس", {"embedding": 1}),
    ("قال \u202aسلمى\u202c أمس", {"embedding": 1}),
    ("قال \u2066John أمس", {"unclosed": 1}),
    ("قال \u2068John أمس\nوقال", {"unclosed": 1}),
    # An isolate's end closes what was opened within it (UAX #9, X6a).
    ("قال \u2066\u202bJohn\u2069 أمس", {"embedding": 1}),
    ("\u202eabc\u202c \u2067def", {"override": 1, "isolate": 1, "unclosed": 1}),
]
HARMLESS = [
    "",
    "نص بلا شيء",
    "قال \u2066John Smith (CEO)\u2069 أمس",
    "قال \u2068John\u2069 أمس",
    "قال \u202aJohn\u202c أمس",
    "بلغ \u20671,554-1,600\u2069 شخصًا",
    "رقم \u202e123\u202c هنا",
    "علامة \u200f2020/3/26\u200f",
    "إغلاق بلا فتح \u202c\u2069 هنا",
    "\u2066a\u2069\u202a\u2069b\u202c",
]


@pytest.mark.parametrize(("text", "expected"), MISLEADING)
def test_what_misleads_is_counted_by_kind(text, expected):
    assert reordering(text) == expected


@pytest.mark.parametrize("text", HARMLESS)
def test_good_practice_is_no_cause_for_alarm(text):
    assert reordering(text) == {}


def test_every_kind_has_its_name():
    found = {key for text, _ in MISLEADING for key in reordering(text)}
    assert found <= {kind.key for kind in HIDDEN}


def test_a_hundred_thousand_open_controls_are_counted():
    text = "\u2066\u202ea" * 50_000
    # Beyond a depth of 125 a control does nothing (UAX #9, BD2); half of those are overrides.
    assert reordering(text) == {"unclosed": 100_000, "override": 62}
    assert reordering(text + "\u2069" * 50_000) == {"override": 62}
    assert hidden_counts(text + "\u2069" * 50_000) == {"override": 50_000, "isolate": 100_000}
