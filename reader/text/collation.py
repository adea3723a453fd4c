"""The order of words in an Arabic list: a key that any database compares by code points.

The letters of Arabic stand in Unicode in their alphabetical order; what differs is
put right here. Spellings that mean the same (`text.folding`) stand together, Persian
and Kurdish letters behind the Arabic ones that they are made from, and Arabic before
Latin, as CLDR's collation for Arabic has it. Marks of punctuation do not count.
"""

from reader.text.folding import fold
from reader.text.patterns import pattern

# What stands behind any other letter of the same beginning.
_BEHIND = "\u06ff"
# Letters that came later, behind the one that each is a variant of (CLDR 44, root collation).
_LATER = {"پ": "ب", "چ": "ج", "ڈ": "د", "ژ": "ز", "ڤ": "ف", "گ": "ك"}
_VARIANTS = str.maketrans({letter: base + _BEHIND for letter, base in _LATER.items()})
_IGNORED = pattern(r"[\p{P}\p{S}\p{C}]+")
_SPACES = pattern(r"\s+")
_FOREIGN = pattern(r"[^\p{Arabic}\p{N}\s\u06ff]")
# Longer than any row shows; two that are the same so far stand in the order of import.
_LONGEST = 200


def sort_key(text: str) -> str:
    """Return what a text is sorted by: compare two keys by code point; "" for no letters."""
    plain = _IGNORED.sub(" ", fold(text[:_LONGEST])).translate(_VARIANTS)
    plain = _SPACES.sub(" ", plain).strip()
    return _FOREIGN.sub("\u0700\\g<0>", plain)
