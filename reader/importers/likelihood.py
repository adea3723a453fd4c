"""How much a text looks like Arabic, for telling one old code page from another.

Windows-1256 and ISO-8859-6 share half of their letters, so bytes of the one make
letters in the other too, only not those that Arabic mostly has.
"""

import math
import re
from collections import Counter

# How many of a thousand letters of Arabic news each one is; rounded up to at least one.
_LETTERS_PER_MILLE = {
    "ا": 155, "ل": 120, "ي": 72, "م": 62, "و": 60, "ن": 58, "ر": 50, "ت": 50, "ب": 36,
    "ع": 34, "ه": 34, "د": 32, "ة": 30, "ف": 27, "س": 26, "ق": 24, "ك": 21, "أ": 20,
    "ح": 18, "ج": 14, "ش": 12, "ص": 10, "ط": 10, "خ": 9, "ى": 9, "إ": 9, "ض": 7, "ذ": 6,
    "ز": 6, "ث": 6, "ء": 4, "غ": 4, "ئ": 4, "ظ": 2, "آ": 2, "ؤ": 1, "ـ": 1, "پ": 1, "چ": 1,
    "گ": 1, "ژ": 1, "ڤ": 1, "\u064b": 3, "\u064c": 1, "\u064d": 1, "\u064e": 3, "\u064f": 3,
    "\u0650": 2, "\u0651": 4, "\u0652": 1,
}  # fmt: skip
_STRANGE_PER_MILLE = 0.05
_NEUTRAL = frozenset("،؛؟«»“”‘’„…–—•\u00a0\u200c\u200d\u200e\u200f٠١٢٣٤٥٦٧٨٩٪٫٬")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_WORD_CHARACTER = re.compile(r"[^\W\d_]")
# A mark belongs on a letter: one that stands alone is a letter of another code page.
_LONELY_MARK = re.compile("(?<![\u0621-\u0652])[\u064b-\u0652]")
_LONELY_MARK_WORTH = -5.0
# Nearly every third word of news begins with the article, and ل moves between the pages.
_ARTICLE = re.compile(r"\b[وفبك]?ال")
_ARTICLE_WORTH = 1.5


def log_likelihood(text: str) -> float:
    """Return the logarithm of how likely the characters beyond ASCII are in Arabic.

    Only the difference between two readings of the same bytes has a meaning.
    """
    counts = Counter(text)
    total = _LONELY_MARK_WORTH * len(_LONELY_MARK.findall(text))
    total += _ARTICLE_WORTH * len(_ARTICLE.findall(text))
    for char, times in counts.items():
        if char > "\x7f" and char not in _NEUTRAL:
            share = _LETTERS_PER_MILLE.get(char, _STRANGE_PER_MILLE) / 1000
            total += times * math.log(share)
    return total


def is_mostly_arabic(text: str) -> bool:
    """Tell whether a text reads as Arabic: in its letters, and in hardly anything strange."""
    arabic = len(_ARABIC_LETTER.findall(text))
    strange = sum(
        char > "\x7f" and char not in _LETTERS_PER_MILLE and char not in _NEUTRAL for char in text
    )
    return arabic > len(_ASCII_LETTER.findall(text)) and strange * 50 <= arabic


def is_mostly_latin(text: str) -> bool:
    """Tell whether most characters of a text's words are unaccented Latin letters."""
    return 2 * len(_ASCII_LETTER.findall(text)) > len(_WORD_CHARACTER.findall(text))
