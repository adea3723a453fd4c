"""What every test stands on: no screen, no user's settings, no noise."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_ACCESSIBILITY", "0")


# No test is timed: a busy machine is not a fault.
settings.register_profile("hashiya", deadline=None)
settings.load_profile("hashiya")


@pytest.fixture(autouse=True)
def isolated_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Keep each test away from the user's folders, settings and language."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.delenv("HASHIYA_DATABASE", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "HASHIYA_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def data() -> Path:
    """Return the folder of the files that tests read."""
    return Path(__file__).parent / "data"
