"""The typed fields that people edit, as tables for window, command line and CSV.

A value travels as text here: what a person types, what `--set` takes. Some
fields are columns of the tag's own table; others belong to the subject or the
ruling behind the annotation, and setting them edits that record.
"""

from reader.model.fields.drafting import Desk, edits_for
from reader.model.fields.field import Field, Group
from reader.model.fields.table import (
    FIELDS,
    SUBJECT_LINK,
    field_named,
    fields_of,
    subject_uid_of,
    value_of,
)

__all__ = [
    "FIELDS",
    "SUBJECT_LINK",
    "Desk",
    "Field",
    "Group",
    "edits_for",
    "field_named",
    "fields_of",
    "subject_uid_of",
    "value_of",
]
