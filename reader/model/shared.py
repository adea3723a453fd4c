"""What all articles of a library share: its tags with their fields, people, scales and shelves."""

from dataclasses import field

from reader.frozen import dataclass
from reader.model.annotation import Annotator
from reader.model.claim import DeskRules, VerdictScale
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel, Collection
from reader.model.subject import Subject
from reader.model.tags import TAGS, Tag


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """One state of it; tags in the order of menus, collections and labels as they are shown."""

    tags: tuple[Tag, ...] = TAGS
    subjects: tuple[Subject, ...] = ()
    annotators: tuple[Annotator, ...] = ()
    scales: tuple[VerdictScale, ...] = ()
    rules: DeskRules = field(default_factory=DeskRules)
    collections: tuple[Collection, ...] = ()
    labels: tuple[ArticleLabel, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    templates: tuple[Template, ...] = ()
