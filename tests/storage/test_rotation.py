import os
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import DamagedLibrary, OutputUnwritable
from reader.storage.health import check
from reader.storage.rotation import FOLDER, copies_of, kept, newest_sound_copy, rotate
from reader.storage.store import Store
from tests.storage.care import disk_with_room_for, library, rows

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
moments = st.lists(
    st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
)


@pytest.fixture
def path(tmp_path):
    return library(tmp_path / "annotations.db")


def change(path) -> None:
    with Store.open(path) as store:
        store.annotator(os.urandom(4).hex(), "")


def test_the_first_start_makes_a_copy_beside_the_library(path):
    copy = rotate(path, MONDAY)
    assert copy == path.parent / FOLDER / "annotations.20260302T090000Z.db"
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert copy.stat().st_mode & 0o077 == 0
    with Store.open(copy, read_only=True) as store:
        assert check(store._library.engine, copy).is_sound


def test_an_unchanged_library_is_not_copied_again(path):
    assert rotate(path, MONDAY)
    assert rotate(path, MONDAY + DAY) is None
    change(path)
    assert rotate(path, MONDAY + 2 * DAY)
    assert len(copies_of(path)) == 2


def test_one_copy_a_day(path):
    assert rotate(path, MONDAY)
    change(path)
    assert rotate(path, MONDAY + timedelta(hours=14)) is None
    assert rotate(path, MONDAY + timedelta(hours=16))


def test_a_day_is_one_of_utc(path):
    assert rotate(path, MONDAY)
    change(path)
    baghdad = timezone(timedelta(hours=3))
    assert rotate(path, datetime(2026, 3, 3, 1, tzinfo=baghdad)) is None


def test_a_copy_of_a_wrong_clock_stops_nothing(path):
    future = rotate(path, MONDAY + 9999 * DAY)
    assert rotate(path, MONDAY)
    assert future in copies_of(path).values()


def test_a_copy_that_was_lost_to_damage_is_none(path):
    copy = rotate(path, MONDAY)
    os.truncate(copy, 5000)
    assert rotate(path, MONDAY + DAY)


def test_the_newest_sound_copy_is_offered(path):
    assert newest_sound_copy(path) is None
    first = rotate(path, MONDAY)
    change(path)
    second = rotate(path, MONDAY + DAY)
    assert newest_sound_copy(path) == second
    os.truncate(second, 5000)
    path.unlink()
    assert newest_sound_copy(path) == first


def test_what_killed_programs_left_is_swept_away(path):
    folder = path.parent / FOLDER
    folder.mkdir()
    names = [".hashiya-1.part", ".hashiya-1.part-journal", ".hashiya-2.part", "mine.part"]
    for place in (path.parent, folder):
        for name in names:
            (place / name).write_text("half")
            os.utime(place / name, (0, 0))
        os.utime(place / ".hashiya-2.part")
    assert rotate(path)
    for place in (path.parent, folder):
        left = {one.name for one in place.iterdir() if ".part" in one.name}
        assert left == {".hashiya-2.part", "mine.part"}


def test_a_damaged_library_pushes_no_copy_out(path):
    rotate(path, MONDAY)
    ((page,),) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'changes'")
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(os.urandom(4096))
    with pytest.raises(DamagedLibrary):
        rotate(path, MONDAY + DAY)
    assert len(copies_of(path)) == 1


def test_a_full_disk_drops_no_copy(path):
    (path.parent / FOLDER).mkdir()
    days = [MONDAY + day * DAY for day in range(30)]
    copies = [
        library(path.parent / FOLDER / day.strftime("annotations.%Y%m%dT%H%M%SZ.db"))
        for day in days
    ]
    with Store.open(path) as store:
        store.annotator("another", "")
        with disk_with_room_for(50_000), pytest.raises(OutputUnwritable):
            rotate(path, MONDAY + 40 * DAY)
    assert sorted(copies_of(path).values()) == copies
    assert rotate(path, MONDAY + 40 * DAY)
    assert len(copies_of(path)) < len(copies)


def test_only_copies_of_this_library_are_dropped(path):
    folder = path.parent / FOLDER
    folder.mkdir()
    others = [
        "annotations.db",
        "annotations.notes.db",
        "annotations.20200101T000000Z.db.old",
        "annotations.99999999T999999Z.db",
        "other.20200101T000000Z.db",
        "20200101T000000Z.db",
    ]
    for name in others:
        (folder / name).write_text("mine")
    (folder / "annotations.20200102T000000Z.db").symlink_to(folder / "annotations.db")
    (folder / "annotations.20200103T000000Z.db").mkdir()
    for day in range(40):
        library(folder / (MONDAY - day * DAY).strftime("annotations.%Y%m%dT%H%M%SZ.db"))
    change(path)
    assert rotate(path, MONDAY + DAY)
    assert {one.name for one in folder.iterdir()} >= set(others)
    assert len(copies_of(path)) < 40


def test_a_year_of_copies_grows_to_a_fixed_number():
    copies: set[datetime] = set()
    for day in range(800):
        copies = kept(copies | {MONDAY + day * DAY})
    newest = MONDAY + 799 * DAY
    assert {newest - day * DAY for day in range(12)} <= copies
    assert len(copies) == 12 + 10 + 9
    assert newest - min(copies) > timedelta(days=300)


@given(moments)
def test_thinning_keeps_the_newest_and_is_done_once(found):
    staying = kept(found)
    assert staying <= set(found)
    assert kept(staying) == staying
    assert len(staying) <= 31
    if found:
        assert max(found) in staying


@given(moments)
def test_each_of_the_last_twelve_days_keeps_its_newest(found):
    days = sorted({one.date() for one in found})[-12:]
    newest = {max(one for one in found if one.date() == day) for day in days}
    assert newest <= kept(found)
