"""The program as the shell starts it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.table import COMMANDS

TEXT = "خبر طويل\n" + "قال الوزير إن السعر ثابت. " * 5_000


def started(*words: str | bytes, **options) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a process of its own and return how it ended."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.run([sys.executable, *words], check=False, timeout=60, **options)


def hashiya(*words: str | bytes, **options) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own and return how it ended."""
    return started("-m", "reader", *words, **options)


@pytest.fixture
def library(tmp_path, monkeypatch) -> Path:
    """Return a library of one long article, which the environment names."""
    (tmp_path / "long.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "a.db"
    monkeypatch.setenv("HASHIYA_DATABASE", str(path))
    assert main(["import", str(tmp_path / "long.txt")]) == 0
    return path


def test_no_command_but_open_loads_qt(library):
    code = (
        "import sys, reader.cli\n"
        "assert 'PySide6' not in sys.modules\n"
        "for words in (['articles'], ['show', '1'], ['export'], ['check'], ['annotations']):\n"
        "    assert reader.cli.main(words) == 0\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = started("-c", code)
    assert (done.returncode, done.stderr) == (0, b"")


def test_any_locale_will_do(library):
    locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = hashiya("articles", env={**os.environ, **locale, "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == "1\tخبر طويل\t\t0\n"


def test_a_reader_who_has_had_enough_ends_it_quietly(library):
    # `cat` would read all; this one reads a little and closes the pipe, as `head` does.
    command = [sys.executable, "-m", "reader", "show", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert len(process.stdout.read(10)) == 10
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_a_full_disk_behind_the_output_is_told_once(library):
    with Path("/dev/full").open("wb") as full:
        done = hashiya("articles", stdout=full, env={**os.environ, "PYTHONUNBUFFERED": ""})
    assert done.returncode == 1
    assert done.stderr == b"hashiya: The output breaks off: no room is left on the disk.\n"


@pytest.mark.parametrize("words", [["export"], ["articles", "--json"], ["--help"], ["--version"]])
def test_every_command_notices_that_its_output_breaks_off(library, capsys, monkeypatch, words):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(words) == 1
    assert capsys.readouterr().err == (
        "hashiya: The output breaks off: no room is left on the disk.\n"
    )


@pytest.mark.parametrize("words", [["export"], ["articles", "--json"], ["--help"]])
def test_a_reader_who_was_never_there_is_no_failure(library, capsys, monkeypatch, words):
    receiving, sending = os.pipe()
    os.close(receiving)
    with os.fdopen(sending, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(words) == 0
    assert capsys.readouterr().err == ""


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """Let children hear Ctrl+C even where this process, run in the background, does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_ends_it_without_a_traceback(library, heard_ctrl_c):
    command = [sys.executable, "-m", "reader", "import", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        # More than a pipe holds: once it is written, the program is reading.
        process.stdin.write(b"x" * 200_000)
        process.stdin.flush()
        while process.poll() is None:
            # Between two of its instructions a program is deaf: a person would press again.
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
        assert process.returncode == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "There is no library at "), ("ar", "لا توجد مكتبة في ")],
)
def test_a_library_that_is_not_there(tmp_path, capsys, monkeypatch, language, sentence):
    monkeypatch.setenv("HASHIYA_LANGUAGE", language)
    path = tmp_path / "none.db"
    for words in (["articles"], ["export"], ["check"], ["annotate", "1", "0", "1", "quote"]):
        assert main(["--database", str(path), *words]) == 1
        out, err = capsys.readouterr()
        assert (out, err) == ("", f"hashiya: {sentence}{path}.\n")
    assert not path.exists()


def test_a_database_that_is_no_library_is_told_and_left(tmp_path, capsys):
    path = tmp_path / "notes.db"
    path.write_bytes("ليست مكتبة".encode() * 1000)
    before = path.read_bytes()
    for words in (["articles"], ["import", str(path)], ["show", "1"], ["backup", "x.db"]):
        assert main(["--database", str(path), *words]) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_server_that_does_not_answer_is_told(capsys):
    address = "postgresql+psycopg://desk:secret@127.0.0.1:1/newsroom"
    assert main(["--database", address, "articles"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "127.0.0.1" in err
    assert "secret" not in err


def test_the_library_of_the_current_folder_is_found(library, monkeypatch, capsys):
    monkeypatch.delenv("HASHIYA_DATABASE")
    library.rename(library.with_name("annotations.db"))
    monkeypatch.chdir(library.parent)
    capsys.readouterr()
    assert main(["articles"]) == 0
    assert capsys.readouterr().out == "1\tخبر طويل\t\t0\n"


def test_a_file_name_that_is_no_utf8(library, tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(name)).write_text("خبر آخر", encoding="utf-8")
    good = tmp_path / "good.txt"
    good.write_text("خبر سليم", encoding="utf-8")
    done = hashiya("import", name, name + b"2", str(good))
    assert done.returncode == 1
    assert done.stdout.decode().endswith("\tخبر سليم\t\t0\n")
    assert done.stderr.decode().count("There is no file ") == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "loads"),
    [
        ([], False),
        (["open", "article.txt"], False),
        (["--database", "articles", "open"], False),
        (["--database"], False),
        (["articles"], True),
        (["--database", "open", "check"], True),
        (["--help"], True),
        (["opne"], True),
    ],
)
def test_the_window_is_asked_for_without_loading_the_other_commands(words, loads):
    code = (
        "import sys, reader.cli\n"
        f"reader.cli._commands({words!r})\n"
        "sys.exit('reader.commands.table' in sys.modules)"
    )
    assert started("-c", code).returncode == int(loads)


def test_the_readme_tells_of_every_command():
    readme = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    rows = " ".join(line.split("|")[1] for line in readme.splitlines() if line.startswith("| `"))
    assert [one.key for one in COMMANDS if f"`{one.key}" not in rows] == []
