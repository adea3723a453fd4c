"""What was typed or given does not fit."""

from reader.errors.base import ReaderError


class BadInput(ReaderError):
    """What was typed or given does not fit."""


class UnknownArticle(BadInput):
    """No article has this id or uid."""

    english = "There is no article {article} in this library."
    arabic = "لا يوجد في هذه المكتبة مقال بالرقم {article}."


class UnknownAnnotation(BadInput):
    """No annotation has this uid."""

    english = "There is no annotation {annotation} in this library."
    arabic = "لا يوجد في هذه المكتبة تعليق بالمعرّف {annotation}."


class UnknownTag(BadInput):
    """No tag has this key."""

    english = "There is no tag “{tag}”; the tags are {tags}."
    arabic = "لا توجد علامة باسم «{tag}»؛ العلامات هي {tags}."


class UnknownSubject(BadInput):
    """No subject has this name."""

    english = "Nobody here is called “{name}”; the nearest names are {near}."
    arabic = "لا أحد هنا باسم «{name}»؛ أقرب الأسماء {near}."


class SubjectInUse(BadInput):
    """Something points to a subject that is to be deleted."""

    english = (
        "“{name}” is pointed to by {count} annotations or places; merge it with another instead."
    )
    arabic = "تشير إلى «{name}» تعليقات أو أماكن عددها {count}؛ ادمجه مع غيره بدل حذفه."


class UnknownField(BadInput):
    """A tag has no field of this key."""

    english = "The tag “{tag}” has no field “{field}”; its fields are {fields}."
    arabic = "ليس للعلامة «{tag}» حقل باسم «{field}»؛ حقولها هي {fields}."


class UnknownFormat(BadInput):
    """No exporter or preset has this key."""

    english = "There is no {what} “{name}”; there are {names}."
    arabic = "لا يوجد {what} باسم «{name}»؛ الموجود {names}."


class UnknownSort(BadInput):
    """Lists of articles have no order of this key."""

    english = "Articles cannot be sorted by “{sort}”; the orders are {sorts}."
    arabic = "لا يمكن ترتيب المقالات حسب «{sort}»؛ الترتيبات هي {sorts}."


class UnknownCollection(BadInput):
    """No collection has this name or uid."""

    english = "There is no collection “{collection}”; the collections are {collections}."
    arabic = "لا توجد مجموعة باسم «{collection}»؛ المجموعات هي {collections}."


class UnknownLabel(BadInput):
    """No label has this name or uid."""

    english = "There is no label “{label}”; the labels are {labels}."
    arabic = "لا يوجد وسم باسم «{label}»؛ الوسوم هي {labels}."


class BadSpan(BadInput):
    """Positions that mark no part of the text."""

    english = "Positions {start} to {end} mark nothing in a text of {length} characters."
    arabic = "الموضعان {start} و{end} لا يحددان شيئًا في نص من {length} حرفًا."


class BadValue(BadInput):
    """A value that its field does not take."""

    english = "The field “{field}” does not take “{value}”: {expected}."
    arabic = "لا يقبل الحقل «{field}» القيمة «{value}»: {expected}."


class StillUsed(BadInput):
    """A tag, a field or a choice that annotations hold cannot be deleted."""

    english = "“{name}” is still used; annotations that hold it: {count}."
    arabic = "ما زال «{name}» مستخدمًا؛ عدد التعليقات التي تحمله: {count}."
