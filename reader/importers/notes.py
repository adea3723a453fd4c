"""What a person is asked to check in an article that came in."""

from reader.label import Label

DATE_LEFT_OUT = Label(
    "The date was not understood and was left out.", "لم يُفهم التاريخ فتُرك فارغًا."
)
CHAPTERS_MISSING = Label(
    "Some of the book's chapters are missing in the file.", "بعض فصول الكتاب غير موجود في الملف."
)


def rows_left_out(count: int) -> Label:
    """Return the note that so many rows of a table hold no text."""
    return Label(
        f"Rows without a text, which were left out: {count}.", f"صفوف بلا نص تُركت: {count}."
    )
