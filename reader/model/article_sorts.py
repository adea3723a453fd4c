"""The orders of a list of articles. To add one, add a line."""

from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, slots=True)
class ArticleSort:
    """One order of a list; `descending` is how it runs unless it is turned round."""

    key: str
    label: Label
    descending: bool = False


ARTICLE_SORTS = (
    ArticleSort("imported", Label("Added", "الإضافة"), descending=True),
    ArticleSort("published", Label("Published", "النشر"), descending=True),
    ArticleSort("title", Label("Title", "العنوان")),
    ArticleSort("publisher", Label("Publisher", "الناشر")),
    ArticleSort("annotations", Label("Annotations", "عدد التعليقات"), descending=True),
    ArticleSort("read", Label("Last read", "آخر قراءة"), descending=True),
)


def sort_named(key: str) -> ArticleSort | None:
    """Return the sort of a key, or None."""
    return next((one for one in ARTICLE_SORTS if one.key == key), None)
