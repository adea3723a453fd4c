"""What the properties of an office file say of the article in it: less than they seem to."""

from reader.frozen import dataclass
from reader.importers.dates import iso_moment
from reader.label import Label

PROPERTIES = Label(
    "Byline and date come from the file's properties: whose computer, and when it was made.",
    "اسم الكاتب والتاريخ من خصائص الملف: صاحب الجهاز ووقت إنشاء الملف.",
)
# What python-docx's own template says, and each file that a program made of it.
_TEMPLATE_AUTHOR, _TEMPLATE_MOMENT = "python-docx", "2013-12-23T23:15:00"


@dataclass(frozen=True, kw_only=True, slots=True)
class Properties:
    """Who made a file and on which day, and the note that says so; all empty if unknown."""

    byline: str
    published: str
    notes: tuple[Label, ...]


def properties_of(author: str, created: str) -> Properties:
    """Return what an author and a moment of creation, in ISO 8601, are worth."""
    byline = "" if author == _TEMPLATE_AUTHOR else author.strip()
    published = "" if created.startswith(_TEMPLATE_MOMENT) else iso_moment(created)[:10]
    notes = (PROPERTIES,) if byline or published else ()
    return Properties(byline=byline, published=published, notes=notes)
