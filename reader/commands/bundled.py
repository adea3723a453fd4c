"""What a file brings that holds annotations: articles and all that is marked in them."""

from collections.abc import Iterator, Sequence

from reader.commands.again import Brought
from reader.commands.terminal import Terminal
from reader.label import Label
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
    known = {one.uid for one in came.known}
    brought = []
    for article in (*came.articles, *came.known):
        again = {"new": False} if article.uid in known else None
        brought.append(Brought(article.uid, store.revision(article.uid), notes, again))
        notes = ()
    return brought, came.misfits


def tell_misfits(terminal: Terminal, name: str, misfits: Sequence[Misfit]) -> None:
    """Name each thing that a source held and that was not kept, with the reason."""
    for one in misfits:
        terminal.warn(_MISFIT, name=name, what=one.what, reason=one.reason)


def _counts(came: BroughtIn) -> Iterator[Label]:
    """Yield how many records of each kind came, and how many were here."""
    for key, _, label in RECORD_KINDS:
        added, present = came.added.get(key, 0), came.present.get(key, 0)
        if added or present:
            facts = {"added": added, "present": present}
            yield Label(
                _CAME.en.format(kind=label.en, **facts), _CAME.ar.format(kind=label.ar, **facts)
            )
