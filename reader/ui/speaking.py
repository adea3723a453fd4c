"""What a person does with a quote: who speaks, with which word, and what it continues."""

from collections.abc import Sequence
from dataclasses import replace

from reader.model.annotation import Annotation, EntityFields, QuoteFields, Relation
from reader.model.article import Revision
from reader.model.change import Edit, edit
from reader.model.fields import subject_uid_of
from reader.model.identity import now
from reader.model.joining import pointed
from reader.model.subject import Subject
from reader.model.vocabulary import ENTITY_TYPES
from reader.text.boundaries import Span
from reader.text.naming import Candidate, candidates, named
from reader.ui.library import Library
from reader.ui.relation_acts import ties_from
from reader.ui.subject_reading import referring, subject_of

_MOST = 3  # suggestions
_ENTITY_TYPES = frozenset(one.key for one in ENTITY_TYPES)
# The field that holds a name as it is printed, by the tag.
_PRINTED = {"quote": "speaker", "claim": "claimant"}


def meant(words: str, subjects: Sequence[Subject]) -> Subject | None:
    """Return whom words that name a speaker mean, if there is no doubt.

    A last name alone is enough where one subject bears it.
    """
    sure = named(words, subjects)
    if sure is not None:
        return sure
    near = candidates(words, subjects, 2)
    return near[0].subject if len(near) == 1 else None


def set_speaker(library: Library, quote: Annotation, revision: Revision, span: Span) -> Subject:
    """Let words of the text be the name of a quote's speaker; return the subject they mean.

    A name that nobody bears makes a new subject, in the same act.
    """
    words = revision.text[slice(*span)]
    held = meant(words, library.subjects())
    subject = held or Subject(kind="person", name=" ".join(words.split()))
    fields = quote.fields if isinstance(quote.fields, QuoteFields) else QuoteFields()
    named_fields = replace(
        fields,
        speaker=words,
        speaker_uid=subject.uid,
        speaker_start_cp=span[0],
        speaker_end_cp=span[1],
        quote_type="" if fields.quote_type == "orphan" else fields.quote_type,
    )
    made = () if held is not None else (edit(None, subject),)
    library.act("speaker", (*made, _edited(quote, named_fields)))
    return subject


def set_cue(library: Library, quote: Annotation, revision: Revision, span: Span) -> None:
    """Let words of the text be the cue of a quote."""
    fields = quote.fields if isinstance(quote.fields, QuoteFields) else QuoteFields()
    words = revision.text[slice(*span)]
    cued = replace(fields, cue=words, cue_start_cp=span[0], cue_end_cp=span[1])
    if cued != fields:
        library.act("cue", (_edited(quote, cued),))


def previous_quote(library: Library, quote: Annotation) -> Annotation | None:
    """Return the quote that ends before another one begins, the nearest."""
    before = (
        one
        for one in library.annotations(quote.revision_uid)
        if one.tag == "quote" and one.end_cp <= quote.start_cp
    )
    return max(before, key=_end, default=None)


def continues(library: Library, quote: Annotation) -> Relation | None:
    """Return the tie by which a quote continues another one, the waiting acts laid over."""
    return next(iter(ties_from(library, quote.uid, "continues")), None)


def continue_quote(library: Library, quote: Annotation) -> bool | None:
    """Let a quote continue the one before it, or no longer; None where there is none before.

    A speaker who is not told yet is that of the quote which goes on.
    """
    tie = continues(library, quote)
    if tie is not None:
        library.act("continue", (edit(tie, None),))
        return False
    before = previous_quote(library, quote)
    if before is None:
        return None
    new = Relation(from_uid=quote.uid, to_uid=before.uid, type="continues")
    library.act("continue", (*_same_speaker(quote, before), edit(None, new)))
    return True


def suggested(library: Library, annotation: Annotation) -> list[Candidate]:
    """Return whom a mention or a speaker may mean, beside whom it points to already."""
    spoken = _spoken(annotation)
    if not spoken:
        return []
    subjects = library.subjects()
    pointed_to = subject_uid_of(annotation)
    if pointed_to is not None and not _is_bare(subject_of(library, pointed_to), spoken):
        return []
    others = [one for one in subjects if one.uid != pointed_to]
    return candidates(spoken, others, _MOST)


def accept(library: Library, annotation: Annotation, subject: Subject) -> None:
    """Let an annotation point to a subject; one that was made for it alone goes again.

    An entity whose kind nobody has told is of the subject's kind.
    """
    old_uid = subject_uid_of(annotation)
    new = replace(pointed(annotation, subject.uid), updated_at=now())
    if isinstance(new.fields, EntityFields) and not new.fields.entity_type:
        kind = subject.kind if subject.kind in _ENTITY_TYPES else ""
        new = replace(new, fields=replace(new.fields, entity_type=kind))
    edits: list[Edit] = [edit(annotation, new)]
    old = subject_of(library, old_uid) if old_uid else None
    if old is not None and [one.uid for one in referring(library, [old.uid])] == [annotation.uid]:
        edits.append(edit(old, None))
    library.act("field", tuple(edits))


def _spoken(annotation: Annotation) -> str:
    """Return the words by which an annotation names somebody, "" for none."""
    if annotation.tag == "entity":
        return annotation.exact
    return str(getattr(annotation.fields, _PRINTED.get(annotation.tag, ""), ""))


def _is_bare(subject: Subject | None, spoken: str) -> bool:
    """Tell whether nothing is known of a subject but the words it was named by."""
    if subject is None:
        return True
    known = (subject.other_names, subject.latin_name, subject.role, subject.wikidata_id)
    return subject.name == " ".join(spoken.split()) and not any(known)


def _same_speaker(quote: Annotation, before: Annotation) -> tuple[Edit, ...]:
    mine, theirs = quote.fields, before.fields
    if not (isinstance(mine, QuoteFields) and isinstance(theirs, QuoteFields)):
        return ()
    if mine.speaker or mine.speaker_uid or not theirs.speaker_uid:
        return ()
    told = replace(
        mine,
        speaker=theirs.speaker,
        speaker_uid=theirs.speaker_uid,
        speaker_role=mine.speaker_role or theirs.speaker_role,
    )
    return (_edited(quote, told),)


def _edited(quote: Annotation, fields: QuoteFields) -> Edit:
    return edit(quote, replace(quote, fields=fields, updated_at=now()))


def _end(annotation: Annotation) -> int:
    return annotation.end_cp
