"""Statistics, counted by the database: the same numbers on both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    func,
    literal_column,
    select,
)

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.anchors import LOST
from reader.model.numbers import Bar, Numbers, NumberTable, in_order
from reader.model.tags import tag_of
from reader.model.vocabulary import Choice, label_of
from reader.storage.counting import Condition, Source, chosen, groups, joined_to
from reader.storage.mapping import table_of
from reader.storage.own_numbers import own_choices, own_sums
from reader.storage.queries import ANNOTATIONS, ARTICLES, SUBJECTS, chunks, tags
from reader.storage.schema import ClaimRow, EntityRow, QuoteRow, RulingRow

_QUOTES, _ENTITIES = table_of(QuoteRow), table_of(EntityRow)
_CLAIMS, _RULINGS = table_of(ClaimRow), table_of(RulingRow)
NOT_SET = Label("Not set", "غير محدد")
_MEASURED = Label("characters quoted", "عدد الحروف المقتبسة")
# Bound values would make two expressions of one for a server that groups by them.
_ONE: ColumnElement[int] = literal_column("1")
_SEVEN: ColumnElement[int] = literal_column("7")
_VERDICT_COLOURS = {
    "true": "#2f9e44",
    "partly_false": "#c98a00",
    "false": "#c8323c",
    "sarcasm": "#7a4fc9",
    "unverifiable": "#6b6b6b",
}


def numbers(connection: Connection, article_uids: Sequence[str] | None) -> Numbers:
    """Return the statistics of articles, or of all that are not in the trash for None."""
    parts = [_counted(connection, condition) for condition in _conditions(article_uids)]
    return parts[0] if len(parts) == 1 else _together(parts)


def numbers_of(connection: Connection, annotation_uids: Sequence[str]) -> Numbers:
    """Return the statistics of annotations in shown texts; of articles, how many they are in."""
    parts: list[Numbers] = []
    articles: set[str] = set()
    for some in chunks(annotation_uids) if annotation_uids else [()]:
        condition = and_(ANNOTATIONS.c.uid.in_(some), ANNOTATIONS.c.anchor != LOST)
        parts.append(_counted(connection, condition))
        query = chosen(joined_to(condition), ARTICLES.c.uid).distinct()
        articles.update(connection.scalars(query))
    return replace(_together(parts), articles=len(articles))


def _conditions(article_uids: Sequence[str] | None) -> Iterator[Condition]:
    placed = ANNOTATIONS.c.anchor != LOST
    if article_uids is None:
        yield and_(ARTICLES.c.deleted_at.is_(None), placed)
        return
    for part in chunks(article_uids) if article_uids else [()]:
        yield and_(ARTICLES.c.uid.in_(part), placed)


def _counted(connection: Connection, condition: Condition) -> Numbers:
    every = joined_to(condition)
    articles = connection.scalar(chosen(every, func.count(ARTICLES.c.uid.distinct())))
    found = [table for count in _TABLES for table in count(connection, condition)]
    return Numbers(
        articles=articles or 0,
        annotations=connection.scalar(chosen(every, func.count())) or 0,
        tables=tuple(one for one in found if one.bars),
    )


def _tags(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    known = tags(connection)
    bars = []
    for key, count, _ in groups(connection, joined_to(condition), ANNOTATIONS.c.tag):
        tag = tag_of(key, known)
        bars.append(Bar(key=key, label=tag.label, count=count, colour=tag.colour))
    yield NumberTable(key="tags", label=Label("By tag", "حسب العلامة"), bars=in_order(bars))


def _closed(
    key: str, label: Label, column: Any, choices: tuple[Choice, ...]
) -> Callable[[Connection, Condition], Iterator[NumberTable]]:
    """Return what counts by a closed list, in the order of the list."""

    def count(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
        found = {
            row[0]: row[1] for row in groups(connection, joined_to(condition, column.table), column)
        }
        order = [one.key for one in choices]
        bars = tuple(
            Bar(key=one, label=label_of(choices, one) if one else NOT_SET, count=found[one])
            for one in (*order, *sorted(found.keys() - set(order)))
            if one in found
        )
        yield NumberTable(key=key, label=label, bars=bars)

    return count


def _speakers(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    """Count who is quoted: by the subject, or by the name as printed where there is none."""
    joined = joined_to(condition, _QUOTES)
    to_subject = joined.joined.join(SUBJECTS, _QUOTES.c.speaker_uid == SUBJECTS.c.uid, isouter=True)
    name = func.coalesce(SUBJECTS.c.name, _QUOTES.c.speaker)
    bars = [
        Bar(
            key=uid or said,
            label=Label(said, said) if said else NOT_SET,
            count=count,
            measure=length,
        )
        for uid, said, count, length in groups(
            connection, Source(to_subject, condition), SUBJECTS.c.uid, name
        )
    ]
    label = Label("Who is quoted", "من يُقتبس عنه")
    yield NumberTable(key="speakers", label=label, bars=in_order(bars), measured=_MEASURED)


def _verdicts(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    """Count claims by the class of their newest ruling."""
    place = func.row_number().over(
        partition_by=_RULINGS.c.annotation_uid,
        order_by=(_RULINGS.c.rated_at.desc(), _RULINGS.c.uid.desc()),
    )
    ranked = select(_RULINGS.c.annotation_uid, _RULINGS.c.normalised, place.label("place"))
    newest = ranked.subquery()
    source = joined_to(condition, _CLAIMS)
    tie = and_(newest.c.annotation_uid == ANNOTATIONS.c.uid, newest.c.place == _ONE)
    joined = source.joined.join(newest, tie, isouter=True)
    rows = groups(connection, Source(joined, condition), newest.c.normalised)
    found = {row[0]: row[1] for row in rows}
    bars = [
        Bar(
            key=one.key,
            label=one.label,
            count=found[one.key],
            colour=_VERDICT_COLOURS.get(one.key, ""),
        )
        for one in words.NORMALISED_VERDICTS
        if one.key in found
    ]
    if None in found:
        waiting = Label("No verdict yet", "بلا حكم بعد")
        bars.append(Bar(key="", label=waiting, count=found[None]))
    label = Label("Claims by verdict", "الادعاءات حسب الحكم")
    yield NumberTable(key="verdicts", label=label, bars=tuple(bars))


def _publishers(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    bars = [
        Bar(key=name, label=Label(name, name) if name else NOT_SET, count=count)
        for name, count, _ in groups(connection, joined_to(condition), ARTICLES.c.publisher)
    ]
    yield NumberTable(
        key="publishers", label=Label("By publisher", "حسب الناشر"), bars=in_order(bars)
    )


def _months(connection: Connection, condition: Condition) -> Iterator[NumberTable]:
    """Count by the month in which the article was published, or the year where that is all."""
    month = func.substr(ARTICLES.c.published, _ONE, _SEVEN)
    rows = sorted(tuple(row)[:2] for row in groups(connection, joined_to(condition), month))
    bars = tuple(
        Bar(key=when, label=Label(when, when) if when else NOT_SET, count=count)
        for when, count in rows
    )
    label = Label("By time of publication", "حسب وقت النشر")
    yield NumberTable(key="months", label=label, bars=bars, in_time=True)


_TABLES: tuple[Callable[[Connection, Condition], Iterator[NumberTable]], ...] = (
    _tags,
    _speakers,
    _closed(
        "attribution",
        Label("How speakers are named", "كيف يُسمّى القائلون"),
        _QUOTES.c.attribution_level,
        words.ATTRIBUTION_LEVELS,
    ),
    _closed(
        "quote_types",
        Label("Quotes by kind", "الاقتباسات حسب النوع"),
        _QUOTES.c.quote_type,
        words.QUOTE_TYPES,
    ),
    _verdicts,
    _closed(
        "claim_states",
        Label("Claims by state", "الادعاءات حسب المرحلة"),
        _CLAIMS.c.state,
        words.CLAIM_STATES,
    ),
    _closed(
        "entity_types",
        Label("Entities by kind", "الكيانات حسب النوع"),
        _ENTITIES.c.entity_type,
        words.ENTITY_TYPES,
    ),
    own_choices,
    own_sums,
    _publishers,
    _months,
)


def _together(parts: Sequence[Numbers]) -> Numbers:
    """Return the sum of parts that no article is in twice."""
    tables: dict[str, NumberTable] = {}
    for table in (one for part in parts for one in part.tables):
        before = tables.get(table.key)
        bars = {one.key: one for one in before.bars} if before else {}
        for one in table.bars:
            old = bars.get(one.key)
            count, measure = (old.count, old.measure) if old else (0, 0)
            bars[one.key] = Bar(
                key=one.key,
                label=one.label,
                count=one.count + count,
                measure=one.measure + measure,
                colour=one.colour,
            )
        ordered = (
            sorted(bars.values(), key=lambda one: one.key)
            if table.in_time
            else in_order(bars.values())
        )
        tables[table.key] = NumberTable(
            key=table.key,
            label=table.label,
            bars=tuple(ordered),
            measured=table.measured,
            in_time=table.in_time,
        )
    return Numbers(
        articles=sum(one.articles for one in parts),
        annotations=sum(one.annotations for one in parts),
        tables=tuple(tables.values()),
    )
