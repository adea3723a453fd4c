"""A first look into a library's file: the article that is shown until the library is open.

SQLite is asked directly and for reading only, because loading what the library is worked
with takes several times as long as showing an article. Nothing is relied on: whatever is
not as expected, there is no first look, and opening the library says what is wrong.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.errors import BadSpan
from reader.frozen import dataclass
from reader.model.annotation import Annotation, empty_fields
from reader.storage.driver import sqlite_driver

_AROUND_CP = 20_000
_MOST = 400
_WAIT_MS = 200
_ARTICLE = "SELECT uid, title, language FROM articles WHERE deleted_at IS NULL "
_LAST, _NEWEST = "AND uid = ?", "ORDER BY id DESC LIMIT 1"
_TEXT = (
    "SELECT r.uid, r.text FROM revisions r JOIN articles a ON a.uid = r.article_uid "
    "AND a.revision_number = r.number WHERE a.uid = ?"
)
_COLUMNS = (
    "uid", "revision_uid", "tag", "start_cp", "end_cp", "exact", "prefix", "suffix", "note",
    "status", "origin", "anchor", "annotator_uid",
)  # fmt: skip
_ANNOTATIONS = (
    f"SELECT {', '.join(_COLUMNS)} FROM annotations WHERE revision_uid = ? "  # noqa: S608
    "AND start_cp BETWEEN ? AND ? AND anchor <> 'orphan' ORDER BY start_cp LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What is shown at once: a text and the annotations near a place in it.

    The annotations lack their typed fields and their moments; they are for looking at.
    """

    article_uid: str
    title: str
    language: str
    text: str
    annotations: tuple[Annotation, ...]


def glance(path: Path, last_uid: str, top_cp: int) -> Glance | None:
    """Return the article where the last session ended, or else the newest; None for none.

    `top_cp` is where in it the last session ended, in code points.
    """
    module = sqlite_driver().module
    if not path.is_file():
        return None
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = module.connect(uri, uri=True, timeout=_WAIT_MS / 1000)
        try:
            return _seen(connection, last_uid, top_cp)
        finally:
            connection.close()
    except (module.Error, ValueError, TypeError, BadSpan):
        return None


def _seen(connection: Any, last_uid: str, top_cp: int) -> Glance | None:
    ask = connection.execute
    found = ask(_ARTICLE + _LAST, (last_uid,)).fetchone() or ask(_ARTICLE + _NEWEST).fetchone()
    if found is None:
        return None
    uid, title, language = found
    near = top_cp if uid == last_uid else 0
    revision_uid, text = ask(_TEXT, (uid,)).fetchone()
    around = (revision_uid, near - _AROUND_CP, near + _AROUND_CP, _MOST)
    annotations = tuple(map(_annotation, ask(_ANNOTATIONS, around)))
    return Glance(uid, title, language, text, annotations)


def _annotation(row: Sequence[Any]) -> Annotation:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Annotation(**values, fields=empty_fields(values["tag"]))
