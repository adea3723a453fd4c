from dataclasses import replace

from reader.exporters.columns import COLUMNS, SHORT, columns_named
from reader.exporters.exporter import ExportOptions
from reader.exporters.own_columns import own_columns, with_own
from reader.exporters.part import parts_of
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.codebook import OwnField, with_own_value
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.shared import Shared
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import Choice

TAG = Tag("context", Label("Context", "سياق"), "#2f9e44")
FIELDS = (
    OwnField(tag="context", key="tone", label=Label("Tone", "النبرة")),
    OwnField(tag="context", key="count", label=Label("Count", "العدد"), kind="number"),
    OwnField(
        tag="quote",
        key="place",
        label=Label("Place", "المكان"),
        kind="choice",
        choices=(Choice("hall", Label("Hall", "القاعة")),),
    ),
)
SHARED = Shared(tags=(*TAGS, TAG), own_fields=FIELDS)
VALUES = ("=cmd", "1e-7", "hall")


def cells():
    article = Article(title="خبر")
    text = "قال فلان كلامًا"
    revision = Revision(
        article_uid=article.uid, text=text, text_sha256="", canonical_version=1, source_sha256=""
    )
    where = {"start_cp": 0, "end_cp": 3, "exact": "قال", "annotator_uid": "a"}
    entries = []
    for tag in ("context", "quote"):
        one = Annotation(revision_uid=revision.uid, tag=tag, **where)
        for own, value in zip(FIELDS, VALUES, strict=True):
            one = with_own_value(one, own, value) if own.tag == tag else one
        entries.append(Entry(annotation=one))
    annotated = AnnotatedArticle(article=article, revision=revision, entries=tuple(entries))
    (part,) = parts_of(annotated, ExportOptions(shared=SHARED))
    order = [one.tag for one in part.annotations]
    return {
        column.key: dict(zip(order, column.read(part), strict=True))
        for column in own_columns(SHARED)
    }


def test_columns_come_after_all_others_by_tag():
    keys = [one.key for one in with_own(COLUMNS, SHARED)[len(COLUMNS) :]]
    assert keys == ["quote.place", "context.tone", "context.count"]
    assert [one.label.ar for one in own_columns(SHARED)][1] == "سياق: النبرة"


def test_a_selection_of_columns_stays_as_it_is():
    short = columns_named(SHORT)
    assert with_own(short, SHARED) == short


def test_no_two_columns_have_one_name():
    twins = replace(SHARED, own_fields=(FIELDS[0], replace(FIELDS[0], uid="other")))
    assert [one.key for one in own_columns(twins)] == ["context.tone", "context.tone.2"]


def test_cells_hold_what_the_fields_hold():
    assert cells() == {
        "quote.place": {"context": "", "quote": "hall"},
        "context.tone": {"context": "=cmd", "quote": ""},
        "context.count": {"context": "0.0000001", "quote": ""},
    }
