"""Whom words in a text may mean: the subjects of a register, likeliest first."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.frozen import dataclass
from reader.model.subject import Subject
from reader.text.folding import fold
from reader.text.terms import forms_behind, words

# How much each likeness counts; under the last one nothing is offered.
_SAME_NAME = 100
_SAME_OTHER_NAME = 95
_SAME_BEHIND_PARTICLES = 90
_NAME_WITH_TITLE = 80
_PART_OF_NAME = 70
_LAST_NAME = 60
# Names whose folded form is kept: a register is asked again for each mention.
_MOST_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A subject that is meant perhaps; the higher `likeness`, the likelier."""

    subject: Subject
    likeness: int


def candidates(spoken: str, subjects: Iterable[Subject], most: int = 3) -> list[Candidate]:
    """Return the subjects that words like those of a mention may mean, the best first.

    Names are compared folded, without particles joined to them; a title before the
    name, the last name alone, and a part of the name count for less.
    """
    key = _key(spoken)
    if not key:
        return []
    said = _said(key)
    rated = ((one, _likeness(said, one)) for one in subjects)
    found = [Candidate(one, likeness) for one, likeness in rated if likeness]
    return sorted(found, key=_best_first)[:most]


def named(spoken: str, subjects: Iterable[Subject]) -> Subject | None:
    """Return the subject whose name these words are, in any spelling, or None."""
    found = candidates(spoken, subjects, 1)
    return found[0].subject if found and found[0].likeness >= _SAME_BEHIND_PARTICLES else None


def twins(subjects: Sequence[Subject]) -> list[tuple[Subject, Subject]]:
    """Return pairs of one kind that share a name in any spelling: duplicates, perhaps."""
    held: dict[tuple[str, str], Subject] = {}
    found: dict[tuple[str, str], tuple[Subject, Subject]] = {}
    for one in subjects:
        for key in dict.fromkeys(map(_key, names_of(one))):
            other = held.setdefault((one.kind, key), one)
            if other is not one:
                found.setdefault((other.uid, one.uid), (other, one))
    return list(found.values())


def names_of(subject: Subject) -> tuple[str, ...]:
    """Return every name of a subject, the canonical one first."""
    every = (subject.name, *subject.other_names, subject.latin_name)
    return tuple(one for one in every if one.strip())


@lru_cache(maxsize=_MOST_KEPT)
def _key(name: str) -> str:
    return " ".join(words(fold(name)))


@dataclass(frozen=True, slots=True)
class _Said:
    """Words as they are compared: as they stand, without particles, and the last word of each."""

    key: str
    forms: frozenset[str]
    lasts: frozenset[str]


def _said(key: str) -> _Said:
    first, _, rest = key.partition(" ")
    forms = frozenset(f"{form} {rest}".strip() for form in forms_behind(first))
    return _Said(key, forms, frozenset(one.rpartition(" ")[2] for one in (key, *forms)))


def _likeness(said: _Said, subject: Subject) -> int:
    best = 0
    for name in names_of(subject):
        held = _key(name)
        if held == said.key:
            best = max(best, _SAME_NAME if name == subject.name else _SAME_OTHER_NAME)
        elif held in said.forms:
            best = max(best, _SAME_BEHIND_PARTICLES)
        elif any(last in held for last in said.lasts):
            best = max(best, _partial_likeness((said.key, *said.forms), held.split()))
    return best


def _partial_likeness(forms: Iterable[str], held: list[str]) -> int:
    best = 0
    for form in forms:
        spoken = form.split()
        if len(held) > 1 and spoken[-len(held) :] == held:
            best = max(best, _NAME_WITH_TITLE)
        elif len(spoken) > 1 and _is_within(spoken, held):
            best = max(best, _PART_OF_NAME)
        elif len(held) > 1 and spoken[-1:] == held[-1:] and len(spoken) == 1:
            best = max(best, _LAST_NAME)
    return best


def _is_within(part: list[str], whole: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole)))


def _best_first(candidate: Candidate) -> tuple[int, str, str]:
    return -candidate.likeness, candidate.subject.name, candidate.subject.uid
