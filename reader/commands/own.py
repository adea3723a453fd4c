"""The free fields of tags on the command line: set, and asked for, beside the built-in ones.

A free field is named by its key, or as in the tables by tag and key: "context.tone". A
built-in field of the same key is meant by the key alone.
"""

from collections.abc import Mapping, Sequence

from reader.errors import UnknownField
from reader.model.annotation import Annotation
from reader.model.codebook import OwnField, own_fields_of, own_value_of, with_own_value
from reader.model.entry import Entry
from reader.model.fields import fields_of, value_of


def own_meant(fields: Sequence[OwnField], tag: str, key: str) -> OwnField | None:
    """Return the free field of a tag that a key means, None for a built-in one.

    Raises UnknownField.
    """
    built_in = [one.key for one in fields_of(tag)]
    if key in built_in:
        return None
    mine = own_fields_of(fields, tag)
    found = next((one for one in mine if key in (one.key, f"{tag}.{one.key}")), None)
    if found is None:
        keys = ", ".join((*built_in, *(one.key for one in mine))) or "–"
        raise UnknownField(tag=tag, field=key, fields=keys)
    return found


def with_own_set(
    annotation: Annotation, values: Mapping[str, str], fields: Sequence[OwnField]
) -> tuple[Annotation, dict[str, str]]:
    """Return an annotation with its free fields set, and the values of built-in ones.

    Raises UnknownField and BadValue.
    """
    built_in = {}
    for key, value in values.items():
        own = own_meant(fields, annotation.tag, key)
        if own is None:
            built_in[key] = value
        else:
            annotation = with_own_value(annotation, own, value)
    return annotation, built_in


def own_object(annotation: Annotation, fields: Sequence[OwnField]) -> dict[str, str]:
    """Return what an annotation holds in the free fields of its tag, by their keys."""
    mine = own_fields_of(fields, annotation.tag)
    return {one.key: own_value_of(annotation, one) for one in mine}


def holds(entry: Entry, wanted: Mapping[str, str], fields: Sequence[OwnField]) -> bool:
    """Tell whether an annotation holds these values, "" for nothing in a field.

    One whose tag has no such field does not. Raises BadValue for what its field cannot hold.
    """
    return all(_holds(entry, key, value, fields) for key, value in wanted.items())


def _holds(entry: Entry, key: str, value: str, fields: Sequence[OwnField]) -> bool:
    one = entry.annotation
    try:
        own = own_meant(fields, one.tag, key)
    except UnknownField:
        return False
    if own is None:
        field = next(field for field in fields_of(one.tag) if field.key == key)
        return value_of(entry, field).strip() == value.strip()
    # Compared in the form in which it is kept: ٢٫٥ is 2.5.
    return (
        own_value_of(one, own).strip() == own_value_of(with_own_value(one, own, value), own).strip()
    )
