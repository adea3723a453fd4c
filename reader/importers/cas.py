"""UIMA CAS, as JSON or XMI, alone or several in a zip file; read by dkpro-cassis.

It counts in code points once it has read, so nothing of UTF-16 is left here.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reader.errors import SourceDamaged
from reader.importers.archive import Archive
from reader.importers.document import Contents, Given
from reader.importers.markup import parse_xml
from reader.importers.signs import ZIP, zip_names
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.carried import Carried, Tie, value_keys

_AS_JSON, _AS_XMI = "cas-json", "cas-xmi"
_ANNOTATION = "uima.tcas.Annotation"
_ARTICLE, _RELATION = "hashiya.Article", "hashiya.Relation"
# What other programs' types of named entities call the feature that says which kind it is.
_KIND_FEATURES = ("value", "label", "category", "entityType", "tag")
_DOCUMENT = "uima.tcas.DocumentAnnotation"
_FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")
_XMI, _JSON, _TYPES = ".xmi", ".json", ".xml"
_NO_TYPES = Label("the types that it needs are missing", "تنقصه الأنواع التي يحتاج إليها")
_STRUCTURE = Label(
    "words, sentences and structure of the text, not annotations",
    "كلمات وجمل وبنية للنص، وليست تعليقات",
)


def read(source: bytes, name: str, given: Given) -> Contents:  # noqa: ARG001 - a reader's form
    """Return the articles of one CAS, or of all in an archive.

    Raises SourceDamaged, and as `Archive` and `parse_xml` do.
    """
    is_xmi = any(one.endswith(_XMI) for one in zip_names(source) or (name.lower(),))
    unpacker = Unpacker(name, _AS_XMI if is_xmi else _AS_JSON)
    for path, cas in _all(source, name):
        _unpack(cas, unpacker, path)
    return unpacker.contents()


def _all(source: bytes, name: str) -> Iterator[tuple[str, Any]]:
    if not source.startswith(ZIP):
        yield name, _cas(source, name, None)
        return
    archive = Archive(source, name)
    types = next((archive.part(path) for path in archive.names() if path.endswith(_TYPES)), None)
    for path in archive.names():
        if path.endswith((_XMI, _JSON)):
            yield path, _cas(archive.part(path), path, types)


def _cas(part: bytes, name: str, types: bytes | None) -> Any:
    import cassis  # noqa: PLC0415 - only in the child, and only for this format

    if not part.lstrip().startswith(b"<"):
        return cassis.load_cas_from_json(part.decode("utf-8-sig"))
    parse_xml(part, name)  # refuses what XML can do harm with
    if types is None:
        raise SourceDamaged(name=name, reason=_NO_TYPES)
    parse_xml(types, name)
    return cassis.load_cas_from_xmi(
        BytesIO(part), cassis.load_typesystem(BytesIO(types)), lenient=True
    )


def _unpack(cas: Any, unpacker: Unpacker, path: str) -> None:
    types = cas.typesystem
    facts = dict.fromkeys(_FACTS, "")
    if types.contains_type(_ARTICLE):
        for one in cas.select(_ARTICLE):
            facts |= {key: _said(one, key) for key in _FACTS}
    annotations, structure = [], 0
    ties: list[Tie] = []
    for one in cas.select(_ANNOTATION):
        kind = one.type.name
        if kind == _RELATION:
            ties.append(_tie(one))
        elif kind not in (_ARTICLE, _DOCUMENT):
            carried = _carried(one)
            annotations += [carried] if carried else []
            structure += carried is None
    unpacker.article(cas.sofa_string or "", annotations, facts)
    unpacker.ties(ties)
    if structure:
        unpacker.misfit(f"{path}: {structure}", _STRUCTURE)


def _carried(one: Any) -> Carried | None:
    """Return an annotation of ours, or of another program's that says what it is; else None."""
    if one.type.name.startswith("hashiya."):
        values = {key: said for key in value_keys() if (said := _said(one, key))}
        return Carried(
            key=_said(one, "uid"),
            tag=_said(one, "tag"),
            start_cp=one.begin,
            end_cp=one.end,
            exact=_said(one, "exact"),
            values=values,
        )
    label = next(filter(None, (_said(one, feature) for feature in _KIND_FEATURES)), "")
    if not label:
        return None
    return Carried(tag=label, start_cp=one.begin, end_cp=one.end)


def _tie(one: Any) -> Tie:
    ends = (getattr(one, end, None) for end in ("source", "target"))
    from_key, to_key = (_said(end, "uid") if end is not None else "" for end in ends)
    kind = _said(one, "relation_type")
    return Tie(
        key=_said(one, "uid"),
        from_key=from_key,
        to_key=to_key,
        type=kind,
        created_at=_said(one, "created_at"),
    )


def _said(one: Any, feature: str) -> str:
    value = getattr(one, feature, None)
    return value if isinstance(value, str) else ""
