"""doccano JSONL: one article a line, spans in code points, for training and for doccano itself.

With the preset `labels` a line has `label: [[start, end, label]]`, with `relations`
`entities` and `relations`. All that doccano has no place for stands under `hashiya`,
which it keeps as metadata of the text.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from reader.exporters.exporter import (
    Exporter,
    ExportOptions,
    ExportReport,
    Preset,
    preset_named,
)
from reader.exporters.parcels import Parcel, label_of, parcels
from reader.label import Label
from reader.model.entry import AnnotatedArticle

PRESETS = (
    Preset("labels", Label("Sequence labelling", "تعليم المقاطع")),
    Preset("relations", Label("With relations", "مع العلاقات")),
)


def write_doccano(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as lines of JSON; raises UnknownFormat for an unknown preset."""
    with_relations = preset_named(PRESETS, options.preset).key == "relations"
    rows = 0
    for parcel in parcels(articles, options):
        shown = _related(parcel) if with_relations else _labelled(parcel)
        line = {"id": parcel.number, "text": parcel.text, **shown, "hashiya": _rest(parcel)}
        stream.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        rows += len(parcel.annotations)
    return ExportReport(rows)


def _labelled(parcel: Parcel) -> Mapping[str, Any]:
    return {"label": [[one.start_cp, one.end_cp, label_of(one)] for one in parcel.annotations]}


def _related(parcel: Parcel) -> Mapping[str, Any]:
    numbers = {one.key: number for number, one in enumerate(parcel.annotations, start=1)}
    entities = [
        {
            "id": numbers[one.key],
            "label": label_of(one),
            "start_offset": one.start_cp,
            "end_offset": one.end_cp,
        }
        for one in parcel.annotations
    ]
    relations = [
        {
            "id": number,
            "from_id": numbers[one.from_key],
            "to_id": numbers[one.to_key],
            "type": one.type,
        }
        for number, one in enumerate(parcel.ties, start=1)
    ]
    return {"entities": entities, "relations": relations}


def _rest(parcel: Parcel) -> Mapping[str, Any]:
    """Return what doccano has no place for, the annotations in the order of the labels."""
    annotations = [
        {
            "key": one.key,
            "start": one.start_cp,
            "end": one.end_cp,
            "label": label_of(one),
            "values": dict(one.values),
        }
        for one in parcel.annotations
    ]
    ties = [[one.from_key, one.to_key, one.type, one.key, one.created_at] for one in parcel.ties]
    return {"article": dict(parcel.facts), "annotations": annotations, "relations": ties}


DOCCANO = Exporter(
    key="doccano",
    label=Label("doccano (JSONL)", "doccano (JSONL)"),
    suffix=".jsonl",
    write=write_doccano,
    summary=Label(
        "spans with labels, one article a line, for doccano and for training",
        "مقاطع معلَّمة، مقال في كل سطر، لبرنامج doccano ولتدريب النماذج",
    ),
    lost=Label(
        "evidence, earlier verdicts and own fields; doccano shows labels and relations only",
        "الأدلة والأحكام السابقة والحقول الإضافية؛ ولا يعرض doccano إلا العلامات والعلاقات",
    ),
    unit="cp",
    shape="text",
    two_way=True,
    presets=PRESETS,
)
