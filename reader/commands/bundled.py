"""What a file brings that holds annotations: articles and all that is marked in them."""

from collections.abc import Iterator, Sequence

from reader.commands.again import Brought
from reader.commands.terminal import Terminal
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.bundle import BroughtIn, Bundle, Misfit
from reader.model.change import RECORD_KINDS
from reader.storage import Store

_CAME = Label(
    "{kind}: {added} new, {present} here already",
    "{kind}: الجديد {added}، والموجود من قبل {present}",
)
_MISFIT = Label("{name}: {what}: {reason}", "{name}: {what}: {reason}")


def bundled(
    store: Store, bundle: Bundle, annotator_uid: str, session_uid: str
) -> tuple[list[Brought], Sequence[Misfit]]:
    """Bring a bundle in as one act; return its articles, the first with counts, and what is out.

    Raises as `Store.bring_in` does.
    """
    came = store.bring_in(bundle, annotator_uid, session_uid)
    notes = tuple(_counts(came))
    new = {one.uid for one in came.articles}
    brought = []
    for uid in dict.fromkeys((*new, *(one.uid for one in came.known), *_touched(store, came))):
        again = None if uid in new else {"new": False}
        brought.append(Brought(uid, store.revision(uid), notes, again))
        notes = ()
    return brought, came.misfits


def tell_misfits(terminal: Terminal, name: str, misfits: Sequence[Misfit]) -> None:
    """Name each thing that a source held and that was not kept, with the reason."""
    for one in misfits:
        terminal.warn(_MISFIT, name=name, what=one.what, reason=one.reason)


def _touched(store: Store, came: BroughtIn) -> Iterator[str]:
    """Yield the articles of annotations that came without their text."""
    edits = () if came.change is None else came.change.edits
    texts = {one.after.revision_uid for one in edits if isinstance(one.after, Annotation)}
    for uid in sorted(texts):
        yield store.revision_by_uid(uid).article_uid


def _counts(came: BroughtIn) -> Iterator[Label]:
    """Yield how many records of each kind came, and how many were here."""
    for key, _, label in RECORD_KINDS:
        added, present = came.added.get(key, 0), came.present.get(key, 0)
        if added or present:
            facts = {"added": added, "present": present}
            yield Label(
                _CAME.en.format(kind=label.en, **facts), _CAME.ar.format(kind=label.ar, **facts)
            )
