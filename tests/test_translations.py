"""The translation check finds each kind of fault, and nothing where there is none."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

TOOL = Path(__file__).parents[1] / ".ci" / "translations.py"
SOURCE = '''"""A window."""

from PySide6.QtCore import QObject


class Window(QObject):
    """Says things."""

    def words(self, count: int) -> list[str]:
        """Return sentences."""
        return [self.tr("Open %1"), self.tr("Save {name}"), self.tr("%n marks", "", count)]
'''
ARABIC = {"Open %1": "فتح %1", "Save {name}": "حفظ {name}"}
PLURALS = {
    "ar": ("لا علامات", "علامة واحدة", "علامتان", "%n علامات", "%n علامة", "%n علامة"),
    "en": ("%n mark", "%n marks"),
}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def translate(ts: Path, language: str) -> None:
    """Finish a file as a translator would."""
    tree = ET.parse(ts)  # noqa: S314 - our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        del translation.attrib["type"]
        forms = list(translation)
        for form, text in zip(forms, PLURALS[language], strict=False):
            form.text = text
        if not forms:
            translation.text = ARABIC[message.findtext("source")]
    tree.write(ts, encoding="utf-8")


@pytest.fixture(scope="module")
def finished(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with sources and complete translations."""
    top = tmp_path_factory.mktemp("translations")
    (top / "sources").mkdir()
    (top / "sources" / "window.py").write_text(SOURCE, encoding="utf-8")
    tool.update(top / "sources", top / "i18n")
    for language in PLURALS:
        translate(top / "i18n" / f"hashiya_{language}.ts", language)
    tool.update(top / "sources", top / "i18n")
    return top


@pytest.fixture
def tree(finished: Path, tmp_path: Path) -> Path:
    return shutil.copytree(finished, tmp_path / "tree")


def check(tool: ModuleType, tree: Path) -> str:
    return "\n".join(tool.check(tree / "sources", tree / "i18n"))


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_complete_translations_have_no_fault(tool, tree):
    assert check(tool, tree) == ""


def test_sources_without_a_sentence_have_no_fault(tool, tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "quiet.py").write_text('"""Says nothing."""\n', encoding="utf-8")
    tool.update(tmp_path / "sources", tmp_path / "i18n")
    assert check(tool, tmp_path) == ""


def test_moved_lines_make_nothing_stale(tool, tree):
    change(tree / "sources" / "window.py", "class Window", "\n\n# Further down.\nclass Window")
    assert check(tool, tree) == ""


def test_changed_sentence_is_missing_and_gone(tool, tree):
    change(tree / "sources" / "window.py", "Open %1", "Show %1")
    faults = check(tool, tree)
    assert "hashiya_ar.ts: Window: “Show %1” is missing" in faults
    assert "hashiya_ar.ts: Window: “Open %1” is no longer in the sources" in faults
    assert "hashiya_en.ts" not in faults


def test_new_plural_is_missing_in_both_languages(tool, tree):
    change(tree / "sources" / "window.py", "%n marks", "%n notes")
    faults = check(tool, tree)
    assert "hashiya_ar.ts: Window: “%n notes” is missing" in faults
    assert "hashiya_en.ts: Window: “%n notes” is missing" in faults


def test_missing_file_is_named(tool, tree):
    (tree / "i18n" / "hashiya_en.qm").unlink()
    assert check(tool, tree) == "hashiya_en.qm is not there"


def test_stale_binary_is_named(tool, tree):
    change(tree / "i18n" / "hashiya_ar.ts", "فتح %1", "افتح %1")
    assert check(tool, tree) == "hashiya_ar.qm is not what lrelease makes of hashiya_ar.ts"


def test_layout_by_hand_is_named(tool, tree):
    change(tree / "i18n" / "hashiya_en.ts", "<context>", "<!-- mine -->\n<context>")
    assert check(tool, tree) == "hashiya_en.ts is not as lupdate writes it"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("<translation>فتح", '<translation type="unfinished">فتح', "is unfinished"),
        ("<translation>فتح %1", "<translation>", "is empty"),
        ("فتح %1", "فتح", "has lost %1 in “فتح”"),
        ("{name}</t", "{nam}</t", "has lost {name} in “حفظ {nam}”"),
        ("{name}</t", "{name} {nam}</t", "has {nam} in “حفظ {name} {nam}”"),
        ("%n علامات", "علامات", "has lost %n in “علامات”"),
        ("<numerusform>علامتان", "<numerusform>", "has an empty plural form"),
        ("            <numerusform>علامتان</numerusform>\n", "", "has 5 plural forms of 6"),
    ],
)
def test_translators_slip_is_named(tool, tree, before, after, fault):
    ts = tree / "i18n" / "hashiya_ar.ts"
    change(ts, before, after)
    assert fault in "\n".join(tool.faults_of_messages(ts, tool.CATALOGUES[0]))


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ('self.tr(f"Open {count}")', "takes a plain string"),
        ('self.tr("Open " + str(count))', "takes a plain string"),
        ('count.tr("Open")', "only self.tr()"),
    ],
)
def test_sentence_that_is_not_found_is_named(tool, tree, call, fault):
    change(tree / "sources" / "window.py", "return [", f"return [{call}, ")
    (found,) = tool.faults_of_sources(tree / "sources")
    assert "window.py:11: " in found
    assert fault in found


def test_command_prints_the_faults_and_fails(tool, tree, capsys):
    paths = [str(tree / "sources"), str(tree / "i18n")]
    assert tool.main(["check", *paths]) == 0
    change(tree / "sources" / "window.py", "Open %1", "Show %1")
    assert tool.main(["check", *paths]) == 1
    assert "is missing" in capsys.readouterr().out
    assert tool.main(["update", *paths]) == 0
    assert "“Show %1” is unfinished" in check(tool, tree)
