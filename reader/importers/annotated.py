"""The formats that bring annotations along; each is read back from what an exporter writes."""

from reader.importers.importer import Importer
from reader.importers.signs import (
    is_brat,
    is_cas_json,
    is_codebook,
    is_doccano,
    is_hypothesis,
    is_label_studio,
    is_own_table,
    is_package,
    is_refi,
    is_taguette,
    is_web_annotation,
    is_xmi,
)
from reader.label import Label

ANNOTATED = (
    Importer(
        "package",
        Label("Hashiya package", "حزمة حاشية"),
        (),
        "reader.importers.package",
        is_sign=is_package,
    ),
    Importer(
        "w3c",
        Label("W3C Web Annotation (JSON-LD)", "حواشي الويب W3C (JSON-LD)"),
        (
            ".jsonld",
            ".json",
        ),
        "reader.importers.web_annotations",
        is_sign=is_web_annotation,
    ),
    Importer(
        "brat",
        Label("brat standoff (ZIP)", "brat standoff (ملف مضغوط)"),
        (),
        "reader.importers.brat",
        is_sign=is_brat,
    ),
    Importer(
        "label-studio",
        Label("Label Studio (JSON)", "Label Studio (JSON)"),
        (".json",),
        "reader.importers.label_studio",
        is_sign=is_label_studio,
    ),
    Importer(
        "doccano",
        Label("doccano (JSONL)", "doccano (JSONL)"),
        (
            ".jsonl",
            ".json",
        ),
        "reader.importers.doccano",
        is_sign=is_doccano,
    ),
    Importer(
        "cas-json",
        Label("UIMA CAS JSON", "UIMA CAS JSON"),
        (".json",),
        "reader.importers.cas",
        is_sign=is_cas_json,
    ),
    Importer(
        "cas-xmi",
        Label("UIMA CAS XMI (ZIP)", "UIMA CAS XMI (ملف مضغوط)"),
        (),
        "reader.importers.cas",
        is_sign=is_xmi,
    ),
    Importer(
        "refi",
        Label("REFI-QDA project", "مشروع REFI-QDA"),
        (".qdpx",),
        "reader.importers.refi",
        is_sign=is_refi,
        signed=True,
    ),
    Importer(
        "hypothesis",
        Label("Hypothes.is annotations (JSON)", "تعليقات Hypothes.is (JSON)"),
        (".json",),
        "reader.importers.hypothesis",
        is_sign=is_hypothesis,
    ),
    Importer(
        "own-csv",
        Label("table of annotations (CSV)", "جدول تعليقات (CSV)"),
        (".csv", ".tsv"),
        "reader.importers.own_table",
        is_sign=is_own_table,
    ),
    Importer(
        "taguette",
        Label("Taguette project (SQLite)", "مشروع Taguette (SQLite)"),
        (".sqlite3",),
        "reader.importers.taguette",
        is_sign=is_taguette,
        signed=True,
    ),
    Importer(
        "refi-codebook",
        Label("REFI-QDA codebook", "دليل رموز REFI-QDA"),
        (".qdc",),
        "reader.importers.codebook",
        is_sign=is_codebook,
        signed=True,
    ),
)
