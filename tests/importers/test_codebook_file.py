"""A codebook as a file: what is written comes back, and what is no codebook is refused by place."""

import json

import pytest

from reader.errors import BadValue, ImportFailed, SourceDamaged, SourceNotAFile, SourceRefused
from reader.exporters.codebook import codebook_bytes, codebook_content, save_codebook
from reader.importers.codebook_file import codebook_from, load_codebook
from reader.importers.foreign_json import MOST_BYTES
from reader.label import Label
from reader.model.codebook import OwnField, Template, TemplateValue
from reader.model.codebook_joining import Book, joined
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import Choice
from reader.paths import resource
from tests.test_formats import judged

CONTEXT = Tag("context", Label("Context", "سياق"), "#2f9e44", "4", "wavy", 3)
CHOICES = (Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادة")))
TONE = OwnField(
    tag="context", key="tone", label=Label("Tone", "النبرة"), kind="choice", choices=CHOICES
)
COUNT = OwnField(tag="quote", key="count", label=Label("Count", "العدد"), kind="number")
CALM = Template(
    name="سياق هادئ",
    tag="context",
    digit="7",
    status="reviewed",
    note="سطر\nوسطر",
    values=(TemplateValue(field="tone", value="calm"),),
)
BOOK = Book(tags=(*TAGS, CONTEXT), fields=(TONE, COUNT), templates=(CALM,))
PLAIN = Book(tags=TAGS)


def said(book):
    """Return what a codebook says, whatever its uids and moments."""
    return codebook_content(book)


def without_refs(schema, top=None):
    """Return a schema with what its references point to in their place."""
    top = top or schema
    if isinstance(schema, dict):
        if "$ref" in schema:
            return without_refs(top["$defs"][schema["$ref"].rsplit("/", 1)[1]], top)
        return {key: without_refs(one, top) for key, one in schema.items()}
    return schema


def test_what_is_written_comes_back(tmp_path):
    path = tmp_path / "دليل.json"
    save_codebook(BOOK, path)
    again = load_codebook(path)
    assert said(again) == said(BOOK)
    assert "سياق" in path.read_text(encoding="utf-8")
    assert joined(BOOK, again).edits == ()
    assert joined(BOOK, again).misfits == ()


def test_it_has_the_form_that_is_shipped():
    schema = without_refs(
        json.loads(resource("schemas", "codebook.schema.json").read_text(encoding="utf-8"))
    )
    content = codebook_content(BOOK)
    assert judged(content, schema, "book") == []
    content["tags"][3]["colour"] = "green"
    assert judged(content, schema, "book") == ["book.tags.colour is 'green'"]


def test_codes_of_other_programs_come_as_tags(tmp_path):
    path = tmp_path / "codes.qdc"
    save_codebook(BOOK, path)
    brought = load_codebook(path)
    (new,) = (one.after for one in joined(PLAIN, brought).edits)
    assert (new.key, new.colour, new.position) == ("context", "#2f9e44", 3)
    assert joined(BOOK, brought).edits == ()
    assert joined(BOOK, brought).misfits == ()


def test_what_is_here_stays_and_is_told_where_it_differs():
    loud = Tag("context", Label("Background", "خلفية"), "#112233", "4", "wavy", 3)
    other = Book(tags=(*TAGS, loud), fields=(TONE,))
    joining = joined(other, BOOK)
    assert [one.kind for one in joining.edits] == ["field", "template"]
    assert [(one.what, one.reason.en) for one in joining.misfits] == [
        ("tag: context", "it is here and stays as it is; different: name, colour")
    ]
    assert joining.present == {"tag": 4, "field": 1}


def test_a_key_of_the_keyboard_stays_with_who_has_it():
    here = Book(tags=(*TAGS, Tag("word", Label("Word", "لفظ"), "#111111", "4", "solid", 3)))
    joining = joined(here, BOOK)
    new = joining.edits[0].after
    assert (new.key, new.digit, new.position) == ("context", "", 4)
    assert [one.reason.ar for one in joining.misfits] == ["مفتاحه 4 لـ«لفظ»، فيأتي بلا مفتاح"]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (TemplateValue(field="tone", value="quiet"), "does not take"),
        (TemplateValue(field="mood", value="calm"), "no field"),
    ],
)
def test_a_template_that_does_not_fit_is_left_out_whole(value, why):
    bad = Template(name="ق", tag="context", values=(CALM.values[0], value))
    joining = joined(PLAIN, Book(tags=(CONTEXT,), fields=(TONE,), templates=(bad,)))
    assert [one.kind for one in joining.edits] == ["tag", "field"]
    (misfit,) = joining.misfits
    assert misfit.what == "template: ق"
    assert why in misfit.reason.en


