"""The sample article with its worked annotations, and the library that a fresh checkout opens.

`resources/samples/README.md` tells how the sample's file is read. Every id and
every moment comes from that file, so that each rebuild gives the same rows.

    python -m reader.sample annotations.db
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid5

from reader.errors import OutputUnwritable, ReaderError, UnknownArticle
from reader.importers import load
from reader.model.annotation import FIELDS_OF_TAG, Annotation, Annotator, Relation, TypedFields
from reader.model.article import Article, ImportedArticle
from reader.model.change import Change, Edit, edit
from reader.model.claim import Appearance, Correction, Evidence, Ruling, VerdictScale, said_by_step
from reader.model.figures import parse_figures
from reader.model.subject import Subject, SubjectRole
from reader.paths import resource
from reader.reasons import os_reason
from reader.storage import Store
from reader.text.anchoring import new_annotation

_SAMPLE = "water-station.json"
_SUBJECT_LINK = {"quote": "speaker_uid", "entity": "subject_uid", "claim": "claimant_uid"}
# The column that holds the uid of somebody whom the file names by key.
_PARTS: Mapping[str, type[Evidence] | type[Appearance] | type[Correction]] = {
    "evidence": Evidence,
    "appearances": Appearance,
    "corrections": Correction,
}
_PEOPLE = {
    "verified_by": "verified_by_uid",
    "assigned_to": "assigned_to_uid",
    "reviewer": "reviewer_uid",
}
# Words of a quote's fields that stand in the text.
_PLACED = ("cue", "speaker")
_OF_ANNOTATION = ("note", "origin", "suggester", "confidence")

_Row = Mapping[str, Any]


def add_sample(store: Store) -> Article:
    """Return the sample article of a library, added with its annotations if it is not there."""
    sample = Sample()
    try:
        return store.article(sample.article_uid)
    except UnknownArticle:
        pass
    for annotator in sample.annotators():
        store.add_annotator(annotator)
    imported = sample.imported()
    article = store.add_article(imported, sample.somebody(), sample.session_uid)
    for change in sample.changes(imported, store.verdict_scales()):
        store.apply(change)
    return article


def rebuild(path: Path) -> None:
    """Make the library at `path` anew, holding nothing but the sample; what was there is lost.

    The new one is whole before it takes the old one's place, and is a single
    file that can be read where nothing may be written.
    """
    with TemporaryDirectory(dir=path.parent, prefix=".sample-") as folder:
        whole = Path(folder, path.name)
        with Store.open(Path(folder, "growing.db")) as store:
            add_sample(store)
            store.backup(whole)
        # The old library's side files must not meet the new one.
        for side in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + side).unlink(missing_ok=True)
        whole.replace(path)


class Sample:
    """The sample's file, told as the values that a library keeps."""

    def __init__(self) -> None:
        source = resource("samples", _SAMPLE)
        self._content: _Row = json.loads(source.read_text(encoding="utf-8"))
        self._text_file = source.with_name(self._content["text"])
        self.article_uid = self._uid("article", self._content["text"])
        self.session_uid = self._uid("session", self._content["text"])
        self._told: set[str] = set()  # subjects

    def imported(self) -> ImportedArticle:
        """Return the article with its text and bytes."""
        known = dict(self._content["article"])
        at = datetime.fromisoformat(known.pop("at"))
        (imported,) = load(self._text_file).articles
        revision = replace(
            imported.revision,
            uid=self._uid("revision", self._content["text"]),
            article_uid=self.article_uid,
            imported_at=at,
        )
        article = Article(uid=self.article_uid, created_at=at, retrieved_at=at, **known)
        return replace(imported, article=article, revision=revision)

    def annotators(self) -> tuple[Annotator, ...]:
        """Return those who annotated."""
        return tuple(
            Annotator(uid=self.somebody(row["key"]), name=row["name"], login=row["login"])
            for row in self._content["annotators"]
        )

    def somebody(self, key: str = "") -> str:
        """Return the uid of an annotator; of the first one without a key."""
        return self._uid("annotator", key or self._content["annotators"][0]["key"])

    def changes(
        self, imported: ImportedArticle, scales: tuple[VerdictScale, ...]
    ) -> tuple[Change, ...]:
        """Return what was done to the article, in the order of time."""
        scale = next(scale for scale in scales if scale.key == self._content["scale"])
        changes = []
        self._told.clear()
        for row in self._content["annotations"]:
            annotation = self._annotation(row, imported)
            made = tuple(self._edits(row, annotation))
            changes.append(self._change("annotate", row["key"], row, *made))
            if "ruling" in row:
                ruling = self._ruling(row["ruling"], annotation, scale)
                changes.append(self._change("field", row["key"], row["ruling"], edit(None, ruling)))
            if "review" in row:
                review = self._review(row["review"], annotation)
                changes.append(self._change("status", row["key"], row["review"], review))
        return tuple(sorted(changes, key=attrgetter("at")))

    def _edits(self, row: _Row, annotation: Annotation) -> Iterator[Edit]:
        """Give the edits that make an annotation and what comes with it."""
        key, at, rows = row["key"], annotation.created_at, self._content["annotations"]
        yield from self._subjects(row.get("subject", ""), at)
        yield edit(None, annotation)
        yield from self._parts(row, annotation)
        # A relation comes with the later of its two ends.
        earlier = {one["key"] for one in rows[: rows.index(row) + 1]}
        for tie in self._content["relations"]:
            if key in (tie["from"], tie["to"]) and {tie["from"], tie["to"]} <= earlier:
                yield edit(None, self._relation(tie, at))

    def _parts(self, row: _Row, annotation: Annotation) -> Iterator[Edit]:
        """Give the edits that add evidence, appearances and corrections, in their order."""
        for kind, cls in _PARTS.items():
            for place, found in enumerate(row.get(kind, ())):
                part = cls(
                    uid=self._uid(kind, f"{row['key']} {found['key']}"),
                    annotation_uid=annotation.uid,
                    created_at=annotation.created_at,
                    position=place,
                    **self._columns(found),
                )
                yield edit(None, part)

    def _annotation(self, row: _Row, imported: ImportedArticle) -> Annotation:
        revision = imported.revision
        start_cp, end_cp = span_of(revision.text, row)
        made = new_annotation(
            revision, start_cp, end_cp, row["tag"], self.somebody(row.get("by", ""))
        )
        at = datetime.fromisoformat(row["at"])
        columns = {key: row[key] for key in _OF_ANNOTATION if key in row}
        return replace(
            made,
            uid=self._uid("annotation", row["key"]),
            created_at=at,
            updated_at=at,
            fields=self._fields(row, revision.text),
            **columns,
        )

    def _fields(self, row: _Row, text: str) -> TypedFields:
        columns = self._columns(row["fields"])
        if "numbers" in columns:
            columns["numbers"] = parse_figures("\n".join(columns["numbers"]), "numbers")
        if "subject" in row:
            columns[_SUBJECT_LINK[row["tag"]]] = self._uid("subject", row["subject"])
        if "cue" in row:
            columns["cue"] = row["cue"]["exact"]
        for part in _PLACED:
            if part in row:
                start_cp, end_cp = span_of(text, row[part])
                columns |= {f"{part}_start_cp": start_cp, f"{part}_end_cp": end_cp}
        return FIELDS_OF_TAG[row["tag"]](**columns)

    def _subjects(self, key: str, at: datetime) -> Iterator[Edit]:
        """Give the edits that add a subject that is not there, after the place around it."""
        if not key or key in self._told:
            return
        row = next(one for one in self._content["subjects"] if one["key"] == key)
        yield from self._subjects(row.get("part_of", ""), at)
        self._told.add(key)
        yield edit(None, self._subject(row, at))

    def _subject(self, row: _Row, at: datetime) -> Subject:
        columns = self._columns(row)
        around = columns.pop("part_of", None)
        columns["part_of_uid"] = self._uid("subject", around) if around else None
        roles = tuple(SubjectRole(**one) for one in columns.pop("roles", ()))
        uid = self._uid("subject", row["key"])
        return Subject(uid=uid, created_at=at, roles=roles, **columns)

    def _relation(self, row: _Row, at: datetime) -> Relation:
        return Relation(
            uid=self._uid("relation", f"{row['from']} {row['to']} {row['type']}"),
            from_uid=self._uid("annotation", row["from"]),
            to_uid=self._uid("annotation", row["to"]),
            type=row["type"],
            created_at=at,
        )

    def _ruling(self, row: _Row, annotation: Annotation, scale: VerdictScale) -> Ruling:
        step = next(step for step in scale.labels if step.code == row["code"])
        return Ruling(
            uid=self._uid("ruling", annotation.uid),
            annotation_uid=annotation.uid,
            rated_by_uid=self.somebody(row.get("by", "")),
            rated_at=datetime.fromisoformat(row["at"]),
            **said_by_step(scale, step) | self._columns(row),
        )

    def _review(self, row: _Row, annotation: Annotation) -> Edit:
        at = datetime.fromisoformat(row["at"])
        reviewed = replace(
            annotation,
            status=row["status"],
            reviewed_by_uid=self.somebody(row.get("by", "")),
            reviewed_at=at,
            updated_at=at,
        )
        return edit(annotation, reviewed)

    def _change(self, act: str, key: str, row: _Row, *edits: Edit) -> Change:
        return Change(
            uid=self._uid("change", f"{act} {key}"),
            act=act,
            edits=edits,
            annotator_uid=self.somebody(row.get("by", "")),
            session_uid=self.session_uid,
            at=datetime.fromisoformat(row["at"]),
        )

    def _columns(self, row: _Row) -> dict[str, Any]:
        """Return what a row says of its record, as the columns hold it."""
        columns: dict[str, Any] = {}
        for key, value in row.items():
            if key in _PEOPLE:
                columns[_PEOPLE[key]] = self.somebody(value)
            elif key.endswith("_at"):
                columns[key] = datetime.fromisoformat(value)
            elif key not in ("key", "by", "at"):
                columns[key] = tuple(value) if isinstance(value, list) else value
        return columns

    def _uid(self, kind: str, key: str) -> str:
        return str(uuid5(UUID(self._content["namespace"]), f"{kind} {key}"))


def span_of(text: str, row: _Row) -> tuple[int, int]:
    """Return start and end, in code points, of a row's exact words at their occurrence.

    Raises ValueError if the text does not have them that often.
    """
    start_cp = -1
    for _ in range(row.get("occurrence", 1)):
        start_cp = text.index(row["exact"], start_cp + 1)
    return start_cp, start_cp + len(row["exact"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild the library that is named; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m reader.sample", description=rebuild.__doc__)
    parser.add_argument("path", type=Path)
    path: Path = parser.parse_args(arguments).path.absolute()
    try:
        rebuild(path)
    except OSError as error:
        refused = OutputUnwritable(name=path, reason=os_reason(error))
        print(refused, file=sys.stderr)
        return 1
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
