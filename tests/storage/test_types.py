from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from reader.storage.address import parse_address
from reader.storage.engine import make_engine, writing
from reader.storage.types import UtcDateTime, one_of

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=ZONES,
)
KIND = UtcDateTime()


@settings(max_examples=40)
@given(MOMENTS)
def test_moment_comes_back_from_sqlite_in_utc(moment):
    dialect = sqlite.dialect()
    back = KIND.result_processor(dialect, None)(KIND.process_bind_param(moment, dialect))
    assert back == moment
    assert back.utcoffset() == timedelta(0)


@settings(max_examples=40)
@given(MOMENTS, MOMENTS)
def test_moments_sort_as_text_as_they_do_in_time(one, other):
    texts = [KIND.process_bind_param(moment, sqlite.dialect()) for moment in (one, other)]
    assert (texts[0] < texts[1]) == (one < other)


@settings(max_examples=40)
@given(MOMENTS)
def test_moment_comes_back_from_a_server_in_utc(moment):
    dialect = postgresql.dialect()
    sent = KIND.process_bind_param(moment, dialect)
    # The server answers in the zone of its session.
    answer = sent.astimezone(timezone(timedelta(hours=3))) if moment.year < 9999 else sent
    back = KIND.result_processor(dialect, None)(answer)
    assert back == moment
    assert back.tzinfo is UTC


@pytest.mark.parametrize("place", ["memory", "server_address"])
def test_no_moment_stays_none(request, place):
    address = ":memory:" if place == "memory" else request.getfixturevalue(place)
    engine = make_engine(parse_address(address))
    table = Table("moments", MetaData(), Column("at", KIND))
    with writing(engine).connect() as connection:
        table.create(connection)
        moment = datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=3)))
        connection.execute(insert(table), [{"at": None}, {"at": moment}])
        assert set(connection.scalars(select(table.c.at))) == {None, moment}
        connection.rollback()
    engine.dispose()


def test_closed_list_tells_its_keys():
    rule = one_of("kind", ("a", "b"), may_be_empty=True)
    assert str(rule.sqltext) == "kind IN ('', 'a', 'b')"
    assert rule.info == {"column": "kind", "keys": ("", "a", "b")}
