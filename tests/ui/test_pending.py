"""What waits to be saved is found by its record, and by the annotation that it hangs on."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import Annotation, Relation
from reader.model.change import Change, Edit
from reader.model.claim import Ruling
from reader.ui.pending import Pending

NAMES = ("a", "b", "c")


def annotation(uid: str) -> Annotation:
    return Annotation(
        uid=uid,
        revision_uid="r",
        tag="claim",
        start_cp=0,
        end_cp=3,
        exact="قال",
        annotator_uid="me",
    )


def ruling(uid: str, on: str) -> Ruling:
    return Ruling(
        uid=uid, annotation_uid=on, scale="desk", code="true", label="صحيح", normalised="true",
        rated_by_uid="me",
    )  # fmt: skip


RECORDS = st.one_of(
    st.builds(annotation, st.sampled_from(NAMES)),
    st.builds(ruling, st.sampled_from(("x", "y")), st.sampled_from(NAMES)),
    st.builds(
        Relation, uid=st.sampled_from(("p", "q")), type=st.just("about"),
        from_uid=st.sampled_from(NAMES), to_uid=st.sampled_from(NAMES),
    ),
)  # fmt: skip
EDITS = st.builds(
    lambda record, how: Edit(None if how == "new" else record, None if how == "gone" else record),
    RECORDS,
    st.sampled_from(("new", "gone", "both")),
)
STEPS = st.lists(
    st.one_of(
        st.lists(EDITS, min_size=1, max_size=3),
        st.sampled_from(("first", "last")),
        st.frozensets(st.sampled_from(NAMES), max_size=1),
    ),
    max_size=12,
)


def hangs(record, uid: str) -> bool:
    if isinstance(record, Relation):
        return uid in (record.from_uid, record.to_uid)
    return isinstance(record, Ruling) and record.annotation_uid == uid


@given(STEPS)
def test_what_is_found_is_what_a_look_through_all_of_them_finds(steps):
    pending = Pending()
    for step in steps:
        if isinstance(step, list):
            one = Change(act="x", edits=tuple(step), annotator_uid="me", session_uid="s")
            pending.add(one)
        elif isinstance(step, frozenset):
            pending.drop_touching(step)
        elif len(pending):
            pending.drop_first() if step == "first" else pending.drop_last()
        edits = [edit for change in pending.all() for edit in change.edits]
        assert list(pending.edits()) == edits
        assert pending.uids() == {edit.uid for edit in edits}
        for uid in (*NAMES, "x", "p"):
            of_it = [edit for edit in edits if edit.uid == uid]
            assert pending.creates(uid) is (bool(of_it) and of_it[0].before is None)
            kind = of_it[-1].kind if of_it else "claim"
            expected = (True, of_it[-1].after) if of_it else (False, None)
            assert pending.lookup(kind, uid) == expected
        for uids in ((), ("a",), ("a", "b")):
            found = [one for one in edits if any(hangs(one.after or one.before, u) for u in uids)]
            assert pending.hanging_on(uids) == found
