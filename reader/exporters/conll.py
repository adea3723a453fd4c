"""CoNLL with IOB2 tags: one token a line, one column a tag, a blank line between sentences.

Tokens are words and marks (UAX #29), cut also where an annotation begins or ends, so
that a name after a joined particle keeps its own letters. A column is flat: of
annotations of one tag that overlap, the first and longest is kept, and the others counted.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import Parcel, parcels
from reader.label import Label
from reader.model.carried import Carried
from reader.model.entry import AnnotatedArticle
from reader.text.boundaries import sentence_starts, word_spans

_OUTSIDE = "O"
Span = tuple[int, int]


def write_conll(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as columns: the token, then the tags in the order of menus."""
    layers = [tag.key for tag in options.shared.tags]
    rows = left_out = 0
    for parcel in parcels(articles, options):
        columns = [_flat([one for one in parcel.annotations if one.tag == key]) for key in layers]
        tokens = list(_tokens(parcel))
        tagged, used = zip(*(_tags(tokens, column) for column in columns), strict=True)
        stream.write("\t".join(("-DOCSTART-", *(_OUTSIDE for _ in layers))).encode() + b"\n\n")
        stream.write(_lines(parcel.text, tokens, tagged))
        rows += sum(used)
        left_out += len(parcel.annotations) - sum(used)
    return ExportReport(rows, _warnings(left_out))


def _flat(annotations: Sequence[Carried]) -> list[Carried]:
    """Return annotations, given in reading order and the longer first, that do not overlap."""
    kept: list[Carried] = []
    for one in annotations:
        if not kept or one.start_cp >= kept[-1].end_cp:
            kept.append(one)
    return kept


def _tokens(parcel: Parcel) -> Iterator[Span]:
    """Yield words and marks, cut at the ends of annotations."""
    ends = {end for one in parcel.annotations for end in (one.start_cp, one.end_cp)}
    cuts = sorted(ends)
    for start, end in word_spans(parcel.text):
        within = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
        yield from pairwise((start, *within, end))


def _tags(tokens: Sequence[Span], column: Sequence[Carried]) -> tuple[list[str], int]:
    """Return the tag of each token, and how many annotations hold one."""
    tags = [_OUTSIDE] * len(tokens)
    used = 0
    for one in column:
        first = at = bisect_left(tokens, (one.start_cp, 0))
        name = one.values.get("entity_type", "") or one.tag
        while at < len(tokens) and tokens[at][1] <= one.end_cp:
            tags[at] = f"{'B' if at == first else 'I'}-{'_'.join(name.split())}"
            at += 1
        used += at > first
    return tags, used


def _lines(text: str, tokens: Sequence[Span], columns: Sequence[Sequence[str]]) -> bytes:
    starts = iter([*sentence_starts(text), len(text) + 1])
    following = next(starts)
    lines: list[str] = []
    for (start, end), *tags in zip(tokens, *columns, strict=True):
        while following <= start:
            following = next(starts)
            if lines and lines[-1]:
                lines.append("")
        lines.append("\t".join((text[start:end], *tags)))
    return ("\n".join(lines) + "\n\n").encode() if lines else b""


def _warnings(left_out: int) -> tuple[Label, ...]:
    if not left_out:
        return ()
    return (
        Label(
            f"Annotations left out, because a column holds no nested or overlapping ones:"
            f" {left_out}.",
            f"عدد التعليقات المتروكة لأن العمود لا يتسع للمتداخل منها: {left_out}.",
        ),
    )


CONLL = Exporter(
    key="conll",
    label=Label("CoNLL columns (IOB2)", "أعمدة CoNLL (IOB2)"),
    suffix=".conll",
    write=write_conll,
    summary=Label(
        "one token a line and one column a tag, for training models",
        "وحدة لفظية في كل سطر وعمود لكل علامة، لتدريب النماذج",
    ),
    lost=Label(
        "nested and overlapping annotations of one tag, all fields, notes and relations",
        "المتداخل من تعليقات العلامة الواحدة، والحقول والملاحظات والعلاقات كلها",
    ),
    unit="",
    shape="text",
)
