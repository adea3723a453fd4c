"""The fields of an entity (newsroom facts, 1): what a name, a date or a number stands for."""

from functools import partial

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.fields.field import Field, Group

MENTION = Group("mention", Label("As it is printed", "كما ورد"))
DATE = Group("date", Label("A date", "إن كان تاريخًا"), (("entity_type", "date"),))
NUMBER = Group(
    "number",
    Label("A number", "إن كان عددًا"),
    (("entity_type", "number"), ("entity_type", "money")),
)

_choice = partial(Field, tag="entity", kind="choice")

ENTITY_FIELDS = (
    _choice(
        "entity_type",
        label=Label("Kind of entity", "نوع الكيان"),
        attribute="entity_type",
        choices=words.ENTITY_TYPES,
    ),
    Field(
        "entity_name",
        "entity",
        Label("Canonical name", "الاسم المعتمد"),
        "subject",
        subject_kind="",
    ),
    Field("wikidata_id", "entity", Label("Wikidata id", "معرّف ويكي بيانات"), "wikidata"),
    Field(
        "title_role",
        "entity",
        Label("Title", "اللقب أو المنصب"),
        "text",
        "title_role",
        group=MENTION,
    ),
    Field("is_pronoun", "entity", Label("A pronoun", "ضمير"), "flag", "is_pronoun", group=MENTION),
    Field("iso_value", "entity", Label("Date", "التاريخ"), "date", "iso_value", group=DATE),
    _choice(
        "calendar",
        label=Label("Calendar", "التقويم"),
        attribute="calendar",
        choices=words.CALENDARS,
        group=DATE,
    ),
    _choice(
        "month_system",
        label=Label("Names of months", "أسماء الشهور"),
        attribute="month_system",
        choices=words.MONTH_SYSTEMS,
        group=DATE,
    ),
    Field(
        "relative_to",
        "entity",
        Label("Counted from", "محسوب من"),
        "date",
        "relative_to",
        group=DATE,
    ),
    Field("value", "entity", Label("Number", "العدد"), "number", "value", group=NUMBER),
    Field("unit", "entity", Label("Unit", "الوحدة"), "text", "unit", group=NUMBER),
    Field(
        "approximate",
        "entity",
        Label("Approximate", "تقريبي"),
        "flag",
        "approximate",
        group=NUMBER,
    ),
)
