"""A codebook as JSON of ours; `resources/schemas/codebook.schema.json` tells its form."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reader.exporters.exporter import ExportOptions
from reader.exporters.output import atomic_write
from reader.exporters.refi import REFI_CODEBOOK, write_codebook
from reader.label import Label
from reader.model.codebook import OwnField, Template
from reader.model.codebook_joining import Book
from reader.model.shared import Shared
from reader.model.tags import Tag

FORMAT, VERSION = "hashiya-codebook", 1


def codebook_content(book: Book) -> dict[str, Any]:
    """Return a codebook as JSON takes it; what stands in lists stands in the order of menus."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "tags": [_tag(one, book.fields) for one in book.tags],
        "templates": [_template(one) for one in book.templates],
    }


def codebook_bytes(book: Book) -> bytes:
    """Return a codebook as the bytes of a JSON file."""
    text = json.dumps(codebook_content(book), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def save_codebook(book: Book, path: Path) -> None:
    """Write a codebook: as REFI-QDA where the file is to end in `.qdc`, else as JSON of ours.

    Raises OutputUnwritable.
    """
    with atomic_write(path) as stream:
        if path.suffix.lower() == REFI_CODEBOOK.suffix:
            write_codebook((), stream, ExportOptions(shared=Shared(tags=book.tags)))
        else:
            stream.write(codebook_bytes(book))


def _tag(tag: Tag, fields: Iterable[OwnField]) -> Mapping[str, Any]:
    return {
        "key": tag.key,
        "label": _label(tag.label),
        "colour": tag.colour,
        "line": tag.line,
        "digit": tag.digit,
        "fields": [_field(one) for one in fields if one.tag == tag.key],
    }


def _field(own: OwnField) -> Mapping[str, Any]:
    choices = [{"key": one.key, "label": _label(one.label)} for one in own.choices]
    return {"key": own.key, "label": _label(own.label), "kind": own.kind, "choices": choices}


def _template(template: Template) -> Mapping[str, Any]:
    values = [{"field": one.field, "value": one.value} for one in template.values]
    return {
        "name": template.name,
        "tag": template.tag,
        "digit": template.digit,
        "status": template.status,
        "note": template.note,
        "values": values,
    }


def _label(label: Label) -> Mapping[str, str]:
    return {"en": label.en, "ar": label.ar}
