"""The budgets and bans of CONTRIBUTING.md that no linter holds, each with a proof that it bites."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
MODULES = sorted((TOP / "reader").rglob("*.py"))
SOURCES = sorted(
    path
    for pattern in ("reader/**/*.py", "tests/**/*.py", ".ci/*", "*.toml", "*.md", "Makefile")
    for path in TOP.glob(pattern)
    if path.is_file()
)
FILE, CLASS, FUNCTION = 300, 300, 40
BROAD = {"Exception", "BaseException"}
RICH = {"setHtml", "insertHtml", "fromHtml", "toHtml", "setMarkdown", "insertMarkdown", "RichText"}
MUTABLE = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
CHANGES = frozenset(
    [
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "popleft",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    ]
)
# Marks that reorder what a person reads of a source (CVE-2021-42574); they are written as escapes.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
Rule = Callable[[ast.Module], Iterator[tuple[int, str]]]


def length(node: ast.stmt) -> int:
    """Return the lines of a statement, without its decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find classes and functions over their budget."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and length(node) > CLASS:
            yield node.lineno, f"class {node.name} has {length(node)} lines of {CLASS}"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > FUNCTION:
            yield node.lineno, f"{node.name}() has {length(node)} lines of {FUNCTION}"


def undocumented(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find a module without a docstring."""
    if not ast.get_docstring(tree):
        yield 1, "the module has no docstring"


def broad_except(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find handlers that swallow bugs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            named = {one.id for one in ast.walk(node.type or node) if isinstance(one, ast.Name)}
            if node.type is None or named & BROAD:
                yield node.lineno, "only ui/crash.py catches everything"


def lambda_slots(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find lambdas given to connect()."""
    for node in calls(tree, {"connect"}):
        if any(isinstance(one, ast.Lambda) for part in node.args for one in ast.walk(part)):
            yield node.lineno, "a slot is a bound method, not a lambda"


def kept_for_ever(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find `singleShot(0, …)`: PySide never lets go of what it had no time to call."""
    for node in calls(tree, {"singleShot"}):
        if node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0:
            yield node.lineno, "a timer of its own dies with its owner, singleShot(0, …) does not"


def outliving(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find `QBasicTimer()`: Python may hold it running after Qt has ended whom it calls."""
    for node in calls(tree, {"QBasicTimer"}):
        yield node.lineno, "a QTimer with a parent ends with its owner, a QBasicTimer does not"


def written_at_once(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find frozen dataclasses of Python's own, which writes their methods at every start."""
    pythons = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for name in node.names
    }
    for node in ast.walk(tree):
        for call in node.decorator_list if isinstance(node, ast.ClassDef) else ():
            frozen = isinstance(call, ast.Call) and "frozen" in {one.arg for one in call.keywords}
            if frozen and ("dataclasses." in ast.unparse(call) or head(call.func) in pythons):
                yield node.lineno, f"{node.name} is made by reader.frozen's dataclass"


def rich_text(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find ways in which foreign text could become HTML (SEC-1)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in RICH:
            yield node.lineno, f"{node.attr} could load what an article names"


def module_state(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Find lists, dicts and sets at the top of a module that are no constants."""
    constants = set()
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_mutable(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {head(target) for target in targets}
            constants |= names
            if any(name != "__all__" and not name.isupper() for name in names):
                yield node.lineno, "a mutable value at module level"
    for node in ast.walk(tree):
        if isinstance(node, ast.Global) or changed(node) in constants:
            yield node.lineno, "module state is changed"


def changed(node: ast.AST) -> str:
    """Return the name of the container that a piece of code changes, or nothing."""
    if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return head(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return head(node.func.value) if node.func.attr in CHANGES else ""
    return head(node.target) if isinstance(node, ast.AugAssign) else ""


def is_mutable(value: ast.expr | None) -> bool:
    """Tell whether an expression makes a new list, dict, set or the like."""
    return isinstance(value, DISPLAYS) or (
        isinstance(value, ast.Call) and head(value.func) in MUTABLE
    )


def head(node: ast.expr) -> str:
    """Return the last name of `a.b[c]`: "b"."""
    if isinstance(node, ast.Subscript):
        node = node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def calls(tree: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    """Return the calls of methods or functions of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and head(node.func) in names:
            yield node


RULES: dict[Rule, str] = {
    too_long: "def f():\n" + "    pass\n" * FUNCTION,
    undocumented: "x = 1",
    broad_except: "try:\n    pass\nexcept (OSError, Exception):\n    pass",
    lambda_slots: "button.clicked.connect(lambda: None)",
    kept_for_ever: "QTimer.singleShot(0, self, self.go_on)",
    outliving: "self._timer = QBasicTimer()",
    written_at_once: "from dataclasses import dataclass as made\n"
    "@made(frozen=True, slots=True)\nclass Value:\n    name: str",
    rich_text: "label.setTextFormat(Qt.TextFormat.RichText)",
    module_state: "SEEN: dict[str, int] = {}\ndef f(x):\n    SEEN[x] = 1",
}
EXEMPT = {broad_except: {"reader/ui/crash.py"}}


def shown(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {shown(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_holds_in_every_module(rule, trees):
    found = [
        f"{path}:{line}: {fault}"
        for path, tree in trees.items()
        if path not in EXEMPT.get(rule, ())
        for line, fault in rule(tree)
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_bites(rule):
    assert list(rule(ast.parse(RULES[rule])))


@pytest.mark.parametrize(
    "source",
    [
        "seen = []",
        "SEEN = []\nSEEN += [1]",
        "SEEN = set()\ndef f():\n    SEEN.add(1)",
        "def f():\n    global x",
    ],
)
def test_module_state_is_found_in_every_shape(source):
    assert list(module_state(ast.parse(source)))


def test_a_value_written_at_once_is_found_under_the_modules_name_too():
    source = "import dataclasses\n@dataclasses.dataclass(frozen=True)\nclass Value:\n    name: str"
    assert list(written_at_once(ast.parse(source)))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (broad_except, "try:\n    pass\nexcept OSError as error:\n    raise Exception from error"),
        (lambda_slots, "button.clicked.connect(self.press)\nsorted([], key=lambda x: x)"),
        (
            written_at_once,
            (
                "import dataclasses\nfrom reader.frozen import dataclass\n"
                "@dataclass(frozen=True, slots=True)\nclass Value:\n    name: str\n"
                "@dataclasses.dataclass(slots=True)\nclass Tray:\n    names: list[str]"
            ),
        ),
        (module_state, "KNOWN: dict[str, int] = {}\ndef f(x):\n    return KNOWN[x]"),
        (module_state, "def f():\n    x = []\n    x.append(1)"),
    ],
)
def test_rule_leaves_the_rest_alone(rule, source):
    assert list(rule(ast.parse(source))) == []


def test_no_file_is_longer_than_the_budget():
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > FILE} == {}


def test_nothing_is_left_to_do_in_the_sources():
    words = re.compile("TO" + r"DO\b|FIX" + r"ME\b|\bXX" + "X+")
    assert [shown(path) for path in MODULES if words.search(path.read_text("utf-8"))] == []


def test_sources_hold_no_hidden_direction_marks():
    assert BIDI.search("a\N{RIGHT-TO-LEFT OVERRIDE}b")
    assert [shown(path) for path in SOURCES if BIDI.search(path.read_text("utf-8"))] == []


def test_each_decision_has_a_number_of_its_own():
    pages = {page: page.name[:4] for page in (TOP / "docs" / "adr").glob("0*.md")}
    assert len(pages) == len(set(pages.values()))
    for page, number in pages.items():
        assert page.read_text(encoding="utf-8").startswith(f"# {int(number)}. "), page
