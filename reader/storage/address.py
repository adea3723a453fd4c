"""Where a library is: a file, the memory, or a PostgreSQL server."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from reader.errors import NotALibrary
from reader.frozen import dataclass

IN_MEMORY = ":memory:"
_SERVER_SCHEMES = ("postgresql+psycopg", "postgresql", "postgres")
_FILE_SCHEMES = ("sqlite", "sqlite+pysqlite")


@dataclass(frozen=True, slots=True)
class Address:
    """A place that a library can be opened from.

    `name` is safe to print: it holds no password and no query. `path` is set for
    a file, `url` for a server, neither for a library in memory.
    """

    name: str
    path: Path | None = None
    url: URL | None = None

    @property
    def is_server(self) -> bool:
        """Tell whether a server holds the library."""
        return self.url is not None


def parse_address(address: str | Path) -> Address:
    """Return the place that a path or an URL names; raises NotALibrary for another kind of URL."""
    if isinstance(address, str):
        if address == IN_MEMORY:
            return Address(IN_MEMORY)
        if "://" in address:
            return _from_url(address)
    path = Path(address).expanduser().absolute()
    return Address(str(path), path=path)


def _from_url(address: str) -> Address:
    scheme = address.partition("://")[0]
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise NotALibrary(name=f"{scheme}://…") from error
    if scheme in _FILE_SCHEMES and url.database:
        return parse_address(url.database)
    if scheme not in _SERVER_SCHEMES:
        raise NotALibrary(name=f"{scheme}://…")
    printable = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return Address(
        printable.render_as_string(hide_password=True), url=url.set(drivername="postgresql+psycopg")
    )
