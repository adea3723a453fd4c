"""The first schema: every table of a library.

It is never edited again: a library that it made must be the same as one made
today. What changes later is a revision of its own, numbered on.
"""

from alembic import op

from reader.storage.migrations.first import annotations, articles, checking, subjects

revision = "0001"
down_revision = None

# In this order, because tables point to those before them.
_TABLES = (
    articles.annotators,
    articles.articles,
    articles.revisions,
    subjects.subjects,
    subjects.subject_names,
    subjects.tags,
    subjects.verdict_scales,
    subjects.verdict_labels,
    annotations.annotations,
    annotations.quotes,
    annotations.entities,
    annotations.claims,
    checking.evidence,
    checking.rulings,
    checking.relations,
    checking.changes,
)


def upgrade() -> None:
    """Make every table."""
    for make in _TABLES:
        make()


def downgrade() -> None:
    """Drop every table, the last first."""
    for make in reversed(_TABLES):
        op.drop_table(make.__name__)
