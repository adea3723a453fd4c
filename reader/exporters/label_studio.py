"""Label Studio: tasks with their annotations as JSON, and the configuration that shows them.

Spans are in code points. Each annotation is one region with its tag as label; what is
said of it stands in choices and text areas of the same region, so that Label Studio
shows it and gives it back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import Parcel, parcels
from reader.exporters.xml_text import sayable
from reader.label import Label
from reader.model.carried import CHOICES_OF, Carried, value_keys
from reader.model.entry import AnnotatedArticle
from reader.model.tags import Tag
from reader.model.vocabulary import RELATION_TYPES

# The names of the controls in the configuration.
LABELS, TEXT = "label", "text"


def write_tasks(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as a list of tasks, each with one set of annotations."""
    rows, between = 0, "[\n"
    for parcel in parcels(articles, options):
        task = json.dumps(_task(parcel), ensure_ascii=False, separators=(",", ":"))
        stream.write((between + task).encode())
        rows, between = rows + len(parcel.annotations), ",\n"
    stream.write(b"\n]\n" if rows or between != "[\n" else b"[]\n")
    return ExportReport(rows)


def write_configuration(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write the labelling configuration for the library's tags; the articles are not read."""
    del articles
    stream.write("\n".join(_configuration(options.shared.tags)).encode() + b"\n")
    return ExportReport(0)


def _task(parcel: Parcel) -> Mapping[str, Any]:
    result = [region for one in parcel.annotations for region in _regions(one)]
    result += [
        {
            "id": tie.key,
            "from_id": tie.from_key,
            "to_id": tie.to_key,
            "type": "relation",
            "direction": "right",
            "labels": [tie.type],
            "meta": {"created_at": tie.created_at},
        }
        for tie in parcel.ties
    ]
    data = {"text": parcel.text, **parcel.facts, "document_id": parcel.uid}
    return {"id": parcel.number, "data": data, "annotations": [{"result": result}]}


def _regions(one: Carried) -> Iterator[Mapping[str, Any]]:
    place = {"start": one.start_cp, "end": one.end_cp, "text": one.exact}
    yield _region(one.key, LABELS, "labels", {**place, "labels": [one.tag]})
    for key, said in one.values.items():
        if key in CHOICES_OF:
            yield _region(one.key, key, "choices", {**place, "choices": [said]})
        else:
            yield _region(one.key, key, "textarea", {**place, "text": [said]})


def _region(key: str, control: str, kind: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "id": key,
        "from_name": control,
        "to_name": TEXT,
        "type": kind,
        "origin": "manual",
        "value": value,
    }


def _configuration(tags: Iterable[Tag]) -> Iterator[str]:
    yield '<View style="direction: rtl">'
    yield f'  <Labels name="{LABELS}" toName="{TEXT}">'
    for tag in tags:
        colour = quoteattr(sayable(tag.colour))
        yield f"    <Label value={quoteattr(tag.key)} background={colour}/>"
    yield "  </Labels>"
    yield "  <Relations>"
    yield from (f'    <Relation value="{one.key}"/>' for one in RELATION_TYPES)
    yield "  </Relations>"
    yield f'  <Text name="{TEXT}" value="${TEXT}" granularity="character"/>'
    for key in value_keys():
        if key in CHOICES_OF:
            yield f'  <Choices name="{key}" toName="{TEXT}" perRegion="true" showInline="true">'
            yield from (f'    <Choice value="{one.key}"/>' for one in CHOICES_OF[key])
            yield "  </Choices>"
        else:
            yield (
                f'  <TextArea name="{key}" toName="{TEXT}" perRegion="true" editable="true"'
                f' placeholder="{key}"/>'
            )
    yield "</View>"


LABEL_STUDIO = Exporter(
    key="label-studio",
    label=Label("Label Studio (JSON)", "Label Studio (JSON)"),
    suffix=".json",
    write=write_tasks,
    summary=Label(
        "tasks with their annotations; import our labelling configuration first",
        "مهام مع تعليقاتها؛ استورد إعداد الوسم قبلها",
    ),
    lost=Label(
        "evidence, earlier verdicts and own fields", "الأدلة والأحكام السابقة والحقول الإضافية"
    ),
    unit="cp",
    shape="text",
    two_way=True,
)
LABEL_STUDIO_CONFIGURATION = Exporter(
    key="label-studio-config",
    label=Label("Label Studio labelling configuration (XML)", "إعداد الوسم في Label Studio (XML)"),
    suffix=".xml",
    write=write_configuration,
    summary=Label(
        "the tags, choices and fields that Label Studio shows our tasks with",
        "العلامات والخيارات والحقول التي يعرض بها Label Studio مهامنا",
    ),
    lost=Label("everything but the tags and their fields", "كل شيء عدا العلامات وحقولها"),
    unit="",
    shape="text",
)
