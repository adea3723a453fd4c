"""Values for the tests: a desk with a text, and records with every field set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, get_args, get_type_hints

from sqlalchemy import RowMapping, func, select

from reader.label import Label
from reader.model.annotation import FIELDS_OF_TAG, Annotation, Annotator, Figure, Relation
from reader.model.article import Article, ImportedArticle, Reading, Revision
from reader.model.change import Change, Edit, Record, edit
from reader.model.claim import Review, Ruling, VerdictLabel
from reader.model.codebook import OwnField, TemplateValue, with_own_value
from reader.model.collection import ArticleLabel, Collection
from reader.model.identity import new_uid
from reader.model.subject import Subject, SubjectRole
from reader.model.vocabulary import BOUNDS, Choice
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.recording import CHANGES, digest_of
from reader.storage.schema import Row
from reader.storage.store import Store

TEXT = "قالت الوزيرة 😀 إن «العدد ١٬٥٥٤» صحيح.\nوأضافت: لا تعليق.\n"
SESSION = "a window"
AT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A library with one article, and somebody at work on it."""

    store: Store
    me: Annotator
    article: Article
    text: Revision

    def change(self, *edits: Edit, act: str = "annotate", **more: Any) -> Change:
        """Return an act of somebody at work."""
        return Change(act=act, edits=edits, annotator_uid=self.me.uid, session_uid=SESSION, **more)

    def do(self, *edits: Edit, **more: Any) -> Change:
        """Save an act and return it as it is saved."""
        return self.store.apply(self.change(*edits, **more))

    def add(self, *records: Record) -> Change:
        """Save new records in one act."""
        return self.do(*(edit(None, one) for one in records))

    def span(self, start_cp: int, end_cp: int, tag: str = "quote", **more: Any) -> Annotation:
        """Return an annotation of the text, not saved."""
        return Annotation(
            revision_uid=self.text.uid,
            tag=tag,
            start_cp=start_cp,
            end_cp=end_cp,
            exact=self.text.text[start_cp:end_cp],
            annotator_uid=self.me.uid,
            **more,
        )


def imported(text: str = TEXT, title: str = "خبر", **more: Any) -> ImportedArticle:
    """Return an article as an importer makes it."""
    article = Article(title=title, **more)
    source = text.encode("utf-8-sig")
    revision = Revision(
        article_uid=article.uid,
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        canonical_version=1,
        source_name="خبر.txt",
        source_sha256=sha256(source).hexdigest(),
    )
    return ImportedArticle(article=article, revision=revision, source=source)


def desk_in(store: Store, text: str = TEXT) -> Desk:
    """Return a desk in a library, with an article that is added to it."""
    me = store.annotator("حنان", "hanan")
    article = store.add_article(imported(text), me.uid, SESSION)
    return Desk(store, me, article, store.revision(article.uid))


def filled(cls: type, keys: dict[str, tuple[str, ...]], **given: Any) -> Any:
    """Return a value whose every field holds something else than its default.

    `keys` are the closed lists by field; uids of other records have to be given.
    """
    hints = get_type_hints(cls)
    made = {}
    for field in fields(cls):
        if field.name in given:
            made[field.name] = given[field.name]
        elif field.name == "uid":
            made[field.name] = new_uid()
        elif field.name in keys:
            made[field.name] = next(
                key for key in keys[field.name] if key not in ("", field.default)
            )
        else:
            made[field.name] = _something(field.name, hints[field.name], field.default)
        is_other = field.default is MISSING or made[field.name] != field.default
        assert is_other or field.name in given, field.name
    return cls(**made)


def _something(name: str, hint: Any, default: Any) -> Any:
    assert not name.endswith("_uid"), f"{name} has to be given"
    kinds = get_args(hint) or (hint,)
    if datetime in kinds:
        return AT
    if hint in _WITHIN:
        return _WITHIN[hint]
    if bool in kinds:
        return not default
    if int in kinds:
        return 4
    if float in kinds:
        return 0.625
    return ("أول", "ثان") if str in kinds and hint is not str else f"قيمة {name}"


_WITHIN: Mapping[Any, Any] = {
    Label: Label("Label", "تسمية"),
    tuple[Choice, ...]: (
        Choice("b", Label("Second", "ثان")),
        Choice("a", Label("First", "أول")),
    ),
    tuple[SubjectRole, ...]: (
        SubjectRole(role="وزيرة", since="2019", until="2020-03"),
        SubjectRole(role="نائبة"),
    ),
    tuple[Figure, ...]: (
        Figure(value=1554.0, unit="متر مكعب"),
        Figure(value=0.5, unit="%", approximate=True),
        *(Figure(value=1.0, unit="يوم", bound=one.key) for one in BOUNDS),
        Figure(value=-2.0, unit="على الأقل", up_to=7.5),
    ),
    tuple[VerdictLabel, ...]: (
        VerdictLabel("so", Label("So", "كذلك"), "true", 2, 2, 1, "#2e8540"),
        VerdictLabel("not", Label("Not so", "ليس كذلك"), "false", 1, 2, 1, "#c8323c"),
    ),
    tuple[TemplateValue, ...]: (TemplateValue(field="speaker", value="الوزيرة"),),
}


def closed_lists(table: Any) -> dict[str, tuple[str, ...]]:
    """Return the closed lists of a table by column."""
    return {rule.info["column"]: rule.info["keys"] for rule in table.constraints if rule.info}


