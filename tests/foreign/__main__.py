"""Let LibreOffice, pandas and Chromium read what goes out, and say what came of it.

    python -m tests.foreign [FOLDER]

Writes the sample library in each format into a folder, a new one where none is named. A
program that is not here is named and passed over. The exit status is 0 when nothing failed.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from reader.exporters import EXPORTERS, ExportOptions, export_to_file
from reader.model.entry import AnnotatedArticle
from reader.sample import add_sample
from reader.storage import Store

_SECONDS = 120
_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # commas, quotes, UTF-8
_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # commas, quotes, UTF-8
_OUTSIDE = re.compile(r"^(?:https?|ftp|wss?):", re.IGNORECASE)


class Refused(Exception):
    """A program made something else of a file than it holds."""


@dataclass(frozen=True, slots=True)
class Judge:
    """A program, how to tell whether it is here, and what it judges; it returns what to say."""

    name: str
    is_here: Callable[[], bool]
    judge: Callable[[Path, AnnotatedArticle], str]


def written(folder: Path) -> AnnotatedArticle:
    """Write the sample in each format, and return it."""
    with Store.open(":memory:") as store:
        sample = store.annotated(add_sample(store).uid)
        options = ExportOptions(
            language="ar", shared=store.shared(), kept_texts=store.kept_texts, whole=True
        )
        for exporter in EXPORTERS:
            path = folder / f"{exporter.key}{exporter.suffix}"
            export_to_file(exporter, store.annotated_articles(), path, options)
    return sample


def office_workbook(folder: Path, sample: AnnotatedArticle) -> str:
    """Let LibreOffice Calc read the first sheet, word for word."""
    _run("soffice", "--headless", "--convert-to", _AS_CSV, "--outdir", folder / "calc",
         folder / "xlsx.xlsx")  # fmt: skip
    text = (folder / "calc" / "xlsx.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if len(rows) != len(sample.entries) + 1:
        raise Refused(f"{len(rows)} rows")
    words = {one.annotation.exact for one in sample.entries}
    if not words <= {cell for row in rows for cell in row}:
        raise Refused("words are missing")
    return f"{len(rows) - 1} rows"


def office_document(folder: Path, sample: AnnotatedArticle) -> str:
    """Let LibreOffice Writer read the words of the document."""
    _run("soffice", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir",
         folder / "writer", folder / "docx.docx")  # fmt: skip
    text = (folder / "writer" / "docx.txt").read_text(encoding="utf-8-sig")
    ours, theirs = (Counter(re.findall(r"\w+", one)) for one in (sample.revision.text, text))
    # Numbers of marks stand behind words.
    lost = (ours - theirs).total()
    if lost > 0.2 * ours.total():
        raise Refused(f"{lost} of {ours.total()} words are missing")
    return f"{ours.total() - lost} of {ours.total()} words as they are, the rest with numbers"


def pandas_table(folder: Path, sample: AnnotatedArticle) -> str:
    """Let pandas read the table, every cell as text."""
    import pandas as pd  # it need not be here

    found = pd.read_csv(folder / "csv.csv", dtype=str, keep_default_na=False, sep=";")
    if len(found) != len(sample.entries) or len(found.columns) != 49:
        raise Refused(f"{found.shape}")
    return f"{found.shape[0]} rows of {found.shape[1]} columns"


def browser_page(folder: Path, _sample: AnnotatedArticle) -> str:
    """Let Chromium show the page, which asks nobody for anything."""
    log, picture = folder / "net.json", folder / "page.png"
    page = (folder / "html.html").as_uri()
    _run(_chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
         "--disable-background-networking", "--disable-component-update", "--no-first-run",
         f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         f"--screenshot={picture}", "--window-size=1000,2600", page)  # fmt: skip
    asked = [url for url in _asked(log) if _OUTSIDE.match(url) and "example" in url]
    if asked:
        raise Refused(f"asked for {asked[0]}")
    if picture.stat().st_size < 50_000:
        raise Refused("the picture is empty")
    return f"{picture}, and no request"


def _asked(log: Path) -> Iterator[str]:
    """Yield the addresses that a browser's log of the network names."""
    for event in json.loads(log.read_text(encoding="utf-8"))["events"]:
        url = event.get("params", {}).get("url", "")
        if url:
            yield url


def _chromium() -> str:
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next(filter(None, found), "")


def _run(*command: object) -> None:
    subprocess.run(
        [str(word) for word in command], check=True, capture_output=True, timeout=_SECONDS
    )


def _has_office() -> bool:
    return shutil.which("soffice") is not None


JUDGES = (
    Judge("LibreOffice Calc", _has_office, office_workbook),
    Judge("LibreOffice Writer", _has_office, office_document),
    Judge("pandas", lambda: find_spec("pandas") is not None, pandas_table),
    Judge("Chromium", lambda: bool(_chromium()), browser_page),
)


def main(arguments: list[str]) -> int:
    """Return 0 unless a program refused a file."""
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp(prefix="hashiya-foreign-"))
    folder.mkdir(parents=True, exist_ok=True)
    sample = written(folder)
    status = 0
    for one in JUDGES:
        if not one.is_here():
            print(f"{one.name}: is not here")
            continue
        try:
            print(f"{one.name}: {one.judge(folder, sample)}")
        except (Refused, OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
            status = 1
            print(f"{one.name}: FAILED: {error}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
