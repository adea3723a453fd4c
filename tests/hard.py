"""Texts that are hard to lay out, by name: very long, without a space, or out of order."""

import random

_SENTENCE = "كلمة أخرى هنا وقال الوزير. "
_MIXED = "قالت وزارة Health عن כוח ו-کتاب ۱۲۳ و١٢٣ و123 (10-20)، «نعم» שלום 26/3/2020 فارسی. "
_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


def _unbalanced(length: int) -> str:
    """Return words among overrides and isolates that nobody has closed, or that close nothing."""
    rng = random.Random(1)
    words = ("نص", "مقلوب", "exe.gpj", "12-34", "עברית", "\n")
    parts = (rng.choice(words) + rng.choice(_CONTROLS) + " " for _ in range(length))
    return "\u202e\u2067" * 500 + "".join(parts)


HARD: tuple[tuple[str, str], ...] = (
    ("one line of 1 MB", (_SENTENCE * (1_000_000 // len(_SENTENCE) + 1))[:1_000_000]),
    ("1 MB without a space", "سلام" * 250_000),
    ("1 MB without a space, Latin", "a" * 1_000_000),
    ("100,000 marks on a letter", "ب" + "\u064e" * 100_000 + " نعم"),
    ("100,000 marks on no letter", "\u0651\u064e" * 50_000 + " نعم قال"),
    ("unbalanced overrides and isolates", _unbalanced(30_000)),
    ("Arabic, Hebrew, Persian, Latin, numbers", _MIXED * 3_000),
    ("presentation forms", "ﷺ ﻻ ﻼ ﺍﻟﻠﻪ ﻣﺮﺣﺒﺎ " * 12_000),
    ("100,000 empty paragraphs", "\n" * 100_000 + "نعم"),
    ("100,000 emoji", "😀" * 100_000),
    ("100,000 joiners in one emoji", "👩" + "\u200d👩" * 50_000),
)
