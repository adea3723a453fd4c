"""Turns in an interpreter of their own: nothing that another turn loaded or left is there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.measure import Figure, Way, Work

TOP = Path(__file__).parents[2]
LONGEST_S = 300


class Failed(Exception):
    """A module of `tests.bench.scenes` broke off; carries what it said."""


def screen() -> str:
    """Return the platform that windows are shown on: `QT_QPA_PLATFORM`, or none at all."""
    return os.environ.get("QT_QPA_PLATFORM", "offscreen")


def figures(module: str, *arguments: object) -> Mapping[str, float]:
    """Run a module of `tests.bench.scenes`, and return the figures that it prints."""
    printed: Mapping[str, float] = json.loads(_run(module, *arguments))
    return printed


def figure_of(key: str, module: str, *arguments: object) -> Way:
    """Return the way whose work is one figure of a module."""

    def work() -> Figure:
        return Figure(figures(module, *arguments)[key])

    return _way(work)


def whole_process(module: str, *arguments: object) -> Way:
    """Return the way whose work is the whole process of a module."""
    return _way(partial(_run, module, *arguments))


def same() -> str:
    """Find nothing to compare: what was painted is no value."""
    return ""


def _way(work: Work) -> Way:
    @contextmanager
    def prepared() -> Iterator[Work]:
        yield work

    return prepared


def _run(module: str, *arguments: Any) -> str:
    """Run a module with a home of its own, so that no settings of the user's have a say."""
    command = [sys.executable, "-m", f"tests.bench.scenes.{module}", *map(str, arguments)]
    with TemporaryDirectory() as home:
        own = {key: str(Path(home) / key) for key in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        world = {**os.environ, "QT_QPA_PLATFORM": screen(), "HOME": home, **own}
        # What is compiled is kept, as it is for everybody who runs the program twice.
        world.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            command, cwd=TOP, env=world, capture_output=True, timeout=LONGEST_S, check=False
        )
    if done.returncode:
        raise Failed(done.stderr.decode())
    return done.stdout.decode()
