"""A line for a name, which offers the people, organisations and places that are known."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reader.model.subject import Subject
from reader.ui.panels.offered_input import Offer, OfferedInput


class SubjectInput(OfferedInput):
    """A line for a subject's name."""

    def __init__(self, subjects: Callable[[], list[Subject]], parent: QWidget) -> None:
        super().__init__(self._offers_of, parent)
        self._subjects = subjects

    def _offers_of(self) -> list[Offer]:
        return [offer_of(one) for one in self._subjects()]


def offer_of(subject: Subject) -> Offer:
    """Return a subject as it is offered: by all its names, with what it is beside them."""
    names = (*subject.other_names, subject.latin_name)
    return Offer(subject.uid, subject.name, subject.role, names)
