"""How well claims are found again in other words, among 10,000 others.

python -m tests.text.similar_claims

Prints how many twins come first, the mean reciprocal rank, and how long one question takes.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from statistics import median
from time import perf_counter

from reader.text.similar import LEAST_SCORE, SimilarTexts

_DATA = Path(__file__).parents[1] / "data"
PAIRS = _DATA / "similar_claims.txt"
# Written after `LEAST_SCORE` was chosen, by other patterns, and not used to choose anything.
HELD_OUT = _DATA / "similar_claims_held_out.txt"
OTHERS = 10_000
LEAST_FIRST = 0.85
MOST_MS = 50.0

_WHO = (
    "وزارة التخطيط", "هيئة النزاهة", "بلدية الموصل", "نقابة المهندسين", "جامعة الكوفة",
    "شركة نفط الشمال", "مديرية المرور", "غرفة تجارة عمّان", "دائرة الزراعة", "مجلس المحافظة",
)  # fmt: skip
_DID = (
    "أعلنت إنشاء", "وعدت بترميم", "أوقفت تمويل", "أنجزت بناء", "طلبت نقل", "أحالت للتحقيق ملف",
    "أعادت افتتاح", "خصصت أرضا من أجل", "ناقشت إغلاق", "سلّمت مفاتيح",
)  # fmt: skip
_WHAT = (
    "مجمع سكني", "ملعب رياضي", "مكتبة عامة", "سوق للخضار", "محطة وقود", "مرأب للسيارات",
    "حديقة للأطفال", "مركز صحي", "مصنع للألبان", "مخيم للنازحين",
)  # fmt: skip
_WHERE = (
    "في تكريت", "في صلاح الدين", "في نابلس", "في صفاقس", "في وهران", "في اللاذقية",
    "في المكلا", "في الدوحة", "في أسوان", "في الزرقاء",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What a run found: shares from 0 to 1, times in ms."""

    pairs: int
    first: float
    mean_reciprocal_rank: float
    told: float
    median_ms: float
    worst_ms: float
    misses: tuple[str, ...]
    strangers: float


def pairs(path: Path = PAIRS) -> list[tuple[str, str]]:
    """Return the made claims of a file, each with itself in other words."""
    lines = path.read_text("utf-8").splitlines()
    kept = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [(claim, twin) for claim, twin in kept]


def others(count: int = OTHERS) -> list[str]:
    """Return claims about other things."""
    every = product(_WHO, _DID, _WHAT, _WHERE)
    return [
        f"{who} {did} {what} {where} بكلفة {number % 97 + 3} مليون"
        for number, (who, did, what, where) in enumerate(islice(every, count))
    ]


def measure(path: Path = PAIRS) -> Outcome:
    """Ask for every twin of a file among its claims and the others."""
    made = pairs(path)
    index = SimilarTexts()
    for number, text in enumerate(others()):
        index.put(f"other {number}", text)
    for number, (claim, _) in enumerate(made):
        index.put(str(number), claim)
    ranks, times, misses, told, strange = [], [], [], 0, 0
    for number, (claim, twin) in enumerate(made):
        begun = perf_counter()
        found = index.like(twin, most=10, least=0.0)
        times.append((perf_counter() - begun) * 1000)
        keys = [one.key for one in found]
        ranks.append(1 / (keys.index(str(number)) + 1) if str(number) in keys else 0.0)
        if ranks[-1] < 1:
            misses.append(f"{claim} | {twin}")
        told += any(one.key == str(number) and one.score >= LEAST_SCORE for one in found)
        wrong = index.like(twin, most=1, without=str(number))
        strange += bool(wrong)
    return Outcome(
        pairs=len(made),
        first=sum(rank == 1 for rank in ranks) / len(made),
        mean_reciprocal_rank=sum(ranks) / len(made),
        told=told / len(made),
        median_ms=median(times),
        worst_ms=max(times),
        misses=tuple(misses),
        strangers=strange / len(made),
    )


def main(_arguments: Sequence[str] = ()) -> int:
    """Print the outcome; return 1 where too few twins come first, or too late."""
    return max(
        report("the claims that the cut-off was chosen on", PAIRS), report("held out", HELD_OUT)
    )


def report(name: str, path: Path) -> int:
    """Print the outcome for a file; return 1 where too few twins come first, or too late."""
    found = measure(path)
    print(f"{name}: {found.pairs} claims with a twin, among {OTHERS} others")
    print(f"recall@1  {found.first:.1%}")
    print(f"MRR       {found.mean_reciprocal_rank:.3f}")
    print(f"told      {found.told:.1%} (score {LEAST_SCORE} and more)")
    print(f"strangers {found.strangers:.1%} of questions tell a claim of another matter")
    print(f"one question: median {found.median_ms:.1f} ms, worst {found.worst_ms:.1f} ms")
    for one in found.misses:
        print(f"not first: {one}")
    return int(found.first < LEAST_FIRST or found.median_ms > MOST_MS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
