"""The page of the real program: opening, scrolling and annotating articles of every size."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.bench.interpreter import figure_of, figures, same
from tests.bench.library import library_of
from tests.bench.measure import MB, Benchmark, Case, Figure, Way, Work

WORDS_AN_ANNOTATION = 10
FEWER = 10  # times
WATCHED_MS = 3000  # what is done in the background after an opening is over by then


def opening(folder: Path, words: int) -> Case:
    """Open an article in the program, and read, split and paint it by hand."""
    library = library_of(folder / "library.db", words)
    return Case(
        figure_of("open", "by_hand", library), figure_of("open", "open_article", library), same
    )


def annotated(key: str, scene: str, fewer: int, folder: Path, annotations: int) -> Case:
    """Do something with an article of many annotations, and with the same of `fewer`."""
    words = annotations * WORDS_AN_ANNOTATION
    few = library_of(folder / "few.db", words, fewer)
    many = library_of(folder / "many.db", words, annotations)
    return Case(figure_of(key, scene, few), figure_of(key, scene, many), same)


def opened(key: str, folder: Path, words: int) -> Case:
    """Open an article, and see what it does to the process."""
    library = library_of(folder / "library.db", words)
    return Case(None, figure_of(key, "open_article", library, WATCHED_MS), same)


def annotating(folder: Path, words: int) -> Case:
    """Annotate in an article, and in one of a tenth of its words."""
    short = library_of(folder / "short.db", words // FEWER)
    long = library_of(folder / "long.db", words)
    return Case(on_a_copy("median", short), on_a_copy("median", long), same)


def acts(key: str, scene: tuple[str, ...], folder: Path, words: int) -> Case:
    """Annotate in an article by a scene with its arguments, and look at one figure of the acts."""
    return Case(None, on_a_copy(key, library_of(folder / "library.db", words), *scene), same)


def annotating_by_hand(key: str, folder: Path, words: int) -> Case:
    """Annotate, and write the same rows by hand and paint the page alone."""
    library = library_of(folder / "library.db", words)
    return Case(on_a_copy(key, library, "annotate_by_hand"), on_a_copy(key, library), same)


def on_a_copy(key: str, library: Path, scene: str = "annotate", *how: str) -> Way:
    """Return the way that annotates in a new copy of a library each time."""

    @contextmanager
    def prepared() -> Iterator[Work]:
        copy = Path(shutil.copy(library, library.with_suffix(".copy")))
        yield lambda: Figure(figures(scene, copy, *how)[key])
        for left in library.parent.glob(f"{copy.name}*"):
            left.unlink()

    return prepared


_HAND = "`sqlite3`, `split`, `QTextLayout`"
_OPEN = "`ArticleController.show`"
_STALL = "the event loop's longest wait"
_ADDED = "what the process holds more"
_ACT = "the action, to COMMIT and painting"
_BY_HAND = "annotate, p95 of acts by hand"
_BY_ORM = "annotate, p95 of acts by hand and ORM"
_WORK = "CPU time of its thread, median of acts"
_OURS, _HAND_ALONE = ("annotate",), ("annotate_by_hand",)
_slowest = partial(acts, "p95", _OURS)
PAGE = (
    Benchmark("open an article", _HAND, _OPEN, 500, "words", None, opening),
    Benchmark("open an article", _HAND, _OPEN, 100_000, "words", 2, opening),
    Benchmark("open an article", _HAND, _OPEN, 1_000_000, "words", 2, opening),
    Benchmark(
        "open with annotations",
        "the same without",
        _OPEN,
        10_000,
        "annotations",
        2.5,
        partial(annotated, "open", "open_article", 0),
    ),
    Benchmark(
        "open with annotations",
        "the same without",
        _OPEN,
        100_000,
        "annotations",
        None,
        partial(annotated, "open", "open_article", 0),
    ),
    Benchmark(
        "scroll, p95 of the steps",
        "the same with 1",
        "wheel steps",
        10_000,
        "annotations",
        1.5,
        partial(annotated, "p95", "scroll", 1),
    ),
    Benchmark("stall after opening", "", _STALL, 500, "words", 16, partial(opened, "stall")),
    Benchmark("stall after opening", "", _STALL, 100_000, "words", 16, partial(opened, "stall")),
    Benchmark("stall after opening", "", _STALL, 1_000_000, "words", 16, partial(opened, "stall")),
    Benchmark(
        "memory of an article", "", _ADDED, 100_000, "words", 40, partial(opened, "memory"), MB
    ),
    Benchmark(
        "memory of an article", "", _ADDED, 1_000_000, "words", 40, partial(opened, "memory"), MB
    ),
    Benchmark("annotate", "in a tenth of the words", _ACT, 1_000_000, "words", 1.3, annotating),
    Benchmark("annotate, p95 of acts", "", _ACT, 500, "words", 8, _slowest, by_hand=_BY_ORM),
    Benchmark("annotate, p95 of acts", "", _ACT, 1_000_000, "words", 8, _slowest, by_hand=_BY_ORM),
    Benchmark(
        _BY_HAND,
        "a COMMIT by `sqlite3`, the page alone painted",
        _ACT,
        500,
        "words",
        None,
        partial(annotating_by_hand, "p95"),
    ),
    Benchmark(
        _BY_ORM,
        "",
        "a COMMIT by SQLAlchemy's `Session`, the page alone painted",
        500,
        "words",
        None,
        partial(acts, "p95", (*_HAND_ALONE, "orm")),
    ),
    Benchmark(
        "annotate, p95 of a bare COMMIT",
        "",
        "`sqlite3`, FULL",
        500,
        "words",
        None,
        partial(acts, "bare", _HAND_ALONE),
    ),
    Benchmark(
        "annotate, work of the window", "", _WORK, 500, "words", None, partial(acts, "work", _OURS)
    ),
)
