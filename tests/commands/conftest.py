"""The command line in this process, on a library with two articles."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

FIRST = (
    'قال الوزير أحمد سالم 😀: "لن نتراجع".\nوأضافَ\u00a0أحمد أن العدد 15.\nرفعت الوزارة السعر - أمس.'
)
SECOND = "مقال ثانٍ\nعن الأسعار."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """Return the one line with which a command refused what it was given."""
        assert self.status == 1
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line.removeprefix("hashiya: ")

    @property
    def json(self) -> Any:
        """Return the one JSON value that was printed."""
        return json.loads(self.out)


Hashiya = Callable[..., Answer]


@pytest.fixture(scope="session")
def finished_library(tmp_path_factory) -> Path:
    """Return a closed library of two articles, made once."""
    folder = tmp_path_factory.mktemp("library")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
        assert main(["--database", str(folder / "a.db"), "import", str(folder / name)]) == 0
    return folder / "a.db"


@pytest.fixture
def library(finished_library, tmp_path) -> Path:
    """Return a library of this test's own: article 1 is FIRST, article 2 SECOND."""
    return Path(shutil.copy(finished_library, tmp_path / "annotations.db"))


@pytest.fixture
def hashiya(library, capsys, monkeypatch) -> Hashiya:
    """Return what runs a command on the library; `stdin` gives it bytes to read."""

    def run(*words: object, stdin: bytes = b"", database: object = library) -> Answer:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(["--database", str(database), *map(str, words)])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


@pytest.fixture
def first() -> str:
    """Return the text of article 1."""
    return FIRST