def full_record(kind: str, desk: Desk) -> Any:
    """Return a record of a kind with every field set, whose neighbours are saved already."""
    if kind.startswith("annotation"):
        return full_annotation(kind.partition("/")[2] or "quote", desk)
    known = closed_lists(KINDS[kind].table)
    if kind in ("subject", "label", "collection", "tag", "field", "template", "scale", "desk"):
        above = _place_around(desk) if kind == "subject" else _ABOVE.get(kind, {})
        return filled(KINDS[kind].value, known, **above)
    quote, claim = desk.span(0, 4), desk.span(5, 12, "claim")
    desk.add(quote, claim)
    people = {"rated_by_uid": desk.me.uid, "reviewer_uid": desk.me.uid}
    if kind == "relation":
        return filled(Relation, known, from_uid=quote.uid, to_uid=claim.uid)
    if kind in ("evidence", "appearance", "correction"):
        links = {"annotation_uid": claim.uid}
        if kind == "evidence":
            links["article_uid"] = desk.article.uid
        return filled(KINDS[kind].value, known, **links)
    if kind == "review":
        ruling = filled(
            Ruling, closed_lists(KINDS["ruling"].table), annotation_uid=claim.uid, **people
        )
        desk.add(ruling)
        links = {"annotation_uid": claim.uid, "ruling_uid": ruling.uid}
        return filled(Review, known, reviewer_uid=desk.me.uid, **links)
    return filled(Ruling, known, annotation_uid=claim.uid, **people)


def full_annotation(tag: str, desk: Desk) -> Annotation:
    """Return an annotation with every field and every typed field set."""
    somebody, own = (
        Subject(name="وزيرة"),
        OwnField(tag=tag, key="tone", label=Label("Tone", "نبرة")),
    )
    desk.add(somebody, own)
    cls = FIELDS_OF_TAG[tag]
    links = {
        field.name: somebody.uid if field.name in _SUBJECTS else desk.me.uid
        for field in fields(cls)
        if field.name.endswith("_uid")
    }
    places = {"cue_start_cp": 2, "cue_end_cp": 4, "speaker_start_cp": 5, "speaker_end_cp": 7}
    cue = places if tag == "quote" else {}
    typed = filled(cls, closed_lists(TABLE_OF_FIELDS[cls]), **links, **cue)
    span = desk.span(5, 15, tag)
    known = closed_lists(KINDS["annotation"].table)
    people = {"annotator_uid": desk.me.uid, "reviewed_by_uid": desk.me.uid}
    where = {name: getattr(span, name) for name in _SPAN}
    where["own"] = with_own_value(span, own, "هادئة").own
    annotation: Annotation = filled(Annotation, known, fields=typed, **people, **where)
    return annotation


def put_away(desk: Desk) -> tuple[Collection, ArticleLabel, Article]:
    """Put the article into a new collection, under a new label, and read it; return all three."""
    collection, label = Collection(name="تحقيقات"), ArticleLabel(name="عاجل")
    moved = replace(desk.article, collection_uid=collection.uid, label_uids=(label.uid,))
    change = edit(desk.article, moved)
    desk.do(edit(None, collection), edit(None, label), change)
    desk.store.note_reading(
        Reading(article_uid=desk.article.uid, annotator_uid=desk.me.uid, revision_uid=desk.text.uid)
    )
    return collection, label, desk.store.article(desk.article.uid)


def _place_around(desk: Desk) -> dict[str, Any]:
    around = Subject(kind="place", name="العراق")
    desk.add(around)
    return {"part_of_uid": around.uid}


_ABOVE: Mapping[str, dict[str, Any]] = {
    "collection": {"parent_uid": None},
    "tag": {"key": "context", "built_in": False},
    "scale": {"key": "ours"},
    "field": {"tag": "quote"},
    "template": {"tag": "quote"},
}
_SUBJECTS = ("speaker_uid", "subject_uid", "claimant_uid")
_SPAN = ("revision_uid", "tag", "start_cp", "end_cp", "exact")


def renamed(record: Any, **new: Any) -> Any:
    """Return a record with other content under the next version."""
    return replace(record, version=record.version + 1, **new)


def everything(desk: Desk) -> tuple[list[Any], ...]:
    """Return all that can be read of a library."""
    store = desk.store
    return store.articles(), store.annotations(desk.text.uid), store.subjects(), store.changes()


def counted(desk: Desk, table: str) -> int:
    """Return how many rows a table has."""
    with desk.store._library.read() as connection:
        query = select(func.count()).select_from(Row.metadata.tables[table])
        return connection.scalar(query) or 0


def state(desk: Desk) -> list[int]:
    """Return how many rows there are of all that an act could touch."""
    return [counted(desk, table) for table in sorted(Row.metadata.tables)]


def rows(desk: Desk) -> Sequence[RowMapping]:
    """Return the rows of the record of changes, in the order of commits."""
    with desk.store._library.read() as connection:
        query = select(CHANGES).order_by(CHANGES.c.sequence)
        return connection.execute(query).mappings().all()


def broken_links(found: Iterable[Mapping[str, Any]]) -> list[int]:
    """Return the sequences of rows whose digest does not follow from the one before."""
    previous, broken = "", []
    for row in found:
        if row["digest"] != digest_of(previous, dict(row)):
            broken.append(row["sequence"])
        previous = row["digest"]
    return broken
