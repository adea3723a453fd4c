"""Where things are: the shipped resources, the library, the user's data folder."""

import os
import sys
from pathlib import Path

DATABASE_NAME = "annotations.db"
DATABASE_VARIABLE = "HASHIYA_DATABASE"


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource.

    A wheel carries `resources/` inside the package; an editable install leaves
    it beside the package, at the top of the repository.
    """
    package = Path(__file__).parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)


def data_folder() -> Path:
    """Return the folder for this user's own library, whether or not it exists."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "hashiya"


def default_database() -> str:
    """Return the library to open when none is named, as a path or an URL.

    In this order: the environment variable, a library in the current folder,
    the library in the user's data folder.
    """
    named = os.environ.get(DATABASE_VARIABLE, "").strip()
    if named:
        return named
    here = Path.cwd() / DATABASE_NAME
    return str(here if here.is_file() else data_folder() / DATABASE_NAME)
