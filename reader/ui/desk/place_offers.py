"""The places that a place can be part of, as a line offers them."""

from collections.abc import Callable

from reader.model.places import can_be_around
from reader.model.subject import Subject
from reader.ui.library import Library
from reader.ui.panels.offered_input import Offer
from reader.ui.panels.subject_input import offer_of


class PlaceOffers:
    """Tells of the places of a register by their uids; `inner` gives the one that is on show."""

    def __init__(self, library: Library, inner: Callable[[], Subject | None]) -> None:
        self._library = library
        self._inner = inner

    def offers(self) -> list[Offer]:
        """Return every place that is not within the one on show, by name."""
        inner = self._inner()
        if inner is None:
            return []
        by_uid = {one.uid: one for one in self._library.subjects()}
        return [offer_of(one) for one in by_uid.values() if can_be_around(one.uid, inner, by_uid)]

    def words_of(self, uid: str) -> str:
        """Return the name of a place, or what was typed where there is none."""
        found = self._library.record("subject", uid)
        return found.name if isinstance(found, Subject) else uid
