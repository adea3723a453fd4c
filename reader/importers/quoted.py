"""Where words stand that a file quotes, told by what stands around them; certain or not at all."""

import re


def only_place(text: str, prefix: str, words: str, suffix: str) -> tuple[int, int] | None:
    """Return where words stand between their surroundings, None unless there is one such place."""
    sought = prefix + words + suffix
    at = text.find(sought)
    if at < 0 or text.find(sought, at + 1) >= 0:
        return None
    start = at + len(prefix)
    return start, start + len(words)


def only_spaced(text: str, prefix: str, words: str, suffix: str) -> tuple[int, int] | None:
    """Return where words stand, however they are spaced; None unless that is certain.

    Where they stand more than once, a whole side of the surroundings must tell them apart.
    """
    found = [match.span() for match in re.finditer(_pattern(words), text)]
    if len(found) > 1:
        before, after = (re.compile(_pattern(side)) for side in (prefix, suffix))
        found = [
            (start, end)
            for start, end in found
            if (suffix.strip() and after.match(text, _past_space(text, end)))
            or (prefix.strip() and _ends_with(before, text, start, len(prefix)))
        ]
    return found[0] if len(found) == 1 else None


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends_with(before: re.Pattern[str], text: str, end: int, size: int) -> bool:
    head = text[max(0, end - 2 * size - 20) : end].rstrip()
    return any(match.end() == len(head) for match in before.finditer(head))
