"""What is told of a claim beside its words: its verdict, its age, its evidence."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from reader.label import Language
from reader.model.claim import VerdictScale
from reader.model.claim_line import ClaimLine
from reader.model.identity import now

_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30, 365
# Where nobody misses evidence yet, or any more.
_UNJUDGED = ("candidate", "assigned", "dropped")
# Where a step is not in any scale of the library: its class has a colour too.
_CLASS_COLOURS: Mapping[str, str] = {
    "true": "#2e8540",
    "partly_false": "#c98a00",
    "false": "#c8323c",
    "sarcasm": "#3a7ca5",
    "unverifiable": "#767676",
}


def verdict_colour(scales: tuple[VerdictScale, ...], scale: str, code: str, kind: str) -> str:
    """Return the colour of a verdict: its step's, or that of its class where no scale has it."""
    for one in scales:
        for step in one.labels if one.key == scale else ():
            if step.code == code:
                return step.colour
    return _CLASS_COLOURS.get(kind, _CLASS_COLOURS["unverifiable"])


def verdict_words(scales: tuple[VerdictScale, ...], line: ClaimLine, language: Language) -> str:
    """Return a verdict in the language of the window; words of one's own stay as published."""
    for one in scales:
        for step in one.labels if one.key == line.scale else ():
            if step.code == line.code and line.verdict in (step.label.ar, step.label.en):
                return step.label.text(language)
    return line.verdict


class ClaimWords(QObject):
    """What is told of a claim in numbers."""

    def age(self, line: ClaimLine) -> str:
        """Return how old a claim is, in days, months or years."""
        days = max(0, (now() - line.created_at).days)
        months, years = days // _DAYS_IN_MONTH, days // _DAYS_IN_YEAR
        if days == 0:
            return self.tr("Today")
        if days < 2 * _DAYS_IN_MONTH:
            return self.tr("%Ln day(s)", "", days)
        if days < 2 * _DAYS_IN_YEAR:
            return self.tr("%Ln month(s)", "", months)
        return self.tr("%Ln year(s)", "", years)

    def evidence(self, line: ClaimLine) -> str:
        """Return how much evidence there is for and against a claim."""
        count = line.evidence
        return self.tr("%Ln piece(s) of evidence", "", count)


def misses_evidence(line: ClaimLine) -> bool:
    """Tell whether a claim that is being judged rests on too few independent sources."""
    return line.is_short_of_evidence and line.state not in _UNJUDGED
