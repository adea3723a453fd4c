"""brat standoff: for each article its text (.txt) and its annotations (.ann), in one zip file.

Positions are code points, end excluded. A span over several lines has a fragment on
each, because a line of the format holds no newline; the text column joins them with a
space (brat, "Standoff format", "Discontinuous text-bound annotations"). What brat has no
line for stands in notes whose kind begins with `Hashiya_`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import BinaryIO

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import Parcel, parcels
from reader.exporters.zipped import Zipped
from reader.label import Label
from reader.model.carried import CHOICES_OF, Carried
from reader.model.entry import AnnotatedArticle
from reader.model.vocabulary import RELATION_TYPES

OWN_NOTE = "Hashiya_"
# Values that only say yes are brat's binary attributes.
FLAGS = ("is_translation", "is_pronoun", "approximate")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")
_LINE = re.compile(r"[^\n]+")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r"[\\\n\r\t]")


def write_brat(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as pairs of files, with the configuration that brat shows them by."""
    rows = blank = 0
    with Zipped(stream) as zipped:
        zipped.add("annotation.conf", _configuration(tag.key for tag in options.shared.tags))
        for parcel in parcels(articles, options):
            held = [one for one in parcel.annotations if _LINE.search(one.exact)]
            zipped.add(f"{parcel.name}.txt", parcel.text)
            zipped.add_lines(f"{parcel.name}.ann", _lines(parcel, held))
            rows += len(held)
            blank += len(parcel.annotations) - len(held)
    return ExportReport(rows, _warnings(blank))


def name_of(key: str) -> str:
    """Return a tag's key as a name that brat takes: other characters as `-` code point `-`."""
    return _NOT_IN_NAMES.sub(lambda match: f"-{ord(match[0]):X}-", key)


def _lines(parcel: Parcel, held: list[Carried]) -> Iterator[str]:
    names = {one.key: f"T{number}" for number, one in enumerate(held, start=1)}
    numbers = {sign: count(1) for sign in "#AN"}
    for one in held:
        name = names[one.key]
        fragments = list(_fragments(one))
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(parcel.text[start:end] for start, end in fragments)
        yield f"{name}\t{name_of(one.tag)} {places}\t{words}"
        for sign, line in _said(one, name, fragments):
            yield f"{sign}{next(numbers[sign])}\t{line}"
    for number, tie in enumerate(parcel.ties, start=1):
        if tie.from_key in names and tie.to_key in names:
            ends = f"Arg1:{names[tie.from_key]} Arg2:{names[tie.to_key]}"
            yield f"R{number}\t{tie.type} {ends}"
            for key, said in (("uid", tie.key), ("created_at", tie.created_at)):
                yield f"#{next(numbers['#'])}\t{OWN_NOTE}{key} R{number}\t{escaped(said)}"


def _said(one: Carried, name: str, fragments: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Yield the sign and the rest of each line that says something of an annotation."""
    yield "#", f"{OWN_NOTE}uid {name}\t{one.key}"
    if (fragments[0][0], fragments[-1][1]) != (one.start_cp, one.end_cp):
        yield "#", f"{OWN_NOTE}span {name}\t{one.start_cp} {one.end_cp}"
    for key, said in one.values.items():
        if key in CHOICES_OF:
            yield "A", f"{key} {name} {said}"
        elif key in FLAGS:
            yield "A", f"{key} {name}"
        elif key == "wikidata_id":
            called = one.values.get("subject_name", one.exact)
            yield "N", f"Reference {name} Wikidata:{escaped(said)}\t{escaped(called)}"
        else:
            kind = "AnnotatorNotes" if key == "note" else f"{OWN_NOTE}{key}"
            yield "#", f"{kind} {name}\t{escaped(said)}"


def _fragments(one: Carried) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span between newlines, in code points of the article."""
    for line in _LINE.finditer(one.exact):
        yield one.start_cp + line.start(), one.start_cp + line.end()


def escaped(text: str) -> str:
    """Return a text on one line: tab, line ends and backslash as two characters."""
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)


def _configuration(tags: Iterable[str]) -> str:
    """Return what brat needs to know of our types (brat, "Annotation configuration")."""
    attributes = (
        f"{key}\tArg:<ENTITY>, Value:{'|'.join(choice.key for choice in choices)}"
        for key, choices in CHOICES_OF.items()
    )
    parts = (
        "[entities]",
        *map(name_of, tags),
        "[relations]",
        *(f"{one.key}\tArg1:<ENTITY>, Arg2:<ENTITY>" for one in RELATION_TYPES),
        "[events]",
        "[attributes]",
        *attributes,
        *(f"{key}\tArg:<ENTITY>" for key in FLAGS),
    )
    return "\n".join(parts) + "\n"


def _warnings(blank: int) -> tuple[Label, ...]:
    if not blank:
        return ()
    return (
        Label(
            f"Annotations left out, because they mark only line ends: {blank}.",
            f"عدد التعليقات المتروكة لأنها لا تعلّم إلا نهايات أسطر: {blank}.",
        ),
    )


BRAT = Exporter(
    key="brat",
    label=Label("brat standoff (ZIP)", "brat standoff (ملف مضغوط)"),
    suffix=".zip",
    write=write_brat,
    summary=Label(
        "texts and annotations in files of their own, for brat and for research",
        "النصوص والتعليقات في ملفات مستقلة، لبرنامج brat وللبحث",
    ),
    lost=Label(
        "what is known of the article, evidence, earlier verdicts and own fields",
        "بيانات المقال والأدلة والأحكام السابقة والحقول الإضافية",
    ),
    unit="cp",
    shape="parts",
    two_way=True,
)
