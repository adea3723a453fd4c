"""Annotations are chosen by tag, status, the day they were made, and by name."""

from dataclasses import replace
from datetime import datetime

import pytest

from reader.exporters.wanted import Wanted
from reader.model.entry import KeptText


def tags(found) -> list[str]:
    """Return the tags of the entries of the only article, none where there is no article."""
    return [one.annotation.tag for annotated in found for one in annotated.entries]


def test_nothing_chosen_lets_everything_through(annotated):
    assert Wanted().is_all
    assert list(Wanted().among([annotated])) == [annotated]
    bare = replace(annotated, entries=())
    assert list(Wanted().among([bare])) == [bare]


def test_tags_statuses_and_names_are_chosen(annotated):
    assert tags(Wanted(tags=frozenset({"claim"})).among([annotated])) == ["claim"]
    assert tags(Wanted(statuses=frozenset({"reviewed"})).among([annotated])) == ["quote"]
    both = Wanted(tags=frozenset({"claim"}), statuses=frozenset({"reviewed"}))
    assert list(both.among([annotated])) == []
    two = frozenset(one.annotation.uid for one in annotated.entries[:2])
    (found,) = Wanted(uids=two).among([annotated])
    assert found.entries == annotated.entries[:2]
    assert list(Wanted(uids=frozenset()).among([annotated])) == []


@pytest.mark.parametrize(
    ("since", "until", "is_in"),
    [
        ("2026-01-02", "2026-01-02", True),
        ("2026-01", "", True),
        ("", "2026", True),
        ("2026-01-03", "", False),
        ("", "2026-01-01", False),
        ("2026-02", "", False),
        ("", "2025-12", False),
        ("2027", "", False),
    ],
)
def test_days_are_those_of_the_persons_clock_and_parts_stand_for_all_of_theirs(
    annotated, since, until, is_in
):
    made = datetime(2026, 1, 2, 12).astimezone()
    entries = tuple(
        replace(one, annotation=replace(one.annotation, created_at=made))
        for one in annotated.entries
    )
    found = Wanted(since=since, until=until).among([replace(annotated, entries=entries)])
    assert bool(list(found)) is is_in


def test_all_texts_stay_with_what_is_wanted_in_them(annotated):
    kept = KeptText(revision=annotated.revision, source=b"", entries=annotated.entries)
    (found,) = Wanted(tags=frozenset({"entity"})).in_texts([kept])
    assert [one.annotation.tag for one in found.entries] == ["entity"]
    assert found.revision == annotated.revision
