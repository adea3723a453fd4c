"""The child reads documents, has nothing else, and ends when it should."""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from reader.errors import (
    EncodingUncertain,
    ImportCancelled,
    ImportFailed,
    NoChild,
    SourceCrashed,
    SourceDamaged,
    SourceNeedsMemory,
    SourceRefused,
    SourceTookTooLong,
)
from reader.importers import wire
from reader.importers.apart import Child, never
from reader.importers.child import serve
from reader.importers.columns import Columns
from reader.importers.document import Contents, Document, Given
from reader.importers.limits import Limits
from reader.label import Label
from reader.model.bundle import Bundle
from tests.importers.unpacked import unpacked
from tests.storage.test_bundles import made

PROBES = "tests.importers.probes"
# The time is that of the clock, and on a busy machine a child alone takes seconds to begin.
PATIENT = Limits(seconds=120, answer_bytes=2_000_000)
HURRIED = Limits(seconds=8)


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(PATIENT) as one:
        yield one


@pytest.fixture(scope="module")
def hurried() -> Iterator[Child]:
    with Child(HURRIED) as one:
        yield one


def did(child: Child, act: str, source: bytes = b"", cancelled=never) -> str:
    """Return what a probe says that it could do."""
    return child.read(PROBES, source, act, Given(), cancelled).documents[0].text


def is_there(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def test_a_document_goes_there_and_its_contents_come_back(child: Child):
    text = "قال\u00a0نعم\u200c 😀"
    contents = child.read(PROBES, text.encode(), "echo:", Given())
    assert contents == Contents(
        documents=(Document(title="echo", text=text, notes=(Label("look", "انظر"),)),),
        notes=(Label("all", "الكل"),),
    )


@pytest.mark.parametrize("act", ["open:{}", "list:{}", "write:{}/new", "socket", "program", "here"])
def test_what_a_document_does_not_need_is_refused(child: Child, tmp_path: Path, act: str):
    (tmp_path / "secret").write_text("سر", encoding="utf-8")
    target = tmp_path / "secret" if act.startswith("open") else tmp_path
    assert did(child, act.format(target)) in {"PermissionError", "FileNotFoundError"}
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_the_kernel_refuses_it_to_libraries_too(child: Child, tmp_path: Path):
    (tmp_path / "secret").write_text("سر", encoding="utf-8")
    assert did(child, "echo:") == ""
    if "files" in child.held:
        assert did(child, f"open in C:{tmp_path / 'secret'}") == "-1"
    if "calls" in child.held:
        assert did(child, "socket in C") == "-1"


def test_no_window_and_no_library_is_loaded_there(child: Child):
    loaded = did(child, "modules").split()
    assert "reader.importers.child" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "sqlalchemy", "reader.ui"))]


def test_nothing_of_the_environment_goes_there(child: Child, monkeypatch):
    monkeypatch.setenv("HASHIYA_DATABASE", "postgresql://somebody:secret@host/news")
    with Child(PATIENT) as own:
        assert "HASHIYA_DATABASE" not in did(own, "environment")


def test_each_document_has_a_process_of_its_own(child: Child):
    assert len({did(child, "pid") for _ in range(3)}) == 3


@pytest.mark.parametrize(
    ("act", "failure"),
    [
        ("grow", SourceNeedsMemory),
        ("too much", SourceRefused),
        ("bug", SourceCrashed),
        ("abort", SourceCrashed),
        ("end", SourceCrashed),
        ("kill parent", SourceCrashed),
    ],
)
def test_what_a_document_does_to_the_child_is_told_and_the_next_one_is_read(
    child: Child, act: str, failure: type[ImportFailed]
):
    with pytest.raises(failure) as told:
        did(child, act)
    assert act in told.value.sentence("ar")
    assert did(child, "echo:", "بعده".encode()) == "بعده"


@pytest.mark.parametrize("act", ["wait", "work"])
def test_what_takes_too_long_is_told_and_the_next_one_is_read(hurried: Child, act: str):
    with pytest.raises(SourceTookTooLong) as told:
        did(hurried, act)
    assert act in told.value.sentence("ar")
    assert did(hurried, "echo:", "بعده".encode()) == "بعده"


def test_what_a_library_prints_is_no_answer(child: Child):
    assert did(child, "print") == "None"


def test_failures_come_back_as_they_were(child: Child):
    with pytest.raises(SourceDamaged) as damaged:
        did(child, "damaged:x.docx")
    assert damaged.value.sentence("ar") == "الملف x.docx تالف: ممزق."
    with pytest.raises(EncodingUncertain) as asked:
        did(child, "uncertain:x.csv", b"\xc7\xe1")
    assert (asked.value.source, asked.value.candidates) == (b"\xc7\xe1", ("cp1256",))
    assert asked.value.name == "x.csv"


