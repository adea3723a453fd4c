"""A letter with a mark that a PDF names twice, at the letter and at the mark, is one letter.

Some browsers say of both glyphs of such a cluster that they stand for all of it. Where a
program names the cluster at its mark alone, nothing is an echo.
"""

from collections.abc import Sequence

from reader.importers.pdf_words import Glyph, is_drawn_as_mark, is_mark

_BESIDE = 0.8  # em, between where a letter and its mark are drawn

_Place = tuple[float, float]


def without_echoes(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs of a page without those clusters that are named a second time."""
    clusters: dict[_Place, list[Glyph]] = {}
    for glyph in glyphs:
        clusters.setdefault(_place(glyph), []).append(glyph)
    named: dict[tuple[str, ...], list[Sequence[Glyph]]] = {}
    for cluster in clusters.values():
        if _has_mark_and_letter(cluster):
            named.setdefault(_names(cluster), []).append(cluster)
    echoes = {
        _place(cluster[0])
        for alike in named.values()
        for cluster in alike
        if _is_at_its_mark(cluster) and any(_is_beside(cluster, other) for other in alike)
    }
    return [glyph for glyph in glyphs if _place(glyph) not in echoes]


def _place(glyph: Glyph) -> _Place:
    return glyph.origin, glyph.baseline


def _names(cluster: Sequence[Glyph]) -> tuple[str, ...]:
    return tuple(sorted(one.text for one in cluster))


def _has_mark_and_letter(cluster: Sequence[Glyph]) -> bool:
    return 0 < sum(map(is_mark, cluster)) < len(cluster)


def _is_at_its_mark(cluster: Sequence[Glyph]) -> bool:
    return all(map(is_drawn_as_mark, cluster))


def _is_beside(cluster: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Tell whether another cluster is drawn as a letter, in the same place of the line."""
    one, two = cluster[0], other[0]
    near = abs(one.middle - two.middle) < _BESIDE * one.size
    return near and one.baseline == two.baseline and not _is_at_its_mark(other)
