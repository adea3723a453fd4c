"""Where a quote's speaker stands in the text, and the roles that subjects had over time."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    flag,
    link,
    moment,
    one_of_or_nothing,
    whole,
    words,
)

revision = "0006"
down_revision = "0005"

_BEFORE = (
    "annotation_uid, quote_type, speaker, speaker_uid, speaker_role, speaker_organization, cue,"
    " cue_start_cp, cue_end_cp, cue_class, attribution_level, said_on, venue, original_language,"
    " is_translation, mark_style, mark_state, verified_against, verification_url,"
    " verification_archive_url, verbatim_match, verified_by_uid, verified_at"
)
_RULES = {
    "speaker_ends": "(speaker_start_cp IS NULL) = (speaker_end_cp IS NULL)",
    "speaker_span": "0 <= speaker_start_cp AND speaker_start_cp < speaker_end_cp",
}
_MEANING = "where the speaker is named, in code points of the revision"


def upgrade() -> None:
    """Add the columns and the table."""
    op.create_table(
        "subject_roles",
        link("subject_uid", "subjects.uid", cascade=True, key=True),
        whole("position", key=True),
        words("role"),
        *each(_partial_date, "since until"),
        comment="what a subject was, and when: offices change hands",
    )
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(with_places=True)
        return
    op.add_column("quotes", whole("speaker_start_cp", _MEANING, empty=True))
    op.add_column("quotes", whole("speaker_end_cp", empty=True))
    for name, rule in _RULES.items():
        op.create_check_constraint(name, "quotes", rule)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("subject_roles")
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(with_places=False)
        return
    for name in _RULES:
        op.drop_constraint(op.f(f"ck_quotes_{name}"), "quotes")
    for column in ("speaker_start_cp", "speaker_end_cp"):
        op.drop_column("quotes", column)


def _partial_date(name: str) -> "sa.Column[str]":
    return words(name, ISO)


def _make_anew(*, with_places: bool) -> None:
    """Make the table of quotes anew: SQLite cannot add a rule to one."""
    op.drop_index("ix_quotes_speaker_uid", "quotes")
    op.rename_table("quotes", "quotes_before")
    _make_table(with_places=with_places)
    op.execute(f"INSERT INTO quotes ({_BEFORE}) SELECT {_BEFORE} FROM quotes_before")  # noqa: S608
    op.drop_table("quotes_before")


def _make_table(*, with_places: bool) -> None:
    places = [
        whole("speaker_start_cp", _MEANING, empty=True),
        whole("speaker_end_cp", empty=True),
    ]
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
        *(places if with_places else []),
        sa.CheckConstraint("(cue_start_cp IS NULL) = (cue_end_cp IS NULL)", name="cue_ends"),
        sa.CheckConstraint("0 <= cue_start_cp AND cue_start_cp < cue_end_cp", name="cue_span"),
        # A table tells its rules in the order in which they were made.
        *(sa.CheckConstraint(rule, name=name) for name, rule in _RULES.items() if with_places),
        *_lists(),
        comment="the fields of annotations with the tag quote",
    )


def _lists() -> list[sa.CheckConstraint]:
    cues = "neutral assert add deny doubt admit warn demand promise cite"
    return [
        one_of_or_nothing("quote_type", "direct indirect mixed orphan"),
        one_of_or_nothing("cue_class", cues),
        one_of_or_nothing("attribution_level", "named unnamed anonymous document media"),
        one_of_or_nothing("mark_state", "balanced unclosed unopened"),
        one_of_or_nothing("verified_against", "audio video transcript official outlet not"),
        one_of_or_nothing("verbatim_match", "exact trimmed altered out_of_context"),
    ]
