"""Takes out the `import` that PySide puts in front of Python's.

PySide's reads the source of every module that is imported after it, to see whether the
module wants `from __feature__ import …`, and keeps all those lines: 600 modules, 25 MB and a
tenth of the start (docs/adr/0040).
"""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in place, which is then taken out


def import_plainly() -> None:
    """Import without looking for PySide's features from now on; nothing of ours wants one."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
