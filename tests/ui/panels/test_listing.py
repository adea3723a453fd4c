"""Whatever rows come, go and change, a view that only hears the steps sees the same list."""

from operator import itemgetter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.ui.panels.listing import Listing

Value = tuple[int, str]
WORDS = ("الصحة", "وزارة", "Health")


class Numbers(Listing[Value]):
    """Values of a number to sort by and words to search."""

    down = False

    def key_of(self, value: Value) -> tuple[int, str]:
        return (-value[0] if self.down else value[0], value[1])

    def words_of(self, value: Value) -> str:
        return value[1]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.uid_at(index) if role == Qt.ItemDataRole.DisplayRole else None


class View:
    """Follows the model's signals alone, as a view does."""

    def __init__(self, model: Numbers) -> None:
        self.model = model
        self.resets = 0
        self.uids: list[str] = []
        model.rowsInserted.connect(self.put_in)
        model.rowsAboutToBeRemoved.connect(self.take_out)
        model.layoutChanged.connect(self.read)
        model.modelReset.connect(self.start)

    def start(self) -> None:
        self.resets += 1
        self.read()

    def read(self) -> None:
        self.uids = self.model.shown_uids()

    def put_in(self, _parent, first: int, last: int) -> None:
        self.uids[first:first] = self.model.shown_uids()[first : last + 1]

    def take_out(self, _parent, first: int, last: int) -> None:
        del self.uids[first : last + 1]


class Reference:
    """The same in the simplest way."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}
        self.needle = ""
        self.down = False

    def uids(self) -> list[str]:
        rows = [(value, uid) for uid, value in self.values.items() if self.needle in value[1]]
        rows.sort(key=lambda row: (-row[0][0] if self.down else row[0][0], row[0][1]))
        return [uid for _, uid in rows]


steps = st.one_of(
    st.tuples(
        st.just("merge"),
        # Words with a number of their own: no two rows sort alike.
        st.dictionaries(st.integers(0, 12), st.integers(0, 5), max_size=6),
        st.sets(st.integers(0, 12), max_size=4),
    ),
    st.tuples(st.just("filter"), st.sampled_from(("", *WORDS))),
    st.tuples(st.just("turn"), st.booleans()),
)


def value_of(number: int, place: int) -> Value:
    return place, f"{WORDS[number % 3]} {number:02}"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(steps, max_size=12))
def test_the_steps_lead_to_the_same_list(qapp, walk):
    model, reference = Numbers(), Reference()
    # A breach is logged, and a warning in the log fails the test.
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    view = View(model)
    for kind, *given_values in walk:
        if kind == "merge":
            written = {str(n): value_of(n, place) for n, place in given_values[0].items()}
            gone = {str(n) for n in given_values[1]} - set(written)
            model.merge(written.items(), gone)
            reference.values |= written
            for uid in gone:
                reference.values.pop(uid, None)
        elif kind == "filter":
            model.filter_by(given_values[0])
            reference.needle = given_values[0]
        else:
            model.down = reference.down = given_values[0]
            model.rearrange()
        assert view.uids == model.shown_uids() == reference.uids()
        assert model.total() == len(reference.values)
    assert view.resets == 0
    assert tester.model() is model


@pytest.fixture
def model(qapp):
    made = Numbers()
    made.replace_all((str(number), value_of(number, number)) for number in range(9))
    return made


def test_an_index_that_is_kept_follows_its_row(model):
    kept = {uid: QPersistentModelIndex(model.index_of(uid)) for uid in ("1", "4", "7")}
    model.down = True
    model.rearrange()
    model.merge([("4", (99, WORDS[0]))], gone=["7"])
    assert {uid: model.uid_at(index) for uid, index in kept.items()} == {
        "1": "1",
        "4": "4",
        "7": "",
    }
    assert model.index_of("4").row() == 0


def test_only_what_is_another_is_told(qtbot, model):
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.merge([("3", value_of(3, 3))], gone=["no such row"])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.merge([("3", (3, "another"))])
    assert [index.row() for index in told.args[:2]] == [3, 3]


def test_a_filter_compares_as_search_compares(model):
    model.filter_by("الصحه")
    assert model.shown_uids() == ["0", "3", "6"]
    model.filter_by("06 الصِحّة")
    assert model.shown_uids() == ["6"]
    model.filter_by("  ")
    assert model.rowCount() == 9


def test_a_hidden_row_has_no_index(model):
    model.filter_by(WORDS[1])
    assert not model.index_of("0").isValid()
    assert not model.index_of(None).isValid()
    assert sorted(model.values(), key=itemgetter(0)) == [value_of(n, n) for n in range(9)]


def test_what_is_merged_while_rows_are_made_is_laid_over_them(qtbot):
    model = Numbers()
    model.replace_all([("a", (1, "ألف")), ("b", (2, "باء"))])
    making = model.making([("a", (1, "ألف")), ("b", (2, "باء")), ("c", (3, "تاء"))])
    next(making)
    model.merge([("b", (9, "بدل")), ("d", (4, "دال"))], gone=["a"])
    assert model.shown_uids() == ["d", "b"]
    with pytest.raises(StopIteration) as ended:
        next(making)
    model.put(ended.value.value)
    assert model.shown_uids() == ["c", "d", "b"]
    assert (9, "بدل") in set(model.values())
    model.merge([], gone=["d"])  # nothing is laid over twice
    assert model.shown_uids() == ["c", "b"]
