"""Let other programs read what goes out, and say what came of it: too heavy for the tests.

    python -m tests.foreign [FOLDER]

Writes the sample library in each format into a folder, a new one where none is named.
LibreOffice, Chromium and pdftotext come from Debian (libreoffice-calc, libreoffice-writer,
chromium, poppler-utils); pandas and Label Studio's SDK from a Python of their own:

    python3 -m venv /tmp/label-studio
    /tmp/label-studio/bin/pip install label-studio-sdk pandas

or the one that $HASHIYA_LABEL_STUDIO names. A program that is not here is named and passed
over. The exit status is 0 when nothing failed.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2

from reader.exporters import EXPORTERS, ExportOptions, export_to_file
from reader.exporters.columns import COLUMNS
from reader.importers import Child, load
from reader.model.entry import AnnotatedArticle
from reader.sample import add_sample
from reader.storage import Store

_SECONDS = 120
_LEAST_F1 = 0.95
_CHANCE = 3  # so many words of an article stand together in what follows it, too
_WORD = re.compile(r"\w+")
_UNSAID = re.compile("[\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"  # commas, quotes, UTF-8
_MAKERS = ("google.com", "googleapis.com", "gstatic.com", "gvt1.com")
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
    rows, columns = map(int, _asked_apart("pandas_table.py", folder / "csv.csv", ";").split())
    if (rows, columns) != (len(sample.entries), len(COLUMNS)):
        raise Refused(f"{rows} rows of {columns} columns")
    return f"{rows} rows of {columns} columns, words as long as their places say"


def label_studio(folder: Path, sample: AnnotatedArticle) -> str:
    """Let Label Studio's own SDK hold the tasks against the configuration."""
    files = folder / "label-studio-config.xml", folder / "label-studio.json"
    regions = int(_asked_apart("label_studio.py", *files))
    if regions < len(sample.entries):
        raise Refused(f"{regions} regions")
    return f"{regions} regions taken"


def pdf_words(folder: Path, sample: AnnotatedArticle) -> str:
    """Let readers give the text of the report, and hold the article's words against it.

    Ours and pdfium, which Chromium shows PDFs with, must have them. What pdftotext says is
    told: it joins a number to the word after it, and parts a word where its letters are kerned.
    """
    path = folder / "pdf.pdf"
    with Child() as child:
        (ours,) = load(path, child=child).articles
    with pypdfium2.PdfDocument(path) as found:
        pages = [page.get_textpage().get_text_range() for page in found]
    said = {
        "our importer": ours.revision.text,
        "pdftotext": _run("pdftotext", "-enc", "UTF-8", path, "-"),
        "pdfium alone": "\n".join(pages),
    }
    figures = {name: _word_f1(sample.revision.text, text) for name, text in said.items()}
    told = ", ".join(f"{name} {figure:.3f}" for name, figure in figures.items())
    if min(figures["our importer"], figures["pdfium alone"]) < _LEAST_F1:
        raise Refused(f"word F1: {told}")
    return f"word F1: {told}"


def _plain(text: str) -> str:
    """Return a text without what readers put elsewhere: shapes, marks and directions."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", text))


def _word_f1(truth: str, text: str) -> float:
    """Return the F1 of an article's words, in their order, in the part of a report that is it."""
    ours, theirs = (_WORD.findall(_plain(one)) for one in (truth, text))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    told = [block for block in blocks if block.size > _CHANCE]
    if not told:
        return 0.0
    begun, ended = told[0].b, told[-1].b + told[-1].size
    return 2 * same / (len(ours) + ended - begun)


def _asked_apart(script: str, *arguments: object) -> str:
    return _run(_apart(), Path(__file__).with_name(script), *arguments)


def _apart() -> str:
    """Return the Python that has pandas and Label Studio's SDK, "" where there is none."""
    usual = Path(tempfile.gettempdir(), "label-studio", "bin", "python")
    named = os.environ.get("HASHIYA_LABEL_STUDIO", str(usual))
    return named if Path(named).exists() else ""


def browser_page(folder: Path, _sample: AnnotatedArticle) -> str:
    """Let Chromium show the page, which asks nobody for anything."""
    log, picture = folder / "net.json", folder / "page.png"
    page = (folder / "html.html").as_uri()
    _run(_chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
         "--disable-background-networking", "--disable-component-update", "--no-first-run",
         f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         f"--screenshot={picture}", "--window-size=1000,2600", page)  # fmt: skip
    asked = [url for url in _asked(log) if _OUTSIDE.match(url) and not _is_its_own(url)]
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


def _is_its_own(url: str) -> bool:
    """Tell whether a browser asks its maker, as it does with no page at all."""
    host = urlsplit(url).hostname or ""
    return any(f".{host}".endswith(f".{one}") for one in _MAKERS)


def _chromium() -> str:
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next(filter(None, found), "")


def _run(*command: object) -> str:
    done = subprocess.run(
        [str(word) for word in command], check=True, capture_output=True, timeout=_SECONDS
    )
    return done.stdout.decode()


def _has_office() -> bool:
    return shutil.which("soffice") is not None


JUDGES = (
    Judge("LibreOffice Calc", _has_office, office_workbook),
    Judge("LibreOffice Writer", _has_office, office_document),
    Judge("PDF readers", lambda: shutil.which("pdftotext") is not None, pdf_words),
    Judge("pandas", lambda: bool(_apart()), pandas_table),
    Judge("Label Studio SDK", lambda: bool(_apart()), label_studio),
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
