"""Takes from the child whatever reading a document does not need, before it sees one.

What Python does itself is refused everywhere, by an audit hook (PEP 578). Where the
system can, it refuses the same to libraries written in C (`kernel`), and bounds memory.
"""

import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from contextlib import suppress

from reader.importers import kernel
from reader.importers.limits import Limits

# Python's names for acts (PEP 578, "Audit events table"); a name that ends in a dot is a family.
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "shutil.", "sqlite3.", "webbrowser.", "winreg.", "ctypes.set_errno",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
# Where the loader of a system keeps what the libraries themselves link to.
_SYSTEM_PLACES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")
_DEVICES = ("/dev/null", "/dev/urandom")


def seal(limits: Limits) -> tuple[str, ...]:
    """Give up files, network, programs and memory for good; return what the system holds.

    Raises OSError where there is no room for an empty folder to stand in.
    """
    _stand_nowhere()
    places = _places_of_code()
    held = (
        ("memory", _bound(limits)),
        ("network", kernel.leave_network()),
        ("files", kernel.forbid_files((*places, *_SYSTEM_PLACES, *_DEVICES))),
        ("calls", kernel.forbid_calls()),
    )
    sys.addaudithook(_hook(places))
    return tuple(name for name, holds in held if holds)


def bound_copy(seconds: int) -> None:
    """End this copy after its seconds, of its own work or on the clock, or with the child."""
    kernel.end_with_parent()
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _stand_nowhere() -> None:
    """Stand in an empty folder that, where the system allows it, is not even there any more."""
    folder = tempfile.mkdtemp(prefix="hashiya-")
    os.chdir(folder)
    with suppress(OSError):
        os.rmdir(folder)  # noqa: PTH106 - a Path is not needed in the child


def _bound(limits: Limits) -> bool:
    """Bound the memory; write nothing, not even a picture of a crash."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return False
    held = True
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS bounds no address space
            held = False
    return held


def _places_of_code() -> tuple[str, ...]:
    """Return the folders from which the child may still load what it is made of."""
    installed = (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib"))
    return tuple(dict.fromkeys(path for path in (*sys.path, *installed) if path))


def _hook(places: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    folders = tuple(os.path.join(place, "") for place in places)  # noqa: PTH118 - as text

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if not isinstance(path, int) and not _may_open(os.fsdecode(str(path)), flags, folders):
                raise PermissionError(event)
        elif event.startswith(_REFUSED) and not _is_in_memory(event, arguments):
            raise PermissionError(event)

    return refuse


def _is_in_memory(event: str, arguments: tuple[object, ...]) -> bool:
    """Tell whether a database is opened that has no file: one that came as bytes is read so."""
    return event == "sqlite3.connect/handle" or (
        event == "sqlite3.connect" and arguments[0] == ":memory:"
    )


def _may_open(path: str, flags: object, folders: tuple[str, ...]) -> bool:
    if path in _DEVICES:
        return True
    reads = isinstance(flags, int) and not flags & _WRITING
    return reads and os.path.normpath(path).startswith(folders)
