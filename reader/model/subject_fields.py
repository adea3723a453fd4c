"""What people edit of a subject, as one table for the window and the command line.

A value travels as text: other names one a line, roles one a line with their time in
brackets, such as `وزير النفط (2018/10 – 2020/05)`. Months are joined by a slash there:
a hyphen would turn the date round among Arabic words (UAX #9, W4). Either is taken.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from reader.errors import BadValue, UnknownField
from reader.frozen import dataclass
from reader.label import Label
from reader.model.dates import parse_partial_date
from reader.model.fields.values import as_text
from reader.model.subject import Subject, SubjectRole
from reader.model.typed import parse_coordinates, parse_geonames, parse_wikidata
from reader.model.vocabulary import LATIN_SCHEMES, SUBJECT_KINDS, Choice

# A role, then since – until, either of which may be missing.
_ROLE = re.compile(r"(?P<role>.*?)(?:\s*\((?P<since>[^()–—]*)[–—](?P<until>[^()–—]*)\))?")
PLACE_EXPECTED = Label(
    "the name of a place in the register that is not part of this one",
    "المطلوب اسم مكان من سجل الأعلام ليس جزءًا من هذا المكان",
)
_NAME_EXPECTED = Label("a name", "المطلوب اسم")
_ROLE_EXPECTED = Label(
    "a role such as Minister (2018/10 – 2020/05)", "المطلوب صفة مثل: وزير (2018/10 – 2020/05)"
)


@dataclass(frozen=True, slots=True)
class SubjectField:
    """One field.

    `kind` is a key of `_PARSERS`. `subject_kinds` are those whose page shows it, none
    named: all; a value that is there is always shown.
    """

    key: str
    label: Label
    kind: str = "text"
    choices: tuple[Choice, ...] = ()
    subject_kinds: tuple[str, ...] = ()

    def is_of(self, kind: str) -> bool:
        """Tell whether subjects of a kind are asked for it."""
        return not self.subject_kinds or kind in self.subject_kinds


SUBJECT_FIELDS = (
    SubjectField("name", Label("Name", "الاسم")),
    SubjectField("kind", Label("Kind", "النوع"), "choice", SUBJECT_KINDS),
    SubjectField("role", Label("Role now", "الصفة الآن")),
    SubjectField("latin_name", Label("Latin name", "الاسم اللاتيني")),
    SubjectField(
        "latin_scheme",
        Label("Put in Latin letters", "طريقة النقل إلى اللاتينية"),
        "option",
        LATIN_SCHEMES,
    ),
    SubjectField("wikidata_id", Label("Wikidata id", "معرّف ويكي بيانات"), "wikidata"),
    SubjectField("other_names", Label("Other names", "أسماء أخرى"), "names"),
    SubjectField("roles", Label("Roles over time", "الصفات عبر الزمن"), "roles"),
    SubjectField("country", Label("Country", "البلد")),
    SubjectField("part_of_uid", Label("Part of", "جزء من"), "place", subject_kinds=("place",)),
    SubjectField(
        "geonames_id",
        Label("GeoNames id", "معرّف جيونيمز"),
        "geonames",
        subject_kinds=("place",),
    ),
    SubjectField(
        "coordinates",
        Label("Latitude, longitude", "خط العرض، خط الطول"),
        "coordinates",
        subject_kinds=("place",),
    ),
    SubjectField("note", Label("Note", "الملاحظة"), "long"),
)


def subject_value(subject: Subject, field: SubjectField) -> str:
    """Return what a field of a subject holds, as text."""
    if field.kind == "coordinates":
        pair = (subject.latitude, subject.longitude)
        return ", ".join(as_text(one) for one in pair if one is not None)
    held = getattr(subject, field.key)
    if field.kind == "names":
        return "\n".join(held)
    if field.kind == "roles":
        return "\n".join(map(role_in_words, held))
    return held or ""


def with_subject_fields(subject: Subject, values: Mapping[str, str]) -> Subject:
    """Return a subject with other values, by the keys of SUBJECT_FIELDS.

    Raises UnknownField and BadValue.
    """
    known = {one.key: one for one in SUBJECT_FIELDS}
    taken: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise UnknownField(tag="subject", field=key, fields=", ".join(known))
        parsed = _PARSERS[known[key].kind](value, known[key])
        taken |= parsed if known[key].kind == "coordinates" else {key: parsed}
    if not taken.get("name", subject.name):
        raise BadValue(field="name", value="", expected=_NAME_EXPECTED)
    return replace(subject, **taken)


def role_in_words(role: SubjectRole) -> str:
    """Return a role and its time as one line."""
    if not role.since and not role.until:
        return role.role
    since, until = (one.replace("-", "/") for one in (role.since, role.until))
    return f"{role.role} ({since} – {until})".replace("( ", "(").replace(" )", ")")


def _line(value: str, _field: SubjectField) -> str:
    return " ".join(value.split())


def _long(value: str, _field: SubjectField) -> str:
    return value


def _choice(value: str, field: SubjectField) -> str:
    keys = [one.key for one in field.choices]
    if value not in keys:
        listed = ", ".join(keys)
        expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
        raise BadValue(field=field.key, value=value, expected=expected)
    return value


def _option(value: str, field: SubjectField) -> str:
    return _choice(value, field) if value else ""


def _place(value: str, field: SubjectField) -> str | None:
    """Return the uid of a subject, None for nothing; whether it is there, the library knows."""
    try:
        return str(UUID(value)) if value else None
    except ValueError as error:
        raise BadValue(field=field.key, value=value, expected=PLACE_EXPECTED) from error


def _names(value: str, field: SubjectField) -> tuple[str, ...]:
    names = (_line(one, field) for one in value.split("\n"))
    return tuple(dict.fromkeys(one for one in names if one))


def _roles(value: str, field: SubjectField) -> tuple[SubjectRole, ...]:
    lines = (_line(one, field) for one in value.split("\n"))
    return tuple(_role(one, field) for one in lines if one)


def _role(line: str, field: SubjectField) -> SubjectRole:
    found = _ROLE.fullmatch(line)
    if found is None or not found["role"]:
        raise BadValue(field=field.key, value=line, expected=_ROLE_EXPECTED)
    since, until = (
        parse_partial_date((found[one] or "").replace("/", "-"), field.key)
        for one in ("since", "until")
    )
    return SubjectRole(role=found["role"], since=since, until=until)


def _wikidata(value: str, field: SubjectField) -> str:
    return parse_wikidata(value.strip(), field.key)


def _geonames(value: str, field: SubjectField) -> str:
    return parse_geonames(value.strip(), field.key)


def _coordinates(value: str, field: SubjectField) -> dict[str, float | None]:
    pair = parse_coordinates(value.strip(), field.key) or (None, None)
    return dict(zip(("latitude", "longitude"), pair, strict=True))


_PARSERS: Mapping[str, Callable[[str, SubjectField], Any]] = {
    "text": _line,
    "long": _long,
    "choice": _choice,
    "option": _option,
    "place": _place,
    "names": _names,
    "roles": _roles,
    "wikidata": _wikidata,
    "geonames": _geonames,
    "coordinates": _coordinates,
}
