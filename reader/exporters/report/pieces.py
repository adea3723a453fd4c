"""A report's text cut where marks begin and end, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from reader.exporters.report.content import ArticleReport, Mark
from reader.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same marks cover, the shortest last; `ends` are those that end with them."""

    words: str
    marks: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def paragraphs_of(text: str, marks: Sequence[Mark]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line of a text that holds any words, in order.

    The marks stand in reading order, the longer first.
    """
    start, at = 0, 0
    open_marks: list[Mark] = []
    for line in text.split("\n"):
        end = start + len(line)
        open_marks = [one for one in open_marks if one.end_cp > start]
        while at < len(marks) and marks[at].start_cp < end:
            open_marks.append(marks[at])
            at += 1
        if line.strip():
            yield list(_pieces(text, (start, end), open_marks))
        start = end + 1


def headed(report: ArticleReport) -> tuple[list[Piece], Iterator[list[Piece]]]:
    """Return the pieces of a report's headline, and its paragraphs without it.

    Where the text begins with its title, that line is the headline.
    """
    paragraphs = paragraphs_of(report.text, report.marks)
    first = next(paragraphs, [])
    if "".join(piece.words for piece in first).split() == report.title.split():
        return first, paragraphs
    return [Piece(report.title, (), ())], chain([first] if first else [], paragraphs)


def _pieces(text: str, line: tuple[int, int], marks: Sequence[Mark]) -> Iterator[Piece]:
    start, end = line
    inside = (place for one in marks for place in (one.start_cp, one.end_cp))
    borders = sorted({start, end, *(place for place in inside if start < place < end)})
    for first, last in pairwise(borders):
        covering = [one for one in marks if one.start_cp < last and one.end_cp > first]
        covering.sort(key=_length)
        # The end of a mark may be the line's own, or the blank after it.
        ends = [
            one for one in covering if one.end_cp == last or (last == end and one.end_cp == end + 1)
        ]
        yield Piece(text[first:last], tuple(covering), tuple(ends))


def _length(mark: Mark) -> tuple[int, int]:
    return mark.start_cp - mark.end_cp, mark.number
