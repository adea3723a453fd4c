"""Characters that are not seen but act: how a foreign name is shown, and what a text hides.

A name, an address or a log line that comes from outside may carry controls that
reorder or overwrite what stands around it. They are shown as their numbers, and
only on display: nothing is taken from the data or from an export.
"""

from typing import TYPE_CHECKING, Literal

from reader.frozen import dataclass
from reader.label import Label
from reader.text.direction import is_rtl
from reader.text.patterns import pattern

if TYPE_CHECKING:
    import regex

_FSI, _RLI, _PDI = "\u2068", "\u2067", "\u2069"

# All that has no picture of its own: controls, formats, halves of characters, noncharacters.
# The joiners spell words and emoji, and the signs of numbers and verses are seen.
_UNSEEN = pattern(
    r"(?V1)[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]"
    r"--[\u200c\u200d]--\p{Prepended_Concatenation_Mark}]"
)
_UNSAFE_IN_TERMINAL = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\p{Cs}]")

_EMBEDDINGS, _POP = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES = "\u2066\u2067\u2068"
_BRACKETS = pattern(f"[{_EMBEDDINGS}{_POP}{_ISOLATES}{_PDI}]")
_BRACKETS_AND_ENDS = pattern(f"[{_EMBEDDINGS}{_POP}{_ISOLATES}{_PDI}\n]")
_ENDS_ISOLATION = pattern(rf"[{_EMBEDDINGS}{_POP}{_ISOLATES}{_PDI}\n\r\x1c-\x1e\x85\u2029]")
_LOOK_ALIKES = ("يی", "كک", "هہ")
_TWO_SCRIPTS = pattern(r"\b(?=\w*\p{Latin})(?=\w*\p{Cyrillic})\w+")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A kind of what a reader does not see.

    `level` says how much it matters: it may mislead, it is worth knowing, or it is
    only counted. `pattern` matches one; kinds without one are counted by rules.
    """

    key: str
    label: Label
    level: Literal["warning", "info", "count"]
    pattern: str = ""


HIDDEN = (
    Hidden("override", Label("Direction overrides", "تجاوز الاتجاه"), "warning", r"[\u202d\u202e]"),
    Hidden("unclosed", Label("Direction changes left open", "تغيير اتجاه لم يُغلق"), "warning"),
    Hidden(
        "embedding", Label("Direction embeddings", "تضمين الاتجاه"), "info", r"[\u202a\u202b\u202c]"
    ),
    Hidden("isolate", Label("Direction isolates", "عزل الاتجاه"), "info", r"[\u2066-\u2069]"),
    Hidden(
        "zero_width",
        Label("Zero-width characters", "محارف بلا عرض"),
        "info",
        r"[\u200b\u2060\u00ad\ufeff]",
    ),
    Hidden("tag", Label("Tag characters", "محارف وسم خفية"), "info", r"[\U000e0000-\U000e007f]"),
    Hidden(
        "variation",
        Label("Variation selectors", "محددات الشكل"),
        "info",
        r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
    ),
    Hidden("look_alike", Label("Look-alike letters", "حروف متشابهة"), "info"),
    Hidden("mark", Label("Direction marks", "علامات الاتجاه"), "count", r"[\u200e\u200f\u061c]"),
)


def guarded(name: str) -> str:
    """Return a name with every unseen control as its number, such as ‹202E›; display only."""
    return _UNSEEN.sub(_numbered, name)


def printable(text: str) -> str:
    """Return a text without what would act on a terminal; tabs and line ends stay."""
    return _UNSAFE_IN_TERMINAL.sub(_numbered, text)


def isolated(text: str, *, rtl: bool | None = None) -> str:
    """Return a name that cannot reorder its surroundings (UAX #9, 2.4); display only.

    `rtl` says what is known of its direction; None counts its letters, and lets the
    first strong one decide only where that is not Arabic. Controls that could end the
    isolation are guarded; marks, which Arabic dates have, stay.
    """
    known_rtl = is_rtl(text, default=False) if rtl is None else rtl
    return f"{_RLI if known_rtl else _FSI}{_ENDS_ISOLATION.sub(_numbered, text)}{_PDI}"


def hidden_counts(text: str) -> dict[str, int]:
    """Return how many of each kind of HIDDEN a text holds, by their keys; none are left out."""
    # A whole book takes a second: let the window's thread go on meanwhile.
    counts = {
        kind.key: len(pattern(kind.pattern).findall(text, concurrent=True))
        for kind in HIDDEN
        if kind.pattern
    }
    counts["unclosed"] = _left_open(text)
    counts["look_alike"] = _look_alikes(text)
    return {kind.key: counts[kind.key] for kind in HIDDEN if counts[kind.key]}


def _left_open(text: str) -> int:
    """Return how many embeddings and isolates paragraphs leave open (UAX #9, X1 to X8)."""
    if _BRACKETS.search(text, concurrent=True) is None:
        return 0
    left = opened = 0
    isolates: list[int] = []  # how many were open when each isolate began
    for match in _BRACKETS_AND_ENDS.finditer(text, concurrent=True):
        control = match.group()
        if control == "\n":
            left, opened, isolates = left + opened, 0, []
        elif control in _EMBEDDINGS:
            opened += 1
        elif control in _ISOLATES:
            isolates.append(opened)
            opened += 1
        elif control == _PDI and isolates:
            opened = isolates.pop()
        elif control == _POP and opened and isolates[-1:] != [opened - 1]:
            opened -= 1
    return left + opened


def _look_alikes(text: str) -> int:
    """Return how many letters stand for a twin that the text uses too, and mixed words."""
    twins = sum(min(map(text.count, pair)) for pair in _LOOK_ALIKES)
    return twins + len(_TWO_SCRIPTS.findall(text, concurrent=True))


def _numbered(match: "regex.Match[str]") -> str:
    return f"‹{ord(match.group()):04X}›"
