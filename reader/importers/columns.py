"""Which column of a table of articles holds what: guessed from its headers, chosen by a person."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.frozen import dataclass
from reader.text.folding import fold

# What newsrooms and scrapers call the fields of an article, in Arabic and in English.
HEADERS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "article title", "العنوان", "عنوان المقال", "عنوان الخبر"),
    "text": (
        "text", "body", "content", "article", "article text", "full text", "article body",
        "النص", "المتن", "المحتوى", "نص المقال", "نص الخبر", "المقال", "الخبر",
    ),
    "byline": (
        "author", "authors", "byline", "writer", "الكاتب", "المؤلف", "المحرر", "بقلم", "اسم الكاتب",
    ),
    "publisher": (
        "publisher", "source", "outlet", "newspaper", "site", "site name", "website", "publication",
        "الناشر", "المصدر", "الصحيفة", "الموقع", "الجهة", "الوكالة",
    ),
    "published": (
        "published", "date", "published at", "published date", "publication date", "pub date",
        "publish date", "date published", "التاريخ", "تاريخ النشر", "نشر في",
    ),
    "url": (
        "url", "link", "address", "href", "permalink",
        "الرابط", "رابط المقال", "رابط الخبر", "عنوان الصفحة",
    ),
    "language": ("language", "lang", "اللغة"),
}  # fmt: skip
FIELDS = tuple(HEADERS)


@dataclass(frozen=True, slots=True)
class Columns:
    """The headers of a table as they stand, and for each the article's field, "" for none.

    `samples` holds the first words found in each column, for a person to tell them apart.
    """

    headers: tuple[str, ...]
    fields: tuple[str, ...]
    samples: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    def place(self, field: str) -> int | None:
        """Return which column holds a field, None where none does."""
        return self.fields.index(field) if field in self.fields else None

    def with_field(self, field: str, header: str) -> "Columns":
        """Return the same columns with a field in the one of that header; raises ValueError."""
        place = self.headers.index(header)
        fields = ["" if field and one == field else one for one in self.fields]
        fields[place] = field
        return replace(self, fields=tuple(fields))


def guessed(headers: Sequence[str]) -> Columns:
    """Return what the headers of a table say; each field is found once, by its best name."""
    plain = [_plain(header) for header in headers]
    fields = [""] * len(plain)
    for field, names in HEADERS.items():
        known = [_plain(name) for name in names]
        found = [name for name in known if name in plain]
        if found:
            fields[plain.index(found[0])] = field
    return Columns(tuple(headers), tuple(fields))


def _plain(header: str) -> str:
    """Return a header without what says nothing: case, marks, underscores, the Arabic article."""
    words = fold(header).casefold().replace("_", " ").replace("-", " ").split()
    return " ".join(word.removeprefix("ال") for word in words)
