"""A module waits until something asks for what is in it, and is then what it always was."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.later import Later, let_wait

ONE = "waits_for_test_later"  # a module that no other test imports
TOP = Path(__file__).parents[1]


def outcome(code: str) -> str:
    """Return what a new interpreter prints behind some code, with `let_wait` at hand."""
    whole = f"import sys\nfrom reader.later import let_wait\n{code}"
    command = [sys.executable, "-c", whole]
    return subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", cwd=TOP
    ).stdout


def test_a_module_waits_until_it_is_asked_for_something():
    code = (
        "let_wait('textwrap')\n"
        "import textwrap\n"
        "print('dedent' in vars(textwrap))\n"
        "print(textwrap.dedent('  a'), 'dedent' in vars(textwrap))\n"
    )
    assert outcome(code) == "False\na True\n"


@pytest.mark.parametrize("wish", ["dedent", "*", "dedent as dedent, wrap"])
def test_names_can_be_imported_from_it(wish):
    code = f"let_wait('textwrap')\nfrom textwrap import {wish}\nprint(dedent('  a'))\n"
    assert outcome(code) == "a\n"


def test_a_module_that_is_loaded_stays_and_one_that_is_not_there_is_none():
    code = (
        "import textwrap\n"
        "let_wait('textwrap', 'no_such_module')\n"
        "print('__getattr__' in vars(textwrap), 'no_such_module' in sys.modules)\n"
    )
    assert outcome(code) == "False False\n"


def test_what_it_does_not_have_is_told_as_of_every_module():
    ask = "try:\n    textwrap.nothing\nexcept AttributeError as error:\n    print(error)\n"
    waited = outcome(f"let_wait('textwrap')\nimport textwrap\n{ask}")
    assert waited == outcome(f"import textwrap\n{ask}") != ""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Return the file of a module that counts how often its body runs."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, ONE, raising=False)
    yield tmp_path / f"{ONE}.py"
    sys.modules.pop(ONE, None)


def test_threads_that_ask_at_once_run_its_body_once(own):
    own.write_text("import time\nruns = []\nruns.append(time.sleep(0.05))\nlast = 1\n")
    let_wait(ONE)
    module = sys.modules[ONE]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _turn: (module.last, len(module.runs)), range(16)))
    assert found == [(1, 1)] * 16


def test_a_body_that_fails_fails_for_everybody_who_asks(own):
    own.write_text("raise OSError('broken')\n")
    let_wait(ONE)
    for _turn in range(2):
        with pytest.raises(OSError, match="broken"):
            _ = sys.modules[ONE].anything


def test_a_body_that_asks_its_own_module_finds_what_is_there_so_far():
    space = {"__name__": "circle"}
    later = Later(space, lambda: space.update(found=_failure(later)))
    assert later("found") == "module 'circle' has no attribute 'found'"


def _failure(later: Later) -> str:
    with pytest.raises(AttributeError) as failed:
        later("found")
    return str(failed.value)