def test_what_has_no_tag_is_left_out():
    joining = joined(PLAIN, Book(fields=(TONE,), templates=(CALM,)))
    assert joining.edits == ()
    assert [one.what for one in joining.misfits] == ["field: context.tone", "template: سياق هادئ"]


def test_two_templates_of_one_name_both_come():
    twin = Template(name=CALM.name, tag="context", note="أخرى")
    book = Book(tags=BOOK.tags, fields=BOOK.fields, templates=(CALM, twin))
    again = codebook_from(codebook_bytes(book), "a.json")
    assert [one.kind for one in joined(PLAIN, again).edits].count("template") == 2
    assert joined(book, again).edits == joined(book, again).misfits == ()


def changed(*path, value):
    content = codebook_content(BOOK)
    held = content
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("tags", 3, "colour"), "red", "tags[3].colour"),
        (("tags", 3, "colour"), 7, "tags[3].colour"),
        (("tags", 3, "key"), "quote", "tags[3].key"),
        (("tags", 3, "key"), " ", "tags[3].key"),
        (("tags", 3, "key"), "a\nb", "tags[3].key"),
        (("tags", 3, "line"), "struck", "tags[3].line"),
        (("tags", 3, "digit"), "44", "tags[3].digit"),
        (("tags", 3, "label"), {"en": " ", "ar": ""}, "tags[3].label"),
        (("tags", 3, "label"), "سياق", "tags[3].label"),
        (("tags", 3, "label", "ar"), "س" * 2001, "tags[3].label.ar"),
        (("tags", 3, "fields", 0, "kind"), "blob", "tags[3].fields[0].kind"),
        (("tags", 3, "fields", 0, "choices", 1, "key"), "calm", "tags[3].fields[0].choices[1].key"),
        (("tags", 3, "fields"), {"a": 1}, "tags[3].fields"),
        (("tags",), [{}] * 1001, "tags"),
        (("tags", 3), None, "tags[3]"),
        (("templates", 0, "status"), "burnt", "templates[0].status"),
        (("templates", 0, "values", 0, "value"), ["x"], "templates[0].values[0].value"),
        (("templates", 0, "script"), "x", "templates[0].script"),
    ],
)
def test_what_is_wrong_is_refused_by_its_place(path, value, place):
    with pytest.raises(BadValue) as caught:
        codebook_from(changed(*path, value=value), "a.json")
    assert f"“{place}”" in caught.value.sentence("en")
    assert len(caught.value.sentence("ar")) < 400


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"", SourceDamaged),
        (b"\xff\xfe\x00", SourceDamaged),
        (b'{"format": "hashiya-codebook", ', SourceDamaged),
        (b"[" * 200_000, SourceRefused),
        (b"1" * 6000, SourceDamaged),
        (b"[]", SourceDamaged),
        (b'{"format": "hashiya-package", "version": 1}', SourceDamaged),
        (b'{"format": "hashiya-codebook", "version": 2}', SourceDamaged),
        (b" " * (MOST_BYTES + 1), SourceRefused),
    ],
    ids=["empty", "bytes", "cut", "deep", "number", "list", "package", "newer", "large"],
)
def test_what_is_no_codebook_is_refused(source, error):
    with pytest.raises(error) as caught:
        codebook_from(source, "a.json")
    assert "a.json" in caught.value.sentence("ar")


def test_lone_halves_of_characters_do_not_come_in():
    book = codebook_from(changed("tags", 3, "label", "ar", value="\ud800سياق"), "a.json")
    book.tags[3].label.ar.encode()


def test_a_folder_and_an_xml_bomb_are_refused(tmp_path):
    with pytest.raises(SourceNotAFile):
        load_codebook(tmp_path)
    path = tmp_path / "bomb.qdc"
    path.write_bytes(b'<!DOCTYPE a [<!ENTITY b "c">]><CodeBook>&b;</CodeBook>')
    with pytest.raises(ImportFailed):
        load_codebook(path)
