"""What comes again: whether a record that is here already says what the one that came says."""

from dataclasses import replace

from reader.model.annotation import Annotation
from reader.model.change import Record, same_content
from reader.model.claim import Ruling


def says_the_same(here: Record, came: Record, as_told: Record) -> bool:
    """Tell whether a record is here as it came; `as_told` is it before its links were ours.

    A file that tells no moment gets that of its import, and where it names nobody, whoever
    imports it: neither makes it another one.
    """
    if isinstance(here, Ruling) and isinstance(came, Ruling):
        came = replace(came, rated_at=here.rated_at)
    if isinstance(here, Annotation) and isinstance(came, Annotation):
        came = replace(came, created_at=here.created_at, updated_at=here.updated_at)
        if isinstance(as_told, Annotation) and not as_told.annotator_uid:
            came = replace(came, annotator_uid=here.annotator_uid)
    return same_content(here, came)
