"""No hostile source does harm: each is told in words or read, and reaches nobody."""

import socket
from collections.abc import Iterator

import pytest

from reader.cli import main
from reader.errors import SourceDamaged, SourceEmpty
from reader.storage.driver import sqlite_driver
from tests.hostile.judging import SAMPLES, SECONDS, Outcome, laid, outcome_of
from tests.hostile.library import Library
from tests.hostile.sample import Sample, fixed
from tests.hostile.texts import PLACES, TEXTS
from tests.hostile.watching import Lures

SMALL_BYTES = 300_000


@pytest.fixture(scope="module")
def lures(tmp_path_factory) -> Iterator[Lures]:
    with Lures(tmp_path_factory.mktemp("lures")) as one:
        yield one


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    return Library(tmp_path_factory.mktemp("library") / "library.db")


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.name)
def test_a_hostile_source_does_no_harm(one, tmp_path, child, lures, library):
    """It is told in words or kept as an article; what the library held is as it was."""
    outcome = outcome_of(laid(one, tmp_path, lures), child, library)
    assert outcome.fits(one), (outcome.words(), outcome.harm)
    assert (lures.connections, lures.opened) == (0, 0)


def test_there_are_enough_of_them_and_no_name_twice():
    assert len(SAMPLES) >= 60
    assert len({one.name for one in SAMPLES}) == len(SAMPLES)


def test_nothing_of_them_comes_into_a_library(tmp_path, lures, capsys):
    library, good = tmp_path / "annotations.db", tmp_path / "good.txt"
    good.write_text("خبر سليم", encoding="utf-8")
    assert main(["--database", str(library), "import", str(good)]) == 0
    before = {path.name: path.read_bytes() for path in tmp_path.glob("annotations.db*")}
    folder = tmp_path / "hostile"
    folder.mkdir()
    paths = [laid(one, folder, lures) for one in (*TEXTS, *PLACES) if one.refusals]
    small = [str(path) for path in paths if not path.is_file() or path.stat().st_size < SMALL_BYTES]
    capsys.readouterr()
    assert main(["--database", str(library), "import", *small]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == len(small) > 15
    assert {path.name: path.read_bytes() for path in tmp_path.glob("annotations.db*")} == before


def test_lures_notice_who_comes(tmp_path):
    with Lures(tmp_path) as lures:
        assert (lures.connections, lures.opened) == (0, 0)
        (tmp_path / "secret.txt").read_bytes()
        assert lures.opened > 0
        host, port = lures.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.recv(1)
        assert lures.connections == 1


def test_a_wrong_outcome_is_noticed():
    told = Sample("x", "x", fixed(b""), (SourceEmpty,))
    read = Sample("x", "x", fixed(b""), holds="خبر")
    assert Outcome(SourceEmpty(name="x"), "", 1).fits(told)
    assert not Outcome(SourceDamaged(name="x", reason="x"), "", 1).fits(told)
    assert not Outcome(SourceEmpty(name="x"), "", SECONDS + 2).fits(told)
    assert not Outcome(None, "خبر", 1).fits(told)
    assert Outcome(None, "خبر عاجل", 1).fits(read)
    assert not Outcome(None, "غيره", 1).fits(read)
    assert not Outcome(None, "خبر عاجل", 1, harm="the file is another").fits(read)
    assert not Outcome(SourceEmpty(name="x"), "", 1).fits(read)


HARM = (
    ("UPDATE annotations SET note = 'x'", "annotations are gone or others"),
    ("DELETE FROM changes WHERE rowid = 1", "changes are gone"),
    ("UPDATE tags SET colour = '#000000'", "tags are gone or others"),
)


def test_harm_to_a_library_is_noticed(tmp_path, child):
    path, good = tmp_path / "library.db", tmp_path / "good.txt"
    library = Library(path)
    good.write_text("خبر سليم", encoding="utf-8")
    for statement, told in HARM:
        assert library.take(good, child) == (None, "خبر سليم")
        assert library.harm() == ""
        carry_out(path, statement)
        assert told in library.harm()
    failure, _ = library.take(tmp_path / "missing.txt", child)
    assert failure is not None
    assert library.harm() == ""
    carry_out(path, "PRAGMA user_version = 7")
    assert library.harm() == "the file is another"


def carry_out(path, statement):
    """Do harm by hand."""
    connection = sqlite_driver().module.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()
