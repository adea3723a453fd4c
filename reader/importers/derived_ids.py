"""Ids for what comes without one of ours: the same each time that the same source comes.

RFC 9562, version 5. A file of another program has short ids of its own, or none; with new
ids, everything in it would be here twice as soon as it is brought in again.
"""

import json
from collections import Counter
from uuid import UUID, uuid5

from reader.model.carried import Carried

_OURS = UUID("6b2a7a52-5a0c-5d57-9d0e-1f0a3c5b7e21")  # made once; another would double everything
# Who marked it: two people's annotations of the same words are two.
_BY = ("annotator", "suggester")


class DerivedIds:
    """The ids of one source's annotations."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, one: Carried, tag: str, place: tuple[str, ...]) -> str:
        """Return the id of an annotation: by its source's lasting id, else by what it marks.

        The second of two that are alike in everything gets an id of its own.
        """
        by = [one.values.get(key, "") for key in _BY]
        told = ["id", one.lasting_id] if one.lasting_id else [*place, tag, *by]
        name = json.dumps(told, ensure_ascii=False)
        self._given[name] += 1
        return str(uuid5(_OURS, f"{name} {self._given[name]}"))


def derived_from(owner_uid: str, what: str) -> str:
    """Return the id of what hangs on an annotation, "" for no owner."""
    return str(uuid5(UUID(owner_uid), what)) if owner_uid else ""
