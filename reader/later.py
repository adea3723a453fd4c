"""Modules whose bodies run when something first asks for what is in them.

Much is imported only to have it at hand: `dataclasses` and PySide bring modules of Python's
own that a start never uses, and their bodies take a twentieth of it (docs/adr/0054).
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec, module_from_spec
from threading import RLock
from typing import Any


class Later:
    """The `__getattr__` of a module whose body runs when it is first asked for something.

    `space` is the module's namespace; `body` fills it.
    """

    def __init__(self, space: dict[str, Any], body: Callable[[], object]) -> None:
        self._space = space
        self._body: Callable[[], object] | None = body
        self._lock = RLock()

    def __call__(self, name: str) -> Any:
        """Return what the module holds under a name; raise AttributeError as a module does."""
        # An import asks whether the module is a package; none of those that wait is one.
        if name != "__path__":
            return self.loaded(name)
        raise AttributeError(name)

    def loaded(self, name: str) -> Any:
        """Run the body if it has not run, and return what it made under a name."""
        with self._lock:
            body, self._body = self._body, None  # what it imports may ask this module again
            if body is not None:
                has_run = False
                try:
                    body()
                    has_run = True
                finally:
                    if not has_run:  # who asks again fails again
                        self._body = body
            if name in self._space:
                return self._space[name]
        raise AttributeError(f"module {self._space['__name__']!r} has no attribute {name!r}")


def let_wait(*names: str) -> None:
    """Let modules of Python's own wait that are imported from now on; those that are there stay."""
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None and spec.loader is not None:
            module = module_from_spec(spec)
            body = partial(spec.loader.exec_module, module)
            vars(module)["__getattr__"] = Later(vars(module), body)
            sys.modules[name] = module
