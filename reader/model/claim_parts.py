"""What is edited of evidence, appearances and corrections, as tables; and their order in a list."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.article import Article
from reader.model.change import Edit, edit
from reader.model.claim import Appearance, Correction, Evidence
from reader.model.fields.field import Field
from reader.model.fields.values import PARSERS, as_text
from reader.model.identity import now

Part = Evidence | Appearance | Correction

_evidence = partial(Field, tag="evidence")
_appearance = partial(Field, tag="appearance")
_correction = partial(Field, tag="correction")

PART_FIELDS = (
    _evidence("title", label=Label("Title", "العنوان"), kind="text", attribute="title"),
    _evidence(
        "article_uid",
        label=Label("Article of the library", "مقال من المكتبة"),
        kind="article",
        attribute="article_uid",
    ),
    _evidence("url", label=Label("Address", "الرابط"), kind="address", attribute="url"),
    _evidence(
        "archive_url",
        label=Label("Archived copy", "نسخة الأرشيف"),
        kind="address",
        attribute="archive_url",
    ),
    _evidence("publisher", label=Label("Publisher", "الناشر"), kind="text", attribute="publisher"),
    _evidence("published", label=Label("Date", "التاريخ"), kind="date", attribute="published"),
    _evidence(
        "kind",
        label=Label("Kind", "النوع"),
        kind="pick",
        attribute="kind",
        choices=words.EVIDENCE_KINDS,
    ),
    _evidence(
        "stance",
        label=Label("Says of the claim", "موقفه من الادعاء"),
        kind="pick",
        attribute="stance",
        choices=words.STANCES,
    ),
    _evidence(
        "independent",
        label=Label("Independent source", "مصدر مستقل"),
        kind="flag",
        attribute="independent",
    ),
    _evidence("excerpt", label=Label("Excerpt", "مقتطف"), kind="long", attribute="excerpt"),
    _appearance("outlet", label=Label("Outlet", "الجهة الناشرة"), kind="text", attribute="outlet"),
    _appearance("url", label=Label("Address", "الرابط"), kind="address", attribute="url"),
    _appearance(
        "archive_url",
        label=Label("Archived copy", "نسخة الأرشيف"),
        kind="address",
        attribute="archive_url",
    ),
    _appearance("published", label=Label("Date", "التاريخ"), kind="date", attribute="published"),
    _correction(
        "corrected_on", label=Label("Date", "التاريخ"), kind="date", attribute="corrected_on"
    ),
    _correction("what", label=Label("What was corrected", "ما صُحِّح"), kind="long", attribute="what"),
    _correction("why", label=Label("Why", "السبب"), kind="long", attribute="why"),
)
_MADE: dict[str, type[Evidence] | type[Appearance] | type[Correction]] = {
    "evidence": Evidence,
    "appearance": Appearance,
    "correction": Correction,
}


def part_fields(kind: str) -> tuple[Field, ...]:
    """Return what is edited of a kind of part, in the order in which it is shown."""
    return tuple(field for field in PART_FIELDS if field.tag == kind)


def part_value(part: Part, field: Field) -> str:
    """Return what a part holds in a field, as text."""
    return as_text(getattr(part, field.attribute))


def new_part(kind: str, annotation_uid: str, after: Sequence[Part]) -> Part:
    """Return a part that stands behind those that a claim has."""
    place = max((one.position for one in after), default=-1) + 1
    return _MADE[kind](annotation_uid=annotation_uid, position=place)


def with_value(part: Part, key: str, text: str) -> Part:
    """Return a part with another value in a field, given as text; raises BadValue."""
    kind = next(key for key, cls in _MADE.items() if isinstance(part, cls))
    field = next(one for one in part_fields(kind) if one.key == key)
    value = PARSERS[field.kind](field, text if field.kind == "long" else text.strip())
    changed = replace(part, **{field.attribute: value})
    if isinstance(changed, Evidence) and key == "archive_url":
        changed = replace(changed, archived_at=now() if changed.archive_url else None)
    return changed


def with_article(part: Part, article: Article) -> Part:
    """Return evidence that is an article of the library; what nobody has told is taken from it."""
    if not isinstance(part, Evidence):
        return part
    return replace(
        part,
        article_uid=article.uid,
        title=part.title or article.title,
        publisher=part.publisher or article.publisher,
        published=part.published or article.published,
        url=part.url or article.url,
        archive_url=part.archive_url or article.archive_url,
        archived_at=part.archived_at or (now() if article.archive_url else None),
    )


def shifted(parts: Sequence[Part], uid: str, by: int) -> tuple[Edit, ...]:
    """Return the edits that move one of a claim's parts up (-1) or down (1) in their list."""
    order = list(parts)
    place = next((at for at, one in enumerate(order) if one.uid == uid), None)
    if place is None or not 0 <= place + by < len(order):
        return ()
    order.insert(place + by, order.pop(place))
    return tuple(
        edit(one, replace(one, position=at)) for at, one in enumerate(order) if one.position != at
    )
