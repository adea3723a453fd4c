"""A dense page: 50 annotations of every tag that overlap and nest, in an article of 500 words."""

import random
from collections.abc import Iterator

from reader.importers import from_text
from reader.model.change import Change, edit
from reader.model.tags import TAGS
from reader.storage import Store
from reader.text import boundaries
from reader.text.anchoring import new_annotation

WORDS, COUNT = 500, 50
_SENTENCES = (
    "قالت وزيرة المياه ليلى منصور لوكالة Reuters إن المحطة الجديدة في نينوى ستخدم 40 ألف أسرة.",
    "وأضافت: «لن ننتظر حتى 26/3/2020، ولن نتراجع عن المشروع»، بحسب بيان الوزارة.",
    "وبلغت الكلفة 1,554 مليون دينار، أي ما نسبته 12٪ من موازنة العام ٢٠٢٠.",
    "لكن مهندسين في شركة Delta Water Ltd قالوا إن الأرقام «لا تطابق العقود» الموقعة.",
    "والله أعلم، قال أحد الأهالي وهو يشير إلى النهر: «الماءُ لا يصلُ إلى بيوتِنا منذ الأحد».",
)


def dense_text() -> str:
    """Return the article, in paragraphs of three sentences."""
    sentences: list[str] = []
    while sum(len(one.split()) for one in sentences) < WORDS:
        sentences.append(_SENTENCES[len(sentences) % len(_SENTENCES)])
    groups = (sentences[at : at + 3] for at in range(0, len(sentences), 3))
    return "\n".join(["محطة الماء في نينوى: كلفة وأسئلة", *(" ".join(group) for group in groups)])


def dense_spans(text: str, seed: int = 7) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges in code points and the tags, half of them close together."""
    rng = random.Random(seed)
    for number in range(COUNT):
        crowd = len(text) // 6 if number % 2 else len(text) - 200
        start = boundaries.word_at(text, rng.randrange(40, crowd))[0]
        length = rng.choice((8, 25, 60, 120))
        end = boundaries.word_at(text, min(start + length, len(text) - 1))[1]
        yield start, end, TAGS[number % len(TAGS)].key


def add_dense(store: Store) -> None:
    """Put the article with its annotations into a library."""
    who = store.annotator("dense", "dense")
    article = store.add_article(from_text(dense_text(), "dense.txt"), who.uid, "dense")
    revision = store.revision(article.uid)
    made = [new_annotation(revision, *span, who.uid) for span in dense_spans(revision.text)]
    edits = tuple(edit(None, one) for one in made)
    store.apply(Change(act="annotate", edits=edits, annotator_uid=who.uid, session_uid="dense"))
