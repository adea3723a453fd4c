"""Ask other programs' own parsers whether they take our files; too heavy to be among the tests.

    python -m tests.foreign [FOLDER]

Each line of CHECKS names a program, how to install it, and what asks it. One that is not
there is told, and is no failure; files stay in FOLDER where one is named.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from reader.exporters import ExportOptions, export_to_file, exporter_named
from reader.sample import add_sample
from reader.storage import Store
from tests.roundtrip import add_made

_ANNOTATIONS = 300
# What the SDK's own Python runs: our code is not loaded there.
_LABEL_STUDIO = """
import json, sys
from label_studio_sdk.label_interface import LabelInterface
labels = LabelInterface(open(sys.argv[1], encoding="utf-8").read())
tasks = json.load(open(sys.argv[2], encoding="utf-8"))
labels.validate()
regions = 0
for task in tasks:
    for annotation in task["annotations"]:
        assert labels.validate_annotation(annotation), "the annotation is refused"
        for region in annotation["result"]:
            regions += 1
            if region["type"] == "labels":
                value = region["value"]
                words = task["data"]["text"][value["start"]:value["end"]]
                assert words == value["text"], (words, value)
print(regions)
"""


@dataclass(frozen=True, slots=True)
class Check:
    """A program that is asked: its name, how it comes to be there, and what asks it.

    `ask` gets the folder with our files; it returns what to say, and raises
    FileNotFoundError where the program is not there, AssertionError where it refuses.
    """

    name: str
    install: str
    ask: Callable[[Path], str]


def written(folder: Path, key: str, store: Store) -> Path:
    """Write a library in a format into the folder; return where."""
    exporter = exporter_named(key)
    path = folder / f"{key}{exporter.suffix}"
    options = ExportOptions(shared=store.shared(), kept_texts=store.kept_texts)
    export_to_file(exporter, store.annotated_articles(), path, options)
    return path


def ask_label_studio(folder: Path) -> str:
    """Hold tasks against our labelling configuration, with Label Studio's own SDK."""
    usual = Path(gettempdir(), "label-studio", "bin", "python")
    python = os.environ.get("HASHIYA_LABEL_STUDIO", str(usual))
    files = [str(folder / "label-studio-config.xml"), str(folder / "label-studio.json")]
    done = subprocess.run(
        [python, "-c", _LABEL_STUDIO, *files], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return f"{done.stdout.strip()} regions taken"


CHECKS = (
    Check(
        "Label Studio SDK",
        "python3 -m venv /tmp/label-studio && /tmp/label-studio/bin/pip install label-studio-sdk"
        " (or $HASHIYA_LABEL_STUDIO names its Python)",
        ask_label_studio,
    ),
)


def main() -> int:
    """Print what each program says; return 1 where one refuses."""
    with TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        folder.mkdir(parents=True, exist_ok=True)
        with Store.open(":memory:") as store:
            add_sample(store)
            add_made(store, _ANNOTATIONS)
            for key in ("label-studio", "label-studio-config"):
                written(folder, key, store)
        assert json.loads((folder / "label-studio.json").read_text("utf-8"))
        return max(map(_told, CHECKS, [folder] * len(CHECKS)))


def _told(check: Check, folder: Path) -> int:
    try:
        print(f"{check.name}: {check.ask(folder)}")
    except FileNotFoundError:
        print(f"{check.name}: not there; {check.install}")
    except AssertionError as refused:
        print(f"{check.name}: REFUSED {refused}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
