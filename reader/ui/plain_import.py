"""Loads PySide without what its own tools need, and takes out the `import` that it puts in place.

When PySide is loaded, it compiles the Python that it carries in its library, with every start
anew: that is two thirds of what an empty window takes. Most of it describes signatures, for
stub files, for help and for the words of a wrong call; here each of these modules waits until
something asks for it. PySide's `import` reads the source of every module that is imported
after it, to see whether the module wants `from __feature__ import …`, and keeps all those
lines: 600 modules, 25 MB and a tenth of the start (docs/adr/0040, docs/adr/0046).
"""

import builtins
from collections.abc import Callable
from functools import partial
from typing import Any

from reader.ui.plain_enums import make_enums_plainly

_SUPPORT = "shibokensupport/signature/"
_LATER = frozenset(
    f"{_SUPPORT}{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool",
                 "mapping", "parser")
)  # fmt: skip
# PySide's library takes this one function of `mapping` out of the module's namespace itself.
_STAND_IN = """
from reader.ui.plain_import import Later
__getattr__ = Later(globals(), {source!r})
def update_mapping():
    return __getattr__.loaded("update_mapping")()
"""


class Later:
    """The `__getattr__` of a module whose body runs when it is first asked for something.

    `space` is the module's namespace, `source` what it is compiled of.
    """

    def __init__(self, space: dict[str, Any], source: bytes) -> None:
        from threading import RLock  # noqa: PLC0415 - PySide has loaded it when this is made

        self._space = space
        self._source: bytes | None = source
        self._lock = RLock()

    def __call__(self, name: str) -> Any:
        """Return what the module holds under a name; raise AttributeError as a module does."""
        # What is asked of every module, as its `__path__`, is no use of this one.
        if not name.startswith("__"):
            return self.loaded(name)
        raise AttributeError(name)

    def loaded(self, name: str) -> Any:
        """Run the body if it has not run, and return what it made under a name."""
        with self._lock:
            source = self._source
            if source is not None:
                self._source = None
                code = compile(source, f"<{self._space['__name__']}>", "exec")
                exec(code, self._space)  # noqa: S102 - PySide's own, as it would have done
            if name in self._space:
                return self._space[name]
        raise AttributeError(f"module {self._space['__name__']!r} has no attribute {name!r}")


def import_plainly() -> None:
    """Load PySide, its tools left for later, and import without looking for its features.

    Nothing of ours wants a feature. Where PySide is made up otherwise, all is loaded at once.
    """
    make_enums_plainly()
    plain = builtins.compile
    builtins.compile = partial(_compiled, plain)  # the one way that PySide compiles what it carries
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - what is done here is done to this import
    finally:
        builtins.compile = plain
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _compiled(plain: Callable[..., Any], source: Any, filename: Any, *how: Any) -> Any:
    """Compile as Python does, but a stand-in for what may wait."""
    if filename in _LATER:
        source = _STAND_IN.format(source=source)
    return plain(source, filename, *how)
