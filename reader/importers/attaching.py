"""Ties annotations that came without their text to articles that the library has."""

from collections.abc import Callable
from dataclasses import replace

from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.article import Revision
from reader.model.bundle import Bundle, Loose, Misfit

# Returns the text of an article by its SHA-256, "" for unknown, or the article's address.
TextOf = Callable[[str, str], Revision | None]

_NOT_HERE = Label(
    "its article is not in the library; import that first, then this file again",
    "مقالها ليس في المكتبة؛ استورده أولًا ثم استورد هذا الملف ثانية",
)


def attached(bundle: Bundle, name: str, text_of: TextOf) -> Bundle:
    """Return a bundle whose loose annotations stand in texts of the library; others are told.

    `name` is what the source is called.
    """
    if not bundle.loose:
        return bundle
    unpacker = Unpacker(name, "")
    missing: list[Misfit] = []
    found: list[tuple[Loose, Revision]] = []
    for one in bundle.loose:
        text = text_of(one.text_sha256, one.url)
        if text is None:
            count = len(one.annotations)
            missing.append(
                Misfit(f"{one.title or one.url or one.text_sha256} ({count})", _NOT_HERE)
            )
        else:
            found.append((one, text))
    for one, text in found:
        unpacker.onto(text, one.annotations)
    for one, _ in found:
        unpacker.ties(one.ties)
    made = unpacker.contents().bundle or Bundle()
    return replace(
        bundle,
        loose=(),
        annotators=(*bundle.annotators, *made.annotators),
        tags=(*bundle.tags, *made.tags),
        records=(*bundle.records, *made.records),
        misfits=(*bundle.misfits, *missing, *made.misfits),
    )
