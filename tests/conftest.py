"""What every test stands on: no screen, no user's settings, no noise."""

import atexit
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from reader.ui.plain_enums import make_enums_plainly

make_enums_plainly()  # as the program does
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_ACCESSIBILITY", "0")


_STATUS = pytest.StashKey[int]()

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


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End the process as soon as all is reported and cleared up, with pytest's own status.

    At the interpreter's end Python takes Qt's objects apart in no order, and PySide may crash
    over it when everything has passed. The program's own end is tested in processes of its own.
    """
    status = config.stash.get(_STATUS, None)
    if status is not None and "PySide6.QtWidgets" in sys.modules:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Note how the tests ended."""
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.fixture
def data() -> Path:
    """Return the folder of the files that tests read."""
    return Path(__file__).parent / "data"
