"""Libraries to measure with: Arabic prose of any length, annotated evenly."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

from reader.importers import from_text
from reader.model.annotation import Annotation
from reader.model.article import Revision
from reader.model.change import Change, edit
from reader.model.tags import TAGS
from reader.storage import Store
from reader.storage.driver import sqlite_driver
from reader.text.anchoring import new_annotation

SESSION = "bench"
SHORT = 400  # words
SENTENCES = (
    "قالت الوزيرة إن المحطة الجديدة ستوفر الماء النقي لنحو ٤٠ ألف أسرة في المدينة.",
    "وأضافت: «لن نترك حيًّا واحدًا بلا ماء»، مشيرة إلى أن العمل بدأ في 2020/3/26.",
    "أما شركة Blue River Ltd فقد طلبت 1,554 مضخة، ولم يصل منها حتى الآن إلا القليل.",
    "هل يكفي ذلك؟",
    "يرى المهندس سامي الحلبي أن الشبكة القديمة تفقد ثلث ما يُضخ فيها، وأن إصلاحها أولى من كل بناء.",
    "وتقول الأمم المتحدة إن نصف سكان الريف يشربون من آبار لم تُفحص منذ عام ٢٠١٧.",
    "انتهى الاجتماع بلا قرار.",
)
SENTENCES_A_PARAGRAPH = 4


def prose(words: int) -> str:
    """Return an article of a number of words, in paragraphs."""
    sentences = ["محطة للماء"]
    turns = cycle(SENTENCES)
    while words > 0:
        sentences.append(next(turns))
        words -= len(sentences[-1].split())
    groups = range(0, len(sentences), SENTENCES_A_PARAGRAPH)
    return "\n".join(" ".join(sentences[at : at + SENTENCES_A_PARAGRAPH]) for at in groups)


def spread(revision: Revision, count: int, annotator_uid: str) -> list[Annotation]:
    """Return annotations of two words each, evenly over a text, of all tags by turns."""
    step = len(revision.text) // count
    places = range(0, step * count, step)
    return [
        new_annotation(revision, at, at + min(12, step), tag.key, annotator_uid)
        for at, tag in zip(places, cycle(TAGS), strict=False)
    ]


def act_of(annotations: list[Annotation], annotator_uid: str) -> Change:
    """Return the one act that makes annotations."""
    edits = tuple(edit(None, one) for one in annotations)
    return Change(act="annotate", edits=edits, annotator_uid=annotator_uid, session_uid=SESSION)


def library_of(path: Path, words: int, annotations: int = 0) -> Path:
    """Make a library of an article to open, and a newer, short one to start with."""
    with Store.open(path) as store:
        revision = import_prose(store, words)
        if annotations:
            annotate_evenly(store, revision, annotations)
        import_prose(store, SHORT, "short.txt")
    return path


def import_prose(store: Store, words: int, name: str = "article.txt") -> Revision:
    """Put an article into a library and return its text."""
    who = store.annotator("bench", "bench")
    article = store.add_article(from_text(prose(words), name), who.uid, SESSION)
    return store.revision(article.uid)


def annotate_evenly(store: Store, revision: Revision, count: int) -> None:
    """Save annotations over a text."""
    who = store.annotator("bench", "bench")
    store.apply(act_of(spread(revision, count, who.uid), who.uid))


@contextmanager
def raw(path: Path) -> Iterator[Any]:
    """Open a library by hand, as safely as the program does."""
    connection = sqlite_driver().module.connect(path, isolation_level=None)
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    try:
        yield connection
    finally:
        connection.close()


def rows(connection: Any, name: str) -> list[tuple[Any, ...]]:
    """Return a table's rows in the order in which they were written."""
    return connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608
