from pathlib import Path

import pytest

from reader.errors import NotALibrary
from reader.storage.address import IN_MEMORY, parse_address

SECRET = "s3cret"  # noqa: S105 - no password of anything


def test_path_is_made_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    place = parse_address("مكتبة.db")
    assert place.path == tmp_path / "مكتبة.db"
    assert place.name == str(tmp_path / "مكتبة.db")
    assert not place.is_server


def test_home_is_known(isolated_home):
    assert parse_address("~/a.db").path == isolated_home / "a.db"


def test_path_may_look_like_nothing_else():
    assert parse_address(Path("/a?b#c%20d.db")).path == Path("/a?b#c%20d.db")


def test_memory_is_neither_file_nor_server():
    place = parse_address(IN_MEMORY)
    assert (place.path, place.url) == (None, None)


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+pysqlite"])
def test_url_of_sqlite_names_a_file(scheme, tmp_path):
    assert parse_address(f"{scheme}:///{tmp_path}/a.db").path == tmp_path / "a.db"


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres"])
def test_url_of_a_server_is_told_without_password(scheme):
    place = parse_address(f"{scheme}://me:{SECRET}@db.example:5433/news?password={SECRET}")
    assert place.is_server
    assert place.name == "postgresql://me@db.example:5433/news"
    assert place.url.drivername == "postgresql+psycopg"
    assert place.url.password == SECRET
    assert SECRET not in repr(place).replace(f"password={SECRET}", "")


@pytest.mark.parametrize(
    "address",
    [
        f"mysql://me:{SECRET}@host/news",
        f"https://me:{SECRET}@host/a.db",
        f"postgresql://me:{SECRET}@host:port/news",
        f"://{SECRET}",
        "sqlite://",
    ],
)
def test_other_urls_are_refused_without_telling_a_password(address):
    with pytest.raises(NotALibrary) as caught:
        parse_address(address)
    assert SECRET not in caught.value.sentence("en")
