"""The direction of a paragraph, told by the letters that it mostly has.

The first strong letter (UAX #9, rule P2) would turn an Arabic paragraph that
begins with “COVID-19” to the left, so all its letters are counted instead.
"""

import unicodedata
from collections import Counter


def is_rtl(paragraph: str, default: bool = True) -> bool:
    """Tell whether a paragraph runs from right to left.

    It does if it has at least as many right-to-left letters (bidi classes R and
    AL) as left-to-right ones (L). Digits, marks and controls do not count. A
    paragraph without a letter takes `default`, the direction of the document.
    """
    right = left = 0
    for char, times in Counter(paragraph).items():
        if unicodedata.category(char)[0] != "L":
            continue
        bidi_class = unicodedata.bidirectional(char)
        if bidi_class == "L":
            left += times
        elif bidi_class in {"R", "AL"}:
            right += times
    return right >= left if right or left else default
