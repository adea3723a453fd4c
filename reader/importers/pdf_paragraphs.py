"""From the lines of a PDF's pages to paragraphs, without what is printed on every page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.importers.pdf_lines import Line

_SPACE = 0.25  # em
_LOOSER = 1.3  # times the usual distance between lines, which is counted in em
_OTHER_SIZE = 0.12
_EDGE = 0.09  # of a page's height, in which running heads and page numbers stand
_REPEATED_FROM = 3  # pages


def paragraphs_of(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs of lines; one may go on over the end of a page."""
    pages = _without_what_is_cut([page for page in pages if page])
    lines = [line for page in pages for line in page]
    distances = [
        round((one.baseline - other.baseline) / other.size, 1)
        for page in pages
        for one, other in pairwise(page)
        if one.baseline > other.baseline
    ]
    usual = Counter(distances).most_common(1)[0][0] if distances else 0.0
    edges = (min(line.left for line in lines), max(line.right for line in lines)) if lines else ()
    paragraph: list[str] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        paragraph.append(line.text)
        if following is None or _ends(line, following, usual, edges):
            yield " ".join(paragraph)
            paragraph = []


def _ends(line: Line, following: Line, usual: float, edges: Sequence[float]) -> bool:
    """Tell whether a paragraph ends with a line: the next begins though its word had room."""
    if line.rtl != following.rtl and len(line.text) > 1 < len(following.text):
        return True
    if abs(line.size - following.size) > _OTHER_SIZE * line.size:
        return True
    if usual and line.baseline - following.baseline > _LOOSER * usual * following.size:
        return True
    room = line.left - edges[0] if line.rtl else edges[1] - line.right
    return room > following.first_word + 2 * line.size * _SPACE


def _without_what_is_cut(pages: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """Leave out the line of which two pages show a half each."""
    return [
        page[1:] if before and page[0].text == before[-1].text else page
        for before, page in zip([(), *pages], pages, strict=False)
    ]


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and what stands at the edge of most pages of a longer PDF."""
    told = Counter(
        told for page in pages for told in {_told(one) for one in page if _is_at_edge(one)}
    )
    often = {one for one, count in told.items() if count >= max(_REPEATED_FROM, len(pages) / 2)}
    return [
        [one for one in page if not _is_at_edge(one) or (_told(one) and _told(one) not in often)]
        for page in pages
    ]


def _told(line: Line) -> str:
    """Return the words without digits, by which a running head is known again."""
    return "".join(one for one in line.text if not one.isdigit()).strip(" -–—/|.")


def _is_at_edge(line: Line) -> bool:
    return not _EDGE < line.place < 1 - _EDGE
