"""Tag all mentions, measured on a made corpus: what is found, what is missed, what is wrong.

python -m tests.text.mentions
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.text.mentions import mentions, name_of

CORPUS = Path(__file__).parent.parent / "data" / "mentions.txt"
_MARKS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True)
class Case:
    """A line of the corpus without its marks, what is to be found in it, and what looks so."""

    names: tuple[str, ...]
    kind: str
    others: tuple[str, ...]
    text: str
    wanted: tuple[tuple[int, int], ...]
    traps: tuple[tuple[int, int], ...]

    @property
    def joined(self) -> tuple[tuple[int, int], ...]:
        """Return the mentions that have particles joined to them."""
        return tuple(span for span in self.wanted if span[0] and self.text[span[0] - 1].isalpha())

    def found(self) -> list[tuple[int, int]]:
        """Return what is found."""
        name = name_of(self.names, self.others, takes_article=self.kind != "person")
        return mentions(name, self.text)


def cases() -> Iterator[Case]:
    """Yield the lines of the corpus."""
    head: tuple[tuple[str, ...], str, tuple[str, ...]] = ((), "", ())
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            parts = [part.strip() for part in line[1:].split("|")]
            others = _listed(parts[2]) if len(parts) > 2 else ()
            head = (_listed(parts[0]), parts[1], others)
        elif line and not line.startswith("#"):
            yield Case(*head, *_unmarked(line))


def _listed(part: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in part.split(";"))


def _unmarked(
    line: str,
) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    spans: dict[str, list[tuple[int, int]]] = {"[": [], "{": []}
    opened: list[tuple[str, int]] = []
    for lost, match in enumerate(_MARKS.finditer(line)):
        at = match.start() - lost
        if match[0] in spans:
            opened.append((match[0], at))
        else:
            mark, start = opened.pop()
            spans[mark].append((start, at))
    return _MARKS.sub("", line), tuple(spans["["]), tuple(spans["{"])


@dataclass(frozen=True)
class Result:
    """What was counted; particle cases are joined mentions and words that only look so."""

    particle_cases: int
    wanted: int
    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    joined_recall: float

    @property
    def precision(self) -> float:
        """Return how much of what was found is right."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Return how much of what is there was found."""
        return self.right / self.wanted


def measured() -> Result:
    """Return what comes of the whole corpus."""
    every = list(cases())
    wrong, missed, right, joined, joined_right = [], [], 0, 0, 0
    for case in every:
        found, wanted = set(case.found()), set(case.wanted)
        right += len(found & wanted)
        joined += len(case.joined)
        joined_right += len(found & set(case.joined))
        wrong += [_told(case, span) for span in sorted(found - wanted)]
        missed += [_told(case, span) for span in sorted(wanted - found)]
    return Result(
        particle_cases=joined + sum(len(case.traps) for case in every),
        wanted=sum(len(case.wanted) for case in every),
        right=right,
        wrong=tuple(wrong),
        missed=tuple(missed),
        joined_recall=joined_right / joined,
    )


def _told(case: Case, span: tuple[int, int]) -> str:
    start, end = span
    return f"{case.names[0]}: …{case.text[max(0, start - 6) : end + 4]}…"


def main() -> int:
    """Print what comes of the corpus; fail where something wrong was found."""
    result = measured()
    print(f"particle cases: {result.particle_cases}")
    print(f"mentions: {result.wanted}, found {result.right}, wrong {len(result.wrong)}")
    print(f"precision {result.precision:.3f}, recall {result.recall:.3f}", end=", ")
    print(f"recall where particles are joined {result.joined_recall:.3f}")
    for label, some in (("wrong", result.wrong), ("missed", result.missed)):
        for one in some:
            print(f"{label}: {one}")
    return 1 if result.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
