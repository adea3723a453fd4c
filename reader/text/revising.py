"""What becomes of an article's annotations when another of its texts is shown.

Each is followed from where it was last certain: one that was found uncertainly in
between is looked for with its own words, not with those that it had landed on. One
that cannot be followed stays, lost, where its words were its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.frozen import dataclass
from reader.model.anchors import CERTAIN, LOST, UNCERTAIN
from reader.model.annotation import Annotation, QuoteFields, TypedFields
from reader.model.article import Article, Revision
from reader.model.change import Edit, edit, same_content
from reader.progress import Progress, unwatched
from reader.text.anchoring import anchored
from reader.text.boundaries import Span
from reader.text.quote_marks import with_marks

if TYPE_CHECKING:
    from reader.text.following import Followed

# The columns that say where words of a quote's fields stand, by the field.
Places = tuple[str, str]
_PLACES: Mapping[str, Places] = {
    "cue": ("cue_start_cp", "cue_end_cp"),
    "speaker": ("speaker_start_cp", "speaker_end_cp"),
}


@dataclass(frozen=True, slots=True)
class Revised:
    """The edits that show another text of an article, and how many annotations fared how.

    `found_again` counts those that had been lost; they are among the first three too.
    """

    edits: tuple[Edit, ...]
    stayed: int = 0
    moved: int = 0
    uncertain: int = 0
    lost: int = 0
    found_again: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """The annotations of an article, in whatever text, and where each was last certain.

    `certain` tells it by uid for those that are not where they belong for sure;
    `text_of` returns a text of the article by its revision's uid.
    """

    annotations: Sequence[Annotation]
    certain: Mapping[str, Annotation]
    text_of: Callable[[str], str]


def revise(
    article: Article, shown: Revision, held: Held, progress: Progress = unwatched
) -> Revised:
    """Return how an article and its annotations are when `shown` is the text on show.

    `progress` is told how many annotations have been followed.
    """
    edits = [edit(article, replace(article, revision_number=shown.number))]
    after: list[Annotation] = []
    for revision_uid, pairs in _by_source(held).items():
        progress(len(after), len(held.annotations))
        places = _followed(held.text_of(revision_uid), shown.text, [source for _, source in pairs])
        for (before, source), place, beside in zip(pairs, *places, strict=True):
            new = _carried(before, source, shown, place, beside)
            after.append(new)
            if not same_content(before, new):
                edits.append(edit(before, new))
    counts = {state: sum(one.anchor == state for one in after) for state in (*CERTAIN, UNCERTAIN)}
    lost_before = {one.uid for one in held.annotations if one.anchor == LOST}
    lost = {one.uid for one in after if one.anchor == LOST}
    return Revised(
        edits=tuple(edits),
        stayed=counts["exact"],
        moved=counts["moved"],
        uncertain=counts[UNCERTAIN],
        lost=len(lost - lost_before),
        found_again=len(lost_before - lost),
    )


def lost(annotation: Annotation, certain: Annotation) -> Annotation:
    """Return an annotation as one that lost its place, with the words it had for certain."""
    found = replace(
        annotation,
        revision_uid=certain.revision_uid,
        start_cp=certain.start_cp,
        end_cp=certain.end_cp,
        exact=certain.exact,
        prefix=certain.prefix,
        suffix=certain.suffix,
        anchor=LOST,
        fields=_with_places(annotation.fields, _places_of(annotation, certain)),
    )
    return with_marks(found)


def placed(
    annotation: Annotation, shown: Revision, start_cp: int, end_cp: int, anchor: str = "exact"
) -> Annotation:
    """Return an annotation at a span of a text, of whichever text it was; raises BadSpan.

    The places of a quote's cue and speaker are known in the old text only, and go.
    """
    new = replace(
        annotation,
        revision_uid=shown.uid,
        start_cp=start_cp,
        end_cp=end_cp,
        **anchored(shown.text, start_cp, end_cp),
        anchor=anchor,
        fields=_with_places(annotation.fields, {}),
    )
    return with_marks(new)


def _by_source(held: Held) -> dict[str, list[tuple[Annotation, Annotation]]]:
    """Return annotations with where each was last certain, by the text in which that was."""
    found: dict[str, list[tuple[Annotation, Annotation]]] = {}
    for one in held.annotations:
        source = held.certain.get(one.uid, one)
        found.setdefault(source.revision_uid, []).append((one, source))
    return found


def _followed(
    old: str, new: str, sources: Sequence[Annotation]
) -> "tuple[list[Followed], list[dict[Places, Followed]]]":
    """Return where annotations stand, and the cues and speakers of those that are quotes."""
    spans: list[Span] = [(one.start_cp, one.end_cp) for one in sources]
    places = [_places_of(one, one) for one in sources]
    from reader.text.following import follow  # noqa: PLC0415 - compares texts; a library opens without

    found = follow(old, new, [*spans, *(span for held in places for span in held.values())])
    rest = iter(found[len(spans) :])
    return found[: len(spans)], [{columns: next(rest) for columns in held} for held in places]


def _carried(
    before: Annotation,
    source: Annotation,
    shown: Revision,
    place: "Followed",
    places: "Mapping[Places, Followed]",
) -> Annotation:
    if place.state == LOST:
        return lost(before, source)
    # What was uncertain, from nobody knows where, does not become certain by itself.
    unsure = source is before and before.anchor == UNCERTAIN
    anchor = UNCERTAIN if unsure else place.state
    new = placed(before, shown, place.start_cp, place.end_cp, anchor)
    held = _places_of(before, source)
    sure = {
        columns: (one.start_cp, one.end_cp)
        for columns, one in places.items()
        if one.state in CERTAIN and columns in held
    }
    return replace(new, fields=_with_places(new.fields, sure)) if sure else new


def _places_of(annotation: Annotation, source: Annotation) -> dict[Places, Span]:
    """Return where cue and speaker of a quote stand in the text of `source`, if still the same."""
    ours, theirs = annotation.fields, source.fields
    if not (isinstance(ours, QuoteFields) and isinstance(theirs, QuoteFields)):
        return {}
    found: dict[Places, Span] = {}
    for words, columns in _PLACES.items():
        start, end = (getattr(theirs, column) for column in columns)
        if start is not None and end is not None and getattr(ours, words) == getattr(theirs, words):
            found[columns] = start, end
    return found


def _with_places(fields: TypedFields | None, places: Mapping[Places, Span]) -> TypedFields | None:
    if not isinstance(fields, QuoteFields):
        return fields
    columns: dict[str, Any] = {}
    for names in _PLACES.values():
        columns |= dict(zip(names, places.get(names, (None, None)), strict=True))
    return replace(fields, **columns)
