"""Damages good documents at random and reads them: `python -m tests.importers.fuzz [SECONDS]`.

Each must be read or refused in words; any other exception of a reader is printed.
"""

import importlib
import random
import sys
import time
import traceback
import zipfile
from io import BytesIO

from reader.errors import ReaderError
from reader.importers.document import Given
from tests.importers.made import FOLDER
from tests.makers import docx_of, epub_of, odt_of, unzipped, zipped

LINES = ["العنوان", "قال الوزير «نعم» أمس", "سطر\tوآخر"]
META = "<dc:title>x</dc:title><meta:creation-date>2020-01-01</meta:creation-date>"
TABLE = 'العنوان,المتن,التاريخ\nأ,"نص, «أ»",26/3/2020\nب,"نص ""ب""\nسطر",x\n'
LIST = '{"title":"أ","text":"نص","date":"2020","author":[{"name":"x"}]}\n{"text":"ب"}'
MARKED = (
    "---\ntitle: x\n---\n# ع\n\n**أ** [ب](ج) `د`\n\n| a | b |\n|---|---|\n| c | d |\n\n"
    "> q\n- l\n1. x\n```\ncode\n```\n"
)
GOOD = {
    "word": docx_of(LINES, author="سالم"),
    "opendocument": odt_of(LINES, META),
    "epub": epub_of([LINES, LINES], "<dc:title>x</dc:title><dc:date>2020</dc:date>"),
    "tables": TABLE.encode(),
    "json_lists": LIST.encode(),
    "markdown": MARKED.encode(),
    "html": (FOLDER / "site.html").read_bytes(),
    "mhtml": (FOLDER / "chromium.mhtml").read_bytes(),
}
TOKENS = (b"<", b"&", b'"', b",", b"\n", b"[", b"*", b"`", b"{", b"\x00", b"\xff", b"9" * 20)


def damaged(source: bytes, chance: random.Random) -> bytes:
    """Return bytes with some changed, lost, put in or repeated."""
    found = bytearray(source)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        act, at = chance.randrange(4), chance.randrange(len(found) + 1)
        if act == 0:
            found[at : at + 1] = chance.randbytes(1)
        elif act == 1:
            del found[at : at + chance.choice((1, 3, 30))]
        elif act == 2:
            found[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 50))
        else:
            start = chance.randrange(len(found) + 1)
            found[at:at] = found[start : start + chance.choice((2, 20, 200))]
    return bytes(found)


def document(module: str, chance: random.Random) -> bytes:
    """Return a damaged document of a reader's format: an archive as such, or a part in it."""
    source = GOOD[module]
    if not zipfile.is_zipfile(BytesIO(source)) or chance.random() < 0.2:
        return damaged(source, chance)
    parts = unzipped(source)
    path = chance.choice(list(parts))
    parts[path] = damaged(parts[path], chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    return zipped(parts)


def outcome(module: str, source: bytes) -> str:
    """Return "read", the name of a refusal, or the trace of any other exception."""
    reader = importlib.import_module(f"reader.importers.{module}")
    try:
        reader.read(source, "x", Given())
    except ReaderError as error:
        return type(error).__name__
    except Exception:  # noqa: BLE001 - this is what is looked for
        return traceback.format_exc()
    return "read"


def main(seconds: float) -> int:
    """Read damaged documents for so long; the exit status is 0 if none went wrong."""
    chance, until = random.Random(), time.monotonic() + seconds
    count, wrong = 0, set()
    while time.monotonic() < until:
        module = chance.choice(list(GOOD))
        found = outcome(module, document(module, chance))
        count += 1
        if "\n" in found and found not in wrong:
            wrong.add(found)
            print(found)
    print(f"{count} damaged documents, {len(wrong)} exceptions that are no refusal.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
