"""The library: the database, behind one class that takes values and gives values.

`Store` and `restore` are loaded when they are first asked for: SQLAlchemy takes longer
than the first look at an article (`glance.py`), which does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.storage.store import Store, restore

__all__ = ["Store", "restore"]


def __getattr__(name: str) -> Any:
    """Return what this package offers (PEP 562)."""
    if name in __all__:
        return getattr(import_module("reader.storage.store"), name)
    raise AttributeError(name)
