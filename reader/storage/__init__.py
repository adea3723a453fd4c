"""The library: the database, behind one class that takes values and gives values."""

from reader.storage.store import Store

__all__ = ["Store"]
