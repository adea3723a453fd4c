"""Statistics of free fields: how often each choice was made, and what the numbers come to."""

from collections.abc import Iterator

from sqlalchemy import Connection, func

from reader.label import Label
from reader.model.codebook import OwnField
from reader.model.numbers import Bar, NumberTable, in_order
from reader.model.tags import Tag, tag_of
from reader.storage.codebook import OWN_VALUES, own_fields
from reader.storage.counting import Condition, chosen, groups, joined_to
from reader.storage.queries import tags

_SUM = Label("sum", "المجموع")


def own_choices(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    """Count what annotations hold in free fields of the kind choice, each field for itself."""
    source = joined_to(condition, OWN_VALUES)
    found: dict[str, dict[str, int]] = {}
    for uid, choice, count, _ in groups(
        connection, source, OWN_VALUES.c.field_uid, OWN_VALUES.c.choice
    ):
        found.setdefault(uid, {})[choice] = count
    known = tags(connection)
    for own in own_fields(connection):
        if own.kind == "choice" and own.uid in found:
            held = found[own.uid]
            bars = tuple(
                Bar(key=one.key, label=one.label, count=held[one.key])
                for one in own.choices
                if one.key in held
            )
            label = _own_label(own, known)
            yield NumberTable(key=f"own:{own.tag}.{own.key}", label=label, bars=bars)


def own_sums(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    """Sum what annotations hold in free fields of the kind number, and count who holds one."""
    source = joined_to(condition, OWN_VALUES)
    query = chosen(source, OWN_VALUES.c.field_uid, func.count(), func.sum(OWN_VALUES.c.number))
    query = query.where(OWN_VALUES.c.number.is_not(None)).group_by(OWN_VALUES.c.field_uid)
    found = {uid: (count, total) for uid, count, total in connection.execute(query)}
    known = tags(connection)
    bars = [
        Bar(
            key=f"{own.tag}.{own.key}",
            label=_own_label(own, known),
            count=found[own.uid][0],
            measure=float(found[own.uid][1]),
        )
        for own in own_fields(connection)
        if own.uid in found
    ]
    label = Label("Sums of fields", "مجاميع الحقول")
    yield NumberTable(key="own_sums", label=label, bars=in_order(bars), measured=_SUM)


def _own_label(own: OwnField, known: tuple[Tag, ...]) -> Label:
    tag = tag_of(own.tag, known).label
    return Label(f"{tag.en}: {own.label.en}", f"{tag.ar}: {own.label.ar}")
