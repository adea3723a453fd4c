"""What every exporter takes, does and gives back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeVar

from reader.errors import UnknownFormat
from reader.label import Label, Language
from reader.model.entry import AnnotatedArticle
from reader.model.tags import TAGS, Tag


@dataclass(frozen=True, slots=True)
class Preset:
    """One way of writing a format, for one kind of reader."""

    key: str
    label: Label


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportOptions:
    """What a person may choose.

    `preset` is the key of one of the exporter's presets ("": the first), and
    `delimiter` a character ("": as the preset and `language` have it). `tags` give
    the labels of the tags. `folded` adds the text as search compares it.
    """

    preset: str = ""
    delimiter: str = ""
    language: Language = "en"
    tags: tuple[Tag, ...] = TAGS
    folded: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the number of annotations, and what a person should know."""

    rows: int
    warnings: tuple[Label, ...] = ()


Write = Callable[[Iterable[AnnotatedArticle], BinaryIO, ExportOptions], ExportReport]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: how it is named, how its files end, and what writes it.

    `write` takes the articles one by one, so that memory does not grow with the
    library, and puts bytes into a stream that it leaves open. Raises UnknownFormat
    for a preset that is not among `presets`, before it writes anything.
    """

    key: str
    label: Label
    suffix: str
    write: Write
    presets: tuple[Preset, ...] = ()


AnyPreset = TypeVar("AnyPreset", bound=Preset)


def preset_named(presets: tuple[AnyPreset, ...], key: str) -> AnyPreset:
    """Return a preset by its key, or the first for ""; raises UnknownFormat."""
    found = next((preset for preset in presets if key in (preset.key, "")), None)
    if found is None:
        names = ", ".join(preset.key for preset in presets)
        raise UnknownFormat(what=Label("preset", "إعداد"), name=key, names=names)
    return found


def chosen(
    articles: Iterable[AnnotatedArticle],
    tags: frozenset[str] = frozenset(),
    uids: frozenset[str] | None = None,
) -> Iterator[AnnotatedArticle]:
    """Yield the articles with only the entries of some tags (all for none named).

    `uids`, where given, names the annotations that are wanted, as a filter of the
    window does.
    """
    for annotated in articles:
        entries = tuple(
            entry
            for entry in annotated.entries
            if (not tags or entry.annotation.tag in tags)
            and (uids is None or entry.annotation.uid in uids)
        )
        yield replace(annotated, entries=entries)
