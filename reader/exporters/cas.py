"""UIMA CAS, as JSON and as XMI, written by dkpro-cassis, which counts in UTF-16 as UIMA does.

One CAS an article, in a zip file. Annotations are of `hashiya.Annotation`, or of
`hashiya.Quote`, `hashiya.Entity` and `hashiya.Claim`, which have the columns of their tag.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, BinaryIO

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import FACTS, Parcel, parcels
from reader.exporters.xml_text import is_sayable, left_out
from reader.exporters.zipped import Zipped
from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import FIELDS_OF_TAG
from reader.model.carried import columns_of, value_keys
from reader.model.entry import AnnotatedArticle

PLAIN, ARTICLE, RELATION = "hashiya.Annotation", "hashiya.Article", "hashiya.Relation"
TYPE_OF_TAG = {key: f"hashiya.{key.title()}" for key in FIELDS_OF_TAG}
_ANNOTATION, _STRING = "uima.tcas.Annotation", "uima.cas.String"
_MEDIA_TYPE = "text/plain"


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing CAS: how its parts end, and whether they are XML."""

    suffix: str
    is_xml: bool


_JSON, _XMI = _Form(".cas.json", is_xml=False), _Form(".xmi", is_xml=True)


def _write(
    form: _Form,
    articles: Iterable[AnnotatedArticle],
    stream: BinaryIO,
    options: ExportOptions,
) -> ExportReport:
    """Write each article as a CAS of its own."""
    types = _type_system()
    may_say = is_sayable if form.is_xml else _anything
    rows = texts = values = 0
    with Zipped(stream) as zipped:
        if form.is_xml:
            zipped.add("TypeSystem.xml", types.to_xml())
        for parcel in parcels(articles, options):
            if not may_say(parcel.text):
                texts += 1
                continue
            cas, lost = _cas(parcel, types, may_say)
            written = cas.to_xmi() if form.is_xml else cas.to_json(pretty_print=False)
            zipped.add(parcel.name + form.suffix, written)
            rows, values = rows + len(parcel.annotations), values + lost
    return ExportReport(rows, left_out(texts, values))


def _anything(_text: str) -> bool:
    return True


def _type_system() -> Any:
    """Return our types; every feature is a string, but for the two ends of a relation."""
    from cassis import TypeSystem  # noqa: PLC0415 - a third of a second that few exports need

    types = TypeSystem()
    plain = types.create_type(PLAIN, _ANNOTATION)
    for key in ("uid", "tag", "exact", *value_keys(())):
        types.create_feature(plain, key, _STRING)
    for tag, name in TYPE_OF_TAG.items():
        own = types.create_type(name, PLAIN)
        for key in columns_of(FIELDS_OF_TAG[tag]):
            types.create_feature(own, key, _STRING)
    article = types.create_type(ARTICLE, _ANNOTATION)
    for key in ("uid", *FACTS):
        types.create_feature(article, key, _STRING)
    relation = types.create_type(RELATION, _ANNOTATION)
    for key in ("uid", "relation_type", "created_at"):
        types.create_feature(relation, key, _STRING)
    for key in ("source", "target"):
        types.create_feature(relation, key, PLAIN)
    return types


def _cas(parcel: Parcel, types: Any, may_say: Callable[[str], bool]) -> tuple[Any, int]:
    """Return an article as a CAS, and how many values are left out of it."""
    from cassis import Cas  # noqa: PLC0415 - with the types

    cas = Cas(typesystem=types)
    cas.sofa_string = parcel.text
    cas.sofa_mime = _MEDIA_TYPE
    facts = {key: said for key, said in parcel.facts.items() if may_say(said)}
    whole = types.get_type(ARTICLE)(begin=0, end=len(parcel.text), uid=parcel.uid, **facts)
    lost = len(parcel.facts) - len(facts)
    made: dict[str, Any] = {}
    for one in parcel.annotations:
        said = {key: value for key, value in one.values.items() if may_say(value)}
        lost += len(one.values) - len(said)
        kind = types.get_type(TYPE_OF_TAG.get(one.tag, PLAIN))
        made[one.key] = kind(
            begin=one.start_cp,
            end=one.end_cp,
            uid=one.key,
            tag=one.tag,
            exact=one.exact,
            **said,
        )
    relation = types.get_type(RELATION)
    ties = [
        relation(
            begin=made[tie.from_key].begin,
            end=made[tie.from_key].end,
            uid=tie.key,
            relation_type=tie.type,
            created_at=tie.created_at,
            source=made[tie.from_key],
            target=made[tie.to_key],
        )
        for tie in parcel.ties
    ]
    cas.add_all([whole, *made.values(), *ties])
    return cas, lost


_SUMMARY = Label(
    "for UIMA, INCEpTION and other language tools; one CAS an article",
    "لأدوات UIMA وINCEpTION اللغوية؛ ملف CAS لكل مقال",
)
_LOST = Label(
    "evidence, earlier verdicts and own fields", "الأدلة والأحكام السابقة والحقول الإضافية"
)
CAS_JSON = Exporter(
    key="cas-json",
    label=Label("UIMA CAS JSON (ZIP)", "UIMA CAS JSON (ملف مضغوط)"),
    suffix=".zip",
    write=partial(_write, _JSON),
    summary=_SUMMARY,
    lost=_LOST,
    unit="utf16",
    shape="parts",
    two_way=True,
)
CAS_XMI = Exporter(
    key="cas-xmi",
    label=Label("UIMA CAS XMI (ZIP)", "UIMA CAS XMI (ملف مضغوط)"),
    suffix=".zip",
    write=partial(_write, _XMI),
    summary=_SUMMARY,
    lost=Label(
        "evidence, earlier verdicts and own fields;"
        " texts with control characters, which XML cannot hold",
        "الأدلة والأحكام السابقة والحقول الإضافية، والنصوص التي فيها رموز تحكم لا تتسع لها XML",
    ),
    unit="utf16",
    shape="parts",
    two_way=True,
)
