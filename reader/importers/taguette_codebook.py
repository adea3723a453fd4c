"""Taguette's table of tags: they become tags; descriptions, which ours have none of, are told."""

from reader.importers.document import Contents, Given
from reader.importers.labels import Labels
from reader.importers.named_rows import named_rows
from reader.label import Label
from reader.model.bundle import Bundle, Misfit

_DESCRIPTION = Label("tags have no description here", "لا وصف للعلامات هنا")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the tags of a codebook; raises what `decode` raises."""
    labels = Labels()
    misfits = []
    for row in named_rows(source, name, given):
        if tag := row.get("tag", "").strip():
            labels.meaning(tag)
            if said := row.get("description", "").strip():
                misfits.append(Misfit(f"{tag}: {said}", _DESCRIPTION))
    return Contents(bundle=Bundle(tags=labels.new, misfits=tuple(misfits)))
