"""The objects that `--json` prints; keys are only ever added."""

from collections.abc import Sequence
from typing import Any

from reader.commands.own import own_object
from reader.model.anchors import LOST
from reader.model.article import Article, ArticleSummary
from reader.model.codebook import OwnField
from reader.model.collection import Shelves, path_of
from reader.model.entry import Entry
from reader.model.fields import fields_of, value_of


def article_object(summary: ArticleSummary, shelves: Shelves | None = None) -> dict[str, Any]:
    """Return an article of the list; `characters` is the length in code points.

    Collection and labels are told by their names in `shelves`.
    """
    article, shelves = summary.article, shelves or Shelves()
    labels = {one.uid: one.name for one in shelves.labels}
    return {
        "id": article.id,
        "uid": article.uid,
        "title": article.title,
        "byline": article.byline,
        "publisher": article.publisher,
        "url": article.url,
        "archive_url": article.archive_url,
        "published": article.published,
        "language": article.language,
        "characters": summary.length,
        "annotations": summary.annotations,
        "revision": summary.revision_uid,
        "created_at": article.created_at.isoformat(),
        "collection": "/".join(path_of(shelves.collections, article.collection_uid or "")),
        "labels": [labels[uid] for uid in article.label_uids if uid in labels],
        "duplicate": summary.is_duplicate,
        "deleted_at": article.deleted_at.isoformat() if article.deleted_at else None,
    }


def annotation_object(
    article: Article, entry: Entry, own_fields: Sequence[OwnField]
) -> dict[str, Any]:
    """Return an annotation; `start` and `end` are code points, half-open.

    One that lost its place has none; `anchor` tells how sure its place is. `own` holds the
    values of the tag's free fields.
    """
    annotation = entry.annotation
    is_placed = annotation.anchor != LOST
    return {
        "uid": annotation.uid,
        "article": article.id,
        "article_uid": article.uid,
        "tag": annotation.tag,
        "start": annotation.start_cp if is_placed else None,
        "end": annotation.end_cp if is_placed else None,
        "anchor": annotation.anchor,
        "text": annotation.exact,
        "note": annotation.note,
        "status": annotation.status,
        "fields": {field.key: value_of(entry, field) for field in fields_of(annotation.tag)},
        "own": own_object(annotation, own_fields),
        "origin": annotation.origin,
        "confidence": annotation.confidence,
        "annotator": entry.annotator,
        "created_at": annotation.created_at.isoformat(),
        "updated_at": annotation.updated_at.isoformat(),
    }
