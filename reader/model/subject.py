"""People, organisations and places, shared by all articles."""

from dataclasses import dataclass, field
from datetime import datetime

from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """Somebody or something that articles speak of.

    `kind` is a key of SUBJECT_KINDS, `name` the canonical Arabic name,
    `other_names` further spellings, `wikidata_id` a Q-id such as Q796.
    """

    uid: str = field(default_factory=new_uid)
    kind: str = "other"
    name: str
    other_names: tuple[str, ...] = ()
    latin_name: str = ""
    role: str = ""
    wikidata_id: str = ""
    note: str = ""
    created_at: datetime = field(default_factory=now)
    version: int = 1
