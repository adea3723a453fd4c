"""The page beside Qt's own widgets, and with ever more annotations on it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.bench.interpreter import figures
from tests.bench.library import library_of, prose
from tests.bench.measure import MB, MS, Comparison, Contestant

SIZES = (500, 100_000, 1_000_000)
ANNOTATIONS = (1, 1_000, 10_000, 100_000)
WORDS = 100_000
WIDGETS = {"the page": "page", "QPlainTextEdit": "QPlainTextEdit", "QTextBrowser": "QTextBrowser"}


def widgets(sizes: tuple[int, ...] = SIZES) -> Comparison:
    """Return the comparison with Qt's own widgets."""
    return Comparison(
        "The page beside Qt's own widgets",
        ("words", "widget"),
        {
            "open to paint": MS,
            "jump to the end": MS,
            "scroll p50": MS,
            "scroll p95": MS,
            "memory": MB,
        },
        tuple(
            Contestant((f"{words:,}", name), partial(_widget, kind, words))
            for words in sizes
            for name, kind in WIDGETS.items()
        ),
    )


def highlights(counts: tuple[int, ...] = ANNOTATIONS, words: int = WORDS) -> Comparison:
    """Return the comparison of numbers of annotations on one text."""
    return Comparison(
        f"Annotations put on the page, in {words:,} words",
        ("annotations",),
        {"apply and paint": MS},
        tuple(Contestant((f"{count:,}",), partial(_highlights, count, words)) for count in counts),
    )


def _widget(kind: str, words: int, folder: Path) -> Mapping[str, float]:
    file = folder / f"{words}.txt"
    if not file.exists():
        file.write_text(prose(words), encoding="utf-8")
    return figures("widget", kind, file)


def _highlights(count: int, words: int, folder: Path) -> Mapping[str, float]:
    library = folder / f"{count}.db"
    if not library.exists():
        library_of(library, words, count)
    return figures("highlights", library)
