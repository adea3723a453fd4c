"""Dates as a person reads them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from reader.ui.panels.moments import date_in_words, locale_of, time_in_words


@pytest.fixture
def locale():
    """Set the person's own locale, and put the old one back."""
    before = QLocale()
    yield QLocale.setDefault
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("published", "english"),
    [
        ("2020", "2020"),
        ("2020-03", "March 2020"),
        ("2020-03-26", "26 March 2020"),
        ("2020-03-26T14:00:00Z", "26 March 2020"),
        ("", ""),
        ("the spring", "the spring"),
        ("2020-13", "2020-13"),
    ],
)
def test_a_date_is_no_more_precise_than_it_is(locale, published, english):
    locale(QLocale("en_GB"))
    assert date_in_words(published, "en") == english


def test_months_and_digits_are_those_of_the_country(locale):
    locale(QLocale("ar_IQ"))
    assert date_in_words("2020-03-26", "ar") == "٢٦ آذار ٢٠٢٠"
    locale(QLocale("ar_MA"))
    assert date_in_words("2020-03-26", "ar") == "26 مارس 2020"


def test_another_system_language_does_not_change_the_windows(locale):
    locale(QLocale("fr_FR"))
    assert date_in_words("2020-03-26", "ar") == "٢٦ مارس ٢٠٢٠"
    assert locale_of("en").language() == QLocale.Language.English


def test_a_moment_is_told_to_the_minute(locale):
    locale(QLocale("en_GB"))
    moment = datetime(2020, 3, 26, 12, 30, 59, tzinfo=UTC)
    local = moment.astimezone()
    assert time_in_words(moment, "en") == f"{local.day} March 2020, {local:%H:%M}"
    assert "،" in time_in_words(moment, "ar")
