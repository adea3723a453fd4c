"""What a migration filled in: the record of changes tells nothing of it, so it is judged by itself.

Migration 0010 gave rulings the rating that their step had. Such a rating is sound as long as
it is one that the step has or had.
"""

import json
from dataclasses import replace

from sqlalchemy import Connection, select

from reader.model.claim import Ruling, VerdictScale
from reader.model.shipped_scales import shipped_scales
from reader.storage.recording import CHANGES
from reader.storage.scales import verdict_scales
from reader.storage.snapshots import from_json

_Rating = tuple[int | None, int | None, int | None]
_NONE: _Rating = (None, None, None)


class Ratings:
    """The ratings that steps have or had; read once, when the first ruling asks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], set[_Rating]] | None = None

    def without_filled(self, snapshot: str, held: Ruling) -> Ruling:
        """Return a ruling as the record can tell of it: without a rating that was filled in."""
        rating = held.rating, held.best, held.worst
        if rating == _NONE or "rating" in json.loads(snapshot):
            return held
        if rating not in self._of_steps().get((held.scale, held.code), ()):
            return held
        return replace(held, rating=None, best=None, worst=None)

    def _of_steps(self) -> dict[tuple[str, str], set[_Rating]]:
        if self._known is None:
            self._known = {}
            for scale in (*verdict_scales(self._connection), *shipped_scales(), *self._earlier()):
                for one in scale.labels:
                    ratings = self._known.setdefault((scale.key, one.code), set())
                    ratings.add((one.rating, one.best, one.worst))
        return self._known

    def _earlier(self) -> list[VerdictScale]:
        """Return the scales as they were before each edit of theirs."""
        query = select(CHANGES.c.before).where(CHANGES.c.kind == "scale")
        found = (
            from_json("scale", before)
            for before in self._connection.scalars(query.where(CHANGES.c.before.is_not(None)))
        )
        return [one for one in found if isinstance(one, VerdictScale)]
