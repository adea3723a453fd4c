"""A codebook joins each database as one act, which is undone as one."""

from dataclasses import replace

from reader.exporters.codebook import codebook_bytes
from reader.importers.codebook_file import codebook_from
from reader.model.change import edit
from reader.model.codebook_joining import Book, joined
from reader.model.tags import TAGS
from tests.importers.test_codebook_file import BOOK, said


def held(store):
    shared = store.shared()
    return Book(tags=shared.tags, fields=shared.own_fields, templates=shared.templates)


def test_it_comes_as_one_act_and_goes_as_one(desk):
    brought = codebook_from(codebook_bytes(BOOK), "book.json")
    change = desk.do(*joined(held(desk.store), brought).edits, act="codebook")
    assert said(held(desk.store)) == said(BOOK)
    assert desk.store.check().is_sound
    assert joined(held(desk.store), brought).edits == ()
    back = (edit(one.after, one.before) for one in reversed(change.edits))
    desk.do(*back, act="codebook", direction="undo", reverses=change.uid)
    assert desk.store.shared().tags == TAGS
    assert desk.store.shared().own_fields == desk.store.shared().templates == ()
    assert desk.store.check().is_sound


def test_a_tag_that_is_here_is_not_bent(desk):
    mine = replace(BOOK.tags[3], colour="#000000", digit="")
    desk.add(mine)
    joining = joined(held(desk.store), BOOK)
    desk.do(*joining.edits, act="codebook")
    assert desk.store.tags() == (*TAGS, mine)
    assert [one.what for one in joining.misfits] == ["tag: context"]
