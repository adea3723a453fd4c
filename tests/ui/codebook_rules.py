"""What random acts do to tags, their fields, templates and relations; for `test_stateful`."""

from collections.abc import Sequence

from reader.errors import StillUsed
from reader.label import Label
from reader.model.codebook import FIELD_KINDS, OwnField, TemplateValue, choices_from
from reader.model.tags import Tag
from reader.model.vocabulary import RELATION_TYPES, STATUSES
from reader.ui.bulk_acts import by_template, with_choice, with_note_added
from reader.ui.codebook_acts import CodebookActs
from reader.ui.library import Library
from reader.ui.linking_acts import is_nested, nest_quote, quote_around
from reader.ui.relation_acts import relate, retype, unrelate
from reader.ui.speaking import continue_quote

VALUES = {"text": "نص", "choice": "first", "number": "٢٫٥", "date": "2026-01"}


def change_codebook(library: Library, act: str, number: int) -> None:
    """Do one act on the codebook; what is used stays."""
    tags, fields = library.tags(), library.codebook.fields()
    try:
        if act in _OF_TAGS:
            _OF_TAGS[act](library, tags[number % len(tags)], number)
        elif fields:
            _OF_FIELDS[act](library, fields[number % len(fields)], number)
    except StillUsed:
        return


def _add(library: Library, _: Tag, number: int) -> None:
    CodebookActs(library).add_tag(Label(f"Tag {number % 4}", f"علامة {number % 4}"))


def _rename(library: Library, tag: Tag, number: int) -> None:
    CodebookActs(library).edit_tag(tag.key, label=Label(tag.label.en, f"اسم {number % 3}"))


def _give_key(library: Library, tag: Tag, number: int) -> None:
    CodebookActs(library).edit_tag(tag.key, digit=str(4 + number % 3))


def _move(library: Library, tag: Tag, number: int) -> None:
    CodebookActs(library).move_tag(tag.key, number % 4)


def _delete(library: Library, tag: Tag, _: int) -> None:
    if not tag.built_in:
        CodebookActs(library).delete_tag(tag.key)


def _add_field(library: Library, tag: Tag, number: int) -> None:
    kind = FIELD_KINDS[number % len(FIELD_KINDS)].key
    label = Label(f"Field {number % 3}", f"حقل {number % 3}")
    CodebookActs(library).add_field(tag.key, label, kind)


def _set_choices(library: Library, own: OwnField, number: int) -> None:
    if own.kind == "choice":
        lines = ("أول | First", "أول | First\nثان | Second", "ثان | Second")[number % 3]
        CodebookActs(library).edit_field(own, choices=choices_from(lines, own.choices))


def _drop_field(library: Library, own: OwnField, _: int) -> None:
    CodebookActs(library).delete_field(own)


def _change_template(library: Library, tag: Tag, number: int) -> None:
    """Add a template to a tag, or fill one that is there."""
    acts, templates = CodebookActs(library), library.codebook.templates()
    if not templates or number % 2:
        acts.add_template(f"قالب {number % 3}", tag.key)
        return
    template = templates[number % len(templates)]
    mine = library.codebook.fields_of(template.tag)
    values = [TemplateValue(field=one.key, value=VALUES[one.kind]) for one in mine]
    acts.edit_template(template, status="reviewed", note="قالب", values=tuple(values[:1]))


_OF_TAGS = {
    "add": _add,
    "rename": _rename,
    "key": _give_key,
    "move": _move,
    "delete": _delete,
    "field": _add_field,
    "template": _change_template,
}
_OF_FIELDS = {"choices": _set_choices, "drop": _drop_field}
TAG_ACTS = (*_OF_TAGS, *_OF_FIELDS)


def change_marked(library: Library, act: str, uids: Sequence[str], number: int) -> None:
    """Do one act on annotations that has to do with fields, notes or relations."""
    _OF_MARKED[act](library, uids, number)


def _own_of(library: Library, uid: str, number: int) -> OwnField | None:
    one = library.annotation(uid)
    mine = library.codebook.fields_of(one.tag) if one is not None else ()
    return mine[number % len(mine)] if mine else None


def _fill(library: Library, uids: Sequence[str], number: int) -> None:
    own = _own_of(library, uids[0], number)
    if own is not None:
        known = own.kind != "choice" or any(choice.key == "first" for choice in own.choices)
        value = VALUES[own.kind] if known and number % 3 else ""
        CodebookActs(library).set_own(uids[:1], own.key, value)


def _add_note(library: Library, uids: Sequence[str], number: int) -> None:
    library.carry_out(with_note_added(library, uids, f"ملحوظة {number % 2}"))


def _fill_all(library: Library, uids: Sequence[str], number: int) -> None:
    own = _own_of(library, uids[0], number)
    if own is not None and own.choices:
        # Of each tag only the fields with this very choice in their lists.
        alike = [uid for uid in uids if own in library.codebook.fields_of(_tag(library, uid))]
        library.carry_out(with_choice(library, alike, own.key, own.choices[0].key))


def _tag(library: Library, uid: str) -> str:
    one = library.annotation(uid)
    return one.tag if one is not None else ""


def _relate(library: Library, uids: Sequence[str], number: int) -> None:
    kind = RELATION_TYPES[number % len(RELATION_TYPES)].key
    relate(library, uids[0], uids[-1], kind)


def _unrelate(library: Library, uids: Sequence[str], number: int) -> None:
    held = library.relations(uids[0])
    if held and number % 2:
        unrelate(library, held[:1])
    elif held:
        retype(library, held[0], RELATION_TYPES[number % 3].key)


def _set_status(library: Library, uids: Sequence[str], number: int) -> None:
    library.set_status(uids, STATUSES[number % len(STATUSES)].key)


def _nest(library: Library, uids: Sequence[str], _: int) -> None:
    """Let a quote be one within the quote around it, or no longer."""
    one = library.annotation(uids[0])
    if one is not None and one.tag == "quote":
        was, around = is_nested(library, one), quote_around(library, one)
        assert nest_quote(library, one) == (False if was else True if around else None)
        assert is_nested(library, one) == (not was and around is not None)


def _continue(library: Library, uids: Sequence[str], _: int) -> None:
    """Let a quote continue the one before it, or no longer."""
    one = library.annotation(uids[0])
    if one is not None and one.tag == "quote":
        continue_quote(library, one)


_OF_MARKED = {
    "continue": _continue,
    "nest": _nest,
    "fill": _fill,
    "note": _add_note,
    "bulk": _fill_all,
    "relate": _relate,
    "unrelate": _unrelate,
    "status": _set_status,
}
MARKED_ACTS = tuple(_OF_MARKED)


def put_template(library: Library, uid: str, number: int) -> None:
    """Make an annotation what a template says, where its values are still taken."""
    templates = library.codebook.templates()
    if templates:
        template = templates[number % len(templates)]
        fields = {one.key: one for one in library.codebook.fields_of(template.tag)}
        taken = all(
            value.field in fields
            and (
                fields[value.field].kind != "choice"
                or any(one.key == value.value for one in fields[value.field].choices)
            )
            for value in template.values
        )
        if taken:
            library.carry_out(by_template(library, template, uid))
