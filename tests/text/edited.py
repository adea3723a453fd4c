"""Articles that were edited, with the true place of every word: `python -m tests.text.edited`.

A word has a number of its own, which it keeps whatever happens around it, so where a
span stands afterwards is known without asking the code under test.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from reader.text.boundaries import Span
from reader.text.following import Followed, follow

PARAGRAPHS = (
    """افتتحت في مدينة أم السواقي محطة جديدة لتنقية المياه بعد عامين من التأخير.
وقالت المهندسة سلمى الراوندي إن المحطة تضخ 1,554 مترا مكعبا في الساعة.
وأضافت أن الدائرة لن تفرض رسوما جديدة على المشتركين قبل نهاية العام.""",
    """ونفت الوزارة صحة الأنباء.
وقال الخبير عادل نصيف إن ملوحة الماء أقل بنسبة 37% مما كانت عليه.
ونفت الوزارة صحة الأنباء.
وذكر أن شركة Velmora Water نفذت المشروع بكلفة 23 مليار دينار.""",
    """وكان مجلس المحافظة قد صوت على المشروع في 2019/3/26 بعد جدل طويل بين أعضائه.
وقال رئيس المجلس إن العراق بحاجة إلى محطات أخرى في الجنوب والوسط.
وأكد أن العراق لن يتراجع عن خطته لتنقية مياه نهر الرشيدة.""",
    """وقال مواطنون إن الماء ما زال مالحا في الأحياء الشرقية.
وطالبوا بلجنة مستقلة تفحص العينات كل شهر وتنشر نتائجها على الناس.
وقال مواطنون إن الماء ما زال مالحا في الأحياء الشرقية.""",
    """ويرى مراقبون أن الأرقام المعلنة لا تطابق ما يسجله العداد عند بوابة المحطة.
ولم ترد الهيئة المشتركة لإدارة المياه على أسئلة المراسل حتى مساء الأحد.""",
)
FRESH = (
    "وفي سياق متصل أعلنت البلدية عن حملة لزراعة الأشجار على جانبي الطريق العام.",
    "ومن المقرر أن يجتمع الأعضاء الأسبوع المقبل لبحث ميزانية التعليم والصحة.",
    "ولم يصب أحد بأذى في الحادث الذي وقع فجر الخميس قرب الجسر القديم.",
    "ونفت الوزارة صحة الأنباء.",
    "وأعلن العراق موقفه من القرار في بيان قصير نشر على الموقع الرسمي.",
)
SPARE = (
    "قديمة",
    "واسعة",
    "مؤقتا",
    "صباحا",
    "المجاورة",
    "الكبرى",
    "لاحقا",
    "تقريبا",
    "الثانية",
    "معا",
    "خاصة",
)
_numbers = count()
_SEEN = 150  # characters; longer than a sentence that is there twice


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its number; a copy's `origin` is the number of what it was copied from."""

    number: int
    text: str
    origin: int = -1


Way = Callable[[str, str, list[Span]], list[Followed]]
Sentence = list[Word]
Article = list[list[Sentence]]


def sentence(text: str) -> Sentence:
    """Return a sentence of new words."""
    return [Word(next(_numbers), word) for word in text.split()]


def article() -> Article:
    """Return the article as it was first published."""
    return [[sentence(one) for one in paragraph.split("\n")] for paragraph in PARAGRAPHS]


def text_of(words: Article) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the text, and the number, start and end of each word in it."""
    text, places = "", []
    for paragraph in words:
        for one in paragraph:
            for word in one:
                places.append((word.number, len(text), len(text) + len(word.text)))
                text += word.text + " "
        text = text.rstrip(" ") + "\n"
    return text, places


def _any(made: Article, chance: random.Random) -> tuple[list[Sentence], int]:
    paragraph = chance.choice([one for one in made if one])
    return paragraph, chance.randrange(len(paragraph))


def insert(made: Article, chance: random.Random) -> None:
    """Put a new sentence somewhere."""
    paragraph, at = _any(made, chance)
    paragraph.insert(at, sentence(chance.choice(FRESH)))


def delete(made: Article, chance: random.Random) -> None:
    """Take a sentence out."""
    paragraph, at = _any(made, chance)
    del paragraph[at]


def delete_paragraph(made: Article, chance: random.Random) -> None:
    """Take a paragraph out."""
    if len(made) > 2:
        del made[chance.randrange(len(made))]


def move(made: Article, chance: random.Random) -> None:
    """Bring a sentence elsewhere."""
    paragraph, at = _any(made, chance)
    one = paragraph.pop(at)
    paragraph, at = _any(made, chance) if any(made) else (made[0], 0)
    paragraph.insert(at, one)


def swap_paragraphs(made: Article, chance: random.Random) -> None:
    """Change the order of two paragraphs."""
    one, other = chance.sample(range(len(made)), 2)
    made[one], made[other] = made[other], made[one]


def rewrite(made: Article, chance: random.Random) -> None:
    """Say something else in a sentence's place."""
    paragraph, at = _any(made, chance)
    said = " ".join(word.text for word in paragraph[at])
    paragraph[at] = sentence(chance.choice([one for one in FRESH if one != said]))


def duplicate(made: Article, chance: random.Random) -> None:
    """Say a sentence once more somewhere else: the same letters, other words."""
    paragraph, at = _any(made, chance)
    twin = [Word(next(_numbers), word.text, word.number) for word in paragraph[at]]
    others = [one for one in made if one and one is not paragraph] or [paragraph]
    chance.choice(others).insert(1, twin)


