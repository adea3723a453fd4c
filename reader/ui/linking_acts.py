"""A claim and the quote in which it was made; a quote within a quote."""

from reader.model.annotation import Annotation, ClaimFields, QuoteFields, Relation
from reader.model.change import Change, Edit, edit
from reader.text.anchoring import new_annotation
from reader.ui.library import Library
from reader.ui.relation_acts import ties_from

LINKED, NESTED = "linked_quote", "nested_in"


def linked_to(library: Library, uid: str) -> list[Relation]:
    """Return the ties between a claim and its quote: of a claim at most one, of a quote many."""
    return [one for one in library.relations(uid) if one.type == LINKED]


def link_quote(library: Library, claim_uid: str, quote_uid: str) -> Change | None:
    """Let a claim be one that was made in a quote, and in no other any more."""
    edits = _tied(library, claim_uid, quote_uid)
    return library.act("link_quote", edits) if edits else None


def unlink(library: Library, relations: list[Relation]) -> None:
    """Let claims stand without a quote."""
    library.act("link_quote", tuple(edit(one, None) for one in relations))


def quote_of(library: Library, claim: Annotation) -> Annotation:
    """Make a quote of a claim's own words and link the two; who claims it said it.

    A quote that marks these words already is linked instead. One step of the history.
    """
    fields = claim.fields if isinstance(claim.fields, ClaimFields) else ClaimFields()
    said = QuoteFields(speaker=fields.claimant, speaker_uid=fields.claimant_uid)
    return _twin(library, claim, "quote", said)


def claim_of(library: Library, quote: Annotation) -> Annotation:
    """Make a claim of a quote's own words and link the two; who said it claims it."""
    fields = quote.fields if isinstance(quote.fields, QuoteFields) else QuoteFields()
    told = ClaimFields(
        claimant=fields.speaker, claimant_uid=fields.speaker_uid, claimed_on=fields.said_on
    )
    return _twin(library, quote, "claim", told)


def _twin(
    library: Library, one: Annotation, tag: str, fields: QuoteFields | ClaimFields
) -> Annotation:
    edits: list[Edit] = []
    here = library.annotations(one.revision_uid)
    twin = next((other for other in here if _same(other, one, tag)), None)
    if twin is None:
        revision = library.store.revision_by_uid(one.revision_uid)
        span = (one.start_cp, one.end_cp)
        twin = new_annotation(revision, *span, tag, library.annotator.uid, fields=fields)
        edits.append(edit(None, twin))
    claim, quote = (one, twin) if tag == "quote" else (twin, one)
    edits += _tied(library, claim.uid, quote.uid)
    if edits:
        library.act("link_quote", tuple(edits))
    return twin


def _same(other: Annotation, one: Annotation, tag: str) -> bool:
    place = (one.start_cp, one.end_cp)
    return other.tag == tag and (other.start_cp, other.end_cp) == place


def _tied(library: Library, claim_uid: str, quote_uid: str) -> tuple[Edit, ...]:
    """Return what ties a claim to a quote and to no other, nothing where it is so already."""
    held = ties_from(library, claim_uid, LINKED)
    if [one.to_uid for one in held] == [quote_uid]:
        return ()
    tie = Relation(from_uid=claim_uid, to_uid=quote_uid, type=LINKED)
    return (*(edit(one, None) for one in held), edit(None, tie))


def quote_around(library: Library, quote: Annotation) -> Annotation | None:
    """Return the smallest other quote that holds all words of a quote and more."""
    span = (quote.start_cp, quote.end_cp)
    around = (
        one
        for one in library.annotations(quote.revision_uid)
        if one.tag == "quote"
        and one.start_cp <= span[0]
        and span[1] <= one.end_cp
        and (one.start_cp, one.end_cp) != span
    )
    return min(around, key=_length, default=None)


def is_nested(library: Library, quote: Annotation) -> bool:
    """Tell whether somebody has said that a quote is one within another."""
    return bool(ties_from(library, quote.uid, NESTED))


def nest_quote(library: Library, quote: Annotation) -> bool | None:
    """Let a quote be one within the quote around it, or no longer; None where there is none."""
    held = ties_from(library, quote.uid, NESTED)
    if held:
        library.act("nest", tuple(edit(one, None) for one in held))
        return False
    outer = quote_around(library, quote)
    if outer is None:
        return None
    new = Relation(from_uid=quote.uid, to_uid=outer.uid, type=NESTED)
    library.act("nest", (edit(None, new),))
    return True


def _length(one: Annotation) -> int:
    return one.end_cp - one.start_cp
