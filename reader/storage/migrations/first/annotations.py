"""Annotations and their typed fields, in schema 1."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    flag,
    link,
    moment,
    one_of,
    one_of_or_nothing,
    real,
    version,
    whole,
    words,
)


def annotations() -> None:
    """Make the table of that name."""
    op.create_table(
        "annotations",
        words("uid", key=True),
        link("revision_uid", "revisions.uid", cascade=True),
        link("tag", "tags.key"),
        whole("start_cp", "first code point of the span, from 0"),
        whole("end_cp", "first code point after the span"),
        words("exact", "the words of the span, always"),
        words("prefix", "up to 32 code points before"),
        words("suffix", "up to 32 code points after"),
        *each(words, "note status origin"),
        words("suggester", "the rule and its version"),
        real("confidence", "0 to 1", empty=True),
        words("anchor", "how it was found in this revision"),
        link("annotator_uid", "annotators.uid"),
        *each(moment, "created_at updated_at"),
        link("reviewed_by_uid", "annotators.uid", empty=True),
        moment("reviewed_at", empty=True),
        version(),
        sa.CheckConstraint("0 <= start_cp AND start_cp < end_cp", name="span"),
        sa.CheckConstraint("length(exact) = end_cp - start_cp", name="exact"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        sa.CheckConstraint("version >= 1", name="version"),
        one_of("status", "draft reviewed disputed rejected"),
        one_of("origin", "manual rule propagated imported"),
        one_of("anchor", "exact moved fuzzy orphan"),
        sa.Index(None, "revision_uid", "start_cp"),
        comment="marked spans: the words of a revision from start_cp to before end_cp",
    )


def quotes() -> None:
    """Make the table of that name."""
    op.create_table(
        "quotes",
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        words("quote_type"),
        words("speaker", "as printed"),
        link("speaker_uid", "subjects.uid", empty=True, index=True),
        *each(words, "speaker_role speaker_organization"),
        words("cue", "the word that introduces the quote"),
        whole("cue_start_cp", "in code points of the revision", empty=True),
        whole("cue_end_cp", empty=True),
        *each(words, "cue_class attribution_level"),
        words("said_on", ISO),
        words("venue"),
        words("original_language", "BCP 47"),
        flag("is_translation"),
        *each(words, "mark_style mark_state verified_against verification_url"),
        *each(words, "verification_archive_url verbatim_match"),
        link("verified_by_uid", "annotators.uid", empty=True),
        moment("verified_at", empty=True),
        sa.CheckConstraint("(cue_start_cp IS NULL) = (cue_end_cp IS NULL)", name="cue_ends"),
        sa.CheckConstraint("0 <= cue_start_cp AND cue_start_cp < cue_end_cp", name="cue_span"),
        one_of_or_nothing("quote_type", "direct indirect mixed orphan"),
        one_of_or_nothing(
            "cue_class", "neutral assert add deny doubt admit warn demand promise cite"
        ),
        one_of_or_nothing("attribution_level", "named unnamed anonymous document media"),
        one_of_or_nothing("mark_state", "balanced unclosed unopened"),
        one_of_or_nothing("verified_against", "audio video transcript official outlet not"),
        one_of_or_nothing("verbatim_match", "exact trimmed altered out_of_context"),
        comment="the fields of annotations with the tag quote",
    )


def entities() -> None:
    """Make the table of that name."""
    op.create_table(
        "entities",
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        words("entity_type"),
        link("subject_uid", "subjects.uid", empty=True, index=True),
        words("title_role"),
        flag("is_pronoun"),
        words("iso_value", "of a date, ISO 8601"),
        *each(words, "calendar month_system relative_to"),
        real("value", "of a number", empty=True),
        words("unit"),
        flag("approximate"),
        one_of_or_nothing(
            "entity_type",
            "person organization place facility date event number money law group title other",
        ),
        comment="the fields of annotations with the tag entity",
    )


def claims() -> None:
    """Make the table of that name."""
    op.create_table(
        "claims",
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        words("claim_text", "the claim in one sentence of its own"),
        words("claimant", "as printed"),
        link("claimant_uid", "subjects.uid", empty=True, index=True),
        words("claimed_on", ISO),
        *each(words, "check_worthiness state drop_reason claim_type topic place context"),
        *each(words, "first_appearance_url priority"),
        link("assigned_to_uid", "annotators.uid", empty=True),
        words("verifiable"),
        whole("seems_false", "1 to 5", empty=True),
        whole("public_interest", "1 to 5", empty=True),
        whole("harmful", "1 to 5", empty=True),
        *each(words, "needs_professional harm_kind for_government"),
        moment("contacted_at", empty=True),
        *each(words, "reply fact_check_url"),
        one_of_or_nothing("check_worthiness", "high medium low not_checkable"),
        one_of(
            "state", "candidate assigned checking rated second_review published corrected dropped"
        ),
        one_of_or_nothing(
            "claim_type",
            "quantity comparison cause attribution event law experience media prediction opinion",
        ),
        one_of("priority", "high normal low"),
        sa.CheckConstraint("seems_false BETWEEN 1 AND 5", name="seems_false"),
        sa.CheckConstraint("public_interest BETWEEN 1 AND 5", name="public_interest"),
        sa.CheckConstraint("harmful BETWEEN 1 AND 5", name="harmful"),
        comment="the fields of annotations with the tag claim",
    )
