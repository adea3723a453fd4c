"""Statistics as CSV: one row a bar, for a spreadsheet."""

import codecs
import csv
from io import StringIO

from reader.exporters.separator import list_separator
from reader.label import Label, Language
from reader.model.fields.values import as_text
from reader.model.numbers import Bar, Numbers, NumberTable
from reader.text.guarding import guard

_HEADERS = (
    Label("Table", "الجدول"),
    Label("Key", "المفتاح"),
    Label("What", "البيان"),
    Label("Count", "العدد"),
    Label("Characters", "عدد الحروف"),
    Label("Sum", "المجموع"),
    Label("Counted over", "ما عُدّ"),
)


def number_table(numbers: Numbers, language: Language, scope: str) -> bytes:
    """Return statistics as CSV for spreadsheets: UTF-8 with a mark, cells guarded (CWE-1236).

    `scope` names what was counted over; each row says it.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter=list_separator(language), quoting=csv.QUOTE_ALL)
    writer.writerow([header.text(language) for header in _HEADERS])
    for table in numbers.tables:
        for bar in table.bars:
            cells = (
                table.label.text(language),
                bar.key,
                bar.label.text(language),
                str(bar.count),
                *_measures(bar, table),
                scope,
            )
            writer.writerow([guard(cell) for cell in cells])
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _measures(bar: Bar, table: NumberTable) -> tuple[str, str]:
    """Return how many characters a bar stands for, and the sum of its numbers; "" for neither."""
    if not table.measured:
        return "", ""
    measure = as_text(float(bar.measure))
    return ("", measure) if table.key == "own_sums" else (measure, "")
