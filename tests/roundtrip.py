"""Take a library through each two-way format into an empty one, and print what came back otherwise.

    python -m tests.roundtrip [NUMBER [FORMAT...]]

The sample library, and a made one with NUMBER annotations (10,000) that overlap, nest,
touch, hold emoji, vowel marks, line ends, quotes and formulas. What a format can hold
must come back equal; what it cannot is known before (`LOST`) and not compared.
"""

import io
import random
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reader.exporters import EXPORTERS, Exporter, ExportOptions
from reader.importers import Child, from_bytes
from reader.importers.limits import Limits
from reader.model.annotation import (
    Annotation,
    ClaimFields,
    EntityFields,
    Figure,
    QuoteFields,
    Relation,
)
from reader.model.bundle import Bundle
from reader.model.carried import Carried, Tie, carried, ties_among
from reader.model.change import Change, edit
from reader.model.claim import Ruling
from reader.model.entry import AnnotatedArticle
from reader.model.subject import Subject
from reader.model.tags import TAGS
from reader.model.vocabulary import BOUNDS
from reader.sample import add_sample
from reader.storage import Store
from reader.text.anchoring import new_annotation

SESSION = "roundtrip"
# Names of people are not carried for whoever verified or was assigned; nor is the moment of the
# import, nor evidence. What a single format has no place for besides (REFI-QDA's links have no
# date either):
_REFI_HOLDS = ("note", "annotator", "annotator_uid", "created_at", "updated_at", "entity_type")
_FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")
_LINES = (
    'قَالَ الوزيرُ أحمد سالم 😀: "رفعنا السعر 15٪؛ و+964 رقمنا".',
    "=SUM(A1) @بغداد - رويترز +966 |cmd «ولن نتراجع» 👨‍👩‍👧‍👦 وقال Reuters: 1,554.",
    "وزارة Health في 26/3/2020 أعلنت: 'كوفيد-19' و\"اقتباس بلا إغلاق",
    "<b>&amp;</b> الـCOVID ١٬٥٥٤ 🇮🇶 لا إله إلا الله \\n نهاية؛ tab هنا",
    "",
)
# Each sort of a number, and units that look like more than units.
_NUMBERS = (
    *(Figure(value=-12.5, unit="م³/ساعة", bound=one.key) for one in BOUNDS),
    Figure(value=0.5, unit="=1+1", approximate=True),
    Figure(value=5.0, unit="كغ", up_to=7.0),
    Figure(value=3.0, unit="شهرًا على الأقل"),
    Figure(value=3.0, unit='إلى 7 "م"', bound="above"),
)


@dataclass(slots=True)
class Outcome:
    """What one format made of one library."""

    annotations: int = 0
    back: int = 0
    bytes: int = 0
    seconds: float = 0.0
    differences: list[str] = field(default_factory=list)


def two_way(wanted: Sequence[str] = ()) -> list[tuple[Exporter, str]]:
    """Return the formats that are read back, or those named, each in each of its ways."""
    return [
        (exporter, preset)
        for exporter in EXPORTERS
        if exporter.two_way and (not wanted or exporter.key in wanted)
        for preset in ([one.key for one in exporter.presets] or [""])
    ]


def carry(store: Store, exporter: Exporter, preset: str, child: Child) -> Outcome:
    """Take a library through a format into a new one, and compare."""
    outcome = Outcome()
    begun = time.perf_counter()
    bundle = brought_back(store, exporter, preset, child, outcome)
    with Store.open(":memory:") as other:
        me = other.annotator("me", "me")
        came = other.bring_in(bundle, me.uid, SESSION)
        outcome.differences += [f"{one.what}: {one.reason.en}" for one in came.misfits]
        outcome.differences += compare(store, other, exporter.key, outcome)
    outcome.seconds = time.perf_counter() - begun
    return outcome


def brought_back(
    store: Store, exporter: Exporter, preset: str, child: Child, outcome: Outcome | None = None
) -> Bundle:
    """Return what a library's export gives when it is read again."""
    stream = io.BytesIO()
    options = ExportOptions(preset=preset, shared=store.shared(), kept_texts=store.kept_texts)
    exporter.write(store.annotated_articles(), stream, options)
    if outcome is not None:
        outcome.bytes = len(stream.getvalue())
    imported = from_bytes(stream.getvalue(), f"library{exporter.suffix}", child=child)
    assert imported.bundle is not None
    return imported.bundle


def compare(store: Store, other: Store, key: str, outcome: Outcome) -> Iterator[str]:
    """Yield what is not in the other library as it was."""
    theirs = {one.revision.text: one for one in other.annotated_articles()}
    for one in store.annotated_articles():
        outcome.annotations += len(one.entries)
        twin = theirs.get(one.revision.text)
        if twin is None:
            yield f"no article with the text of {one.article.title}"
            continue
        outcome.back += len(twin.entries)
        yield from _facts(one, twin, key)
        yield from _annotations(one, twin, key)
        yield from _ties(one, twin, key)


def _facts(one: AnnotatedArticle, twin: AnnotatedArticle, key: str) -> Iterator[str]:
    if key == "brat":
        return
    for fact in _FACTS:
        before, after = getattr(one.article, fact), getattr(twin.article, fact)
        if before != after:
            yield f"article: {fact} was {before!r}, is {after!r}"


def _annotations(one: AnnotatedArticle, twin: AnnotatedArticle, key: str) -> Iterator[str]:
    back = {entry.annotation.uid: carried(entry) for entry in twin.entries}
    for entry in one.entries:
        before = carried(entry)
        after = back.get(before.key)
        if after is None:
            yield f"gone: {before.tag} {before.start_cp}-{before.end_cp} {before.exact!r}"
        elif (difference := _difference(_held(before, key), _held(after, key))) != "":
            yield f"{before.tag} {before.start_cp}-{before.end_cp}: {difference}"


