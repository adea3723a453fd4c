"""What people type for an address, a language, a number or a moment; each raises BadValue."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.errors import BadValue
from reader.label import Label

# RFC 5646, 2.1, without what is grandfathered or private.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*", re.ASCII
)
LANGUAGE_EXPECTED = Label(
    "a language such as ar, en or ar-IQ", "المطلوب رمز لغة مثل ar أو en أو ar-IQ"
)
_ADDRESS_EXPECTED = Label(
    "an address that begins with https:// or http://", "المطلوب عنوان يبدأ بـ https:// أو http://"
)
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_NUMBER_EXPECTED = Label("a number such as 1554 or 23.8", "المطلوب عدد مثل 1554 أو 23.8")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_QID_EXPECTED = Label("a Wikidata id such as Q796", "المطلوب معرّف ويكي بيانات مثل Q796")
_GEONAMES = re.compile(r"[1-9][0-9]{0,11}", re.ASCII)
_GEONAMES_EXPECTED = Label(
    "the number of a place at GeoNames, such as 98182", "المطلوب رقم المكان في جيونيمز مثل 98182"
)
_COORDINATES_EXPECTED = Label(
    "latitude and longitude in degrees, such as 33.31, 44.36",
    "المطلوب خط العرض ثم خط الطول بالدرجات مثل 33.31, 44.36",
)
_BETWEEN = re.compile(r"\s*[,،;؛]\s*|\s+")
STEPS = range(1, 6)
_STEPS_EXPECTED = Label(
    f"a number from {STEPS[0]} to {STEPS[-1]}", f"المطلوب عدد من {STEPS[0]} إلى {STEPS[-1]}"
)
_MOMENT_EXPECTED = Label(
    "a moment such as 2020-03-26 14:30", "المطلوب تاريخ ووقت مثل 2020-03-26 14:30"
)
_DIGITS = {ord(digit): str(i % 10) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_ASCII_NUMBER = _DIGITS | {ord("٫"): ".", ord("٬"): ",", ord("−"): "-"}

FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("yes", "true", "1", "نعم", "١"), True),
    **dict.fromkeys(("", "no", "false", "0", "لا", "٠"), False),
}


def ascii_digits(text: str) -> str:
    """Return a text with Arabic and Persian digits as those of ASCII."""
    return text.translate(_DIGITS)


def parse_address(text: str, field: str) -> str:
    """Return a web address; "" for nothing."""
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_whole = False
    if not is_whole:
        raise BadValue(field=field, value=text, expected=_ADDRESS_EXPECTED)
    return text


def parse_language(text: str, field: str) -> str:
    """Return a BCP 47 tag; "" for nothing."""
    if text and not _LANGUAGE.fullmatch(text):
        raise BadValue(field=field, value=text, expected=LANGUAGE_EXPECTED)
    return text


def parse_wikidata(text: str, field: str) -> str:
    """Return a Q-id of Wikidata; "" for nothing."""
    if text and not _WIKIDATA.fullmatch(text):
        raise BadValue(field=field, value=text, expected=_QID_EXPECTED)
    return text


def parse_geonames(text: str, field: str) -> str:
    """Return the number of a place at GeoNames; "" for nothing."""
    plain = text.translate(_DIGITS)
    if plain and not _GEONAMES.fullmatch(plain):
        raise BadValue(field=field, value=text, expected=_GEONAMES_EXPECTED)
    return plain


def parse_coordinates(text: str, field: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees (WGS 84); None for nothing."""
    if not text:
        return None
    bad = BadValue(field=field, value=text, expected=_COORDINATES_EXPECTED)
    parts = _BETWEEN.split(text)
    try:
        latitude, longitude = (parse_number(one, field) for one in parts)
    except (ValueError, BadValue) as error:
        raise bad from error
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad
    return latitude, longitude


def parse_number(text: str, field: str) -> float | None:
    """Return a number, of Arabic digits and separators too; None for nothing."""
    plain = text.translate(_ASCII_NUMBER)
    if not plain:
        return None
    found = float(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else float("inf")
    if found in (float("inf"), float("-inf")):
        raise BadValue(field=field, value=text, expected=_NUMBER_EXPECTED)
    return found


def parse_steps(text: str, field: str) -> int | None:
    """Return a step from 1 to 5; None for nothing."""
    plain = text.translate(_DIGITS)
    if not plain:
        return None
    if not (len(plain) == 1 and "1" <= plain <= str(STEPS[-1])):
        raise BadValue(field=field, value=text, expected=_STEPS_EXPECTED)
    return int(plain)


def parse_moment(text: str, field: str) -> datetime | None:
    """Return a moment in UTC from ISO 8601, in local time without a zone; None for nothing."""
    plain = text.translate(_DIGITS)
    if not plain:
        return None
    try:
        return datetime.fromisoformat(plain).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadValue(field=field, value=text, expected=_MOMENT_EXPECTED) from error
