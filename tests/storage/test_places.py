"""Places within places: merged, brought in from outside, and never a part of themselves."""

from dataclasses import replace

import pytest

from reader.errors import StaleEdit
from reader.model.bundle import Bundle
from reader.model.change import edit
from reader.model.joining import merge_edits
from reader.model.subject import Subject

IRAQ = Subject(kind="place", name="العراق")
BASRA = Subject(kind="place", name="البصرة", part_of_uid=IRAQ.uid, latin_scheme="ijmes")
QURNA = Subject(kind="place", name="القرنة", part_of_uid=BASRA.uid)


def around(desk):
    """Return the name of what each place is part of, by its name."""
    by_uid = {one.uid: one for one in desk.store.subjects()}
    return {
        one.name: by_uid[one.part_of_uid].name if one.part_of_uid else "" for one in by_uid.values()
    }


def bring(desk, *subjects):
    return desk.store.bring_in(Bundle(records=subjects), desk.me.uid, "s")


def test_what_is_part_of_a_place_that_goes_is_part_of_the_one_that_stays(desk):
    twin = Subject(kind="place", name="بصرة", part_of_uid=IRAQ.uid)
    desk.add(IRAQ, BASRA, QURNA, twin)
    desk.do(*merge_edits(twin, BASRA, [], desk.store.subjects()))
    assert around(desk) == {"العراق": "", "بصرة": "العراق", "القرنة": "بصرة"}
    assert desk.store.check().is_sound


@pytest.mark.parametrize(("kept", "gone"), [(QURNA, IRAQ), (IRAQ, QURNA), (BASRA, IRAQ)])
def test_merged_places_are_no_ring(desk, kept, gone):
    desk.add(IRAQ, BASRA, QURNA)
    desk.do(*merge_edits(kept, gone, [], desk.store.subjects()))
    told = around(desk)
    assert kept.name in told
    at, met = kept.name, []
    while at:
        assert at not in met
        met.append(at)
        at = told[at]
    assert desk.store.check().is_sound


def test_a_place_around_others_is_not_deleted(desk):
    desk.add(IRAQ, BASRA)
    with pytest.raises(StaleEdit):
        desk.do(edit(IRAQ, None))


def test_places_come_in_whatever_their_order(desk):
    came = bring(desk, QURNA, BASRA, IRAQ)
    assert came.misfits == ()
    assert around(desk) == {"العراق": "", "البصرة": "العراق", "القرنة": "البصرة"}
    (basra,) = (one for one in desk.store.subjects() if one.name == "البصرة")
    assert basra.latin_scheme == "ijmes"


def test_a_ring_comes_in_as_places_and_is_told(desk):
    came = bring(desk, replace(IRAQ, part_of_uid=BASRA.uid), BASRA, QURNA)
    assert around(desk) == {"العراق": "", "البصرة": "", "القرنة": "البصرة"}
    assert len(came.misfits) == 2
    assert desk.store.check().is_sound


def test_a_place_whose_surroundings_are_missing_or_misfit_comes_without_them(desk):
    came = bring(desk, BASRA)
    assert around(desk) == {"البصرة": ""}
    assert "around" in came.misfits[0].reason.en
    broken = replace(IRAQ, latitude=33.0)
    came = bring(desk, broken, replace(QURNA, part_of_uid=broken.uid))
    assert around(desk) == {"البصرة": "", "القرنة": ""}
    assert len(came.misfits) == 2


def test_a_place_that_is_here_by_another_uid_is_around_what_comes(desk):
    ours = Subject(kind="place", name="العراق")
    desk.add(ours)
    came = bring(desk, IRAQ, BASRA)
    assert came.misfits == ()
    assert around(desk) == {"العراق": "", "البصرة": "العراق"}


def test_what_is_here_stays_within_what_it_is_and_that_is_told(desk):
    ours = Subject(kind="place", name="البصرة")
    desk.add(ours)
    came = bring(desk, IRAQ, BASRA)
    assert around(desk) == {"العراق": "", "البصرة": ""}
    (misfit,) = came.misfits
    assert "Part of" in misfit.reason.en
    assert "Put in Latin letters" in misfit.reason.en
