"""Names under which a document from elsewhere may be put into a folder."""

import re

from reader.importers.formats import IMPORTERS, suffixes

_LONGEST = 80
# What no file name takes on some system, what a shell reads, and what turns its order (UAX #9).
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def safe_name(source_name: str, format_key: str) -> str:
    """Return a file's name that leads nowhere else and ends as its format does.

    An ending that no importer reads is not kept: the system would run what it names.
    """
    plain = _UNSAFE.sub("", source_name).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    known = f".{ending.lower()}" if dot else ""
    if known not in suffixes():
        own = (one.suffixes[0] for one in IMPORTERS if one.key == format_key)
        stem, known = plain, next(own, ".txt")
    stem = stem[:_LONGEST].strip(" .")
    if not stem or _RESERVED.fullmatch(stem.partition(".")[0]):
        stem = f"original-{stem}" if stem else "original"
    return f"{stem}{known}"
