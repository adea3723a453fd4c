"""What Python does is refused by a hook where no kernel does it; each kind is tried."""

import os

import pytest

from reader.importers.sealing import _hook

REFUSE = _hook(("/opt/python/lib", "/opt/site"))
READ, WRITE = os.O_RDONLY | os.O_CLOEXEC, os.O_WRONLY | os.O_CREAT


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.__new__", (None, 2, 1, 0)),
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("socket.getaddrinfo", ("host", 80, 0, 0, 0)),
        ("subprocess.Popen", ("true", [], None, None)),
        ("os.system", (b"true",)),
        ("os.posix_spawn", ("true", [], {})),
        ("os.exec", ("true", [], {})),
        ("os.remove", ("/x", -1)),
        ("os.rename", ("/x", "/y", -1, -1)),
        ("os.mkdir", ("/x", 0o777, -1)),
        ("os.symlink", ("/x", "/y", -1)),
        ("os.chmod", ("/x", 0, -1)),
        ("shutil.rmtree", ("/x",)),
        ("sqlite3.connect", ("/x",)),
        ("open", ("/etc/passwd", "r", READ)),
        ("open", (b"/etc/passwd", None, READ)),
        ("open", ("relative", "r", READ)),
        ("open", ("/opt/site/../../etc/passwd", "r", READ)),
        ("open", ("/opt/site-packages", "r", READ)),
        ("open", ("/opt/site/x.py", "w", WRITE)),
        ("open", ("/opt/site/x.py", "r", None)),
    ],
)
def test_it_is_refused(event, arguments):
    with pytest.raises(PermissionError):
        REFUSE(event, arguments)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("import", ("json", None, None, None, None)),
        ("open", (3, "wb", WRITE)),
        ("open", ("/opt/site/x.py", "rb", READ)),
        ("open", ("/opt/python/lib/../lib/x.py", "rb", READ)),
        ("open", ("/dev/urandom", "rb", READ)),
        ("os.fork", ()),
        ("ctypes.dlopen", ("libx.so",)),
    ],
)
def test_what_reading_needs_is_not(event, arguments):
    REFUSE(event, arguments)
