"""The length of a claim's sentence is counted, and advised on; nothing is refused."""

import pytest
from PySide6.QtWidgets import QWidget

from reader.model.fields.claim import ADVISED_CP
from reader.ui.language import speak
from reader.ui.panels.length_advice import LengthAdvice
from tests.ui.panels.hands import begin, row


@pytest.fixture
def advice(qapp, shown):
    speak(qapp, "ar")
    parent = shown(QWidget())
    made = LengthAdvice(ADVISED_CP, "ar", parent)
    made.holder = parent  # which Python would throw away
    return made


def said(advice, length):
    advice.show_text("ب" * length)
    return advice.advice()


@pytest.mark.parametrize(
    ("length", "words"), [(75, "٧٥ حرفًا"), (100, "١٠٠ حرف."), (103, "١٠٣ أحرف")]
)
def test_the_plural_is_that_of_the_number(advice, length, words):
    assert words in said(advice, length)
    assert "ClaimReview" in advice.advice()


def test_up_to_the_length_it_only_counts(advice):
    assert said(advice, 74) == ""
    assert advice.count.text() == "٧٤ من ٧٥"
    assert not advice.count.isHidden()
    assert said(advice, 0) == ""
    assert advice.count.isHidden()


def test_spaces_count_as_they_are_shown_elsewhere(advice):
    advice.show_text(" كلمة \n\n كلمة ")
    assert advice.count.text() == "٩ من ٧٥"


def test_a_long_claim_is_saved_and_advised_on(library, details, mark):
    uid = mark("لا إصابات جديدة", "claim")
    details.show_annotation(uid)
    claim = row(details, "claim_text")
    begin(details, "claim_text")
    claim.field.set_text("ب" * 76)
    assert claim._advice.isVisible()
    assert claim.field.accessibleDescription() == claim._advice.advice()
    assert claim.commit()
    assert library.annotation(uid).fields.claim_text == "ب" * 76
    assert claim._advice.isVisible()
    assert claim.message() == ""
    details.show_annotation(mark("الوزارة", "claim"))
    assert not claim._advice.isVisible()
    assert claim.field.accessibleDescription() == ""


def test_only_what_has_an_advised_length_is_counted(details, mark):
    details.show_annotation(mark("لا إصابات جديدة", "claim"))
    counted = [one.key for one in details._rows() if one._advice is not None]
    assert counted == ["claim_text"]
