"""The report as a PDF: drawn by Qt in a process of its own, which gets it article by article.

Only the window may know Qt, so it is started by its name, as the readers of documents are;
the window and the command line get the same pages, and neither waits for them
(docs/adr/0033).
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, cast

import reader
from reader.errors import ReportNotDrawn
from reader.exporters.exporter import ExportOptions, ExportReport, preset_named
from reader.exporters.formats import REPORT_PRESETS
from reader.exporters.report.content import report_of, word
from reader.exporters.report.laid import laid_out
from reader.exporters.report.pdf_marks import set_marks_apart
from reader.label import Label
from reader.model.entry import AnnotatedArticle

_CODE = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from reader.ui.report_paper import main
main()
"""
_HERE = str(Path(reader.__file__).parents[1])
_ENDED = Label("the program that draws it ended", "توقف البرنامج الذي يرسمه")


def write_pdf(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write a report as a PDF.

    Raises UnknownFormat for an unknown preset, and ReportNotDrawn where Qt cannot draw.
    """
    whole = preset_named(REPORT_PRESETS, options.preset).key == "whole"
    rows = 0
    with TemporaryFile() as drawn:
        with _drawing(drawn) as pages:
            _send(pages, {"language": options.language, "title": word("report", options.language)})
            for annotated in articles:
                report = report_of(annotated, options)
                _send(pages, asdict(laid_out(report, options.language, whole=whole)))
                rows += len(annotated.entries)
                options.told(len(annotated.entries))
        set_marks_apart(drawn, stream)
    return ExportReport(rows)


def _send(pages: IO[bytes], said: dict[str, Any]) -> None:
    pages.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    pages.flush()


@contextmanager
def _drawing(drawn: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give a pipe to a process that draws what it is sent into a file; end it after a failure."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-B", "-c", _CODE, _HERE],
        stdin=subprocess.PIPE,
        stdout=drawn,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    pages = cast("IO[bytes]", process.stdin)
    try:
        yield pages
        pages.close()
        code = process.wait()
    except BrokenPipeError as error:
        raise ReportNotDrawn(reason=_ENDED) from error
    finally:
        process.kill()
        process.wait()
        with suppress(BrokenPipeError):
            pages.close()
    if code:
        raise ReportNotDrawn(reason=_ENDED)
