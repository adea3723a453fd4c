"""The register as a list: order, filter, doubles, and what is chosen in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from reader.model.reference import Referred
from reader.model.subject import Subject
from reader.ui.desk.register import Register
from reader.ui.desk.register_model import RegisterLine, RegisterModel, RegisterRole, RegisterSort

SALMA = Subject(uid="1", kind="person", name="سلمى الحديدي", role="مديرة", latin_name="Salma")
IRAQ = Subject(uid="2", kind="place", name="العراق", other_names=("بلاد الرافدين",))
TWIN = Subject(uid="3", kind="place", name="العِراق")
HEALTH = Subject(uid="4", kind="organization", name="وزارة الصحة")
COUNTS = {"1": Referred(said=2), "2": Referred(about=7, claimed=1)}


def lines(*subjects: Subject) -> tuple[RegisterLine, ...]:
    return tuple(RegisterLine(one, COUNTS.get(one.uid, Referred())) for one in subjects)


def uids(model: RegisterModel) -> list[str]:
    return [model.index(row).data(RegisterRole.UID) for row in range(model.rowCount())]


@pytest.fixture
def model(qtmodeltester) -> RegisterModel:
    made = RegisterModel()
    made.show(lines(HEALTH, SALMA, IRAQ))
    qtmodeltester.check(made)
    return made


def test_names_stand_in_the_order_of_the_alphabet_or_of_their_number(model):
    assert uids(model) == ["2", "1", "4"]
    model.sort_by(RegisterSort.COUNT.value)
    assert uids(model) == ["2", "1", "4"]
    model.show(lines(SALMA, HEALTH))
    model.sort_by(RegisterSort.NAME.value)
    assert uids(model) == ["1", "4"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("سلمي", ["1"]),
        ("SALMA", ["1"]),
        ("مديره", ["1"]),
        ("الرافدين", ["2"]),
        ("ال", ["2", "1", "4"]),
        ("زيد", []),
        ("", ["2", "1", "4"]),
    ],
)
def test_any_name_or_role_is_found_folded(model, typed, found):
    model.filter_by(typed)
    assert uids(model) == found


def test_one_kind_alone_is_shown(model):
    model.keep_kind("place")
    assert uids(model) == ["2"]
    model.keep_kind("")
    assert len(uids(model)) == 3


def test_nobody_stands_nowhere(model):
    assert not model.index_of("9").isValid()
    assert model.index_of("1").isValid()


@pytest.fixture
def register(qtbot) -> Iterator[Register]:

    around = QWidget()
    qtbot.addWidget(around)
    made = Register("ar", around)
    made.resize(320, 600)
    around.resize(320, 600)
    around.show()
    yield made
    around.close()


def test_those_of_one_name_and_kind_are_told_and_can_be_kept_alone(register):
    register.show_subjects((SALMA, IRAQ, HEALTH, TWIN), COUNTS, "")
    assert register.twins.text().endswith("٢")
    register.twins.setChecked(True)
    assert sorted(uids(register._model)) == ["2", "3"]
    register.show_subjects((SALMA, IRAQ), COUNTS, "")
    assert register.twins.isHidden()
    assert len(uids(register._model)) == 2  # nobody is left out when no doubles are left


def test_the_current_one_stays_when_the_register_is_shown_again(register):
    register.show_subjects((SALMA, IRAQ), COUNTS, "1")
    assert register.current_uid() == "1"
    register.show_subjects((SALMA, IRAQ, HEALTH), COUNTS, "1")
    assert register.current_uid() == "1"


def test_a_list_that_is_narrowed_says_so(register):
    register.show_subjects((SALMA, IRAQ), COUNTS, "")
    whole = register._count.text()
    register.box.line.setText("سلمى")
    assert "١" in register._count.text()
    assert "٢" in register._count.text()
    assert register._count.text() != whole
    register.box.line.setText("زيد")
    assert "Enter" in register._hint.text()
