"""Hold the translation files against the sources.

    python .ci/translations.py check  [SOURCES FOLDER]    names every fault
    python .ci/translations.py update [SOURCES FOLDER]    writes the files

The files are `hashiya_ar.ts`, every sentence in Arabic, and `hashiya_en.ts`, the English
plurals alone; beside each stands the `.qm` that the program loads. They hold no line numbers, so
that only a changed sentence changes them. A fault is a sentence that is missing, gone from the
sources, unfinished, without one of its plural forms (six in Arabic) or without a placeholder, a
`.qm` that is not what lrelease makes, and a `tr` that lupdate cannot see.
"""

import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

PLACEHOLDER = re.compile(r"%L?\d+|%n|\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language: its number of plural forms, and how many of them may leave out the number."""

    language: str
    forms: int
    wordy: int
    options: tuple[str, ...] = ()

    def path(self, folder: Path, suffix: str) -> Path:
        """Return the file of this language in a folder."""
        return folder / f"hashiya_{self.language}{suffix}"


CATALOGUES = (
    Catalogue("ar", forms=6, wordy=3),
    Catalogue("en", forms=2, wordy=1, options=("-pluralonly",)),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of a `.ts` file; `forms` is more than one for a plural."""

    context: str
    source: str
    comment: str
    state: str
    plural: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What the program looks the sentence up by."""
        return self.context, self.source, self.comment

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”"


def tool(name: str, *arguments: object) -> list[str]:
    """Run one of the tools that PySide6 carries and return its complaints.

    Raises CalledProcessError.
    """
    done = subprocess.run(
        [str(Path(PySide6.__file__).parent / name), *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stderr.splitlines()


def sources_in(folder: Path) -> list[Path]:
    """Return the Python files below a folder, in a fixed order."""
    return sorted(folder.rglob("*.py"))


def extract(sources: Path, catalogue: Catalogue, ts: Path) -> list[str]:
    """Bring a `.ts` file up to date and return lupdate's complaints; translations stay."""
    return tool(
        "lupdate",
        *sources_in(sources),
        *("-locations", "none", "-no-obsolete"),
        *("-source-language", "en", "-target-language", catalogue.language),
        *catalogue.options,
        *("-ts", ts),
    )


def update(sources: Path, folder: Path) -> None:
    """Write every `.ts` and `.qm`."""
    folder.mkdir(parents=True, exist_ok=True)
    for catalogue in CATALOGUES:
        ts = catalogue.path(folder, ".ts")
        extract(sources, catalogue, ts)
        tool("lrelease", ts, "-qm", ts.with_suffix(".qm"))


def messages(ts: Path) -> list[Message]:
    """Return what a `.ts` file holds."""
    return [
        message_of(context.findtext("name", ""), element)
        for context in ET.parse(ts).getroot().iter("context")
        for element in context.iter("message")
    ]


def message_of(context: str, element: ET.Element) -> Message:
    """Return one message element as a value."""
    translation = element.find("translation")
    if translation is None:
        translation = ET.Element("translation", type="unfinished")
    plural = element.get("numerus") == "yes"
    forms = translation.iter("numerusform") if plural else [translation]
    return Message(
        context,
        element.findtext("source", ""),
        element.findtext("comment", ""),
        translation.get("type", ""),
        plural,
        tuple(form.text or "" for form in forms),
    )


def faults_of_messages(ts: Path, catalogue: Catalogue) -> Iterator[str]:
    """Tell what a translator left to do in one file."""
    for message in messages(ts):
        for fault in faults_of(message, catalogue):
            yield f"{ts.name}: {message} {fault}"


def faults_of(message: Message, catalogue: Catalogue) -> Iterator[str]:
    """Tell what a translator left to do in one sentence."""
    if message.state:
        yield f"is {message.state}"
    elif message.plural and len(message.forms) != catalogue.forms:
        yield f"has {len(message.forms)} plural forms of {catalogue.forms}"
    elif not all(form.strip() for form in message.forms):
        yield "is empty" if not message.plural else "has an empty plural form"
    else:
        yield from lost_placeholders(message, catalogue)


def lost_placeholders(message: Message, catalogue: Catalogue) -> Iterator[str]:
    """Tell where a translation has other placeholders than its source."""
    wanted = set(PLACEHOLDER.findall(message.source))
    for index, form in enumerate(message.forms):
        optional = {"%n"} if message.plural and index < catalogue.wordy else set()
        found = set(PLACEHOLDER.findall(form))
        for lost in sorted(wanted - found - optional):
            yield f"has lost {lost} in “{form}”"
        for strange in sorted(found - wanted):
            yield f"has {strange} in “{form}”, which its source has not"


def faults_of_catalogue(sources: Path, folder: Path, catalogue: Catalogue) -> Iterator[str]:
    """Tell what is wrong with the two files of a language."""
    ts, qm = catalogue.path(folder, ".ts"), catalogue.path(folder, ".qm")
    for path in (ts, qm):
        if not path.is_file():
            yield f"{path.name} is not there"
            return
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name, ts.name)
        shutil.copyfile(ts, fresh)
        yield from extract(sources, catalogue, fresh)
        yield from differences(ts, fresh)
        yield from tool("lrelease", ts, "-qm", fresh.with_suffix(".qm"))
        if fresh.with_suffix(".qm").read_bytes() != qm.read_bytes():
            yield f"{qm.name} is not what lrelease makes of {ts.name}"
    yield from faults_of_messages(ts, catalogue)


def differences(ts: Path, fresh: Path) -> Iterator[str]:
    """Tell how a `.ts` file differs from what the sources say."""
    held, wanted = messages(ts), messages(fresh)
    there, needed = {one.key for one in held}, {one.key for one in wanted}
    for message in wanted:
        if message.key not in there:
            yield f"{ts.name}: {message} is missing"
    for message in held:
        if message.key not in needed:
            yield f"{ts.name}: {message} is no longer in the sources"
    if there == needed and ts.read_bytes() != fresh.read_bytes():
        yield f"{ts.name} is not as lupdate writes it"


def faults_of_sources(sources: Path) -> Iterator[str]:
    """Tell where a sentence is written so that lupdate or the program cannot find it."""
    for path in sources_in(sources):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                fault = fault_of_call(node.func, node.args[0])
                if fault:
                    yield f"{path}:{node.lineno}: {fault}"


def fault_of_call(function: ast.Attribute, sentence: ast.expr) -> str:
    """Tell why a call of `tr` or `translate` is not found, or nothing."""
    if function.attr not in {"tr", "translate"}:
        return ""
    if isinstance(sentence, ast.JoinedStr | ast.BinOp):
        return f"{function.attr}() takes a plain string: lupdate cannot read this one"
    own = isinstance(function.value, ast.Name) and function.value.id == "self"
    if function.attr == "tr" and isinstance(sentence, ast.Constant) and not own:
        return "only self.tr() is found under the name of its class"
    return ""


def check(sources: Path, folder: Path) -> list[str]:
    """Return every fault, as one line each."""
    faults = list(faults_of_sources(sources))
    for catalogue in CATALOGUES:
        faults.extend(faults_of_catalogue(sources, folder, catalogue))
    return faults


def main(arguments: list[str]) -> int:
    """Run one command; return 0 when there is nothing to mend."""
    command, sources, folder = (*arguments, "reader", "resources/i18n")[:3]
    if command == "update":
        update(Path(sources), Path(folder))
        return 0
    faults = check(Path(sources), Path(folder))
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults in the translations; make i18n brings the files up to date.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
