"""A report as two texts with marks, as a page draws them: the article, and what is known of it."""

from collections.abc import Iterable

from reader.exporters.report.content import ArticleReport, Fact, Item, word
from reader.frozen import dataclass
from reader.label import Language
from reader.text.controls import isolated


@dataclass(frozen=True, slots=True)
class Laid:
    """A text with its marks as (start, end, tag, number), half-open in code points.

    `lines` are the places where lines of our own begin, whose direction their letters
    do not tell.
    """

    text: str
    marks: tuple[tuple[int, int, str, int], ...]
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidReport:
    """One article on paper: what stands above it, its text, what follows, and the tags' colours."""

    title: str
    source: str
    body: Laid
    back: Laid
    tags: tuple[tuple[str, str, str, str], ...]


def laid_out(report: ArticleReport, language: Language, *, whole: bool) -> LaidReport:
    """Return a report as a page draws it; without the text if not the `whole` of it."""
    lines = _Lines()
    lines.facts(report.facts)
    if not report.sections:
        lines.add(word("nothing", language))
    for section in report.sections:
        lines.add("")
        lines.add(section.heading, section.tag.key)
        for item in section.items:
            _add(lines, item, language)
    return LaidReport(
        title=report.title,
        source=" · ".join(fact.value for fact in report.facts if not fact.link),
        body=_body(report, whole=whole),
        back=lines.laid(),
        tags=tuple((one.key, one.label.en, one.colour, one.line) for one in report.tags),
    )


def _body(report: ArticleReport, *, whole: bool) -> Laid:
    if not whole:
        return Laid(report.title, ())
    # A text that begins with its title needs no second one.
    first = report.text.lstrip().split("\n", 1)[0]
    before = "" if first.split() == report.title.split() else f"{report.title}\n"
    moved = len(before)
    marks = tuple(
        (one.start_cp + moved, one.end_cp + moved, one.tag, one.number) for one in report.marks
    )
    return Laid(before + report.text, marks)


class _Lines:
    """Gathers the lines of a text and the marks in them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[tuple[int, int, str, int]] = []
        self._starts: list[int] = []
        self._at = 0

    def add(self, words: str, tag: str = "", number: int = 0) -> None:
        """Add a line, its words marked as those of a tag and numbered where that is named."""
        before = f"{number}. " if number else ""
        self._starts.append(self._at)
        if tag and words:
            start = self._at + len(before)
            self._marks.append((start, start + len(words), tag, 0))
        line = before + words
        self._lines.append(line)
        self._at += len(line) + 1

    def facts(self, facts: Iterable[Fact], before: str = "") -> None:
        """Add what is known, each under the word for it, as one line."""
        said = [f"{fact.label}: {isolated(' '.join(fact.value.split()))}" for fact in facts]
        if said:
            self.add(before + " · ".join(said))

    def laid(self) -> Laid:
        """Return the text."""
        return Laid("\n".join(self._lines), tuple(self._marks), tuple(self._starts))


def _add(lines: _Lines, item: Item, language: Language) -> None:
    lines.add("")
    lines.add(item.words, item.tag, item.number)
    if item.verdict:
        lines.facts([Fact(word("verdict", language), item.verdict)])
    lines.facts(item.facts)
    for line in filter(None, item.note.split("\n")):
        lines.add(line)
    if item.sources:
        lines.add(f"{word('evidence', language)}:")
    for source in item.sources:
        lines.facts(source, "– ")
