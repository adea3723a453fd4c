"""brat standoff: pairs of a text (.txt) and its annotations (.ann) in a zip file.

Positions are code points, end excluded. Fragments with nothing but line ends between
them are one span; others mark several places, which we cannot hold.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from itertools import pairwise

from reader.frozen import dataclass
from reader.importers.archive import Archive
from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.carried import Carried, Tie

KEY = "brat"
_OWN_NOTE = "Hashiya_"
_ESCAPED = re.compile(r"\\([\\nrt])")
_MEANT = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
_CODE = re.compile(r"-([0-9A-F]{1,6})-")
_PAIR = 2
_WIKIDATA = "Wikidata:"
_TORN = Label("the line is not one of the format", "السطر ليس على صيغة brat")
_APART = Label("it marks several places at once", "يعلّم عدة مواضع معًا")
_EVENT = Label("we have no events of this kind", "لا حوادث من هذا النوع عندنا")
# The roles of an attribution, and what each says of the content.
_SOURCE, _CUE, _CONTENT = "Source", "Cue", "Content"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its id, the words of its second column, and what stands after the next tab."""

    name: str
    words: list[str]
    tail: str


@dataclasses.dataclass(slots=True)
class _File:
    """What one file of annotations says so far, by the ids of its lines."""

    text: str
    marks: dict[str, tuple[str, int, int, str]] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    events: list[dict[str, str]] = field(default_factory=list)
    misfits: list[tuple[str, Label]] = field(default_factory=list)

    def say(self, target: str, key: str, value: str) -> None:
        """Note a value of the annotation that a line names."""
        self.values.setdefault(target, {})[key] = value


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of an archive; raises as `Archive` and `decode` do."""
    archive = Archive(source, name)
    unpacker = Unpacker(name, KEY)
    for path in archive.names():
        twin = path.removesuffix(".ann") + ".txt"
        if path.endswith(".ann") and twin in archive:
            own = archive.part(twin)
            lines = decode(archive.part(path) or b" ", path, "utf-8").text
            found = _File(decode(own, twin, given.encoding).text)
            for line in filter(None, lines.split("\n")):
                _take(line.rstrip("\r"), found)
            _unpack(found, unpacker, own, twin)
    return unpacker.contents()


def _unpack(found: _File, unpacker: Unpacker, source: bytes, path: str) -> None:
    for event in found.events:
        _attribution(event, found)
    used = {event.get(_CUE, "") for event in found.events} & found.marks.keys()
    keys = {name: found.values.get(name, {}).pop("uid", name) for name in found.marks}
    annotations = [
        _carried(keys[name], mark, found.values.get(name, {}))
        for name, mark in found.marks.items()
        if name not in used
    ]
    unpacker.article(found.text, annotations, source=source, source_name=path)
    unpacker.ties([_with_ends(tie, keys, found.values.get(tie.key, {})) for tie in found.ties])
    for what, reason in found.misfits:
        unpacker.misfit(f"{path}: {what}", reason)


def _with_ends(tie: Tie, keys: Mapping[str, str], told: Mapping[str, str]) -> Tie:
    """Return a relation between annotations under their keys, with what notes tell of it."""
    return Tie(
        key=told.get("uid", ""),
        from_key=keys.get(tie.from_key, ""),
        to_key=keys.get(tie.to_key, ""),
        type=tie.type,
        created_at=told.get("created_at", ""),
    )


def _carried(key: str, mark: tuple[str, int, int, str], values: dict[str, str]) -> Carried:
    tag, start, end, words = mark
    exact = values.pop("span", "")
    places = exact.split()
    if len(places) == _PAIR and all(place.isdecimal() for place in places):
        start, end, words = int(places[0]), int(places[1]), ""
    return Carried(key=key, tag=tag, start_cp=start, end_cp=end, exact=words, values=values)


def _take(line: str, found: _File) -> None:
    """Take a line by its sign (brat, "Standoff format", "General annotation structure")."""
    name, _, rest = line.partition("\t")
    head, _, tail = rest.partition("\t")
    take = _TAKERS.get(name[:1])
    if take is None or not take(_Line(name, head.split(), tail), found):
        found.misfits.append((line, _TORN))


def _mark(line: _Line, found: _File) -> bool:
    tag, *places = line.words or [""]
    fragments = [part.split() for part in " ".join(places).split(";")]
    if not all(
        len(one) == _PAIR and one[0].isdecimal() and one[1].isdecimal() for one in fragments
    ):
        return False
    spans = [(int(start), int(end)) for start, end in fragments]
    text, words = found.text, line.tail
    between = (text[one[1] : other[0]] for one, other in pairwise(spans))
    if any(gap.strip("\r\n") or not gap for gap in between):
        found.misfits.append((f"{line.name} {tag}: {words}", _APART))
        return True
    # The words of fragments are joined with a space, whatever stood between them.
    start, end = spans[0][0], spans[-1][1]
    if words == " ".join(text[first:last] for first, last in spans):
        words = text[start:end]
    key = _CODE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), tag)
    found.marks[line.name] = key, start, end, words
    return True


def _relation(line: _Line, found: _File) -> bool:
    if len(line.words) != 3:
        return False
    kind, first, second = line.words
    tie = _tie(kind, first.partition(":")[2], second.partition(":")[2])
    found.ties.append(replace(tie, key=line.name))
    return True


def _equivalence(line: _Line, found: _File) -> bool:
    kind, *ends = line.words or [""]
    found.ties += [_tie("same_as" if kind == "Equiv" else kind, ends[0], one) for one in ends[1:]]
    return len(ends) > 1


def _attribute(line: _Line, found: _File) -> bool:
    if len(line.words) not in (2, 3):
        return False
    key, target, *value = line.words
    found.say(target, key, value[0] if value else "true")
    return True


def _reference(line: _Line, found: _File) -> bool:
    if len(line.words) != 3:
        return False
    _, target, reference = line.words
    if not reference.startswith(_WIKIDATA):
        return False
    found.say(target, "wikidata_id", reference.removeprefix(_WIKIDATA))
    found.values[target].setdefault("subject_name", _unescaped(line.tail))
    return True


def _note(line: _Line, found: _File) -> bool:
    if len(line.words) != 2:
        return False
    kind, target = line.words
    key = kind.removeprefix(_OWN_NOTE) if kind.startswith(_OWN_NOTE) else "note"
    found.say(target, key, _unescaped(line.tail))
    return True


def _event(line: _Line, found: _File) -> bool:
    found.events.append(dict(_roles(line.words)))
    return bool(line.words)


_TAKERS: Mapping[str, Callable[[_Line, _File], bool]] = {
    "T": _mark,
    "R": _relation,
    "*": _equivalence,
    "A": _attribute,
    "M": _attribute,
    "N": _reference,
    "#": _note,
    "E": _event,
}


def _tie(kind: str, first: str, second: str) -> Tie:
    return Tie(from_key=first, to_key=second, type=kind[:1].lower() + kind[1:])


def _roles(roles: list[str]) -> Iterator[tuple[str, str]]:
    for role in roles:
        called, _, target = role.partition(":")
        yield called, target


def _attribution(event: dict[str, str], found: _File) -> None:
    """Make of an attribution the quote that it is about, its cue and its speaker."""
    content, source, cue = (event.get(role, "") for role in (_CONTENT, _SOURCE, _CUE))
    if content not in found.marks:
        found.misfits.append((" ".join(f"{key}:{value}" for key, value in event.items()), _EVENT))
        return
    if source in found.marks:
        found.ties.append(Tie(from_key=source, to_key=content, type="speaker_of"))
        found.say(content, "speaker", found.marks[source][3])
    if cue in found.marks:
        _, start, end, words = found.marks[cue]
        found.say(content, "cue", words)
        found.say(content, "cue_start_cp", str(start))
        found.say(content, "cue_end_cp", str(end))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _MEANT[match[1]], text)