def change_words(made: Article, chance: random.Random) -> None:
    """Put other words for one to three of a sentence."""
    paragraph, at = _any(made, chance)
    one = paragraph[at]
    start = chance.randrange(len(one))
    paragraph[at] = [
        *one[:start],
        *sentence(" ".join(chance.sample(SPARE, chance.randint(1, 2)))),
        *one[start + chance.randint(0, 3) :],
    ]


def respell(made: Article, chance: random.Random) -> None:
    """Write a word with a vowel mark; it is the same word."""
    paragraph, at = _any(made, chance)
    word = chance.randrange(len(paragraph[at]))
    old = paragraph[at][word]
    paragraph[at][word] = Word(old.number, old.text[0] + "\u064e" + old.text[1:])


def join(made: Article, chance: random.Random) -> None:
    """Join two paragraphs."""
    if len(made) > 2:
        at = chance.randrange(len(made) - 1)
        made[at : at + 2] = [made[at] + made[at + 1]]


EDITS: tuple[Callable[[Article, random.Random], None], ...] = (
    insert,
    delete,
    delete_paragraph,
    move,
    swap_paragraphs,
    rewrite,
    duplicate,
    change_words,
    respell,
    join,
)


def spans_of(
    places: Sequence[tuple[int, int, int]], chance: random.Random
) -> Iterator[tuple[Span, list[int]]]:
    """Yield spans of one word to a sentence and more, with the numbers of their words."""
    for size in (1, 1, 2, 3, 5, 8, 12, 20) * 3:
        at = chance.randrange(len(places) - size)
        chosen = places[at : at + size]
        yield (chosen[0][1], chosen[-1][2]), [number for number, _, _ in chosen]


def verdict(
    before: str, span: Span, numbers: Sequence[int], outcome: Followed, after: Article
) -> str:
    """Return whether an outcome is "right", "lost" although it was there, or "wrong".

    Words that fell out and came back behind or before the same 150 characters, or whose
    copy alone is left, are the same words: no reader could tell.
    """
    text, places = text_of(after)
    origins = {word.number: word.origin for one in after for part in one for word in part}
    landed = [n for n, start, end in places if start < outcome.end_cp and end > outcome.start_cp]
    left = [number for number in origins if number in set(numbers)]
    if outcome.state == "orphan":
        return "lost" if left else "right"
    same = [n if n in numbers or origins[n] in origins else origins[n] for n in landed]
    if outcome.state in ("exact", "moved"):
        beside = zip(
            _around(before, *span), _around(text, outcome.start_cp, outcome.end_cp), strict=True
        )
        surely = same == list(numbers) or any(one == other for one, other in beside)
        return "right" if surely else "wrong"
    ours = sum(1 for number in same if number in set(numbers))
    return "right" if 2 * ours >= max(len(left), len(landed)) else "wrong"


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _SEEN) : start], text[end : end + _SEEN]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One span after one edit."""

    edit: str
    before: str
    after: str
    span: Span
    found: Followed
    verdict: str
    untouched: bool


def outcomes(edits: int, seed: int, way: Way = follow) -> Iterator[Outcome]:
    """Yield what becomes of spans after edits, each kind alone and several at once."""
    chance = random.Random(seed)
    for number in range(edits):
        made = article()
        before, places = text_of(made)
        spans = list(spans_of(places, chance))
        chosen = [EDITS[number % len(EDITS)]]
        if number % 3 == 2:
            chosen += chance.sample(EDITS, 2)
        for one in chosen:
            one(made, chance)
        after, _ = text_of(made)
        name = " + ".join(one.__name__ for one in chosen) if len(chosen) == 1 else "three at once"
        found = way(before, after, [span for span, _ in spans])
        for (span, numbers), outcome in zip(spans, found, strict=True):
            words = after[outcome.start_cp : outcome.end_cp]
            assert outcome.state != "exact" or words == before[slice(*span)]
            told = verdict(before, span, numbers, outcome, made)
            yield Outcome(name, before, after, span, outcome, told, _stands(numbers, made))


def _stands(numbers: Sequence[int], after: Article) -> bool:
    """Tell whether all words of a span stand together still."""
    standing = [number for number, _, _ in text_of(after)[1]]
    if numbers[0] not in standing:
        return False
    at = standing.index(numbers[0])
    return standing[at : at + len(numbers)] == list(numbers)


def main() -> None:
    """Print a table: for each kind of edit the spans, those found again, lost and wrong."""
    rows: dict[str, Counter[str]] = {}
    for one in outcomes(600, seed=1):
        row = rows.setdefault(one.edit, Counter())
        row["spans"] += 1
        row[one.verdict] += 1
        row[one.found.state] += 1
        row["standing"] += one.untouched
        row["found"] += one.untouched and one.found.state != "orphan"
    keys = ("spans", "exact", "moved", "fuzzy", "orphan", "standing", "found", "lost", "wrong")
    print("| edit | " + " | ".join(keys) + " |")
    print("|---|" + "---:|" * len(keys))
    for name, row in [*rows.items(), ("all", sum(rows.values(), Counter()))]:
        print(f"| {name} | " + " | ".join(str(row[key]) for key in keys) + " |")


if __name__ == "__main__":
    main()
