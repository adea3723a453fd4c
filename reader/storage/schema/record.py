"""The record: who changed what and when, in the order of commits."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reader.model.change import RECORD_KINDS
from reader.storage.schema.base import Row, Serial
from reader.storage.types import one_of


class ChangeRow(Row):
    """One edited record of one change; the rows of a change follow each other."""

    __tablename__ = "changes"
    __table_args__ = (
        UniqueConstraint("uid", "position"),
        one_of("kind", [kind for kind, _, _ in RECORD_KINDS]),
        one_of("direction", ("do", "undo", "redo")),
        # A sequence is never given twice, whatever is deleted by hand.
        {"sqlite_autoincrement": True, "comment": "every change, in the order of commits"},
    )

    sequence: Mapped[int] = mapped_column(Serial, primary_key=True, comment="the order of commits")
    uid: Mapped[str] = mapped_column(comment="of the change; its rows share it")
    position: Mapped[int] = mapped_column(comment="within the change, from 0")
    kind: Mapped[str] = mapped_column(comment="of the record that was edited")
    record_uid: Mapped[str] = mapped_column(index=True)
    act: Mapped[str] = mapped_column(comment="what the person did")
    at: Mapped[datetime] = mapped_column(comment="by the clock of the person's computer")
    annotator_uid: Mapped[str] = mapped_column(ForeignKey("annotators.uid"))
    session_uid: Mapped[str] = mapped_column(comment="tells the windows apart")
    direction: Mapped[str]
    reverses: Mapped[str | None] = mapped_column(comment="uid of the change undone or redone")
    before: Mapped[str | None] = mapped_column(comment="the record as JSON; null where not there")
    after: Mapped[str | None] = mapped_column(comment="the record as JSON; null where not there")
    digest: Mapped[str] = mapped_column(
        comment="sha256 of the digest before and of this row: a chain that shows tampering"
    )
