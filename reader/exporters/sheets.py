"""The sheets of a workbook: which there are, their columns, and the rows of some annotations.

The first is the table of `columns`; the others say of each kind of record all that
people have filled in, with keys of closed lists as words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.exporters.columns import COLUMNS, SHORT, Column, columns_named
from reader.exporters.exporter import ExportOptions
from reader.exporters.part import Part, annotation_id, iso, listed
from reader.exporters.words import YES, chosen_word, in_words, own_in_words
from reader.frozen import dataclass
from reader.label import Label
from reader.model import vocabulary as words
from reader.model.claim import Evidence, Ruling
from reader.model.codebook import own_fields_of
from reader.model.entry import Entry
from reader.model.fields import Field, fields_of
from reader.model.fields.values import as_text
from reader.model.subject import Subject

Row = Sequence[str]
Rows = Callable[[Part], Iterator[Row]]

# Columns whose cells are numbers, so that a spreadsheet sorts and counts them as such.
NUMBERS = frozenset(("paragraph", "sentence", "start", "end", "confidence"))
_ABOUT = columns_named(("annotation_id", "document_title", "text", "note", "status"))


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column: its key, what people call it, and its width in characters."""

    key: str
    label: Label
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its key, its name, its columns, and what makes the rows of some annotations.

    The cells of the column at `tag` are painted in the colour of their annotation's tag.
    """

    key: str
    label: Label
    headings: tuple[Heading, ...]
    rows: Rows
    tag: int = -1


# The columns of the first sheet, by preset.
_COLUMNS = {"all": COLUMNS, "main": columns_named(SHORT)}
_WIDE_COLUMN, _COLUMN = 48, 18
_WIDE = frozenset(("text", "note", "context_before", "context_after", "claim_text"))


def sheets_of(preset: str, options: ExportOptions) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook in their order, but for that of the subjects.

    `preset` is a key of `formats.XLSX_PRESETS`.
    """
    return (
        _annotations(_COLUMNS[preset]),
        _of_tag("quote", Label("Quotes", "الاقتباسات"), options),
        _of_tag("entity", Label("Entities", "الكيانات"), options),
        _of_tag("claim", Label("Claims", "الادعاءات"), options),
        *(_of_tag(tag.key, tag.label, options) for tag in options.shared.tags if not tag.built_in),
        Sheet("rulings", Label("Rulings", "الأحكام"), _RULING_HEADINGS, _rulings),
        Sheet("evidence", Label("Evidence", "الأدلة"), _EVIDENCE_HEADINGS, _evidence),
    )


def _heading(column: Column) -> Heading:
    return Heading(column.key, column.label, _WIDE_COLUMN if column.key in _WIDE else _COLUMN)


def _annotations(columns: tuple[Column, ...]) -> Sheet:
    def rows(part: Part) -> Iterator[Row]:
        return zip(*(column.read(part) for column in columns), strict=True)

    keys = [column.key for column in columns]
    tag = keys.index("tag_label") if "tag_label" in keys else -1
    headings = tuple(map(_heading, columns))
    return Sheet("annotations", Label("Annotations", "التعليقات"), headings, rows, tag)


def _of_tag(tag: str, label: Label, options: ExportOptions) -> Sheet:
    fields, language = fields_of(tag), options.language
    own = own_fields_of(options.shared.own_fields, tag)

    def rows(part: Part) -> Iterator[Row]:
        entries = [one for one in part.entries if one.annotation.tag == tag]
        annotations = [one.annotation for one in entries]
        mine = replace(part, entries=entries, annotations=annotations)
        if not entries:
            return
        about = zip(*(column.read(mine) for column in _ABOUT), strict=True)
        for entry, first in zip(entries, about, strict=True):
            said = (in_words(entry, field, language) for field in fields)
            more = (own_in_words(entry, one, language) for one in own)
            yield (*first, *said, *more)

    own_headings = (Heading(one.key, one.label) for one in own)
    headings = (*map(_heading, _ABOUT), *map(_field_heading, fields), *own_headings)
    return Sheet(f"{tag}s", label, headings, rows)


def _field_heading(field: Field) -> Heading:
    return Heading(field.key, field.label, _WIDE_COLUMN if field.kind == "long" else _COLUMN)


def nothing(_: Part) -> Iterator[Row]:
    """Yield no rows: those of a sheet that is not made of annotations are written one by one."""
    return iter(())


