"""What is told of the annotations under the pointer."""

import html
from collections.abc import Iterable

from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.tags import Tag, tag_of
from reader.model.vocabulary import ORIGINS, label_of

_LONGEST_NOTE = 300


def tooltip_of(annotations: Iterable[Annotation], tags: Iterable[Tag], language: Language) -> str:
    """Return one line for each annotation, its tag, origin and note, or "" for none.

    Qt takes a text that looks like HTML for HTML, so everything is escaped.
    """
    listed = tuple(tags)
    lines = []
    for annotation in annotations:
        name = tag_of(annotation.tag, listed).label.text(language)
        if annotation.origin != "manual":
            name = f"{name} ({label_of(ORIGINS, annotation.origin).text(language)})"
        note = annotation.note.strip()
        if len(note) > _LONGEST_NOTE:
            note = note[:_LONGEST_NOTE] + "…"
        lines.append(html.escape(f"{name}: {note}" if note else name).replace("\n", "<br>"))
    direction = "rtl" if language == "ar" else "ltr"
    return f'<div dir="{direction}">{"<br>".join(lines)}</div>' if lines else ""
