"""The library: the database, behind one class that takes values and gives values."""

from reader.storage.store import Store, restore

__all__ = ["Store", "restore"]
