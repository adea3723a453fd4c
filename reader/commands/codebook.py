"""Hand the tags with their fields and templates on to another desk, and take its own in."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.bundled import tell_misfits
from reader.commands.command import DONE, Argument, Command
from reader.commands.library import me, open_library
from reader.commands.terminal import Terminal
from reader.exporters.codebook import save_codebook
from reader.importers.codebook_file import load_codebook
from reader.label import Label
from reader.model.change import RECORD_KINDS, Change
from reader.model.codebook_joining import Book, joined
from reader.model.identity import new_uid

if TYPE_CHECKING:
    from reader.storage import Store

_WRITTEN = Label("Tags written to {path}: {tags}.", "عدد العلامات المكتوبة في {path}: {tags}.")
_CAME = Label(
    "{kind}: {added} new, {present} here already",
    "{kind}: الجديد {added}، والموجود من قبل {present}",
)


def _codebook(request: Namespace, terminal: Terminal) -> int:
    path = Path(request.path)
    if request.what == "export":
        with open_library(request) as store:
            book = _book_of(store)
        save_codebook(book, path)
        terminal.say(terminal.word(_WRITTEN, path=path, tags=len(book.tags)))
        return DONE
    brought = load_codebook(path)
    with open_library(request) as store:
        joining = joined(_book_of(store), brought)
        if joining.edits:
            change = Change(
                act="codebook",
                edits=joining.edits,
                annotator_uid=me(store).uid,
                session_uid=new_uid(),
            )
            store.apply(change)
    for key, _, label in RECORD_KINDS:
        added, present = joining.added.get(key, 0), joining.present.get(key, 0)
        if added or present:
            kind = terminal.word(label)
            terminal.say(terminal.word(_CAME, kind=kind, added=added, present=present))
    tell_misfits(terminal, path.name, joining.misfits)
    return DONE


def _book_of(store: "Store") -> Book:
    shared = store.shared()
    return Book(tags=shared.tags, fields=shared.own_fields, templates=shared.templates)


CODEBOOK = Command(
    "codebook",
    Label(
        "write the tags with their fields and templates to a file, or take them from one",
        "كتابة العلامات بحقولها وقوالبها في ملف، أو أخذها منه",
    ),
    _codebook,
    (
        Argument(
            ("what",),
            Label("export or import", "export للكتابة أو import للأخذ"),
            {"choices": ("export", "import")},
        ),
        Argument(
            ("path",),
            Label(
                "the file: .qdc for REFI-QDA, else JSON",
                "الملف: REFI-QDA إن انتهى بـ qdc، وإلا فبصيغة JSON",
            ),
            {"metavar": "PATH"},
        ),
    ),
)
