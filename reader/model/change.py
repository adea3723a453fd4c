"""The one way in which the library changes: values before, values after.

A `Change` is what a person calls one act: it may touch several records (a new
speaker and the quote that names it), and is saved, told and undone as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import datetime
from inspect import get_annotations
from operator import attrgetter
from typing import Any

from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import Annotation, Relation
from reader.model.article import Article
from reader.model.claim import (
    Appearance,
    Correction,
    DeskRules,
    Evidence,
    Review,
    Ruling,
    VerdictScale,
)
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel, Collection
from reader.model.identity import new_uid, now
from reader.model.subject import Subject
from reader.model.tags import Tag

Record = (
    Annotation
    | Subject
    | Evidence
    | Ruling
    | Relation
    | Article
    | Collection
    | ArticleLabel
    | Tag
    | OwnField
    | Template
    | Review
    | Appearance
    | Correction
    | VerdictScale
    | DeskRules
)

# How the record of changes names each kind, and what a person calls it.
RECORD_KINDS: tuple[tuple[str, type[Record], Label], ...] = (
    ("annotation", Annotation, Label("annotation", "تعليق")),
    ("subject", Subject, Label("subject", "علَم")),
    ("evidence", Evidence, Label("evidence", "دليل")),
    ("ruling", Ruling, Label("ruling", "حكم")),
    ("relation", Relation, Label("relation", "علاقة")),
    ("article", Article, Label("article", "مقال")),
    ("collection", Collection, Label("collection", "مجموعة")),
    ("label", ArticleLabel, Label("label", "وسم")),
    ("tag", Tag, Label("tag", "علامة")),
    ("field", OwnField, Label("field", "حقل")),
    ("template", Template, Label("template", "قالب")),
    ("review", Review, Label("review", "مراجعة")),
    ("appearance", Appearance, Label("appearance", "موضع نشر")),
    ("correction", Correction, Label("correction", "تصحيح")),
    ("scale", VerdictScale, Label("verdict scale", "مقياس أحكام")),
    ("desk", DeskRules, Label("rules of the desk", "قواعد الغرفة")),
)

# What hangs on annotations, in an order in which it can be deleted.
HANGING = ("review", "ruling", "evidence", "appearance", "correction", "relation")

ACTS: Mapping[str, Label] = {
    "annotate": Label("annotate", "تعليم"),
    "annotate_all": Label("annotate all", "تعليم الكل"),
    "retag": Label("change the tag", "تغيير العلامة"),
    "move": Label("move the ends", "تحريك الطرفين"),
    "note": Label("edit the note", "تحرير الملاحظة"),
    "status": Label("change the status", "تغيير الحالة"),
    "field": Label("edit a field", "تحرير حقل"),
    "delete": Label("delete", "حذف"),
    "import": Label("import", "استيراد"),
    "import_annotations": Label("import annotations", "استيراد التعليقات"),
    "article": Label("edit the article", "تحرير المقال"),
    "trash": Label("move to the trash", "النقل إلى سلة المحذوفات"),
    "restore": Label("restore the article", "استعادة المقال"),
    "erase": Label("delete for good", "الحذف النهائي"),
    "collect": Label("move to a collection", "النقل إلى مجموعة"),
    "label": Label("change the labels", "تغيير الوسوم"),
    "collection": Label("edit the collection", "تحرير المجموعة"),
    "delete_collection": Label("delete the collection", "حذف المجموعة"),
    "edit_label": Label("edit the label", "تحرير الوسم"),
    "delete_label": Label("delete the label", "حذف الوسم"),
    "revise": Label("show another revision", "عرض مراجعة أخرى للنص"),
    "reattach": Label("tie to its words again", "إعادة الربط بالنص"),
    "lose": Label("mark as lost", "الوسم بأنه مفقود الموضع"),
    "tag": Label("edit the tag", "تحرير العلامة"),
    "delete_tag": Label("delete the tag", "حذف العلامة"),
    "own_field": Label("edit the tag's fields", "تحرير حقول العلامة"),
    "relate": Label("relate", "ربط بعلاقة"),
    "link_quote": Label("link a claim and a quote", "ربط ادعاء باقتباس"),
    "nest": Label("nest the quote", "إدراج الاقتباس ضمن غيره"),
    "unrelate": Label("take a relation away", "إزالة علاقة"),
    "bring_back": Label("bring an earlier state back", "استعادة حالة سابقة"),
    "bulk": Label("edit several annotations", "تحرير عدة تعليقات"),
    "template": Label("edit the template", "تحرير القالب"),
    "codebook": Label("import a codebook", "استيراد دليل العلامات"),
    "subject": Label("edit the register", "تحرير سجل الأعلام"),
    "merge_subjects": Label("merge two names", "دمج علَمين"),
    "split_subject": Label("split a name", "فصل علَم"),
    "delete_subject": Label("delete a name", "حذف علَم"),
    "speaker": Label("set the speaker", "تحديد القائل"),
    "cue": Label("set the cue", "تحديد فعل القول"),
    "continue": Label("continue the quote", "وصل الاقتباس بسابقه"),
    "mentions": Label("tag all mentions", "تعليم كل المواضع"),
    "evidence": Label("edit the evidence", "تحرير الأدلة"),
    "ruling": Label("edit the verdict", "تحرير الحكم"),
    "review": Label("review the verdict", "مراجعة الحكم"),
    "appearance": Label("edit where it appeared", "تحرير مواضع النشر"),
    "correction": Label("edit the corrections", "تحرير التصحيحات"),
    "state": Label("move the claim", "نقل الادعاء"),
    "scale": Label("edit the verdict scale", "تحرير مقياس الأحكام"),
    "desk": Label("change the rules of the desk", "تغيير قواعد الغرفة"),
    "resolve": Label("settle a conflict", "حسم تعارض"),
}


# An act of more edits than these is prepared and shown beside the window's thread.
LARGE = 200

# Asked of each of many thousand edits.
_KIND_OF: Mapping[type, str] = {cls: kind for kind, cls, _ in RECORD_KINDS}
# `fields()` would write the methods of each kind at every start (docs/adr/0046).
_CONTENT_OF: Mapping[type, Callable[[Any], tuple[Any, ...]]] = {
    cls: attrgetter(*(name for name in get_annotations(cls) if name != "version"))
    for _, cls, _ in RECORD_KINDS
}


def kind_of(record: Record) -> str:
    """Return the name of a record's kind."""
    return _KIND_OF[type(record)]


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None where it is not there.

    `before` carries the version that the library must still hold; `after` has
    the next one.
    """

    before: Record | None
    after: Record | None

    @property
    def uid(self) -> str:
        """Return the uid of the record that is edited."""
        return self._record.uid

    @property
    def kind(self) -> str:
        """Return the name of the record's kind."""
        return kind_of(self._record)

    @property
    def _record(self) -> Record:
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("an edit of nothing")
        return record


def edit(before: Record | None, after: Record | None) -> Edit:
    """Return the edit from one value to another, the version of `after` counted up."""
    if before is not None and after is not None:
        after = replace(after, version=before.version + 1)
    return Edit(before, after)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One act of one person.

    `act` is a key of ACTS. `session_uid` tells the windows apart. A change that
    undoes or redoes another names it in `reverses`, with `direction` "undo" or
    "redo". `sequence` is its place in the order of commits, 0 until it is saved.
    """

    uid: str = field(default_factory=new_uid)
    act: str
    edits: tuple[Edit, ...]
    annotator_uid: str
    session_uid: str
    at: datetime = field(default_factory=now)
    direction: str = "do"
    reverses: str | None = None
    sequence: int = 0

    @property
    def is_large(self) -> bool:
        """Tell whether the change is too large to be shown edit by edit."""
        return len(self.edits) > LARGE


def same_content(one: Record | None, other: Record | None) -> bool:
    """Tell whether two records say the same, whatever their version."""
    if one is None or other is None:
        return one is other
    content = _CONTENT_OF[type(one)]
    return type(one) is type(other) and content(one) == content(other)