def test_a_person_can_give_up(child: Child):
    with pytest.raises(ImportCancelled):
        did(child, "work", cancelled=lambda: True)
    asked = iter([False, False, True])
    with pytest.raises(ImportCancelled):
        did(child, "wait", cancelled=lambda: next(asked))


def test_nothing_is_left_behind_when_it_is_closed():
    threads = threading.active_count()
    with Child(PATIENT) as own:
        own.close()
    with Child() as own:
        did(own, "echo:")
        process = own._process.pid
        assert is_there(process)
    assert not is_there(process)
    assert threading.active_count() == threads


def test_closing_gives_up_what_is_being_read():
    with Child() as own:
        closing = threading.Timer(0.3, own.close)
        closing.start()
        with pytest.raises(ImportCancelled):
            did(own, "wait")
        closing.join()
        with pytest.raises(ImportCancelled):
            did(own, "echo:")


def test_a_copy_ends_with_the_child(child: Child):
    started = did(child, "pid")
    child_pid = child._process.pid
    waiting = threading.Timer(0.3, os.kill, (child_pid, 9))
    waiting.start()
    with pytest.raises(SourceCrashed):
        did(child, "wait")
    waiting.join()
    until = time.monotonic() + 10
    while any(is_copy_of(child_pid, path) for path in Path("/proc").glob("[0-9]*")):
        assert time.monotonic() < until
    assert started != did(child, "pid")


def is_copy_of(group: int, process: Path) -> bool:
    """Tell whether a process is a living one of a process group."""
    try:
        state, _, its_group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
    except OSError:
        return False
    return int(its_group) == group and state != "Z"


def test_a_system_that_starts_nothing_is_told(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Child(PATIENT) as own, pytest.raises(NoChild) as told:
        did(own, "echo:")
    assert "there is no such file" in told.value.sentence("en")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with Child(PATIENT) as own, pytest.raises(NoChild) as told:
        did(own, "echo:")
    assert "it ended at once" in told.value.sentence("en")


def test_where_nothing_forks_a_child_reads_one_document():
    request = {"module": PROBES, "name": "echo:", "given": wire.pack_given(Given())}
    requests, answers = BytesIO(), BytesIO()
    for _ in range(2):
        wire.send(requests, json.dumps(request).encode())
        wire.send(requests, b"news")
    requests.seek(0)
    serve(requests, answers, PATIENT, forks=False)
    answers.seek(0)
    answer, end, report, more = (wire.receive(answers) for _ in range(4))
    assert json.loads(report) == {"code": 0, "much": False}
    assert unpacked([answer]).documents[0].text == "news"
    assert (end, more) == (b"", None)
    assert requests.read()


def test_what_is_known_of_a_source_goes_along():
    given = Given(encoding="cp1256", columns=Columns(("a", "ب"), ("title", "")), url="https://x")
    packed = json.loads(json.dumps(wire.pack_given(given)))
    assert wire.unpack_given(packed) == given


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'{"documents": 1}',
        b'{"documents": [{"title": 1}], "columns": null, "notes": []}',
        b'{"error": "os"}',
        b'{"error": "ReaderError"}',
        b'{"error": "SourceEmpty", "facts": {}}',
        b'{"error": "__doc__", "facts": {}}',
        b'{"error": "nothing", "facts": {}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_an_answer_that_is_none_is_not_taken(answer: bytes):
    with pytest.raises(wire.NotUnderstood):
        unpacked([answer])


@pytest.mark.parametrize(
    "part",
    [
        b'{"record": 1}',
        b'{"text": 1}',
        b'{"records": [1]}',
        b"=bytes of no text",
        b"[]",
        b"nothing",
    ],
)
def test_a_part_that_is_none_is_not_taken(part: bytes):
    head = next(wire.pack(Contents(bundle=Bundle())))
    assert unpacked([head]).bundle == Bundle()
    with pytest.raises(wire.NotUnderstood):
        unpacked([head, part])


def test_a_text_whose_bytes_are_missing_is_not_taken():
    bundle = made()
    parts = list(wire.pack(Contents(bundle=bundle)))
    assert unpacked(parts).bundle == bundle
    without = [part for part in parts if not part.startswith(b"=")]
    with pytest.raises(wire.NotUnderstood):
        unpacked(without)


def test_an_answer_is_canonical_and_has_no_half_character():
    document = Document(title="a\x00\ud83d", text="\ufeffقال\r\nنعم")
    (back,) = unpacked(wire.pack(Contents(documents=(document,)))).documents
    assert (back.title, back.text) == ("a\ufffd\ufffd", "قال\nنعم")


def test_parts_that_are_cut_off_are_not_taken():
    stream = BytesIO()
    wire.send(stream, b"12345")
    assert wire.receive(BytesIO(b"")) is None
    with pytest.raises(wire.NotUnderstood):
        wire.receive(BytesIO(stream.getvalue()[:-1]))
    with pytest.raises(wire.NotUnderstood):
        wire.receive(BytesIO(stream.getvalue()), 4)
