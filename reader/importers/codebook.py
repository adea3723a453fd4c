"""REFI-QDA codebooks (.qdc): codes become tags; the built-in ones are known by their names."""

from reader.importers.document import Contents, Given
from reader.importers.labels import Labels
from reader.importers.markup import parse_xml
from reader.importers.refi import codes_of
from reader.model.bundle import Bundle


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return the tags of a codebook; raises as `parse_xml` does."""
    labels = Labels()
    for _, (label, colour) in codes_of(parse_xml(source, name)):
        labels.describe(label, colour)
    return Contents(bundle=Bundle(tags=labels.new))
