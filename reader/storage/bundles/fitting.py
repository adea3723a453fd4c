"""Whether a record from outside can be kept as it is; the reason where it cannot."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Protocol

from sqlalchemy import Connection

from reader.errors import BadValue, UnknownTag
from reader.label import Label
from reader.model.annotation import FIELDS_OF_TAG, Annotation, ClaimFields
from reader.model.bundle import Misfit
from reader.model.change import Record, kind_of
from reader.model.claim import Ruling, VerdictScale
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel
from reader.model.figures import is_sound
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.storage.known import Known
from reader.storage.mapping import KINDS, fields_table, row_of
from reader.storage.queries import FIGURES
from reader.storage.scales import step_rows

_SHOWN_CP = 60
# Both ends belong to them; None is no end.
_RANGES: tuple[tuple[str, float, float | None], ...] = (
    ("version", 1, None),
    ("confidence", 0, 1),
    ("seems_false", 1, 5),
    ("public_interest", 1, 5),
    ("harmful", 1, 5),
    ("reviewers", 1, None),
    ("latitude", -90, 90),
    ("longitude", -180, 180),
)
_OTHER_WORDS = Label(
    "other words stand at its place than its own", "في موضعه من النص كلمات غير كلماته"
)
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_NO_COLOUR = Label("its colour is not of the form #rrggbb", "لونه ليس على الصورة #rrggbb")
_NO_STEPS = Label(
    "its verdicts are missing, or two of them have the same key",
    "درجاته غير موجودة، أو لدرجتين منه مفتاح واحد",
)
_HALF_PLACE = Label(
    "of latitude and longitude it has only one", "فيه أحد خطي العرض والطول دون الآخر"
)
_NO_RATING = Label(
    "its rating does not lie between the worst and the best", "درجته ليست بين الأدنى والأعلى"
)
_NO_NUMBER = Label(
    "one of its numbers is none, or a range without an order",
    "أحد أعداده ليس عددًا، أو مدى بلا ترتيب",
)
_NO_FIELDS = Label("its fields are those of another tag", "حقوله حقول علامة أخرى")
_NO_CUE = Label("its cue has no place in the text", "فعل القول فيه بلا موضع من النص")


def name_of(record: Any) -> str:
    """Return what to call a record to a person."""
    if isinstance(record, Annotation):
        words = record.exact[:_SHOWN_CP]
        return f"{record.tag} {record.start_cp}-{record.end_cp}: {words}"
    words = getattr(record, "title", "") or getattr(record, "name", "") or record.uid
    return f"{kind_of(record)}: {words[:_SHOWN_CP]}"


class Named(Protocol):
    """A field with what people call it."""

    @property
    def key(self) -> str:
        """Return what the field is called in the code."""

    @property
    def label(self) -> Label:
        """Return what people call it."""


def named_in(words: Label, names: Iterable[str], fields: Iterable[Named]) -> Label:
    """Fill the names of fields into words, as people know them in each language."""
    labels = {one.key: one.label for one in fields}
    known = [labels.get(name, Label(name, name)) for name in names]
    return Label(
        words.en.format(names=", ".join(one.en for one in known)),
        words.ar.format(names="، ".join(one.ar for one in known)),
    )


def misfit_of(
    connection: Connection, record: Record, known: Known, tags: Collection[str]
) -> Misfit | None:
    """Return why a record cannot be kept, None where it can; `tags` are the keys of all tags."""
    try:
        row_of(KINDS[kind_of(record)].table, record)
        if isinstance(record, Annotation | OwnField | Template) and record.tag not in tags:
            raise UnknownTag(tag=record.tag, tags=", ".join(sorted(tags)))
        if isinstance(record, Annotation):
            return _misfit_of_annotation(connection, record, known)
    except (BadValue, UnknownTag) as error:
        return Misfit(name_of(record), Label(error.sentence("en"), error.sentence("ar")))
    if isinstance(record, VerdictScale):
        return _misfit_of_scale(record)
    if isinstance(record, ArticleLabel | Tag) and not _COLOUR.fullmatch(record.colour):
        return Misfit(name_of(record), _NO_COLOUR)
    return _half_told(record) or _out_of_range(record, record)


def _half_told(record: Record) -> Misfit | None:
    """Return the misfit of a record that tells only a part of a place or of a rating."""
    if isinstance(record, Subject) and (record.latitude is None) != (record.longitude is None):
        return Misfit(name_of(record), _HALF_PLACE)
    if isinstance(record, Ruling) and not _is_rating(record):
        return Misfit(name_of(record), _NO_RATING)
    return None


def _is_rating(one: Ruling) -> bool:
    """Tell whether a ruling has a whole rating, or none."""
    if one.rating is None or one.best is None or one.worst is None:
        return (one.rating, one.best, one.worst) == (None, None, None)
    return one.worst <= one.rating <= one.best


def _misfit_of_scale(one: VerdictScale) -> Misfit | None:
    try:
        step_rows(one)
    except BadValue as error:
        return Misfit(name_of(one), Label(error.sentence("en"), error.sentence("ar")))
    codes = [step.code for step in one.labels]
    if not one.key or not all(codes) or len(set(codes)) < max(1, len(codes)):
        return Misfit(name_of(one), _NO_STEPS)
    if not all(_COLOUR.fullmatch(step.colour) for step in one.labels):
        return Misfit(name_of(one), _NO_COLOUR)
    return None


def _misfit_of_annotation(connection: Connection, one: Annotation, known: Known) -> Misfit | None:
    revision = known.revision(connection, one.revision_uid)
    if revision is not None and revision.text[one.start_cp : one.end_cp] != one.exact:
        return Misfit(name_of(one), _OTHER_WORDS)
    typed = one.fields
    if typed is None:
        return _out_of_range(one, one)
    if FIELDS_OF_TAG.get(one.tag) is not type(typed):
        return Misfit(name_of(one), _NO_FIELDS)
    table = fields_table(one)
    if table is not None:
        row_of(table, typed, annotation_uid=one.uid)
    if not all(_is_place(typed, part) for part in ("cue", "speaker")):
        return Misfit(name_of(one), _NO_CUE)
    for number in typed.numbers if isinstance(typed, ClaimFields) else ():
        row_of(FIGURES, number, annotation_uid=one.uid, position=0)
        if not is_sound(number):
            return Misfit(name_of(one), _NO_NUMBER)
    return _out_of_range(one, one) or _out_of_range(one, typed)


def _is_place(typed: Any, part: str) -> bool:
    """Tell whether the place of a quote's cue or speaker is a span, or not told at all."""
    start, end = (getattr(typed, f"{part}_{which}_cp", None) for which in ("start", "end"))
    return start is None if end is None else start is not None and 0 <= start < end


def _out_of_range(record: Record, value: Any) -> Misfit | None:
    for name, least, most in _RANGES:
        found = getattr(value, name, None)
        if found is None or (least <= found and (most is None or found <= most)):
            continue
        reason = Label(f"{name} cannot be {found}", f"القيمة {found} غير مقبولة في {name}")
        return Misfit(name_of(record), reason)
    return None
