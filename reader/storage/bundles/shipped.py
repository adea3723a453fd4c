"""Built-in tags and shipped scales that come edited, for a library that uses its own as shipped.

Nobody has decided anything here as long as one is as it was shipped and nothing uses it; then
what the other desk made of it is taken. Otherwise ours stays, and that is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from reader.model.change import Record, same_content
from reader.model.claim import VerdictScale
from reader.model.shipped_scales import shipped_scales
from reader.model.tags import TAGS, Tag
from reader.storage import queries, scales
from reader.storage.queries import ANNOTATIONS

Renewal = tuple[Record, Record]  # what is here, and what it becomes; the same where ours stays


def edited_tags(connection: Connection, tags: Iterable[Tag]) -> list[Renewal]:
    """Return what becomes of built-in tags here; ours keep their places and digits of others."""
    held = {one.key: one for one in queries.tags(connection)}
    taken = {one.digit: one.key for one in held.values() if one.digit}
    shipped = {one.key: one for one in TAGS}
    found = []
    for one in tags:
        here = held.get(one.key)
        if here is None or one.key not in shipped:
            continue
        digit = one.digit if taken.get(one.digit, one.key) == one.key else here.digit
        after = replace(one, digit=digit, position=here.position, built_in=True)
        if not same_content(here, after):
            used = select(ANNOTATIONS.c.uid).where(ANNOTATIONS.c.tag == one.key).limit(1)
            is_used = connection.scalar(used) is not None
            found.append(_became(here, after, shipped, is_used=is_used))
    return found


def edited_scales(connection: Connection, records: Iterable[VerdictScale]) -> list[Renewal]:
    """Return what becomes of shipped scales here, as `edited_tags` does; others are none of it."""
    held = {one.key: one for one in scales.verdict_scales(connection)}
    shipped = {one.key: one for one in shipped_scales()}
    uses = {scale for scale, _ in scales.scale_uses(connection)}
    found = []
    for one in records:
        here = held.get(one.key)
        if here is None or one.key not in shipped:
            continue
        after = replace(one, position=here.position)
        if not same_content(here, after):
            found.append(_became(here, after, shipped, is_used=one.key in uses))
    return found


def _became(
    here: Record, after: Record, shipped: Mapping[str, Record], *, is_used: bool
) -> Renewal:
    is_ours = is_used or not same_content(here, shipped[here.uid])
    return here, here if is_ours else after
