"""People, organisations and places, shared by all articles."""

from dataclasses import field
from datetime import datetime

from reader.frozen import dataclass
from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectRole:
    """What a subject was for a time; `since` and `until` are partial ISO dates or ""."""

    role: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """Somebody or something that articles speak of.

    `kind` is a key of SUBJECT_KINDS, `name` the canonical Arabic name,
    `other_names` further spellings, `wikidata_id` a Q-id such as Q796. `role` is what
    it is now, `roles` what it was and when, in the order in which they are told.
    `geonames_id` is the number of a place at GeoNames, `latitude` and `longitude` are in
    degrees (WGS 84), both or neither. `latin_scheme`, a key of LATIN_SCHEMES, tells how the
    Latin name is made; `part_of_uid` names the place that a place is part of.
    """

    uid: str = field(default_factory=new_uid)
    kind: str = "other"
    name: str
    other_names: tuple[str, ...] = ()
    latin_name: str = ""
    role: str = ""
    roles: tuple[SubjectRole, ...] = ()
    wikidata_id: str = ""
    note: str = ""
    created_at: datetime = field(default_factory=now)
    version: int = 1
    country: str = ""
    geonames_id: str = ""
    latitude: float | None = None
    longitude: float | None = None
    latin_scheme: str = ""
    part_of_uid: str | None = None
