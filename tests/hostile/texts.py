"""Tables, lists, Markdown and plain text; files of another kind than they say; no files at all."""

import os
import random
import socket
from pathlib import Path

from reader.errors import (
    ColumnsUncertain,
    EncodingUncertain,
    SourceDamaged,
    SourceEmpty,
    SourceMissing,
    SourceNotAFile,
    SourceNotAnArticle,
    SourceNotText,
    SourceRefused,
    SourceTooLarge,
    SourceUnreadable,
)
from tests.hostile.sample import Place, Sample, fixed, naming
from tests.makers import docx_of, epub_of, odt_of, zipped

_NOISE = random.Random(7).randbytes(200_000)
_ARTICLE = (
    "<article><h1>خبر</h1><p>"
    + "قال الوزير إن القوات لن تتراجع عن مواقعها. " * 9
    + "</p></article>"
)
_PAGE = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{_ARTICLE}</body></html>"
_FOREIGN = (SourceNotAnArticle,)

TEXTS = (
    Sample(
        "open.csv",
        "a quotation mark that never closes",
        fixed('title,text\nأ,"' + "نص\n" * 500_000),
        (SourceDamaged,),
    ),
    Sample(
        "wide.csv",
        "a million columns",
        fixed("text" + ",x" * 1_000_000 + "\nنص\n"),
        (SourceRefused,),
    ),
    Sample("cell.csv", "a cell of 3 MB", fixed("text\n" + "قال " * 400_000 + "\n"), holds="قال"),
    Sample(
        "rows.csv",
        "300,000 rows of nothing",
        fixed("text,title\n" + ",\n" * 300_000),
        (SourceEmpty,),
    ),
    Sample(
        "nul.csv", "NULs among the cells", fixed("text,title\nن\x00ص,ع\x00\n"), holds="ن\ufffdص"
    ),
    Sample(
        "formula.csv",
        "cells that are formulas",
        fixed('text,title\n"=HYPERLINK(""http://x"")",=1+1\n'),
        holds="=HYPERLINK",
    ),
    Sample("unclear.csv", "columns without a name", fixed("1,2\n3,4\n"), (ColumnsUncertain,)),
    Sample(
        "deep.json",
        "100,000 lists in one another",
        fixed('{"text":' + "[" * 100_000 + "]" * 100_000 + "}"),
        (SourceRefused,),
    ),
    Sample(
        "number.json",
        "a number of a million digits",
        fixed('{"text": ' + "9" * 1_000_000 + "}"),
        (SourceDamaged, SourceEmpty),
    ),
    Sample(
        "half.jsonl",
        "a half character",
        fixed('{"text": "قال \\ud83d نعم"}'),
        holds="قال \ufffd نعم",
    ),
    Sample(
        "cut.jsonl",
        "a list that breaks off",
        fixed('{"text": "خبر"}\n{"text": "خب'),
        (SourceDamaged,),
    ),
    Sample("ticks.md", "100,000 back ticks", fixed("خبر " + "` " * 100_000), holds="خبر"),
    Sample("brackets.md", "100,000 brackets", fixed("خبر " + "[" * 100_000), holds="خبر"),
    Sample("stars.md", "200,000 stars", fixed("خبر " + "*a **b " * 50_000), holds="خبر"),
    Sample(
        "comments.md",
        "50,000 comments that do not end",
        fixed("خبر " + "<!-- " * 50_000),
        holds="خبر",
    ),
    Sample(
        "calls.md",
        "pictures on the web and in files",
        naming("خبر ![](WEB/x.png) ![](FILE/x.png) <img src='WEB/y'>"),
        holds="خبر",
    ),
    Sample("line.txt", "a line of 10 MB", fixed("قال " * 1_400_000), holds="قال"),
    Sample(
        "marks.txt", "a letter with a million marks", fixed("ق" + "\u064e" * 300_000), holds="ق"
    ),
    Sample(
        "turned.txt",
        "controls that turn the text around",
        fixed("ملف \u202efdp.exe \u2067مفتوح"),
        holds="\u202e",
    ),
    Sample("escape.txt", "controls of a terminal", fixed("خبر \x1b[2J\x1b]0;x\x07"), holds="\x1b"),
    Sample(
        "cut.txt",
        "a text that breaks off in a letter",
        fixed(("قال الوزير نعم. " * 30).encode()[:-3]),
        (EncodingUncertain,),
    ),
    Sample("noise.txt", "random bytes", fixed(_NOISE), (SourceNotText,)),
    Sample("noise.docx", "random bytes", fixed(_NOISE), (SourceDamaged,)),
    Sample("noise.odt", "random bytes", fixed(_NOISE), (SourceDamaged,)),
    Sample("noise.epub", "random bytes", fixed(_NOISE), (SourceDamaged,)),
    Sample("noise.csv", "random bytes", fixed(_NOISE), (SourceNotText,)),
    Sample("noise.md", "random bytes", fixed(_NOISE), (SourceNotText,)),
    Sample("nothing.docx", "no byte at all", fixed(b""), (SourceEmpty,)),
    Sample(
        "page.docx", "a web page that says it is a Word document", fixed(_PAGE), holds="قال الوزير"
    ),
    Sample("page.csv", "a web page that says it is a table", fixed(_PAGE), holds="قال الوزير"),
    Sample(
        "word.txt",
        "a Word document that says it is text",
        fixed(docx_of(["خبر سليم"])),
        holds="خبر سليم",
    ),
    Sample(
        "word.odt",
        "a Word document that says it is OpenDocument",
        fixed(docx_of(["خبر سليم"])),
        holds="خبر سليم",
    ),
    Sample(
        "text.epub",
        "an OpenDocument text that says it is a book",
        fixed(odt_of(["خبر سليم"])),
        holds="خبر سليم",
    ),
    Sample(
        "book.pdf", "a book that says it is a PDF", fixed(epub_of([["خبر سليم"]])), holds="خبر سليم"
    ),
    Sample(
        "text.docx",
        "plain text that says it is a Word document",
        fixed("خبر سليم"),
        (SourceDamaged,),
    ),
    Sample("table.docx", "a spreadsheet", fixed(zipped({"xl/workbook.xml": "<x/>"})), _FOREIGN),
    Sample(
        "slides.odt",
        "a presentation",
        fixed(zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"})),
        _FOREIGN,
    ),
    Sample(
        "old.docx",
        "an Office file of the last century",
        fixed(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        _FOREIGN,
    ),
    Sample("rich.txt", "RTF", fixed("{\\rtf1 x}"), _FOREIGN),
    Sample("picture.md", "a picture", fixed(b"\x89PNG\r\n\x1a\n" + bytes(99)), _FOREIGN),
    Sample("program.txt", "a program", fixed(b"\x7fELF" + bytes(99)), _FOREIGN),
    Sample("archive.csv", "an archive", fixed(b"\x1f\x8b\x08" + bytes(99)), _FOREIGN),
)


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.docx")
    return folder / "pipe.docx"


def listening(folder: Path) -> Path:
    """Lay a socket; the longest name that it may have is short."""
    path = folder / "s.txt"
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(folder)
        try:
            one.bind("s.txt")
        finally:
            os.chdir(here)
    return path


def inner_folder(folder: Path) -> Path:
    (folder / "folder.epub").mkdir()
    return folder / "folder.epub"


def circle(folder: Path) -> Path:
    (folder / "circle.txt").symlink_to("circle.txt")
    return folder / "circle.txt"


def dangling(folder: Path) -> Path:
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    return folder / "dangling.txt"


def link_to_device(folder: Path) -> Path:
    (folder / "device.txt").symlink_to("/dev/zero")
    return folder / "device.txt"


def sparse(folder: Path) -> Path:
    """Lay a file of 1 TB that takes no room."""
    with (folder / "sparse.docx").open("wb") as file:
        file.truncate(1 << 40)
    return folder / "sparse.docx"


def elsewhere(name: str) -> Place:
    return Place(name, "a device", lambda folder: Path(name), (SourceNotAFile,))


PLACES = (
    Place("pipe.docx", "a pipe that nobody writes into", pipe, (SourceNotAFile,)),
    Place("s.txt", "a socket", listening, (SourceNotAFile, SourceUnreadable)),
    Place("folder.epub", "a folder, and nothing in it", inner_folder, (SourceEmpty,)),
    Place("circle.txt", "a link to itself", circle, (SourceUnreadable,)),
    Place("dangling.txt", "a link to nothing", dangling, (SourceMissing,)),
    Place("device.txt", "a link to a device without an end", link_to_device, (SourceNotAFile,)),
    Place("sparse.docx", "1 TB of nothing", sparse, (SourceTooLarge,)),
    elsewhere("/dev/zero"),
    elsewhere("/dev/tty"),
)
