"""No hostile source does harm: each is told in words or read, and reaches nobody."""

import socket
from collections.abc import Iterator

import pytest

from reader.cli import main
from reader.errors import SourceDamaged, SourceEmpty
from tests.hostile.judging import SAMPLES, SECONDS, Outcome, laid, outcome_of
from tests.hostile.sample import Sample, fixed
from tests.hostile.texts import PLACES, TEXTS
from tests.hostile.watching import Lures

SMALL_BYTES = 300_000


@pytest.fixture(scope="module")
def lures(tmp_path_factory) -> Iterator[Lures]:
    with Lures(tmp_path_factory.mktemp("lures")) as one:
        yield one


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.name)
def test_a_hostile_source_does_no_harm(one, tmp_path, child, lures):
    outcome = outcome_of(laid(one, tmp_path, lures), child)
    assert outcome.fits(one), outcome.words()
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
    assert not Outcome(SourceEmpty(name="x"), "", 1).fits(read)