_CLAIM = (
    Heading("annotation_id", Label("Annotation", "معرّف التعليق")),
    Heading("claim_text", Label("The claim", "الادعاء"), 48),
)
_RULING_HEADINGS = (
    *_CLAIM,
    Heading("verdict", Label("Verdict key", "مفتاح الحكم")),
    Heading("verdict_label", Label("Verdict", "الحكم")),
    Heading("normalised", Label("Class", "الصنف")),
    Heading("explanation", Label("Explanation", "التعليل"), 48),
    Heading("review_url", Label("Published check", "رابط التحقق المنشور")),
    Heading("rated_at", Label("Rated at", "وقت الحكم")),
    Heading("scale", Label("Scale", "المقياس")),
    Heading("rating", Label("Rating", "الدرجة")),
    Heading("best", Label("Best rating", "أعلى درجة")),
    Heading("worst", Label("Worst rating", "أدنى درجة")),
)
_EVIDENCE_HEADINGS = (
    *_CLAIM,
    Heading("title", Label("Title", "العنوان"), 32),
    Heading("url", Label("Address", "الرابط"), 32),
    Heading("publisher", Label("Publisher", "الناشر")),
    Heading("published", Label("Published", "تاريخ النشر")),
    Heading("archive_url", Label("Archived at", "رابط الأرشيف"), 32),
    Heading("kind", Label("Kind", "النوع")),
    Heading("stance", Label("Stance", "الموقف")),
    Heading("independent", Label("Independent", "مستقل")),
    Heading("excerpt", Label("Excerpt", "المقتطف"), 48),
    Heading("article_id", Label("Article of the library", "مقال المكتبة")),
)
SUBJECTS = Sheet(
    "subjects",
    Label("Subjects", "الأعلام"),
    (
        Heading("name", Label("Name", "الاسم"), 32),
        Heading("kind", Label("Kind", "النوع")),
        Heading("other_names", Label("Other names", "أسماء أخرى"), 32),
        Heading("latin_name", Label("Latin name", "الاسم اللاتيني")),
        Heading("role", Label("Role", "الصفة")),
        Heading("wikidata_id", Label("Wikidata id", "معرّف ويكي بيانات")),
        Heading("note", Label("Note", "الملاحظة"), 48),
        Heading("country", Label("Country", "البلد")),
        Heading("geonames_id", Label("GeoNames id", "معرّف جيونيمز")),
        Heading("latitude", Label("Latitude", "خط العرض")),
        Heading("longitude", Label("Longitude", "خط الطول")),
        Heading("latin_scheme", Label("Put in Latin letters", "طريقة النقل إلى اللاتينية")),
        Heading("part_of", Label("Part of", "جزء من"), 32),
    ),
    nothing,
)


def subject_row(one: Subject, names: Mapping[str, str], options: ExportOptions) -> Row:
    """Return the row of a subject in the sheet SUBJECTS; `names` are those of all, by uid."""
    kind = chosen_word(words.SUBJECT_KINDS, one.kind, options.language)
    others = listed(list(one.other_names))
    known = (one.name, kind, others, one.latin_name, one.role, one.wikidata_id, one.note)
    placed = (as_text(one.latitude), as_text(one.longitude))
    scheme = chosen_word(words.LATIN_SCHEMES, one.latin_scheme, options.language)
    around = names.get(one.part_of_uid or "", "")
    return (*known, one.country, one.geonames_id, *placed, scheme, around)


def _claim(entry: Entry) -> Row:
    one = entry.annotation
    restated = getattr(one.fields, "claim_text", "")
    text = restated or one.exact
    return annotation_id(one.uid), text


def _rulings(part: Part) -> Iterator[Row]:
    for entry in part.entries:
        for ruling in entry.rulings or filter(None, (entry.ruling,)):
            yield (*_claim(entry), *_ruling(ruling, part.options))


def _ruling(one: Ruling, options: ExportOptions) -> Row:
    kind = chosen_word(words.NORMALISED_VERDICTS, one.normalised, options.language)
    said = (one.code, one.label, kind, one.explanation, one.review_url, iso(one.rated_at))
    return (*said, one.scale, *map(as_text, (one.rating, one.best, one.worst)))


def _evidence(part: Part) -> Iterator[Row]:
    for entry in part.entries:
        for one in entry.evidence:
            yield (*_claim(entry), *_source(one, part.options))


def _source(one: Evidence, options: ExportOptions) -> Row:
    language = options.language
    return (
        one.title,
        one.url,
        one.publisher,
        one.published,
        one.archive_url,
        chosen_word(words.EVIDENCE_KINDS, one.kind, language),
        chosen_word(words.STANCES, one.stance, language),
        YES.text(language) if one.independent else "",
        one.excerpt,
        one.article_uid or "",
    )
