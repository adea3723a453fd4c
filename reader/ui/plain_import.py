"""Loads PySide without what its own tools need, and takes out the `import` that it puts in place.

When PySide is loaded, it compiles the Python that it carries in its library, with every start
anew: that is two thirds of what an empty window takes. Most of it describes signatures, for
stub files, for help and for the words of a wrong call; here each of these modules waits until
something asks for it, and so do those of Python's own that are only at hand. PySide's `import`
reads the source of every module that is imported after it, to see whether the module wants
`from __feature__ import …`, and keeps all those lines: 600 modules, 25 MB and a tenth of the
start (docs/adr/0040, 0046, 0054).
"""

import builtins
from collections.abc import Callable
from functools import partial
from typing import Any

from reader.later import let_wait
from reader.ui.plain_enums import make_enums_plainly

_SUPPORT = "shibokensupport/signature/"
_LATER = frozenset(
    f"{_SUPPORT}{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool",
                 "mapping", "parser")
)  # fmt: skip
# What PySide and the modules that it needs import of Python's own, and seldom or never use.
_AT_HAND = ("inspect", "ipaddress", "shutil", "tempfile", "traceback")
# Whether a module wants a feature PySide would ask of its source, with all of `inspect`.
_FEATURE, _NO_FEATURE = (
    "shibokensupport/feature.py",
    b"""
def _mod_uses_pyside(module):
    return False
""",
)
# PySide's library takes this one function of `mapping` out of the module's namespace itself.
_STAND_IN = """
from reader.later import Later
from reader.ui.plain_import import body_of
__getattr__ = Later(globals(), body_of({source!r}, globals()))
def update_mapping():
    return __getattr__.loaded("update_mapping")()
"""


def body_of(source: bytes, space: dict[str, Any]) -> Callable[[], object]:
    """Return what runs the body of a module that PySide carries, as PySide would have done."""

    def body() -> None:
        code = compile(source, f"<{space['__name__']}>", "exec")
        exec(code, space)  # noqa: S102

    return body


def import_plainly() -> None:
    """Load PySide, its tools left for later, and import without looking for its features.

    Nothing of ours wants a feature. Where PySide is made up otherwise, all is loaded at once.
    """
    let_wait(*_AT_HAND)
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
    elif filename == _FEATURE and isinstance(source, bytes):
        source += _NO_FEATURE
    return plain(source, filename, *how)
