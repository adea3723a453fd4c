"""What every exporter takes, does and gives back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from datetime import datetime
from typing import BinaryIO, Literal, TypeVar

from reader.errors import UnknownFormat
from reader.frozen import dataclass
from reader.label import Label, Language
from reader.model.entry import AnnotatedArticle, KeptText
from reader.model.identity import now
from reader.model.shared import Shared

# What a format counts positions in: code points, UTF-16 units, or it holds no positions.
Unit = Literal["cp", "utf16", ""]
# What a preview can show of it: lines of cells, its own words, a printed page, a list of parts.
Shape = Literal["table", "text", "page", "parts"]
_WATCHED = 500  # annotations


@dataclass(frozen=True, slots=True)
class Preset:
    """One way of writing a format, for one kind of reader."""

    key: str
    label: Label


def _no_texts(_article_uid: str) -> Iterable[KeptText]:
    return ()


def _nobody(_more: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Desk:
    """Who publishes verdicts: its name, "" where nobody has said it, and its address."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportOptions:
    """What a person may choose, and what an exporter needs beside the articles.

    `preset` is the key of one of the exporter's presets ("": the first), and
    `delimiter` a character ("": as the preset and `language` have it). `folded` adds
    the text as search compares it. `shared` is what all articles share. `kept_texts`
    gives all texts of an article by its uid, for a format that holds more than the one
    that is shown, and `whole` says that all articles are exported with all that is marked
    in them. `moment` is when, `desk` who publishes. `told` is told of each few hundred
    annotations that have been written, how many more they are; it raises `Cancelled` where a
    person gives the export up.
    """

    preset: str = ""
    delimiter: str = ""
    language: Language = "en"
    folded: bool = False
    shared: Shared = field(default_factory=Shared)
    kept_texts: Callable[[str], Iterable[KeptText]] = _no_texts
    whole: bool = False
    moment: datetime = field(default_factory=now)
    desk: Desk = Desk()
    told: Callable[[int], None] = _nobody


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the number of annotations, and what a person should know."""

    rows: int
    warnings: tuple[Label, ...] = ()


Write = Callable[[Iterable[AnnotatedArticle], BinaryIO, ExportOptions], ExportReport]


@dataclass(frozen=True, kw_only=True, slots=True)
class Exporter:
    """One format: how it is named, how its files end, and what writes it.

    `summary` says in one line whom it is for, `lost` what it cannot hold. A `two_way`
    format is read back by the importer of the same key. `write` takes the articles one
    by one, so that memory does not grow with the library, tells `options.told` of what
    it has written, and puts bytes into a stream that it leaves open and in which it
    never goes back; a format of several files is one zip file (`zipped.Zipped`). Raises
    UnknownFormat for a preset that is not among `presets`, before it writes anything.
    """

    key: str
    label: Label
    suffix: str
    write: Write
    summary: Label
    lost: Label
    unit: Unit
    shape: Shape
    two_way: bool = False
    presets: tuple[Preset, ...] = ()


Item = TypeVar("Item")


def watched(items: Sequence[Item], options: ExportOptions) -> Iterator[Item]:
    """Give items one by one; between every few hundred the export can be given up."""
    for at in range(0, len(items), _WATCHED):
        options.told(0)
        yield from items[at : at + _WATCHED]


AnyPreset = TypeVar("AnyPreset", bound=Preset)


def preset_named(presets: tuple[AnyPreset, ...], key: str) -> AnyPreset:
    """Return a preset by its key, or the first for ""; raises UnknownFormat."""
    found = next((preset for preset in presets if key in (preset.key, "")), None)
    if found is None:
        names = ", ".join(preset.key for preset in presets)
        raise UnknownFormat(what=Label("preset", "إعداد"), name=key, names=names)
    return found
