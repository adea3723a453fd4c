"""Articles with their annotations as they travel to other programs, one article at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.exporters.exporter import ExportOptions, watched
from reader.frozen import dataclass
from reader.model.carried import Carried, Tie, carried, ties_among
from reader.model.entry import AnnotatedArticle, Entry

# What other programs may keep of an article, in this order; empty ones are left out.
FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")
# The tag whose kinds other programs know as labels of their own.
_KINDS_OF = "entity"


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """One article: its number in the export from 1, what is known of it, text, annotations, ties.

    Annotations stand in reading order, the longer first; positions are code points.
    """

    number: int
    uid: str
    text_sha256: str
    facts: Mapping[str, str]
    text: str
    annotations: Sequence[Carried]
    ties: Sequence[Tie]

    @property
    def name(self) -> str:
        """Return what to call the article's file: nothing of it is taken from the article."""
        return f"article-{self.number:05d}"


def parcels(articles: Iterable[AnnotatedArticle], options: ExportOptions) -> Iterator[Parcel]:
    """Yield articles as they travel; tells `options` of each once it has been written."""
    for number, annotated in enumerate(articles, start=1):
        entries = sorted(annotated.entries, key=_place)
        yield Parcel(
            number=number,
            uid=annotated.article.uid,
            text_sha256=annotated.revision.text_sha256,
            facts={key: said for key in FACTS if (said := getattr(annotated.article, key))},
            text=annotated.revision.text,
            annotations=tuple(map(carried, watched(entries, options))),
            ties=tuple(ties_among(entries)),
        )
        options.told(len(entries))


def label_of(one: Carried) -> str:
    """Return an annotation's tag as a label; an entity of a known kind as `entity:person`."""
    kind = one.values.get("entity_type", "") if one.tag == _KINDS_OF else ""
    return f"{one.tag}:{kind}" if kind else one.tag


def _place(entry: Entry) -> tuple[int, int, str]:
    annotation = entry.annotation
    return annotation.start_cp, -annotation.end_cp, annotation.uid