def _held(one: Carried, key: str) -> Carried:
    values = dict(one.values)
    if key == "refi":
        values = {name: said for name, said in values.items() if name in _REFI_HOLDS}
    return replace(one, values=values)


def _difference(before: Carried, after: Carried) -> str:
    if before == after:
        return ""
    found = [
        f"{name} was {before.values.get(name)!r}, is {after.values.get(name)!r}"
        for name in {**before.values, **after.values}
        if before.values.get(name) != after.values.get(name)
    ]
    same = replace(before, values={}) == replace(after, values={})
    return "; ".join(found if same else [*found, f"{before} is {after}"])


def _ties(one: AnnotatedArticle, twin: AnnotatedArticle, key: str) -> Iterator[str]:
    told = _ends if key == "refi" else _told
    before, after = (sorted(map(told, ties_among(each.entries))) for each in (one, twin))
    if before != after:
        yield f"relations: {len(before)} were there, {len(set(before) & set(after))} came back"


def _ends(tie: Tie) -> tuple[str, str, str]:
    return tie.from_key, tie.to_key, tie.type


def _told(tie: Tie) -> tuple[str, ...]:
    return *_ends(tie), tie.key, tie.created_at


def add_made(store: Store, number: int, seed: int = 11) -> None:
    """Put an article with so many annotations into a library, of everything that is awkward."""
    rng = random.Random(seed)
    text = "\n".join(_LINES[at % len(_LINES)] for at in range(max(20, number // 40)))
    who = store.annotator("ليلى «=cmd»", "layla")
    from reader.importers import from_text

    imported = from_text(text, "made.txt")
    imported = replace(
        imported,
        article=replace(
            imported.article,
            title='=عنوان "مقتبس" <b>',
            byline="- ليلى",
            publisher="@وكالة",
            url='https://news.example/?a=1&b="2"',
            archive_url="https://archive.example/1",
            published="2026-01",
        ),
    )
    article = store.add_article(imported, who.uid, SESSION)
    revision = store.revision(article.uid)
    subjects = [
        Subject(kind="person", name=f"أحمد {n}", latin_name="Ahmad", wikidata_id=f"Q{n + 1}")
        for n in range(7)
    ]
    records: list = list(subjects)
    made = [_made(revision, rng, at, who.uid, subjects) for at in range(number)]
    records += made
    records += [_ruling(one, at) for at, one in enumerate(made) if one.tag == "claim" and at % 2]
    records += [
        Relation(from_uid=one.uid, to_uid=other.uid, type="about")
        for one, other in zip(made[::50], made[7::50], strict=False)
    ]
    edits = tuple(edit(None, one) for one in records)
    store.apply(Change(act="annotate", edits=edits, annotator_uid=who.uid, session_uid=SESSION))


def _made(revision, rng, at, who_uid, subjects) -> Annotation:
    text = revision.text
    length = rng.choice((1, 2, 5, 17, 60, 200))
    start = rng.randrange(len(text) - 1)
    end = min(len(text), start + length)
    if not text[start:end].strip("\n"):
        start, end = 0, 5
    tag = TAGS[at % 3].key
    notes = ("", "=1+1", "سطر\nوسطر \\n\tثالث", "😀 \"مقتبس\" 'x' <b>&", " مسافة ", "—")
    fields = {
        "quote": QuoteFields(
            quote_type="direct",
            speaker="الوزيرُ",
            speaker_uid=subjects[at % 7].uid,
            is_translation=at % 2 == 0,
        ),
        "entity": EntityFields(
            entity_type="number", value=0.1 + at, approximate=True, subject_uid=subjects[at % 7].uid
        ),
        "claim": ClaimFields(
            claim_text="=ادعاء\nفي سطرين",
            harmful=at % 5 + 1,
            state="checking",
            priority="high",
            numbers=_NUMBERS[at % 3 :],
        ),
    }[tag]
    one = new_annotation(revision, start, end, tag, who_uid, note=notes[at % 6], fields=fields)
    return replace(one, confidence=round(rng.random(), 3), status=("draft", "disputed")[at % 2])


def _ruling(one: Annotation, at: int) -> Ruling:
    return Ruling(
        annotation_uid=one.uid,
        scale="misbar",
        code="misleading",
        label=f"مضلل {at}",
        normalised="partly_false",
        explanation="سطر\nوسطر",
    )


def main() -> int:
    """Print the table; return 1 where something came back otherwise."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    differences = 0
    with (
        Child(Limits(seconds=600)) as child,
        Store.open(":memory:") as sample,
        Store.open(":memory:") as made,
    ):
        add_sample(sample)
        add_made(made, number)
        print(
            f"{'library':8} {'format':26} {'there':>6} {'back':>6} {'differ':>6} {'MB':>6} {'s':>6}"
        )
        for called, store in (("sample", sample), ("made", made)):
            for exporter, preset in two_way(sys.argv[2:]):
                found = carry(store, exporter, preset, child)
                name = " ".join(filter(None, (exporter.key, preset)))
                size, differ = found.bytes / 1e6, len(found.differences)
                print(
                    f"{called:8} {name:26} {found.annotations:6} {found.back:6} {differ:6}"
                    f" {size:6.2f} {found.seconds:6.1f}",
                    flush=True,
                )
                for line in found.differences[:5]:
                    print(f"         {line[:300]}")
                differences += differ
    return min(differences, 1)


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
