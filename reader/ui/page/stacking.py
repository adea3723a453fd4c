"""Notes stacked beside a paragraph: who gets how many lines, and where each stands.

Everything is in pixels below the paragraph's top. A paragraph's notes are placed by
themselves, so what scrolls into view elsewhere never moves them.
"""

from collections.abc import Sequence


def fitting(count: int, room: int, least: int, gap: int) -> int:
    """Return how many of `count` notes fit into a room at their least height."""
    return max(1, min(count, (room + gap) // (least + gap)))


def shared_lines(wanted: Sequence[int], spare: int, most: int) -> list[int]:
    """Return how many lines each note shows: one, and more while lines are spare.

    `wanted` are the lines that each has, `spare` how many the room holds beyond one
    for each. They are dealt out in turn, so that no long note starves the others.
    """
    shown = [1] * len(wanted)
    dealt = True
    while dealt and spare > 0:
        dealt = False
        for at, lines in enumerate(wanted):
            if spare > 0 and shown[at] < min(lines, most):
                shown[at] += 1
                spare -= 1
                dealt = True
    return shown


def settled(tops: Sequence[int], heights: Sequence[int], room: int, gap: int) -> list[int]:
    """Return where notes come to stand, in their order and without overlap.

    Each would stand at its top; together they move as little as possible, by least
    squares (isotonic regression: pool adjacent violators), and within the room if
    they fit in it. What does not fit goes on below it.
    """
    offsets = [0]
    for height in heights:
        offsets.append(offsets[-1] + height + gap)
    pools: list[tuple[float, int]] = []
    for top, offset in zip(tops, offsets, strict=False):
        mean, size = float(top - offset), 1
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean = (mean * size + other * count) / (size + count)
            size += count
        pools.append((mean, size))
    highest = max(0, room - (offsets[-1] - gap))
    places = [max(0, min(round(mean), highest)) for mean, size in pools for _ in range(size)]
    return [place + offset for place, offset in zip(places, offsets, strict=False)]
