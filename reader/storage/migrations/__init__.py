"""The migrations: Alembic revisions, and what they are written with."""
