"""The table of all annotations, against one SELECT and csv.writer."""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from reader.exporters import ExportOptions, export_to_file
from reader.exporters.columns import COLUMNS
from reader.exporters.csv_table import CSV
from reader.storage import Store
from tests.bench.library import annotate_evenly, import_prose, raw
from tests.bench.measure import Benchmark, Case, Work

ARTICLES = 20
WORDS_EACH = 6
CONTEXT_CP = 60
MARKS = "".join(map(chr, range(0x64B, 0x660)))
MARKED = frozenset(MARKS)
PARAGRAPH = re.compile(r"\n")
SENTENCE = re.compile(r"[.!؟?…]\s|\n")
OPTIONS = ExportOptions(preset="programs")
# All columns in their order, but those that are cut out of the text or counted in it.
QUERY = """
SELECT a.revision_uid, a.start_cp, a.end_cp,
    'a_' || a.uid, ar.title, a.tag, t.label_ar, a.note, a.status,
    coalesce(nullif(q.speaker, ''), s.name),
    (SELECT group_concat('a_' || l.from_uid, ' | ') FROM relations l
        WHERE l.to_uid = a.uid AND l.type = 'speaker_of'),
    q.speaker_role, q.quote_type, q.cue, e.entity_type, es.name, es.wikidata_id,
    c.claim_text, coalesce(nullif(c.claimant, ''), cs.name), c.claimed_on, c.check_worthiness,
    (SELECT n.code FROM rulings n WHERE n.annotation_uid = a.uid ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT n.label FROM rulings n WHERE n.annotation_uid = a.uid ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT group_concat(v.url, ' | ') FROM evidence v WHERE v.annotation_uid = a.uid),
    c.fact_check_url,
    (SELECT group_concat(l.type || ':a_' || l.to_uid, ' | ') FROM relations l
        WHERE l.from_uid = a.uid),
    a.confidence, a.origin, who.name,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', a.created_at),
    strftime('%Y-%m-%dT%H:%M:%S+00:00', a.updated_at),
    other.name, ar.uid, ar.url, ar.archive_url, ar.publisher, ar.byline, ar.published,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', ar.retrieved_at), ar.language, r.text_sha256, a.anchor, '',
    (SELECT n.scale FROM rulings n WHERE n.annotation_uid = a.uid ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT n.rating FROM rulings n WHERE n.annotation_uid = a.uid
        ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT n.best FROM rulings n WHERE n.annotation_uid = a.uid ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT n.worst FROM rulings n WHERE n.annotation_uid = a.uid ORDER BY n.rated_at DESC LIMIT 1),
    (SELECT group_concat(iif(f.approximate, '~', '') || f.value || ' ' || f.unit, ' | ')
        FROM claim_numbers f WHERE f.annotation_uid = a.uid)
FROM annotations a
JOIN revisions r ON r.uid = a.revision_uid
JOIN articles ar ON ar.uid = r.article_uid
JOIN tags t ON t.key = a.tag
JOIN annotators who ON who.uid = a.annotator_uid
LEFT JOIN annotators other ON other.uid = a.reviewed_by_uid
LEFT JOIN quotes q ON q.annotation_uid = a.uid
LEFT JOIN entities e ON e.annotation_uid = a.uid
LEFT JOIN claims c ON c.annotation_uid = a.uid
LEFT JOIN subjects s ON s.uid = q.speaker_uid
LEFT JOIN subjects es ON es.uid = e.subject_uid
LEFT JOIN subjects cs ON cs.uid = c.claimant_uid
ORDER BY ar.id, a.start_cp, a.end_cp DESC, a.uid
"""


def case(folder: Path, count: int) -> Case:
    """Lay out a library of articles with annotations."""
    path, table = folder / "library.db", folder / "ours.csv"
    with Store.open(path) as store:
        for number in range(ARTICLES):
            each = count // ARTICLES
            revision = import_prose(store, each * WORDS_EACH, f"{number}.txt")
            annotate_evenly(store, revision, each)

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(path) as store:
            yield lambda: export_to_file(CSV, store.annotated_articles(), table, OPTIONS)

    @contextmanager
    def baseline() -> Iterator[Work]:
        with raw(path) as connection:
            yield partial(write, connection, folder / "baseline.csv")

    def differs() -> str:
        lines = zip(read(folder / "baseline.csv"), read(table), strict=True)
        return next((f"{hand} and {our}" for hand, our in lines if hand != our), "")

    return Case(baseline, ours, differs)


def write(connection: Any, path: Path) -> None:
    """Write the table by hand."""
    texts = dict(connection.execute("SELECT uid, text FROM revisions"))
    numbers = {
        uid: (starts(text, PARAGRAPH), starts(text, SENTENCE)) for uid, text in texts.items()
    }
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(column.key for column in COLUMNS)
        for revision, start, end, *row in connection.execute(QUERY):
            text, (paragraphs, sentences) = texts[revision], numbers[revision]
            cut = text[start:end]
            # No context begins with a mark, or ends without the marks of its last letter.
            before = text[max(0, start - CONTEXT_CP) : start].lstrip(MARKS)
            after = text[end : end + CONTEXT_CP]
            if text[end + CONTEXT_CP : end + CONTEXT_CP + 1] in MARKED:
                after = after.rstrip(MARKS)[:-1]
            place = (bisect_right(paragraphs, start), bisect_right(sentences, start))
            around = (before, after, *place, start, end, f"{start}-{end}")
            writer.writerow((*row[:4], cut, *row[4:6], *around, *row[6:]))


def starts(text: str, border: re.Pattern[str]) -> list[int]:
    """Return where the parts of a text begin."""
    return [0, *(found.end() for found in border.finditer(text))]


def read(path: Path) -> list[list[str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


CSV_EXPORT = Benchmark(
    "export all annotations as CSV",
    "one `SELECT`, `csv.writer`",
    "`export_to_file`, 53 columns",
    100_000,
    "annotations",
    1.5,
    case,
)
