"""Keep a spreadsheet from running a cell as a formula, in a way that can be undone.

A cell that a spreadsheet would take for a formula gets an apostrophe in front
(CWE-1236; quoting the cell does not help). Bylines such as "- رويترز", handles
such as "@name" and numbers such as "+966" are everyday cases here.
"""

import unicodedata

MARK = "'"
_STARTERS = tuple("=+-@|%")
_RAW_STARTERS = tuple("\t\r\n\0")
_UNSEEN_RANGES = (
    (0x0000, 0x0020),
    (0x007F, 0x007F),
    (0x00A0, 0x00A0),
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x2060),
    (0x2066, 0x2069),
    (0xFEFF, 0xFEFF),
)
# What spreadsheets, and people, do not see before the first character that counts.
_UNSEEN = "".join(chr(code) for first, last in _UNSEEN_RANGES for code in range(first, last + 1))


def guard(cell: str) -> str:
    """Return the cell, with an apostrophe in front where it could start a formula."""
    return MARK + cell if _needs_mark(cell) else cell


def unguard(cell: str) -> str:
    """Return the cell that `guard` was given."""
    return cell[1:] if cell.startswith(MARK) and _needs_mark(cell[1:]) else cell


def is_dangerous(cell: str) -> bool:
    """Tell whether a spreadsheet could take the cell for a formula.

    So it is when its first visible character is one of `= + - @ | %`, also in
    another width, or when its very first is a tab, a line end or NUL.
    """
    first_seen = cell.lstrip(_UNSEEN)[:1]
    return cell.startswith(_RAW_STARTERS) or unicodedata.normalize("NFKC", first_seen).startswith(
        _STARTERS
    )


def _needs_mark(cell: str) -> bool:
    # A cell that already starts with apostrophes and then a formula gets one more,
    # or `unguard` could not tell it from a guarded one.
    return is_dangerous(cell.lstrip(MARK))
