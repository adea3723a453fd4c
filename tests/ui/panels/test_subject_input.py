"""Names that are known are offered as they are typed, compared as search compares."""

from collections import deque

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from reader.model.subject import Subject
from reader.ui.panels.offered_input import OfferRole, OffersModel
from reader.ui.panels.subject_input import SubjectInput, offer_of

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
SUBJECTS = [
    Subject(name="أحمد الراوي", role="وزير الصحة"),
    Subject(name="أحمد الراوي", role="محامٍ"),
    Subject(name="مُنى القاسم", latin_name="Muna Alqasem"),
    Subject(name="منظمة الصحة العالمية", other_names=("الصحة العالمية", "WHO")),
]


@pytest.fixture
def line(shown):
    around = QWidget()
    made = SubjectInput(SUBJECTS.copy, around)
    made.setGeometry(0, 0, 300, 32)
    shown(around)
    made.setFocus()
    yield made
    made.completer().popup().hide()


@pytest.fixture
def taken(line):
    heard = []

    def hear() -> None:
        heard.append(line.text())

    line.taken.connect(hear)
    return heard


def offered(line: SubjectInput) -> list[str]:
    model = line.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("احمد", ["أحمد الراوي", "أحمد الراوي"]),
        ("منى", ["مُنى القاسم"]),
        ("مني", ["مُنى القاسم"]),
        ("muna", ["مُنى القاسم"]),
        ("who", ["منظمة الصحة العالمية"]),
        ("صحه العالميه", ["منظمة الصحة العالمية"]),
        ("لا أحد", []),
    ],
)
def test_what_is_offered(line, write, typed, names):
    write(line, typed)
    assert offered(line) == names
    assert line._offers.isVisible() is bool(names)


def test_a_name_that_is_offered_is_taken_with_enter(qtbot, line, write, taken):
    write(line, "منى")
    qtbot.keyClick(line._offers, Qt.Key.Key_Down)
    qtbot.keyClick(line._offers, Qt.Key.Key_Return)
    assert taken == ["مُنى القاسم"]


def test_a_name_that_is_offered_is_taken_with_a_click(qtbot, line, write, taken):
    write(line, "منى")
    offers = line._offers
    where = offers.visualRect(offers.model().index(0, 0)).center()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert taken == ["مُنى القاسم"]


def test_enter_takes_what_is_typed_where_no_offer_is_chosen(qtbot, line, write, taken):
    write(line, "احمد")
    qtbot.keyClick(line._offers, Qt.Key.Key_Return)
    assert taken == ["احمد"]
    assert not line._offers.isVisible()


def test_down_offers_everybody(qtbot, line, taken):
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(offered(line)) == len(SUBJECTS)
    assert line._offers.isVisible()
    assert taken == []


def test_namesakes_are_told_apart_by_their_role(qtbot, line, write):
    write(line, "احمد")
    model = line.completer().completionModel()
    roles = [model.index(place, 0).data(OfferRole.BESIDE) for place in range(2)]
    assert roles == ["وزير الصحة", "محامٍ"]
    image = line._offers.viewport().grab().toImage()
    assert len({image.pixel(x, 12) for x in range(image.width())}) > 2


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = OffersModel()
    deque(model.showing([offer_of(one) for one in SUBJECTS]), 0)
    assert model.rowCount() == len(SUBJECTS)
    qtmodeltester.check(model)


def many(number: int) -> list[Subject]:
    return [Subject(name=f"سالم الحديدي {one}") for one in range(number)]


def test_thousands_are_folded_some_at_a_time_and_offered_together():
    model, offers = OffersModel(), [offer_of(one) for one in many(5_000)]
    assert [model.rowCount() for _ in model.showing(offers)] == [0, 0, 0]
    assert model.rowCount() == 5_000
    assert list(model.showing(list(offers))) == []


def test_the_keyboard_comes_before_what_is_offered_is_read(qtbot, shown):
    asked: list[int] = []

    def subjects() -> list[Subject]:
        asked.append(len(asked))
        return many(3)

    around = QWidget()
    line = SubjectInput(subjects, around)
    shown(around)
    line.setFocus()
    assert line.hasFocus()
    assert asked == []
    qtbot.waitUntil(lambda: line._model.rowCount() == 3)
    assert asked == [0]


def test_who_types_at_once_is_offered_everything(line, write):
    assert line._model.rowCount() == 0
    write(line, "who")
    assert offered(line) == ["منظمة الصحة العالمية"]


def test_the_height_of_a_line_is_asked_of_few(qtbot, shown):
    """Thousands of offers were laid out one by one, each asking Python, for eight on show."""
    asked: list[int] = []

    class Counting(QStyledItemDelegate):
        def sizeHint(self, option, index):
            asked.append(index.row())
            return QSize(0, 24)

    around = QWidget()
    line = SubjectInput(lambda: many(3_000), around)
    shown(around)
    line.setFocus()
    line._offers.setItemDelegate(counting := Counting(line._offers))
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line._offers.isVisible()
    line._offers.viewport().grab()
    assert 0 < len(asked) < 100
    assert counting.parent() is line._offers
    line._offers.hide()
