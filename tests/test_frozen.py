"""Values whose methods wait are Python's frozen dataclasses in all that can be asked of them."""

import copy
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from dataclasses import dataclass as at_once

import pytest

from reader.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Late:
    """A place."""

    name: str
    size: int = 3
    marks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def double(self) -> int:
        return 2 * self.size


@at_once(frozen=True, slots=True)
class Early:
    """A place."""

    name: str
    size: int = 3
    marks: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Child(Late):
    far: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("turned round")

    def __repr__(self) -> str:
        return f"{self.low}-{self.high}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checked) and self.high == other.high

    def __hash__(self) -> int:
        return self.high


@pytest.fixture(params=[dataclass, at_once])
def made(request):
    """Return a class that nobody has used yet, made in both ways."""

    @request.param(frozen=True, slots=True)
    class Made:
        name: str
        size: int = 3
        marks: list[str] = field(default_factory=list, compare=False)

    return Made


FIRST = {
    "made": lambda made: made("a").size,
    "represented": lambda made: repr(made("a", 2)).partition(".<locals>.")[2],
    "equal": lambda made: made("a", 2, [""]) == made("a", 2) != made("b", 2),
    "hashed": lambda made: hash(made("a", 2)) == hash(("a", 2)),
    "fields": lambda made: [(one.name, one.default) for one in fields(made)][:2],
    "told a dataclass": is_dataclass,
    "matched": lambda made: made.__match_args__,
    "replaced": lambda made: replace(made("a"), size=9).size,
    "as a dictionary": lambda made: asdict(made("a")),
    "copied": lambda made: copy.copy(made("a", 7)) == made("a", 7),
    "copied deeply": lambda made: copy.deepcopy(made("a", 7)) == made("a", 7),
    "its own default": lambda made: made("a").marks is not made("a").marks,
    "without a dictionary": lambda made: hasattr(made("a"), "__dict__"),
    "documented": lambda made: (made.__name__, made.__slots__),
}


@pytest.mark.parametrize("first", FIRST)
def test_whatever_is_asked_first_is_answered_as_python_does(made, first):
    answers = {
        "made": 3,
        "represented": "Made(name='a', size=2, marks=[])",
        "equal": True,
        "hashed": True,
        "matched": ("name", "size", "marks"),
        "told a dataclass": True,
        "replaced": 9,
        "as a dictionary": {"name": "a", "size": 3, "marks": []},
        "copied": True,
        "copied deeply": True,
        "its own default": True,
        "without a dictionary": False,
        "documented": ("Made", ("name", "size", "marks")),
    }
    answer = FIRST[first](made)
    if first in answers:
        assert answer == answers[first]
    else:
        assert [name for name, _ in answer] == ["name", "size"]
        assert answer[1][1] == 3


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda made: made(), TypeError),
        (lambda made: made("a", other=1), TypeError),
        (lambda made: setattr(made("a"), "size", 4), FrozenInstanceError),
        (lambda made: setattr(made("a"), "other", 4), (FrozenInstanceError, TypeError)),
        (lambda made: delattr(made("a"), "size"), FrozenInstanceError),
    ],
)
def test_whatever_is_wrong_is_refused_as_python_does(made, wrong, error):
    with pytest.raises(error):
        wrong(made)


def test_a_class_grows_out_of_another_that_nobody_has_used():
    assert repr(Child("a", far=True)) == "Child(name='a', size=3, marks=(), far=True)"
    assert Child("a").double == 6
    assert Child("a") != Late("a")
    assert isinstance(Child("a"), Late)
    assert not hasattr(Child("a"), "__dict__")


def test_what_a_class_says_for_itself_stays():
    assert repr(Checked(1, 2)) == "1-2"
    assert Checked(1, 2) == Checked(0, 2)
    assert len({Checked(1, 2), Checked(0, 2)}) == 1
    with pytest.raises(ValueError, match="turned round"):
        Checked(2, 1)


def test_values_travel_between_processes():
    sent = pickle.dumps(Late("a", 5, ("x",)))
    assert pickle.loads(sent) == Late("a", 5)  # noqa: S301 - our own


def test_threads_that_are_first_at_once_find_the_same(made):
    with ThreadPoolExecutor(8) as pool:
        values = list(pool.map(lambda turn: made(str(turn)), range(200)))
    assert [one.name for one in values] == [str(turn) for turn in range(200)]


def test_other_classes_are_refused():
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)


