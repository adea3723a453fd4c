"""Characters that are not seen but act: how a foreign name is shown, and what a text hides.

A name, an address or a log line that comes from outside may carry controls that
reorder or overwrite what stands around it. They are shown as their numbers, and
only on display: nothing is taken from the data or from an export.
"""

from collections import Counter
from dataclasses import dataclass

import regex

from reader.label import Label
from reader.text.direction import is_rtl

_FSI, _RLI, _PDI = "\u2068", "\u2067", "\u2069"

# C0, DEL and C1; marks and embeddings of UAX #9; zero width; tags (E0000-E007F).
_UNSAFE = regex.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_UNSAFE_IN_TERMINAL = regex.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A kind of character that is not seen; `reorders` marks those that can move others."""

    key: str
    label: Label
    characters: str
    reorders: bool = False


HIDDEN = (
    Hidden(
        "override", Label("Direction overrides", "تجاوز الاتجاه"), "\u202d\u202e", reorders=True
    ),
    Hidden(
        "embedding",
        Label("Direction embeddings", "تضمين الاتجاه"),
        "\u202a\u202b\u202c",
        reorders=True,
    ),
    Hidden(
        "isolate",
        Label("Direction isolates", "عزل الاتجاه"),
        "\u2066\u2067\u2068\u2069",
        reorders=True,
    ),
    Hidden("mark", Label("Direction marks", "علامات الاتجاه"), "\u200e\u200f\u061c"),
    Hidden(
        "zero_width",
        Label("Zero-width characters", "محارف بلا عرض"),
        "\u200b\u2060\u00ad\ufeff",
    ),
    Hidden(
        "tag",
        Label("Tag characters", "محارف وسم خفية"),
        "".join(map(chr, range(0xE0000, 0xE0080))),
    ),
    Hidden(
        "variation",
        Label("Variation selectors", "محددات الشكل"),
        "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
    ),
)


def guarded(name: str) -> str:
    """Return a name with every unseen control as its number, such as ‹202E›; display only."""
    return str(_UNSAFE.sub(_numbered, name))


def printable(text: str) -> str:
    """Return a text without what would act on a terminal; tabs and line ends stay."""
    return str(_UNSAFE_IN_TERMINAL.sub(_numbered, text))


def isolated(text: str, *, rtl: bool | None = None) -> str:
    """Return a text that cannot reorder its surroundings (UAX #9, 2.4); display only.

    `rtl` says what is known of its direction; None lets its first strong letter
    decide, which is wrong for Arabic that begins with a Latin word.
    """
    first = _FSI
    if rtl or (rtl is None and is_rtl(text, default=False)):
        first = _RLI
    return f"{first}{text}{_PDI}"


def hidden_counts(text: str) -> dict[str, int]:
    """Return how many of each kind of unseen character a text holds, by the kinds' keys."""
    counts = Counter(text)
    found = {kind.key: sum(counts[one] for one in kind.characters) for kind in HIDDEN}
    return {key: count for key, count in found.items() if count}


def _numbered(match: "regex.Match[str]") -> str:
    return f"‹{ord(match.group()):04X}›"
