"""Starting the program, against an empty PySide6 window: whole processes."""

from pathlib import Path

from reader.sample import add_sample
from reader.storage import Store
from reader.storage.schema import Row
from tests.bench.interpreter import figure_of, same, whole_process
from tests.bench.library import import_prose
from tests.bench.measure import MB, Benchmark, Case


def painted(folder: Path, words: int) -> Case:
    """Start until an article is on the screen."""
    return Case(
        whole_process("empty_window"), whole_process("start", "painted", _one(folder, words)), same
    )


def by_hand(folder: Path, words: int) -> Case:
    """Start until the same frame and article, made of Qt's parts by hand, are on the screen."""
    return Case(
        whole_process("empty_window"), whole_process("frame_by_hand", _one(folder, words)), same
    )


def beside_by_hand(folder: Path, words: int) -> Case:
    """Start until an article is on the screen: by hand, and the program."""
    library = _one(folder, words)
    return Case(
        whole_process("frame_by_hand", library), whole_process("start", "painted", library), same
    )


def orm(folder: Path, words: int) -> Case:
    """Start until the library is open and the article was read through it."""
    return Case(
        whole_process("empty_window"), whole_process("start", "orm", _one(folder, words)), same
    )


def orm_by_hand(folder: Path, words: int) -> Case:
    """Start until the same is there by hand: Qt's parts, and SQLAlchemy's ORM with two tables."""
    ours = whole_process("frame_by_hand", _one(folder, words), "orm")
    return Case(whole_process("empty_window"), ours, same)


def schema_by_hand(folder: Path, words: int) -> Case:
    """Start until as many tables and columns as ours are mapped by hand, bare, and it is read."""
    tables = Row.metadata.tables.values()
    each = round(sum(len(one.columns) for one in tables) / len(tables))
    library = _one(folder, words)
    ours = whole_process("frame_by_hand", library, "orm", len(tables) - 2, each)
    return Case(whole_process("empty_window"), ours, same)


def ready(folder: Path, words: int) -> Case:
    """Start until the library is open and its panels are there."""
    return Case(
        whole_process("empty_window"), whole_process("start", "ready", _one(folder, words)), same
    )


def idle(folder: Path, _size: int) -> Case:
    """Start with the sample, and wait until all is quiet."""
    library = folder / "sample.db"
    with Store.open(library) as store:
        add_sample(store)
    return Case(None, figure_of("memory", "idle", library), same)


def _one(folder: Path, words: int) -> Path:
    library = folder / "library.db"
    with Store.open(library) as store:
        import_prose(store, words)
    return library


_EMPTY = "an empty window"
START_UP = (
    Benchmark(
        "start, article painted",
        _EMPTY,
        "`hashiya`",
        500,
        "words",
        1.5,
        painted,
        by_hand="start, frame and article",
    ),
    Benchmark("start, article painted", _EMPTY, "`hashiya`", 100_000, "words", None, painted),
    Benchmark("start, article painted", _EMPTY, "`hashiya`", 1_000_000, "words", None, painted),
    Benchmark(
        "start, frame and article", _EMPTY, "by hand, no code of ours", 500, "words", None, by_hand
    ),
    Benchmark(
        "start, article painted, beside by hand",
        "by hand, no code of ours",
        "`hashiya`",
        500,
        "words",
        None,
        beside_by_hand,
    ),
    Benchmark(
        "start, ORM ready",
        _EMPTY,
        "`hashiya`",
        500,
        "words",
        4,
        orm,
        by_hand="start, frame and ORM of as many tables",
    ),
    Benchmark(
        "start, frame and ORM", _EMPTY, "by hand, no code of ours", 500, "words", None, orm_by_hand
    ),
    Benchmark(
        "start, frame and ORM of as many tables",
        _EMPTY,
        "by hand, no code of ours",
        500,
        "words",
        None,
        schema_by_hand,
    ),
    Benchmark("start, library and panels ready", _EMPTY, "`hashiya`", 500, "words", None, ready),
    Benchmark("memory at rest, the sample open", "", "whole process", 1, "article", 160, idle, MB),
)