def test_no_method_is_written_before_it_is_needed():
    code = (
        "import dataclasses\n"
        "written = []\n"
        "plain = dataclasses._create_fn\n"
        "def counted(name, *a, **k):\n    written.append(name)\n    return plain(name, *a, **k)\n"
        "dataclasses._create_fn = counted\n"
        "from reader.frozen import dataclass\n"
        "@dataclass(frozen=True, slots=True)\n"
        "class Made:\n    name: str\n"
        "print(len(written))\n"
        "Made('a')\n"
        "print(len(written))\n"
        "[Made('a') for _turn in range(150)]\n"
        "print('__init__' in written)\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "0\n0\nTrue\n"


def test_what_compares_waits_while_values_are_only_made():
    @dataclass(frozen=True, slots=True)
    class Made:
        name: str

    Made("a")
    assert "_Waiting" in repr(vars(Made)["__eq__"])
    assert repr(Made("a")).endswith("Made(name='a')")
    assert "_Waiting" not in repr(vars(Made)["__eq__"])


def test_the_first_values_are_compared_as_later_ones_are():
    @dataclass(frozen=True, slots=True)
    class Made:
        name: str
        size: int = 3

    @dataclass(frozen=True, slots=True)
    class Other:
        name: str
        size: int = 3

    def compared():
        one, same, another = Made("a"), Made("a", 3), Made("b")
        equal = (one == same, one != same, one == another, one == Other("a"), one == "a")
        return equal, hash(one) == hash(same) == hash(("a", 3)), len({one, same, another})

    first = compared()
    assert first == ((True, False, False, False, False), True, 2)
    assert "_Waiting" in repr(vars(Made)["__eq__"])
    assert {compared() for _turn in range(100)} == {first}
    assert "_Waiting" not in repr(vars(Made)["__eq__"])


CALLS = [
    ((), {}),
    (("a",), {}),
    (("a", 1, (2,)), {}),
    (("a", 1, (2,), 4), {}),
    (("a",), {"size": 5}),
    (("a",), {"name": "b"}),
    ((), {"size": 5, "name": "a"}),
    ((), {"size": 5}),
    (("a",), {"other": 5}),
]


def outcomes(made, *, count=1):
    """Return what each way to make a value gives, or how Python refuses it."""
    found = []
    for given, named in CALLS * count:
        try:
            value = made(*given, **named)
        except TypeError as error:
            found.append(str(error).partition("(")[2])
        else:
            found.append((value.name, value.size, value.marks))
    return found


@pytest.mark.parametrize("kw_only", [True, False])
@pytest.mark.parametrize("call", CALLS)
def test_the_first_value_is_filled_or_refused_as_python_does(call, kw_only):
    classes = []
    for make in (dataclass, at_once):

        @make(frozen=True, slots=True, kw_only=kw_only)
        class Made:
            name: str
            size: int = 3
            marks: tuple[int, ...] = ()

        classes.append(Made)
    late, early = classes
    given, named = call
    for made in classes:
        try:
            made(*given, **named)
        except TypeError:
            continue
    assert outcomes(late) == outcomes(early)


def test_values_that_are_filled_are_those_that_are_made_later():
    @dataclass(frozen=True, slots=True)
    class Made:
        name: str
        size: int = 3
        marks: tuple[int, ...] = ()

    many = [Made("a", marks=(1,)) for _turn in range(150)]
    assert set(many) == {Made("a", 3, (1,))}
    assert "_Waiting" not in repr(vars(Made)["__init__"])


def test_what_is_checked_when_a_value_is_made_is_checked_in_the_first_one():
    @dataclass(frozen=True, slots=True)
    class Odd:
        number: int

        def __post_init__(self) -> None:
            if not self.number % 2:
                raise ValueError("even")

    with pytest.raises(ValueError, match="even"):
        Odd(2)
    assert Odd(3).number == 3


@pytest.mark.parametrize("wrong", [{"name": []}, {"size": 1}])
def test_fields_that_python_refuses_are_refused_with_the_first_value(wrong):
    space = {"__annotations__": {"size": int, "name": str}, **wrong}
    made = dataclass(frozen=True, slots=True)(type("Made", (), space))
    with pytest.raises((TypeError, ValueError)):
        made(1, "a")


def test_a_field_may_be_called_as_it_likes():
    space = {"__annotations__": dict.fromkeys(("value", "self", "given", "named"), int)}
    made = dataclass(frozen=True, slots=True)(type("Made", (), space))
    one = made(value=1, self=2, given=3, named=4)
    assert (one.value, one.self, one.given, one.named) == (1, 2, 3, 4)
    assert "_Waiting" in repr(vars(made)["__init__"])
