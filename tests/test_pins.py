"""What must not slip in with a newer package: bounds, hashes, and two faults of others."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP = Path(__file__).parents[1]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = {
    "requirements.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["build-system"]["requires"],
    ],
    "tests/requirements.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["postgresql"],
        *PROJECT["project"]["optional-dependencies"]["test"][1:],
        *PROJECT["dependency-groups"]["build"],
    ],
    "tests/vocabularies.lock": PROJECT["dependency-groups"]["vocabularies"],
}
# None has no immortal count before Python 3.12: a binding that loses one reference a call kills
# the process after some thousand calls (PYSIDE-3474, PySide6 6.12.0).
LOSES_NONE = """
import sys
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
thing, widget = QObject(), QWidget()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("name")
    widget.update()
print(before - sys.getrefcount(None))
"""


def pinned(lock: str) -> dict[str, tuple[Requirement, int]]:
    """Return each requirement of a lock with the number of its hashes."""
    text = (TOP / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        requirement, *hashes = re.split(r"\s+--hash=sha256:(?=[0-9a-f]{64}\b)", line)
        value = Requirement(requirement)
        found[canonicalize_name(value.name)] = (value, len(hashes))
    return found


@pytest.mark.parametrize("lock", NEEDED)
def test_lock_holds_every_dependency_within_its_bounds(lock):
    pins = pinned(lock)
    for text in NEEDED[lock]:
        needed = Requirement(text)
        (pin,) = pins[canonicalize_name(needed.name)][0].specifier
        assert needed.specifier.contains(pin.version), text


@pytest.mark.parametrize("lock", NEEDED)
def test_every_line_of_a_lock_is_one_version_with_hashes(lock):
    for requirement, hashes in pinned(lock).values():
        (pin,) = requirement.specifier
        assert pin.operator == "=="
        assert hashes, requirement


@pytest.mark.parametrize("lock", NEEDED)
def test_lock_names_no_address(lock):
    text = (TOP / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_both_locks_agree():
    every = pinned("tests/requirements.lock")
    for name, (requirement, _) in pinned("requirements.lock").items():
        assert every[name][0].specifier == requirement.specifier


def test_pyside_stays_below_the_release_that_loses_references():
    (bound,) = (
        Requirement(text) for text in PROJECT["project"]["dependencies"] if "pyside" in text.lower()
    )
    assert bound.name == "PySide6-Essentials"
    assert bound.specifier.contains("6.11.3")
    assert not bound.specifier.contains("6.12.0")
    (pin,) = pinned("requirements.lock")["pyside6-essentials"][0].specifier
    assert Version(pin.version) < Version("6.12")


def test_calls_of_qt_lose_no_reference_to_none():
    done = subprocess.run(
        [sys.executable, "-c", LOSES_NONE], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 0.05 * 20_000


def test_sqlite_of_the_wheel_keeps_wal_databases_whole():
    requirement = pinned("requirements.lock")["pysqlite3"][0]
    assert requirement.marker
    if requirement.marker.evaluate():
        import pysqlite3

        assert tuple(map(int, pysqlite3.sqlite_version.split("."))) >= (3, 51, 3)
