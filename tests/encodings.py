"""Every text of the corpus in every encoding, and what becomes of it: `python -m tests.encodings`.

Each must come in letter for letter or be asked about; none may come in as another text.
"""

import codecs
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.errors import EncodingUncertain, SourceNotText
from reader.importers.decoding import decode
from tests.corpus import CORPUS, NEWS

RIGHT, ASKED, REFUSED, WRONG = "right", "asked", "refused", "WRONG"
UNICODE = {
    "UTF-8": ("utf-8", b""),
    "UTF-8, BOM": ("utf-8", codecs.BOM_UTF8),
    "UTF-16 LE": ("utf-16-le", b""),
    "UTF-16 LE, BOM": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 BE": ("utf-16-be", b""),
    "UTF-16 BE, BOM": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-32 LE": ("utf-32-le", b""),
    "UTF-32 LE, BOM": ("utf-32-le", codecs.BOM_UTF32_LE),
    "UTF-32 BE": ("utf-32-be", b""),
    "UTF-32 BE, BOM": ("utf-32-be", codecs.BOM_UTF32_BE),
}
OLD = ("cp1256", "iso8859_6", "mac_arabic", "cp720", "cp864", "cp1252")
# Real news, in pieces as short as a headline: what tells an old page from another.
PLAIN = (
    "شفق نيوز/ جرت اليوم مراسم تسليم القاعدة من قوة المهام المشتركة الى قوات الأمن العراقية.\r\n"
    "وقال العميد في بيان إن ما يحصل اليوم هو بفضل الجهود والنجاحات التي حققها شركاؤنا، "
    "وستبقى القوة في العراق بدعوة من حكومته وتستمر في تقديم المشورة وعمليات التدريب.\r\n"
    "وكان مسؤول عسكري كبير قد أفاد بتعليق تدريب القوات بسبب المخاوف من الفيروس؛ هل يعود؟\r\n"
)
PIECES_CP = (12, 20, 30, 60, 120)
PIECES = 100
CUTS = 200


@dataclass(frozen=True, slots=True)
class Case:
    """Some bytes, the group that they are counted in, and the text that they are; None for none."""

    group: str
    source: bytes
    text: str | None

    def outcome(self) -> str:
        """Return what becomes of the bytes."""
        try:
            found = decode(self.source, "x").text
        except EncodingUncertain:
            return ASKED
        except SourceNotText:
            return REFUSED
        return RIGHT if found == self.text else WRONG


def cases() -> Iterator[Case]:
    """Yield the whole corpus."""
    yield from _corpus()
    yield from _pieces()
    yield from _damaged()


def _corpus() -> Iterator[Case]:
    texts = [text for _, text in CORPUS] + [NEWS * 200, "قال " * 250_000]
    for text in texts:
        # No encoding writes half a character; a mark at the start belongs to the file.
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        for group, (key, mark) in UNICODE.items():
            told = whole if mark else whole.removeprefix("\ufeff")
            yield Case(group, mark + whole.encode(key), told)
        for key in OLD:
            source = _encoded(whole, key)
            if source is not None:
                yield Case(key, source, whole)


def _pieces() -> Iterator[Case]:
    for length in PIECES_CP:
        chance = random.Random(length)
        for _ in range(PIECES):
            start = chance.randrange(len(PLAIN) - length)
            piece = PLAIN[start : start + length]
            for key in ("utf-8", "utf-16-le", "utf-16-be", *OLD):
                source = _encoded(piece, key)
                if source is not None:
                    yield Case(f"{key}, {length} characters", source, piece)


def _damaged() -> Iterator[Case]:
    chance = random.Random(14)
    source = PLAIN.encode()
    for _ in range(CUTS):
        cut = source[: chance.randrange(1, len(source))]
        whole = cut.decode(errors="ignore")
        yield Case("UTF-8, cut anywhere", cut, whole if whole.encode() == cut else None)
    for _ in range(CUTS):
        wide = PLAIN.encode("utf-16")[: 2 * chance.randrange(2, len(PLAIN)) + 1]
        yield Case("UTF-16, cut in a unit", wide, None)
    for _ in range(CUTS):
        at = chance.randrange(20, 200)
        yield Case("UTF-8 and cp1256 in one", source[: at * 2] + PLAIN[at:].encode("cp1256"), None)
    for _ in range(CUTS):
        yield Case("random bytes", chance.randbytes(chance.randrange(64, 4096)), None)


def _encoded(text: str, key: str) -> bytes | None:
    try:
        source = text.encode(key)
    except UnicodeEncodeError:
        return None
    # ASCII is the same in all of them, and tells nothing.
    return None if text.isascii() else source


def counted() -> dict[str, Counter[str]]:
    """Return how often each outcome came, by group."""
    groups: dict[str, Counter[str]] = {}
    for case in cases():
        groups.setdefault(case.group, Counter())[case.outcome()] += 1
    return groups


def main() -> int:
    """Print the table; the exit status is 0 only if nothing came in as another text."""
    groups = counted()
    total = sum(groups.values(), Counter())
    print("| encoding | files | right | asked | refused | wrong |\n|---|---:|---:|---:|---:|---:|")
    for group, outcomes in (*groups.items(), ("all", total)):
        figures = " | ".join(str(outcomes[one]) for one in (RIGHT, ASKED, REFUSED, WRONG))
        print(f"| {group} | {outcomes.total()} | {figures} |")
    return int(bool(total[WRONG]))


if __name__ == "__main__":
    sys.exit(main())
